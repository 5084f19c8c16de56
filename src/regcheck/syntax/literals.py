"""Values of numbers and dates as they are written.

Owns: 四百床, 25%, 百分の二十五, 一・五, 1000万件, 令和十年四月一日 → exact values, and why one has none.
Refuses to know: trees, spans, sentences.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from functools import lru_cache

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.frozen import Frozen
from regcheck.source.eras import ERAS, era_days, from_era
from regcheck.source.numerals import KANJI_SIGNS, from_kanji, lenient_kanji, narrow, read_number, to_kanji
from regcheck.source.span import shown
from regcheck.syntax.units import canonical_unit, units


class BadLiteralError(Exception):
    """A number or date that has no value."""

    def __init__(self, payload: Payload) -> None:
        super().__init__(payload)
        self.payload = payload


class Quantity(Frozen, kw_only=False):
    """An exact value and its unit ("" for a bare number or a ratio)."""

    value: Fraction
    unit: str


@lru_cache(maxsize=4096)
def read_quantity(text: str) -> Quantity:
    """The value of a number with its unit; raises BadLiteralError."""
    number, unit = split_unit(narrow(text))
    value = read_number(number)
    if value is None:
        raise BadLiteralError(odd_numeral(number))
    return Quantity(value, canonical_unit(unit))


def split_unit(text: str) -> tuple[str, str]:
    """四百床 → 四百, 床. Ratios and percentages have no unit."""
    known = units()
    for at in range(max(1, len(text) - len(known[0])), len(text)):
        if text[at - 1] in _DIGITS and text[at:] in known:
            return text[:at], text[at:]
    return text, ""


_DIGITS = f"0123456789{KANJI_SIGNS}"


def odd_numeral(number: str) -> codes.sentences.OddNumeral:
    """Says how the number is written instead, if that can be told."""
    meant = lenient_kanji(number)
    return codes.sentences.OddNumeral(
        text=shown(number), instead=to_kanji(meant) if meant is not None else ""
    )


def first_count(text: str) -> str:
    """The first numeral in a text, in digits or kanji: 三 in 直近三事業年度; "" if there is none."""
    for place, sign in enumerate(text):
        for signs in _COUNTS:
            if sign in signs:
                return text[place : len(text) - len(text[place:].lstrip(signs))]
    return ""


_COUNTS = ("0123456789", "一二三四五六七八九十百千")


def read_count(text: str) -> int:
    """A whole number in digits or kanji; raises BadLiteralError."""
    narrowed = narrow(text)
    value = (
        from_kanji(narrowed) if not narrowed.isdecimal() else int(narrowed) if len(narrowed) < 10 else None
    )
    if value is None:
        raise BadLiteralError(odd_numeral(text))
    return value


_ERA_DATE = r"(令和|平成|昭和|大正|明治)?(.+?)年(.+?)月(.+?)日"


@lru_cache(maxsize=4096)
def read_date(text: str) -> date:
    """The day of a date in any of its three forms; raises BadLiteralError."""
    narrowed = narrow(text).replace("−", "-")
    found = re.fullmatch(_ERA_DATE, narrowed)
    if found is None:
        year, month, day = (int(part) for part in narrowed.split("-"))
        return _day(text, year, month, day)
    era = found[1]
    year = 1 if found[2] == "元" and era else read_count(found[2])
    month, day = read_count(found[3]), read_count(found[4])
    return _era_day(text, era, year, month, day) if era else _day(text, year, month, day)


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise BadLiteralError(codes.sentences.NoSuchDate(text=text)) from None


def _era_day(text: str, era: str, year: int, month: int, day: int) -> date:
    first_year = dict(ERAS)[era].year if era != "明治" else 1868
    _day(text, first_year + year - 1 if year else 0, month, day)
    try:
        return from_era(era, year, month, day)
    except ValueError:
        raise BadLiteralError(codes.sentences.NoSuchDate(text=text, era=era, last=era_days(era))) from None
