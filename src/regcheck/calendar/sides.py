"""The days on one side of a day: 以前, 以後, 前, 後.

Owns: which of them have the day itself.
Refuses to know: periods, how a day is found.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

_ONE_DAY = timedelta(days=1)


class Side(StrEnum):
    """以前 and 以後 have the day itself, 前 and 後 have not."""

    UNTIL = "以前"
    FROM = "以後"
    BEFORE = "前"
    AFTER = "後"

    @property
    def is_later(self) -> bool:
        """Whether it goes on from the day, and does not end with it."""
        return self in (Side.FROM, Side.AFTER)


def edge(side: Side, day: date) -> date:
    """The first day of 以後 and 後, the last day of 以前 and 前; raises OverflowError at the end of all dates."""
    match side:
        case Side.UNTIL | Side.FROM:
            return day
        case Side.BEFORE:
            return day - _ONE_DAY
        case Side.AFTER:
            return day + _ONE_DAY
