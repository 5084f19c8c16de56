"""The 国民の祝日 of 2000 to 2099 written out from the Act alone, and its special rules for single years."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

DAY = timedelta(days=1)
SUNDAY, MONDAY = 6, 0


def nth_monday(year: int, month: int, count: int) -> date:
    mondays = [day for day in (date(year, month, n) for n in range(1, 29)) if day.weekday() == MONDAY]
    return mondays[count - 1]


def equinox(year: int, at_1980: float) -> int:
    """The usual formula for 1980 to 2099."""
    return int(at_1980 + 0.242194 * (year - 1980)) - (year - 1980) // 4


def national_days(year: int) -> Iterator[tuple[date, str]]:
    """Article 2 as it stood in the year."""
    yield date(year, 1, 1), "元日"
    yield nth_monday(year, 1, 2), "成人の日"
    yield date(year, 2, 11), "建国記念の日"
    if year <= 2018:
        yield date(year, 12, 23), "天皇誕生日"
    if year >= 2020:
        yield date(year, 2, 23), "天皇誕生日"
    yield date(year, 3, equinox(year, 20.8431)), "春分の日"
    yield date(year, 4, 29), "昭和の日" if year >= 2007 else "みどりの日"
    yield date(year, 5, 3), "憲法記念日"
    if year >= 2007:
        yield date(year, 5, 4), "みどりの日"
    yield date(year, 5, 5), "こどもの日"
    yield sea_day(year), "海の日"
    if year >= 2016:
        yield {2020: date(2020, 8, 10), 2021: date(2021, 8, 8)}.get(year, date(year, 8, 11)), "山の日"
    yield nth_monday(year, 9, 3) if year >= 2003 else date(year, 9, 15), "敬老の日"
    yield date(year, 9, equinox(year, 23.2488)), "秋分の日"
    sports = {2020: date(2020, 7, 24), 2021: date(2021, 7, 23)}.get(year, nth_monday(year, 10, 2))
    yield sports, "スポーツの日" if year >= 2020 else "体育の日"
    yield date(year, 11, 3), "文化の日"
    yield date(year, 11, 23), "勤労感謝の日"
    if year == 2019:  # 天皇の即位の日及び即位礼正殿の儀の行われる日を休日とする法律
        yield date(2019, 5, 1), "天皇の即位の日"
        yield date(2019, 10, 22), "即位礼正殿の儀"


def sea_day(year: int) -> date:
    if year <= 2002:
        return date(year, 7, 20)
    return {2020: date(2020, 7, 23), 2021: date(2021, 7, 22)}.get(year, nth_monday(year, 7, 3))


def act_holidays(year: int) -> dict[date, str]:
    """Article 3: the national days, what stands in for those on a Sunday, and a day between two of them."""
    national = dict(national_days(year))
    found = dict(national)
    for day in national:
        if day.weekday() == SUNDAY:
            other = day + DAY
            while other in national:
                other += DAY
            found[other] = "振替休日"
    for day in national:
        between = day + DAY
        if day + 2 * DAY in national and between not in national and may_be_between(between, found):
            found[between] = "国民の休日"
    return found


def may_be_between(day: date, found: dict[date, str]) -> bool:
    """Until 2006 no Sunday and no day that stands in for another was one."""
    return day.year >= 2007 or (day.weekday() != SUNDAY and day not in found)
