"""The 前提 on a 対象 do not contradict each other.

Owns: the obligations `consistency:`, on which everything else about the 対象 rests.
Refuses to know: what is proved from the 前提.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.model.specification import Specification, Subject
from regcheck.proof.asking import asked, consistency_id
from regcheck.proof.labels import is_own, item_label, provisions_of
from regcheck.proof.obligation import Obligation, Refutation, Settled, SomeCase
from regcheck.proof.verdict import Verdict


def consistency(spec: Specification) -> Iterator[Obligation]:
    """Refuted iff "all 前提 on the 対象 hold" is unsatisfiable."""
    for subject in spec.subjects.values():
        if is_own(spec, subject.header) or _has_own_assumption(spec, subject):
            yield _of_subject(spec, subject)


def _has_own_assumption(spec: Specification, subject: Subject) -> bool:
    return any(a.subject == subject.header.name and is_own(spec, a.header) for a in spec.assumptions.values())


def _of_subject(spec: Specification, subject: Subject) -> Obligation:
    """Without any 前提 there is nothing to contradict."""
    name = subject.header.name
    trivial = Settled(verdict=Verdict.PROVED)

    def blame(refutation: Refutation) -> Payload:
        return codes.dead.ContradictoryAssumptions(subject=name, core=refutation.core)

    return Obligation(
        id=consistency_id(name),
        family="consistency",
        term=item_label(subject.header),
        provisions=provisions_of(subject.header),
        span=subject.header.span,
        ask=SomeCase(question=asked(name), blame=blame) if spec.assumptions else trivial,
    )
