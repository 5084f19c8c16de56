"""区分表 read as conditions, and which outcome its hit policy gives.

Owns: the condition of a row as a formula, and the three hit policies in three values.
Refuses to know: how a formula is evaluated.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import assert_never

from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene, disjunction
from regcheck.model.formula import (
    And,
    Comparator,
    Compare,
    Contains,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    IsOneOf,
    Not,
    Number,
    Or,
    Part,
    Truth,
)
from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    DecisionTable,
    HitPolicy,
    OtherCell,
    RangeCell,
    Row,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import BoolType, DateType, EnumSetType, NumberType

YES, NO = "あり", "なし"
"""The values of a 真偽 column."""


def row_condition(table: DecisionTable, row: Row) -> Formula:
    """When the row applies: its cells, and the 対象範囲 of the table. Cells without a condition are left out."""
    cells = zip(row.cells, table.columns, strict=True)
    parts = [] if table.within is None else [table.within]
    parts += [cell_condition(cell, column) for cell, column in cells if not isinstance(cell, AnyCell)]
    return And(parts=_parts(parts), span=row.span)


def cell_condition(cell: Cell, column: Column) -> Formula:
    """What a cell asks of the fact of its column."""
    match cell:
        case AnyCell():
            return Truth(value=True)
        case ValueCell(values=values):
            return _one_of(values, column)
        case RangeCell():
            return And(parts=_parts(_limits(cell, column)))
        case UnionCell(cells=cells):
            return Or(parts=_parts([cell_condition(c, column) for c in cells]))
        case OtherCell(excluded=excluded):
            return Not(body=Or(parts=_parts([cell_condition(c, column) for c in excluded])))
        case _:
            assert_never(cell)


def _one_of(values: tuple[str, ...], column: Column) -> Formula:
    match column.type:
        case BoolType():
            holds = Holds(path=column.path)
            return Or(parts=_parts([holds if value == YES else Not(body=holds) for value in values]))
        case EnumSetType():
            return Or(parts=_parts([Contains(path=column.path, value=value) for value in values]))
        case _:
            return IsOneOf(path=column.path, values=values)


def _limits(cell: RangeCell, column: Column) -> list[Formula]:
    fact, found = Fact(path=column.path), list[Formula]()
    if cell.low is not None:
        op = Comparator.GT if cell.low_strict else Comparator.GE
        found.append(Compare(op=op, left=fact, right=_constant(cell.low, column)))
    if cell.high is not None:
        op = Comparator.LT if cell.high_strict else Comparator.LE
        found.append(Compare(op=op, left=fact, right=_constant(cell.high, column)))
    return found


def _constant(value: Fraction, column: Column) -> Expression:
    match column.type:
        case DateType():
            return Day(value=date.fromordinal(int(value)))
        case NumberType(unit=unit):
            return Number(value=value, unit=unit)
        case _:
            return Number(value=value, unit="")


def _parts(formulas: Sequence[Formula]) -> tuple[Part, ...]:
    return tuple(Part(body=formula) for formula in formulas)


def outcome_truth(policy: HitPolicy, value: str, rows: Sequence[tuple[Kleene, str]]) -> Kleene:
    """Whether a table gives `value`, from the truth of each row and the value it would give.

    UNIQUE: where rows that all apply give different values, whether it is one of those values is UNKNOWN.
    """
    match policy:
        case HitPolicy.COLLECT:
            return disjunction(truth for truth, given in rows if given == value)
        case HitPolicy.FIRST:
            return _agreed(value, rows[: _first_sure(rows) + 1])
        case HitPolicy.UNIQUE:
            return _agreed(value, rows)


def open_rows(policy: HitPolicy, value: str, rows: Sequence[tuple[Kleene, str]]) -> tuple[int, ...]:
    """The positions of the rows whose being UNKNOWN can still matter to whether the table gives `value`."""
    last = _first_sure(rows) if policy is HitPolicy.FIRST else len(rows)
    unknown = (i for i, (truth, _) in enumerate(rows[:last]) if truth is UNKNOWN)
    return tuple(i for i in unknown if policy is not HitPolicy.COLLECT or rows[i][1] == value)


def overlapping(policy: HitPolicy, rows: Sequence[tuple[Kleene, str]]) -> bool:
    """Whether rows of a 該当は一つのみ table surely apply together and give different values."""
    return policy is HitPolicy.UNIQUE and len({given for truth, given in rows if truth is TRUE}) > 1


def _first_sure(rows: Sequence[tuple[Kleene, str]]) -> int:
    return next((i for i, (truth, _) in enumerate(rows) if truth is TRUE), len(rows))


def _agreed(value: str, rows: Sequence[tuple[Kleene, str]]) -> Kleene:
    possible = {given for truth, given in rows if truth is not FALSE}
    if value not in possible:
        return FALSE
    applies = any(truth is TRUE for truth, _ in rows)
    return TRUE if applies and possible == {value} else UNKNOWN
