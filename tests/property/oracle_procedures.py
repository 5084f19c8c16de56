"""What a small 手続 owes and which verdicts are right, from looking at every run and, where a day is wanted, at every day.

The definitions of the families in other words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from tests.property.oracle_courses import (
    Course,
    above,
    all_forbidden,
    can_move,
    due_day,
    grounds,
    holds_back,
    keys,
    of_kind,
    onwards_from,
    presupposed_broken,
    rests_on,
)
from tests.property.strategies_small_runs import NAME, World

from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Expression, Fact, Path
from regcheck.model.procedures import Ground, Rule, RuleKind, day_of, new_last_day_of
from regcheck.proof.verdict import Verdict


class OwedByRuns(Frozen):
    """An obligation: the runs that refute it, or those that prove it; `vacuous` if it speaks of no run."""

    refuting: frozenset[int] | None = None
    proving: frozenset[int] | None = None
    vacuous: bool = False

    @property
    def right(self) -> Verdict:
        if self.proving is not None:
            return Verdict.PROVED if self.proving else Verdict.REFUTED
        if self.refuting:
            return Verdict.REFUTED
        return Verdict.VACUOUS if self.vacuous else Verdict.PROVED


# ---------------------------------------------------------------- what is owed


class ProcedureOracle:
    """Every obligation of a small 手続."""

    def __init__(self, world: World) -> None:
        self.procedure = world.procedure
        self.courses = [Course(world.spec, self.procedure, run) for run in world.runs]
        self.right = dict(self.owed())

    def some(self, proves: Callable[[Course], bool]) -> OwedByRuns:
        return OwedByRuns(proving=self._where(proves))

    def none(
        self, refutes: Callable[[Course], bool], speaks: Callable[[Course], bool] | None = None
    ) -> OwedByRuns:
        refuting = self._where(refutes)
        vacuous = speaks is not None and not any(c.orderly and speaks(c) for c in self.courses)
        return OwedByRuns(refuting=refuting, vacuous=vacuous)

    def _where(self, asked: Callable[[Course], bool]) -> frozenset[int]:
        return frozenset(n for n, c in enumerate(self.courses) if c.orderly and asked(c))

    def owed(self) -> Iterator[tuple[str, OwedByRuns]]:
        yield f"lawful_run:{NAME}", self.some(lambda c: c.lawful_but())
        for event in self.procedure.events:
            yield f"reachable:{NAME}/{event}", self._reachable(event)
        for rule in self.procedure.rules.values():
            yield f"live_rule:{NAME}/{rule.name}", self._live(rule)
            yield from self._in_force(rule)
        yield from self._orders()
        for duty in of_kind(self.procedure, RuleKind.DUTY):
            yield from self._of_duty(duty)
        for power in of_kind(self.procedure, RuleKind.POWER):
            for key, ground in keys(power):
                yield from self._of_power(power, ground, f"{NAME}/{power.name}{key}")

    # ------------------------------------------------------------ plain ones

    def _reachable(self, event: str) -> OwedByRuns:
        on_the_way = [event, *above(self.procedure, event)]
        powers = [p for name in on_the_way for p in of_kind(self.procedure, RuleKind.POWER, name)]
        excused = [r for p in powers for g in grounds(p) for r in presupposed_broken(self.procedure, g)]
        return self.some(lambda c: c.happened(event) and c.lawful_but(*excused))

    def _live(self, rule: Rule) -> OwedByRuns:
        if rule.kind is RuleKind.DUTY:
            return self.some(lambda c: c.owes_at_all(rule))
        if rule.kind is RuleKind.PROHIBITION:
            return self.some(lambda c: rule.name in c.broken)
        others = [r for r in of_kind(self.procedure, RuleKind.POWER, rule.event) if r.name != rule.name]
        return self.some(
            lambda c: c.happened(rule.event) and c.covers(rule) and not any(c.covers(r) for r in others)
        )

    def _in_force(self, rule: Rule) -> Iterator[tuple[str, OwedByRuns]]:
        start = rule.header.effective
        is_due = rule.within.last is not None and not holds_back(self.procedure, rule)
        if start is None or (rule.kind is RuleKind.DUTY and not is_due):
            return

        def too_soon(c: Course) -> bool:
            if not c.lawful_but(rule):
                return False
            if rule.kind is RuleKind.DUTY:
                due = c.day(rule.within.last) if rule.within.last is not None else None
                return c.owes_at_all(rule) and due is not None and due < start
            speaks = rule.name in c.broken if rule.kind is RuleKind.PROHIBITION else c.covers(rule)
            return c.happened(rule.event) and speaks and c.on(rule.event) < start

        yield f"in_force:{NAME}/{rule.name}", self.none(too_soon)

    def _orders(self) -> Iterator[tuple[str, OwedByRuns]]:
        said = set[tuple[Expression, Expression]]()
        stretches = [(f"期間「{p.name}」", p.first, p.last_in_force) for p in self.procedure.periods.values()]
        stretches += [
            (f"{rule.kind}「{rule.name}」", rule.within.first, rule.within.last)
            for rule in self.procedure.rules.values()
            if rule.within.first is not None and rule.within.last is not None
        ]
        for key, first, last in stretches:
            if (first, last) not in said:
                said.add((first, last))
                yield f"period_order:{NAME}/{key}", self.none(self._reversed(first, last))

    def _reversed(self, first: Expression, last: Expression) -> Callable[[Course], bool]:
        powers = {r.name for r in of_kind(self.procedure, RuleKind.POWER)}

        def asked(c: Course) -> bool:
            a, b = c.day(first), c.day(last)
            return not (c.broken & powers) and a is not None and b is not None and b < a

        return asked

    # ------------------------------------------------------------ duties

    def _of_duty(self, duty: Rule) -> Iterator[tuple[str, OwedByRuns]]:
        same = of_kind(self.procedure, RuleKind.DUTY, duty.event)
        rivals = of_kind(self.procedure, RuleKind.PROHIBITION, duty.event)
        rivals = [] if holds_back(self.procedure, duty) else rivals
        if rivals:
            yield (
                f"required_forbidden:{NAME}/{duty.name}",
                self.none(lambda c: c.lawful_but(*same) and c.owes_at_all(duty) and all_forbidden(c, duty)),
            )
        for rival in rivals:
            clash = partial(self._forbidden_when_due, duty, rival, same)
            yield f"required_forbidden:{NAME}/{duty.name}/禁止「{rival.name}」", self.none(clash)
        if holds_back(self.procedure, duty):
            yield f"meetable:{NAME}/{duty.name}", self.some(lambda c: c.lawful_but() and c.owes_at_all(duty))
        else:
            for key, ground in keys(duty):
                unmet = partial(self._cannot_be_met, duty, ground, same)
                yield f"meetable:{NAME}/{duty.name}{key}", self.none(unmet)
        yield from self._deadlines(duty, same)

    def _forbidden_when_due(self, duty: Rule, rival: Rule, same: Sequence[Rule], c: Course) -> bool:
        days = (due_day(c, duty, ground) for ground in grounds(duty) if c.owes(duty, ground))
        return c.lawful_but(*same) and any(
            c.supposing(duty.event, due).is_breached(rival) for due in days if due is not None
        )

    def _cannot_be_met(self, duty: Rule, ground: Ground, same: Sequence[Rule], c: Course) -> bool:
        lawful = c.lawful_but(*same) and not c.happened(duty.event)
        return lawful and c.owes(duty, ground) and not c.can_meet(duty, ground)

    def _deadlines(self, later: Rule, same: Sequence[Rule]) -> Iterator[tuple[str, OwedByRuns]]:
        def has_limit(duty: Rule) -> bool:
            return duty.within.last is not None and not holds_back(self.procedure, duty)

        for earlier in of_kind(self.procedure, RuleKind.DUTY) if has_limit(later) else ():
            counted_from = onwards_from(self.procedure, later.within.last)
            in_order = any(earlier.event in (e, *above(self.procedure, e)) for e in counted_from)
            follows = earlier.event in above(self.procedure, later.event)
            if has_limit(earlier) and follows and not in_order:

                def late(c: Course, earlier: Rule = earlier) -> bool:
                    if not (c.lawful_but(*same) and c.owes_at_all(earlier) and c.owes_at_all(later)):
                        return False
                    assert earlier.within.last is not None and later.within.last is not None
                    first, last = c.day(earlier.within.last), c.day(later.within.last)
                    met = c.happened(earlier.event) and c.on(earlier.event) == first
                    return met and first is not None and last is not None and last < first

                yield f"deadlines:{NAME}/{earlier.name}/{later.name}", self.none(late)

    # ------------------------------------------------------------ powers

    def _of_power(self, power: Rule, ground: Ground, at: str) -> Iterator[tuple[str, OwedByRuns]]:
        p, excused = self.procedure, presupposed_broken(self.procedure, ground)
        same = (*excused, *of_kind(p, RuleKind.DUTY, power.event))
        named = {e for d in ground.days for e in rests_on(p, d)}
        needed = {e for n in named for e in (n, *above(p, n))} | above(p, power.event)
        changing = {r.event for r in p.rules.values() if r.change is not None}
        limits = self._limits(ground)
        moving = [(day, event) for day, event in limits if can_move(day)]

        def asked(c: Course, *besides: str) -> bool:
            return (
                c.lawful_but(*same)
                and not c.happened(power.event)
                and c.has_ground(power, ground)
                and not any(c.happened(e) for e in changing - needed - set(besides))
            )

        def plain(c: Course) -> bool:
            return asked(c) and not any(c.has_moved(day) for day, _ in moving)

        yield f"exercisable:{at}", self.none(lambda c: plain(c) and c.none_is_left(power, ground), plain)
        if moving:

            def by_moving(c: Course) -> bool:
                if not (
                    asked(c) and any(c.has_moved(d) for d, _ in moving) and c.none_is_left(power, ground)
                ):
                    return False
                late = any(
                    c.happened(e) and (s := c.still(d)) is not None and s < c.on(e) for d, e in moving if e
                )
                still = replace(ground, days=())
                days = [found for d in ground.days if (found := c.still(d)) is not None]
                differs = any(can_move(d) for d in ground.days)
                return late or (differs and c.can_use(power, still, days))

            yield f"exercisable:{at}/繰下げ", self.none(by_moving)
        for change in self._changes(power):
            assert change.change is not None
            besides = {change.event, *above(p, change.event)}

            def uncured(c: Course, change: Rule = change) -> bool:
                return asked(c) and self._uncured(c, power, ground, change)

            def changed(c: Course, change: Rule = change, besides: set[str] = besides) -> bool:
                return (
                    asked(c, *besides)
                    and c.happened(change.event)
                    and self._to_the_limit(c, change)
                    and not any(c.has_moved(day) for day, _ in moving)
                    and c.none_is_left(power, ground)
                )

            if change.change.extends:
                yield f"curable:{at}/{change.name}", self.none(uncured)
            if change.change.extends or change.actor != power.actor:
                yield f"exercisable:{at}/{change.name}", self.none(changed)

    def _limits(self, ground: Ground) -> list[tuple[Expression, str]]:
        found = list[tuple[Expression, str]]()
        for wanted in ground.days:
            found.append((wanted, ""))
            for event in self.procedure.events:
                if wanted == Fact(path=Path(steps=(day_of(event),))):
                    lasts = (d.within.last for d in of_kind(self.procedure, RuleKind.DUTY, event))
                    found += [(last, event) for last in lasts if last is not None]
        return found

    def _changes(self, power: Rule) -> list[Rule]:
        if not self.procedure.periods:
            return []
        period = next(iter(self.procedure.periods.values()))
        inside = power.within.last in (period.last_in_force, period.last)
        return [
            self.procedure.rules[n]
            for n in period.changes
            if inside and n != power.name and self.procedure.rules[n].event != power.event
        ]

    def _to_the_limit(self, c: Course, change: Rule) -> bool:
        assert change.change is not None
        limit = change.change.limit
        return limit is None or c.day(limit) == c.facts[new_last_day_of(change.event)]

    def _uncured(self, c: Course, power: Rule, ground: Ground, change: Rule) -> bool:
        """No day is left, and extending would not help or is not possible any more."""
        if not c.none_is_left(power, ground):
            return False
        assert change.change is not None and change.change.limit is not None
        period = next(iter(self.procedure.periods.values()))
        trigger = self._trigger(ground)
        last = c.day(period.last_in_force)
        if trigger and (not c.happened(trigger) or last is None or c.on(trigger) > last):
            return False
        longer = replace(power.within, last=change.change.limit)
        helps = c.day(change.change.limit) is not None and c.can_use(power, ground, (), longer)
        since = [c.on(trigger)] if trigger else []
        return not (
            helps and any(c.has_ground(change, g) and c.can_use(change, g, since) for g in grounds(change))
        )

    def _trigger(self, ground: Ground) -> str:
        p, found = self.procedure, list[str]()
        for wanted in ground.days:
            for name in (e for e in p.events if e in rests_on(p, wanted)):
                lasts = (d.within.last for d in of_kind(p, RuleKind.DUTY, name))
                behind = [e for last in lasts for e in rests_on(p, last) if e in above(p, name)]
                found += behind or [name]
        lower = {e for name in found for e in above(p, name)}
        return next((name for name in found if name not in lower), "")
