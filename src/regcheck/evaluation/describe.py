"""Values and places of facts in words, for traces, witnesses and findings.

Owns: numbers with units, dates, names and places as a drafter would write them; 不明.
Refuses to know: formulas, layout, the words of a finding.

What is written for a single value is a value of the spec language.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction
from typing import assert_never

from regcheck.evaluation.trace import Address, Reading
from regcheck.model.case import Record, Unknown, Value
from regcheck.model.types import RATIO, ListType, NumberType, SeriesType, Type
from regcheck.source.eras import ERAS, to_era

_SCALES = ((10**12, "兆"), (10**8, "億"), (10**4, "万"))
_PLAIN_NAME = re.compile(r"[一-鿿々ァ-ヺー・A-Za-z][一-鿿々ァ-ヺー・A-Za-z0-9_]*")
_NUMERAL = "〇一二三四五六七八九十百千万億兆第"
_OPERATORS = re.compile(r"以上|以下|未満|以前|以後|以降|又は|若しくは|及び|並びに|不明|該当|超|前$|後$")


def number_text(value: Fraction, unit: str) -> str:
    """400床, 10兆円, 14.5日, 25%, 1/3."""
    if unit == RATIO:
        return _decimal(value * 100, "%") or f"{value.numerator}/{value.denominator}"
    for scale, word in _SCALES:
        if value and value % scale == 0:
            return f"{value / scale}{word}{unit}"
    return _decimal(value, unit) or f"{value.numerator}/{value.denominator}{unit}"


def _decimal(value: Fraction, unit: str) -> str:
    """The number with at most six decimals, or nothing if it does not end there."""
    scaled = abs(value) * 10**6
    if scaled.denominator != 1:
        return ""
    whole, rest = divmod(int(scaled), 10**6)
    digits = f"{whole}.{rest:06d}".rstrip("0").rstrip(".")
    return f"{'-' if value < 0 else ''}{digits}{unit}"


def day_text(value: date) -> str:
    """令和十年四月一日, or 1800-01-01 before the eras that the language knows."""
    return to_era(value) if value >= ERAS[-1][1] else value.isoformat()


def name_text(name: str) -> str:
    """The name bare where that reads as one name, otherwise in 「」."""
    plain = _PLAIN_NAME.fullmatch(name) and name[0] not in _NUMERAL and not _OPERATORS.search(name)
    return name if plain else f"「{name}」"


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
