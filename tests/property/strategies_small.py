"""Random specifications over small worlds: a few rules of one sort, so that their families speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st
from tests.property.small_worlds import DAY, MAIN, World, assumption, worlds

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Except,
    Formula,
    Implies,
    Not,
    Or,
    OutcomeIs,
    Part,
    Path,
)
from regcheck.model.specification import (
    AnyCell,
    Cell,
    DecisionTable,
    Delegation,
    Expectation,
    Expected,
    Header,
    HitPolicy,
    InstrumentKind,
    OtherCell,
    Override,
    Predicate,
    PredicateKind,
    Property,
    PropertyKind,
    Row,
    Scenario,
    Specification,
    Stage,
    StagePlan,
    UnionCell,
)

SELF = Path()
LABELS = ("", "", "一二三")
OTHERWISE = OtherCell(excluded=())
"""それ以外, before it is known what else there is."""


class Trial(Frozen):
    """A specification over a small world; shown by what was drawn."""

    world: World
    spec: Specification

    def __repr__(self) -> str:
        rules = [f"world {self.world.name}"]
        for name in self.spec.__struct_fields__:
            items = getattr(self.spec, name)
            if items and items != getattr(self.world.spec, name):
                rules += [f"{name} {key}: {shown(item)}" for key, item in items.items()]
        return "\n".join(rules)


def shown(node: object) -> str:
    """A part of a model without its defaults."""
    match node:
        case Path(root=root, steps=steps):
            return "の".join((root, *steps) if root else steps) or "self"
        case Fraction():
            return str(node)
        case tuple() | frozenset():
            return f"({', '.join(map(shown, node))})"
        case Mapping():
            return f"{{{', '.join(f'{k}: {shown(v)}' for k, v in node.items())}}}"
        case Frozen():
            told = ((name, getattr(node, name)) for name in node.__struct_fields__)
            kept = [f"{n}={shown(v)}" for n, v in told if n not in ("span", "header", "subject") and v != ""]
            return f"{type(node).__name__}({', '.join(kept)})"
        case _:
            return str(node)


@cache
def _conditions(leaves: tuple[Formula, ...], most: int) -> st.SearchStrategy[Formula]:
    return st.recursive(st.sampled_from(leaves), _connected, max_leaves=most)


def _connected(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    several = st.builds(_parts, st.lists(inner, min_size=2, max_size=3), st.sampled_from(LABELS))
    three = st.builds(_parts, st.lists(inner, min_size=3, max_size=3), st.sampled_from(LABELS))
    bare = st.lists(inner, min_size=1, max_size=2).map(lambda found: _parts(found, ""))
    return st.one_of(
        several.map(lambda parts: And(parts=parts)),
        several.map(lambda parts: Or(parts=parts)),
        three.map(lambda parts: AtLeast(count=2, parts=parts)),
        st.builds(Except, body=inner, exceptions=bare),
        inner.map(lambda body: Not(body=body)),
        st.builds(Implies, premise=inner, conclusion=inner),
    )


def _parts(bodies: Sequence[Formula], labels: str) -> tuple[Part, ...]:
    return tuple(Part(body=body, label=labels[i : i + 1]) for i, body in enumerate(bodies))


def conditions(world: World, spec: Specification, most: int = 4) -> st.SearchStrategy[Formula]:
    """Conditions on a 施設: leaves of the world and the rules that stand already."""
    named = tuple(Applies(term=n, path=SELF) for n, p in spec.predicates.items() if p.subject == MAIN)
    results = tuple(
        OutcomeIs(table=name, output=output, value=value, path=SELF)
        for name, table in spec.tables.items()
        for index, output in enumerate(table.outputs)
        for value in dict.fromkeys(row.outputs[index] for row in table.rows)
    )
    return _conditions((*world.leaves, *named, *named, *results), most)


# ---------------------------------------------------------------- items


@st.composite
def with_terms(draw: st.DrawFn, world: World, spec: Specification, most: int = 2) -> Specification:
    """One or more terms, later ones on earlier ones."""
    for index in range(draw(st.integers(1, most))):
        name, kind = f"甲{index + 1}", draw(st.sampled_from(PredicateKind))
        predicate = Predicate(
            header=Header(name=name, keyword=kind.value),
            kind=kind,
            subject=MAIN,
            body=draw(conditions(world, spec)),
        )
        spec = replace(spec, predicates={**spec.predicates, name: predicate})
    return spec


@st.composite
def with_overrides(draw: st.DrawFn, world: World, spec: Specification) -> Specification:
    """Up to three 特例 on the last term, some in an order."""
    target = list(spec.predicates)[-1]
    plain = replace(spec, predicates={n: p for n, p in spec.predicates.items() if n != target})
    found = dict[str, Override]()
    for index in range(draw(st.sampled_from([0, 0, 1, 2, 2, 3]))):
        name = f"特{index + 1}"
        some = st.lists(st.sampled_from(list(found)), unique=True) if found else st.just([])
        beaten = draw(some | st.just(list(found)[-1:]))
        found[name] = Override(
            header=Header(name=name, keyword="特例"),
            subject=MAIN,
            target=target,
            condition=draw(conditions(world, plain, 2)),
            outcome=draw(st.booleans()),
            prevails_over=tuple(beaten),
        )
    return replace(spec, overrides=found)


@st.composite
def with_assumption(draw: st.DrawFn, world: World, spec: Specification) -> Specification:
    """Now and then a 前提 more."""
    if draw(st.sampled_from([True, False, False])):
        return spec
    found = assumption("加えて", draw(conditions(world, world.spec, 2)))
    return replace(spec, assumptions={**spec.assumptions, "加えて": found})


@st.composite
def with_scenario(draw: st.DrawFn, world: World, spec: Specification) -> Specification:
    """A 事例 with an outcome that is right or wrong."""
    record = draw(st.sampled_from(world.records[MAIN]))
    asked = Applies(term=list(spec.predicates)[-1], path=SELF)
    truth = evaluate(spec, asked, record).truth
    right = {TRUE: Expected.TRUE, FALSE: Expected.FALSE}.get(truth, Expected.UNKNOWN)
    expected = draw(st.sampled_from([right, right, *Expected]))
    example = Scenario(
        header=Header(name="例", keyword="事例"),
        record=record,
        expectations=(Expectation(formula=asked, expected=expected),),
    )
    return replace(spec, scenarios={"例": example})


@st.composite
def with_delegations(draw: st.DrawFn, world: World, spec: Specification) -> Specification:
    """委任 with a 範囲, filled by some of the terms."""
    entries = dict[str, Delegation]()
    for name in ("委1", "委2"):
        limit = draw(st.none() | conditions(world, world.spec, 2))
        entries[name] = Delegation(
            header=Header(name=name, keyword="委任"), subject=MAIN, kind=InstrumentKind.ORDINANCE, limit=limit
        )
    predicates = {
        name: replace(p, fills=tuple(draw(st.lists(st.sampled_from(["委1", "委2"]), unique=True))))
        if p.subject == MAIN
        else p
        for name, p in spec.predicates.items()
    }
    return replace(spec, predicates=predicates, delegations=entries)


@st.composite
def with_claims(draw: st.DrawFn, world: World, spec: Specification) -> Specification:
    """One 性質 of every kind."""
    said = conditions(world, spec, 3)
    members = {
        PropertyKind.ALWAYS: st.tuples(said | st.builds(Implies, premise=said, conclusion=said)),
        PropertyKind.POSSIBLE: st.tuples(said),
    }
    several = st.lists(said, min_size=2, max_size=3).map(tuple)
    found = {
        kind.value: Property(
            header=Header(name=kind.value, keyword="性質"),
            kind=kind,
            subject=MAIN,
            members=draw(members.get(kind, several)),
            whole=draw(said) if kind is PropertyKind.COVER else None,
        )
        for kind in PropertyKind
    }
    return replace(spec, properties=found)


@st.composite
def with_plan(draw: st.DrawFn, world: World, spec: Specification) -> Specification:
    """段階 that mostly grow: each stage reaches what the one before it does, or something else."""
    stages, said = list[Stage](), conditions(world, spec, 2)
    for index in range(draw(st.integers(1, 3))):
        body, grows = draw(said), draw(st.booleans())
        if stages and grows:
            body = Or(parts=_parts([stages[-1].body, body], ""))
        late = draw(st.sampled_from([index, index, 0]))
        stages.append(Stage(number=index + 1, start=DAY + timedelta(days=late), body=body))
    plan = StagePlan(
        header=Header(name="案", keyword="段階"),
        subject=MAIN,
        stages=tuple(stages),
        growing=draw(st.sampled_from([True, True, False])),
        finally_covers=tuple(draw(st.lists(st.sampled_from(_terms(spec)), unique=True))),
    )
    return replace(spec, plans={"案": plan})


def _terms(spec: Specification) -> list[str]:
    return [name for name, p in spec.predicates.items() if p.subject == MAIN]


@st.composite
def with_table(draw: st.DrawFn, world: World, spec: Specification, name: str = "表") -> Specification:
    """A 区分表 of one or two columns, nearly a partition or not."""
    chosen = draw(st.lists(st.sampled_from(world.columns), min_size=1, max_size=2, unique_by=_heading))
    cells = [_cells(plain) for _, plain in chosen]
    rows = _filled(draw(st.lists(st.tuples(*cells), min_size=1, max_size=4)))
    outputs = st.tuples(st.sampled_from(("届出", "軽微")))
    table = DecisionTable(
        header=Header(name=name, keyword="区分表"),
        subject=MAIN,
        hit_policy=draw(st.sampled_from(HitPolicy)),
        complete=draw(st.sampled_from([True, True, False])),
        columns=tuple(column for column, _ in chosen),
        outputs=("手続",),
        rows=tuple(Row(cells=row, outputs=draw(outputs)) for row in rows),
        within=draw(st.none() | st.sampled_from(world.leaves)),
    )
    return replace(spec, tables={**spec.tables, name: table})


def _heading(asked: tuple[object, object]) -> str:
    return str(getattr(asked[0], "heading", ""))


def _cells(plain: tuple[Cell, ...]) -> st.SearchStrategy[Cell]:
    one = st.sampled_from(plain)
    several = st.lists(one, min_size=1, max_size=2).map(tuple)
    either = several.map(lambda found: UnionCell(cells=found))
    return st.one_of(one, one, st.just(AnyCell()), either, st.just(OTHERWISE))


def _filled(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """それ以外 as the language means it: none of what rows alike in the other columns have in this one."""
    return [tuple(_meant(rows, row, place) for place in range(len(row))) for row in rows]


def _meant(rows: Sequence[tuple[Cell, ...]], row: tuple[Cell, ...], place: int) -> Cell:
    if row[place] != OTHERWISE:
        return row[place]
    alike = [r for r in rows if (r[:place], r[place + 1 :]) == (row[:place], row[place + 1 :])]
    excluded = tuple(dict.fromkeys(r[place] for r in alike if r[place] != OTHERWISE))
    return OtherCell(excluded=excluded) if excluded else AnyCell()


# ---------------------------------------------------------------- specifications


@st.composite
def term_specs(draw: st.DrawFn) -> Trial:
    """Terms, 特例, 前提 and a 事例."""
    world = draw(st.sampled_from(worlds()))
    spec = draw(with_overrides(world, draw(with_terms(world, world.spec))))
    return Trial(world=world, spec=draw(with_scenario(world, draw(with_assumption(world, spec)))))


@st.composite
def claim_specs(draw: st.DrawFn) -> Trial:
    """性質 of every kind about terms that 特例 may change."""
    world = draw(st.sampled_from(worlds()))
    spec = draw(with_overrides(world, draw(with_terms(world, world.spec))))
    return Trial(world=world, spec=draw(with_claims(world, draw(with_assumption(world, spec)))))


@st.composite
def plan_specs(draw: st.DrawFn) -> Trial:
    """段階 and 委任."""
    world = draw(st.sampled_from(worlds()))
    spec = draw(with_delegations(world, draw(with_terms(world, world.spec, 3))))
    return Trial(world=world, spec=draw(with_plan(world, draw(with_assumption(world, spec)))))


@st.composite
def table_specs(draw: st.DrawFn) -> Trial:
    """区分表, and a term on what comes out of them."""
    world = draw(st.sampled_from([world for world in worlds() if world.columns]))
    spec = draw(with_assumption(world, draw(with_table(world, world.spec))))
    if draw(st.booleans()):
        spec = draw(with_terms(world, spec))
    return Trial(world=world, spec=spec)
