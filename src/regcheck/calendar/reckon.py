"""Which day a period comes to.

Owns: counting days, weeks, months and years from a day, forwards and backwards, and the move to an open day.
Refuses to know: how a period is written (wording.py), which days are closed (closed_days.py).
Sources: 民法 arts. 138-143, 行政機関の休日に関する法律 art. 2.

Forwards: counting begins on the day after the start, or on the start itself if the first day counts. The period ends
on the day before the day that corresponds to the first counted one; where the last month has no such day, on the last
day of that month. Weeks and days are counted on after the months.

Backwards the law has no rule, and 「二週間前まで」 is read in two ways: fourteen clear days lie between, or the
fourteenth day before will do. The earlier day satisfies both, and is the one that is meant here: the day before the
corresponding day of the start (of the day after it, if the first day counts), which is the last day of its month where
the month has no such day.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from regcheck.calendar.closed_days import OutsideCalendar, OutsideTable, next_open
from regcheck.calendar.period import Period, Point
from regcheck.frozen import Frozen

if TYPE_CHECKING:  # who wants a day only loads no words
    from regcheck.calendar.reasons import Reason

__all__ = ["OutsideCalendar", "OutsideTable", "Reckoned", "day_of_period", "reckon"]

_ONE_DAY = timedelta(days=1)
_MONTHS = 12


class Reckoned(Frozen):
    """A period counted from one day: the first day that counts, the last day, the day after it, and why.

    `last` has been moved if the period moves; counted backwards it is the last day that is in time, so that it lies
    before `first`. `day` is the one of `last` and `next` that the wording means.
    """

    first: date
    last: date
    next: date
    day: date
    reasons: tuple[Reason, ...]


def reckon(period: Period, start: date) -> Reckoned:
    """The period counted from a day, with the reasons. Raises OutsideCalendar, OutsideTable."""
    from regcheck.calendar.reasons import reasons

    with _inside(start):
        first, unmoved = _first(period, start), _unmoved(period, start)
        last = _moved(period, unmoved)
        return Reckoned(
            first=first,
            last=last,
            next=last + _ONE_DAY,
            day=_meant(period, last),
            reasons=reasons(period, first, unmoved, last),
        )


@lru_cache(maxsize=1 << 14)
def day_of_period(period: Period, start: date) -> date:
    """The day that the period means, and no reasons. Raises OutsideCalendar."""
    with _inside(start):
        return _meant(period, _moved(period, _unmoved(period, start)))


@contextmanager
def _inside(start: date) -> Iterator[None]:
    """Dates end with the years 1 and 9999."""
    try:
        yield
    except OutsideCalendar:
        raise
    except (OverflowError, ValueError):
        raise OutsideCalendar(start) from None


def _meant(period: Period, last: date) -> date:
    return last if period.point is Point.LAST or period.backward else last + _ONE_DAY


def _moved(period: Period, last: date) -> date:
    return next_open(last) if period.moves and not period.backward else last


def _first(period: Period, start: date) -> date:
    if period.first_day_counts:
        return start
    return start - _ONE_DAY if period.backward else start + _ONE_DAY


def _unmoved(period: Period, start: date) -> date:
    return _in_time_before(period, start) if period.backward else _end(period, _first(period, start))


def _end(period: Period, first: date) -> date:
    """The last day of a period whose first counted day is given."""
    year, month = _month_at(first, _MONTHS * period.years + period.months)
    missing = first.day > days_of_month(year, month)
    corresponding = (
        date(year + month // _MONTHS, month % _MONTHS + 1, 1) if missing else date(year, month, first.day)
    )
    return corresponding + _rest(period) - _ONE_DAY


def _in_time_before(period: Period, start: date) -> date:
    """The last day that is in time for …前まで, by the stricter reading."""
    counted = start + _ONE_DAY if period.first_day_counts else start
    year, month = _month_at(counted, -_MONTHS * period.years - period.months)
    corresponding = date(year, month, min(counted.day, days_of_month(year, month)))
    return corresponding - _rest(period) - _ONE_DAY


def _rest(period: Period) -> timedelta:
    return timedelta(days=7 * period.weeks + period.days)


def _month_at(day: date, months: int) -> tuple[int, int]:
    """The year and the month that lie so many months away from a day."""
    year, month = divmod(_MONTHS * day.year + day.month - 1 + months, _MONTHS)
    return year, month + 1


def days_of_month(year: int, month: int) -> int:
    """28 to 31."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
