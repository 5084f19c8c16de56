"""The record of what was decided: questions as texts, the steps they take, a second opinion.

Owns: what is made of decided obligations for the ledger.
Refuses to know: JSON, files, which solvers there are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from regcheck.analysis.account import Account, Asked
from regcheck.digests import sha256
from regcheck.frozen import Frozen
from regcheck.model.specification import Specification
from regcheck.proof.certificate import Certificate
from regcheck.proof.certify import certify, contradicted
from regcheck.proof.decide import Decided
from regcheck.proof.obligation import How
from regcheck.proof.posed import Posed, decided_by, posed
from regcheck.proof.recheck import Second
from regcheck.proof.smt_files import smt_text, status
from regcheck.proof.solver import Outcome
from regcheck.proof.stating import Stater

if TYPE_CHECKING:  # only the ledger tells steps
    from regcheck.proof.counting import Count, StepCounter

Recorded = tuple[Decided, Account]
"""An obligation as it stands after it was checked again, and its account."""


class Recorder(Frozen):
    """What is written down, and what with: without a counter no steps, without a second solver no certificates."""

    solver: str
    texts: bool = False
    witnesses: bool = False
    """Whether a proof by a case tells it."""
    counter: StepCounter | None = None
    second: Callable[[], Second] | None = None

    def record(
        self, spec: Specification, decided: Sequence[Decided], mark: str, stater: Stater | None = None
    ) -> list[Recorded]:
        """Each obligation with its account; `mark` tells epochs apart. What the `stater` has in terms is not put so
        again."""
        stater = stater or Stater(spec)
        certified = certify(spec, decided, self.second, stater) if self.second else None
        listed = [certified[i] if certified else (one, None) for i, one in enumerate(decided)]
        texts = [self._texts(spec, stater, one, mark) for one in decided]
        counts = self._counts(decided, texts)
        return [
            self._recorded(before, after, certificate, asked, counts)
            for before, (after, certificate), asked in zip(decided, listed, texts, strict=True)
        ]

    def _texts(
        self, spec: Specification, stater: Stater, decided: Decided, mark: str
    ) -> list[tuple[Posed, str]]:
        """The questions of an obligation with their texts."""
        if not self.texts:
            return []
        asked = [(question, stater.refined(question.question)) for question in posed(decided, mark)]
        return [(q, smt_text(spec, q, stated)) for q, stated in asked if stated is not None]

    def _counts(
        self, decided: Sequence[Decided], texts: Sequence[list[tuple[Posed, str]]]
    ) -> dict[str, Count]:
        """The steps of each text that a solver decided."""
        if self.counter is None:
            return {}
        pairs = zip(decided, texts, strict=True)
        wanted = [text for one, asked in pairs if decided_by(one) is How.SOLVER for _, text in asked]
        return dict(self.counter.counts(wanted))

    def _recorded(
        self,
        before: Decided,
        after: Decided,
        certificate: Certificate | None,
        asked: Iterable[tuple[Posed, str]],
        counts: dict[str, Count],
    ) -> Recorded:
        by = decided_by(before)
        listed: list[Asked] = []
        for question, text in asked:
            count = counts.get(text)
            if count is not None and count.outcome not in (Outcome.UNKNOWN, _expected(question, count)):
                after, certificate = contradicted(after, question, count.outcome)
            listed.append(
                Asked(
                    id=question.id,
                    expected=status(question.possible),
                    text=text,
                    sha256=sha256(text.encode()).hexdigest(),
                    rlimit=count.steps if count is not None else None,
                )
            )
        solver = self.solver if by is How.SOLVER else ""
        return after, Account(by=by, solver=solver, asked=tuple(listed), certificate=certificate)


def _expected(question: Posed, count: Count) -> Outcome:
    """What the verdict says that a solver must answer; anything if it says nothing."""
    if question.possible is None:
        return count.outcome
    return Outcome.SATISFIABLE if question.possible else Outcome.UNSATISFIABLE
