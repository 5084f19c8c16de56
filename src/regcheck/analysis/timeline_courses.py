"""The two courses that a plan tells: the plain one, in which nobody changes a period, and the longest one.

Owns: the runs of both courses for chosen days, and what is known of any day of the 手続 in them.
Refuses to know: how days are narrowed (evaluation), rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from regcheck.analysis.timeline import OPEN, Days
from regcheck.evaluation.kleene import FALSE
from regcheck.evaluation.plans import Days as Found, possible_days
from regcheck.evaluation.truth import number_of, truth_of
from regcheck.frozen import Frozen
from regcheck.model.case import Record, Value
from regcheck.model.formula import Choice, Day, Expression, Fact, Formula, Path, PeriodEnd
from regcheck.model.procedures import Procedure, Rule, Within, day_of, new_last_day_of
from regcheck.model.specification import Specification


class Courses(Frozen):
    """What is known of the events, and of every day that the 手続 speaks of, in both courses."""

    spec: Specification
    run: Record
    plain_run: Record
    plain: Mapping[str, Found]
    longest: Mapping[str, Found]
    keys: Mapping[Expression, str]

    def event(self, name: str) -> tuple[Days, Days]:
        """The first and the last day on which an event can happen."""
        found = self._days(name)
        first = Days(earliest=found.earliest, latest=found.earliest)
        return first, Days(earliest=found.latest, latest=found.latest, extended=found.extended)

    def day(self, wanted: Expression | None) -> Days:
        """A day of the 手続; open for none. Where lawful runs have no such day, what the chosen days alone say of it."""
        if wanted is None:
            return OPEN
        found = self._days(self.keys[wanted])
        return found if is_ordered(found) else self._by_itself(wanted)

    def can_hold(self, formula: Formula) -> bool:
        """Whether nothing speaks against a condition."""
        return truth_of(self.spec, formula, self.run) is not FALSE

    def _days(self, key: str) -> Days:
        plain, longest = self.plain.get(key), self.longest.get(key, Found())
        if plain is None:  # it is there only if a period is changed
            return Days(earliest=longest.first, latest=longest.last)
        more = longest.last if plain.last and longest.last and longest.last > plain.last else None
        return Days(earliest=plain.first, latest=plain.last, extended=more)

    def _by_itself(self, wanted: Expression) -> Days:
        found = number_of(self.spec, wanted, self.plain_run)
        if found.low is None or found.low != found.high:
            return OPEN
        day = date.fromordinal(int(found.low))
        return Days(earliest=day, latest=day)


def is_ordered(days: Days) -> bool:
    """The earliest day is not after the latest."""
    return days.earliest is None or days.latest is None or days.earliest <= days.latest


def courses(spec: Specification, procedure: Procedure, chosen: Mapping[str, date]) -> Courses:
    """Both courses where these days are chosen: of an event by its name, a new last day as 「延長後の末日」."""
    run = run_of(procedure, chosen)
    changing = {rule.event for rule in procedure.rules.values() if rule.change}
    unchanged = {event: False for event in sorted(changing) if event not in run.facts}
    plain = Record(subject=run.subject, facts={**run.facts, **unchanged})
    keys = {wanted: f"／{n}" for n, wanted in enumerate(dict.fromkeys(_spoken_of(procedure)))}
    further = {key: wanted for wanted, key in keys.items()}
    return Courses(
        spec=spec,
        run=run,
        plain_run=plain,
        plain=possible_days(spec, procedure, plain, further),
        longest=possible_days(spec, procedure, run, further),
        keys=keys,
    )


def run_of(procedure: Procedure, chosen: Mapping[str, date]) -> Record:
    """The run in which the chosen events happen on their days, and those whose day the 手続 itself fixes; everything
    else is open."""
    facts: dict[str, Value] = {}
    for name, day in {**fixed_days(procedure), **chosen}.items():
        event = event_of(procedure, name)
        facts |= {event: True, (day_of(event) if name == event else name): day}
    return Record(subject=procedure.header.name, facts=facts)


def fixed_days(procedure: Procedure) -> dict[str, date]:
    """The days of events that are laid down as dates: 事象　公布：国　令和八年六月十七日."""
    return {
        event.name: within.first.value
        for event in procedure.events.values()
        for within in event.within
        if isinstance(within.first, Day) and within.first == within.last
    }


def event_of(procedure: Procedure, name: str) -> str:
    """The event that a chosen day is of; "" for a name that is none of an event or of a new last day."""
    if name in procedure.events:
        return name
    changing = (rule.event for rule in procedure.rules.values() if rule.change)
    return next((event for event in changing if new_last_day_of(event) == name), "")


def counted_from(procedure: Procedure) -> tuple[str, ...]:
    """The events from whose days periods and limits are counted, in the order of the text."""
    starts = {day.start for day in _spoken_of(procedure) if isinstance(day, PeriodEnd)}
    return tuple(event for event in procedure.events if Fact(path=Path(steps=(day_of(event),))) in starts)


def _spoken_of(procedure: Procedure) -> Iterator[Expression]:
    """Every day of the 手続, with those that it is counted from."""
    for event in procedure.events.values():
        for within in event.within:
            yield from _ends(within)
    for period in procedure.periods.values():
        yield from (*parts(period.first), *parts(period.last_in_force), *parts(period.last))
    for limit in procedure.limits.values():
        yield from parts(limit.day)
    for rule in procedure.rules.values():
        yield from _of_rule(rule)


def _of_rule(rule: Rule) -> Iterator[Expression]:
    yield from _ends(rule.within)
    for ground in rule.grounds:
        for wanted in ground.days:
            yield from parts(wanted)
    if rule.in_force_from is not None:
        yield from parts(rule.in_force_from)


def _ends(within: Within) -> Iterator[Expression]:
    for end in (within.first, within.last):
        if end is not None:
            yield from parts(end)


def parts(wanted: Expression) -> Iterator[Expression]:
    """A day, and the days that it is counted or picked from."""
    yield wanted
    match wanted:
        case PeriodEnd(start=start):
            yield from parts(start)
        case Choice(then=then, otherwise=otherwise):
            yield from (*parts(then), *parts(otherwise))
        case _:
            return
