"""Which days are left open: a run that is not finished, narrowed by all that a lawful run owes.

Owns: the earliest and the latest day of every event, new last day, period and limit that a lawful run can still have.
Refuses to know: whether such a run exists (the prover says that); how days are drawn.

What orders, bounds, owed 義務, 権限 and 禁止 say of two days is a limit of one by the other. The limits narrow the days
until none does any more. No day that a lawful run can have is lost; a day that is left need not be one of such a run.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from regcheck.calendar.period import Period
from regcheck.evaluation.days import day_of_end, known_end, period_end
from regcheck.evaluation.interval import End, Interval, hull, point
from regcheck.evaluation.kleene import FALSE, TRUE, Kleene
from regcheck.evaluation.orders import Order, events_before, orders, surely_owed
from regcheck.evaluation.procedures import day, event_of, happens, is_there
from regcheck.evaluation.truth import number_of, truth_of
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record, Value
from regcheck.model.formula import Choice, Expression, Fact, Formula, PeriodEnd
from regcheck.model.procedures import (
    Procedure,
    Rule,
    RuleKind,
    day_of,
    first_day_of,
    last_day_of,
    new_last_day_of,
)
from regcheck.model.specification import Specification

_ROUNDS = 50
"""How often the limits are gone through at most: days that contradict each other would be narrowed for ever."""


class Days(Frozen):
    """From when to when a day can lie; None where nothing limits it. Nothing is left if the first is after the last."""

    first: date | None = None
    last: date | None = None

    @property
    def is_empty(self) -> bool:
        return self.first is not None and self.last is not None and self.first > self.last


def possible_days(
    spec: Specification,
    procedure: Procedure,
    run: Record,
    further: Mapping[str, Expression] = MappingProxyType({}),
) -> Mapping[str, Days]:
    """For every event that happens or may happen its days, for every period 「Xの初日」 and 「Xの末日」, for every limit
    its day, for every new last day 「E後の末日」, and for the `further` days theirs, by the names they are given, unless
    they are not there. An event that may happen is told as if it did."""
    plan = _Plan(spec, procedure, run)
    plan.narrow()
    return {name: _days(found) for name, found in (*plan.told(), *plan.told_of(further))}


def settled(spec: Specification, procedure: Procedure, run: Record) -> Record:
    """The run with the events that every lawful one of its kind has, and the days of which only one is left."""
    plan = _Plan(spec, procedure, run)
    plan.narrow()
    return replace(run, facts={**run.facts, **dict(plan.settled())})


def _days(found: Interval) -> Days:
    return Days(first=day_of_end(found.low), last=day_of_end(found.high))


class _Plan:
    """What is known so far of the days of one run."""

    def __init__(self, spec: Specification, procedure: Procedure, run: Record) -> None:
        self.spec, self.procedure, self.run = spec, procedure, run
        self.known = {name: self._given(name) for name in self._facts()}
        self.sure = {name for name in procedure.events if self.truth(happens(name)) is TRUE}
        self.sure |= {rule.event for rule in surely_owed(procedure, RuleKind.DUTY, self.truth)}
        self.sure |= {implied for name in self.sure for implied in self._implied(name)}
        self.orders = tuple(orders(procedure, self.truth))
        self.forbidden = tuple(surely_owed(procedure, RuleKind.PROHIBITION, self.truth))
        self.premises = {name: self.sure | self._implied(name) for name in procedure.events}

    def truth(self, formula: Formula) -> Kleene:
        return truth_of(self.spec, formula, self.run)

    def may_happen(self, event: str) -> bool:
        return self.truth(happens(event)) is not FALSE

    def _facts(self) -> Iterator[str]:
        for event in filter(self.may_happen, self.procedure.events):
            yield day_of(event)
        for rule in self.procedure.rules.values():
            if rule.change and self.may_happen(rule.event):
                yield new_last_day_of(rule.event)

    def _given(self, fact: str) -> Interval:
        value = self.run.facts.get(fact)
        return point(value.toordinal()) if isinstance(value, date) else Interval()

    def _implied(self, event: str) -> set[str]:
        """The events that happen where this one does: those that go before it, and on which its bounds rest."""
        found, queue = set[str](), [event]
        while queue:
            name = queue.pop()
            if name not in found and name in self.procedure.events:
                found.add(name)
                queue += events_before(self.procedure, name)
        return found

    # ------------------------------------------------------------ narrowing

    def narrow(self) -> None:
        for _ in range(_ROUNDS):
            before = dict(self.known)
            for order in self.orders:
                self._apply(order)
            for rule in self.forbidden:
                self._keep_out(rule)
            if self.known == before:
                return

    def _apply(self, order: Order) -> None:
        earlier, later = self.days_of(order.earlier), self.days_of(order.later)
        if earlier.low is not None:
            self._not_before(order.later, int(earlier.low) + order.gap, order.event)
        if later.high is not None:
            self._not_after(order.earlier, int(later.high) - order.gap, order.event)

    def _keep_out(self, rule: Rule) -> None:
        """An event that surely does not come before a forbidden stretch comes after it."""
        if rule.event not in self.sure:
            return
        first = Interval() if rule.within.first is None else self.days_of(rule.within.first)
        last = Interval() if rule.within.last is None else self.days_of(rule.within.last)
        found = self.days_of(day(rule.event))
        forbidden = rule.within.first is None or _at_most(first.high, found.low)
        grounds = rule.all_grounds
        grounded = len(grounds) == 1 and all(
            _at_most(self.days_of(wanted).high, found.low) for wanted in grounds[0].days
        )
        if forbidden and grounded and last.low is not None:
            self._not_before(day(rule.event), int(last.low) + 1, rule.event)

    def _not_before(self, wanted: Expression, first: int, event: str) -> None:
        match wanted:
            case Fact() if (name := wanted.path.steps[-1]) in self.known:
                if self._may_narrow(name, event):
                    found = self.known[name]
                    low = first if found.low is None else max(found.low, first)
                    self.known[name] = Interval(low, found.high)
            case PeriodEnd(start=start, period=period):
                if (least := _first_start(period, first)) is not None:
                    self._not_before(start, least, event)
            case Choice():
                if (picked := self._picked(wanted)) is not None:
                    self._not_before(picked, first, event)

    def _not_after(self, wanted: Expression, last: int, event: str) -> None:
        match wanted:
            case Fact() if (name := wanted.path.steps[-1]) in self.known:
                if self._may_narrow(name, event):
                    found = self.known[name]
                    high = last if found.high is None else min(found.high, last)
                    self.known[name] = Interval(found.low, high)
            case PeriodEnd(start=start, period=period):
                if (least := _first_start(period, last + 1)) is not None:
                    self._not_after(start, least - 1, event)
            case Choice():
                if (picked := self._picked(wanted)) is not None:
                    self._not_after(picked, last, event)

    def _may_narrow(self, fact: str, event: str) -> bool:
        """Whether in every lawful run in which the fact says something, `event` happens."""
        if event in self.sure:
            return True
        return event in self.premises[event_of(self.procedure, fact)]

    def _picked(self, choice: Choice) -> Expression | None:
        truth = self.truth(choice.condition)
        return choice.then if truth is TRUE else choice.otherwise if truth is FALSE else None

    def days_of(self, wanted: Expression) -> Interval:
        """What a day can be, as far as that is known by now."""
        match wanted:
            case Fact() if (name := wanted.path.steps[-1]) in self.known and len(wanted.path.steps) == 1:
                return self.known[name]
            case PeriodEnd(start=start, period=period):
                return period_end(period, self.days_of(start))
            case Choice(then=then, otherwise=otherwise):
                picked = self._picked(wanted)
                ways = (then, otherwise) if picked is None else (picked,)
                return hull([self.days_of(way) for way in ways])
            case _:
                return number_of(self.spec, wanted, self.run)

    # ------------------------------------------------------------ what is told

    def settled(self) -> Iterator[tuple[str, Value]]:
        """Facts that are open in the run and the same in every lawful one that it can become."""
        for event in sorted(self.sure):
            if self.truth(happens(event)) is not FALSE:
                yield event, True
                for fact in (day_of(event), new_last_day_of(event)):
                    days = _days(self.known.get(fact, Interval()))
                    if days.first is not None and days.first == days.last:
                        yield fact, days.first

    def told(self) -> Iterator[tuple[str, Interval]]:
        for name, found in self.known.items():
            event = next((e for e in self.procedure.events if name == day_of(e)), name)
            yield event, found
        for period in self.procedure.periods.values():
            name = period.name
            for side, wanted in (
                (first_day_of(name), period.first),
                (last_day_of(name), period.last_in_force),
            ):
                if self._can_be_there(wanted):
                    yield side, self.days_of(wanted)
        for limit in self.procedure.limits.values():
            if self._can_be_there(limit.day):
                yield limit.name, self.days_of(limit.day)

    def told_of(self, wanted: Mapping[str, Expression]) -> Iterator[tuple[str, Interval]]:
        """The same of further days."""
        yield from ((name, self.days_of(one)) for name, one in wanted.items() if self._can_be_there(one))

    def _can_be_there(self, wanted: Expression) -> bool:
        return self.truth(is_there(self.procedure, wanted)) is not FALSE


def _at_most(left: End, right: End) -> bool:
    return left is not None and right is not None and left <= right


def _first_start(period: Period, end: int) -> int | None:
    """The first day from which the period comes to `end` or later; None if that lies outside the calendar."""
    reach = 366 * period.years + 31 * period.months + 7 * period.weeks + period.days + 60
    low, high = end - reach, end + reach
    while low < high:
        middle = (low + high) // 2
        found = known_end(period, middle) if middle > 0 else None
        if found is None:
            return None
        low, high = (low, middle) if found >= end else (middle + 1, high)
    return low
