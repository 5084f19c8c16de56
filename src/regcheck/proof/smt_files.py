"""Questions as SMT-LIB files that any solver decides and a reader understands.

Owns: the claims of a question in terms, its text with a comment in Japanese, the name of its file.
Refuses to know: solvers, folders, verdicts beyond the answer that is expected.
"""

from __future__ import annotations

import re
from hashlib import sha256

from regcheck.evaluation.sentences import formula_text
from regcheck.frozen import Frozen
from regcheck.logic.layout import Layout, Planner
from regcheck.logic.terms import Term, Terms
from regcheck.model.specification import Specification
from regcheck.proof.claims import Claimant, Claims, asserted, one_line
from regcheck.proof.conjuncts import refined
from regcheck.proof.posed import Posed
from regcheck.proof.question import Question
from regcheck.proof.smtlib import Script

SUFFIX = ".smt2"
_LONGEST_NAME = 150
"""Bytes of a file name that come from the id; file systems take 255."""

_STATUS = {True: "sat", False: "unsat", None: "unknown"}


def status(possible: bool | None) -> str:
    """sat, unsat or unknown: the answer as SMT-LIB calls it."""
    return _STATUS[possible]


class Stated(Frozen):
    """A question in terms; those of one layout share their terms."""

    layout: Layout
    terms: Terms
    claims: Claims

    @property
    def wanted(self) -> tuple[Term, ...]:
        """What must hold."""
        return tuple(claim.term for claim in self.claims.claims)


class Stater:
    """States the questions of one specification in terms."""

    def __init__(self, spec: Specification) -> None:
        self.spec = spec
        self._planner = Planner(spec)
        self._claimants: dict[Layout, Claimant] = {}

    def state(self, question: Question) -> Stated | None:
        """The question cut into clauses, as the prover is asked it; None if it is too deep to be read."""
        try:
            return self._state(refined(self.spec, question))
        except RecursionError:
            self._claimants.clear()  # what was half compiled must not be used again
            return None

    def _state(self, question: Question) -> Stated:
        formulas = [part.formula for part in question.parts]
        layout, premises = self._planner.plan(question.subject, formulas, assume=question.assume)
        if layout not in self._claimants:
            self._claimants[layout] = Claimant(self._planner.compiler(layout))
        claimant = self._claimants[layout]
        claims = claimant.claims_of(question, premises)
        return Stated(layout=layout, terms=claimant.compiler.terms, claims=claims)


def smt_text(spec: Specification, posed: Posed, stated: Stated) -> str:
    """The file of a question: what it asks, the expected answer, declarations and assertions."""
    lines = [
        *(f"; {line}" for line in _comment(spec, posed)),
        "(set-logic QF_LIA)",
        f"(set-info :status {status(posed.possible)})",
        asserted(Script(stated.terms), stated.claims),
        "(check-sat)",
    ]
    return "\n".join(lines) + "\n"


def _comment(spec: Specification, posed: Posed) -> list[str]:
    question = posed.question
    asked = f"次の全てに当たる「{one_line(question.subject)}」があるか"
    within = "。前提を全て満たすものに限る" if question.assume else ""
    parts = [f"・{part.label}　{formula_text(spec, part.formula)}" for part in question.parts]
    answer = {True: "ある（sat）", False: "ない（unsat）", None: "決まっていない"}[posed.possible]
    return [
        f"検査　{one_line(posed.id)}",
        f"問い　{asked}{within}",
        *map(one_line, parts),
        f"答え　{answer}",
    ]


def file_name(name: str) -> str:
    """A file name for the name of a question: its letters as far as file systems take them, and a digest."""
    kept = re.sub(r"[^\w・.-]+", "_", name).strip("._")
    cut = kept.encode()[:_LONGEST_NAME].decode(errors="ignore")
    return f"{cut}.{sha256(name.encode()).hexdigest()[:8]}{SUFFIX}"


def is_file_name(name: str) -> bool:
    """Whether a file may have been named so."""
    return re.search(r"\.[0-9a-f]{8}\.smt2$", name) is not None
