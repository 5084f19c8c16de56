"""Numbers, units and days of printed words.

Owns: 四百床, 百分の二十五, 十四・五, マイナス三, 令和十年四月一日, 起算して六月, 端数 to values.
Refuses to know: sentences.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from regcheck.calendar.period import Period
from regcheck.documents.from_statutory.failure import Unread
from regcheck.model.formula import Rounding
from regcheck.source.eras import from_era
from regcheck.source.numerals import from_kanji, narrow

_DIGITS = "〇一二三四五六七八九"
_DAY = re.compile("(令和|平成|昭和|大正|明治|西暦)?(.+)年(.+)月(.+)日")
_K = "[一二三四五六七八九十百千万]+|[0-9０-９]+"
_LENGTH = re.compile(f"(起算して)?(?:({_K})年)?(?:({_K})[箇個かカヵケヶ]?月)?(?:({_K})週間?)?(?:({_K})日)?")
_ROUNDING = re.compile("（(?:小数点以下(.+)位|(.+))未満の端数があるときは、これを(.+)。）")
_MODES = {"四捨五入する": Rounding.HALF_UP, "切り捨てる": Rounding.DOWN, "切り上げる": Rounding.UP}


def to_number(text: str) -> Fraction:
    """The value of a numeral, a decimal or a fraction."""
    if text.startswith("マイナス"):
        return -to_number(text.removeprefix("マイナス"))
    if "分の" in text:
        below, above = text.split("分の")
        return Fraction(to_whole(above), to_whole(below))
    whole, _, tail = text.partition("・")
    if not tail:
        return Fraction(to_whole(whole))
    digits = [_DIGITS.find(sign) for sign in tail]
    if -1 in digits:
        raise Unread(text, tail)
    return to_whole(whole) + Fraction(int("".join(map(str, digits))), 10 ** len(digits))


def to_whole(text: str) -> int:
    """The value of a positional numeral in its one correct form."""
    value = 0 if text == "零" else from_kanji(text)
    if value is None:
        raise Unread(text, text)
    return value


def to_day(text: str) -> date:
    """The day of an era or 西暦."""
    found = _DAY.fullmatch(text)
    assert found is not None
    era, year, month, day = found.groups()
    number = 1 if year == "元" else _count(year)
    try:
        if era in ("西暦", None):
            return date(number, _count(month), _count(day))
        return from_era(era, number, _count(month), _count(day))
    except ValueError:
        raise Unread(text, text) from None


def to_period(text: str) -> Period:
    """The length at the beginning of words, and whether the first day counts: 起算して六月を経過する日, 二週間前の日."""
    found = _LENGTH.match(text)
    assert found is not None
    counted, *numbers = found.groups()
    years, months, weeks, days = (_count(number) if number else 0 for number in numbers)
    return Period(years=years, months=months, weeks=weeks, days=days, first_day_counts=counted is not None)


def _count(text: str) -> int:
    """A numeral in kanji or digits."""
    plain = narrow(text)
    return int(plain) if plain.isdecimal() else to_whole(text)


def to_rounding(text: str) -> tuple[int, Rounding]:
    """Decimal places and direction: 百未満 is -2, 一未満 is 0, 小数点以下二位未満 is 2."""
    found = _ROUNDING.fullmatch(text)
    if found is None:
        raise Unread(text, text)
    place, unit, mode = found.groups()
    if place:
        return to_whole(place), _MODES[mode]
    power = len(str(to_whole(unit))) - 1
    if to_whole(unit) != 10**power:
        raise Unread(text, unit)
    return -power, _MODES[mode]
