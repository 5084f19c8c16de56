"""The 国民の祝日 of each year that is known, with their names.

Owns: which table is read: the one that a build has shipped (hatch_build.py), or, where there is none, one year after
the other as jpholiday computes it.
Refuses to know: weekends, the turn of the year, what is done with holidays.

jpholiday takes longer for a year than a whole check takes; reading a line of a table takes no time. The table is made
of jpholiday and of nothing else.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

FIRST_YEAR = 2000
LAST_YEAR = 2099
"""The first and the last year of which holidays are known."""

TABLE = "holidays.txt"


@cache
def holidays(year: int) -> Mapping[date, str]:
    """The holidays of a year within the known ones: 憲法記念日, 憲法記念日 振替休日, 国民の休日."""
    lines = _shipped()
    return _read(year, lines[year - FIRST_YEAR]) if lines else computed_holidays(year)


def computed_holidays(year: int) -> Mapping[date, str]:
    """The holidays of a year by jpholiday."""
    from jpholiday import JPHoliday  # an object of our own: the module's functions share what others register

    return {holiday.date: holiday.name for holiday in JPHoliday().year_holidays(year)}


def shipped_holidays() -> bytes:
    """The table as a build ships it: a line for each year, 0101元日,0109成人の日 and so on."""
    years = (computed_holidays(year) for year in range(FIRST_YEAR, LAST_YEAR + 1))
    lines = (",".join(f"{day:%m%d}{name}" for day, name in sorted(year.items())) for year in years)
    return "".join(f"{line}\n" for line in lines).encode()


@cache
def _shipped() -> tuple[str, ...]:
    """The lines of the table, or none where no build has made it."""
    table = Path(__file__).with_name(TABLE)
    return tuple(table.read_text(encoding="utf-8").splitlines()) if table.is_file() else ()


def _read(year: int, line: str) -> Mapping[date, str]:
    return {date(year, int(part[:2]), int(part[2:4])): part[4:] for part in line.split(",")}
