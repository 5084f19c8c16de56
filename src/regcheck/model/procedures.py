"""手続: events that happen on days, and the rules over them.

Owns: events, periods, limits and rules of a 手続 as data, and what each of them means.
Refuses to know: how they are written, how they are proved or drawn.

A *run* is one course of a 手続: a record of a 対象 of its own that has the name of the 手続. Its facts are those of
the 対象 that the 手続 is about (if it has one), and for every event E

    E           真偽    whether E happens in this run (at most once)
    Eの日       日付    on which day; says nothing in a run in which E does not happen
    E後の末日   日付    only for an E that shortens or extends a period: the new last day of that period

Every day lies within `days`; runs begin within `horizon`, and `days` goes on after it for as long as the periods of the
手続 can last.

A run is *orderly* if every event that happens comes after those that go before it and lies within its own bounds, and
every new last day is one that the power to set it allows; an event begins a run, and has to lie within `horizon`, if no
other goes before it and no day of its bounds rests on one. A run is *lawful* if it is orderly and no rule is breached.
The evaluator and the encoder each read this page on their own.

A day *rests on* events: Eの日 and E後の末日 on E, the end of a period on what its start rests on, a choice on what the
chosen day rests on. A day that rests on an event that does not happen *is not there*: no bound with such a day is
kept, no duty with such a day in its stretch is owed, nothing is forbidden or allowed by a rule whose stretch has
one, and a ground that waits for one is never there. (An end of a stretch that is None is open, which is not this.)
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from regcheck.frozen import Frozen, detail, field
from regcheck.model.formula import Expression, Formula
from regcheck.model.header import Citation, Header
from regcheck.source.span import NOWHERE, Span


class Before(Frozen):
    """届出以後, 届出より後: another event must have happened, on the same day at the latest, or strictly before."""

    event: str
    strict: bool = False

    @property
    def words(self) -> str:
        """届出以後."""
        return f"{self.event}{'より後' if self.strict else '以後'}"


class Within(Frozen):
    """The days from `first` to `last`, both included; None is open. `words` as written, for tables and findings."""

    first: Expression | None = None
    last: Expression | None = None
    words: str = ""
    span: Span = detail(default=NOWHERE)


class Event(Frozen):
    """事象　受理：主務大臣　届出以後. `within` are bounds that hold wherever it happens (公布の日から…の範囲内)."""

    name: str
    actor: str = ""
    after: tuple[Before, ...] = ()
    within: tuple[Within, ...] = ()
    span: Span = detail(default=NOWHERE)


class TimePeriod(Frozen):
    """期間「審査期間」: from `first` to `last`, both included, as long as no power has changed it.

    In a run in which one of `changes` (the names of 権限) was used, the last day is the new one of the last of them
    in the order of the text: 短縮 after 延長. The expression of the last day in force is `last_in_force`.
    """

    name: str
    first: Expression
    last: Expression
    last_in_force: Expression
    changes: tuple[str, ...] = ()
    words: str = ""
    span: Span = detail(default=NOWHERE)


class Limit(Frozen):
    """期限「回答期限」: the last day for something; with 閉庁日繰下げ the moved one."""

    name: str
    day: Expression
    words: str = ""
    span: Span = detail(default=NOWHERE)


class RuleKind(StrEnum):
    """義務 (must, by a limit), 禁止 (must not, during a period), 権限 (may)."""

    DUTY = "義務"
    PROHIBITION = "禁止"
    POWER = "権限"


class Change(Frozen):
    """What a 権限 does to a period. EXTEND: the new last day is later than the one before, and `limit` at the latest.
    Otherwise it is shortened: the new last day is earlier than the one before, and not before the day of the event."""

    period: str
    extends: bool
    limit: Expression | None = None


class Penalty(Frozen):
    """違反: what a breach is called, and where the law says it."""

    words: str
    sources: tuple[Citation, ...] = ()


class Ground(Frozen):
    """One alternative of a rule's condition, and the days that must have come before it is there.

    `days` are the days of the events that it says have happened, and the day after each limit that it says passed
    without an event; on the latest of them the ground is there. No days: it is there from the beginning.
    """

    formula: Formula
    days: tuple[Expression, ...] = ()
    label: str = ""
    """Its 号 (一), or ""."""


class Rule(Frozen):
    """義務, 禁止 or 権限 over one event.

    A ground is *there* in a run if its formula holds; it is there *on a day* if that day is none before its `days`.
    `when` is the disjunction of the grounds, asked of the whole run.

    DUTY: where a ground is there and no exception holds, the event happens within `within`.
    PROHIBITION: where no exception holds, the event does not happen within `within` on a day on which a ground is
    there.
    POWER: the event happens only where some 権限 over it has no exception that holds, the event's day within
    `within`, and a ground that is there on that day.
    """

    name: str
    kind: RuleKind
    actor: str
    event: str
    when: Formula
    grounds: tuple[Ground, ...] = ()
    exceptions: tuple[Formula, ...] = ()
    within: Within = field(default_factory=Within)
    change: Change | None = None
    header: Header = field(default_factory=lambda: Header(name=""))
    """条項, 出典, 施行 and 備考 of the rule itself; 施行 is the day on which its provision comes into force."""
    in_force_from: Expression | None = None
    """施行　施行の日: the same where it is the day of an event."""
    penalty: Penalty | None = None
    span: Span = detail(default=NOWHERE)

    @property
    def all_grounds(self) -> tuple[Ground, ...]:
        """The grounds; a condition that is not taken apart is one, there from the beginning."""
        return self.grounds or (Ground(formula=self.when),)


class Applied(Frozen):
    """準用: rules taken over from another 手続, with the names that were read for others (読み替える)."""

    procedure: str
    rules: tuple[str, ...]
    renamed: Mapping[str, str] = field(default_factory=dict)
    span: Span = detail(default=NOWHERE)


class Procedure(Frozen):
    """手続, with what it takes over from others already in its events, periods, limits and rules."""

    header: Header
    subject: str
    """The 対象 that it is about, or "" ."""
    horizon: tuple[date, date]
    """検査期間: first and last day on which a run may begin."""
    days: tuple[date, date]
    """First and last day of any event."""
    events: Mapping[str, Event] = field(default_factory=dict)
    periods: Mapping[str, TimePeriod] = field(default_factory=dict)
    limits: Mapping[str, Limit] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    applied: tuple[Applied, ...] = ()


def day_of(event: str) -> str:
    """The fact that holds the day of an event."""
    return f"{event}の日"


def new_last_day_of(event: str) -> str:
    """The fact that holds the new last day that a shortening or extending event sets."""
    return f"{event}後の末日"


def first_day_of(period: str) -> str:
    """How sentences call the first day of a 期間."""
    return f"{period}の初日"


def last_day_of(period: str) -> str:
    """How sentences call its last day, the one in force."""
    return f"{period}の末日"
