"""Numbers, units and days as statutes write them.

Owns: 四百床, 百分の二十五, 十四・五日, 五十万キロワット, 令和十年四月一日.
Refuses to know: what is compared, grammar.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from regcheck.documents.to_statutory.refusal import Refusal, Unprintable
from regcheck.model.types import RATIO
from regcheck.source.eras import ERAS, to_era
from regcheck.source.numerals import decimal_to_kanji, to_kanji

LARGEST = 10**16
"""Statutes count up to 兆; 京 is not used."""

_DENOMINATORS = (100, 1000, 10_000)
_SIMPLE = 20

UNIT_WORDS = {
    "kW": "キロワット",
    "MW": "メガワット",
    "kWh": "キロワット時",
    "V": "ボルト",
    "kV": "キロボルト",
    "t": "トン",
    "kg": "キログラム",
    "g": "グラム",
    "m": "メートル",
    "km": "キロメートル",
    "㎡": "平方メートル",
    "㎢": "平方キロメートル",
    "ha": "ヘクタール",
    "㎥": "立方メートル",
    "㎥/日": "立方メートル毎日",
    "L": "リットル",
    "kL": "キロリットル",
    "bps": "ビット毎秒",
    "MJ": "メガジュール",
}
"""Signs of units that statutes spell out; every other unit is printed as it is."""


def number_words(value: Fraction, unit: str) -> str:
    """四百床; a 割合 as 百分の二十五 or 三分の一, never as a bare number."""
    if unit == RATIO:
        return _signed(value, ratio_words)
    return _signed(value, _plain_words) + UNIT_WORDS.get(unit, unit)


def factor_words(value: Fraction) -> str:
    """八, 五分の二: what something is multiplied by; a fraction where it is a simple one."""
    simple = 1 < value.denominator <= _SIMPLE
    return _signed(value, _fraction_words if simple else _plain_words)


def ratio_words(value: Fraction) -> str:
    """百分の二十五, 千分の百四十五, 三分の一: tens of ten where they fit, otherwise the reduced fraction."""
    fitting = (d for d in _DENOMINATORS if (value * d).denominator == 1)
    denominator = next(fitting, value.denominator)
    return f"{_whole(denominator)}分の{_whole(int(value * denominator))}"


def day_words(day: date) -> str:
    """令和十年四月一日; before the calendar of 1873 the year of 西暦."""
    if day >= ERAS[-1][1]:
        return to_era(day)
    return f"西暦{to_kanji(day.year)}年{to_kanji(day.month)}月{to_kanji(day.day)}日"


def _signed(value: Fraction, words: Callable[[Fraction], str]) -> str:
    return f"マイナス{words(-value)}" if value < 0 else words(value)


def _plain_words(value: Fraction) -> str:
    if value.denominator == 1:
        return _whole(int(value))
    _whole(int(value))
    try:
        return decimal_to_kanji(value)
    except ValueError:
        return _fraction_words(value)


def _fraction_words(value: Fraction) -> str:
    return f"{_whole(value.denominator)}分の{_whole(value.numerator)}"


def _whole(value: int) -> str:
    if value >= LARGEST:
        raise Unprintable(Refusal.LARGE_NUMBER, str(value))
    return to_kanji(value) if value else "零"
