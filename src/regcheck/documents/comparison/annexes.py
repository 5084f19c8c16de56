"""Rows of a table inside of the instrument → a table of its own whose sides are that table twice.

Owns: the columns of both sides, and that rows of both begin on one level.
Refuses to know: provisions in sentences.

法令標準XML has no table in a cell. So a 別表 is compared in a table of its own: its columns under 改正後, and again under
改正前.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regcheck.documents.comparison.cells import sign_cell
from regcheck.documents.comparison.styles import NEW, OLD, Style
from regcheck.frozen import replace
from regcheck.law.comparing.faces import Face
from regcheck.law.comparing.row_groups import width_of
from regcheck.law.comparing.rows import Row
from regcheck.law.comparing.units import UnitKind
from regcheck.law.tree import Cell, Framed, Row as TableRow, Sentence, Table
from regcheck.law.words import NOTHING, Words

KINDS = frozenset({UnitKind.TABLE, UnitKind.ROWS})


def annex_table(rows: Sequence[Row], style: Style) -> tuple[Table, list[int]]:
    """The table for the rows of one table of the instrument, and how many rows each of them has in it."""
    widths = (_width(row.new for row in rows), _width(row.old for row in rows))
    heads = tuple(_heading(Words(name), width) for name, width in zip((NEW, OLD), widths, strict=True))
    made, extents = [TableRow(cells=heads)], list[int]()
    for row in rows:
        sides = [
            _side(face, row, width, style) for face, width in zip((row.new, row.old), widths, strict=True)
        ]
        held = _side_by_side(sides, widths)
        made += held
        extents.append(len(held))
    return Table(rows=tuple(made)), extents


def _width(faces: Iterable[Face | None]) -> int:
    return max((_columns(face) for face in faces if face), default=1)


def _columns(face: Face) -> int:
    match face.own:
        case Table(rows=rows):
            return width_of(rows)
        case Framed(body=Table(headings=headings)):
            return max(map(len, headings), default=1)
        case _:
            return 1


def _side(face: Face | None, row: Row, width: int, style: Style) -> list[list[Cell]]:
    """The rows of one side, each as wide as the side."""
    if face is None:
        return [[replace(sign_cell(row, style), columns=width)]]
    if face.is_left_out:
        return [[_across(Words(style.left_out), width)]]
    match face.own:
        case Table(rows=rows):
            return _filled(rows, width)
        case Framed(title=title, body=Table(headings=headings)):
            titles = [[_across(title, width)]] if title.text else []
            return titles + [
                _filled_row([_heading(words) for words in several], width) for several in headings
            ]
        case _:
            raise AssertionError(face.own)


def _filled(rows: Sequence[TableRow], width: int) -> list[list[Cell]]:
    """The rows with an empty cell where they are too short."""
    reach: list[tuple[int, int]] = []
    """(rows that are left, columns) of the cells from above."""
    made: list[list[Cell]] = []
    for row in rows:
        taken = sum(columns for left, columns in reach if left)
        made.append(_filled_row(list(row.cells), width - taken))
        reach = [(left - 1, columns) for left, columns in reach if left > 1]
        reach += [(cell.rows - 1, cell.columns) for cell in row.cells if cell.rows > 1]
    return made


def _filled_row(cells: list[Cell], width: int) -> list[Cell]:
    missing = width - sum(cell.columns for cell in cells)
    return [*cells, _across(NOTHING, missing)] if missing > 0 else cells


def _side_by_side(sides: Sequence[list[list[Cell]]], widths: Sequence[int]) -> list[TableRow]:
    """Rows of both sides on one level; the shorter side ends with empty ones."""
    most = max(map(len, sides))
    padded = [
        [*side, *([_across(NOTHING, width)] for _ in range(most - len(side)))]
        for side, width in zip(sides, widths, strict=True)
    ]
    return [TableRow(cells=(*new, *old)) for new, old in zip(*padded, strict=True)]


def _across(words: Words, width: int) -> Cell:
    return Cell(content=(Sentence(words=words),), columns=width)


def _heading(words: Words, width: int = 1) -> Cell:
    return Cell(content=(Sentence(words=words),), columns=width, rest=(("Align", "center"),))
