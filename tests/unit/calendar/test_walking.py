"""Protects: months and years are exact on 1900 to 2199, held against a table made by walking from day to day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

import pytest

from regcheck.calendar.closed_days import OutsideCalendar
from regcheck.calendar.period import Period, Point
from regcheck.calendar.reckon import day_of_period, reckon

DAY = timedelta(days=1)


def walked() -> tuple[list[list[date]], dict[date, date]]:
    """The days of each month from 1895 to 2205, and the day before each day."""
    months: list[list[date]] = []
    before: dict[date, date] = {}
    day = date(1895, 1, 1)
    while day.year < 2206:
        if day.day == 1:
            months.append([])
        months[-1].append(day)
        before[day + DAY] = day
        day += DAY
    return months, before


MONTHS, BEFORE = walked()
FIRST_MONTH = 5 * 12
YEARS = 300


def days() -> Iterator[tuple[int, int, date]]:
    """Every day of 1900 to 2199, with the number of its month and its place in it."""
    for number in range(FIRST_MONTH, FIRST_MONTH + 12 * YEARS):
        for place, day in enumerate(MONTHS[number]):
            yield number, place, day


def test_the_table_is_the_calendar() -> None:
    assert (MONTHS[FIRST_MONTH][0], MONTHS[FIRST_MONTH + 12 * YEARS - 1][-1]) == (
        date(1900, 1, 1),
        date(2199, 12, 31),
    )
    assert {len(month) for month in MONTHS} == {28, 29, 30, 31}


@pytest.mark.parametrize(("years", "months"), [(0, 1), (0, 6), (1, 6), (4, 0)])
def test_months_and_years_end_on_the_day_before_the_corresponding_one(years: int, months: int) -> None:
    period = Period(years=years, months=months, first_day_counts=True)
    length = 12 * years + months
    for number, place, day in days():
        target = MONTHS[number + length]
        expected = BEFORE[target[place]] if place < len(target) else target[-1]
        assert day_of_period(period, day) == expected, day


@pytest.mark.parametrize("months", [1, 12])
def test_backwards_months_end_before_the_corresponding_day(months: int) -> None:
    period = Period(months=months, backward=True)
    for number, place, day in days():
        target = MONTHS[number - months]
        expected = BEFORE[target[min(place, len(target) - 1)]]
        assert day_of_period(period, day) == expected, day


@pytest.mark.parametrize("months", [1, 4, 6])
def test_a_later_start_never_ends_earlier(months: int) -> None:
    ends = [day_of_period(Period(months=months), day) for _, _, day in days()]
    assert all(one <= other for one, other in pairwise(ends))


def test_days_and_weeks_are_counted_one_by_one() -> None:
    for start in MONTHS[FIRST_MONTH + 1] + MONTHS[FIRST_MONTH + 12 * 128 + 1]:
        seen = start
        for count in range(1, 40):
            assert day_of_period(Period(days=count, first_day_counts=True), start) == seen
            seen += DAY
            assert day_of_period(Period(days=count), start) == seen
            if count % 7 == 0:
                assert day_of_period(Period(weeks=count // 7), start) == seen


@pytest.mark.parametrize(
    ("period", "start"),
    [
        (Period(years=1), date(9999, 1, 1)),
        (Period(years=999_999_999), date(2026, 1, 1)),
        (Period(days=999_999_999), date(2026, 1, 1)),
        (Period(weeks=999_999_999), date(2026, 1, 1)),
        (Period(days=1), date.max),
        (Period(days=1, first_day_counts=True), date.max),
        (Period(days=1, backward=True), date.min),
        (Period(months=1, backward=True), date(1, 1, 31)),
    ],
)
def test_the_end_of_all_dates_is_said_and_not_stumbled_over(period: Period, start: date) -> None:
    with pytest.raises(OutsideCalendar) as raised:
        reckon(period, start)
    assert raised.value.day == start


def test_the_day_after_follows_the_moved_day() -> None:
    period = Period(days=10, first_day_counts=True, point=Point.NEXT, moves=True)
    assert reckon(period, date(2026, 4, 24)).day == date(2026, 5, 8)
    assert day_of_period(period, date(2026, 4, 24)) == date(2026, 5, 8)
