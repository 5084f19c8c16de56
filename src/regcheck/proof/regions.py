"""A 区分表 as boxes: which rows meet, and which cases no row reaches.

Owns: cutting every column into pieces that all cells respect, rows as sets of pieces, meeting pairs, gaps as
boxes that do not overlap, and boxes back as formulas and cells.
Refuses to know: 前提, 対象範囲, verdicts (a box may be empty under them: that is asked of a prover).

A box is one bit mask per column, a bit per piece. The pieces of a dense column include limits as points, so
that a gap of exactly 25 % is a box of its own. A column that cannot be cut (区分の集合) is one piece: its
rows are taken to meet, and to reach nothing, which errs on the side of asking.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    DecisionTable,
    OtherCell,
    RangeCell,
    Specification,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import RATIO, BoolType, DateType, EnumType, NumberType, TextType

Box = tuple[int, ...]

YES, NO = "あり", "なし"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """A piece of a number line; a whole-number column uses closed ends only. None is open."""

    low: Fraction | None
    high: Fraction | None
    low_strict: bool = False
    high_strict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table's axes, and each row as the box it may reach and the box it surely reaches (None: unknown)."""

    axes: tuple[Axis, ...]
    rows: tuple[Box, ...]
    sure: tuple[Box | None, ...]


def grid(spec: Specification, table: DecisionTable) -> Grid:
    """The table cut into pieces."""
    axes = tuple(
        _axis(spec, column, [leaf for row in table.rows for leaf in _leaves(row.cells[i])])
        for i, column in enumerate(table.columns)
    )
    rows = tuple(
        tuple(_mask(axis, cell) for axis, cell in zip(axes, r.cells, strict=True)) for r in table.rows
    )
    uncut = [i for i, axis in enumerate(axes) if not axis.is_cut]
    sure = tuple(
        None if any(not isinstance(row.cells[i], AnyCell) for i in uncut) else box
        for row, box in zip(table.rows, rows, strict=True)
    )
    return Grid(axes=axes, rows=rows, sure=sure)


def meeting_pairs(found: Grid) -> Iterator[tuple[int, int]]:
    """Pairs of rows whose boxes meet, by one bit set of rows for each piece of each column."""
    reach = [
        [sum(1 << r for r, box in enumerate(found.rows) if box[c] >> piece & 1) for piece in range(axis.size)]
        for c, axis in enumerate(found.axes)
    ]
    for row, box in enumerate(found.rows):
        others = (1 << row) - 1
        for c, mask in enumerate(box):
            others &= _union(reach[c], mask)
        yield from ((other, row) for other in _bits(others))


def _union(reach: Sequence[int], mask: int) -> int:
    result = 0
    for piece in _bits(mask):
        result |= reach[piece]
    return result


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def gaps(found: Grid, *, budget: int = 20_000) -> tuple[Box, ...] | None:
    """Boxes, none overlapping, that together are what no row surely reaches; None if the budget is spent."""
    open_boxes: list[Box] = [tuple(axis.full for axis in found.axes)]
    for row in found.sure:
        if row is None:
            continue
        open_boxes = [piece for box in open_boxes for piece in _minus(box, row)]
        if len(open_boxes) > budget:
            return None
    intervals = [bool(axis.intervals) for axis in found.axes]
    split = (piece for box in _merged(open_boxes) for piece in _in_runs(box, intervals))
    return tuple(sorted(split, key=_reading_order))


def is_stretch(axis: Axis, mask: int) -> bool:
    """Whether the mask is part of a number line and more than a single number."""
    pieces = [p for i, p in enumerate(axis.intervals) if mask >> i & 1]
    return mask != axis.full and bool(pieces) and pieces[0].low != pieces[-1].high


def _in_runs(box: Box, intervals: Sequence[bool]) -> Iterator[Box]:
    """A box for each unbroken stretch of a number line: each may well want a row of its own."""
    choices = [runs(mask) if cut else (mask,) for mask, cut in zip(box, intervals, strict=True)]
    yield from product(*choices)


def runs(mask: int) -> Iterator[int]:
    """The stretches of neighbouring bits, lowest first."""
    while mask:
        run = mask & ~(mask + (mask & -mask))
        yield run
        mask ^= run


def _reading_order(box: Box) -> Box:
    """By the first piece of each column, so that gaps come in the order in which a table would list them."""
    return tuple(mask & -mask for mask in box)


def _minus(box: Box, row: Box) -> Iterator[Box]:
    if not all(b & r for b, r in zip(box, row, strict=True)):
        yield box
        return
    for c, (mine, taken) in enumerate(zip(box, row, strict=True)):
        if rest := mine & ~taken:
            met = tuple(b & r for b, r in zip(box[:c], row[:c], strict=True))
            yield (*met, rest, *box[c + 1 :])


def _merged(boxes: Sequence[Box]) -> list[Box]:
    """Boxes that differ in one column only are joined, until none do."""
    result = list(boxes)
    columns = len(boxes[0]) if boxes else 0
    before = -1
    while len(result) != before:
        before = len(result)
        for c in range(columns - 1, -1, -1):
            joined = dict[tuple[Box, Box], int]()
            for box in result:
                key = (box[:c], box[c + 1 :])
                joined[key] = joined.get(key, 0) | box[c]
            result = [(*head, mask, *tail) for (head, tail), mask in joined.items()]
    return result


# ---------------------------------------------------------------- columns and cells


def _leaves(cell: Cell) -> Iterator[ValueCell | RangeCell]:
    match cell:
        case ValueCell() | RangeCell():
            yield cell
        case UnionCell(cells=cells) | OtherCell(excluded=cells):
            for inner in cells:
                yield from _leaves(inner)
        case AnyCell():
            return


def _axis(spec: Specification, column: Column, leaves: Sequence[ValueCell | RangeCell]) -> Axis:
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


def _mask(axis: Axis, cell: Cell) -> int:
    if not axis.is_cut:
        return axis.full
    match cell:
        case AnyCell():
            return axis.full
        case ValueCell(values=values):
            return sum(1 << i for i, name in enumerate(axis.names) if name in values)
        case RangeCell():
            wanted = _closed(cell) if axis.whole_numbers else cell
            return sum(1 << i for i, piece in enumerate(axis.intervals) if _inside(piece, wanted))
        case UnionCell(cells=cells):
            return _mask_of_any(axis, cells)
        case OtherCell(excluded=excluded):
            return axis.full & ~_mask_of_any(axis, excluded)


def _mask_of_any(axis: Axis, cells: Sequence[Cell]) -> int:
    result = 0
    for cell in cells:
        result |= _mask(axis, cell)
    return result


def _inside(piece: Interval, cell: RangeCell | Interval) -> bool:
    """Whether the piece lies in the range; pieces never straddle a limit."""
    return _above(piece, cell) and _below(piece, cell)


def _above(piece: Interval, cell: RangeCell | Interval) -> bool:
    if cell.low is None:
        return True
    if piece.low is None or piece.low < cell.low:
        return False
    return piece.low > cell.low or piece.low_strict or not cell.low_strict


def _below(piece: Interval, cell: RangeCell | Interval) -> bool:
    if cell.high is None:
        return True
    if piece.high is None or piece.high > cell.high:
        return False
    return piece.high < cell.high or piece.high_strict or not cell.high_strict
