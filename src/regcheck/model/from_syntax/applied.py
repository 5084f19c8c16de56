"""準用: the lines that a 手続 takes over from others, with names read for others.

Owns: which lines are taken over, 読み替える, 手続 that apply each other, where findings about what is taken over go.
Refuses to know: what a line means.

A rule brings the events, periods and limits that it mentions, unless the 手続 has its own of that name. What is taken
over is text like any other: it is read again, in the 手続 that takes it over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.diagnostic import Annotation
from regcheck.frozen import Frozen, replace
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.cycles import cycles
from regcheck.model.from_syntax.findings import Broken, Findings, Place, gather
from regcheck.model.from_syntax.walking import mentioned, reread
from regcheck.model.procedures import Applied
from regcheck.model.specification import Header
from regcheck.syntax import ast

T = TypeVar("T")

OwnLine = ast.EventLine | ast.PeriodLine | ast.LimitLine | ast.RuleLine
"""Everything that a 手続 says itself."""


class Line(Frozen):
    """One line of a 手続, and the 準用 that brought it."""

    written: OwnLine
    taken: ast.AppliedLine | None = None
    silent: bool = False
    """Its 手続 is broken: what is wrong with it was said there."""


class Lines(Frozen):
    """All lines of a 手続; `sound` is False if some 準用 could not be followed."""

    lines: tuple[Line, ...] = ()
    applied: tuple[Applied, ...] = ()
    sources: tuple[str, ...] = ()
    sound: bool = True


def place_of(item: ast.ProcedureItem) -> Place:
    """The 手続 itself."""
    return Place(header=Header(name=item.name.text, keyword=Noun.PROCEDURE, span=item.span))


def take_over(items: Mapping[str, ast.ProcedureItem], context: Context) -> dict[str, Lines]:
    """The lines of every 手続, each after those it takes lines from."""
    return _TakingOver(items, context).all()


class _TakingOver:
    """Follows every 準用 once; those that go round in a circle are reported and not followed."""

    def __init__(self, items: Mapping[str, ast.ProcedureItem], context: Context) -> None:
        self.items, self.context = items, context
        self.done: dict[str, Lines] = {}
        self.circular = self._circular()

    def all(self) -> dict[str, Lines]:
        for name in self.items:
            self._lines(name)
        return self.done

    def _circular(self) -> frozenset[str]:
        graph = {name: [line.procedure.text for line in _applying(item)] for name, item in self.items.items()}
        found = set[str]()
        for cycle in cycles(graph):
            item = self.items[cycle[0]]
            line = next(line for line in _applying(item) if line.procedure.text == (*cycle, cycle[0])[1])
            payload = codes.time.CircularApplication(cycle=(*cycle, cycle[0]))
            self.context.findings.report(place_of(item), payload, line.span, label=line.procedure.text)
            found.update(cycle)
        return frozenset(found)

    def _lines(self, name: str) -> Lines:
        if name not in self.done:
            item = self.items[name]
            found = Lines(sound=name not in self.circular)
            for line in item.lines:
                found = self._with(item, found, line)
            self.done[name] = found
        return self.done[name]

    def _with(self, item: ast.ProcedureItem, found: Lines, line: ast.ProcedureLine) -> Lines:
        """With one line more, or with the lines that a 準用 brings."""
        if not isinstance(line, ast.AppliedLine):
            return replace(found, lines=(*found.lines, Line(written=line)))
        if item.name.text in self.circular:
            return found
        try:
            taken, applied = self._taking(item, found, line).lines()
        except Broken:
            return replace(found, sound=False)
        return replace(
            found,
            lines=(*found.lines, *taken),
            applied=(*found.applied, applied),
            sources=(*found.sources, applied.procedure),
        )

    def _taking(self, item: ast.ProcedureItem, found: Lines, line: ast.AppliedLine) -> _Taking:
        place, name = place_of(item), line.procedure.text
        self.context.lookup(place, line.procedure, self.items, Noun.PROCEDURE)
        source = self._lines(name)
        if not source.sound:
            raise Broken
        about = self.items[name].subject
        return _Taking(
            context=self.context,
            place=place,
            written=line,
            source=tuple(each.written for each in source.lines),
            own=frozenset(map(_key, (*_own(item), *(each.written for each in found.lines)))),
            facts=tuple(self.context.signatures.subjects.get(about.text, ())) if about is not None else (),
        )


class _Taking(Frozen):
    """One 準用: the lines of its source, and the names that the 手続 has already."""

    context: Context
    place: Place
    written: ast.AppliedLine
    source: tuple[OwnLine, ...]
    own: frozenset[tuple[bool, str]]
    facts: tuple[str, ...]
    """Of the 対象 that the source is about."""

    def lines(self) -> tuple[tuple[Line, ...], Applied]:
        rules = self._rules()
        names = {old.text: new.text for old, new in self.written.renamed}
        read = [reread(line, names, self._known(names)) for line in self.source]
        read = [_with_name(new, old) for new, old in zip(read, self.source, strict=True)]
        chosen = self._chosen(rules, read)
        self._check_renamed(frozenset[str]().union(*(mentioned(self.source[at]) for at in chosen)))
        applied = Applied(
            procedure=self.written.procedure.text,
            rules=tuple(line.name.text for line in (self.source[at] for at in chosen) if _is_rule(line)),
            renamed=names,
            span=self.written.span,
        )
        return tuple(Line(written=read[at], taken=self.written) for at in chosen), applied

    def _rules(self) -> frozenset[str]:
        """The rules that are named, or all but those left out."""
        known = {line.name.text: line for line in self.source if _is_rule(line)}

        def look(name: ast.Name) -> str:
            self.context.lookup(self.place, name, known, Noun.RULE)
            return name.text

        named = gather(look, self.written.rules or self.written.left_out)
        return frozenset(named) if self.written.rules else frozenset(known) - frozenset(named)

    def _known(self, names: Mapping[str, str]) -> frozenset[str]:
        """Names that are one name wherever they stand."""
        return frozenset((*names, *self.facts, *(line.name.text for line in self.source)))

    def _chosen(self, rules: frozenset[str], read: list[OwnLine]) -> list[int]:
        """The rules, and the other lines that they mention, however far; in the order of the source."""
        new = {_key(line): at for at, line in enumerate(read) if _key(line) not in self.own}
        chosen = {at for (is_rule, name), at in new.items() if is_rule and name in rules}
        others = {name: at for (is_rule, name), at in new.items() if not is_rule}
        waiting = list(chosen)
        while waiting:
            needed = {others[name] for name in mentioned(read[waiting.pop()]) if name in others} - chosen
            chosen |= needed
            waiting += needed
        return sorted(chosen)

    def _check_renamed(self, there: frozenset[str]) -> None:
        def check(pair: tuple[ast.Name, ast.Name]) -> None:
            name = pair[0]
            if name.text not in there:
                payload = codes.time.NothingToRead(name=name.text, procedure=self.written.procedure.text)
                raise self.context.findings.broken(self.place, payload, name.span)

        gather(check, self.written.renamed)


def _with_name(read: OwnLine, old: OwnLine) -> OwnLine:
    """A rule keeps its name, even if its event of the same name is read for another."""
    return replace(read, name=old.name) if _is_rule(old) else read


def _is_rule(line: OwnLine) -> bool:
    return isinstance(line, ast.RuleLine)


def _key(line: OwnLine) -> tuple[bool, str]:
    """Rules have names of their own; events, periods and limits share theirs."""
    return _is_rule(line), line.name.text


def _own(item: ast.ProcedureItem) -> list[OwnLine]:
    return [line for line in item.lines if not isinstance(line, ast.AppliedLine)]


def _applying(item: ast.ProcedureItem) -> list[ast.AppliedLine]:
    return [line for line in item.lines if isinstance(line, ast.AppliedLine)]


def silenced(line: Line) -> Line:
    """A line that was taken over from a 手続 that is broken."""
    return line if line.taken is None else replace(line, silent=True)


def reading(context: Context, line: Line, build: Callable[[Context], T]) -> T:
    """Build something of a line; what is wrong with a line that was taken over is said at its 準用."""
    if line.taken is None:
        return build(context)
    found = Findings()
    try:
        return build(replace(context, findings=found))
    finally:
        if line.silent:
            found.found.clear()
        here = Annotation(span=line.taken.span, label=line.taken.procedure.text)
        for diagnostic in found.found:
            others = (replace(each, primary=False) for each in diagnostic.annotations)
            moved = replace(diagnostic, annotations=(here, *others), fixes=())
            context.findings.found.append(moved)
