"""Ends of periods, as intervals of days.

Owns: which days the end of a period can be when its start can be any day of an interval. Days are ordinals.
Refuses to know: how a period is counted (regcheck.calendar), where its start comes from.

The end of a period never comes earlier when its start comes later, so the ends of an interval go to ends of one.
An end that lies outside the calendar is open.
"""

from __future__ import annotations

from datetime import date

from regcheck.calendar.period import Period
from regcheck.calendar.reckon import OutsideCalendar, day_of_period
from regcheck.evaluation.interval import End, Exact, Interval


def period_end(period: Period, start: Interval) -> Interval:
    """The days that the period can come to."""
    return Interval(end_of(period, start.low), end_of(period, start.high))


def day_of_end(end: End) -> date | None:
    """The day that an end of an interval is; None where it is open."""
    return None if end is None else date.fromordinal(int(end))


def end_of(period: Period, start: End) -> End:
    """The day that the period comes to from one day."""
    return None if start is None else known_end(period, start)


def known_end(period: Period, start: Exact) -> int | None:
    """The same from a day that is known; None outside the calendar."""
    try:
        return day_of_period(period, date.fromordinal(int(start))).toordinal()
    except OutsideCalendar:
        return None
