"""Columns of a 区分表 cut into pieces that every cell of the column takes whole or not at all.

Owns: the pieces of a column by its type, and cells as sets of pieces (a bit for each piece).
Refuses to know: rows, what lies between them.

The pieces of a dense column include limits as points, so that a gap of exactly 25 % is a piece of its own. A
column that cannot be cut (区分の集合) is one piece.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction

from regcheck.frozen import Frozen
from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    OtherCell,
    RangeCell,
    Specification,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import RATIO, BoolType, DateType, EnumType, NumberType, TextType

YES, NO = "あり", "なし"


class Interval(Frozen):
    """A piece of a number line; a whole-number column uses closed ends only. None is open."""

    low: Fraction | None
    high: Fraction | None
    low_strict: bool = False
    high_strict: bool = False


class Axis(Frozen):
    """A column cut into pieces: names (None: every other text), intervals in order, or one uncut piece."""

    column: Column
    names: tuple[str | None, ...] = ()
    intervals: tuple[Interval, ...] = ()
    whole_numbers: bool = False

    @property
    def size(self) -> int:
        return len(self.names) or len(self.intervals) or 1

    @property
    def full(self) -> int:
        return (1 << self.size) - 1

    @property
    def is_cut(self) -> bool:
        return bool(self.names or self.intervals)


def simple_cells(cell: Cell) -> Iterator[ValueCell | RangeCell]:
    """The cells without 又は and それ以外 that a cell is made of."""
    match cell:
        case ValueCell() | RangeCell():
            yield cell
        case UnionCell(cells=cells) | OtherCell(excluded=cells):
            for inner in cells:
                yield from simple_cells(inner)
        case AnyCell():
            return


def axis_of(spec: Specification, column: Column, leaves: Sequence[ValueCell | RangeCell]) -> Axis:
    """The column cut wherever one of the cells begins or ends."""
    match column.type:
        case BoolType():
            return Axis(column=column, names=(YES, NO))
        case EnumType(enum=enum):
            return Axis(column=column, names=spec.enumerations[enum].members)
        case TextType():
            named = {v: None for leaf in leaves if isinstance(leaf, ValueCell) for v in leaf.values}
            return Axis(column=column, names=(*named, None))
        case NumberType(places=places, unit=unit, low=low, high=high):
            ranges = [leaf for leaf in leaves if isinstance(leaf, RangeCell)]
            whole = places == 0 and unit != RATIO
            return _number_axis(column, ranges, low, high, whole)
        case DateType():
            ranges = [leaf for leaf in leaves if isinstance(leaf, RangeCell)]
            return _number_axis(column, ranges, None, None, whole=True)
        case _:
            return Axis(column=column)


def _number_axis(
    column: Column, ranges: Sequence[RangeCell], low: Fraction | None, high: Fraction | None, whole: bool
) -> Axis:
    cut = _whole_pieces if whole else _dense_pieces
    intervals = tuple(cut(ranges, low, high))
    return Axis(column=column, intervals=intervals, whole_numbers=whole)


def _whole_pieces(
    ranges: Sequence[RangeCell], low: Fraction | None, high: Fraction | None
) -> Iterator[Interval]:
    """Closed runs of whole numbers, cut where any range begins or has ended."""
    starts = set[Fraction]()
    for one in (_closed(r) for r in ranges):
        starts |= {one.low} if one.low is not None else set()
        starts |= {one.high + 1} if one.high is not None else set()
    inner = sorted(s for s in starts if (low is None or s > low) and (high is None or s <= high))
    edges = [low, *inner]
    for i, start in enumerate(edges):
        yield Interval(low=start, high=inner[i] - 1 if i < len(inner) else high)


def _closed(cell: RangeCell) -> Interval:
    """The same whole numbers with both ends included."""
    low, high = cell.low, cell.high
    if low is not None:
        low = Fraction(low.__floor__() + 1) if cell.low_strict else Fraction(low.__ceil__())
    if high is not None:
        high = Fraction(high.__ceil__() - 1) if cell.high_strict else Fraction(high.__floor__())
    return Interval(low=low, high=high)


def _dense_pieces(
    ranges: Sequence[RangeCell], low: Fraction | None, high: Fraction | None
) -> Iterator[Interval]:
    """Points at the limits and open runs between them."""
    limits = {limit for r in ranges for limit in (r.low, r.high) if limit is not None}
    limits |= {limit for limit in (low, high) if limit is not None}
    inner = sorted(v for v in limits if (low is None or v >= low) and (high is None or v <= high))
    if low is None:
        yield Interval(low=None, high=inner[0] if inner else None, high_strict=True)
    for i, limit in enumerate(inner):
        yield Interval(low=limit, high=limit)
        last = i + 1 == len(inner)
        if not (last and high is not None):
            above = None if last else inner[i + 1]
            yield Interval(low=limit, high=above, low_strict=True, high_strict=True)


def mask_of(axis: Axis, cell: Cell) -> int:
    """The pieces of the column that the cell takes."""
    if not axis.is_cut:
        return axis.full
    match cell:
        case AnyCell():
            return axis.full
        case ValueCell(values=values):
            return sum(1 << i for i, name in enumerate(axis.names) if name in values)
        case RangeCell():
            return _stretch(axis, _closed(cell) if axis.whole_numbers else cell)
        case UnionCell(cells=cells):
            return _mask_of_any(axis, cells)
        case OtherCell(excluded=excluded):
            return axis.full & ~_mask_of_any(axis, excluded)


def _mask_of_any(axis: Axis, cells: Sequence[Cell]) -> int:
    result = 0
    for cell in cells:
        result |= mask_of(axis, cell)
    return result


def _stretch(axis: Axis, cell: RangeCell | Interval) -> int:
    """The pieces in a range: they lie in order and never straddle a limit, so two bisections find them."""
    first = bisect_left(axis.intervals, True, key=lambda piece: _above(piece, cell))
    end = bisect_left(axis.intervals, True, key=lambda piece: not _below(piece, cell))
    return (1 << end) - (1 << first) if first < end else 0


def _above(piece: Interval, cell: RangeCell | Interval) -> bool:
    """Whether the piece lies above the lower limit."""
    if cell.low is None:
        return True
    if piece.low is None or piece.low < cell.low:
        return False
    return piece.low > cell.low or piece.low_strict or not cell.low_strict


def _below(piece: Interval, cell: RangeCell | Interval) -> bool:
    """Whether the piece lies below the upper limit."""
    if cell.high is None:
        return True
    if piece.high is None or piece.high > cell.high:
        return False
    return piece.high < cell.high or piece.high_strict or not cell.high_strict
