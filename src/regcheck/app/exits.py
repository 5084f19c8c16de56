"""What a report means to the shell.

Owns: the exit codes and which of them wins.
Refuses to know: how a report is shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import TYPE_CHECKING

from regcheck.proof.verdict import Verdict

if TYPE_CHECKING:
    from regcheck.analysis.report import Report


class ExitCode(IntEnum):
    """0 clean · 1 findings · 2 usage or configuration · 3 undecided or not run · 101 internal · 130 interrupted."""

    CLEAN = 0
    FINDINGS = 1
    USAGE = 2
    UNDECIDED = 3
    INTERNAL = 101
    INTERRUPTED = 130


_OF_VERDICT = {
    Verdict.REFUTED: ExitCode.FINDINGS,
    Verdict.UNREPLAYED: ExitCode.INTERNAL,
    Verdict.UNDECIDED: ExitCode.UNDECIDED,
    Verdict.VACUOUS: ExitCode.FINDINGS,
    Verdict.STALE: ExitCode.UNDECIDED,
    Verdict.NOT_RUN: ExitCode.UNDECIDED,
    Verdict.PROVED: ExitCode.CLEAN,
}
_ORDER = (ExitCode.FINDINGS, ExitCode.INTERNAL, ExitCode.UNDECIDED, ExitCode.CLEAN)


def exit_code(reports: Iterable[Report]) -> ExitCode:
    """A finding wins over an inconsistency of the tool, and that over what is undecided."""
    codes = {code for report in reports for code in _codes(report)}
    return next((code for code in _ORDER if code in codes), ExitCode.CLEAN)


def _codes(report: Report) -> set[ExitCode]:
    codes = {_OF_VERDICT[report.verdict]}
    if any(not diagnostic.code.is_internal for diagnostic in report.open_findings):
        codes.add(ExitCode.FINDINGS)
    return codes
