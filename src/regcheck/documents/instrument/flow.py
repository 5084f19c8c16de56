"""An instrument as it is laid out on pages: lines with indents, tables, new pages. Every format prints this.

Owns: the shapes of a page, in 字, and which signs are no words of the instrument.
Refuses to know: trees of laws, formats, paper.

Nothing here belongs to one format, so that docx, HTML and PDF have the same words in the same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from regcheck.frozen import Frozen
from regcheck.law.address import Address
from regcheck.law.plain import WIDE_SPACE
from regcheck.law.tree import Attributes
from regcheck.law.words import Words, joined


class Role(StrEnum):
    """What a line is; a format has a style for each."""

    NUMBER = "number"
    TITLE = "title"
    ENACTMENT = "enactment"
    CONTENTS = "contents"
    HEADING = "heading"
    """第一章　総則."""
    CAPTION = "caption"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    SUPPLEMENT = "supplement"
    ANNEX = "annex"
    TABLE_TITLE = "table-title"
    REMARKS = "remarks"
    CELL = "cell"
    NOTE = "note"
    FORM = "form"
    """A line of a 様式 that its XML has only as a file."""


class Align(StrEnum):
    """Where the words of a line stand."""

    START = "start"
    CENTER = "center"
    END = "end"


class Line(Frozen):
    """A line that may run over: its parts stand with an ideographic space between them."""

    role: Role
    parts: tuple[Words, ...] = ()
    labels: int = 0
    """How many of the parts, from the first, are labels."""
    first: int = 0
    """Indent of the first line, in 字."""
    rest: int = 0
    """Indent of what runs over."""
    address: Address = Address()
    """The provision it stands in."""
    anchors: tuple[Address, ...] = ()
    """The provisions that begin with it: a 条 and its first 項 share a line."""
    align: Align = Align.START
    keeps: bool = False
    """It never stands alone at the end of a page."""
    aside: str = ""
    """Said after the words, and no word of the instrument: the number of what amended it, the name of a picture."""

    @property
    def words(self) -> Words:
        """The whole line without the aside."""
        return spaced(*self.parts)

    @property
    def label(self) -> Words:
        return spaced(*self.parts[: self.labels])

    @property
    def body(self) -> Words:
        return spaced(*self.parts[self.labels :])

    @property
    def is_form(self) -> bool:
        """Whether its words are of a form and not of the instrument."""
        return self.role is Role.FORM


class Box(Frozen):
    """A cell of a grid: where it begins, how far it reaches, what is in it."""

    column: int
    content: tuple[Line | Grid, ...] = ()
    rows: int = 1
    columns: int = 1
    is_heading: bool = False
    look: Attributes = ()
    """BorderTop, BorderLeft …, Align: as the XML names them."""


class Grid(Frozen):
    """A table. Boxes never overlap, and every place belongs to one."""

    rows: tuple[tuple[Box, ...], ...]
    """By the row in which they begin."""
    widths: tuple[int, ...]
    """Of the columns, in parts of the whole."""
    headings: int = 0
    """How many rows are repeated on every page."""
    rest: int = 0
    """Indent, in 字."""


class NewPage(Frozen):
    """What follows begins a page, in 横書き if it is upright."""

    is_upright: bool = False


Block = Line | Grid | NewPage


class Flow(Frozen):
    """A document: its name and what is printed."""

    title: str
    blocks: tuple[Block, ...]


class Stretch(Frozen):
    """Pages that follow each other in one direction."""

    blocks: tuple[Line | Grid, ...]
    is_upright: bool = False


def stretches(flow: Flow) -> tuple[Stretch, ...]:
    """The flow cut at its new pages; there is always one stretch."""
    found, held, is_upright = list[Stretch](), list[Line | Grid](), False
    for block in flow.blocks:
        if not isinstance(block, NewPage):
            held.append(block)
            continue
        if held:
            found.append(Stretch(blocks=tuple(held), is_upright=is_upright))
        held, is_upright = [], block.is_upright
    return (*found, Stretch(blocks=tuple(held), is_upright=is_upright))


def lines_of(blocks: Iterable[Block]) -> Iterator[Line]:
    """Every line in reading order, those in tables too."""
    for block in blocks:
        match block:
            case Line():
                yield block
            case Grid():
                for box in (box for row in block.rows for box in row):
                    yield from lines_of(box.content)
            case NewPage():
                pass


def title_line(text: str) -> Line:
    """The title of a document that is no law."""
    return Line(role=Role.TITLE, parts=(Words(text),), first=3, rest=3, keeps=True)


def spaced(*several: Words) -> Words:
    """One text of those that are not empty, with an ideographic space between them."""
    there = [words for words in several if words.text or words.marks]
    gap = Words(WIDE_SPACE)
    return joined(*[part for words in there for part in (gap, words)][1:])
