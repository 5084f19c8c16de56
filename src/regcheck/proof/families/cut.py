"""A 区分表 with everything that its families share: cut once, named as far as somebody asks.

Owns: the grid, the bit sets of rows that meet, names and conditions of rows.
Refuses to know: what is owed.
"""

from __future__ import annotations

from regcheck.model.specification import DecisionTable, Specification
from regcheck.proof.boxes import RowNames, row_condition_of
from regcheck.proof.meeting import Meeting
from regcheck.proof.question import Labelled
from regcheck.proof.regions import Grid, grid


class Cut:
    """A table, its boxes, and its rows by name."""

    def __init__(self, table: DecisionTable, boxes: Grid) -> None:
        self.table, self.grid = table, boxes
        self.names = RowNames(table, boxes.rows)
        self.meeting = Meeting(boxes.sizes, boxes.rows)

    def row(self, index: int) -> Labelled:
        """The row applies."""
        return row_condition_of(self.table, index, self.names[index])

    def outputs_differ(self, left: int, right: int) -> bool:
        """Whether two rows give different results."""
        return self.table.rows[left].outputs != self.table.rows[right].outputs


def cut(spec: Specification, table: DecisionTable) -> Cut:
    """The table cut into pieces."""
    return Cut(table, grid(spec, table))
