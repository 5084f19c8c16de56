"""A printed provision: 項 with 号, イ, （１） and （ｉ） below it, as words.

Owns: the shape of printed words, and the lines they make.
Refuses to know: where the words come from, how they are laid out, what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.frozen import Frozen, detail
from regcheck.law.labels import DEEPEST as DEEPEST, MOST as MOST, label_at as label_at
from regcheck.source.span import NOWHERE, Span

IDEOGRAPHIC_SPACE = "\u3000"


class Item(Frozen):
    """号, イ, （１） or （ｉ）: its label, its words, and what stands below it."""

    label: str
    text: str
    items: tuple[Item, ...] = ()
    span: Span = detail(default=NOWHERE)
    """The words of the specification that it prints."""


class Paragraph(Frozen):
    """項: `label` is "" for the first and ２, ３ … for those after it."""

    text: str
    label: str = ""
    items: tuple[Item, ...] = ()
    span: Span = detail(default=NOWHERE)


class Provision(Frozen):
    """The words of one item of a specification: one 項 or more."""

    paragraphs: tuple[Paragraph, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """What is read back: a line for every 項 and every 号, the label before an ideographic space."""
        return tuple(line for paragraph in self.paragraphs for line in lines_of(paragraph))


def lines_of(part: Paragraph | Item) -> Iterator[str]:
    """The line of a 項 or 号 and those of everything below it, in reading order."""
    yield part.label + IDEOGRAPHIC_SPACE + part.text if part.label else part.text
    for item in part.items:
        yield from lines_of(item)
