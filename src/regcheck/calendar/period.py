"""A period as the law words it: how long, how it is counted, which day it means.

Owns: the period as data, and what each of its parts stands for in the Civil Code.
Refuses to know: how a period is written (wording.py), which day it comes to (reckon.py), holidays (closed_days.py).
"""

from __future__ import annotations

from enum import StrEnum

from regcheck.frozen import Frozen


class Point(StrEnum):
    """Which day a period means: its last one (…以内, …間, …を経過する日), or the one after it (…を経過した日)."""

    LAST = "last"
    NEXT = "next"


class Period(Frozen):
    """六月, 一年六月, 三十日 … counted from a day.

    Months and years go by the calendar (民法143), weeks are seven days. The first day does not count (140) unless
    the text says 起算して. `backward`: …の日の二週間前まで; it means the last day that is in time, and `point` says
    nothing of it. `moves`: 閉庁日繰下げ, a filer's limit that moves to the next open day
    (行政機関の休日に関する法律2条); it never moves a period counted backwards.
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    first_day_counts: bool = False
    backward: bool = False
    point: Point = Point.LAST
    moves: bool = False


DAY_BEFORE = Period(days=1, backward=True, first_day_counts=True)
"""The day before a day; without the day itself 前 leaves one clear day between."""
DAY_AFTER = Period(days=1)
"""The day after a day."""
