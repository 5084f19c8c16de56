"""Days that are counted from other days, in words.

Owns: …から起算して六月を経過する日, …の二月前の日, …の翌日; written words of periods as a statute has them.
Refuses to know: the words of the day that is counted from, comparisons.
"""

from __future__ import annotations

import re

from regcheck.calendar.period import DAY_AFTER, DAY_BEFORE, Period, Point
from regcheck.documents.to_statutory.refusal import Refusal, Unprintable
from regcheck.source.numerals import narrow, to_kanji

_DIGITS = re.compile("[0-9０-９]+")
_MONTHS = re.compile("(?<=[一二三四五六七八九十百千])[箇個かカヵケヶ]月")
MOVED_END = "（その末日が行政機関の休日に当たるときは、その日後において最も近い行政機関の休日でない日まで）"
MOVED = "（その日が行政機関の休日に当たるときは、その日後において最も近い行政機関の休日でない日）"


def counted_words(start: str, period: Period) -> str:
    """The day that a period counted from `start` comes to."""
    if period in (DAY_BEFORE, DAY_AFTER):
        return f"{start}の{'前日' if period.backward else '翌日'}"
    counted = "起算して" if period.first_day_counts else ""
    if period.backward:
        return f"{start}の{counted}{_length(period)}前の日"
    if period.moves and period.point is Point.NEXT:
        raise Unprintable(Refusal.COUNTED_DAY, f"{_length(period)}を経過した日（閉庁日繰下げ）")
    end = "を経過した日" if period.point is Point.NEXT else "を経過する日"
    return f"{start}から{counted}{_length(period)}{end}{MOVED if period.moves else ''}"


def period_words(written: str) -> str:
    """The words of a 期間 or 期限 as a drafter wrote them, with numerals in kanji, 月 alone, and what 閉庁日繰下げ means."""
    kanji = _DIGITS.sub(lambda found: to_kanji(int(narrow(found[0]))), written)
    plain = _MONTHS.sub("月", kanji)
    return plain.replace("経過する日（閉庁日繰下げ）", f"経過する日{MOVED}").replace(
        "（閉庁日繰下げ）", MOVED_END
    )


def _length(period: Period) -> str:
    """一年六月, 六月, 二週間, 三十日. Statutes do not count months and days on from each other."""
    units = ((period.years, "年"), (period.months, "月"), (period.weeks, "週間"), (period.days, "日"))
    words = "".join(to_kanji(count) + unit for count, unit in units if count)
    counted = [unit for count, unit in units if count]
    if len(counted) != 1 and counted != ["年", "月"]:
        raise Unprintable(Refusal.COUNTED_DAY, f"{words or '〇日'}間")
    return words
