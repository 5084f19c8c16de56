"""The lines of a Lawtext, and of the part of one that stands in a cell.

Owns: lines by number with the places of their words, and which lines are headings.
Refuses to know: what the lines become.
"""

from __future__ import annotations

import re

from regcheck.law.words import Words
from regcheck.source.numerals import KANJI_NUMBER as _K
from regcheck.source.span import SourceText, Span

DIVISION = re.compile(rf"\s{{6,}}(?P<title>第{_K}(?P<sign>[編章節款目])(?:の{_K})*(?:　.*)?)")
SUPPLEMENT = re.compile(r"\s*(?P<label>附　?則)(?:　?（(?P<by>[^）]*)）)?(?P<extract>　?抄)?\s*")
CAPTION = re.compile(r"  (?::caption:)?(?P<caption>（.*）)\s*")
ARTICLE = re.compile(rf"(?P<title>第{_K}条[^　]*)　(?P<body>.*)")
PARAGRAPH = re.compile(r"(?P<label>[０-９0-9]+(?:[～・][０-９0-9]+)?)　(?P<body>.*)")
ITEM = re.compile(
    r"(?P<indent>  +)(?:(?:# |:item:)?(?P<label>[^　（:]+|（[^　）]+）[^　]*)　|:anonym-(?:item|subitem[1-3]):)(?P<body>.*)"
)
REMARKS = re.compile(r" *(?P<label>(?P<line><Line[^>]*>)?(?:備\s?考|注)(?(line)</Line>))\s*")

PREAMBLE = ":preamble:"
ANONYMOUS = ("item", "subitem1", "subitem2", "subitem3")


def anonymous(level: int) -> str:
    """The sign before an item that has no label."""
    return f":anonym-{ANONYMOUS[level]}:"


def lead_of(line: str) -> int:
    """How many blanks a line begins with."""
    return len(line) - len(line.lstrip(" "))


class Text:
    """Lines from `first` to `last`, counted from 1 in the file, without the indent that they share."""

    def __init__(self, source: SourceText, first: int = 1, last: int | None = None, indent: int = 0) -> None:
        self.source, self.first, self._indent = source, first, indent
        self.last = len(source.line_starts) if last is None else last

    def line(self, number: int) -> str:
        return self.source.line(number)[self._indent :]

    def words(self, number: int, start: int, end: int | None = None) -> Words:
        """A part of a line, as words with their place; without blanks at its end."""
        text = self.line(number)[start:end].rstrip()
        at = self.source.line_starts[number - 1] + self._indent + start
        return Words(text, (), Span(self.source.name, at, at + len(text)))

    def after_blank(self, number: int) -> int:
        """The first line from here on that is not blank."""
        while number <= self.last and not self.line(number).strip():
            number += 1
        return number

    def below(self, at: int, indent: int) -> Text:
        """The lines from one on that stand deeper than an indent; a heading after a blank line ends them."""
        last, number = at - 1, at
        while (found := self.after_blank(number)) <= self.last:
            line = self.line(found)
            is_heading = SUPPLEMENT.fullmatch(line) or DIVISION.fullmatch(line)
            if lead_of(line) <= indent or (found > number and is_heading):
                break
            last, number = found, found + 1
        shown = [line for n in range(at, last + 1) if (line := self.line(n)).strip()]
        shared = min(map(lead_of, shown), default=0)
        return Text(self.source, at, last, self._indent + shared)
