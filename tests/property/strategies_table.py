"""Random 区分表: every hit policy and every kind of cell, それ以外 and 又は included."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st
from tests.property.strategies_formula import TEXTS, Scope, days, formulas, numbers, paths

from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    DecisionTable,
    Header,
    HitPolicy,
    OtherCell,
    RangeCell,
    Row,
    Specification,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import BoolType, DateType, EnumType, NumberType, TextType, Type

OUTCOMES = ("届出", "変更の案", "軽微")


@st.composite
def decision_tables(
    draw: st.DrawFn, spec: Specification, subject: str, name: str, depth: int
) -> DecisionTable | None:
    """A table over one to three facts of the subject; None if the subject has no fact a column can ask."""
    asked = [
        Column(heading="の".join(path.steps), path=path, type=kind)
        for path, kind in paths(spec, Scope(records={"": subject}))
        if isinstance(kind, BoolType | NumberType | DateType | EnumType | TextType)
    ]
    if not asked:
        return None
    columns = tuple(draw(st.lists(st.sampled_from(asked), min_size=1, max_size=2)))
    outputs = draw(st.sampled_from([("手続",), ("手続", "期限")]))
    rows = st.builds(
        Row,
        cells=st.tuples(*(cells(spec, column.type) for column in columns)),
        outputs=st.tuples(*(st.sampled_from(OUTCOMES) for _ in outputs)),
    )
    return DecisionTable(
        header=Header(name=name),
        subject=subject,
        hit_policy=draw(st.sampled_from(HitPolicy)),
        complete=draw(st.booleans()),
        columns=columns,
        outputs=outputs,
        rows=tuple(draw(st.lists(rows, min_size=1, max_size=3))),
        within=draw(st.none() | formulas(spec, subject, depth)),
    )


def cells(spec: Specification, kind: Type) -> st.SearchStrategy[Cell]:
    """Any cell that fits the column."""
    plain = _plain_cells(spec, kind)
    several = st.lists(plain, min_size=1, max_size=2).map(tuple)
    return (
        plain
        | plain
        | st.just(AnyCell())
        | several.map(lambda found: UnionCell(cells=found))
        | several.map(lambda found: OtherCell(excluded=found))
    )


def _plain_cells(spec: Specification, kind: Type) -> st.SearchStrategy[Cell]:
    match kind:
        case BoolType():
            return _values(("あり", "なし"))
        case EnumType(enum=enum):
            return _values(spec.enumerations[enum].members)
        case TextType():
            return _values(TEXTS)
        case DateType():
            return _ranges(days().map(lambda day: Fraction(day.toordinal())))
        case NumberType():
            return _ranges(numbers(kind.unit))
        case _:
            return st.just(AnyCell())


def _values(known: tuple[str, ...]) -> st.SearchStrategy[Cell]:
    chosen = st.lists(st.sampled_from(known), min_size=1, max_size=2, unique=True)
    return chosen.map(lambda values: ValueCell(values=tuple(values)))


@st.composite
def _ranges(draw: st.DrawFn, ends: st.SearchStrategy[Fraction]) -> Cell:
    low, high = sorted((draw(ends), draw(ends)))
    is_open = draw(st.sampled_from(["neither", "low", "high"]))
    return RangeCell(
        low=None if is_open == "low" else low,
        low_strict=draw(st.booleans()),
        high=None if is_open == "high" else high,
        high_strict=draw(st.booleans()),
    )
