"""A 区分表 as boxes: which rows meet, and which cases no row reaches.

Owns: rows as boxes, meeting pairs, and gaps as boxes that do not overlap.
Refuses to know: 前提, 対象範囲, verdicts (a box may be empty under them: that is asked of a prover).

A box is one bit mask per column, a bit per piece. The rows of a table with a column that cannot be cut are
taken to meet, and to reach nothing, which errs on the side of asking.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from regcheck.frozen import Frozen
from regcheck.model.specification import AnyCell, DecisionTable, Specification
from regcheck.proof.axes import Axis, axis_of, mask_of, simple_cells

Box = tuple[int, ...]


class Grid(Frozen):
    """A table's axes, and each row as the box it may reach and the box it surely reaches (None: unknown)."""

    axes: tuple[Axis, ...]
    rows: tuple[Box, ...]
    sure: tuple[Box | None, ...]


def grid(spec: Specification, table: DecisionTable) -> Grid:
    """The table cut into pieces."""
    axes = tuple(
        axis_of(spec, column, [leaf for row in table.rows for leaf in simple_cells(row.cells[i])])
        for i, column in enumerate(table.columns)
    )
    rows = tuple(
        tuple(mask_of(axis, cell) for axis, cell in zip(axes, r.cells, strict=True)) for r in table.rows
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
