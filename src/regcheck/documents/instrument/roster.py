"""A list of records → CSV and docx.

Owns: the two forms of a list, as long as it may be.
Refuses to know: what the records are of.
"""

from __future__ import annotations

import csv
from io import StringIO

from regcheck.documents.instrument.flow import Align, Block, Box, Flow, Grid, Line, Role
from regcheck.documents.instrument.grids import grid_of
from regcheck.documents.instrument.profile import PLAIN, Profile
from regcheck.frozen import Frozen
from regcheck.law.words import Words

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel does not read UTF-8."""


class Roster(Frozen):
    """Records, each with as many cells as there are headings."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    """The columns that hold numbers: they are set to the right."""


def to_csv(roster: Roster) -> bytes:
    """The file as Excel reads it: UTF-8 with a byte order mark, lines that end as RFC 4180 has it."""
    held = StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow(roster.headings)
    writer.writerows(roster.rows)
    return (BYTE_ORDER_MARK + held.getvalue()).encode()


def roster_to_docx(roster: Roster, profile: Profile = PLAIN, draft: str = "") -> bytes:
    """A table whose headings stand on every page. No cells are merged: a page is read by itself."""
    from regcheck.documents.instrument.docx.package import to_docx

    title = Line(role=Role.TITLE, parts=(Words(roster.title),), keeps=True)
    blocks: tuple[Block, ...] = (title, _grid(roster)) if roster.title else (_grid(roster),)
    return to_docx(Flow(title=roster.title, blocks=blocks), profile, draft)


def _grid(roster: Roster) -> Grid:
    heading = tuple(_box(text, Align.CENTER) for text in roster.headings)
    aligned = [Align.END if n in roster.numbers else Align.START for n in range(len(roster.headings))]
    rows = [tuple(map(_box, row, aligned)) for row in roster.rows]
    return grid_of((heading, *rows), headings=1)


def _box(text: str, align: Align) -> Box:
    return Box(column=0, content=(Line(role=Role.CELL, parts=(Words(text),), align=align),))
