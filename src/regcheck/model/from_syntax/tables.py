"""区分表: columns, cells typed by their column, and それ以外.

Owns: ast.TableItem → DecisionTable.
Refuses to know: gaps and overlaps between rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.codes.wants import Want
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Comparator, Day, Number
from regcheck.model.from_syntax.clauses import formula_of
from regcheck.model.from_syntax.comparisons import TRUTHS, comparator, members
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.expressions import Measured, Measurer
from regcheck.model.from_syntax.findings import Broken, gather
from regcheck.model.from_syntax.scope import Located, Scope, locate_given, mismatch
from regcheck.model.from_syntax.words import type_words
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
    UnionCell,
    ValueCell,
)
from regcheck.model.types import BoolType, DateType, EnumType, NumberType, TextType
from regcheck.source.span import Span
from regcheck.syntax import ast

POLICIES = {
    "該当は一つのみ": HitPolicy.UNIQUE,
    "先の行を優先": HitPolicy.FIRST,
    "全て該当": HitPolicy.COLLECT,
}


def build_table(context: Context, scope: Scope, header: Header, item: ast.TableItem) -> DecisionTable:
    """The table, or Broken when any of its cells is at fault."""
    _check_headings(context, scope, item)
    within = item.within
    conditions = gather(lambda clause: formula_of(context, scope, clause), (within,) if within else ())
    columns = gather(lambda path: _column(context, scope, path), item.columns)
    builder = _Cells(context=context, scope=scope, columns=columns, item=item)
    rows = gather(builder.row, item.rows)
    return DecisionTable(
        header=header,
        subject=item.subject.text,
        hit_policy=POLICIES[item.hit_policy],
        complete=item.complete,
        columns=tuple(each.column for each in columns),
        outputs=tuple(output.text for output in item.outputs),
        rows=builder.fill_others(rows),
        within=conditions[0] if conditions else None,
    )


def _check_headings(context: Context, scope: Scope, item: ast.TableItem) -> None:
    headings = [*(("の".join(s.text for s in path.steps), path.span) for path in item.columns)]
    headings += [(output.text, output.span) for output in item.outputs]
    seen: set[str] = set()
    for heading, span in headings:
        if heading in seen:
            repeated = codes.names.RepeatedPart(name=heading, kind=Noun.COLUMN, item=scope.place.item)
            raise context.findings.broken(scope.place, repeated, span)
        seen.add(heading)


class _TypedColumn(Frozen):
    column: Column
    located: Located
    path: ast.PathName


def _column(context: Context, scope: Scope, path: ast.PathName) -> _TypedColumn:
    located = locate_given(context, scope, path, Want.GIVEN)
    if not isinstance(located.type, BoolType | NumberType | DateType | EnumType | TextType):
        raise mismatch(context, scope, located, Want.CELL)
    column = Column(heading=located.words, path=located.path, type=located.type)
    return _TypedColumn(column=column, located=located, path=path)


class _Cells(Frozen):
    """Builds the rows of one table."""

    context: Context
    scope: Scope
    columns: tuple[_TypedColumn, ...]
    item: ast.TableItem

    def row(self, written: ast.TableRow) -> Row:
        pairs = zip(self.columns, written.cells, strict=True)
        cells = gather(lambda pair: self._cell(*pair), pairs)
        outputs = tuple(output.text for output in written.outputs)
        return Row(cells=cells, outputs=outputs, span=written.span)

    def _cell(self, column: _TypedColumn, written: ast.CellText) -> Cell:
        if written.any:
            return AnyCell()
        if written.other:
            return OtherCell(excluded=())
        if written.alternatives:
            return UnionCell(cells=gather(lambda each: self._cell(column, each), written.alternatives))
        if written.bounds:
            return self._range(column, written)
        return ValueCell(values=self._values(column, written))

    def _values(self, column: _TypedColumn, written: ast.CellText) -> tuple[str, ...]:
        match column.column.type:
            case EnumType(enum=enum) if written.values:
                return members(self.context, self.scope, written.values, enum)
            case TextType() if written.values:
                return tuple(value.text for value in written.values)
            case BoolType() if written.values and all(v.text in TRUTHS for v in written.values):
                return tuple(value.text for value in written.values)
            case _:
                raise self._bad(column, written)

    def _bad(self, column: _TypedColumn, written: ast.CellText) -> Broken:
        payload = codes.values.BadCell(column=column.column.heading, type=type_words(column.column.type))
        return self.context.findings.broken(self.scope.place, payload, written.span)

    def _range(self, column: _TypedColumn, written: ast.CellText) -> RangeCell:
        if not isinstance(column.column.type, NumberType | DateType):
            raise self._bad(column, written)
        cell = RangeCell(low=None, low_strict=False, high=None, high_strict=False)
        for bound in written.bounds:
            cell = self._narrowed(cell, column, bound)
        if _is_empty(cell):
            empty = codes.values.EmptyRange(what=column.column.heading)
            raise self.context.findings.broken(self.scope.place, empty, written.span)
        return cell

    def _narrowed(self, cell: RangeCell, column: _TypedColumn, bound: ast.Bound) -> RangeCell:
        op = comparator(self.context, self.scope, bound, is_date=isinstance(column.column.type, DateType))
        limit = self._limit(column, bound)
        match op:
            case Comparator.GE | Comparator.GT:
                return replace(cell, low=limit, low_strict=op is Comparator.GT)
            case Comparator.LE | Comparator.LT:
                return replace(cell, high=limit, high_strict=op is Comparator.LT)
            case _:
                return replace(cell, low=limit, low_strict=False, high=limit, high_strict=False)

    def _limit(self, column: _TypedColumn, bound: ast.Bound) -> Fraction:
        """The constant of a limit, in the unit of the column; a date as its ordinal."""
        measurer = Measurer(context=self.context, scope=self.scope, conditions=formula_of)
        left, right = gather(measurer.measure, (column.path, bound.value))
        return self._constant(column, measurer.agree(left, right)[1], bound)

    def _constant(self, column: _TypedColumn, limit: Measured, bound: ast.Bound) -> Fraction:
        match limit.expression:
            case Number(value=value):
                return value
            case Day(value=day):
                return Fraction(day.toordinal())
            case _:
                raise self._bad(column, ast.CellText(span=bound.span))

    def fill_others(self, rows: Sequence[Row]) -> tuple[Row, ...]:
        """Every それ以外 with the cells it excludes: those of the rows that are else alike."""
        return gather(lambda row: self._filled(row, rows), rows)

    def _filled(self, row: Row, rows: Sequence[Row]) -> Row:
        cells = list(row.cells)
        for at, cell in enumerate(row.cells):
            if isinstance(cell, OtherCell):
                excluded = _excluded(row, rows, at)
                if not excluded:
                    payload = codes.values.NothingElse(column=self.columns[at].column.heading)
                    raise self.context.findings.broken(self.scope.place, payload, self._span(row, at))
                cells[at] = OtherCell(excluded=excluded)
        return replace(row, cells=tuple(cells))

    def _span(self, row: Row, at: int) -> Span:
        written = next(each for each in self.item.rows if each.span == row.span)
        return written.cells[at].span


def _excluded(row: Row, rows: Sequence[Row], at: int) -> tuple[Cell, ...]:
    return tuple(
        dict.fromkeys(
            other.cells[at]
            for other in rows
            if not isinstance(other.cells[at], OtherCell)
            and _without(other.cells, at) == _without(row.cells, at)
        )
    )


def _without(cells: tuple[Cell, ...], at: int) -> tuple[Cell, ...]:
    return cells[:at] + cells[at + 1 :]


def _is_empty(cell: RangeCell) -> bool:
    if cell.low is None or cell.high is None:
        return False
    return cell.low > cell.high or (cell.low == cell.high and (cell.low_strict or cell.high_strict))
