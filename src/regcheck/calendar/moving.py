"""Why a filer's limit moves, or does not: what closes the offices on each day, in words.

Owns: 閉庁日繰下げ in words; the English names of the 国民の祝日.
Refuses to know: periods.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from regcheck.calendar.closed_days import fixed_until, holiday_name, is_turn_of_year, is_weekend
from regcheck.calendar.dates import date_in_english, date_in_japanese, weekday, weekday_in_english
from regcheck.calendar.reasons import Reason
from regcheck.source.numerals import to_kanji

_LAW = "行政機関の休日に関する法律第二条"
_ONE_DAY = timedelta(days=1)

_IN_ENGLISH = {
    "元日": "New Year's Day",
    "成人の日": "Coming of Age Day",
    "建国記念の日": "National Foundation Day",
    "天皇誕生日": "The Emperor's Birthday",
    "春分の日": "Vernal Equinox Day",
    "昭和の日": "Showa Day",
    "憲法記念日": "Constitution Memorial Day",
    "みどりの日": "Greenery Day",
    "こどもの日": "Children's Day",
    "海の日": "Marine Day",
    "山の日": "Mountain Day",
    "敬老の日": "Respect for the Aged Day",
    "秋分の日": "Autumnal Equinox Day",
    "体育の日": "Health and Sports Day",
    "スポーツの日": "Sports Day",
    "文化の日": "Culture Day",
    "勤労感謝の日": "Labour Thanksgiving Day",
    "国民の休日": "a day between two holidays",
    "天皇の即位の日": "the Day of the Enthronement",
    "即位礼正殿の儀": "the Enthronement Ceremony",
}


def moving(last: date, moved: date) -> Iterator[Reason]:
    """Where the last day goes, and what closes each day on the way; and whether those days are fixed yet."""
    yield _stays(last) if moved == last else _moves(last, moved)
    if moved.year > fixed_until():
        yield _computed(moved.year)


def _stays(last: date) -> Reason:
    return Reason(
        provision=_LAW,
        ja=f"末日（{date_in_japanese(last)}、{weekday(last)}曜日）は行政機関の休日に当たらないので、{_LAW}による繰下げはない",
        en=f"Offices are open on the last day, {date_in_english(last)}, so that it does not move"
        " (行政機関の休日に関する法律, art. 2)",
    )


def _moves(last: date, moved: date) -> Reason:
    closed = [last + count * _ONE_DAY for count in range((moved - last).days)]
    ja = "、".join(f"{to_kanji(day.month)}月{to_kanji(day.day)}日は{closed_by(day)}" for day in closed)
    en = ", ".join(f"{day.isoformat()} {closed_by_in_english(day)}" for day in closed)
    return Reason(
        provision=_LAW,
        ja=f"{_LAW}により、行政機関の休日に当たる末日を{date_in_japanese(moved)}（{weekday(moved)}曜日）に繰下げ（{ja}）",
        en=f"The last day is one on which offices are closed, and moves to {date_in_english(moved)} ({en})"
        " (行政機関の休日に関する法律, art. 2)",
    )


def _computed(year: int) -> Reason:
    return Reason(
        provision="国民の祝日に関する法律第二条",
        ja=f"{year}年の祝日は、内閣府の公表（{fixed_until()}年分まで）がまだないので、祝日法の規定と"
        "春分日・秋分日の計算によるもの（国民の祝日に関する法律第二条、第三条）",
        en=f"The Cabinet Office's notice does not yet fix the holidays of {year} (it goes to {fixed_until()}): they are"
        " computed from the Act and the equinoxes (国民の祝日に関する法律, arts. 2 and 3)",
    )


def closed_by(day: date) -> str:
    """日曜日・憲法記念日, 年末年始; "" on a day on which offices are open."""
    turn = "年末年始" if is_turn_of_year(day) else ""
    weekend = f"{weekday(day)}曜日" if is_weekend(day) else ""
    return "・".join(why for why in (weekend, holiday_name(day), turn) if why)


def closed_by_in_english(day: date) -> str:
    """Sunday and Constitution Memorial Day; "" on a day on which offices are open."""
    turn = "the turn of the year" if is_turn_of_year(day) else ""
    weekend = weekday_in_english(day) if is_weekend(day) else ""
    return " and ".join(why for why in (weekend, name_in_english(holiday_name(day)), turn) if why)


def name_in_english(name: str) -> str:
    """Constitution Memorial Day for 憲法記念日; the Japanese name of a holiday that has no other."""
    holiday, _, substitute = name.partition(" ")
    shown = _IN_ENGLISH.get(holiday, holiday)
    return f"substitute for {shown}" if substitute else shown
