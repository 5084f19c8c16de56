"""Printed = proved: every pair asked of the prover, and what is written down of it.

Owns: the verdict of each pair as a line of the ledger, and the case in which two of a pair part.
Refuses to know: how words are made or read, terms, the solver.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from regcheck.analysis.account import Account
from regcheck.analysis.ledger import entry_of
from regcheck.analysis.report import Entry
from regcheck.calendar.dates import date_in_japanese
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.documents.print_proofs.pairs import DayPair, Finding, Pair, question_of, told_of
from regcheck.documents.print_proofs.parting_days import earliest_parting, parted
from regcheck.evaluation.evaluate import evaluate
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.provisions import item_title
from regcheck.model.specification import Specification
from regcheck.proof.decide import Decided
from regcheck.proof.evidence import case_text, evidence, facts
from regcheck.proof.minimise import minimised
from regcheck.proof.obligation import How, NoCase, Obligation, Refutation
from regcheck.proof.question import (
    Answer,
    Impossible,
    Labelled,
    Possible,
    Prover,
    Unanswered,
    Undecided,
)
from regcheck.proof.verdict import Verdict
from regcheck.source.numerals import to_kanji

if TYPE_CHECKING:
    from regcheck.analysis.ledger_file import Recorder

FAMILY = "print"
"""Of the lines of the ledger that say that printed words mean the same."""


class PrintProof(Frozen):
    """A line of the ledger for every pair that was proved, and what is wrong with the others."""

    entries: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def proved(self) -> int:
        """How many pairs were proved."""
        return len(self.entries)


def prove(
    spec: Specification, findings: Iterable[Finding], prover: Prover, recorder: Recorder | None = None
) -> PrintProof:
    """The proof of every pair; what was found besides is told as it is."""
    listed = tuple(findings)
    pairs = [one for one in listed if not isinstance(one, Diagnostic)]
    answers = prover.answers([question_of(pair) for pair in pairs])
    told: list[Diagnostic] = []
    proved: list[Pair | DayPair] = []
    for finding in listed:
        if isinstance(finding, Diagnostic):
            told.append(finding)
            continue
        found = tuple(_told(spec, finding, next(answers)))
        proved += () if found else (finding,)
        told += found
    next(answers, None)  # a prover that keeps what it found may end its work
    entries = tuple(_entries(spec, proved, recorder))
    withdrawn = tuple(entry.diagnostic for entry in entries if entry.diagnostic is not None)
    return PrintProof(entries=entries, diagnostics=(*told, *withdrawn))


# ---------------------------------------------------------------- the ledger


def _entries(
    spec: Specification, pairs: Sequence[Pair | DayPair], recorder: Recorder | None
) -> Iterator[Entry]:
    decided = [
        Decided(obligation=_obligation(pair, name), verdict=Verdict.PROVED)
        for name, pair in _named(pairs).items()
    ]
    if recorder is None:
        yield from (entry_of(one, "", Account(by=How.SOLVER)) for one in decided)
        return
    yield from (entry_of(one, "", account) for one, account in recorder.record(spec, decided, ""))


def _named(pairs: Sequence[Pair | DayPair]) -> Mapping[str, Pair | DayPair]:
    """print:指定基準「…」, print:ordinance/第二条第一項/…: what is printed twice in one place is counted."""
    found: dict[str, Pair | DayPair] = {}
    for pair in pairs:
        name = first = f"{FAMILY}:{pair.place}/{pair.name}" if pair.place else f"{FAMILY}:{pair.name}"
        count = 1
        while name in found:
            count += 1
            name = f"{first}/{to_kanji(count)}"
        found[name] = pair
    return found


def _obligation(pair: Pair | DayPair, name: str) -> Obligation:
    return Obligation(
        id=name,
        family=FAMILY,
        term=item_title(pair.header),
        ask=NoCase(question=question_of(pair), blame=_unblamed),
        provisions=pair.header.provision or (item_title(pair.header),),
        span=pair.header.span,
    )


def _unblamed(_refutation: Refutation) -> codes.internal.Unreplayed:
    """Only what is proved is written down."""
    return codes.internal.Unreplayed(obligation=FAMILY)


# ---------------------------------------------------------------- what parts


def _told(spec: Specification, pair: Pair | DayPair, answer: Answer) -> Iterator[Diagnostic]:
    match answer:
        case Impossible():
            return
        case Undecided(reason=reason) | Unanswered(reason=reason):
            yield told_of(pair.header, codes.documents.PrintUndecided(item=pair.name, reason=reason))
        case Possible(record=record):
            yield _days_part(spec, pair, record) if isinstance(pair, DayPair) else _parts(spec, pair, record)


def _parts(spec: Specification, pair: Pair, record: Record) -> Diagnostic:
    """The least case in which specification and words part."""
    record = minimised(spec, question_of(pair), record)
    wanted, found = (evaluate(spec, f, record).truth for f in (pair.wanted, pair.found))
    if wanted is found:
        return told_of(pair.header, codes.internal.Unreplayed(obligation=f"{pair.name}の条文"))
    payload = codes.documents.PrintDiffers(
        item=pair.name,
        subject=pair.subject,
        case=case_text(facts(spec, record)),
        by_specification=wanted.value,
        by_print=found.value,
    )
    shows = (
        Labelled(label="仕様", formula=pair.wanted),
        Labelled(label="条文", formula=pair.found),
    )
    return Diagnostic(
        payload=payload,
        annotations=(Annotation(span=pair.header.span),),
        evidence=evidence(spec, record, shows),
        anchor=item_title(pair.header),
    )


def _days_part(spec: Specification, pair: DayPair, record: Record) -> Diagnostic:
    """The earliest beginning from which specification and words come to two days."""
    procedure = spec.procedures[pair.subject]
    case = earliest_parting(procedure, pair.wanted, pair.found) or parted(pair.wanted, pair.found, record)
    if case is None:
        return told_of(pair.header, codes.internal.Unreplayed(obligation=f"{pair.name}の条文"))
    payload = codes.documents.PrintedDayDiffers(
        item=pair.name,
        case=case_text((what, date_in_japanese(day)) for what, day in case.started),
        by_specification=date_in_japanese(case.wanted),
        by_print=date_in_japanese(case.found),
    )
    return told_of(pair.header, payload)
