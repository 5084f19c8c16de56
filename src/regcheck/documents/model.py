"""The document between words and files: sections of blocks.

Owns: headings, articles, tables and notes as data, with the anchors that other blocks point at.
Refuses to know: specifications, Markdown, HTML, and every other format that a document may take.
"""

from __future__ import annotations

from dataclasses import dataclass

from regcheck.documents.provision import Provision


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to an anchor of the document, or to nowhere ("")."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with one row of headings. Rows hold fewer cells where one above spans them."""

    anchor: str
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """What belongs to one 項 or 号 of an article: its place in the specification and its obligations."""

    anchor: str
    source: Link
    verdicts: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A paragraph or a few about the document itself, not part of the law."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading inside a section."""

    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """Lines of a source text with their numbers; each line can be pointed at."""

    caption: str
    anchor: str
    lines: tuple[tuple[int, str, str], ...]
    """(number, anchor, text)."""


Block = Heading | Article | Table | Note | Listing


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of the document; in Markdown a file of its own, named by its anchor."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """The whole."""

    title: str
    subtitle: str
    draft: bool
    sections: tuple[Section, ...]


def plain(*lines: str, numeric: bool = False) -> Cell:
    """A cell of words that lead nowhere."""
    return Cell(lines=tuple(Link(text=line) for line in lines), numeric=numeric)
