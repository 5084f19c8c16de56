"""Events that nothing says anything of.

Owns: which events the lines of a 手続 and the sentences about its runs name.
Refuses to know: what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.model.formula import Expression, Formula
from regcheck.model.procedures import Event, Procedure, Within, day_of, new_last_day_of
from regcheck.model.references import conditions_in, expressions, paths_in, subexpressions, subformulas
from regcheck.model.specification import Specification


def idle_events(spec: Specification, procedure: Procedure) -> Iterator[Event]:
    """The events that no other event, bound, period, limit or rule names, nor any sentence or case about the runs."""
    used = {before.event for event in procedure.events.values() for before in event.after}
    used |= {rule.event for rule in procedure.rules.values()}
    read = set(_facts(spec, procedure))
    for event in procedure.events.values():
        if event.name not in used and read.isdisjoint(_facts_of(event.name)):
            yield event


def _facts_of(event: str) -> tuple[str, ...]:
    return event, day_of(event), new_last_day_of(event)


def _facts(spec: Specification, procedure: Procedure) -> Iterator[str]:
    """The facts of the runs that conditions and days read, and those that cases give."""
    days = tuple(_days(procedure))
    conditions = [*_conditions(spec, procedure), *(each for day in days for each in conditions_in(day))]
    formulas = [inner for condition in conditions for inner in subformulas(condition)]
    read = [*days, *(each for formula in formulas for each in expressions(formula))]
    for node in (*formulas, *(part for expression in read for part in subexpressions(expression))):
        yield from (path.steps[0] for path in paths_in(node) if path.steps)
    for scenario in spec.scenarios.values():
        if scenario.record.subject == procedure.header.name:
            yield from (name for name, value in scenario.record.facts.items() if value is not False)


def _conditions(spec: Specification, procedure: Procedure) -> Iterator[Formula]:
    """The conditions of rules, and whatever is said of the runs."""
    name = procedure.header.name
    for rule in procedure.rules.values():
        yield from (rule.when, *rule.exceptions)
    yield from (each.body for each in spec.predicates.values() if each.subject == name)
    yield from (each.body for each in spec.assumptions.values() if each.subject == name)
    yield from (each.condition for each in spec.overrides.values() if each.subject == name)
    for owed in spec.properties.values():
        if owed.subject == name:
            yield from (*owed.members, *((owed.whole,) if owed.whole is not None else ()))
    for scenario in spec.scenarios.values():
        if scenario.record.subject == name:
            yield from (each.formula for each in scenario.expectations)


def _days(procedure: Procedure) -> Iterator[Expression]:
    """Every day that bounds, periods, limits and rules are made of."""
    for event in procedure.events.values():
        for within in event.within:
            yield from _ends(within)
    for period in procedure.periods.values():
        yield from (period.first, period.last)
    for limit in procedure.limits.values():
        yield limit.day
    for rule in procedure.rules.values():
        yield from _ends(rule.within)
        limits = (rule.in_force_from, rule.change.limit if rule.change is not None else None)
        yield from (day for day in limits if day is not None)


def _ends(within: Within) -> Iterator[Expression]:
    yield from (day for day in (within.first, within.last) if day is not None)
