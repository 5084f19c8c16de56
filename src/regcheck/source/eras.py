"""Japanese eras and the dates written with them.

Owns: era names, their first days, and dates as 令和十年四月一日.
Refuses to know: periods, holidays, grammar.
Source of the first days: 元号を改める政令 (明治 from the Gregorian calendar of 1873).
"""

from __future__ import annotations

from datetime import date, timedelta

from regcheck.source.numerals import to_kanji

ERAS: tuple[tuple[str, date], ...] = (
    ("令和", date(2019, 5, 1)),
    ("平成", date(1989, 1, 8)),
    ("昭和", date(1926, 12, 25)),
    ("大正", date(1912, 7, 30)),
    ("明治", date(1873, 1, 1)),
)
_MEIJI_FIRST_YEAR = 1868


def from_era(era: str, year: int, month: int, day: int) -> date:
    """The date of an era year; raises ValueError if there is no such day or it lies outside the era."""
    names = [name for name, _ in ERAS]
    index = names.index(era)
    first = ERAS[index][1]
    base = _MEIJI_FIRST_YEAR if era == "明治" else first.year
    result = date(base + year - 1, month, day)
    if result < first or (index > 0 and result >= ERAS[index - 1][1]):
        raise ValueError(f"{era}{year}-{month}-{day}")
    return result


def to_era(day: date) -> str:
    """令和十年四月一日; the first year is 元年. Raises ValueError before 1873."""
    for era, first in ERAS:
        if day >= first:
            year = day.year - (_MEIJI_FIRST_YEAR if era == "明治" else first.year) + 1
            shown = "元" if year == 1 else to_kanji(year)
            return f"{era}{shown}年{to_kanji(day.month)}月{to_kanji(day.day)}日"
    raise ValueError(day)


def day_text(day: date) -> str:
    """令和十年四月一日 of every day: one before the first era that is known stays as 1800-01-01."""
    return to_era(day) if day >= ERAS[-1][1] else day.isoformat()


def era_days(era: str) -> str:
    """The days of an era, as told to a drafter: 1926年12月25日から1989年1月7日まで."""
    index = [name for name, _ in ERAS].index(era)
    first = ERAS[index][1]
    shown = f"{first.year}年{first.month}月{first.day}日から"
    if index == 0:
        return shown
    last = ERAS[index - 1][1] - timedelta(days=1)
    return f"{shown}{last.year}年{last.month}月{last.day}日まで"
