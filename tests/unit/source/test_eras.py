"""Protects: dates with eras, at the days where eras meet."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, strategies as st

from regcheck.source.eras import ERAS, era_days, from_era, to_era
from regcheck.source.numerals import from_kanji


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2019, 5, 1), "令和元年五月一日"),
        (date(2019, 4, 30), "平成三十一年四月三十日"),
        (date(1989, 1, 7), "昭和六十四年一月七日"),
        (date(1989, 1, 8), "平成元年一月八日"),
        (date(1926, 12, 25), "昭和元年十二月二十五日"),
        (date(1912, 7, 29), "明治四十五年七月二十九日"),
        (date(2028, 4, 1), "令和十年四月一日"),
    ],
)
def test_dates_at_the_edges(day: date, text: str) -> None:
    assert to_era(day) == text


@given(st.dates(date(1873, 1, 1), date(2500, 12, 31)))
def test_from_era_undoes_to_era(day: date) -> None:
    text = to_era(day)
    era, (year, rest) = text[:2], text[2:].split("年")
    month, last = rest.split("月")
    numbers = [1 if part == "元" else from_kanji(part) or 0 for part in (year, month, last[:-1])]
    assert from_era(era, *numbers) == day


@pytest.mark.parametrize(
    ("era", "year", "month", "day"),
    [("令和", 1, 4, 30), ("平成", 31, 5, 1), ("昭和", 70, 1, 1), ("令和", 7, 2, 29)],
)
def test_days_outside_an_era_are_refused(era: str, year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError):
        from_era(era, year, month, day)


def test_days_before_the_calendar_are_refused() -> None:
    with pytest.raises(ValueError, match="1872"):
        to_era(date(1872, 12, 31))


def test_the_days_of_an_era_are_told() -> None:
    assert era_days("昭和") == "1926年12月25日から1989年1月7日まで"
    assert era_days(ERAS[0][0]) == "2019年5月1日から"
