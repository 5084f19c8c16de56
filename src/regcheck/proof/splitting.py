"""What boxes leave open of a box: split in two until each half is reached whole or not at all.

Owns: the search for what no row reaches, as boxes that do not overlap, within a budget of steps.
Refuses to know: columns, words, what a gap means.

A node is a box with the rows that meet it. One row that takes all of it closes it; no row leaves it open. Else it
is cut along the side of a row that cuts few others and leaves the halves alike: tables are mostly made by
dividing again and again, and such a cut exists as long as they are. Boxes thrown at random have none, and then
the budget ends it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from regcheck.frozen import Mutable
from regcheck.proof.meeting import Box, runs

_CUT_COSTS = 4
"""A row that lies on both sides of a cut weighs as much as this many rows on the longer side."""
_FEW = 3
_MOST_CHOICES = 12


class Spent(Exception):  # noqa: N818  # an answer, not an error
    """The budget does not suffice to say what is open."""


class Budget(Mutable):
    """Steps that are left: one for each row of each node."""

    steps: int = 1_000_000

    def take(self, steps: int) -> None:
        """Raises Spent when there are none left."""
        self.steps -= steps
        if self.steps < 0:
            raise Spent


def uncovered(box: Box, rows: Sequence[Box], lines: Sequence[bool], budget: Budget) -> Iterator[Box]:
    """Boxes, none overlapping, that together are what the rows leave open of a box. `lines` says which columns are
    number lines. Raises Spent."""
    waiting = [(box, _met(box, rows))]
    while waiting:
        node, alive = waiting.pop()
        budget.take(len(alive) + 1)
        if any(not any(mine & ~taken for mine, taken in zip(node, row, strict=True)) for row in alive):
            continue
        if len(alive) <= _FEW:
            yield from _without(node, alive)
            continue
        column, side = _cut(node, alive, lines)
        waiting += (_part(node, alive, column, node[column] & ~side), _part(node, alive, column, side))


def _met(box: Box, rows: Sequence[Box]) -> list[Box]:
    return [row for row in rows if all(mine & taken for mine, taken in zip(box, row, strict=True))]


def _part(box: Box, rows: Sequence[Box], column: int, side: int) -> tuple[Box, list[Box]]:
    return (*box[:column], side, *box[column + 1 :]), [row for row in rows if row[column] & side]


def _without(box: Box, rows: Sequence[Box]) -> list[Box]:
    """The box without a few rows, one after the other."""
    left = [box]
    for row in rows:
        left = [piece for one in left for piece in minus(one, row)]
    return left


def minus(box: Box, row: Box) -> Iterator[Box]:
    """A box without another, column by column."""
    if not all(mine & taken for mine, taken in zip(box, row, strict=True)):
        yield box
        return
    for c, (mine, taken) in enumerate(zip(box, row, strict=True)):
        if rest := mine & ~taken:
            met = tuple(b & r for b, r in zip(box[:c], row[:c], strict=True))
            yield (*met, rest, *box[c + 1 :])


def _cut(box: Box, rows: Sequence[Box], lines: Sequence[bool]) -> tuple[int, int]:
    """A column and the side of it that is parted from the rest. No row takes all of the box, so each has a side."""
    best, found = None, (0, 0)
    for column, mask in enumerate(box):
        if mask & (mask - 1):
            masks = [row[column] & mask for row in rows]
            choices = _planes(mask, masks) if lines[column] else _sides(mask, masks)
            for cost, side in choices:
                if best is None or cost < best:
                    best, found = cost, (column, side)
    return found


def _planes(mask: int, masks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cuts across a number line at which a row begins or ends, with their costs."""
    first, last = (mask & -mask).bit_length() - 1, mask.bit_length()
    begins, ends = Counter[int](), Counter[int]()
    stretches = 0
    for taken in masks:
        low, end = taken & -taken, taken.bit_length()
        for run in (taken,) if taken + low == 1 << end else runs(taken):
            begins[(run & -run).bit_length() - 1] += 1
            ends[run.bit_length()] += 1
            stretches += 1
    begun, ended = begins[first], 0
    for at in sorted({*begins, *ends} - {first, last}):
        ended += ends[at]
        longer = max(ended, stretches - begun)
        yield longer + _CUT_COSTS * (begun - ended), mask & ((1 << at) - 1)
        begun += begins[at]


def _sides(mask: int, masks: Sequence[int]) -> Iterator[tuple[int, int]]:
    """What one row takes of the names, against the rest, with the costs; the sides that most rows share."""
    shared = Counter(taken for taken in masks if taken != mask)
    for side, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_MOST_CHOICES]:
        inside = sum(not taken & ~side for taken in masks)
        outside = sum(not taken & side for taken in masks)
        across = len(masks) - inside - outside
        yield max(inside, outside) + _CUT_COSTS * across, side
