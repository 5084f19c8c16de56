"""The second pass over 手続: bounds of events, rules.

Owns: Course → Procedure, one function for each kind of line.
Refuses to know: 準用 (applied.py), periods, limits and the facts of runs (runs.py), stretches (stretches.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import TypeVar

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.frozen import replace
from regcheck.model.formula import Day, Expression, Formula, Truth
from regcheck.model.from_syntax.applied import Line, reading, silenced
from regcheck.model.from_syntax.clauses import formula_of
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.days import day_at
from regcheck.model.from_syntax.expressions import Measurer
from regcheck.model.from_syntax.findings import Broken, Place, both, gather
from regcheck.model.from_syntax.headers import citations, header_from
from regcheck.model.from_syntax.names_of_runs import actor_of, rule_line
from regcheck.model.from_syntax.runs import Course, changed_last_day
from regcheck.model.from_syntax.scope import Scope, scope_of
from regcheck.model.from_syntax.stretches import stretch, stretch_of
from regcheck.model.grounds import grounds_of
from regcheck.model.procedures import (
    Before,
    Change,
    Event,
    Penalty,
    Procedure,
    Rule,
    RuleKind,
    Within,
    last_day_of,
)
from regcheck.model.specification import Header
from regcheck.syntax import ast

M = TypeVar("M")


def build_procedures(
    context: Context, courses: Mapping[str, Course], header: Callable[[ast.ProcedureItem], Header]
) -> dict[str, Procedure]:
    """Each 手続 that is sound, and takes nothing over from one that is not."""
    built = dict[str, Procedure]()
    for name, course in courses.items():
        if not all(source in built for source in course.lines.sources):
            course = replace(course, sound=False)
        with suppress(Broken):
            built[name] = _procedure(context, header(course.item), course)
    return built


def _procedure(context: Context, header: Header, course: Course) -> Procedure:
    """手続, with what it takes over from others; all its lines are read, even if it is broken already."""
    place, names = Place(header=header), course.names
    builder = _Lines(context, place, course)
    events, rules = both(
        lambda: builder.each(names.events, builder.event), lambda: builder.each(names.rules, builder.rule)
    )
    if not course.sound:
        raise Broken
    return Procedure(
        header=header,
        subject=course.item.subject.text if course.item.subject is not None else "",
        horizon=course.horizon,
        days=course.days,
        events=events,
        periods=course.periods,
        limits=course.limits,
        rules=rules,
        applied=course.lines.applied,
    )


class _Lines:
    """Builds the lines of one 手続."""

    def __init__(self, context: Context, place: Place, course: Course) -> None:
        self.context, self.place, self.course = context, place, course

    def each(self, lines: Mapping[str, Line], build: Callable[[Context, Line], M]) -> dict[str, M]:
        """Every line by name, so that all faults are reported."""

        def one(pair: tuple[str, Line]) -> tuple[str, M]:
            name, line = pair
            line = line if self.course.sound else silenced(line)
            return name, reading(self.context, line, lambda context: build(context, line))

        return dict(gather(one, lines.items()))

    # ------------------------------------------------------------ events

    def event(self, context: Context, line: Line) -> Event:
        written = line.written
        assert isinstance(written, ast.EventLine)
        measurer = Measurer(context=context, scope=self._scope(self.place), conditions=formula_of)
        limited = [each for each in written.before if each.event.text in self.course.names.limits]
        after, within = both(
            lambda: gather(
                lambda each: self._before(context, each),
                [each for each in written.before if each not in limited],
            ),
            lambda: gather(lambda each: stretch(measurer, each), [*map(_since, limited), *written.within]),
        )
        within = (*within, *_fixed(measurer, written))
        event = Event(
            name=written.name.text, actor=actor_of(line), after=after, within=within, span=written.span
        )
        self._check_days(context, event)
        return event

    def _before(self, context: Context, written: ast.BeforeText) -> Before:
        self._known_event(context, self.place, written.event)
        return Before(event=written.event.text, strict=written.strict)

    def _known_event(self, context: Context, place: Place, name: ast.Name) -> None:
        procedure = self.place.header.name
        if name.text not in self.course.names.events:
            raise context.unknown(
                place, name.text, name.span, Noun.EVENT, self.course.names.events, procedure
            )

    def _check_days(self, context: Context, event: Event) -> None:
        """Fixed bounds leave the event a day on which it is looked for."""
        begins = not event.after and all(_is_fixed(within) for within in event.within)
        first, last = self.course.horizon if begins else self.course.days
        for within in event.within:
            early = within.last.value if isinstance(within.last, Day) else last
            late = within.first.value if isinstance(within.first, Day) else first
            if early < first or late > last:
                day = early if early < first else late
                payload = codes.time.OutsideHorizon(event=event.name, day=day, first=first, last=last)
                raise context.findings.broken(self.place, payload, within.span)

    # ------------------------------------------------------------ rules

    def rule(self, context: Context, line: Line) -> Rule:
        written = rule_line(line)
        header = header_from(context, written.header, written.name.text, Noun(written.keyword), written.span)
        scope = self._scope(Place(header=header, above=self.place.item))
        reader = _RuleReader(self._before_change(context, written), scope, written, self.course)
        return reader.rule(header)

    def _scope(self, place: Place) -> Scope:
        return scope_of(place, self.place.header.name)

    def _before_change(self, context: Context, written: ast.RuleLine) -> Context:
        """The days as they are before the rule itself changes one of them."""
        period = None if written.change is None else self.course.periods.get(written.change.period.text)
        if period is None or written.event.text not in self.course.names.events:
            return context
        events = [self.course.names.event_of(rule) for rule in period.changes]
        earlier = tuple(events[: events.index(written.event.text)])
        name, signatures = self.place.header.name, context.signatures
        run = signatures.procedures[name]
        days = {**run.days, last_day_of(period.name): changed_last_day(period.last, earlier)}
        procedures = {**signatures.procedures, name: replace(run, days=days)}
        return replace(context, signatures=replace(signatures, procedures=procedures))


def _is_fixed(within: Within) -> bool:
    """Whether a bound rests on no other event."""
    return all(day is None or isinstance(day, Day) for day in (within.first, within.last))


def _since(written: ast.BeforeText) -> ast.WithinText:
    """回答期限以後, which has the form of an event that goes before."""
    word = ast.WithinWord.AFTER if written.strict else ast.WithinWord.SINCE
    return ast.WithinText(
        word=word, value=ast.PathName(steps=(written.event,), span=written.event.span), span=written.span
    )


def _fixed(measurer: Measurer, written: ast.EventLine) -> tuple[Within, ...]:
    """The one day of an event that has a day."""
    if written.day is None:
        return ()
    day = day_at(measurer, written.day)
    return (Within(first=day.expression, last=day.expression, words=day.words, span=day.span),)


class _RuleReader:
    """Reads one rule; all its faults are reported."""

    def __init__(self, context: Context, scope: Scope, written: ast.RuleLine, course: Course) -> None:
        self.context, self.scope, self.written, self.course = context, scope, written, course
        self.measurer = Measurer(context=context, scope=scope, conditions=formula_of)
        self.title = scope.place.item

    def rule(self, header: Header) -> Rule:
        written = self.written
        clauses = () if written.when is None else (written.when,)
        clauses = (*clauses, *(each.body for each in written.exceptions))
        (_, formulas), (within, (change, in_force)) = both(
            lambda: both(self._check_event, lambda: gather(self._formula, clauses)),
            lambda: both(self._within, lambda: both(self._change, self._in_force)),
        )
        when = formulas[0] if written.when is not None else Truth(value=True)
        return Rule(
            name=written.name.text,
            kind=RuleKind(written.keyword),
            actor=written.actor.text,
            event=written.event.text,
            when=when,
            grounds=grounds_of(when, self.course.names.events),
            exceptions=formulas[len(formulas) - len(written.exceptions) :],
            within=within,
            change=change,
            header=header,
            in_force_from=in_force,
            penalty=self._penalty(),
            span=written.span,
        )

    def _formula(self, clause: ast.Clause) -> Formula:
        return formula_of(self.context, replace(self.scope, about=self.written.event.text), clause)

    def _check_event(self) -> None:
        """The event is declared, and done by the one of whom the rule speaks."""
        name, actor, events = self.written.event, self.written.actor, self.course.names.events
        if name.text not in events:
            place, procedure = self.scope.place, self.course.item.name.text
            raise self.context.unknown(place, name.text, name.span, Noun.EVENT, events, procedure)
        wanted = actor_of(events[name.text])
        if wanted and wanted != actor.text:
            payload = codes.time.WrongActor(rule=self.title, event=name.text, found=actor.text, wanted=wanted)
            raise self.context.findings.broken(self.scope.place, payload, actor.span)

    def _within(self) -> Within:
        return stretch_of(self.measurer, self.written.within)

    def _change(self) -> Change | None:
        change = self.written.change
        if change is None:
            return None
        limit, _ = both(lambda: self._limit(change), lambda: self._check_period(change.period))
        return Change(period=change.period.text, extends=change.extends, limit=limit)

    def _check_period(self, name: ast.Name) -> None:
        place, procedure, periods = self.scope.place, self.course.item.name.text, self.course.names.periods
        if name.text not in periods:
            raise self.context.unknown(place, name.text, name.span, Noun.PERIOD, periods, procedure)
        event = self.written.event.text
        changed = [p for p in periods if self._by(event, self.course.names.changes.get(p, ()))]
        if changed and changed[0] != name.text:
            payload = codes.time.TwoPeriodsChanged(event=event, periods=tuple(changed))
            raise self.context.findings.broken(place, payload, self.written.event.span)

    def _by(self, event: str, rules: Iterable[str]) -> bool:
        return any(self.course.names.event_of(rule) == event for rule in rules)

    def _limit(self, change: ast.ChangeText) -> Expression | None:
        return None if change.limit is None else day_at(self.measurer, change.limit).expression

    def _in_force(self) -> Expression | None:
        written = self.written.in_force
        return None if written is None else day_at(self.measurer, written).expression

    def _penalty(self) -> Penalty | None:
        written = self.written.penalty
        if written is None:
            return None
        return Penalty(
            words=written.words, sources=citations(self.context, self.scope.place, written.sources)
        )
