"""Columns of a 区分表 cut into pieces that every cell of the column takes whole or not at all.

Owns: the pieces of a column by its type, and cells as sets of pieces (a bit for each piece).
Refuses to know: rows, what lies between them.

A number line is cut at positions, which are whole numbers. A column of whole numbers or dates has one position
for each number. A dense column has two for each limit, the limit itself and what lies just above it, so that a
gap of exactly 25 % can be a piece. A column that cannot be cut (区分の集合) is one piece.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from math import lcm

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
from regcheck.model.types import RATIO, BoolType, DateType, EnumType, NumberType, TextType, Type

YES, NO = "あり", "なし"
_Stretch = tuple[int | None, int | None]
"""From a position up to, not including, another one. None is open."""


class Interval(Frozen):
    """A stretch of a number line in numbers; whole numbers have closed ends only. None is open."""

    low: Fraction | None
    high: Fraction | None
    low_strict: bool = False
    high_strict: bool = False


class Line(Frozen):
    """A number line from `low` to `high`, in positions from `start` up to, not including, `stop`: `edges` are
    those at which a further piece begins. `scale` 0: whole numbers; else a limit stands at 2 × scale × its
    value, and what lies just above it at one more."""

    low: Fraction | None
    high: Fraction | None
    scale: int
    start: int | None
    stop: int | None
    edges: tuple[int, ...] = ()

    @property
    def whole_numbers(self) -> bool:
        return self.scale == 0

    def hull(self, mask: int) -> Interval:
        """From the lowest piece of a mask to its highest."""
        first, end = (mask & -mask).bit_length() - 1, mask.bit_length()
        start = self.edges[first - 1] if first else self.start
        stop = self.edges[end - 1] if end <= len(self.edges) else self.stop
        return self._in_numbers(start, stop)

    def _in_numbers(self, start: int | None, stop: int | None) -> Interval:
        step = self.scale * 2
        if not step:
            low = None if start is None else Fraction(start)
            return Interval(low=low, high=None if stop is None else Fraction(stop - 1))
        return Interval(
            low=None if start is None else Fraction(start - start % 2, step),
            high=None if stop is None else Fraction(stop - stop % 2, step),
            low_strict=start is None or start % 2 == 1,
            high_strict=stop is None or stop % 2 == 0,
        )


class Axis(Frozen):
    """A column cut into pieces: names (None: every other text), a number line, or one uncut piece."""

    column: Column
    names: tuple[str | None, ...] = ()
    line: Line | None = None

    @property
    def size(self) -> int:
        return len(self.names) if self.line is None else len(self.line.edges) + 1

    @property
    def full(self) -> int:
        return (1 << (self.size or 1)) - 1

    @property
    def is_cut(self) -> bool:
        return bool(self.names) or self.line is not None


def cut_column(spec: Specification, column: Column, cells: Sequence[Cell]) -> tuple[Axis, list[int]]:
    """The column cut wherever one of the cells begins or ends, and the pieces that each cell takes."""
    kind = column.type
    if isinstance(kind, NumberType | DateType):
        positions = _Positions(kind, cells)
        axis = Axis(column=column, line=positions.line(kind))
        return axis, [_mask(axis, positions, {}, cell) for cell in cells]
    axis = Axis(column=column, names=_names(spec, kind, cells))
    taken = {name: 1 << i for i, name in enumerate(axis.names)}
    return axis, [_mask(axis, None, taken, cell) for cell in cells]


def _names(spec: Specification, kind: Type, cells: Sequence[Cell]) -> tuple[str | None, ...]:
    match kind:
        case BoolType():
            return YES, NO
        case EnumType(enum=enum):
            return spec.enumerations[enum].members
        case TextType():
            named = {v: None for leaf in leaves(cells) if isinstance(leaf, ValueCell) for v in leaf.values}
            return *named, None
        case _:
            return ()


def leaves(cells: Iterable[Cell]) -> Iterator[ValueCell | RangeCell]:
    """The cells without 又は and それ以外 that cells are made of."""
    for cell in cells:
        match cell:
            case ValueCell() | RangeCell():
                yield cell
            case UnionCell(cells=inner) | OtherCell(excluded=inner):
                yield from leaves(inner)
            case AnyCell():
                continue


class _Positions:
    """Where the ranges of a column begin and end; each is worked out once."""

    def __init__(self, kind: NumberType | DateType, cells: Sequence[Cell]) -> None:
        ranges = [leaf for leaf in leaves(cells) if isinstance(leaf, RangeCell)]
        dense = isinstance(kind, NumberType) and (kind.places > 0 or kind.unit == RATIO)
        limits = [_low(kind), _high(kind), *(v for r in ranges for v in (r.low, r.high))] if dense else []
        self.scale = lcm(*(v.denominator for v in limits if v is not None)) if dense else 0
        self.of = {id(r): _stretch(self.scale, r) for r in ranges}

    def line(self, kind: NumberType | DateType) -> Line:
        low, high = _low(kind), _high(kind)
        start, stop = _stretch(self.scale, Interval(low=low, high=high))
        inner = {
            p
            for ends in self.of.values()
            for p in ends
            if p is not None and (start is None or p > start) and (stop is None or p < stop)
        }
        edges = tuple(sorted(inner))
        return Line(low=low, high=high, scale=self.scale, start=start, stop=stop, edges=edges)


def _low(kind: NumberType | DateType) -> Fraction | None:
    return kind.low if isinstance(kind, NumberType) else Fraction((kind.low or date.min).toordinal())


def _high(kind: NumberType | DateType) -> Fraction | None:
    return kind.high if isinstance(kind, NumberType) else Fraction((kind.high or date.max).toordinal())


def _stretch(scale: int, cell: RangeCell | Interval) -> _Stretch:
    """The positions in a range."""
    low, high = cell.low, cell.high
    start = end = None
    if low is not None:
        top, under = low.numerator, low.denominator
        whole = top // under + 1 if cell.low_strict else -(-top // under)
        start = 2 * top * (scale // under) + cell.low_strict if scale else whole
    if high is not None:
        top, under = high.numerator, high.denominator
        whole = -(-top // under) if cell.high_strict else top // under + 1
        end = 2 * top * (scale // under) + (not cell.high_strict) if scale else whole
    return start, end


def _mask(axis: Axis, positions: _Positions | None, taken: Mapping[str | None, int], cell: Cell) -> int:
    match cell:
        case AnyCell():
            return axis.full
        case RangeCell() if positions is not None and axis.line is not None:
            return _mask_of_range(axis.line, positions.of[id(cell)])
        case _ if not axis.is_cut:
            return axis.full
        case ValueCell(values=values):
            return _union(taken.get(value, 0) for value in values)
        case UnionCell(cells=cells):
            return _union(_mask(axis, positions, taken, inner) for inner in cells)
        case OtherCell(excluded=excluded):
            return axis.full & ~_union(_mask(axis, positions, taken, inner) for inner in excluded)
        case _:
            raise AssertionError(axis.column.heading)


def _union(masks: Iterable[int]) -> int:
    result = 0
    for mask in masks:
        result |= mask
    return result


def _mask_of_range(line: Line, stretch: _Stretch) -> int:
    """Ranges never straddle an edge, so two bisections find their pieces."""
    begin, end = stretch
    first, last = 0, len(line.edges) + 1
    if begin is not None and (line.start is None or begin > line.start):
        first = last if line.stop is not None and begin >= line.stop else bisect_left(line.edges, begin) + 1
    if end is not None and (line.stop is None or end < line.stop):
        last = 0 if line.start is not None and end <= line.start else bisect_left(line.edges, end) + 1
    return (1 << last) - (1 << first) if first < last else 0
