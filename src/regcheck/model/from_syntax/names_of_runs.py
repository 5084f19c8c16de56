"""The names of a 手続: events, periods, limits and rules, each once.

Owns: finding the lines by name, names that clash, events that come after each other in a circle.
Refuses to know: what the lines say besides.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.diagnostic import Payload
from regcheck.frozen import Frozen
from regcheck.model.from_syntax.applied import Line, Lines, reading
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.cycles import cycles
from regcheck.model.from_syntax.findings import Place
from regcheck.model.from_syntax.signatures import Fields
from regcheck.model.procedures import day_of, first_day_of, last_day_of, new_last_day_of
from regcheck.source.span import Span
from regcheck.syntax import ast


class Names(Frozen):
    """The lines of a 手続 by kind and name, and what its 権限 change."""

    events: Mapping[str, Line]
    periods: Mapping[str, Line]
    limits: Mapping[str, Line]
    rules: Mapping[str, Line]
    changes: Mapping[str, tuple[str, ...]]
    """The 権限 that change each period, in the order in which they apply: 短縮 after 延長."""
    changing: frozenset[str]
    """The events that set a new last day."""

    @property
    def actors(self) -> dict[str, str]:
        """By whom each event happens."""
        return {name: actor_of(line) for name, line in self.events.items()}

    def event_of(self, rule: str) -> str:
        return rule_line(self.rules[rule]).event.text


def actor_of(line: Line) -> str:
    """By whom an event happens, or ""."""
    written = line.written
    return written.actor.text if isinstance(written, ast.EventLine) and written.actor is not None else ""


def rule_line(line: Line) -> ast.RuleLine:
    """The line of a rule."""
    assert isinstance(line.written, ast.RuleLine)
    return line.written


def names_of(context: Context, place: Place, lines: Lines, facts: Fields) -> Names:
    """The names of a 手続; of those that clash, the first has the name."""
    rules = [line for line in lines.lines if isinstance(line.written, ast.RuleLine)]
    changing = frozenset(rule_line(r).event.text for r in rules if rule_line(r).change is not None)
    register = _Register(context, place, facts)
    named = {kind: register.all(kind, lines.lines, changing) for kind in _NOUNS}
    names = Names(
        events=named[ast.EventLine],
        periods=named[ast.PeriodLine],
        limits=named[ast.LimitLine],
        rules=named[ast.RuleLine],
        changes=_changes(named[ast.RuleLine], named[ast.EventLine]),
        changing=changing,
    )
    _check_order(context, place, names)
    return names


def _changes(rules: Mapping[str, Line], events: Container[str]) -> dict[str, tuple[str, ...]]:
    """By period: those that extend it, then those that shorten it; none whose event is not there."""
    found = dict[str, tuple[str, ...]]()
    for extends in (True, False):
        for name, line in rules.items():
            written = rule_line(line)
            change = written.change
            if change is not None and change.extends is extends and written.event.text in events:
                found[change.period.text] = (*found.get(change.period.text, ()), name)
    return found


_NOUNS: dict[type, Noun] = {
    ast.EventLine: Noun.EVENT,
    ast.PeriodLine: Noun.PERIOD,
    ast.LimitLine: Noun.LIMIT,
    ast.RuleLine: Noun.RULE,
}


class _Register:
    """Takes the names of lines, one after the other, and reports those that are taken."""

    def __init__(self, context: Context, place: Place, facts: Fields) -> None:
        self.context, self.place = context, place
        self.taken: dict[str, tuple[Noun, Line | None]] = dict.fromkeys(facts, (Noun.FACT, None))

    def all(self, kind: type, lines: tuple[Line, ...], changing: frozenset[str]) -> dict[str, Line]:
        """The lines of one kind by name."""
        found = dict[str, Line]()
        for line in lines:
            if isinstance(line.written, kind):
                self._add(found, line, _NOUNS[kind], changing)
        return found

    def _add(self, found: dict[str, Line], line: Line, noun: Noun, changing: frozenset[str]) -> None:
        name = line.written.name
        if name.text in found:
            repeated = codes.names.RepeatedPart(name=name.text, kind=_kind(line), item=self.place.item)
            self._report(line, repeated, name.span)
            return
        found[name.text] = line
        for each in _brought(line, changing):
            other = self.taken.setdefault(each, (noun, line))
            if other[1] is not line:
                clash = codes.time.ClashOfNames(name=each, kind=noun, other=other[0])
                self._report(line, clash, name.span)

    def _report(self, line: Line, payload: Payload, span: Span) -> None:
        def report(context: Context) -> None:
            context.findings.report(self.place, payload, span)

        reading(self.context, line, report)


def _kind(line: Line) -> Noun:
    return (
        Noun(line.written.keyword) if isinstance(line.written, ast.RuleLine) else _NOUNS[type(line.written)]
    )


def _brought(line: Line, changing: frozenset[str]) -> Iterator[str]:
    """The names that a line brings into sentences about runs; rules bring none."""
    name = line.written.name.text
    match line.written:
        case ast.EventLine():
            yield from (name, day_of(name))
            if name in changing:
                yield new_last_day_of(name)
        case ast.PeriodLine():
            yield from (name, first_day_of(name), last_day_of(name))
        case ast.LimitLine():
            yield name


def _check_order(context: Context, place: Place, names: Names) -> None:
    """Events that must each come after the next."""
    graph = {name: [before.event.text for before in _before(line)] for name, line in names.events.items()}
    for cycle in cycles(graph):
        line = names.events[cycle[0]]
        payload = codes.time.CircularEvents(cycle=(*cycle, cycle[0]))

        def report(context: Context, line: Line = line, payload: Payload = payload) -> None:
            context.findings.report(place, payload, line.written.span)

        reading(context, line, report)


def _before(line: Line) -> tuple[ast.BeforeText, ...]:
    return line.written.before if isinstance(line.written, ast.EventLine) else ()
