"""Printed periods are those of the specification: 期間, 期限 and stretches of 手続, read back from their words alone.

Owns: the days of each beside those of the specification: of a 期間 or 期限 by name, of a row of a plan, of the words in
a sentence.
Refuses to know: how words are made or read, how a pair is proved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from regcheck.analysis.report import Entry
from regcheck.analysis.timeline import Row, RowKind
from regcheck.analysis.timeline_words import row_name
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.drawn import Drawn
from regcheck.documents.from_statutory.failure import Unread
from regcheck.documents.from_statutory.periods import Span, Stretch, Timed, all_of, read_stretches
from regcheck.documents.print_proofs.pairs import DayPair, Finding, told_of
from regcheck.documents.print_proofs.prove import PrintProof, prove
from regcheck.frozen import Frozen
from regcheck.model.formula import Day, Expression, PeriodEnd
from regcheck.model.header import Header
from regcheck.model.procedures import Before, Event, Procedure, Within
from regcheck.model.specification import Specification
from regcheck.proof.question import Prover

if TYPE_CHECKING:
    from regcheck.analysis.ledger_file import Recorder

LONGEST = 120
"""Signs of the longest words that are tried at a place of a sentence."""


class Said(Frozen):
    """What is said of days, and of what in which 手続; `place` is where an ordinance says it."""

    timed: Timed
    name: str
    place: str = ""

    @property
    def procedure(self) -> Procedure:
        return self.timed.procedure

    @property
    def header(self) -> Header:
        return self.procedure.header

    def misses(self, what: str) -> Finding:
        return told_of(self.header, codes.documents.PrintMisses(item=self.name, what=what))

    def pair(self, end: str, wanted: Expression | None, found: Expression | None) -> Iterator[Finding]:
        """The two days as a pair; that one of them is there and the other is not."""
        if wanted is None or found is None:
            if wanted is not found:
                yield self.misses(end)
            return
        yield DayPair(
            name=f"{self.name}の{end}",
            header=self.header,
            subject=self.header.name,
            wanted=wanted,
            found=found,
            place=self.place,
        )


def prove_timelines(
    drawn: Sequence[Drawn], provers: Callable[[Specification], Prover], recorder: Recorder | None = None
) -> PrintProof:
    """The words of every plan, each proved against the specification of its time."""
    entries: list[Entry] = []
    told: list[Diagnostic] = []
    for spec in {id(one.spec): one.spec for one in drawn if one.spec is not None}.values():
        plans = [one.plan for one in drawn if one.spec is spec]
        rows = ((Timed.of(spec, spec.procedures[plan.procedure]), row) for plan in plans for row in plan.rows)
        found = [finding for timed, row in rows for finding in read_row(timed, row)]
        proof = prove(spec, found, provers(spec), recorder)
        entries += proof.entries
        told += proof.diagnostics
    return PrintProof(entries=tuple(entries), diagnostics=tuple(told))


def read_period(timed: Timed, name: str, words: str, place: str = "") -> Iterator[Finding]:
    """A 期間 or 期限 as its words say it."""
    kind = "期間" if name in timed.procedure.periods else "期限"
    said = Said(timed=timed, name=f"手続「{timed.procedure.header.name}」の{kind}「{name}」", place=place)
    yield from _read(said, words, lambda spans: _period(said, name, spans))


def read_row(timed: Timed, row: Row) -> Iterator[Finding]:
    """What a row of a plan says of its days; nothing for one that says nothing."""
    procedure = timed.procedure
    said = Said(
        timed=timed,
        name=f"手続「{procedure.header.name}」の{row.kind}「{row_name(row)}」",
        place="timelines",
    )
    if not row.words and not _owes_words(procedure, row):
        return
    match row.kind:
        case RowKind.PERIOD | RowKind.LIMIT:
            yield from _read(said, row.words, lambda spans: _period(said, row.name, spans))
        case RowKind.EVENT:
            yield from _read(said, row.words, lambda spans: _event(said, procedure.events[row.name], spans))
        case _:
            within = procedure.rules[row.name].within
            yield from _read(said, row.words, lambda spans: _within(said, within, spans), row.name)


def _owes_words(procedure: Procedure, row: Row) -> bool:
    """Whether the days of the row come from something that has words."""
    match row.kind:
        case RowKind.PERIOD | RowKind.LIMIT:
            return True
        case RowKind.EVENT:
            event = procedure.events[row.name]
            return bool(event.after or _told(event))
        case _:
            return bool(procedure.rules[row.name].within.words)


def _read(
    said: Said, words: str, held: Callable[[Sequence[Span]], Iterator[Finding]], rule: str = ""
) -> Iterator[Finding]:
    """What a reader finds, held against the specification; or that it could not read."""
    try:
        yield from held(read_stretches(words, said.timed, rule) if words else ())
    except Unread as error:
        unread = codes.documents.PrintUnreadable(item=said.name, near=error.near, line=error.line)
        yield told_of(said.header, unread)


# ---------------------------------------------------------------- 期間, 期限, stretches, 事象


def _period(said: Said, name: str, spans: Sequence[Span]) -> Iterator[Finding]:
    stretches = [span for span in spans if isinstance(span, Stretch)]
    if len(stretches) != 1 or len(spans) != 1:
        yield said.misses("日")
        return
    (found,) = stretches
    if name in said.procedure.limits:
        yield from said.pair("日", said.procedure.limits[name].day, found.last)
        return
    period = said.procedure.periods[name]
    yield from said.pair("初日", period.first, found.counted_from or found.first)
    yield from said.pair("末日", period.last, found.last)


def _within(said: Said, within: Within, spans: Sequence[Span]) -> Iterator[Finding]:
    """The stretch of a rule. Of 三十日を経過する日まで it is open whether it begins with the day that is counted from."""
    stretches = [span for span in spans if isinstance(span, Stretch)]
    if len(stretches) != len(spans) or not stretches:
        yield said.misses("日の範囲")
        return
    found = all_of(stretches)
    first = found.first
    if first is None and within.first is not None:
        first = found.counted_from
    yield from said.pair("初日", within.first, first)
    yield from said.pair("末日", within.last, found.last)


def _event(said: Said, event: Event, spans: Sequence[Span]) -> Iterator[Finding]:
    """What goes before an event, and its bounds; fixed days stand in columns of their own."""
    before = [span for span in spans if isinstance(span, Before)]
    if before != list(dict.fromkeys(event.after)):
        yield said.misses("先に起こる事象")
    stretches, wanted = [span for span in spans if isinstance(span, Stretch)], _told(event)
    if len(stretches) != len(wanted):
        yield said.misses("日の範囲")
        return
    for within, found in zip(wanted, stretches, strict=True):
        yield from said.pair("初日", within.first, found.first)
        yield from said.pair("末日", within.last, found.last)


def _told(event: Event) -> list[Within]:
    """The bounds that are counted, each once."""
    counted = [w for w in event.within if w.words and not isinstance(w.last or w.first, Day)]
    return list({within.words: within for within in counted}.values())


# ---------------------------------------------------------------- in a sentence


def read_periods(timed: Timed, names: Sequence[str], sentence: str, place: str = "") -> Iterator[Finding]:
    """期間 and 期限 of a 手続 in the order in which a sentence has them, as its words say them."""
    there = [*stretches_in(sentence, timed)]
    for at, name in enumerate(names):
        more = len(there) - (len(names) - at)  # counted days that a drafter wrote are passed over
        found = next((n for n, words in enumerate(there[: more + 1]) if _is_same(timed, name, words)), 0)
        words = there[found] if found < len(there) else sentence
        there = there[found + 1 :]
        yield from read_period(timed, name, words, place)


def _is_same(timed: Timed, name: str, words: str) -> bool:
    pairs = list(read_period(timed, name, words))
    return all(isinstance(pair, DayPair) and pair.wanted == pair.found for pair in pairs)


def stretches_in(text: str, timed: Timed) -> tuple[str, ...]:
    """The words of a sentence that are counted days or stretches between days, the longest from each beginning."""
    found: list[str] = []
    at = 0
    while at < len(text):
        words = _longest_at(text, at, timed) if _begins(text, at, timed) else ""
        found += [words] if words else []
        at += len(words) or 1
    return tuple(found)


def _begins(text: str, at: int, timed: Timed) -> bool:
    procedure = timed.procedure
    names = (*procedure.events, *procedure.periods, *procedure.limits, *timed.facts)
    return any(text.startswith(name, at) for name in names)


def _longest_at(text: str, at: int, timed: Timed) -> str:
    for end in range(min(len(text), at + LONGEST), at, -1):
        try:
            spans = read_stretches(text[at:end], timed)
        except Unread:
            continue
        return text[at:end] if len(spans) == 1 and _is_counted(spans[0]) else ""
    return ""


def _is_counted(span: Span) -> bool:
    """More than a day that is named."""
    if not isinstance(span, Stretch):
        return False
    ends = [end for end in (span.first, span.last) if end is not None]
    return any(isinstance(end, PeriodEnd) for end in ends) or (len(ends) == 2 and ends[0] != ends[1])
