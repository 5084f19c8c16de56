"""The days on which national offices are closed, and what closes them.

Owns: Saturdays, Sundays, 29 December to 3 January; up to which year holidays are fixed, and not only computed.
Refuses to know: periods, deadlines, where holidays come from (holiday_table.py).
Sources: 行政機関の休日に関する法律 art. 1, 国民の祝日に関する法律. The equinoxes of a year are fixed by a notice of the
February before; those of later years are computed.
"""

from __future__ import annotations

from datetime import date, timedelta

from regcheck.calendar.holiday_table import FIRST_YEAR as FIRST_YEAR, LAST_YEAR as LAST_YEAR, holidays

_FIXED_UNTIL = 2027
_SATURDAY = 5
_ONE_DAY = timedelta(days=1)


class OutsideCalendar(ValueError):  # noqa: N818 - no error of the program, but a place
    """What was asked of `day` lies before the year 1 or after the year 9999."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day


class OutsideTable(OutsideCalendar):
    """`day` lies in a year of which closed days are not known."""


def fixed_until() -> int:
    """The last year whose holidays the Cabinet Office's notice (of February 2026) has fixed."""
    return _FIXED_UNTIL


def is_closed(day: date) -> bool:
    """Whether offices are closed; raises OutsideTable."""
    found = holidays(_known(day).year)
    return is_weekend(day) or is_turn_of_year(day) or day in found


def next_open(day: date) -> date:
    """The day itself if offices are open, otherwise the first day after it on which they are; raises OutsideTable."""
    while is_closed(day):
        day += _ONE_DAY
    return day


def closed_days(first: date, last: date) -> tuple[date, ...]:
    """The closed days from `first` to `last`, both included, in order; raises OutsideTable."""
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    return tuple(day for day in days if is_closed(day))


def holiday_name(day: date) -> str:
    """憲法記念日, 憲法記念日 振替休日, 国民の休日; "" for any other day. Raises OutsideTable."""
    return holidays(_known(day).year).get(day, "")


def is_weekend(day: date) -> bool:
    """Saturday and Sunday."""
    return day.weekday() >= _SATURDAY


def is_turn_of_year(day: date) -> bool:
    """29 December to 3 January."""
    return (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)


def _known(day: date) -> date:
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise OutsideTable(day)
    return day
