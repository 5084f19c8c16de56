"""Protects: every example of the reference can be checked as it stands, and what it claims is proved."""

from __future__ import annotations

import pytest
from tests.unit.syntax.test_reference import EXAMPLES

from regcheck.analysis.pipeline import Inputs, check
from regcheck.diagnostics.diagnostic import Severity
from regcheck.language import read_grammar
from regcheck.proof.engine import Z3Prover

FILE = "reference.regspec"
FACTS = {"tour.csv": read_grammar("tour.csv").encode()}
NO_SOURCE = "RC703"
"""Examples leave 出典 out where it is not what they show."""

WHOLE = [(text, line) for text, line in EXAMPLES if not text.startswith("利用")]
"""An example of 利用 names files that only a project has."""


@pytest.mark.parametrize(("text", "line"), WHOLE, ids=[f"line {line}" for _, line in WHOLE])
def test_examples_are_proved(text: str, line: int) -> None:
    report = check(Inputs(own=frozenset({FILE}), files={FILE: text.encode()}, facts=FACTS), Z3Prover)
    told = {d.code.id: d.payload.ja().headline for d in report.diagnostics if d.severity is not Severity.INFO}
    assert {code: words for code, words in told.items() if code != NO_SOURCE} == {}, line
