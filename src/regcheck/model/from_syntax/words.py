"""Model types in the words of the user.

Owns: 整数（床）, 区分「災害拠点区分」, and declared bounds, for messages.
Refuses to know: what is wrong.
"""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from regcheck.model.types import (
    RATIO,
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    ReferenceType,
    SeriesType,
    TextType,
    Type,
)
from regcheck.syntax import ast


def type_words(type_: Type) -> str:
    """The type as a user would name it."""
    match type_:
        case BoolType():
            return "真偽"
        case NumberType():
            return _number_words(type_)
        case DateType():
            return "日付"
        case EnumType(enum=enum):
            return f"区分「{enum}」"
        case EnumSetType(enum=enum):
            return f"区分「{enum}」の集合"
        case TextType():
            return "文字列"
        case ReferenceType(subject=subject):
            return f"対象「{subject}」への参照"
        case ListType(subject=subject):
            return f"対象「{subject}」の一覧"
        case SeriesType(window=window, element=element):
            return f"{window}の{type_words(element)}"
        case _:
            assert_never(type_)


def _number_words(type_: NumberType) -> str:
    if type_.unit == RATIO:
        return RATIO
    name = "小数" if type_.places else "整数"
    return f"{name}（{type_.unit}）" if type_.unit else name


def bounds_words(type_: NumberType) -> str:
    """０以上一万以下, in digits, and the grid of the type."""
    low = "" if type_.low is None else f"{fraction_words(type_.low)}以上"
    high = "" if type_.high is None else f"{fraction_words(type_.high)}以下"
    grid = f"小数点以下{type_.places}位まで" if type_.places else "整数"
    return "、".join(part for part in (low + high, grid) if part)


def fraction_words(value: Fraction) -> str:
    """A number in digits: 400, 668.3, 1/3."""
    for places in range(7):
        scaled = value * 10**places
        if scaled.denominator == 1:
            sign, digits = "-" * (scaled < 0), str(abs(scaled.numerator)).zfill(places + 1)
            return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"
    return f"{value.numerator}/{value.denominator}"


def path_words(path: ast.PathName) -> str:
    """開設者の種別."""
    return "の".join(step.text for step in path.steps)
