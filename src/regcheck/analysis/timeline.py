"""The plan of a 手続 for chosen days, as data: what happens, what holds and what is owed, and when.

Owns: the rows of a plan and the days that are known of each.
Refuses to know: how days are found (timeline_rows.py), how a plan is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from regcheck.calendar.reasons import Reason
from regcheck.frozen import Frozen, field


class RowKind(StrEnum):
    """What a row is about."""

    EVENT = "事象"
    PERIOD = "期間"
    LIMIT = "期限"
    DUTY = "義務"
    PROHIBITION = "禁止"
    POWER = "権限"


class Days(Frozen):
    """A day of which this much is known; None is open.

    `extended` is the latest day if periods are extended as far as they can be; None where that changes nothing.
    """

    earliest: date | None = None
    latest: date | None = None
    extended: date | None = None

    @property
    def is_settled(self) -> bool:
        """It is one day, and known."""
        return self.earliest is not None and self.earliest == self.latest


OPEN = Days()


class Row(Frozen):
    """An event, a period, a limit or a rule. `first` and `last` of an event are the days on which it can happen; those
    of a rule the days on which it bites, of which there are none if `is_empty`."""

    kind: RowKind
    name: str
    label: str = ""
    """The 号 of the ground (一) where a rule has several."""
    actor: str = ""
    first: Days = OPEN
    last: Days = OPEN
    has_first: bool = True
    has_last: bool = True
    """There is such a day, though it may not be known; without it nothing limits the row on this side."""
    is_chosen: bool = False
    """An event whose day was chosen."""
    is_empty: bool = False
    moved_from: date | None = None
    """A limit that fell on a closed day, and moved to `last`."""
    words: str = ""
    """The stretch of days or the limit, as written."""
    counted: tuple[Reason, ...] = ()
    """How the days were counted, with the articles of the Civil Code."""
    provisions: tuple[str, ...] = ()
    penalty: str = ""
    penalty_provisions: tuple[str, ...] = ()

    @property
    def is_point(self) -> bool:
        """One day that is known."""
        return self.first.is_settled and self.first.earliest == self.last.latest


class Plan(Frozen):
    """The rows of a 手続, in the order of the text, for the days of some events."""

    procedure: str
    provisions: tuple[str, ...] = ()
    chosen: Mapping[str, date] = field(default_factory=dict)
    horizon: tuple[date, date]
    effective: date | None = None
    expires: date | None = None
    """施行 and 失効 of the text; 失効 is the first day on which it is no longer the law."""
    rows: tuple[Row, ...] = ()
    mark: str = ""
    """What stands before its title: 【未検証】 in documents of a draft."""
