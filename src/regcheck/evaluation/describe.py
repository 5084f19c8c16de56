"""Values and places of facts in words, for traces, witnesses and findings.

Owns: numbers with units, dates, names and places as a drafter would write them; 不明.
Refuses to know: formulas, layout, the words of a finding.

What is written for a single value is a value of the spec language.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, assert_never

from regcheck.model.case import Record, Unknown, Value
from regcheck.model.types import RATIO, ListType, NumberType, SeriesType, Type
from regcheck.source.eras import day_text
from regcheck.source.numerals import decimal_to_kanji, ratio_to_kanji, to_kanji

if TYPE_CHECKING:
    from regcheck.evaluation.trace import Address, Reading

_SCALES = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))
_NUMERAL = "〇一二三四五六七八九十百千万億兆第"
_OPERATORS = (
    "以上", "以下", "未満", "以前", "以後", "以降", "又は", "若しくは", "及び", "並びに", "不明", "該当", "超",
)  # fmt: skip
_NOT_LAST = ("前", "後")


def number_text(value: Fraction, unit: str) -> str:
    """400床, 10兆円, 999万9999円, 14.5日, 25%, 1/3."""
    if unit == RATIO:
        return _decimal(value * 100, "%") or f"{value.numerator}/{value.denominator}"
    if value.denominator == 1:
        return ("-" if value.numerator < 0 else "") + _scaled(abs(value.numerator)) + unit
    return _decimal(value, unit) or f"{value.numerator}/{value.denominator}{unit}"


def _scaled(value: int) -> str:
    """999万9999, 1兆5000億, 400."""
    words = ""
    for scale, word in _SCALES if value >= 10**4 else ():
        head, value = divmod(value, scale)
        words += f"{head}{word}" if head else ""
    return words + str(value) if value or not words else words


def _decimal(value: Fraction, unit: str) -> str:
    """The number with at most six decimals, or nothing if it does not end there."""
    if value.denominator == 1:
        return f"{value.numerator}{unit}"
    scaled = abs(value) * 10**6
    if scaled.denominator != 1:
        return ""
    whole, rest = divmod(int(scaled), 10**6)
    digits = f"{whole}.{rest:06d}".rstrip("0").rstrip(".")
    return f"{'-' if value < 0 else ''}{digits}{unit}"


def kanji_text(value: Fraction | date, kind: Type | None) -> str:
    """四百二十七床, 百分の五十, 一・五日, 令和十年四月一日: a number or date as in an instrument."""
    if isinstance(value, date):
        return day_text(value)
    unit = kind.unit if isinstance(kind, NumberType) else ""
    sign, size = ("マイナス" if value < 0 else ""), abs(value)
    if unit == RATIO:
        return sign + ratio_to_kanji(size)
    if (size * 10**6).denominator == 1:
        return sign + decimal_to_kanji(size) + unit
    return f"{sign}{to_kanji(size.denominator)}分の{to_kanji(size.numerator)}{unit}"


@lru_cache(maxsize=4096)
def name_text(name: str) -> str:
    """The name bare where that reads as one name, otherwise in 「」."""
    is_word = all(map(_is_letter, name)) and not name[:1].isdigit() and name[:1] not in ("", "_", *_NUMERAL)
    is_one = not name.endswith(_NOT_LAST) and not any(word in name for word in _OPERATORS)
    return name if is_word and is_one else f"「{name}」"


def _is_letter(sign: str) -> bool:
    """A sign that a bare name may have after the first: kanji, katakana, Latin letters, digits."""
    is_latin = sign.isascii() and sign.isalnum()
    return is_latin or "一" <= sign <= "鿿" or "ァ" <= sign <= "ヺ" or sign in "々ー・_"


def value_text(value: Value, kind: Type | None = None) -> str:
    """400床, あり, 国, 令和十年四月一日, 不明; a 一覧 by its length, a 系列 in parentheses."""
    match value:
        case Unknown():
            return value.value
        case bool():
            return "あり" if value else "なし"
        case Fraction():
            return number_text(value, kind.unit if isinstance(kind, NumberType) else "")
        case date():
            return day_text(value)
        case str():
            return name_text(value)
        case frozenset():
            return "及び".join(name_text(member) for member in sorted(value)) or "なし"
        case Record():
            return f"{value.subject}の記録"
        case tuple() if isinstance(kind, ListType):
            return f"{len(value)}件" if value else "なし"
        case tuple():
            element = kind.element if isinstance(kind, SeriesType) else None
            return "（" + "、".join(value_text(member, element) for member in value) + "）"
        case _:
            assert_never(value)


def address_text(address: Address) -> str:
    """開設者の種別, 2番目の設備の出力, 裁量「特に必要」."""
    words: list[str] = []
    for step in address.steps:
        if isinstance(step, int):
            words[-1] = f"{step + 1}番目の{words[-1]}"
        else:
            words.append(step)
    if address.discretion:
        words.append(f"裁量「{address.discretion}」")
    return "の".join(words)


def reading_text(reading: Reading) -> tuple[str, str]:
    """(病床数, 400床): a fact that was looked at, and what it was."""
    return address_text(reading.address), value_text(reading.value, reading.type)
