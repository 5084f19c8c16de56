"""Which runs are lawful, read once more from the page in model/procedures.py, for runs of which all is known.

No interval, no third value, no formula is made: a run is looked at rule by rule. Days are counted one by one.
A day is a date, or GONE where it rests on an event that does not happen.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from regcheck.calendar.closed_days import is_closed
from regcheck.calendar.period import Period, Point
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Applies,
    Breaches,
    Choice,
    Compare,
    Day,
    Except,
    Expression,
    Fact,
    Formula,
    Holds,
    Lawful,
    Not,
    Or,
    PeriodEnd,
    Truth,
)
from regcheck.model.procedures import Event, Ground, Procedure, Rule, RuleKind, TimePeriod, Within
from regcheck.model.specification import Specification

GONE = None
ONE = timedelta(days=1)


def counted(period: Period, start: date) -> date:
    """The day that a period comes to, by walking."""
    if period.backward:
        return _backwards(period, start)
    first = start if period.first_day_counts else start + ONE
    year, month = first.year + period.years, first.month
    for _ in range(period.months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    longest = calendar.monthrange(year, month)[1]
    last = date(year, month, first.day) - ONE if first.day <= longest else date(year, month, longest)
    for _ in range(7 * period.weeks + period.days):
        last += ONE
    while period.moves and is_closed(last):
        last += ONE
    return last + ONE if period.point is Point.NEXT else last


def _backwards(period: Period, start: date) -> date:
    day = start + ONE if period.first_day_counts else start
    year, month = day.year - period.years, day.month
    for _ in range(period.months):
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    day = date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
    for _ in range(7 * period.weeks + period.days + 1):
        day -= ONE
    return day


class RunOracle:
    """One run of which every fact is known."""

    def __init__(self, spec: Specification, procedure: Procedure, run: Record) -> None:
        self.spec, self.procedure, self.facts = spec, procedure, run.facts

    # ------------------------------------------------------------ days and conditions

    def happened(self, event: str) -> bool:
        return self.facts[event] is True

    def on(self, event: str) -> date:
        return self._date(f"{event}の日")

    def _date(self, fact: str) -> date:
        value = self.facts[fact]
        assert isinstance(value, date)
        return value

    def plain_day(self, wanted: Expression) -> date:
        """The day, whether or not the event happens on which it rests."""
        match wanted:
            case Day(value=value):
                return value
            case Fact(path=path):
                return self._date(path.steps[-1])
            case PeriodEnd(start=start, period=period):
                return counted(period, self.plain_day(start))
            case Choice(condition=condition, then=then, otherwise=otherwise):
                return self.plain_day(then if self.holds(condition) else otherwise)
            case _:
                raise TypeError(wanted)

    def day(self, wanted: Expression) -> date | None:
        """The day, or GONE."""
        match wanted:
            case Fact(path=path):
                rests_on = [
                    e for e in self.procedure.events if path.steps[-1] in (f"{e}の日", f"{e}後の末日")
                ]
                return self.plain_day(wanted) if all(map(self.happened, rests_on)) else GONE
            case PeriodEnd(start=start, period=period):
                begun = self.day(start)
                return GONE if begun is GONE else counted(period, begun)
            case Choice(condition=condition, then=then, otherwise=otherwise):
                return self.day(then if self.holds(condition) else otherwise)
            case _:
                return self.plain_day(wanted)

    def holds(self, formula: Formula) -> bool:
        match formula:
            case Truth(value=value):
                return value
            case Holds(path=path):
                return self.facts[path.steps[-1]] is True
            case Compare(op=op, left=left, right=right):
                a, b = self.plain_day(left), self.plain_day(right)
                return {"<": a < b, "<=": a <= b, "=": a == b, "!=": a != b, ">=": a >= b, ">": a > b}[
                    op.value
                ]
            case Applies(term=term):
                return self.holds(self.spec.predicates[term].body)
            case Not(body=body):
                return not self.holds(body)
            case And(parts=parts):
                return all(self.holds(part.body) for part in parts)
            case Or(parts=parts):
                return any(self.holds(part.body) for part in parts)
            case Except(body=body, exceptions=exceptions):
                return self.holds(body) and not any(self.holds(part.body) for part in exceptions)
            case Breaches(rule=rule):
                return self.is_breached(self.procedure.rules[rule])
            case Lawful(rules=rules):
                return self.is_lawful() if rules else self.is_orderly()
            case _:
                raise TypeError(formula)

    def is_there(self, within: Within) -> bool:
        return all(self.day(end) is not GONE for end in (within.first, within.last) if end is not None)

    def lies_in(self, day: date, within: Within) -> bool:
        """Whether the stretch is there and has the day."""
        first = date.min if within.first is None else self.day(within.first)
        last = date.max if within.last is None else self.day(within.last)
        return first is not GONE and last is not GONE and first <= day <= last

    # ------------------------------------------------------------ orderly

    def is_orderly(self) -> bool:
        placed = all(self._is_placed(e) for e in self.procedure.events.values() if self.happened(e.name))
        return placed and all(self._is_changed_rightly(p) for p in self.procedure.periods.values())

    def _is_placed(self, event: Event) -> bool:
        own = self.on(event.name)
        for before in event.after:
            if not self.happened(before.event):
                return False
            if self.on(before.event) > own or (before.strict and self.on(before.event) == own):
                return False
        if not event.after and not self._waits(event):
            first, last = self.procedure.horizon
            if not first <= own <= last:
                return False
        return all(self.lies_in(own, within) for within in event.within)

    def _waits(self, event: Event) -> bool:
        """Whether a bound is counted from some event: from a fact that belongs to one."""
        dated = [f"{name}{tail}" for name in self.procedure.events for tail in ("の日", "後の末日")]
        waiting = [end for within in event.within for end in (within.first, within.last)]
        for end in waiting:
            match end:
                case Fact(path=path) if path.steps[0] in dated:
                    return True
                case PeriodEnd(start=start):
                    waiting.append(start)
                case Choice(then=then, otherwise=otherwise):
                    waiting += (then, otherwise)
                case _:
                    continue
        return False

    def _is_changed_rightly(self, period: TimePeriod) -> bool:
        """Each new last day is allowed by a power by which the event changes the period."""
        last, events = self.day(period.last), list[str]()
        for name in period.changes:
            event = self.procedure.rules[name].event
            if event in events or not self.happened(event):
                continue
            events.append(event)
            new = self._date(f"{event}後の末日")
            powers = [r for r in map(self.procedure.rules.__getitem__, period.changes) if r.event == event]
            if not any(self._allows(power, last, new) for power in powers):
                return False
            last = new
        return True

    def _allows(self, power: Rule, last: date | None, new: date) -> bool:
        change = power.change
        assert change is not None
        if last is GONE:
            return False
        if not change.extends:
            return self.on(power.event) <= new < last
        if change.limit is None:
            return new > last
        limit = self.day(change.limit)
        return limit is not GONE and last < new <= limit

    # ------------------------------------------------------------ rules

    def is_lawful(self) -> bool:
        return self.is_orderly() and not any(map(self.is_breached, self.procedure.rules.values()))

    def is_breached(self, rule: Rule) -> bool:
        happened = self.happened(rule.event)
        if rule.kind is RuleKind.DUTY:
            owed = self.holds(rule.when) and not self._is_excepted(rule) and self.is_there(rule.within)
            return owed and not (happened and self.lies_in(self.on(rule.event), rule.within))
        if rule.kind is RuleKind.PROHIBITION:
            return happened and self._covers(rule)
        powers = [
            r for r in self.procedure.rules.values() if r.kind is RuleKind.POWER and r.event == rule.event
        ]
        return happened and not any(self._covers(power) for power in powers)

    def _covers(self, rule: Rule) -> bool:
        """Whether on the day of its event the rule is there: stretch, no exception, and a ground by then."""
        own = self.on(rule.event)
        grounds = rule.grounds or (Ground(formula=rule.when),)
        there = any(self.holds(ground.formula) and self._has_come(ground, own) for ground in grounds)
        return there and not self._is_excepted(rule) and self.lies_in(own, rule.within)

    def _has_come(self, ground: Ground, own: date) -> bool:
        days = [self.day(wanted) for wanted in ground.days]
        return all(found is not GONE and found <= own for found in days)

    def _is_excepted(self, rule: Rule) -> bool:
        return any(self.holds(exception) for exception in rule.exceptions)
