"""Why a period comes to the days that it comes to.

Owns: the articles that count a period, in words, in the order in which they are applied.
Refuses to know: how the days are found (reckon.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from regcheck.calendar.dates import date_in_english, date_in_japanese
from regcheck.calendar.period import Period, Point
from regcheck.frozen import Frozen
from regcheck.source.numerals import to_kanji

_ONE_DAY = timedelta(days=1)


class Reason(Frozen):
    """One step of the counting: the provision that makes it ("" if the wording does), and the step in words."""

    provision: str
    ja: str
    en: str


def reasons(period: Period, first: date, unmoved: date, last: date) -> tuple[Reason, ...]:
    """The steps from the first counted day to the last one, before and after it moved, and to the day that is meant."""
    return tuple(
        _backwards(period, first, last) if period.backward else _forwards(period, first, unmoved, last)
    )


def _forwards(period: Period, first: date, unmoved: date, last: date) -> Iterator[Reason]:
    yield _starts_itself(first) if period.first_day_counts else _starts_later(first)
    end_of_weeks = unmoved - timedelta(days=period.days)
    if period.years or period.months:
        yield _months(period, first, end_of_weeks - timedelta(weeks=period.weeks))
    if period.weeks:
        yield _weeks(end_of_weeks)
    yield _last_day(period, unmoved)
    if period.moves:
        from regcheck.calendar.moving import moving

        yield from moving(unmoved, last)
    if period.point is Point.NEXT:
        yield _day_after(last + _ONE_DAY)


# ------------------------------------------------------------ the first day


def _starts_later(first: date) -> Reason:
    return Reason(
        provision="民法第百四十条",
        ja=f"民法第百四十条により初日不算入（起算日は翌日の{date_in_japanese(first)}）",
        en=f"The first day does not count; counting begins on {date_in_english(first)} (Civil Code, art. 140)",
    )


def _starts_itself(first: date) -> Reason:
    return Reason(
        provision="民法第百三十八条",
        ja=f"「起算して」など初日を数える文言が民法第百四十条に優先し、初日算入（起算日は{date_in_japanese(first)}。"
        "民法第百三十八条）",
        en="The wording (起算して) counts the first day and goes before art. 140; counting begins on"
        f" {date_in_english(first)} (Civil Code, art. 138)",
    )


# ------------------------------------------------------------ the last day


def _months(period: Period, first: date, last: date) -> Reason:
    if first.day != (last + _ONE_DAY).day:
        return Reason(
            provision="民法第百四十三条第二項ただし書",
            ja=f"民法第百四十三条第二項ただし書により、最後の月に応当する日（{to_kanji(first.day)}日）がないので"
            f"その月の末日（{date_in_japanese(last)}）に満了",
            en=f"The last month has no day {first.day}, so that the period ends on the last day of that month,"
            f" {date_in_english(last)} (Civil Code, art. 143(2), proviso)",
        )
    if first.day == 1 and (period.months or first.month == 1):
        return Reason(
            provision="民法第百四十三条第一項",
            ja="起算日が月の初めなので、民法第百四十三条第一項により暦の月をそのまま数える"
            f"（最後の月の末日は{date_in_japanese(last)}）",
            en="Counting begins with a month, so that whole months are counted; the last one ends on"
            f" {date_in_english(last)} (Civil Code, art. 143(1))",
        )
    return Reason(
        provision="民法第百四十三条第二項",
        ja=f"民法第百四十三条第二項により、起算日に応当する日（{date_in_japanese(last + _ONE_DAY)}）の前日に満了",
        en="The period ends on the day before the one that corresponds to the first counted day,"
        f" {date_in_english(last + _ONE_DAY)} (Civil Code, art. 143(2))",
    )


def _weeks(last: date) -> Reason:
    return Reason(
        provision="民法第百四十三条第二項",
        ja=f"民法第百四十三条第二項により、最後の週の応当する曜日（{date_in_japanese(last + _ONE_DAY)}）の前日に満了",
        en="The period ends on the day before the corresponding weekday of its last week,"
        f" {date_in_english(last + _ONE_DAY)} (Civil Code, art. 143(2))",
    )


def _last_day(period: Period, last: date) -> Reason:
    only_days = not (period.years or period.months or period.weeks)
    ja = f"起算日から{to_kanji(period.days)}日目の" if only_days else ""
    en = f"day {period.days}, " if only_days else ""
    return Reason(
        provision="民法第百四十一条",
        ja=f"民法第百四十一条により、末日（{ja}{date_in_japanese(last)}）の終了をもって満了",
        en=f"The period ends with the end of its last day, {en}{date_in_english(last)} (Civil Code, art. 141)",
    )


def _day_after(day: date) -> Reason:
    return Reason(
        provision="",
        ja=f"「経過した日」は、期間の末日の翌日（{date_in_japanese(day)}）",
        en=f"The wording 経過した日 means the day after the last one, {date_in_english(day)}",
    )


# ------------------------------------------------------------ backwards


def _backwards(period: Period, first: date, last: date) -> Iterator[Reason]:
    provision = "民法第百三十八条" if period.first_day_counts else "民法第百四十条"
    counts = "初日算入" if period.first_day_counts else "初日不算入"
    counted = "counts" if period.first_day_counts else "does not count"
    yield Reason(
        provision=provision,
        ja=f"遡る期間には定めがないので{provision}を類推して{counts}（{date_in_japanese(first)}から遡って数える）",
        en=f"By analogy, for the law has no rule on counting back, the first day {counted}: counting goes back from"
        f" {date_in_english(first)} (Civil Code, art. {138 if period.first_day_counts else 140})",
    )
    yield _two_readings(last, last + _ONE_DAY)
    if period.moves:
        yield _never_moves_back()


def _two_readings(strict: date, other: date) -> Reason:
    return Reason(
        provision="民法第百四十一条",
        ja=f"民法第百四十一条の類推により、期間の全部が中に入るように、その前日の{date_in_japanese(strict)}までとする。"
        f"読み方は定まっておらず、{date_in_japanese(other)}で足りるとする読み方もある（早い方は両方を満たす）",
        en=f"The whole period lies between, so that {date_in_english(strict)} is the last day in time (Civil Code,"
        f" art. 141, by analogy). The reading is not settled: by the other one {date_in_english(other)} is in time"
        " as well; the earlier day satisfies both",
    )


def _never_moves_back() -> Reason:
    return Reason(
        provision="行政機関の休日に関する法律第二条",
        ja="行政機関の休日に関する法律第二条による繰下げは、遡って数える期限には及ばない（通例の読み方）",
        en="By the usual reading a limit that is counted back does not move (行政機関の休日に関する法律, art. 2)",
    )
