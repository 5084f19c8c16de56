"""Protects: numbers are written in their one statutory form and read exactly, or not at all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, strategies as st

from regcheck.source.numerals import (
    IROHA,
    decimal_to_kanji,
    from_kanji,
    halve,
    lenient_kanji,
    narrow,
    ratio_to_kanji,
    read_number,
    to_kanji,
    widen,
)


@pytest.mark.parametrize(
    ("number", "kanji"),
    [(0, "〇"), (1, "一"), (10, "十"), (11, "十一"), (100, "百"), (1160, "千百六十"), (10_000, "一万"),
     (10_000_000, "千万"), (500_000, "五十万"), (10**13, "十兆"), (20_005, "二万五")],
)  # fmt: skip
def test_kanji_numerals_have_one_form(number: int, kanji: str) -> None:
    assert to_kanji(number) == kanji
    assert from_kanji(kanji) == number


@given(st.integers(0, 10**16 - 1))
def test_from_kanji_undoes_to_kanji(number: int) -> None:
    assert from_kanji(to_kanji(number)) == number
    assert lenient_kanji(to_kanji(number)) == number


@pytest.mark.parametrize(
    "text", ["", "一千", "四〇〇", "十万百万", "百千", "二二", "万", "abc", "四 百", "百〇一", "千" * 50]
)
def test_other_forms_are_not_numbers(text: str) -> None:
    assert from_kanji(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("一千", 1000),
        ("四〇〇", 400),
        ("二〇二八", 2028),
        ("一百", 100),
        ("万", 10_000),
        ("千葉", None),
        ("", None),
    ],
)
def test_unusual_forms_can_be_told_what_they_mean(text: str, meant: int | None) -> None:
    assert lenient_kanji(text) == meant


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("4,000", "4000"), ("４０００", "4000"), ("４，０００", "4000"), ("四千", "4000"), ("14.5", "29/2"), ("一・五", "3/2"),
        ("十四・五", "29/2"), ("25%", "1/4"), ("２５％", "1/4"), ("二十五パーセント", "1/4"), ("百分の二十五", "1/4"), ("100分の25", "1/4"),
        ("1/3", "1/3"), ("１／３", "1/3"), ("1000万", "10000000"), ("1.5億", "150000000"), ("3兆5000億", "3500000000000"),
        ("十兆", "10000000000000"), ("1億2000万5000", "120005000"), ("0", "0"), ("〇", "0"), ("〇・〇五", "1/20"),
    ],
)  # fmt: skip
def test_numbers_are_read_exactly(text: str, value: str) -> None:
    assert read_number(text) == Fraction(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "四百2",
        "4百",
        "4千万",
        "1/0",
        "〇分の一",
        "1万1億",
        "1万1万",
        "1,00",
        "一・",
        "・五",
        "1.2.3",
        "百分の",
        "1" * 5000,
        "%",
    ],
)
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert read_number(text) is None


def test_ratios_and_decimals_are_written_as_statutes_do() -> None:
    assert ratio_to_kanji(Fraction(1, 4)) == "百分の二十五"
    assert ratio_to_kanji(Fraction(1, 3)) == "三分の一"
    assert decimal_to_kanji(Fraction(29, 2)) == "十四・五"
    with pytest.raises(ValueError, match="1/3"):
        decimal_to_kanji(Fraction(1, 3))


@given(st.text())
def test_halving_keeps_every_sign_in_its_place(text: str) -> None:
    assert len(halve(text)) == len(text)
    assert halve(halve(text)) == halve(text)
    assert narrow(narrow(text)) == narrow(text)


def test_full_width_and_half_width_are_equal() -> None:
    assert narrow("Ａ１（％）：　㎾") == "A1(%): kW"
    assert widen("a1（") == "ａ１（"
    assert len(IROHA) == len(set(IROHA)) == 47
