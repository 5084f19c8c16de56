"""Periods as functions from the day that they are counted from to the day that they come to.

Owns: the encoder's own reading of 民法 arts. 140, 141 and 143 and of 行政機関の休日に関する法律 art. 2, on day numbers
(1 is 0001-01-01).
Refuses to know: how the evaluator counts (calendar/reckon.py), terms, solvers. Closed days are a list to it.

A period of months that begins on day d of a month (0 is its first) ends N months on, on day d - 1 of that month: on
the last day of the month before it where d is 0, on its own last day where it is too short. So a month is a piece
that rises, and a piece that stays where the months N on are shorter. Counted backwards, 「N月前まで」 comes to the day
before the corresponding day, day d - 1 again but with d held inside the month; the law has no rule, and this is the
stricter of two readings.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from regcheck.calendar.closed_days import closed_days
from regcheck.calendar.period import Period, Point
from regcheck.logic.steps import Piece, Steps, joined, straight

_MONTHS, _WEEK = 12, 7
_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MARCH = 2


@lru_cache(maxsize=256)
def period_steps(period: Period, first: int, last: int) -> Steps:
    """The day that a period comes to, for every day from `first` to `last` that it may be counted from."""
    if period.backward:
        return _backwards(period, first, last)
    end = _forwards(period, first, last)
    if period.moves:
        end = end.then(_to_open_days(*end.image))
    return end.plus(1) if period.point is Point.NEXT else end


def _forwards(period: Period, first: int, last: int) -> Steps:
    """The last day, not yet moved. The first day does not count unless the text says so."""
    months = _MONTHS * period.years + period.months
    skipped = 0 if period.first_day_counts else 1
    rest = _WEEK * period.weeks + period.days
    if not months:
        return straight(first, last, skipped + rest - 1)
    counted = straight(first, last, skipped)
    return counted.then(_months_on(first + skipped, last + skipped, months, -1)).plus(rest)


def _backwards(period: Period, first: int, last: int) -> Steps:
    months = _MONTHS * period.years + period.months
    counted = straight(first, last, 1 if period.first_day_counts else 0)
    back = counted.then(_months_on(*counted.image, -months, 0)) if months else counted
    return back.plus(-_WEEK * period.weeks - period.days - 1)


def _months_on(first: int, last: int, months: int, onward: int) -> Steps:
    """Day d of a month as day d + onward of the month so many months on, or as its last day."""
    return joined(_cut(_month_pieces(first, last, months, onward), first), last)


def _month_pieces(first: int, last: int, months: int, onward: int) -> Iterator[Piece]:
    month = _month_of(first)
    begin = _first_day(month)
    while begin <= last:
        following = _first_day(month + 1)
        there, beyond = _first_day(month + months), _first_day(month + months + 1)
        yield begin, there + onward, True
        full = begin + beyond - there - 1 - onward  # from here on, there is no further day in that month
        if full < min(following - 1, last):
            yield full, beyond - 1, False
        month, begin = month + 1, following


def _cut(pieces: Iterator[Piece], first: int) -> Iterator[Piece]:
    """The pieces from a number on."""
    held: Piece | None = None
    for begin, value, rises in pieces:
        if begin > first:
            if held is not None:
                yield held
                held = None
            yield begin, value, rises
        else:
            held = first, value + (first - begin if rises else 0), rises
    if held is not None:
        yield held


def _to_open_days(first: int, last: int) -> Steps:
    """Each day as itself, or where it is closed as the next day that is not."""
    return joined(_open_pieces(first, last), last)


def _open_pieces(first: int, last: int) -> Iterator[Piece]:
    closed = set(_closed(first, last))
    day = first
    while day <= last:
        if day in closed:
            following = day + 1
            while following in closed or (following > last and _closed(following, following)):
                following += 1
            yield day, following, False
            day = following
        if day <= last:
            yield day, day, True
        while day <= last and day not in closed:
            day += 1


@lru_cache(maxsize=16)
def _closed(first: int, last: int) -> tuple[int, ...]:
    days = closed_days(date.fromordinal(first), date.fromordinal(last))
    return tuple(day.toordinal() for day in days)


def _month_of(day: int) -> int:
    """The month of a day, counted from January of the year 0."""
    month = day * 4800 // 146097 + _MONTHS - 2  # 4,800 months have 146,097 days; never too late
    while _first_day(month + 1) <= day:
        month += 1
    return month


def _first_day(month: int) -> int:
    """The day number of the first day of a month."""
    year, index = divmod(month, _MONTHS)
    before = year - 1
    leap = index >= _MARCH and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 365 * before + before // 4 - before // 100 + before // 400 + _BEFORE_MONTH[index] + leap + 1
