"""Conditions of two versions: which cases one of them alone reaches.

Owns: gained and lost cases of a pair of conditions, and the kind of change that they make.
Refuses to know: which items have conditions.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.analysis.meanings.change import Case, ChangeKind, Version
from regcheck.analysis.meanings.parting import Bench, Open, Outcome, Parting, of_version
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.formula import And, Formula, Not, Or, Part
from regcheck.model.specification import Specification
from regcheck.proof.replay import truth

Words = tuple[str, str]
"""What is said of a case that a condition reaches, and of one that it does not."""

MET: Words = (TRUE.value, FALSE.value)


class Pair(Frozen):
    """A condition in each version, in the names of that version."""

    title: str
    subject: str
    earlier: Formula
    later: Formula
    words: Words = MET


class Moved(Frozen):
    """What one version alone reaches, and what nobody knows."""

    gained: Case | None = None
    lost: Case | None = None
    reason: str = ""

    @property
    def kind(self) -> ChangeKind:
        """A case on one side says nothing of the other, where nobody knows."""
        if self.reason:
            return ChangeKind.UNDECIDED
        if self.gained and self.lost:
            return ChangeKind.BOTH
        return ChangeKind.WIDER if self.gained else ChangeKind.NARROWER if self.lost else ChangeKind.SAME


def moved(bench: Bench, pair: Pair) -> Moved:
    """The cases in which the conditions part, either way."""
    found = {version: bench.find(parting_of(bench, pair, version)) for version in Version}
    reasons = [one.reason for one in found.values() if isinstance(one, Open)]
    gained, lost = found[Version.LATER], found[Version.EARLIER]
    return Moved(
        gained=gained if isinstance(gained, Case) else None,
        lost=lost if isinstance(lost, Case) else None,
        reason=reasons[0] if reasons else "",
    )


def parting_of(bench: Bench, pair: Pair, holds: Version) -> Parting:
    """Cases that the condition of one version alone reaches."""
    earlier = bench.joint.of_earlier(pair.earlier)
    reached, missed = (pair.later, earlier) if holds is Version.LATER else (earlier, pair.later)
    return Parting(
        title=pair.title,
        subject=pair.subject,
        formula=And(parts=(Part(body=reached), Part(body=Not(body=missed)))),
        outcome=lambda record: _outcome(bench, pair, record, holds),
    )


def _outcome(bench: Bench, pair: Pair, record: Record, holds: Version) -> Outcome | None:
    earlier, later = bench.joint.earlier, bench.joint.later
    before = truth(earlier, pair.earlier, of_version(earlier, record))
    after = truth(later, pair.later, of_version(later, record))
    if (before, after) != ((FALSE, TRUE) if holds is Version.LATER else (TRUE, FALSE)):
        return None
    yes, no = pair.words
    said = (no, yes) if after is TRUE else (yes, no)
    return Outcome(earlier=said[0], later=said[1], expected=tuple(_expected(later, pair.later, record)))


def _expected(spec: Specification, formula: Formula, record: Record) -> Iterator[tuple[Formula, bool]]:
    """What the later version says of the case, alternative by alternative; what the case leaves open is not said."""
    alternatives = [part.body for part in formula.parts] if isinstance(formula, Or) else [formula]
    for one in alternatives:
        found = truth(spec, one, of_version(spec, record))
        if found is not UNKNOWN:
            yield one, found is TRUE
