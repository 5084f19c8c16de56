"""Protects: the days on which offices are closed, held against two packages and the Act, which know nothing of each other."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path

import holidays as other_package
import pytest
from tests.unit.calendar.holidays_act import DAY, act_holidays

from regcheck.calendar import holiday_table
from regcheck.calendar.closed_days import (
    OutsideTable,
    closed_days,
    fixed_until,
    holiday_name,
    is_closed,
    next_open,
)
from regcheck.calendar.holiday_table import FIRST_YEAR, LAST_YEAR, TABLE, computed_holidays, shipped_holidays
from regcheck.calendar.moving import closed_by, closed_by_in_english, name_in_english

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
computed = cache(computed_holidays)
SUBSTITUTE = "振替休日"


def test_the_packages_know_the_same_days() -> None:
    other = other_package.country_holidays("JP", years=YEARS)
    assert sorted(day for year in YEARS for day in computed(year)) == sorted(other)


@pytest.mark.parametrize("year", YEARS)
def test_the_package_follows_the_act(year: int) -> None:
    named = {day: SUBSTITUTE if name.endswith(SUBSTITUTE) else name for day, name in computed(year).items()}
    assert named == act_holidays(year)


def test_the_act_alone_gives_what_the_cabinet_office_announced() -> None:
    """The notice of February 2026 for 2027, with the substitute for 春分の日."""
    announced = "0101 0111 0211 0223 0321 0322 0429 0503 0504 0505 0719 0811 0920 0923 1011 1103 1123"
    assert [f"{day:%m%d}" for day in sorted(act_holidays(2027))] == announced.split()
    assert fixed_until() == 2027


def test_what_a_build_ships_is_what_the_package_computes(monkeypatch: pytest.MonkeyPatch) -> None:
    table = Path(holiday_table.__file__).with_name(TABLE)
    monkeypatch.setattr(holiday_table, "computed_holidays", computed)
    assert table.is_file(), "no build has made the table of holidays: make run"
    assert table.read_bytes() == shipped_holidays()
    assert all(holiday_table.holidays(year) == computed(year) for year in YEARS)


def test_without_a_table_a_year_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(holiday_table, "TABLE", "none.txt")
    holiday_table._shipped.cache_clear()
    holiday_table.holidays.cache_clear()
    try:
        assert holiday_table.holidays(2026) == computed(2026)
    finally:
        holiday_table._shipped.cache_clear()
        holiday_table.holidays.cache_clear()


def test_offices_are_closed_on_holidays_weekends_and_at_the_turn_of_the_year() -> None:
    day = date(FIRST_YEAR, 1, 1)
    while day.year <= LAST_YEAR:
        turn = (day.month == 12 and day.day >= 29) or (day.month == 1 and day.day <= 3)
        assert is_closed(day) == (day.weekday() in (5, 6) or turn or day in computed(day.year)), day
        assert bool(closed_by(day)) == bool(closed_by_in_english(day)) == is_closed(day)
        day += DAY


def test_the_next_open_day_is_the_first_that_is_not_closed() -> None:
    day = date(2026, 1, 1)
    while day.year < 2031:
        found = next_open(day)
        assert not is_closed(found)
        assert closed_days(day, found) == tuple(
            day + timedelta(days=count) for count in range((found - day).days)
        )
        day += DAY


def test_closed_days_are_in_order_and_include_both_ends() -> None:
    assert closed_days(date(2026, 5, 2), date(2026, 5, 6)) == tuple(date(2026, 5, n) for n in range(2, 7))
    assert closed_days(date(2026, 5, 7), date(2026, 5, 8)) == ()
    assert closed_days(date(2026, 5, 8), date(2026, 5, 7)) == ()


@pytest.mark.parametrize("day", [date(FIRST_YEAR - 1, 12, 31), date(LAST_YEAR + 1, 1, 1)])
def test_outside_the_table_nothing_is_said(day: date) -> None:
    for ask in (is_closed, next_open, holiday_name):
        with pytest.raises(OutsideTable) as raised:
            ask(day)
        assert raised.value.day == day


def test_a_move_out_of_the_table_is_none() -> None:
    with pytest.raises(OutsideTable):
        next_open(date(LAST_YEAR, 12, 31))


def test_every_holiday_has_an_english_name() -> None:
    names = {name for year in YEARS for name in computed(year).values()}
    assert all(name_in_english(name).isascii() for name in names)
    assert name_in_english("憲法記念日 振替休日") == "substitute for Constitution Memorial Day"
