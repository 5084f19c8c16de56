"""Whether a day is left on which an event may happen: an existential over days without a quantifier.

Owns: the stretch of days that is left for an event that has not happened, and the formula "some day is left".
Refuses to know: which duty or power wants the day, what is asked of the formula.

A day is left if it lies between the lower and the upper bounds and in no stretch that is closed. Of all days that
are left take the first. The day before it is not left; so that day lies before a lower bound, which is then the
first day itself, or in a closed stretch that the first day is not in, whose last day it then is. Without any lower
bound there may be no first one: then all early enough days are left, unless a closed stretch has no beginning. So
it suffices to try the lower bounds, the days after the ends of the closed stretches, and one day before all of
them. A condition that compares the day of the event itself can only turn where it is compared: the days compared
with it, and those after them, are tried too. (A condition on a period that would be counted from the day of the
event turns elsewhere, and may hide a day; no provision that is checked has one.)
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from regcheck.frozen import Frozen
from regcheck.model.formula import And, Compare, Expression, Formula
from regcheck.model.procedures import Procedure, RuleKind
from regcheck.model.references import subformulas
from regcheck.proof.families.procedures.runs import (
    NO,
    YES,
    ancestors,
    both,
    day,
    denied,
    either,
    grounds_of,
    happens,
    is_there,
    next_day,
    rules_over,
    until,
)
from regcheck.proof.families.procedures.supposing import supposing


class Bound(Frozen):
    """A day that bounds those left, where `active` holds."""

    day: Expression
    active: Formula = YES


class Closed(Frozen):
    """Days that are not left: from the latest of `firsts` (none: from ever) to `last` (None: for ever), where `active`
    holds. The formula may speak of the day of the event, which is then the day that is tried."""

    active: Formula
    firsts: tuple[Expression, ...] = ()
    last: Expression | None = None


class Left(Frozen):
    """What bounds the days on which an event that has not happened may still happen."""

    event: str
    lows: tuple[Bound, ...] = ()
    highs: tuple[Bound, ...] = ()
    closed: tuple[Closed, ...] = ()
    allowed: Formula = YES
    """What must hold besides; it may speak of the day of the event."""


def some_day(procedure: Procedure, left: Left) -> Formula:
    """Some day is left."""
    tried = [*left.lows, *(Bound(day=next_day(one.last)) for one in left.closed if one.last is not None)]
    listed = dict.fromkeys((*tried, *_turns(left)))
    those = (
        both(is_there(procedure, one.day), one.active, is_left(left, one.day))  # first, that it can be asked
        for one in listed
    )
    return either(_early_enough(left), *those)


def is_left(left: Left, on: Expression) -> Formula:
    """This day is left."""
    lows = (_if(one.active, until(one.day, on)) for one in left.lows if one.day != on)
    highs = (_if(one.active, until(on, one.day)) for one in left.highs)
    closed = (denied(_is_closed(one, left.event, on)) for one in left.closed)
    return both(*lows, *highs, *closed, supposing(left.allowed, left.event, on))


def _is_closed(one: Closed, event: str, on: Expression) -> Formula:
    inside = [until(first, on) for first in one.firsts]
    if one.last is not None:
        inside.append(until(on, one.last))
    return both(supposing(one.active, event, on), *inside)


def _early_enough(left: Left) -> Formula:
    """A day before all others is left: nothing bounds from below, and no closed stretch goes back for ever."""
    if any(one.active == YES for one in left.lows):
        return NO
    endless = (one for one in left.closed if not one.firsts)
    return both(
        *(denied(one.active) for one in left.lows),
        *(denied(supposing(one.active, left.event, None)) for one in endless),
        supposing(left.allowed, left.event, None),
    )


def _if(condition: Formula, then: Formula) -> Formula:
    return either(denied(condition), then)


def _turns(left: Left) -> Iterator[Bound]:
    """The days at which a condition on the day of the event turns, and those after them."""
    own = day(left.event)
    for formula in (left.allowed, *(one.active for one in left.closed)):
        for inner in subformulas(formula):
            if isinstance(inner, Compare) and own in (inner.left, inner.right):
                other = inner.right if inner.left == own else inner.left
                yield Bound(day=other)
                yield Bound(day=next_day(other))


# ---------------------------------------------------------------- what a 手続 says of the days for an event


def bounds_of_event(procedure: Procedure, event: str, sure: Formula) -> Left:
    """The days that the order of events and the bounds of the event itself leave, in an orderly run in which `sure`
    holds.

    What rests on an event that does not happen bounds nothing: that event can still happen.
    """
    happened = {name for name in procedure.events if _is_said(sure, happens(name))}
    above = {name for one in happened for name in ancestors(procedure, one)}
    lows = list(_latest_before(procedure, event, happened | above))
    highs = list[Bound]()
    for within in procedure.events[event].within:
        active = is_there(procedure, within.first, within.last)
        lows += [Bound(day=within.first, active=active)] if within.first is not None else []
        highs += [Bound(day=within.last, active=active)] if within.last is not None else []
    return Left(event=event, lows=tuple(lows), highs=tuple(highs))


def _latest_before(procedure: Procedure, event: str, happened: Container[str]) -> Iterator[Bound]:
    """The days of the events that must go before; those before an event that happens are no later than it."""
    strict = {one.event for one in procedure.events[event].after if one.strict}
    waiting = [one.event for one in procedure.events[event].after]
    for name in waiting:
        on = next_day(day(name)) if name in strict else day(name)
        yield Bound(day=on, active=YES if name in happened else happens(name))
        if name not in happened:
            waiting += [one.event for one in procedure.events[name].after if one.event not in waiting]


def _is_said(formula: Formula, part: Formula) -> bool:
    """Whether a conjunction has the part."""
    return formula == part or (
        isinstance(formula, And) and any(_is_said(p.body, part) for p in formula.parts)
    )


def prohibited(procedure: Procedure, event: str) -> tuple[Closed, ...]:
    """The days that some 禁止 closes for the event: one stretch for each ground."""
    return tuple(
        Closed(
            active=both(
                is_there(procedure, rule.within.first, rule.within.last, *ground.days),
                ground.formula,
                *(denied(exception) for exception in rule.exceptions),
            ),
            firsts=(*([rule.within.first] if rule.within.first is not None else ()), *ground.days),
            last=rule.within.last,
        )
        for rule in rules_over(procedure, event, RuleKind.PROHIBITION)
        for ground in grounds_of(rule)
    )
