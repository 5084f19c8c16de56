"""Protects: numbers and days. What the writer writes the reader reads as the same value; both know the odd ones."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from regcheck.documents.from_statutory.failure import Unread
from regcheck.documents.from_statutory.figures import to_day, to_number, to_rounding, to_whole
from regcheck.documents.provision import label_at
from regcheck.documents.to_statutory.numbers import LARGEST, day_words, factor_words, number_words
from regcheck.documents.to_statutory.refusal import Unprintable
from regcheck.model.formula import Rounding
from regcheck.model.types import RATIO


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (Fraction(400), "床", "四百床"),
        (Fraction(0), "床", "零床"),
        (Fraction(10**13), "円", "十兆円"),
        (Fraction(500_000), "kW", "五十万キロワット"),
        (Fraction(29, 2), "日", "十四・五日"),
        (Fraction(1, 3), "日", "三分の一日"),
        (Fraction(-3), "人", "マイナス三人"),
        (Fraction(1, 4), RATIO, "百分の二十五"),
        (Fraction(1, 3), RATIO, "三分の一"),
        (Fraction(1), RATIO, "百分の百"),
        (Fraction(0), RATIO, "百分の零"),
        (Fraction(145, 1000), RATIO, "千分の百四十五"),
        (Fraction(2), "", "二"),
    ],
)
def test_numbers_as_statutes_write_them(value: Fraction, unit: str, words: str) -> None:
    assert number_words(value, unit) == words


def test_numbers_beyond_the_last_sign_are_refused() -> None:
    with pytest.raises(Unprintable):
        number_words(Fraction(LARGEST), "円")


@given(st.fractions(min_value=-(10**6), max_value=10**9, max_denominator=10**6), st.booleans())
def test_numbers_are_read_as_they_were_written(value: Fraction, ratio: bool) -> None:
    assert to_number(number_words(value, RATIO if ratio else "")) == value
    assert to_number(factor_words(value)) == value


@given(st.integers(-700_000, 400_000))
def test_days_are_read_as_they_were_written(offset: int) -> None:
    day = date(2019, 5, 1) + timedelta(days=offset)
    assert to_day(day_words(day)) == day


@pytest.mark.parametrize("words", ["一千", "四十百", "二〇〇", "百五〇", ""])
def test_other_numerals_are_not_read(words: str) -> None:
    with pytest.raises(Unread):
        to_whole(words)


@pytest.mark.parametrize(
    ("words", "places"),
    [("小数点以下二位", 2), ("一", 0), ("百", -2)],
)
def test_the_place_of_rounding(words: str, places: int) -> None:
    bracket = f"（{words}未満の端数があるときは、これを切り上げる。）"
    assert to_rounding(bracket) == (places, Rounding.UP)


def test_rounding_to_something_else_is_not_read() -> None:
    with pytest.raises(Unread):
        to_rounding("（五十未満の端数があるときは、これを切り上げる。）")


@pytest.mark.parametrize(
    ("depth", "position", "label"),
    [
        (0, 0, "一"),
        (0, 10, "十一"),
        (1, 46, "ス"),
        (2, 1, "（２）"),
        (3, 3, "（ｉｖ）"),
        (3, 13, "（ｘｉｖ）"),
    ],
)
def test_labels(depth: int, position: int, label: str) -> None:
    assert label_at(depth, position) == label


def test_iroha_ends_at_its_last_sign() -> None:
    with pytest.raises(IndexError):
        label_at(1, 47)
