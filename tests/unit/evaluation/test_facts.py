"""Leaves: what one fact, known or not, makes of one condition."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

import pytest
from tests.unit.evaluation.hospital import DAY, ask, beds, compare, fact, path, record, truth

from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.evaluation.trace import Address
from regcheck.model import case
from regcheck.model.formula import (
    Comparator,
    Compare,
    Contains,
    Day,
    Holds,
    IsOneOf,
    Judged,
    Rounded,
    Rounding,
    SameValue,
    SetSize,
    Total,
    Truth,
)

GE, GT, LE, LT, EQ, NE = (
    Comparator.GE,
    Comparator.GT,
    Comparator.LE,
    Comparator.LT,
    Comparator.EQ,
    Comparator.NE,
)
NOTHING = record("病院")


@pytest.mark.parametrize(
    ("op", "below", "at", "above"),
    [
        (GE, FALSE, TRUE, TRUE),
        (GT, FALSE, FALSE, TRUE),
        (LE, TRUE, TRUE, FALSE),
        (LT, TRUE, FALSE, FALSE),
        (EQ, FALSE, TRUE, FALSE),
        (NE, TRUE, FALSE, TRUE),
    ],
)
def test_a_limit_at_its_boundary(op: Comparator, below: Kleene, at: Kleene, above: Kleene) -> None:
    assert [truth(beds(op, 400), record("病院", 病床数=n)) for n in (399, 400, 401)] == [below, at, above]
    assert truth(beds(op, 400), NOTHING) is UNKNOWN


def test_bounds_of_the_type_decide_an_unknown_number() -> None:
    """病床数 is declared 0 to 10000: what lies outside cannot be."""
    assert truth(beds(GE, 0), NOTHING) is TRUE
    assert truth(beds(GT, 10_000), NOTHING) is FALSE
    assert truth(beds(EQ, 10_001), NOTHING) is FALSE
    assert truth(beds(NE, -1), NOTHING) is TRUE


def test_two_unknown_numbers_are_not_taken_for_equal() -> None:
    same = Compare(op=EQ, left=fact("病床数"), right=fact("病床数"))
    assert truth(same, NOTHING) is UNKNOWN
    assert truth(same, record("病院", 病床数=1)) is TRUE


def test_dates_compare_by_day() -> None:
    since = Compare(op=GE, left=fact("承認日"), right=Day(value=DAY))
    assert truth(since, record("病院", 承認日=DAY)) is TRUE
    assert truth(since, record("病院", 承認日=DAY - timedelta(days=1))) is FALSE
    assert truth(since, NOTHING) is UNKNOWN


def test_yes_no_and_categories() -> None:
    assert truth(Holds(path=path("承認")), record("病院", 承認=True)) is TRUE
    assert truth(Holds(path=path("承認")), record("病院", 承認=False)) is FALSE
    assert truth(Holds(path=path("承認")), record("病院", 承認=case.UNKNOWN)) is UNKNOWN
    regional = IsOneOf(path=path("災害拠点"), values=("地域災害拠点病院", "基幹災害拠点病院"))
    assert truth(regional, record("病院", 災害拠点="基幹災害拠点病院")) is TRUE
    assert truth(regional, record("病院", 災害拠点="指定なし")) is FALSE
    assert truth(regional, NOTHING) is UNKNOWN


def test_an_unknown_category_is_decided_when_every_member_is_named() -> None:
    every = ("指定なし", "地域災害拠点病院", "基幹災害拠点病院")
    assert truth(IsOneOf(path=path("災害拠点"), values=every), NOTHING) is TRUE
    assert truth(IsOneOf(path=path("災害拠点"), values=()), NOTHING) is FALSE
    assert truth(IsOneOf(path=path("都道府県"), values=every), NOTHING) is UNKNOWN


def test_sets() -> None:
    owner = record("事業者", 機能=frozenset({"運行計画の作成"}))
    assert truth(Contains(path=path("機能"), value="運行計画の作成"), owner) is TRUE
    assert truth(Contains(path=path("機能"), value="貨物情報の確認"), owner) is FALSE
    assert truth(Contains(path=path("機能"), value="貨物情報の確認"), record("事業者")) is UNKNOWN
    size = SetSize(path=path("機能"))
    assert truth(compare(size, GE, 1), owner) is TRUE
    assert truth(compare(size, GE, 1), record("事業者")) is UNKNOWN
    assert truth(compare(size, GE, 3), record("事業者")) is FALSE


def test_a_path_through_an_unknown_reference_is_unknown() -> None:
    same = SameValue(left=path("都道府県"), right=path("開設者の都道府県"))
    owner = record("事業者", 都道府県="東京都")
    assert truth(same, record("病院", 都道府県="東京都", 開設者=owner)) is TRUE
    assert truth(same, record("病院", 都道府県="大阪府", 開設者=owner)) is FALSE
    found = ask(same, record("病院", 都道府県="東京都"))
    assert found.truth is UNKNOWN
    assert found.deciding_unknowns == (Address(steps=("開設者", "都道府県")),)


def test_discretion_is_free_until_it_is_exercised() -> None:
    needed = Judged(discretion="特に必要", path=path(""))
    assert truth(needed, record("病院", {"特に必要": True})) is TRUE
    assert truth(needed, record("病院", {"特に必要": False})) is FALSE
    assert ask(needed, NOTHING).deciding_unknowns == (Address(discretion="特に必要"),)


def test_constants() -> None:
    assert truth(Truth(value=True), NOTHING) is TRUE
    assert truth(Truth(value=False), NOTHING) is FALSE


@pytest.mark.parametrize(
    ("mode", "value", "shown"),
    [
        (Rounding.HALF_UP, Fraction(5, 1000), Fraction(1, 100)),
        (Rounding.HALF_UP, Fraction(49, 10_000), Fraction(0)),
        (Rounding.DOWN, Fraction(19, 1000), Fraction(1, 100)),
        (Rounding.UP, Fraction(11, 1000), Fraction(2, 100)),
        (Rounding.HALF_UP, Fraction(1, 3), Fraction(33, 100)),
    ],
)
def test_rounding_is_exact(mode: Rounding, value: Fraction, shown: Fraction) -> None:
    rate = Rounded(value=fact("紹介率"), places=2, mode=mode)
    assert truth(compare(rate, EQ, shown, "割合"), record("病院", 紹介率=value)) is TRUE


def test_sums_weigh_and_subtract() -> None:
    """Twice the beds less 100, and the interval of it when the beds are unknown."""
    twice = Total(
        terms=(
            (Fraction(2), fact("病床数")),
            (Fraction(-1), compare(fact("病床数"), EQ, 100, "床").right),
        )
    )
    assert truth(compare(twice, EQ, 700, "床"), record("病院", 病床数=400)) is TRUE
    assert truth(compare(twice, GE, -100, "床"), NOTHING) is TRUE
    assert truth(compare(twice, GE, 0, "床"), NOTHING) is UNKNOWN
