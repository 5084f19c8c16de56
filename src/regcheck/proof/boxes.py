"""Boxes and rows of a 区分表 in words and as formulas.

Owns: a box as table cells (25%以上1/3未満, ―), as a phrase, and as a condition on a record; rows likewise.
Refuses to know: how boxes are found, what is asked of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import assert_never

from regcheck.evaluation.describe import name_text
from regcheck.evaluation.tables import row_condition
from regcheck.model.formula import Comparator, Compare, Day, Fact, Formula, Holds, IsOneOf, Not, Number
from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    DecisionTable,
    OtherCell,
    RangeCell,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import BoolType, DateType, NumberType
from regcheck.proof.asking import every, some
from regcheck.proof.axes import YES, Axis, Interval, Line
from regcheck.proof.labels import label_of
from regcheck.proof.meeting import Box, runs
from regcheck.proof.phrases import limit_text
from regcheck.proof.question import Labelled

ANY, OTHER = "―", "それ以外"


def box_cells(axes: tuple[Axis, ...], box: Box) -> tuple[str, ...]:
    """One cell per column, in table syntax."""
    return tuple(_mask_text(axis, mask) for axis, mask in zip(axes, box, strict=True))


def box_row(axes: tuple[Axis, ...], box: Box, outputs: int) -> str:
    """The row that would fill the box, its results left open: | 保有者の変更 | 25%未満 | … |."""
    return "| " + " | ".join((*box_cells(axes, box), *("…" for _ in range(outputs)))) + " |"


def box_phrase(axes: tuple[Axis, ...], box: Box) -> str:
    """変更の種類が保有者の変更で議決権割合が25%未満: only the columns that matter."""
    cells = zip(axes, box_cells(axes, box), strict=True)
    words = [f"{axis.column.heading}が{cell}" for axis, cell in cells if cell != ANY]
    return "、".join(words) or "全ての場合"


def box_formula(axes: tuple[Axis, ...], box: Box) -> Formula:
    """That a record lies in the box, as far as the columns can be cut."""
    pairs = zip(axes, box, strict=True)
    return every(_mask_formula(axis, mask) for axis, mask in pairs if mask != axis.full)


class RowNames:
    """保有者の変更・25%以上1/3未満: rows by their cells; a row that is written twice is told apart.

    Rows with the same words take the same box, so only those are held against each other.
    """

    def __init__(self, table: DecisionTable, boxes: Sequence[Box]) -> None:
        self._table, self._boxes = table, boxes
        self._alike: dict[Box, list[int]] = {}
        self._words: dict[int, str] = {}

    def __getitem__(self, index: int) -> str:
        own = self._words_of(index)
        before = [i for i in self._like(index) if i < index and self._words_of(i) == own]
        return f"{own}（{len(before) + 1}つ目）" if before else own

    def _like(self, index: int) -> list[int]:
        """The rows with the same box."""
        if not self._alike:
            for row, box in enumerate(self._boxes):
                self._alike.setdefault(box, []).append(row)
        return self._alike[self._boxes[index]]

    def _words_of(self, index: int) -> str:
        if index not in self._words:
            row = self._table.rows[index]
            cells = (cell_text(c, column) for c, column in zip(row.cells, self._table.columns, strict=True))
            self._words[index] = "・".join(cells)
        return self._words[index]


def row_condition_of(table: DecisionTable, index: int, name: str) -> Labelled:
    """The row applies: 第二十三条の行「…」."""
    label = f"{label_of(table.header)}の行「{name}」"
    return Labelled(label=label, formula=row_condition(table, table.rows[index]))


def cell_text(cell: Cell, column: Column) -> str:
    """A cell in table syntax."""
    match cell:
        case AnyCell():
            return ANY
        case OtherCell():
            return OTHER
        case ValueCell(values=values):
            return "又は".join(_name(value, column) for value in values)
        case UnionCell(cells=cells):
            return "又は".join(cell_text(inner, column) for inner in cells)
        case RangeCell():
            limits = [
                (Comparator.GT if cell.low_strict else Comparator.GE, cell.low),
                (Comparator.LT if cell.high_strict else Comparator.LE, cell.high),
            ]
            return _limits_text(column, [(op, v) for op, v in limits if v is not None])
        case _:
            assert_never(cell)


def _name(name: str, column: Column) -> str:
    """A value as a cell takes it: 構成設備の変更 needs no 「」 there, nor あり in a 真偽 column."""
    bare = all(name_text(word) == word for word in name.split("の"))
    return name if bare or isinstance(column.type, BoolType) else name_text(name)


def _limits_text(column: Column, limits: list[tuple[Comparator, Fraction]]) -> str:
    return "".join(limit_text(op, _value(column, v), _unit(column)) for op, v in limits) or ANY


def _value(column: Column, value: Fraction) -> Fraction | date:
    return date.fromordinal(int(value)) if isinstance(column.type, DateType) else value


def _unit(column: Column) -> str:
    return column.type.unit if isinstance(column.type, NumberType) else ""


# ---------------------------------------------------------------- masks


def _mask_text(axis: Axis, mask: int) -> str:
    if mask == axis.full:
        return ANY
    if axis.line is None:
        if mask >> len(axis.names) - 1 & 1 and axis.names[-1] is None:
            return OTHER
        named = (n for i, n in enumerate(axis.names) if mask >> i & 1 and n is not None)
        return "又は".join(_name(name, axis.column) for name in named)
    return "又は".join(_limits_text(axis.column, bounds) for bounds in _stretches(axis.line, mask))


def _stretches(line: Line, mask: int) -> Iterator[list[tuple[Comparator, Fraction]]]:
    """The limits of each run of neighbouring pieces."""
    for run in runs(mask):
        yield _bounds(line, line.hull(run))


def _bounds(line: Line, run: Interval) -> list[tuple[Comparator, Fraction]]:
    """The limits of a run that the type does not give anyway; whole numbers end with 未満 as tables do."""
    found = list[tuple[Comparator, Fraction]]()
    if run.low is not None and run.low == run.high:
        return [(Comparator.EQ, run.low)]
    if run.low is not None and (run.low_strict or run.low != line.low):
        found.append((Comparator.GT if run.low_strict else Comparator.GE, run.low))
    if run.high is not None and (run.high_strict or run.high != line.high):
        whole = line.whole_numbers
        value = run.high + 1 if whole else run.high
        found.append((Comparator.LT if whole or run.high_strict else Comparator.LE, value))
    return found


def _mask_formula(axis: Axis, mask: int) -> Formula:
    if axis.line is None:
        return _names_formula(axis, mask)
    return some(
        every(_compare(axis.column, op, value) for op, value in bounds)
        for bounds in _stretches(axis.line, mask)
    )


def _names_formula(axis: Axis, mask: int) -> Formula:
    path = axis.column.path
    if isinstance(axis.column.type, BoolType):
        holds = Holds(path=path)
        return some(
            holds if name == YES else Not(body=holds) for i, name in enumerate(axis.names) if mask >> i & 1
        )
    if axis.names[-1] is None and mask >> len(axis.names) - 1 & 1:
        excluded = (n for i, n in enumerate(axis.names) if n is not None and not mask >> i & 1)
        return Not(body=IsOneOf(path=path, values=tuple(excluded)))
    values = (n for i, n in enumerate(axis.names) if n is not None and mask >> i & 1)
    return IsOneOf(path=path, values=tuple(values))


def _compare(column: Column, op: Comparator, value: Fraction) -> Formula:
    shown = _value(column, value)
    right = Day(value=shown) if isinstance(shown, date) else Number(value=shown, unit=_unit(column))
    return Compare(op=op, left=Fact(path=column.path), right=right)
