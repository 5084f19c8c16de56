"""A 権限 by one of its grounds: the days on which it can still be used, and what those days hang on.

Owns: the days left for a power, the periods that bound them and their changes, limits that may move, and the event
that sets off the ground.
Refuses to know: what is asked of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Choice, Expression, Formula, PeriodEnd
from regcheck.model.procedures import Ground, Procedure, Rule, RuleKind, TimePeriod
from regcheck.model.references import subexpressions, subformulas
from regcheck.proof.families.procedures.days_left import Bound, Left, bounds_of_event, prohibited, some_day
from regcheck.proof.families.procedures.runs import (
    ancestors,
    both,
    day,
    denied,
    events_of,
    happens,
    is_there,
    keyed_grounds,
    rules_over,
)


class Use(Frozen):
    """A 権限 and one ground for it."""

    procedure: Procedure
    power: Rule
    ground: Ground
    sign: str = ""
    """The key of the ground among those of the power."""

    @property
    def event(self) -> str:
        return self.power.event

    @property
    def key(self) -> str:
        """命令/一."""
        return self.power.name + (f"/{self.sign}" if self.sign else "")

    @property
    def presupposed(self) -> frozenset[str]:
        """The events without which the ground is not there, or the event cannot happen."""
        named = (event for one in self.ground.days for event in events_of(self.procedure, one))
        above = (event for name in named for event in (name, *ancestors(self.procedure, name)))
        return frozenset((*above, *ancestors(self.procedure, self.event)))


def uses(procedure: Procedure) -> Iterator[Use]:
    """Every power by each of its grounds."""
    for power in procedure.rules.values():
        if power.kind is RuleKind.POWER:
            yield from uses_of(procedure, power)


def uses_of(procedure: Procedure, power: Rule) -> Iterator[Use]:
    """A power by each of its grounds."""
    for sign, ground in keyed_grounds(power):
        yield Use(procedure=procedure, power=power, ground=ground, sign=sign)


def left_for_use(use: Use) -> Left:
    """The days on which the event can still happen by this power and this ground."""
    within = use.power.within
    left = bounds_of_event(use.procedure, use.event, has_ground(use))
    lows = [Bound(day=one) for one in use.ground.days]
    lows += [Bound(day=within.first)] if within.first is not None else []
    highs = [Bound(day=within.last)] if within.last is not None else []
    return replace(
        left,
        lows=tuple(dict.fromkeys((*left.lows, *lows))),
        highs=(*left.highs, *highs),
        closed=prohibited(use.procedure, use.event),
        allowed=both(*(denied(exception) for exception in use.power.exceptions)),
    )


def has_ground(use: Use) -> Formula:
    """The ground is there, what must go before has happened, and there is a stretch to use the power in.

    (The exceptions are those of the day of use, and left_for_use has them.)
    """
    within = use.power.within
    return both(
        is_there(use.procedure, *use.ground.days, within.first, within.last),
        use.ground.formula,
        *(happens(one.event) for one in use.procedure.events[use.event].after),
    )


def can_be_used(use: Use) -> Formula:
    """The ground is there, and a day is left for the event."""
    return both(has_ground(use), some_day(use.procedure, left_for_use(use)))


def none_is_left(use: Use) -> Formula:
    """No day is left for the event by this ground, nor by any other ground of any power over it."""
    rivals = (other for other in uses(use.procedure) if other.event == use.event and other != use)
    own = denied(some_day(use.procedure, left_for_use(use)))
    return both(own, *(denied(can_be_used(other)) for other in rivals))


# ---------------------------------------------------------------- periods and their changes


def period_of(use: Use) -> TimePeriod | None:
    """The 期間 at whose last day the power ends."""
    last = use.power.within.last
    if last is None:
        return None
    inside = tuple(subexpressions(last))
    for period in use.procedure.periods.values():
        # a power that changes a period ends with it as it was before
        if period.last_in_force in inside or last in _folded(period):
            return period
    return None


def _folded(period: TimePeriod) -> Iterator[Expression]:
    """The last days of a period with ever fewer of its changes."""
    one = period.last_in_force
    while isinstance(one, Choice):
        yield one
        one = one.otherwise
    yield one


def changes_of(use: Use, *, extending: bool) -> tuple[Rule, ...]:
    """The powers that extend, or shorten, that period; but for the power itself."""
    period = period_of(use)
    named = () if period is None else (use.procedure.rules[name] for name in period.changes)
    return tuple(
        rule
        for rule in named
        if rule.change is not None and rule.change.extends is extending and rule.event != use.event
    )


def unchanged(use: Use, *besides: str) -> Formula:
    """No power has changed a period, but those without which the ground is not there, and `besides`."""
    kept = use.presupposed | set(besides)
    changing = (rule.event for rule in use.procedure.rules.values() if rule.change is not None)
    return both(*(denied(happens(event)) for event in dict.fromkeys(changing) if event not in kept))


def with_last(expression: Expression, old: Expression, new: Expression) -> Expression:
    """The expression with another day in the place of one."""
    match expression:
        case _ if expression == old:
            return new
        case PeriodEnd(start=start):
            return replace(expression, start=with_last(start, old, new))
        case _:
            return expression


# ---------------------------------------------------------------- limits that move


class Moving(Frozen):
    """A limit that moves over closed days, and what it would be otherwise. `event` is what must happen by it, if the
    ground says that it happened."""

    day: Expression
    unmoved: Expression
    event: str = ""


def moving_limits(use: Use) -> tuple[Moving, ...]:
    """The limits on which the day of the ground hangs: its own, and those for the events that it waits for."""
    return tuple(m for m in _limits(use) if m.day != m.unmoved)


def _limits(use: Use) -> Iterator[Moving]:
    for one in use.ground.days:
        yield Moving(day=one, unmoved=without_moving(one))
        for event in events_of(use.procedure, one) if one in map(day, use.procedure.events) else ():
            for duty in rules_over(use.procedure, event, RuleKind.DUTY):
                if duty.within.last is not None:
                    last = duty.within.last
                    yield Moving(day=last, unmoved=without_moving(last), event=event)


def without_moving(expression: Expression) -> Expression:
    """The day as it would be if no limit moved."""
    match expression:
        case PeriodEnd(start=start, period=period):
            still = replace(period, moves=False) if period.moves else period
            return PeriodEnd(start=without_moving(start), period=still)
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return Choice(condition=condition, then=without_moving(then), otherwise=without_moving(otherwise))
        case _:
            return expression


# ---------------------------------------------------------------- what sets the ground off


def trigger_of(use: Use) -> str | None:
    """The event that sets the ground off: 勧告, where it waits for the limit of an answer to it, or for the answer."""
    found = dict.fromkeys(
        event
        for one in use.ground.days
        for name in events_of(use.procedure, one)
        for event in _set_off_by(use.procedure, name)
    )
    above = {event for name in found for event in ancestors(use.procedure, name)}
    return next((event for event in found if event not in above), None)


def _set_off_by(procedure: Procedure, event: str) -> tuple[str, ...]:
    """The events from which the limit for an event is counted; the event itself if there is none."""
    lasts = (duty.within.last for duty in rules_over(procedure, event, RuleKind.DUTY))
    named = (name for last in lasts if last is not None for name in events_of(procedure, last))
    others = tuple(dict.fromkeys(name for name in named if name in ancestors(procedure, event)))
    return others or (event,)


def duties_behind(use: Use) -> tuple[Rule, ...]:
    """The duties whose limits the ground hangs on: over events that it says have, or have not, happened."""
    trigger = trigger_of(use)
    return tuple(
        rule
        for rule in use.procedure.rules.values()
        if rule.kind is RuleKind.DUTY
        and rule.within.last is not None
        and trigger is not None
        and trigger in events_of(use.procedure, rule.within.last)
        and _speaks_of(use.ground, rule)
    )


def _speaks_of(ground: Ground, duty: Rule) -> bool:
    return happens(duty.event) in subformulas(ground.formula)
