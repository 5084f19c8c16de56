"""Days as a reader is told them.

Owns: weekdays and dates in words, in Japanese (era) and in English.
Refuses to know: periods, holidays.
"""

from __future__ import annotations

from datetime import date

from regcheck.source.eras import ERAS, to_era

_WEEKDAYS = "月火水木金土日"
_WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(day: date) -> str:
    """木."""
    return _WEEKDAYS[day.weekday()]


def weekday_in_english(day: date) -> str:
    """Thursday."""
    return _WEEKDAYS_EN[day.weekday()]


def date_in_japanese(day: date) -> str:
    """令和七年五月一日; before the first era year that is known 1872年12月31日."""
    return to_era(day) if day >= ERAS[-1][1] else f"{day.year}年{day.month}月{day.day}日"


def date_in_english(day: date) -> str:
    """Thursday 2025-05-01."""
    return f"{weekday_in_english(day)} {day.isoformat()}"
