"""Exit codes: findings win over an inconsistency of the tool, and that over what is undecided."""

from __future__ import annotations

import pytest
from tests.unit.render import reports
from tests.unit.render.reports import BUDGET, entry, report

from regcheck.analysis.report import Report
from regcheck.app.exits import ExitCode, exit_code
from regcheck.proof.verdict import Verdict

UNREPLAYED = report(entry("A", "satisfiable", Verdict.UNREPLAYED, BUDGET))
INFO_ONLY = report(more=(reports.MENTION,))


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ((), ExitCode.CLEAN),
        ((reports.CLEAN,), ExitCode.CLEAN),
        ((reports.KNOWN,), ExitCode.CLEAN),
        ((INFO_ONLY,), ExitCode.CLEAN),
        ((reports.REFUTED,), ExitCode.FINDINGS),
        ((reports.BROKEN,), ExitCode.FINDINGS),
        ((reports.UNDECIDED,), ExitCode.UNDECIDED),
        ((UNREPLAYED,), ExitCode.INTERNAL),
        ((UNREPLAYED, reports.REFUTED), ExitCode.FINDINGS),
        ((UNREPLAYED, reports.UNDECIDED), ExitCode.INTERNAL),
        ((reports.CLEAN, reports.UNDECIDED), ExitCode.UNDECIDED),
    ],
)
def test_exit_code(found: tuple[Report, ...], code: ExitCode) -> None:
    assert exit_code(found) is code
