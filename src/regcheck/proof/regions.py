"""A 区分表 as boxes: which rows meet, and which cases no row reaches.

Owns: rows as boxes, meeting pairs, gaps as boxes that do not overlap, and whether a box surely has a case in it.
Refuses to know: what is owed, verdicts.

The rows of a table with a column that cannot be cut are taken to meet, and to reach nothing, which errs on the
side of asking. Where no 前提 and no 対象範囲 narrows the records and every column asks a fact of its own, any
choice of pieces is a case: then boxes alone decide, and nobody has to be asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from regcheck.frozen import Frozen
from regcheck.model.specification import AnyCell, DecisionTable, Specification
from regcheck.model.types import ListType, ReferenceType
from regcheck.proof import meeting
from regcheck.proof.axes import Axis, cut_column
from regcheck.proof.meeting import Box, runs
from regcheck.proof.splitting import Budget, Spent, uncovered


class Grid(Frozen):
    """A table's axes, and each row as the box that it may reach; `exact` says whether it reaches all of it."""

    axes: tuple[Axis, ...]
    rows: tuple[Box, ...]
    exact: tuple[bool, ...]
    free: bool
    """Every box that is not empty has a case in it."""

    @property
    def sizes(self) -> tuple[int, ...]:
        return tuple(axis.size or 1 for axis in self.axes)

    @property
    def lines(self) -> tuple[bool, ...]:
        return tuple(axis.line is not None for axis in self.axes)

    @property
    def whole(self) -> Box:
        return tuple(axis.full for axis in self.axes)

    @property
    def decides(self) -> bool:
        """Whether the boxes alone say what the rows reach."""
        return self.free and all(self.exact)


def grid(spec: Specification, table: DecisionTable) -> Grid:
    """The table cut into pieces."""
    cut = [
        cut_column(spec, column, [row.cells[i] for row in table.rows])
        for i, column in enumerate(table.columns)
    ]
    axes, masks = tuple(axis for axis, _ in cut), [taken for _, taken in cut]
    uncut = [i for i, axis in enumerate(axes) if not axis.is_cut]
    return Grid(
        axes=axes,
        rows=tuple(zip(*masks, strict=True)) if masks else ((),) * len(table.rows),
        exact=tuple(all(isinstance(row.cells[i], AnyCell) for i in uncut) for row in table.rows),
        free=_is_free(spec, table),
    )


def _is_free(spec: Specification, table: DecisionTable) -> bool:
    paths = {column.path for column in table.columns}
    if table.within is not None or len(paths) < len(table.columns):
        return False
    reached = _subjects_from(spec, table.subject)
    return not any(assumption.subject in reached for assumption in spec.assumptions.values())


def _subjects_from(spec: Specification, subject: str) -> set[str]:
    """The 対象 that a record can lead to, itself included."""
    found, queue = set[str](), [subject]
    while queue:
        name = queue.pop()
        if name not in found and name in spec.subjects:
            found.add(name)
            kinds = (one.type for one in spec.subjects[name].fields.values())
            queue += [kind.subject for kind in kinds if isinstance(kind, ReferenceType | ListType)]
    return found


def meeting_pairs(found: Grid) -> Iterator[tuple[int, int]]:
    """Pairs of rows whose boxes meet."""
    return meeting.meeting_pairs(found.sizes, found.rows)


def gaps(found: Grid, budget: Budget | None = None) -> tuple[Box, ...] | None:
    """Boxes, none overlapping, that together are what no row surely reaches; None if the budget is spent."""
    sure = [row for row, exact in zip(found.rows, found.exact, strict=True) if exact]
    try:
        open_boxes = list(uncovered(found.whole, sure, found.lines, budget or Budget()))
    except Spent:
        return None
    split = (piece for box in _merged(open_boxes) for piece in _in_runs(box, found.lines))
    return tuple(sorted(split, key=_reading_order))


def is_stretch(axis: Axis, mask: int) -> bool:
    """Whether the mask is part of a number line and more than a single number."""
    if axis.line is None or mask == axis.full:
        return False
    hull = axis.line.hull(mask)
    return hull.low is None or hull.low != hull.high


def _in_runs(box: Box, lines: Sequence[bool]) -> Iterator[Box]:
    """A box for each unbroken stretch of a number line: each may well want a row of its own."""
    choices = [runs(mask) if line else (mask,) for mask, line in zip(box, lines, strict=True)]
    yield from product(*choices)


def _reading_order(box: Box) -> Box:
    """By the first piece of each column, so that gaps come in the order in which a table would list them."""
    return tuple(mask & -mask for mask in box)


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
