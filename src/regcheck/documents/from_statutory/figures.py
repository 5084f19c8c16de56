"""Numbers, units and days of printed words.

Owns: 四百床, 百分の二十五, 十四・五, マイナス三, 令和十年四月一日, 端数 to values.
Refuses to know: sentences.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

from regcheck.documents.from_statutory.failure import Unread
from regcheck.model.formula import Rounding
from regcheck.source.eras import from_era
from regcheck.source.numerals import from_kanji

_DIGITS = "〇一二三四五六七八九"
_DAY = re.compile("(令和|平成|昭和|大正|明治|西暦)(.+)年(.+)月(.+)日")
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
    number = 1 if year == "元" else to_whole(year)
    try:
        if era == "西暦":
            return date(number, to_whole(month), to_whole(day))
        return from_era(era, number, to_whole(month), to_whole(day))
    except ValueError:
        raise Unread(text, text) from None


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
