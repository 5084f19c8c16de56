"""One run of a 手続: what each rule says of it, by which days, and why.

Owns: the account of a run: its events, what its order owes, where each rule stands, the days of periods and limits.
Refuses to know: what a rule means (procedures.py), how an account is shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from regcheck.calendar.reckon import OutsideCalendar, Reckoned, reckon
from regcheck.evaluation.day_words import counted_day, is_neighbour
from regcheck.evaluation.days import day_of_end
from regcheck.evaluation.evaluate import evaluate, measure_number
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.evaluation.procedures import Demand, bites, day, demands, happens, is_owed, is_there
from regcheck.evaluation.sentences import expression_text
from regcheck.evaluation.trace import Counted, Trace
from regcheck.evaluation.truth import truth_of
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.formula import Breaches, Expression, Lawful, Path
from regcheck.model.procedures import Event, Procedure, Rule, RuleKind
from regcheck.model.specification import Specification


class Standing(StrEnum):
    """Where a rule stands in a run. IDLE: a duty that is not owed, a prohibition of nothing, a power not used."""

    IDLE = "idle"
    OBSERVED = "observed"
    USED = "used"
    BREACHED = "breached"
    OPEN = "open"


class CountedDay(Frozen):
    """A period that was counted from a known day: its words, where it began, and how it came to its end."""

    words: str
    start: date
    reckoned: Reckoned


class KnownDay(Frozen):
    """What is known of a day: whether it is there at all, from when to when it can lie (None: open), how it was counted."""

    there: Kleene
    first: date | None = None
    last: date | None = None
    counted: tuple[CountedDay, ...] = ()

    @property
    def day(self) -> date | None:
        """The day itself if it is there and known."""
        return self.first if self.there is TRUE and self.first == self.last else None


class KnownDays(Frozen):
    """The first and the last day of a period or of the days of a rule; None is an open end."""

    first: KnownDay | None
    last: KnownDay | None


class EventConduct(Frozen):
    """Whether an event happens in the run, and when."""

    event: Event
    happens: Kleene
    day: KnownDay


class DemandConduct(Frozen):
    """One thing that the order of the run owes: kept, not kept, or open."""

    demand: Demand
    truth: Kleene
    trace: Trace


class RuleConduct(Frozen):
    """A rule in the run. `applies`: a 義務 is owed, a 禁止 forbids or a 権限 is there on some day. `trace` is that of
    its breach."""

    rule: Rule
    standing: Standing
    applies: Kleene
    happens: Kleene
    stretch: KnownDays
    trace: Trace


class Conduct(Frozen):
    """A run as the rules of its 手続 see it."""

    procedure: str
    run: Record
    lawful: Kleene
    orderly: Kleene
    events: Mapping[str, EventConduct]
    demands: tuple[DemandConduct, ...]
    rules: Mapping[str, RuleConduct]
    periods: Mapping[str, KnownDays]
    limits: Mapping[str, KnownDay]

    @property
    def disorder(self) -> tuple[DemandConduct, ...]:
        """What the order of the run owes and does not keep."""
        return tuple(one for one in self.demands if one.truth is FALSE)

    @property
    def breached(self) -> tuple[RuleConduct, ...]:
        """The rules that the run breaches, in the order of the text."""
        return tuple(one for one in self.rules.values() if one.standing is Standing.BREACHED)


def conduct(spec: Specification, procedure: Procedure, run: Record) -> Conduct:
    """The account of a run. Facts and events may be open in it."""
    name, asked = procedure.header.name, _Asked(spec, procedure, run)
    return Conduct(
        procedure=name,
        run=run,
        lawful=truth_of(spec, Lawful(procedure=name, path=Path()), run),
        orderly=truth_of(spec, Lawful(procedure=name, path=Path(), rules=False), run),
        events={key: asked.event(event) for key, event in procedure.events.items()},
        demands=tuple(asked.demand(one) for one in demands(procedure)),
        rules={key: asked.rule(rule) for key, rule in procedure.rules.items()},
        periods={key: asked.stretch(p.first, p.last_in_force) for key, p in procedure.periods.items()},
        limits={key: asked.known_day(limit.day) for key, limit in procedure.limits.items()},
    )


class _Asked:
    """One run that is asked many things."""

    def __init__(self, spec: Specification, procedure: Procedure, run: Record) -> None:
        self.spec, self.procedure, self.run = spec, procedure, run

    def event(self, event: Event) -> EventConduct:
        truth = truth_of(self.spec, happens(event.name), self.run)
        return EventConduct(event=event, happens=truth, day=self.known_day(day(event.name)))

    def demand(self, demand: Demand) -> DemandConduct:
        found = evaluate(self.spec, demand.formula, self.run)
        return DemandConduct(demand=demand, truth=found.truth, trace=found.trace)

    def rule(self, rule: Rule) -> RuleConduct:
        asked = Breaches(procedure=self.procedure.header.name, rule=rule.name, path=Path())
        found = evaluate(self.spec, asked, self.run)
        return RuleConduct(
            rule=rule,
            standing=self._standing(rule, found.truth),
            applies=truth_of(self.spec, is_owed(self.procedure, rule), self.run),
            happens=truth_of(self.spec, happens(rule.event), self.run),
            stretch=self.stretch(rule.within.first, rule.within.last),
            trace=found.trace,
        )

    def _standing(self, rule: Rule, breached: Kleene) -> Standing:
        if breached is not FALSE:
            return Standing.BREACHED if breached is TRUE else Standing.OPEN
        if rule.kind is not RuleKind.POWER:
            owed = truth_of(self.spec, is_owed(self.procedure, rule), self.run)
            return Standing.IDLE if owed is FALSE else Standing.OBSERVED
        used = truth_of(self.spec, happens(rule.event), self.run)
        by_this = truth_of(self.spec, bites(self.procedure, rule), self.run)
        if FALSE in (used, by_this):
            return Standing.IDLE
        return Standing.OPEN if UNKNOWN in (used, by_this) else Standing.USED

    def stretch(self, first: Expression | None, last: Expression | None) -> KnownDays:
        return KnownDays(
            first=None if first is None else self.known_day(first),
            last=None if last is None else self.known_day(last),
        )

    def known_day(self, wanted: Expression) -> KnownDay:
        there = truth_of(self.spec, is_there(self.procedure, wanted), self.run)
        if there is FALSE:
            return KnownDay(there=there)
        measured = measure_number(self.spec, wanted, self.run)
        counted = (self._counted(one) for one in measured.counted)
        return KnownDay(
            there=there,
            first=day_of_end(measured.interval.low),
            last=day_of_end(measured.interval.high),
            counted=tuple(one for one in counted if one is not None),
        )

    def _counted(self, counted: Counted) -> CountedDay | None:
        """How a period was counted, if the day that it began on is known."""
        start = day_of_end(counted.start.low)
        if (
            start is None
            or counted.start.low != counted.start.high
            or is_neighbour(counted.expression.period)
        ):
            return None
        period, began = counted.expression.period, expression_text(self.spec, counted.expression.start)
        try:
            reckoned = reckon(period, start)
        except OutsideCalendar:
            return None
        return CountedDay(words=counted_day(began, period), start=start, reckoned=reckoned)
