"""What every lawful run owes two of its days: that one comes no earlier than the other.

Owns: such orders, as they follow from orders and bounds of events, owed 義務, 権限 and changed periods.
Refuses to know: days, and how they are narrowed (plans.py).

Only what surely holds is told: of two 権限 or two grounds either can be the one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from regcheck.evaluation.kleene import FALSE, TRUE, Kleene
from regcheck.evaluation.procedures import (
    day,
    happens,
    is_owed,
    is_there,
    new_last_day,
    powers_over,
    previous_last_day,
)
from regcheck.frozen import Frozen
from regcheck.model.formula import Expression, Formula, Holds
from regcheck.model.procedures import Event, Procedure, Rule, RuleKind, TimePeriod, Within

Truth = Callable[[Formula], Kleene]
"""What a condition comes to in the run."""


class Order(Frozen):
    """`earlier` and `gap` more days come to `later` at the most, in every lawful run in which `event` happens."""

    earlier: Expression
    later: Expression
    event: str
    gap: int = 0


def orders(procedure: Procedure, truth: Truth) -> Iterator[Order]:
    """All orders of a run."""
    for event in procedure.events.values():
        if truth(happens(event.name)) is not FALSE:
            yield from _of_event(event)
            yield from _of_powers(procedure, event.name, truth)
            for period in procedure.periods.values():
                yield from _of_change(procedure, period, event.name)
    for rule in surely_owed(procedure, RuleKind.DUTY, truth):
        yield from _inside(rule.event, rule.within)


def surely_owed(procedure: Procedure, kind: RuleKind, truth: Truth) -> Iterator[Rule]:
    """The rules of a kind that apply whatever is still open."""
    for rule in procedure.rules.values():
        if rule.kind is kind and truth(is_owed(procedure, rule)) is TRUE:
            yield rule


def events_before(procedure: Procedure, event: str) -> Iterator[str]:
    """The events that happen in every lawful run in which this one does: those before it, those of its bounds."""
    definition = procedure.events[event]
    yield from (before.event for before in definition.after)
    for within in definition.within:
        for end in (within.first, within.last):
            there = is_there(procedure, end)
            if isinstance(there, Holds):
                yield there.path.steps[-1]


def _inside(event: str, within: Within) -> Iterator[Order]:
    if within.first is not None:
        yield Order(earlier=within.first, later=day(event), event=event)
    if within.last is not None:
        yield Order(earlier=day(event), later=within.last, event=event)


def _of_event(event: Event) -> Iterator[Order]:
    for before in event.after:
        gap = 1 if before.strict else 0
        yield Order(earlier=day(before.event), later=day(event.name), event=event.name, gap=gap)
    for within in event.within:
        yield from _inside(event.name, within)


def _of_powers(procedure: Procedure, event: str, truth: Truth) -> Iterator[Order]:
    """The stretch and the ground of the only 権限 by which the event can still happen."""
    over = [rule for rule in powers_over(procedure, event) if truth(is_owed(procedure, rule)) is not FALSE]
    if len(over) == 1:
        yield from _inside(event, over[0].within)
        grounds = [ground for ground in over[0].all_grounds if truth(ground.formula) is not FALSE]
        for wanted in grounds[0].days if len(grounds) == 1 else ():
            yield Order(earlier=wanted, later=day(event), event=event)


def _of_change(procedure: Procedure, period: TimePeriod, event: str) -> Iterator[Order]:
    """What the only 権限 by which the event changes the period says of the new last day."""
    by_event = [rule for rule in map(procedure.rules.__getitem__, period.changes) if rule.event == event]
    change = by_event[0].change if len(by_event) == 1 else None
    if change is None:
        return
    previous, new = previous_last_day(procedure, period, event), new_last_day(event)
    if not change.extends:
        yield Order(earlier=new, later=previous, event=event, gap=1)
        yield Order(earlier=day(event), later=new, event=event)
        return
    yield Order(earlier=previous, later=new, event=event, gap=1)
    if change.limit is not None:
        yield Order(earlier=new, later=change.limit, event=event)
