"""The first pass over 手続: which facts their runs have, and which days have names.

Owns: the signature of a 手続, the days that its events can lie on, its periods and limits.
Refuses to know: 準用 (applied.py), names that clash (names_of_runs.py), bounds of events and rules (procedures.py).

A run is a record of a 対象 that has the name of the 手続, so that sentences about runs are read like all others.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from graphlib import TopologicalSorter

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Severity
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Choice, Expression, Fact, Holds, Path
from regcheck.model.from_syntax.applied import Lines, place_of, reading, silenced, take_over
from regcheck.model.from_syntax.clauses import formula_of
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.cycles import cycles
from regcheck.model.from_syntax.days import day_at
from regcheck.model.from_syntax.expressions import Measured, Measurer
from regcheck.model.from_syntax.findings import Broken, Findings, Place, both
from regcheck.model.from_syntax.headers import horizon_of
from regcheck.model.from_syntax.items import Kinds, by_name
from regcheck.model.from_syntax.lengths import reach
from regcheck.model.from_syntax.names_of_runs import Names, names_of
from regcheck.model.from_syntax.scope import scope_of
from regcheck.model.from_syntax.signatures import Fields, ProcedureSignature, Signatures
from regcheck.model.from_syntax.walking import mentioned
from regcheck.model.procedures import Limit, TimePeriod, day_of, first_day_of, last_day_of, new_last_day_of
from regcheck.model.specification import FieldDefinition
from regcheck.model.types import BoolType, DateType
from regcheck.syntax import ast

_SOME_DAYS = (date(2020, 1, 1), date(2039, 12, 31))
"""The days of a 手続 whose 検査期間 is missing or wrong: enough to go on looking for faults."""


class Course(Frozen):
    """What the first pass knows of a 手続. What is broken is missing, and `sound` is False."""

    item: ast.ProcedureItem
    lines: Lines
    names: Names
    horizon: tuple[date, date]
    days: tuple[date, date]
    periods: Mapping[str, TimePeriod]
    limits: Mapping[str, Limit]
    sound: bool


def with_runs(base: Signatures, items: Kinds, findings: Findings) -> tuple[Signatures, dict[str, Course]]:
    """The signatures with the runs of every 手続, and what is known of each, those it takes lines from first."""
    courses = dict[str, Course]()
    written = by_name(items, ast.ProcedureItem)
    for name, lines in take_over(written, Context(signatures=base, findings=findings)).items():
        context = Context(signatures=base, findings=findings)
        if not all(courses[source].sound for source in lines.sources):
            lines = replace(lines, lines=tuple(map(silenced, lines.lines)), sound=False)
        base, courses[name] = _course(context, written[name], lines)
    return base, courses


def _course(context: Context, item: ast.ProcedureItem, lines: Lines) -> tuple[Signatures, Course]:
    name, place, before = item.name.text, place_of(item), len(context.findings.found)
    horizon = _horizon(context, place, item)
    facts, known_subject = _facts(context, place, item)
    names = names_of(context, place, lines, facts)
    days = _widened(horizon or _SOME_DAYS, lines)
    named = dict[str, Expression | None]()
    run = ProcedureSignature(
        subject=item.subject.text if item.subject is not None and known_subject else "",
        horizon=horizon or _SOME_DAYS,
        actors=names.actors,
        days=named,
        periods=tuple(names.periods),
        rules=tuple(names.rules),
    )
    signatures = replace(
        context.signatures,
        subjects={**context.signatures.subjects, name: {**facts, **_event_facts(names, days)}},
        procedures={**context.signatures.procedures, name: run},
    )
    counting = _Counting(replace(context, signatures=signatures), place, names, named)
    counting.all()
    course = Course(
        item=item,
        lines=lines,
        names=names,
        horizon=run.horizon,
        days=days,
        periods=counting.periods,
        limits=counting.limits,
        sound=lines.sound and known_subject and not _faults(context.findings, before),
    )
    return signatures, course


def _faults(findings: Findings, before: int) -> bool:
    """Whether something was found since that breaks what it is about."""
    return any(each.code.severity is Severity.ERROR for each in findings.found[before:])


def _horizon(context: Context, place: Place, item: ast.ProcedureItem) -> tuple[date, date] | None:
    if item.horizon is None:
        context.findings.report(place, codes.time.NoHorizon(procedure=item.name.text), item.name.span)
        return None
    return horizon_of(context, place, item.horizon)


def _widened(horizon: tuple[date, date], lines: Lines) -> tuple[date, date]:
    """The days of all events: no chain of periods leads further, nor one more day for each event after it."""
    written = tuple(line.written for line in lines.lines)
    before, after = reach(written)
    return _moved(horizon[0], -before), _moved(horizon[1], after + len(written))


def _moved(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def _facts(context: Context, place: Place, item: ast.ProcedureItem) -> tuple[Fields, bool]:
    """The facts of the 対象, and whether it is there (or none is wanted)."""
    if item.subject is None:
        return {}, True
    try:
        return context.fields(context.subject(place, item.subject)), True
    except Broken:
        return {}, False


def _event_facts(names: Names, days: tuple[date, date]) -> dict[str, FieldDefinition]:
    dated = DateType(low=days[0], high=days[1])
    facts = dict[str, FieldDefinition]()
    for event, line in names.events.items():
        kinds: dict[str, BoolType | DateType] = {event: BoolType(), day_of(event): dated}
        if event in names.changing:
            kinds[new_last_day_of(event)] = dated
        for name, kind in kinds.items():
            facts[name] = FieldDefinition(name=name, type=kind, span=line.written.span)
    return facts


# ---------------------------------------------------------------- periods and limits


def changed_last_day(last: Expression, events: tuple[str, ...]) -> Expression:
    """The last day of a period that events may have changed, each after those before it."""
    for event in dict.fromkeys(events):
        then = Fact(path=Path(steps=(new_last_day_of(event),)))
        last = Choice(condition=Holds(path=Path(steps=(event,))), then=then, otherwise=last)
    return last


class _Counting:
    """Counts the periods and limits of one 手続, each after those that it is counted from."""

    def __init__(
        self, context: Context, place: Place, names: Names, days: dict[str, Expression | None]
    ) -> None:
        self.context, self.place, self.names, self.days = context, place, names, days
        self.periods = dict[str, TimePeriod]()
        self.limits = dict[str, Limit]()

    def all(self) -> None:
        lines = {**self.names.periods, **self.names.limits}
        needs = {
            name: [each for each in lines if each in mentioned(_counted_from(line.written))]
            for name, line in lines.items()
        }
        for cycle in tuple(cycles(needs)):
            self._report_cycle(cycle)
            for name in cycle:
                del needs[name]
        for name in TopologicalSorter(needs).static_order():
            if name in needs:
                self._name(name)
        self.periods = {name: self.periods[name] for name in self.names.periods if name in self.periods}
        self.limits = {name: self.limits[name] for name in self.names.limits if name in self.limits}

    def _report_cycle(self, cycle: tuple[str, ...]) -> None:
        lines = {**self.names.periods, **self.names.limits}

        def report(context: Context) -> None:
            payload = codes.time.CircularDays(cycle=(*cycle, cycle[0]))
            context.findings.report(self.place, payload, lines[cycle[0]].written.span, label=cycle[0])

        reading(self.context, lines[cycle[0]], report)
        for name in cycle:
            self._give_up(name)

    def _give_up(self, name: str) -> None:
        named = (first_day_of(name), last_day_of(name)) if name in self.names.periods else (name,)
        self.days.update(dict.fromkeys(named))

    def _name(self, name: str) -> None:
        line = self.names.periods.get(name) or self.names.limits[name]
        try:
            reading(self.context, line, lambda context: self._count(context, line.written))
        except Broken:
            self._give_up(name)

    def _count(self, context: Context, written: object) -> None:
        scope = scope_of(self.place, self.place.header.name)
        measurer = Measurer(context=context, scope=scope, conditions=formula_of)
        if isinstance(written, ast.PeriodLine):
            self._count_period(measurer, written)
        elif isinstance(written, ast.LimitLine):
            day = day_at(measurer, written.value)
            limit = Limit(name=written.name.text, day=day.expression, words=day.words, span=written.span)
            self.limits[limit.name] = limit
            self.days[limit.name] = limit.day

    def _count_period(self, measurer: Measurer, written: ast.PeriodLine) -> None:
        name = written.name.text
        first, last = _ends(measurer, written)
        rules = self.names.changes.get(name, ())
        events = tuple(self.names.event_of(rule) for rule in rules)
        in_force = changed_last_day(last.expression, events)
        self.periods[name] = TimePeriod(
            name=name,
            first=first.expression,
            last=last.expression,
            last_in_force=in_force,
            changes=rules,
            words=last.words if written.first is None else f"{first.words}から{last.words}まで",
            span=written.span,
        )
        self.days[first_day_of(name)] = first.expression
        self.days[last_day_of(name)] = in_force


def _counted_from(written: object) -> object:
    """A line without its own name."""
    match written:
        case ast.PeriodLine(first=first, last=last):
            return tuple(each for each in (first, last) if each is not None)
        case ast.LimitLine(value=value):
            return value
    return ()


def _ends(measurer: Measurer, written: ast.PeriodLine) -> tuple[Measured, Measured]:
    """First and last day; a period that is only counted begins on the day from which it is counted."""
    last = written.last
    if written.first is not None:
        first = written.first
        return both(lambda: day_at(measurer, first), lambda: day_at(measurer, last))
    assert isinstance(last, ast.PeriodExpr)
    if last.period.backward:
        payload = codes.time.NoFirstDay(period=written.name.text)
        raise measurer.context.findings.broken(measurer.scope.place, payload, written.span)
    return day_at(measurer, last.start), day_at(measurer, last)
