"""Random well-typed specifications, formulas for them and records that lie at their limits.

    spec = draw(specifications())              subjects 部品, 法人, 施設; every kind of field and item
    formula = draw(formulas(spec, "施設"))      every node of model/formula.py comes up
    record = draw(records(spec, "施設"))        total; with partial=True facts and 裁量 are left 不明
    spec, formula, record = draw(questions())  the three together, subject 施設

Numbers of a record lie on the grid of their type or at a limit that the specification (or `also`) compares
with. Sizes are small: lists of up to two elements, formulas a few levels deep. Subjects do not form a cycle.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import strategies as st
from tests.property.limits import Limits, limits_of
from tests.property.strategies_formula import BASE_DAY, TEXTS, formulas, names
from tests.property.strategies_table import decision_tables

from regcheck.frozen import replace
from regcheck.model import case
from regcheck.model.case import Record, Value
from regcheck.model.formula import Formula
from regcheck.model.specification import (
    Assumption,
    Discretion,
    Enumeration,
    FieldDefinition,
    Header,
    Override,
    Predicate,
    PredicateKind,
    Specification,
    Stage,
    StagePlan,
    Subject,
)
from regcheck.model.types import (
    RATIO,
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    ReferenceType,
    Scalar,
    SeriesType,
    TextType,
    Type,
)

__all__ = ["formulas", "questions", "records", "specifications", "with_rules"]

MAIN = "施設"
FIRST_DAY, LAST_DAY = BASE_DAY - timedelta(days=80), BASE_DAY + timedelta(days=200)
"""Of a date within limits: every day that a record has lies between, and every end of a period."""
WINDOWS = {"直近三事業年度": 3, "直近二事業年度": 2}


# ---------------------------------------------------------------- what can be known of a subject


@st.composite
def _numbers(draw: st.DrawFn, unit: str, places: int) -> NumberType:
    low = draw(st.sampled_from([Fraction(0), Fraction(0), None, Fraction(-2)]))
    high = draw(st.sampled_from([None, Fraction(5), Fraction(8)]))
    return NumberType(unit=unit, places=places, low=low, high=high)


RATIO_TYPE = NumberType(unit=RATIO, places=2, low=Fraction(0), high=Fraction(1))
BEDS, WEIGHT, MONTHS = _numbers("床", 0), _numbers("kg", 1), _numbers("月", 0)


def _series(element: BoolType | NumberType) -> st.SearchStrategy[SeriesType]:
    return st.sampled_from(sorted(WINDOWS)).map(
        lambda window: SeriesType(window=window, length=WINDOWS[window], element=element)
    )


def _scalars(enums: tuple[str, ...], counts_days: bool) -> dict[str, st.SearchStrategy[Type]]:
    """Two of each, so that facts can be compared with each other."""
    limited = DateType(low=FIRST_DAY, high=LAST_DAY) if counts_days else DateType()
    return {
        "認定": st.just(BoolType()),
        "公立": st.just(BoolType()),
        "病床数": BEDS,
        "定員": BEDS,
        "重さ": WEIGHT,
        "割合": st.just(RATIO_TYPE),
        "月数": MONTHS,
        "設立日": st.just(limited),
        "更新日": st.sampled_from([DateType(), limited]),
        "種別": st.just(EnumType(enum=enums[0])),
        "旧種別": st.sampled_from([EnumType(enum=enum) for enum in enums]),
        "名称": st.just(TextType()),
        "旧名称": st.just(TextType()),
        "機能": st.sampled_from([EnumSetType(enum=enum) for enum in enums]),
    }


SERIES: dict[str, st.SearchStrategy[Type]] = {
    "年次病床数": BEDS.flatmap(_series),
    "年次重さ": WEIGHT.flatmap(_series),
    "年次認定": _series(BoolType()),
}


@st.composite
def _subject(
    draw: st.DrawFn, name: str, enums: tuple[str, ...], others: Mapping[str, Type], counts_days: bool
) -> Subject:
    scalars = _scalars(enums, counts_days)
    chosen = draw(st.lists(st.sampled_from(sorted(scalars)), min_size=2, max_size=5, unique=True))
    yearly = draw(st.lists(st.sampled_from(sorted(SERIES)), max_size=2, unique=True))
    types = {key: draw(scalars[key]) for key in chosen}
    types |= {key: draw(SERIES[key]) for key in yearly} | dict(others)
    fields = {key: FieldDefinition(name=key, type=kind, may_be_unknown=True) for key, kind in types.items()}
    return Subject(header=Header(name=name), fields=fields)


@st.composite
def _worlds(draw: st.DrawFn, counts_days: bool) -> Specification:
    """区分, 対象 and 裁量: what every rule speaks of."""
    enumerations = {
        "甲区分": Enumeration(header=Header(name="甲区分"), members=("国", "公", "私")),
        "乙区分": Enumeration(header=Header(name="乙区分"), members=("有", "無")),
    }
    enums = tuple(enumerations)
    limits = st.sampled_from([None, 1, 2])
    part = draw(_subject("部品", enums, {}, counts_days))
    parts = {"部品一覧": ListType(subject="部品", limit=draw(limits))}
    firm = draw(_subject("法人", enums, draw(st.sampled_from([{}, parts])), counts_days))
    others: dict[str, Type] = {
        "開設者": ReferenceType(subject="法人"),
        "代表部品": ReferenceType(subject="部品"),
        "設備": ListType(subject="部品", limit=draw(limits)),
        "関係者": ListType(subject="法人", limit=draw(limits)),
    }
    chosen = draw(st.lists(st.sampled_from(sorted(others)), min_size=1, max_size=3, unique=True))
    main = draw(_subject(MAIN, enums, {key: others[key] for key in chosen}, counts_days))
    discretions = draw(st.dictionaries(names("裁量"), st.sampled_from(["部品", "法人", MAIN]), max_size=2))
    return Specification(
        enumerations=enumerations,
        subjects={s.header.name: s for s in (part, firm, main)},
        discretions={
            name: Discretion(header=Header(name=name), subject=subject, authority="主務大臣")
            for name, subject in sorted(discretions.items())
        },
    )


# ---------------------------------------------------------------- rules, layer by layer


@st.composite
def _with_predicate(draw: st.DrawFn, spec: Specification, subject: str, depth: int) -> Specification:
    """A predicate over what stands already, and 特例 to it: none of them can refer to itself."""
    term = f"定義{len(spec.predicates) + 1}"
    kind = draw(st.sampled_from(PredicateKind))
    predicate = Predicate(
        header=Header(name=term), kind=kind, subject=subject, body=draw(formulas(spec, subject, depth))
    )
    overrides = dict(spec.overrides)
    for number in range(1, draw(st.sampled_from([0, 0, 1, 2, 3])) + 1):
        name = f"{term}の特例{number}"
        earlier = [o for o in overrides if overrides[o].target == term]
        beaten = draw(st.lists(st.sampled_from(earlier), unique=True)) if earlier else []
        overrides[name] = Override(
            header=Header(name=name),
            subject=subject,
            target=term,
            condition=draw(formulas(spec, subject, depth - 1)),
            outcome=draw(st.booleans()),
            prevails_over=tuple(beaten),
        )
    return replace(spec, predicates={**spec.predicates, term: predicate}, overrides=overrides)


@st.composite
def _with_plan(draw: st.DrawFn, spec: Specification, subject: str, depth: int) -> Specification:
    name = f"案{len(spec.plans) + 1}"
    stages = tuple(
        Stage(number=n, start=date(2027 + n, 4, 1), body=draw(formulas(spec, subject, depth - 1)))
        for n in range(1, draw(st.integers(1, 2)) + 1)
    )
    plan = StagePlan(header=Header(name=name), subject=subject, stages=stages, growing=draw(st.booleans()))
    return replace(spec, plans={**spec.plans, name: plan})


@st.composite
def _with_table(draw: st.DrawFn, spec: Specification, subject: str, depth: int) -> Specification:
    table = draw(decision_tables(spec, subject, f"表{len(spec.tables) + 1}", depth - 1))
    return spec if table is None else replace(spec, tables={**spec.tables, table.header.name: table})


@st.composite
def with_rules(
    draw: st.DrawFn, spec: Specification, subjects: tuple[str, ...], depth: int = 2
) -> Specification:
    """The specification with up to five rules about the subjects, later ones built on earlier ones."""
    layers = {"predicate": _with_predicate, "plan": _with_plan, "table": _with_table}
    wanted = st.sampled_from(["predicate", "predicate", "table", "plan"])
    for kind in draw(st.lists(wanted, min_size=1, max_size=5)):
        spec = draw(layers[kind](spec, draw(st.sampled_from(subjects)), depth))
    return spec


@st.composite
def specifications(draw: st.DrawFn, depth: int = 2, counts_days: bool = True) -> Specification:
    """A specification over 部品, 法人 and 施設, perhaps with a 前提. `counts_days` False: no date has limits, so
    that no period is counted from one."""
    spec = draw(with_rules(draw(_worlds(counts_days)), (MAIN, MAIN, "法人", "部品"), depth))
    if draw(st.booleans()):
        body = draw(formulas(spec, MAIN, depth))
        assumption = Assumption(header=Header(name="前提1"), subject=MAIN, body=body)
        spec = replace(spec, assumptions={"前提1": assumption})
    return spec


# ---------------------------------------------------------------- records


def records(
    spec: Specification, subject: str, partial: bool = False, also: Iterable[Formula] = ()
) -> st.SearchStrategy[Record]:
    """Records of the subject. `also`: formulas beyond the specification whose limits should be met."""
    return _records(spec, subject, partial, limits_of(spec, also))


@st.composite
def _records(draw: st.DrawFn, spec: Specification, subject: str, partial: bool, limits: Limits) -> Record:
    facts: dict[str, Value] = {}
    for name, definition in spec.subjects[subject].fields.items():
        if not (partial and draw(st.sampled_from([True, False, False]))):
            facts[name] = draw(_values(spec, definition.type, partial, limits))
    judgements = {
        name: draw(st.booleans())
        for name, discretion in spec.discretions.items()
        if discretion.subject == subject and not (partial and draw(st.booleans()))
    }
    return Record(subject=subject, facts=facts, judgements=judgements)


def _values(spec: Specification, kind: Type, partial: bool, limits: Limits) -> st.SearchStrategy[Value]:
    match kind:
        case ReferenceType(subject=subject):
            return _records(spec, subject, partial, limits)
        case ListType(subject=subject, limit=limit):
            most = 2 if limit is None else min(limit, 2)
            return st.lists(_records(spec, subject, partial, limits), max_size=most).map(tuple)
        case SeriesType(length=length, element=element):
            years: st.SearchStrategy[Value] = _scalar_values(spec, element, limits)
            if partial:
                years = years | st.just(case.UNKNOWN)
            return st.lists(years, min_size=length, max_size=length).map(tuple)  # type: ignore[arg-type]
        case _:
            return _scalar_values(spec, kind, limits)


def _scalar_values(spec: Specification, kind: Scalar, limits: Limits) -> st.SearchStrategy[Value]:
    match kind:
        case BoolType():
            return st.booleans()
        case NumberType():
            return number_values(kind, limits)
        case DateType():
            near = [day + timedelta(days=d) for day in sorted(limits.days) for d in (-1, 0, 1)]
            return st.sampled_from([BASE_DAY, *near])
        case EnumType(enum=enum):
            return st.sampled_from(spec.enumerations[enum].members)
        case EnumSetType(enum=enum):
            return st.frozensets(st.sampled_from(spec.enumerations[enum].members))
        case TextType():
            return st.sampled_from(TEXTS)


def number_values(kind: NumberType, limits: Limits) -> st.SearchStrategy[Value]:
    """A limit of the unit, one step beside it, or anything small, all within the bounds."""
    step = Fraction(1, 10**kind.places)
    near = [limit + d * step for limit in sorted(limits.numbers.get(kind.unit, ())) for d in (-1, 0, 1)]
    low = Fraction(-3) if kind.low is None else kind.low
    high = max(low, Fraction(9)) if kind.high is None else kind.high
    inside = [
        x for x in near if (kind.low is None or x >= kind.low) and (kind.high is None or x <= kind.high)
    ]
    on_grid = [x for x in inside if kind.places or x.denominator == 1]
    spread = st.integers(int(low / step), int(high / step)).map(lambda n: n * step)
    return st.sampled_from(on_grid) | spread if on_grid else spread


@st.composite
def questions(draw: st.DrawFn, partial: bool = False) -> tuple[Specification, Formula, Record]:
    """A specification, a formula to ask of a 施設, and a 施設."""
    spec = draw(specifications())
    formula = draw(formulas(spec, MAIN))
    return spec, formula, draw(records(spec, MAIN, partial, (formula,)))
