"""The result of a check: the ledger of obligations and the diagnostics, ready to be shown.

Owns: the shape of the result that renderers, documents and the command line read.
Refuses to know: how it is shown, where it is stored, how a verdict was reached.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from regcheck.diagnostics.diagnostic import Diagnostic, Evidence, Severity
from regcheck.frozen import Frozen, field
from regcheck.model.specification import Specification
from regcheck.proof.obligation import How
from regcheck.proof.verdict import Verdict, worst
from regcheck.source.span import SourceText, Span

if TYPE_CHECKING:  # few runs ask for accounts
    from regcheck.analysis.account import Account
    from regcheck.proof.certificate import Certificate


class Entry(Frozen):
    """One obligation in the ledger. `id` is stable: family:term[/part]. `rests_on` are provisions and 前提."""

    id: str
    family: str
    term: str
    provisions: tuple[str, ...]
    verdict: Verdict
    rests_on: Sequence[str] = ()
    witness: Evidence | None = None
    span: Span | None = None
    diagnostic: Diagnostic | None = None
    """What is told to the user when the verdict is not PROVED."""
    note: str = ""
    """For UNDECIDED and UNREPLAYED: the clause or reason. For VACUOUS: the contradiction."""
    account: Account | None = None
    """How it was decided, where that was asked for."""

    @property
    def decided_by(self) -> How:
        """What decided it. Without an account: facts are run by the evaluator, broken items are not decided."""
        if self.account is not None:
            return self.account.by
        return How.NOTHING if self.verdict is Verdict.NOT_RUN else How.EVALUATOR

    @property
    def certificate(self) -> Certificate | None:
        """How it was checked again, in a run that does; there is nothing to check of what nobody claims."""
        if self.account is not None:
            return self.account.certificate
        from regcheck.proof.certificate import Agreement, Certificate

        is_claim = self.verdict in (Verdict.PROVED, Verdict.REFUTED)
        return Certificate(agreement=Agreement.EXEMPT) if is_claim else None


class KnownFinding(Frozen):
    """A line of the baseline: a finding that is accepted, with the reason, by fingerprint."""

    fingerprint: str
    code: str
    reason: str
    where: str = ""


class Report(Frozen):
    """Everything that a check found. `known` maps fingerprints to the baseline's reason."""

    specification: Specification
    entries: tuple[Entry, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    """All diagnostics, those of the entries included, in the order of files and places."""
    known: Mapping[str, KnownFinding] = field(default_factory=dict)
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    as_of: date | None = None
    """The day as of which the law was read; None for all days."""
    assumed: tuple[str, ...] = ()
    """未確定 days that may have come by then and were read as if they had not."""
    printed: tuple[Entry, ...] = ()
    """That the words of its documents say the same, where documents were made: one for every condition and day."""
    interrupted: bool = False
    """Whether the user broke off: obligations that were not reached are NOT_RUN."""

    def is_known(self, diagnostic: Diagnostic) -> bool:
        """Whether the baseline accepts the finding."""
        return diagnostic.fingerprint in self.known

    @property
    def open_findings(self) -> tuple[Diagnostic, ...]:
        """Errors and warnings that the baseline does not accept."""
        return tuple(d for d in self.diagnostics if d.severity is not Severity.INFO and not self.is_known(d))

    @property
    def verdict(self) -> Verdict:
        """The worst verdict over entries that are not known findings."""
        return worst({e.verdict for e in self.entries if not (e.diagnostic and self.is_known(e.diagnostic))})

    @property
    def is_green(self) -> bool:
        """Nothing open and everything proved (or a known, reasoned finding): documents may be printed."""
        return not self.open_findings and self.verdict.is_green
