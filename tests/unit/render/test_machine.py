"""JSON: every report fits the published schema, and the published copy is the shipped one."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.unit.render import reports

from regcheck.analysis.report import Report
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.diagnostics.wording import Language
from regcheck.render.machine import machine
from regcheck.source.span import Span

SHIPPED = (files("regcheck.render") / "report-1.schema.json").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads(SHIPPED)
NOWHERE = Diagnostic(payload=reports.Mention(name="\0\ud800"))
ELSEWHERE = Diagnostic(
    payload=reports.Mention(name="A"), annotations=(Annotation(span=Span("gone.csv", 0, 0)),)
)


def test_the_schema_is_one_and_its_published_copy_is_equal() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    root = Path(__file__).parents[3]
    assert (root / "docs" / "report-1.schema.json").read_text(encoding="utf-8") == SHIPPED


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    "report",
    [
        reports.CLEAN,
        reports.REFUTED,
        reports.KNOWN,
        reports.UNDECIDED,
        reports.BROKEN,
        reports.EMPTY,
        reports.report(more=(NOWHERE, ELSEWHERE)),
    ],
)
def test_every_report_fits_the_schema(report: Report, language: Language) -> None:
    text = machine({"specs/medical": report}, language)
    jsonschema.validate(json.loads(text), SCHEMA)


def test_the_first_keys_are_those_of_the_format() -> None:
    found = json.loads(machine({"a": reports.REFUTED, "b": reports.CLEAN}, Language.JA))
    assert list(found) == ["schema", "summary", "obligations", "diagnostics"]
    assert found["summary"]["projects"] == ["a", "b"]
    assert found["summary"]["verdict"] == "REFUTED"
    assert len(found["obligations"]) == 5
    assert (found["diagnostics"][0]["line"], found["diagnostics"][0]["column"]) == (3, 7)
    assert found["obligations"][1]["witness"]["facts"] == {"病床数": "400床", "承認": "あり"}
