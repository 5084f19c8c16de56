"""The account of one run of a 手続: its days, what is out of order, where each rule stands and why.

Owns: the words of such an account in both languages, and its layout.
Refuses to know: how a run is judged (evaluation/runs.py), where it comes from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.diagnostics.diagnostic import Step
from regcheck.diagnostics.wording import Language
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.evaluation.procedures import Demand, happens
from regcheck.evaluation.runs import (
    Conduct,
    CountedDay,
    DemandConduct,
    KnownDay,
    KnownDays,
    RuleConduct,
    Standing,
)
from regcheck.evaluation.sentences import formula_text
from regcheck.evaluation.trace import Trace
from regcheck.model.formula import Compare, Formula, Holds
from regcheck.model.procedures import RuleKind
from regcheck.model.provisions import item_title
from regcheck.model.specification import Citation, Specification
from regcheck.render.conduct_words import WORDS, ConductWords
from regcheck.render.page import Line, Piece, Role, line
from regcheck.render.run import EN, JA, run_lines
from regcheck.source.width import pad

_ROLES = {
    Standing.BREACHED: Role.ERROR,
    Standing.OPEN: Role.WARNING,
    Standing.OBSERVED: Role.GOOD,
    Standing.USED: Role.GOOD,
    Standing.IDLE: Role.DIM,
}
_OUTCOMES = {TRUE: Role.GOOD, FALSE: Role.ERROR, UNKNOWN: Role.WARNING}
_COLUMN = 16
_TOLD = (Standing.BREACHED, Standing.OPEN)


def conduct_lines(
    spec: Specification, found: Conduct, steps: Iterable[Step], language: Language
) -> Iterator[Line]:
    """Whether the run is lawful, its days as a table, what is out of order, and its rules."""
    account = _Account(spec, found, WORDS[language])
    yield account.headline()
    table = tuple(steps)
    for row in run_lines(table, JA if language is Language.JA else EN) if table else ():
        yield line("  ", *row)
    for one in found.demands:
        yield from account.demand(one)
    for rule in found.rules.values():
        yield from account.rule(rule)


class _Account:
    """One run that is told in one language."""

    def __init__(self, spec: Specification, found: Conduct, words: ConductWords) -> None:
        self.spec, self.found, self.words = spec, found, words

    def headline(self) -> Line:
        title = item_title(self.spec.procedures[self.found.procedure].header)
        word = Piece(self.words.lawful[self.found.lawful], _OUTCOMES[self.found.lawful])
        return line(Piece(title, Role.HEADLINE), "  ", word)

    # ------------------------------------------------------------ order

    def demand(self, one: DemandConduct) -> Iterator[Line]:
        """What is out of order, or may be."""
        if one.truth is not TRUE:
            word = Piece(pad(self.words.order[one.truth], _COLUMN), _OUTCOMES[one.truth])
            yield line("  ", word, self._owed(one.demand))
            yield from self._reasons(one.trace, one.demand.event)

    def _owed(self, demand: Demand) -> str:
        """受理は、届出以後; 施行は、定められた範囲内; 延長は、審査期間の末日を認められた範囲内で改める."""
        if demand.before is not None:
            words = self.words.strictly_after if demand.before.strict else self.words.after
            return words.format(event=demand.event, other=demand.before.event)
        if demand.within is not None:
            words = demand.within.words or self.words.bounds
            return self.words.within.format(event=demand.event, bounds=words)
        return self.words.changed.format(event=demand.event, period=demand.period)

    # ------------------------------------------------------------ rules

    def rule(self, one: RuleConduct) -> Iterator[Line]:
        where = f"（{'、'.join(one.rule.header.provision)}）" if one.rule.header.provision else ""
        word = Piece(pad(self.words.standing(one), _COLUMN), _ROLES[one.standing])
        title = f"{one.rule.kind.value}「{one.rule.name}」{where}"
        days = "" if one.standing is Standing.IDLE else self._stretch(one.stretch)
        yield line("  ", word, title, Piece(f"  {days}" if days else "", Role.DIM))
        if one.standing in _TOLD:
            yield from self._details(one)

    def _details(self, one: RuleConduct) -> Iterator[Line]:
        """What happened instead, how the days were counted, why the power was not there, what the breach is called."""
        yield self._detail(self.words.happened, self._happened(one))
        for counted in _counted(one.stretch):
            yield from self._counting(counted)
        if one.rule.kind is RuleKind.POWER or one.standing is Standing.OPEN:
            yield from self._reasons(one.trace, one.rule.event)
        penalty = one.rule.penalty
        if penalty is not None and one.standing is Standing.BREACHED:
            sources = "、".join(_citation(source) for source in penalty.sources)
            yield self._detail(self.words.penalty, penalty.words + (f"（{sources}）" if sources else ""))

    def _detail(self, label: str, text: str) -> Line:
        return line("      ", Piece(label, Role.LABEL), f": {text}")

    def _happened(self, one: RuleConduct) -> str:
        on = self.found.events[one.rule.event].day
        told = self.words.happens[one.happens].format(event=one.rule.event)
        return told if one.happens is not TRUE else f"{told} {self._day(on)}".rstrip()

    def _counting(self, counted: CountedDay) -> Iterator[Line]:
        day = counted.reckoned.day
        yield self._detail(counted.words, f"{self.words.day(counted.start)} → {self.words.day(day)}")
        for reason in counted.reckoned.reasons:
            yield line("        ", Piece(reason.ja if self.words.is_japanese else reason.en, Role.DIM))

    def _reasons(self, trace: Trace, event: str) -> Iterator[Line]:
        """The conditions at the bottom on which it turned, but that the event itself happened."""
        for labels, formula, truth in _deciding(trace):
            if formula != happens(event) or truth is not TRUE:
                text = formula_text(self.spec, formula, denied=truth is FALSE)
                yield self._detail(self.words.because[truth], f"（{labels}）{text}" if labels else text)

    # ------------------------------------------------------------ days

    def _stretch(self, stretch: KnownDays) -> str:
        first = self._day(stretch.first) if stretch.first else ""
        last = self._day(stretch.last) if stretch.last else ""
        return self.words.stretch(first, last)

    def _day(self, known: KnownDay) -> str:
        """The day; from when to when it can lie; nothing if it is not there."""
        if known.there is FALSE or known.first is None or known.last is None:
            return ""
        first, last = self.words.day(known.first), self.words.day(known.last)
        return first if first == last else self.words.between.format(first=first, last=last)


def _deciding(trace: Trace) -> tuple[tuple[str, Formula, Kleene], ...]:
    """Comparisons and events that the truth rests on, each once, with the labels of the 号 that they stand in."""
    return tuple(dict.fromkeys(_bottom(trace, "")))


def _bottom(trace: Trace, labels: str) -> Iterator[tuple[str, Formula, Kleene]]:
    inside = labels + trace.label
    if isinstance(trace.formula, Compare | Holds):
        yield inside, trace.formula, trace.truth
    else:
        for reason in trace.reasons:
            yield from _bottom(reason, inside)


def _counted(stretch: KnownDays) -> tuple[CountedDay, ...]:
    ends = (end for end in (stretch.first, stretch.last) if end is not None)
    return tuple({(one.words, one.start): one for end in ends for one in end.counted}.values())


def _citation(citation: Citation) -> str:
    return f"{citation.source}{citation.provision}"
