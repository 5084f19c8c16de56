"""The smallest pieces of a tree.

Owns: names, paths, literals, citations, and the span that every node carries.
Refuses to know: what regcheck.syntax.ast refuses.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from regcheck.frozen import Frozen, detail
from regcheck.source.span import NOWHERE, Span


def span_field() -> Span:
    """Where a node stands; never part of equality."""
    return detail(default=NOWHERE)


class Name(Frozen, kw_only=False):
    """A name, bare or in 「」."""

    text: str
    quoted: bool = False
    span: Span = span_field()


class PathName(Frozen, kw_only=False):
    """開設者の種別: names joined by の."""

    steps: tuple[Name, ...]
    span: Span = span_field()


class NumberLiteral(Frozen, kw_only=False):
    """A number with unit and scale words multiplied in: 四百床, 25%, 百分の二十五, 1/3, 十兆円. `text` as written."""

    value: Fraction
    unit: str
    text: str
    span: Span = span_field()


class DateLiteral(Frozen):
    """令和十年四月一日, 2028年4月1日, 2028-04-01."""

    value: date
    text: str
    span: Span = span_field()


class Window(Frozen):
    """直近三事業年度."""

    text: str
    length: int
    span: Span = span_field()


class Pending(Frozen):
    """未確定「名」 where a date is wanted."""

    name: Name
    span: Span = span_field()


class CitationText(Frozen):
    """「法」第五十条第一項. source is "" for this instrument; free text has provision "" and `free` set."""

    source: str = ""
    provision: str = ""
    free: str = ""
    pending: str = ""
    called: str = ""
    """（包括信用購入あっせん業）: what the provision is meant to be."""
    span: Span = span_field()
