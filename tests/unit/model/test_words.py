"""Protects: the words in which a message shows a type, its bounds and a number."""

from __future__ import annotations

from fractions import Fraction

import pytest

from regcheck.model.from_syntax.words import bounds_words, fraction_words, type_words
from regcheck.model.types import (
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


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (Fraction(400), "400"),
        (Fraction(-3), "-3"),
        (Fraction(6683, 10), "668.3"),
        (Fraction(-1, 20), "-0.05"),
        (Fraction(1, 3), "1/3"),
        (Fraction(10**400 * 2 + 1, 2), "1" + "0" * 400 + ".5"),
    ],
)
def test_numbers_are_shown_exactly(value: Fraction, shown: str) -> None:
    assert fraction_words(value) == shown


@pytest.mark.parametrize(
    ("type_", "words"),
    [
        (BoolType(), "真偽"),
        (DateType(), "日付"),
        (TextType(), "文字列"),
        (NumberType(unit="床"), "整数（床）"),
        (NumberType(unit="日", places=1), "小数（日）"),
        (NumberType(unit=""), "整数"),
        (NumberType(unit="割合", places=4), "割合"),
        (EnumType(enum="種別"), "区分「種別」"),
        (EnumSetType(enum="種別"), "区分「種別」の集合"),
        (ReferenceType(subject="病院"), "対象「病院」への参照"),
        (ListType(subject="病院"), "対象「病院」の一覧"),
        (SeriesType(window="直近三事業年度", length=3, element=BoolType()), "直近三事業年度の真偽"),
    ],
)
def test_types_are_shown_as_they_are_written(type_: Type, words: str) -> None:
    assert type_words(type_) == words


def test_bounds_name_the_limits_that_there_are() -> None:
    assert bounds_words(NumberType(unit="床")) == "整数"
    assert bounds_words(NumberType(unit="床", low=Fraction(0), high=Fraction(10))) == "0以上10以下、整数"
    assert bounds_words(NumberType(unit="日", places=1, high=Fraction(1, 2))) == "0.5以下、小数点以下1位まで"
