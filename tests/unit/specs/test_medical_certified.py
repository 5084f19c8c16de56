"""The medical specs: a second solver confirms every verdict, within its budget."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from tests.unit.specs.project import ROOT

from regcheck.app.config import DEFAULT_RLIMIT
from regcheck.app.ledger import Wanted, exempt, recorder_for
from regcheck.app.projects import find_projects
from regcheck.app.workspace import Workspace
from regcheck.proof.certificate import Agreement
from regcheck.proof.obligation import How
from regcheck.proof.verdict import Verdict


def test_the_second_solver_confirms_the_medical_specs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    recorder = recorder_for(Wanted(certificates=True), DEFAULT_RLIMIT)
    (project,), _ = find_projects([Path("specs/medical")])
    (report,) = Workspace(rlimit=DEFAULT_RLIMIT, recorder=lambda: recorder).check([project]).values()
    claims = [e for e in report.entries if e.verdict in (Verdict.PROVED, Verdict.REFUTED)]
    found = Counter(e.certificate.agreement for e in claims if e.certificate is not None)
    assert set(found) == {Agreement.AGREES, Agreement.EXEMPT}
    assert sum(found.values()) == len(claims) == len(report.entries)
    assert How.SOLVER not in exempt([report])
