"""The ledger as a file: every report fits the published schema, and the published copy is the shipped one."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.unit.render import reports

from regcheck.analysis.account import Account, Asked
from regcheck.analysis.report import Report
from regcheck.frozen import replace
from regcheck.proof.certificate import Agreement, Certificate
from regcheck.proof.obligation import How
from regcheck.render.ledger_json import Checked, ledger_json

SHIPPED = (files("regcheck.render") / "ledger-1.schema.json").read_text(encoding="utf-8")
SCHEMA: dict[str, Any] = json.loads(SHIPPED)


def ledger(report: Report, second: str = "") -> dict[str, Any]:
    checked = Checked(name="例", report=report, inputs={"b.csv": b"", "a.regspec": b"x"})
    found: dict[str, Any] = json.loads(ledger_json([checked], second))
    jsonschema.validate(found, SCHEMA)
    return found


def test_the_schema_is_one_and_its_published_copy_is_equal() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    root = Path(__file__).parents[3]
    assert (root / "docs" / "ledger-1.schema.json").read_text(encoding="utf-8") == SHIPPED


@pytest.mark.parametrize(
    "report", [reports.CLEAN, reports.REFUTED, reports.KNOWN, reports.UNDECIDED, reports.EMPTY]
)
@pytest.mark.parametrize("second", ["", "cvc5 1.4.2"])
def test_every_ledger_fits_the_schema(report: Report, second: str) -> None:
    found = ledger(report, second)
    (specification,) = found["specifications"]
    assert list(specification["inputs"]) == ["a.regspec", "b.csv"]
    assert specification["summary"]["obligations"] == len(specification["obligations"])
    assert sum(specification["summary"]["decided_by"].values()) == len(specification["obligations"])
    assert [o["verdict"] for o in specification["obligations"]] == [e.verdict for e in report.entries]


def test_an_account_is_told_whole() -> None:
    asked = (
        Asked(id="x", expected="unsat", text="(check-sat)", sha256="0" * 64, rlimit=7),
        Asked(id="x/前提一", expected="sat", text="(check-sat)", sha256="1" * 64, rlimit=None),
    )
    certificate = Certificate(agreement=Agreement.AGREES, questions=2, replayed=True)
    account = Account(by=How.SOLVER, solver="Z3 5", asked=asked, certificate=certificate)
    entry = replace(reports.CLEAN.entries[0], account=account)
    (specification,) = ledger(replace(reports.CLEAN, entries=(entry,)), "cvc5 1")["specifications"]
    (record,) = specification["obligations"]
    assert (record["decided_by"], record["solver"]) == ("solver", "Z3 5")
    assert (record["sha256"], record["answer"], record["rlimit"]) == ("0" * 64, "unsat", 7)
    assert record["premises"] == [{"sha256": "1" * 64, "answer": "sat", "rlimit": None}]
    assert record["certificate"] == {"agreement": "agrees", "questions": 2, "replayed": True}


def test_certificates_are_told_only_of_a_run_that_certifies() -> None:
    def told(second: str) -> list[Any]:
        (specification,) = ledger(reports.CLEAN, second)["specifications"]
        return [record["certificate"] for record in specification["obligations"]]

    assert set(map(str, told(""))) == {"None"}
    assert all(certificate["agreement"] == "exempt" for certificate in told("cvc5 1"))
