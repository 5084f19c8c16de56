"""The rows of a table, cut where no merged cell reaches across.

Owns: how far merged cells reach.
Refuses to know: what is in a cell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.law.tree import Row


def row_groups(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Groups of rows that are whole by themselves, in order."""
    held: list[Row] = []
    reach = 0
    for row in rows:
        held.append(row)
        reach = max(reach - 1, *(cell.rows - 1 for cell in row.cells), 0)
        if not reach:
            yield tuple(held)
            held = []
    if held:
        yield tuple(held)


def width_of(rows: Sequence[Row]) -> int:
    """How many columns a group of rows has: the first row has a cell for each."""
    return sum(cell.columns for cell in rows[0].cells) if rows else 0
