"""Rows of cells with spans → a grid in which every place belongs to one box.

Owns: where a cell stands when others reach down or across, and how wide the columns are.
Refuses to know: what is in a cell.

Spans that reach into another cell or below the last row are cut, short rows are filled: as browsers do it, but that
boxes never overlap.
"""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.documents.instrument.flow import Box, Grid, Line
from regcheck.frozen import replace

NARROWEST = 3
"""字 of a column, at least."""
FITTING = 40
"""字 of all columns together."""


def grid_of(rows: Sequence[Sequence[Box]], headings: int = 0, rest: int = 0) -> Grid:
    """The grid of rows whose boxes have no column yet; the first `headings` rows are headings."""
    placed = _placed(rows)
    width = max((box.column + box.columns for row in placed for box in row), default=1)
    filled = _filled(placed, width)
    return Grid(rows=filled, widths=_widths(filled, width), headings=headings, rest=rest)


def _placed(rows: Sequence[Sequence[Box]]) -> list[list[Box]]:
    """Every box at the first free column of its row."""
    reach: dict[int, int] = {}
    """Column → the first row that is free in it."""
    placed: list[list[Box]] = []
    for number, row in enumerate(rows):
        column, line = 0, list[Box]()
        for box in row:
            while reach.get(column, 0) > number:
                column += 1
            columns = next(
                (n for n in range(1, box.columns) if reach.get(column + n, 0) > number), box.columns
            )
            down = min(box.rows, len(rows) - number)
            line.append(replace(box, column=column, columns=columns, rows=down))
            reach.update(dict.fromkeys(range(column, column + columns), number + down))
            column += columns
        placed.append(line)
    return placed


def _filled(placed: list[list[Box]], width: int) -> tuple[tuple[Box, ...], ...]:
    """The rows with empty boxes where nothing stands."""
    taken = {
        (row + down, box.column + across)
        for row, boxes in enumerate(placed)
        for box in boxes
        for down in range(box.rows)
        for across in range(box.columns)
    }
    return tuple(
        tuple(
            sorted(
                [*boxes, *(Box(column=n) for n in range(width) if (row, n) not in taken)],
                key=lambda box: box.column,
            )
        )
        for row, boxes in enumerate(placed)
    )


def _widths(rows: tuple[tuple[Box, ...], ...], width: int) -> tuple[int, ...]:
    """By the longest text of each column; where all do not fit, the widest give way."""
    longest = [NARROWEST] * width
    for box in (box for row in rows for box in row if box.columns == 1):
        longest[box.column] = max(longest[box.column], _length(box))
    widest = max(longest)
    widest = min(widest, FITTING)
    while widest > NARROWEST and sum(min(column, widest) for column in longest) > FITTING:
        widest -= 1
    return tuple(min(column, widest) for column in longest)


SIDES = (("改正後", "改正前"), ("改正案", "現行"))
"""The headings of a table whose halves face each other."""


def faces(grid: Grid) -> bool:
    """Whether a grid has two versions side by side: its first row says so."""
    first = grid.rows[0] if grid.rows else ()
    said = tuple(part.words.text for box in first[:2] for part in box.content if isinstance(part, Line))
    return said in SIDES


def facing(grid: Grid) -> Grid:
    """The grid with two sides of one width, whatever is in them."""
    middle, end = (box.column + box.columns for box in grid.rows[0][:2])
    widths = grid.widths
    left, right = widths[:middle], widths[middle:end]
    if len(left) == len(right):
        same = tuple(map(max, left, right))
        return replace(grid, widths=(*same, *same, *widths[end:]))
    whole = sum(left) * sum(right)
    return replace(
        grid,
        widths=(
            *(width * whole // sum(left) for width in left),
            *(width * whole // sum(right) for width in right),
            *widths[end:],
        ),
    )


def _length(box: Box) -> int:
    """字 of its longest line, and the space beside it."""
    return max((len(part.words.text) + 1 for part in box.content if isinstance(part, Line)), default=0)
