"""A small world to prove things in: one 対象 with a number, a 区分 and flags; short words for formulas."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import strategies as st

from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Comparator,
    Compare,
    Except,
    Fact,
    Formula,
    Holds,
    Implies,
    IsOneOf,
    Judged,
    Not,
    Number,
    Or,
    Part,
    Path,
    StageApplies,
)
from regcheck.model.specification import (
    Assumption,
    Discretion,
    Enumeration,
    FieldDefinition,
    Header,
    Override,
    Predicate,
    PredicateKind,
    Property,
    PropertyKind,
    Specification,
    Stage,
    StagePlan,
    Subject,
)
from regcheck.model.types import BoolType, EnumType, NumberType, Type

HOSPITAL = "病院"
BEDS = Fact(path=Path(steps=("病床数",)))
RANKS = ("指定なし", "地域", "基幹")


def subject() -> Subject:
    """病院: 病床数 0 to 10 床, 災害拠点, and three flags."""
    kinds: dict[str, Type] = {
        "病床数": NumberType(unit="床", low=Fraction(0), high=Fraction(10)),
        "災害拠点": EnumType(enum="災害拠点区分"),
        "承認": BoolType(),
        "国立": BoolType(),
    }
    return Subject(
        header=Header(name=HOSPITAL, keyword="対象"),
        fields={name: FieldDefinition(name=name, type=kind) for name, kind in kinds.items()},
    )


def beds(op: str, limit: int) -> Formula:
    return Compare(op=Comparator(op), left=BEDS, right=Number(value=Fraction(limit), unit="床"))


def flag(name: str) -> Formula:
    return Holds(path=Path(steps=(name,)))


def rank(*values: str) -> Formula:
    return IsOneOf(path=Path(steps=("災害拠点",)), values=values)


def judged(name: str) -> Formula:
    return Judged(discretion=name, path=Path())


def is_a(term: str) -> Formula:
    return Applies(term=term, path=Path())


def in_stage(plan: str, number: int) -> Formula:
    return StageApplies(plan=plan, number=number, path=Path())


def _parts(formulas: tuple[Formula, ...], labels: str) -> tuple[Part, ...]:
    return tuple(Part(body=f, label=labels[i] if labels else "") for i, f in enumerate(formulas))


def both(*formulas: Formula, labels: str = "") -> Formula:
    return And(parts=_parts(formulas, labels))


def either(*formulas: Formula, labels: str = "") -> Formula:
    return Or(parts=_parts(formulas, labels))


def at_least(count: int, *formulas: Formula, labels: str = "") -> Formula:
    return AtLeast(count=count, parts=_parts(formulas, labels))


def no(formula: Formula) -> Formula:
    return Not(body=formula)


def but(body: Formula, *exceptions: Formula) -> Formula:
    return Except(body=body, exceptions=_parts(exceptions, ""))


def criterion(
    name: str, body: Formula, provision: str = "", kind: PredicateKind = PredicateKind.CRITERION
) -> Predicate:
    header = Header(name=name, keyword=kind.value, provision=(provision,) if provision else ())
    return Predicate(header=header, kind=kind, subject=HOSPITAL, body=body)


def definition(name: str, body: Formula, provision: str = "") -> Predicate:
    return criterion(name, body, provision, PredicateKind.DEFINITION)


def assumption(name: str, body: Formula) -> Assumption:
    return Assumption(header=Header(name=name, keyword="前提"), subject=HOSPITAL, body=body)


def override(
    name: str, target: str, condition: Formula, *, outcome: bool, over: tuple[str, ...] = ()
) -> Override:
    return Override(
        header=Header(name=name, keyword="特例"),
        subject=HOSPITAL,
        target=target,
        condition=condition,
        outcome=outcome,
        prevails_over=over,
    )


def claim(name: str, kind: PropertyKind, *members: Formula, whole: Formula | None = None) -> Property:
    header = Header(name=name, keyword="性質")
    return Property(header=header, kind=kind, subject=HOSPITAL, members=members, whole=whole)


def plan(
    name: str,
    *bodies: Formula,
    growing: bool = True,
    covers: tuple[str, ...] = (),
    starts: tuple[object, ...] = (),
) -> StagePlan:
    stages = tuple(
        Stage(number=i + 1, start=starts[i] if starts else "未定", body=body)  # type: ignore[arg-type]
        for i, body in enumerate(bodies)
    )
    return StagePlan(
        header=Header(name=name, keyword="段階"),
        subject=HOSPITAL,
        stages=stages,
        growing=growing,
        finally_covers=covers,
    )


LEAVES = [
    flag("承認"),
    flag("国立"),
    rank("地域", "基幹"),
    rank("指定なし"),
    *(beds(op, limit) for op in ("<", "<=", ">=", ">") for limit in (3, 7)),
    beds("=", 3),
]


def formulas(leaves: Sequence[Formula] = LEAVES) -> st.SearchStrategy[Formula]:
    """Conditions of every shape that has parts."""
    return st.recursive(
        st.sampled_from(list(leaves)),
        lambda inner: st.one_of(
            st.lists(inner, min_size=2, max_size=3).map(lambda fs: both(*fs)),
            st.lists(inner, min_size=2, max_size=3).map(lambda fs: either(*fs)),
            st.lists(inner, min_size=3, max_size=3).map(lambda fs: at_least(2, *fs)),
            st.tuples(inner, inner).map(lambda fs: but(*fs)),
            inner.map(no),
            st.tuples(inner, inner).map(lambda fs: Implies(premise=fs[0], conclusion=fs[1])),
        ),
        max_leaves=6,
    )


Item = Predicate | Assumption | Override | Property | StagePlan


def world(*items: Item) -> Specification:
    """A specification of these items, the 対象 病院 and the 裁量 特に必要."""

    def named(kind: type[Item]) -> dict[str, Item]:
        return {item.header.name: item for item in items if isinstance(item, kind)}

    ranks = Enumeration(header=Header(name="災害拠点区分", keyword="区分"), members=RANKS)
    need = Discretion(header=Header(name="特に必要", keyword="裁量"), subject=HOSPITAL, authority="主務大臣")
    return Specification(
        enumerations={"災害拠点区分": ranks},
        subjects={HOSPITAL: subject()},
        discretions={"特に必要": need},
        predicates=named(Predicate),  # type: ignore[arg-type]
        assumptions=named(Assumption),  # type: ignore[arg-type]
        overrides=named(Override),  # type: ignore[arg-type]
        properties=named(Property),  # type: ignore[arg-type]
        plans=named(StagePlan),  # type: ignore[arg-type]
    )
