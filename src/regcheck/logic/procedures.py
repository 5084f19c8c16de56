"""手続 as terms: when a run is orderly, and when it breaches a rule.

Owns: the encoder's own reading of model/procedures.py.
Refuses to know: how conditions and days are compiled (the caller does), how the evaluator reads the same page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from regcheck.frozen import Frozen, Mutable
from regcheck.logic.comparing import Cases, compare
from regcheck.logic.expressions import Condition, Roots
from regcheck.logic.places import Fact as FactOf, Place
from regcheck.logic.terms import TRUE, Term, Terms
from regcheck.logic.variables import Variables
from regcheck.model.formula import (
    Choice,
    Comparator,
    Day as DayOf,
    Expression,
    Fact,
    Formula,
    PeriodEnd,
)
from regcheck.model.procedures import (
    Before,
    Event,
    Ground,
    Procedure,
    Rule,
    RuleKind,
    TimePeriod,
    Within,
    day_of,
    new_last_day_of,
)


class Day(Frozen):
    """A day of a run: whether it is there, and which one it is if so."""

    there: Term
    cases: Cases


class Runs(Mutable, kw_only=True):
    """Reads 手続 on runs of one layout."""

    variables: Variables
    condition: Condition
    days: Callable[[Expression, Roots], Cases]

    def at(self, procedure: Procedure, roots: Roots) -> Run:
        """The run at the roots."""
        return Run(self, procedure, roots)


class Run:
    """One run of a 手続."""

    def __init__(self, runs: Runs, procedure: Procedure, roots: Roots) -> None:
        self.runs, self.procedure, self.roots = runs, procedure, roots
        self._owners = {
            field: event for event in procedure.events for field in (day_of(event), new_last_day_of(event))
        }

    @property
    def _terms(self) -> Terms:
        return self.runs.variables.terms

    @property
    def _place(self) -> Place:
        return self.roots.places[""]

    def in_order(self) -> Iterator[Term]:
        """What each event, and each change of a period, owes if it happens."""
        for event in self.procedure.events.values():
            yield self._terms.imply(self._happens(event.name), self._terms.conjoin(self._due(event)))
        for period in self.procedure.periods.values():
            for name in self._changing(period):
                yield self._terms.imply(self._happens(name), self._may_change(period, name))

    def breaches(self, rule: Rule) -> Term:
        """The rule is breached."""
        conjoin, negate = self._terms.conjoin, self._terms.negate
        happens = self._happens(rule.event)
        match rule.kind:
            case RuleKind.DUTY:
                first, last = self._ends(rule.within)
                owed = (self._holds(rule.when), self._no_exception(rule), first.there, last.there)
                done = conjoin((happens, self._lies_within(self._day(rule.event), rule.within)))
                return conjoin((*owed, negate(done)))
            case RuleKind.PROHIBITION:
                return conjoin((happens, self._reaches(rule)))
            case RuleKind.POWER:
                over = [
                    power
                    for power in self.procedure.rules.values()
                    if power.kind is RuleKind.POWER and power.event == rule.event
                ]
                return conjoin((happens, negate(self._terms.disjoin([self._reaches(p) for p in over]))))

    # ------------------------------------------------------------ orderly

    def _due(self, event: Event) -> Iterator[Term]:
        today = self._day(event.name)
        for before in event.after:
            yield self._happens(before.event)
            yield self._follows(today, before)
        for within in event.within:
            yield self._lies_within(today, within)
        bounds = [end for within in event.within for end in (within.first, within.last)]
        if not event.after and not any(end is not None and self._hangs_on_an_event(end) for end in bounds):
            yield self._lies_within(today, self._horizon)

    @property
    def _horizon(self) -> Within:
        first, last = self.procedure.horizon
        return Within(first=DayOf(value=first), last=DayOf(value=last))

    def _hangs_on_an_event(self, day: Expression) -> bool:
        """In one case at least, whatever decides which."""
        match day:
            case Fact(path=path):
                return not path.root and path.steps[0] in self._owners
            case PeriodEnd(start=start):
                return self._hangs_on_an_event(start)
            case Choice(then=then, otherwise=otherwise):
                return self._hangs_on_an_event(then) or self._hangs_on_an_event(otherwise)
            case _:
                return False

    def _follows(self, today: Day, before: Before) -> Term:
        op = Comparator.GT if before.strict else Comparator.GE
        return self._compare(op, today, self._day(before.event))

    def _changing(self, period: TimePeriod) -> Sequence[str]:
        """The events that change a period, in the order of its changes."""
        return list(dict.fromkeys(self.procedure.rules[name].event for name in period.changes))

    def _may_change(self, period: TimePeriod, event: str) -> Term:
        """Some 権限 by which the event changes the period allows the new last day."""
        powers = [self.procedure.rules[name] for name in period.changes]
        before = self._before(period, event)
        return self._terms.disjoin([self._allows(p, before) for p in powers if p.event == event])

    def _before(self, period: TimePeriod, event: str) -> Day:
        """The last day as the earlier changes leave it."""
        day = self._read(period.last)
        for earlier in self._changing(period):
            if earlier == event:
                break
            day = self._either(self._happens(earlier), self._new_last_day(earlier), day)
        return day

    def _allows(self, power: Rule, before: Day) -> Term:
        change, new = power.change, self._new_last_day(power.event)
        assert change is not None
        if not change.extends:
            shorter = self._compare(Comparator.LT, new, before)
            return self._terms.conjoin(
                (before.there, shorter, self._compare(Comparator.GE, new, self._day(power.event)))
            )
        longer = self._compare(Comparator.GT, new, before)
        limit = TRUE if change.limit is None else self._is_none_after(new, self._read(change.limit))
        return self._terms.conjoin((before.there, longer, limit))

    # ------------------------------------------------------------ rules

    def _reaches(self, rule: Rule) -> Term:
        """The rule speaks of its event on the day on which that happens."""
        today = self._day(rule.event)
        grounds = rule.grounds or (Ground(formula=rule.when),)
        there = self._terms.disjoin([self._is_there(ground, today) for ground in grounds])
        return self._terms.conjoin((there, self._no_exception(rule), self._lies_within(today, rule.within)))

    def _is_there(self, ground: Ground, today: Day) -> Term:
        come = (self._is_none_after(self._read(day), today) for day in ground.days)
        return self._terms.conjoin((self._holds(ground.formula), *come))

    def _no_exception(self, rule: Rule) -> Term:
        return self._terms.negate(self._terms.disjoin(list(map(self._holds, rule.exceptions))))

    # ------------------------------------------------------------ days

    def _lies_within(self, day: Day, within: Within) -> Term:
        """The stretch is there, and the day in it."""
        first, last = within.first, within.last
        from_first = TRUE if first is None else self._is_none_after(self._read(first), day)
        to_last = TRUE if last is None else self._is_none_after(day, self._read(last))
        return self._terms.conjoin((from_first, to_last))

    def _ends(self, within: Within) -> Iterable[Day]:
        """Both ends of a stretch; an open one is there."""
        nothing = Day(there=TRUE, cases=())
        return (nothing if end is None else self._read(end) for end in (within.first, within.last))

    def _is_none_after(self, day: Day, other: Day) -> Term:
        """Both days are there, and the first is not after the second."""
        return self._terms.conjoin((day.there, other.there, self._compare(Comparator.LE, day, other)))

    def _compare(self, op: Comparator, left: Day, right: Day) -> Term:
        return compare(self._terms, op, left.cases, right.cases)

    def _read(self, expression: Expression) -> Day:
        return Day(there=self._there(expression), cases=self.runs.days(expression, self.roots))

    def _there(self, expression: Expression) -> Term:
        """The events happen that a day rests on."""
        match expression:
            case Fact(path=path) if not path.root and len(path.steps) == 1:
                owner = self._owners.get(path.steps[0])
                return TRUE if owner is None else self._happens(owner)
            case PeriodEnd(start=start):
                return self._there(start)
            case Choice(condition=condition, then=then, otherwise=otherwise):
                return self._one_of(self._holds(condition), self._there(then), self._there(otherwise))
            case _:
                return TRUE

    def _one_of(self, condition: Term, then: Term, otherwise: Term) -> Term:
        terms = self._terms
        return terms.conjoin((terms.imply(condition, then), terms.disjoin((condition, otherwise))))

    def _either(self, condition: Term, then: Day, otherwise: Day) -> Day:
        conjoin, other = self._terms.conjoin, self._terms.negate(condition)
        return Day(
            there=self._one_of(condition, then.there, otherwise.there),
            cases=[
                *((conjoin((condition, when)), value) for when, value in then.cases),
                *((conjoin((other, when)), value) for when, value in otherwise.cases),
            ],
        )

    def _day(self, event: str) -> Day:
        """The day of an event that happens."""
        return self._of_event(event, day_of(event))

    def _new_last_day(self, event: str) -> Day:
        return self._of_event(event, new_last_day_of(event))

    def _of_event(self, event: str, field: str) -> Day:
        number = self.runs.variables.number(FactOf(place=self._place, field=field))
        return Day(there=self._happens(event), cases=[(TRUE, number)])

    def _happens(self, event: str) -> Term:
        return self.runs.variables.switch(FactOf(place=self._place, field=event))

    def _holds(self, formula: Formula) -> Term:
        return self.runs.condition(formula, self.roots)
