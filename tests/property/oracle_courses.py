"""A run of a small 手続 of which everything is known, and how rules and grounds are read.

"A day is left" is a search over days here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tests.property.oracle_runs import RunOracle, counted

from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Choice,
    Compare,
    Expression,
    Fact,
    Formula,
    Holds,
    Not,
    Path,
    PeriodEnd,
)
from regcheck.model.procedures import Ground, Procedure, Rule, RuleKind, Within, day_of, new_last_day_of
from regcheck.model.specification import Specification

WIDE = timedelta(days=30)
"""Farther than any day of a small 手続 lies from another."""


class Course(RunOracle):
    """A run of which every fact is known, with what is asked of it again and again."""

    def __init__(self, spec: Specification, procedure: Procedure, run: Record) -> None:
        super().__init__(spec, procedure, run)
        self.run = run
        self.orderly = self.is_orderly()
        self.broken = frozenset(
            r.name for r in procedure.rules.values() if self.orderly and self.is_breached(r)
        )

    def lawful_but(self, *rules: Rule) -> bool:
        return self.orderly and self.broken <= {rule.name for rule in rules}

    def supposing(self, event: str, day: date) -> RunOracle:
        """The run if the event happened on a day on which it does not."""
        facts = {**self.run.facts, event: True, day_of(event): day}
        return RunOracle(self.spec, self.procedure, replace(self.run, facts=facts))

    def days(self) -> Iterator[date]:
        first, last = self.procedure.days
        number = (last - first).days + 2 * WIDE.days
        return (first - WIDE + timedelta(days=n) for n in range(number))

    # ------------------------------------------------------------ rules

    def is_excepted(self, rule: Rule) -> bool:
        return any(self.holds(exception) for exception in rule.exceptions)

    def owes(self, duty: Rule, ground: Ground) -> bool:
        return self.holds(ground.formula) and not self.is_excepted(duty) and self.is_there(duty.within)

    def owes_at_all(self, duty: Rule) -> bool:
        return any(self.owes(duty, ground) for ground in grounds(duty))

    def covers(self, rule: Rule) -> bool:
        return self._covers(rule)

    def come(self, ground: Ground) -> list[date] | None:
        """The days for which a ground waits, None if one of them never comes."""
        days = [self.day(wanted) for wanted in ground.days]
        return None if None in days else [found for found in days if found is not None]

    # ------------------------------------------------------------ days that are left

    def is_forbidden(self, event: str, day: date) -> bool:
        then = self.supposing(event, day)
        rivals = [r for r in self.procedure.rules.values() if r.kind is RuleKind.PROHIBITION]
        return any(then.is_breached(rival) for rival in rivals if rival.event == event)

    def is_open(self, event: str, day: date) -> bool:
        """Order, bounds and prohibitions allow the event on that day, as far as they speak of what happens."""
        declared = self.procedure.events[event]
        strict = {one.event for one in declared.after if one.strict}
        for other in above(self.procedure, event):
            if self.happened(other) and (self.on(other) > day or (other in strict and self.on(other) == day)):
                return False
        bounds = (within for within in declared.within if self.is_there(within))
        return all(self.lies_in(day, within) for within in bounds) and not self.is_forbidden(event, day)

    def can_meet(self, duty: Rule, ground: Ground) -> bool:
        waits = [d for d in ground.days if not looks_back(duty.within.last, d)]
        least = [found for found in map(self.day, waits) if found is not None]
        return any(
            self.lies_in(d, duty.within) and all(one <= d for one in least) and self.is_open(duty.event, d)
            for d in self.days()
        )

    def has_ground(self, power: Rule, ground: Ground) -> bool:
        ready = all(self.happened(one.event) for one in self.procedure.events[power.event].after)
        come = self.come(ground) is not None and self.is_there(power.within)
        return ready and come and self.holds(ground.formula)

    def can_use(
        self, power: Rule, ground: Ground, days: Sequence[date] = (), within: Within | None = None
    ) -> bool:
        """Some day is left by this ground; `days` must have come besides, or `within` is the stretch."""
        least = [*(self.come(ground) or ()), *days]
        return any(
            self.lies_in(d, within or power.within)
            and all(one <= d for one in least)
            and self.is_open(power.event, d)
            and not any(self.supposing(power.event, d).holds(e) for e in power.exceptions)
            for d in self.days()
        )

    def none_is_left(self, power: Rule, ground: Ground) -> bool:
        powers = [r for r in self.procedure.rules.values() if r.kind is RuleKind.POWER]
        rivals = ((r, g) for r in powers if r.event == power.event for g in grounds(r))
        return not any(
            self.can_use(r, g)
            for r, g in rivals
            if (r.name == power.name and g == ground) or self.has_ground(r, g)
        )

    # ------------------------------------------------------------ limits that move

    def still(self, wanted: Expression) -> date | None:
        """The day as it would be if no limit moved."""
        match wanted:
            case PeriodEnd(start=start, period=period):
                begun = self.still(start)
                return None if begun is None else counted(replace(period, moves=False), begun)
            case Choice(condition=condition, then=then, otherwise=otherwise):
                return self.still(then if self.holds(condition) else otherwise)
            case _:
                return self.day(wanted)

    def has_moved(self, wanted: Expression) -> bool:
        return self.day(wanted) is not None and self.day(wanted) != self.still(wanted)


# ---------------------------------------------------------------- reading a 手続


def grounds(rule: Rule) -> tuple[Ground, ...]:
    return rule.grounds or (Ground(formula=rule.when),)


def above(procedure: Procedure, event: str) -> set[str]:
    direct = {one.event for one in procedure.events[event].after}
    return direct.union(*(above(procedure, one) for one in direct))


def looks_back(last: Expression | None, day: Expression) -> bool:
    if isinstance(last, PeriodEnd) and last.period.backward:
        return last.start == day
    return last is not None and last == day


def rests_on(procedure: Procedure, wanted: Expression | None) -> set[str]:
    match wanted:
        case Fact(path=path):
            name = path.steps[-1]
            return {e for e in procedure.events if name in (day_of(e), new_last_day_of(e))}
        case PeriodEnd(start=start):
            return rests_on(procedure, start)
        case Choice(then=then, otherwise=otherwise):
            return rests_on(procedure, then) | rests_on(procedure, otherwise)
        case _:
            return set()


def onwards_from(procedure: Procedure, wanted: Expression | None) -> set[str]:
    """The event from whose day a limit is counted forwards, if it is."""
    while isinstance(wanted, PeriodEnd):
        if wanted.period.backward:
            return set()
        wanted = wanted.start
    return rests_on(procedure, wanted) if isinstance(wanted, Fact) else set()


def presupposed_broken(procedure: Procedure, ground: Ground) -> tuple[Rule, ...]:
    missing, present = set[str](), set[str]()

    def read(formula: Formula, denied: bool) -> None:
        match formula:
            case Holds(path=path) if path.steps[-1] in procedure.events:
                (missing if denied else present).add(path.steps[-1])
            case Not(body=body):
                read(body, not denied)
            case And(parts=parts):
                for part in parts:
                    read(part.body, denied)
            case Compare(left=left, right=right) if denied:  # a limit that passed: the event came late
                missing.update(rests_on(procedure, left))
            case Compare(left=left, right=right):
                missing.update(rests_on(procedure, right))
            case _:
                return

    read(ground.formula, False)
    duties = (r for r in procedure.rules.values() if r.kind is RuleKind.DUTY and r.event in missing)
    barred = (r for r in procedure.rules.values() if r.kind is RuleKind.PROHIBITION and r.event in present)
    return (*duties, *barred)


def of_kind(procedure: Procedure, kind: RuleKind, event: str = "") -> list[Rule]:
    return [r for r in procedure.rules.values() if r.kind is kind and event in ("", r.event)]


def keys(rule: Rule) -> list[tuple[str, Ground]]:
    found = grounds(rule)
    return [("" if len(found) == 1 else f"/{ground.label}", ground) for ground in found]


def holds_back(procedure: Procedure, duty: Rule) -> bool:
    return any(
        looks_back(duty.within.last, Fact(path=Path(steps=(day_of(e.name),))))
        for e in procedure.events.values()
        if e.actor == duty.actor and e.name != duty.event
    )


def can_move(wanted: Expression) -> bool:
    match wanted:
        case PeriodEnd(start=start, period=period):
            return period.moves or can_move(start)
        case Choice(then=then, otherwise=otherwise):
            return can_move(then) or can_move(otherwise)
        case _:
            return False


def due_day(c: Course, duty: Rule, ground: Ground) -> date | None:
    """The last day of a duty; of one to be met at once the day on which it arises."""
    if duty.within.last is not None:
        return c.day(duty.within.last)
    come = c.come(ground) if duty.within.words == "遅滞なく" else None
    return max(come) if come else None


def all_forbidden(c: Course, duty: Rule) -> bool:
    days = [d for d in c.days() if c.lies_in(d, duty.within)]
    return bool(days) and all(c.is_forbidden(duty.event, d) for d in days)
