"""The document between words and files: sections of blocks.

Owns: headings, articles, tables and notes as data, with the anchors that other blocks point at.
Refuses to know: specifications, Markdown, HTML, and every other format that a document may take.
"""

from __future__ import annotations

from regcheck.documents.provision import Provision
from regcheck.frozen import Frozen


class Link(Frozen):
    """Words that lead to an anchor of the document, or to nowhere ("")."""

    text: str
    target: str = ""


class Cell(Frozen):
    """Lines of a table cell. `rows` spans rows; `heads` makes it the heading of its row."""

    lines: tuple[Link, ...]
    rows: int = 1
    heads: bool = False
    numeric: bool = False
    short: bool = False
    """Never broken into lines."""
    anchor: str = ""

    @property
    def text(self) -> str:
        return "　".join(line.text for line in self.lines)


class Table(Frozen):
    """A table with one row of headings. Rows hold fewer cells where one above spans them."""

    anchor: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


class Margin(Frozen):
    """What belongs to one 項 or 号 of an article: its place in the specification and its obligations."""

    anchor: str
    source: Link
    verdicts: tuple[Link, ...] = ()


class Article(Frozen):
    """A provision with where it stands, what it is called, where it comes from and what was proved of it."""

    anchor: str
    place: str
    title: str
    kind: str
    provision: Provision
    margins: tuple[Margin, ...]
    """One for every line of the provision, in order."""
    sources: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    verdicts: tuple[Link, ...] = ()


class Note(Frozen):
    """A paragraph or a few about the document itself, not part of the law."""

    lines: tuple[str, ...]


class Heading(Frozen):
    """A heading inside a section."""

    text: str
    anchor: str = ""


class Listing(Frozen):
    """Lines of a source text with their numbers; each line can be pointed at."""

    caption: str
    anchor: str
    lines: tuple[tuple[int, str, str], ...]
    """(number, anchor, text)."""


class Figure(Frozen):
    """A picture that says in words what it shows: parts of a page (SVG), or a file beside the text."""

    anchor: str
    caption: str
    parts: tuple[str, ...]
    file: str


Block = Heading | Article | Table | Note | Listing | Figure


class Section(Frozen):
    """A part of the document; in Markdown a file of its own, named by its anchor."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


class Listed(Frozen):
    """What another document is, and its files by name, relative to where this one stands."""

    what: str
    files: tuple[str, ...]


class Document(Frozen):
    """The whole."""

    title: str
    subtitle: str
    draft: bool
    sections: tuple[Section, ...]
    files: tuple[Listed, ...] = ()
    """The documents beside this one."""


def plain(*lines: str, numeric: bool = False) -> Cell:
    """A cell of words that lead nowhere."""
    return Cell(lines=tuple(Link(text=line) for line in lines), numeric=numeric)
