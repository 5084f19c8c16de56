"""What has become of the meaning of an item: the data that a comparison of two versions gives.

Owns: the kinds of change, the cases that show them, and what stands with them.
Refuses to know: how a change is found, how it is put into words (words.py) or on a page.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from regcheck.diagnostics.diagnostic import Diagnostic, Evidence
from regcheck.frozen import Frozen, detail
from regcheck.model.case import Record


class ChangeKind(StrEnum):
    """What the later version says beside the earlier one.

    WIDER: it reaches cases that the earlier one did not, and loses none; NARROWER is the opposite; BOTH: some gained
    and some lost. DIFFERENT: another outcome, day or rule, where nothing is wide or narrow. UNDECIDED: nobody knows,
    for the `reason` of the change.
    """

    SAME = "same"
    WIDER = "wider"
    NARROWER = "narrower"
    BOTH = "both"
    DIFFERENT = "different"
    NEW = "new"
    REMOVED = "removed"
    UNDECIDED = "undecided"


class Version(StrEnum):
    """改正前 and 改正後."""

    EARLIER = "earlier"
    LATER = "later"


class Ground(StrEnum):
    """Why nothing has changed: the text says the same, word for word through all that it names; or it was proved."""

    IDENTITY = "identity"
    PROOF = "proof"


class Case(Frozen):
    """A smallest case in which the versions part, replayed by the evaluator in both."""

    subject: str
    words: str
    """病床数が400床: its deciding facts as the beginning of a sentence; "" if no fact matters."""
    earlier: str
    later: str
    """What each version says of it: 該当, 非該当, a value of a 区分表, a day."""
    evidence: Evidence
    record: Record = detail()
    """The same as a record; what is open in it does not matter."""
    only_in: Version | None = None
    """The version whose 前提 and types alone allow such a case; None if both do."""
    unshared: tuple[str, ...] = ()
    """Facts of the case that one version alone knows."""
    since: date | str | None = None
    """Of a 段階: the first day on which such a case differs, or the name of the 未確定 that stands for it."""
    rows: tuple[int | None, int | None] | None = None
    """Of a 区分表: the rows, from 1, that decide in the earlier and in the later version."""


class Change(Frozen):
    """What has become of one item. Its key among the changes is its title: 指定基準「X」, 手続「Y」の期間「Z」."""

    title: str
    """By its name in the later version; of a REMOVED item in the earlier one."""
    kind: ChangeKind
    gained: Case | None = None
    """A case that the later version alone reaches."""
    lost: Case | None = None
    """A case that the earlier version alone reaches."""
    parted: Case | None = None
    """Of a DIFFERENT item: a case with another outcome or day; None where the difference is no matter of cases."""
    further: tuple[Case, ...] = ()
    """Of a 区分表: cases that other rows decide."""
    is_all: bool = True
    """Whether no other rows part the versions."""
    was: str = ""
    """The title in the earlier version, if it was another."""
    provisions: tuple[str, ...] = ()
    """条項 in the later version."""
    earlier_provisions: tuple[str, ...] = ()
    ground: Ground | None = None
    """Of a SAME item."""
    reason: str = ""
    """Why it is UNDECIDED, or in what it is DIFFERENT."""
    diagnostic: Diagnostic | None = None
    """The finding of an UNDECIDED item."""

    @property
    def cases(self) -> tuple[Case, ...]:
        """All cases that it is told with."""
        told = (self.gained, self.lost, self.parted, *self.further)
        return tuple(case for case in told if case is not None)
