"""Rows of a comparison → the tables of an amending instrument.

Owns: which rows share a table, the rules between them, what stands above and below.
Refuses to know: how a side of a row becomes a cell, pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from regcheck.documents.comparison.annexes import KINDS, annex_table
from regcheck.documents.comparison.cells import cell_of
from regcheck.documents.comparison.styles import NEW, OLD, Style
from regcheck.frozen import Frozen, replace
from regcheck.law.comparing.rows import Row
from regcheck.law.comparing.units import UnitKind
from regcheck.law.tree import Cell, Frame, Framed, Remarks, Row as TableRow, Sentence, Table
from regcheck.law.words import NOTHING, Words


class TwoSided(Frozen):
    """A table, and which of its rows are which row of the comparison."""

    framed: Framed
    extents: tuple[tuple[Row, int], ...]
    """Each row of the comparison with how many rows of the table it has, after those that head it."""


def tables_of(rows: Sequence[Row], style: Style) -> Iterator[TwoSided]:
    """The rows in order; those of a table of the instrument in a table of their own."""
    groups = list(_groups([row for row in rows if row.is_printed]))
    for number, group in enumerate(groups):
        made = annexed(group, style) if group[0].kind in KINDS else _sided(group, style)
        title = Words(style.above) if style.above and not number else NOTHING
        is_last = number == len(groups) - 1 and bool(style.remarks)
        after = (_remarks(style),) if is_last else ()
        yield replace(made, framed=replace(made.framed, title=title, after=after))


def _groups(rows: Sequence[Row]) -> Iterator[list[Row]]:
    """Runs of rows that share a table."""
    for is_annex, run in groupby(rows, key=lambda row: row.kind in KINDS):
        held: list[Row] = []
        for row in run:
            if is_annex and row.kind is UnitKind.TABLE and held:
                yield held
                held = []
            held.append(row)
        yield held


def _sided(rows: Sequence[Row], style: Style) -> TwoSided:
    """改正後 first; no rules between the rows, so that each side reads as one text."""
    last = len(rows) - 1
    made = [
        TableRow(
            cells=tuple(
                _ruled(cell_of(face, row, style), top=not n, bottom=n == last) for face in (row.new, row.old)
            )
        )
        for n, row in enumerate(rows)
    ]
    table = Table(rows=tuple(made), headings=((Words(NEW), Words(OLD)),))
    return TwoSided(framed=Framed(frame=Frame.TABLE, body=table), extents=tuple((row, 1) for row in rows))


def _ruled(cell: Cell, *, top: bool, bottom: bool) -> Cell:
    sides = [("BorderBottom", bottom), ("BorderTop", top)]
    return replace(cell, rest=tuple((name, "none") for name, is_drawn in sides if not is_drawn))


def annexed(rows: Sequence[Row], style: Style) -> TwoSided:
    """The rows of one table of the instrument."""
    table, extents = annex_table(rows, style)
    framed = Framed(frame=Frame.TABLE, body=table)
    return TwoSided(framed=framed, extents=tuple(zip(rows, extents, strict=True)))


def _remarks(style: Style) -> Remarks:
    return Remarks(label=Words("備考"), sentences=(Sentence(words=Words(style.remarks)),))
