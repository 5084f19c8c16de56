"""What became of verdicts that were checked again.

Owns: the certificate of a verdict, and certificates counted.
Refuses to know: how anything is checked again.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from regcheck.frozen import Frozen


class Agreement(StrEnum):
    """What became of a verdict the second time."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNDECIDED = "undecided"
    EXEMPT = "exempt"
    """There is no question that a solver could be asked."""


class Certificate(Frozen):
    """How a verdict was checked again: questions asked of the second solver, whether its case was run again."""

    agreement: Agreement
    questions: int = 0
    replayed: bool = False

    @property
    def is_exempt(self) -> bool:
        return self.agreement is Agreement.EXEMPT


class Tally(Frozen):
    """Certificates counted."""

    agreed: int
    questions: int
    replayed: int
    disagreed: int
    undecided: int


def tally(certificates: Iterable[Certificate]) -> Tally:
    """How many verdicts ended in which way."""
    listed = tuple(certificates)
    counts = {agreement: sum(c.agreement is agreement for c in listed) for agreement in Agreement}
    return Tally(
        agreed=counts[Agreement.AGREES],
        questions=sum(c.questions for c in listed),
        replayed=sum(c.replayed for c in listed),
        disagreed=counts[Agreement.DISAGREES],
        undecided=counts[Agreement.UNDECIDED],
    )
