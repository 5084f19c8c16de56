"""The encoder's walk over months and closed days comes to the days of the calendar, which counts on its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from regcheck.calendar.closed_days import FIRST_YEAR, LAST_YEAR, next_open
from regcheck.calendar.period import Period, Point
from regcheck.calendar.reckon import day_of_period
from regcheck.frozen import replace
from regcheck.logic.periods import period_steps

FIRST, LAST = date(1900, 1, 1).toordinal(), date(2199, 12, 31).toordinal()
LENGTHS = [*(Period(months=n) for n in range(1, 25)), *(Period(years=n) for n in (1, 2, 3))]
EVERY_WAY = [
    Period(first_day_counts=counts, backward=backward)
    for counts in (False, True)
    for backward in (False, True)
]


def differences(period: Period, days: Iterable[int]) -> list[date]:
    """The days from which the two come to different ends."""
    steps = period_steps(period, FIRST, LAST)
    starts = ((day, date.fromordinal(day)) for day in days)
    return [start for day, start in starts if steps.at(day) != day_of_period(period, start).toordinal()]


@pytest.mark.parametrize("length", [Period(months=1), Period(months=6), Period(years=1)], ids=str)
def test_every_day_of_three_centuries_ends_alike(length: Period) -> None:
    assert not differences(length, range(FIRST, LAST + 1))


@pytest.mark.parametrize("way", EVERY_WAY, ids=str)
def test_every_length_ends_alike_from_the_ends_of_every_month(way: Period) -> None:
    """Where a month ends is all that a month can do to a period: 27 to 2, over a century with and without a leap
    day at its end."""
    days = [d for d in range(FIRST, LAST + 1, 1) if date.fromordinal(d).day in (1, 2, 28, 29, 30, 31)]
    for length in LENGTHS:
        changed = replace(way, years=length.years, months=length.months)
        assert not differences(changed, days[length.months % 3 :: 3])


@pytest.mark.parametrize("way", EVERY_WAY, ids=str)
@pytest.mark.parametrize("point", Point)
def test_every_unit_counts(way: Period, point: Point) -> None:
    for months, weeks, days in ((0, 0, 30), (0, 2, 0), (1, 0, 10), (12, 1, 0)):
        period = replace(way, point=point, months=months, weeks=weeks, days=days)
        assert not differences(period, range(FIRST, LAST + 1, 13))


def test_leap_days_and_short_months() -> None:
    """指定を受けた日から六月間 from 29, 30 and 31 August 2027; 受理した日から起算して四月間 from 30 October 2026 on."""
    six, four = Period(months=6), Period(months=4, first_day_counts=True)
    ends = [(six, date(2027, 8, day), date(2028, 2, 29)) for day in (29, 30, 31)]
    ends += [
        (four, start, date(2027, 2, 28))
        for start in (date(2026, 10, 30), date(2026, 10, 31), date(2026, 11, 1))
    ]
    for period, start, end in ends:
        assert (
            period_steps(period, start.toordinal(), start.toordinal()).at(start.toordinal())
            == end.toordinal()
        )


def test_a_part_of_a_stretch_ends_as_the_whole() -> None:
    period = Period(months=1)
    whole = period_steps(period, FIRST, LAST)
    for first in range(date(2027, 1, 25).toordinal(), date(2027, 3, 5).toordinal()):
        part = period_steps(period, first, first + 40)
        assert [part.at(day) for day in range(first, first + 41)] == [
            whole.at(day) for day in range(first, first + 41)
        ]


def test_a_limit_moves_to_the_next_open_day_over_the_whole_table() -> None:
    first, last = date(FIRST_YEAR, 1, 1).toordinal(), date(LAST_YEAR, 12, 1).toordinal()
    moved = period_steps(Period(days=10, first_day_counts=True, moves=True), first, last)
    for day in range(first, last + 1):
        assert moved.at(day) == next_open(date.fromordinal(day + 9)).toordinal()


def test_the_day_after_a_moved_limit_may_be_closed() -> None:
    period = Period(days=10, first_day_counts=True, moves=True, point=Point.NEXT)
    start = date(2026, 4, 29).toordinal()  # the tenth day is Friday 8 May
    assert date.fromordinal(period_steps(period, start, start).at(start)) == date(2026, 5, 9)
