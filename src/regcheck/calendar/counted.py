"""What a worded period comes to from a day: the whole answer to a drafter's question.

Owns: the days of a phrase that has a period, a side of a day (以後, 前), or both.
Refuses to know: how a phrase is read (wording.py), how a period is counted (reckon.py).
"""

from __future__ import annotations

from datetime import date, timedelta

from regcheck.calendar.dates import date_in_english, date_in_japanese
from regcheck.calendar.reasons import Reason
from regcheck.calendar.reckon import OutsideCalendar, reckon
from regcheck.calendar.sides import Side, edge
from regcheck.calendar.wording import Worded
from regcheck.frozen import Frozen

_ONE_DAY = timedelta(days=1)


class Counted(Frozen):
    """The days of a phrase from a start, and why. `day` is the one that the phrase means, within its side if it has one.

    A phrase that is only a side has no last day (以後, 後) or no first one (以前, 前).
    """

    worded: Worded
    start: date
    first: date | None
    last: date | None
    next: date | None
    day: date
    reasons: tuple[Reason, ...]


def count(worded: Worded, start: date) -> Counted:
    """The days that a phrase comes to. Raises OutsideCalendar, OutsideTable."""
    try:
        return (
            _side_only(worded, worded.side or Side.FROM, start)
            if worded.period is None
            else _period(worded, start)
        )
    except OverflowError:
        raise OutsideCalendar(start) from None


def _period(worded: Worded, start: date) -> Counted:
    assert worded.period is not None
    found = reckon(worded.period, start)
    return Counted(
        worded=worded,
        start=start,
        first=found.first,
        last=found.last,
        next=found.next,
        day=edge(worded.side, found.day) if worded.side else found.day,
        reasons=(*found.reasons, *((_side_reason(worded.side, found.day),) if worded.side else ())),
    )


def _side_only(worded: Worded, side: Side, start: date) -> Counted:
    day = edge(side, start)
    return Counted(
        worded=worded,
        start=start,
        first=day if side.is_later else None,
        last=None if side.is_later else day,
        next=None if side.is_later else day + _ONE_DAY,
        day=day,
        reasons=(_side_reason(side, start),),
    )


def _side_reason(side: Side, day: date) -> Reason:
    has = side in (Side.FROM, Side.UNTIL)
    bound = edge(side, day)
    return Reason(
        provision="",
        ja=f"「{side}」は、その日（{date_in_japanese(day)}）を{'含む' if has else '含まない'}"
        f"（{date_in_japanese(bound)}{'から' if side.is_later else 'まで'}）",
        en=f"The word {side} {'takes in' if has else 'leaves out'} the day itself, {date_in_english(day)}"
        f" ({'from' if side.is_later else 'up to'} {date_in_english(bound)})",
    )
