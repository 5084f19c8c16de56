"""Words with what is drawn on them.

Owns: a text and the marks on its parts: 傍線, ルビ, 上付き, 下付き, and what stands inside a text without being words.
Refuses to know: where the words stand, what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from regcheck.frozen import Frozen, detail
from regcheck.source.span import NOWHERE, Span


class Drawn(StrEnum):
    """What a mark is, by its element in 法令標準XML."""

    LINE = "Line"
    """傍線; `value` is solid, double, dotted or none."""
    RUBY = "Ruby"
    """`value` is the reading."""
    SUPERSCRIPT = "Sup"
    SUBSCRIPT = "Sub"
    OTHER = "Other"
    """An element that is kept as it is; `value` is its XML, and its words are the part of the text."""


class Mark(Frozen, kw_only=False):
    """What is drawn on text[start:end]. Marks nest or stand apart; they never cross."""

    start: int
    end: int
    drawn: Drawn
    value: str = ""


class Words(Frozen, kw_only=False):
    """A text as it is read aloud, and the marks on it, outer before inner, in the order of the text."""

    text: str
    marks: tuple[Mark, ...] = ()
    span: Span = detail(default=NOWHERE)
    """Where it was read. One sign of the text is one sign of the file only where `is_literal` holds."""

    def __str__(self) -> str:
        return self.text

    @property
    def is_literal(self) -> bool:
        """Whether the file has exactly these signs at its span: a part of the text can be pointed at."""
        return self.span.end - self.span.start == len(self.text) > 0

    def place(self, start: int, end: int) -> Span:
        """The place in the file of text[start:end], or of the whole if the file writes it in another way."""
        if not self.is_literal:
            return self.span
        return Span(self.span.file, self.span.start + start, self.span.start + end)


def joined(*several: Words) -> Words:
    """One text of several, with their marks."""
    text, marks = "", list[Mark]()
    for words in several:
        marks += (Mark(m.start + len(text), m.end + len(text), m.drawn, m.value) for m in words.marks)
        text += words.text
    return Words(text, tuple(marks))


NOTHING = Words("")


def lined(text: str, *parts: tuple[int, int], style: str = "solid") -> Words:
    """A text with 傍線 on parts of it."""
    return Words(text, tuple(Mark(start, end, Drawn.LINE, style) for start, end in parts))


class Run(Frozen, kw_only=False):
    """A stretch of text under the same marks, outermost first."""

    text: str
    marks: tuple[Mark, ...] = ()


def runs_of(words: Words) -> Iterator[Run]:
    """The text cut where a mark begins or ends, for formats that know only runs; empty stretches are left out unless
    a mark stands there."""
    cuts = sorted({0, len(words.text), *(edge for mark in words.marks for edge in (mark.start, mark.end))})
    empty = [mark for mark in words.marks if mark.start == mark.end]
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        yield from (Run("", (mark,)) for mark in empty if mark.start == start)
        if start < end:
            over = tuple(mark for mark in words.marks if mark.start <= start and end <= mark.end)
            yield Run(words.text[start:end], over)
