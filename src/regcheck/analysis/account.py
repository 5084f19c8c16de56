"""How an obligation was decided: what the ledger says of it besides its verdict.

Owns: the account of one obligation and of each of its questions.
Refuses to know: how it is made, how it is shown.
"""

from __future__ import annotations

from regcheck.frozen import Frozen
from regcheck.proof.certificate import Certificate
from regcheck.proof.obligation import How


class Asked(Frozen):
    """A question by its name: the answer that the verdict rests on (sat, unsat, unknown), its SMT-LIB text, and
    the steps that the solver takes for that text alone."""

    id: str
    expected: str
    text: str
    sha256: str
    rlimit: int | None = None


class Account(Frozen):
    """What decided an obligation, its question and then the premises, and how it was checked again."""

    by: How
    solver: str = ""
    asked: tuple[Asked, ...] = ()
    certificate: Certificate | None = None
