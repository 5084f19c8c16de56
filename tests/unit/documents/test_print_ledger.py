"""Protects: each proof of printed words is a line of the ledger that anybody can ask again: a name that stays, a text with its hash
and steps, a second solver's answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path

import jsonschema
from tests.unit.documents.specs import criterion

from regcheck.analysis.ledger_file import Recorder
from regcheck.analysis.report import Entry, Report
from regcheck.app.ledger import Wanted, recorder_for
from regcheck.documents.print_proofs.conditions import prove_print
from regcheck.documents.printed import print_specification
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover
from regcheck.proof.libz3 import version
from regcheck.proof.solver import Outcome, Solver
from regcheck.proof.verdict import Verdict
from regcheck.render.ledger_json import Checked, ledger_json

SCHEMA = Path(__file__).parents[3] / "docs" / "ledger-1.schema.json"
RLIMIT = 1_000_000
PLAN = """
段階「甲案」：病院
  第一段階　令和十年四月一日から　病床数が千床以上であり、かつ、承認があること
  第二段階　令和十一年四月一日から　承認があること
"""


def _spec() -> Specification:
    return criterion(
        "次のいずれかに該当すること\n  一　病床数が四百床以上であること\n  二　承認があること", PLAN
    )


@cache
def _entries(certified: bool = False) -> tuple[Entry, ...]:
    spec = _spec()
    recorder = recorder_for(Wanted(ledger=True, certificates=certified), RLIMIT)
    proof = prove_print(spec, print_specification(spec), Z3Prover(spec), recorder)
    assert proof.diagnostics == ()
    return proof.entries


def test_the_names_say_what_was_printed() -> None:
    assert [entry.id for entry in _entries()] == [
        "print:定義「大きな病院」",
        "print:定義「特定機能病院」",
        "print:指定基準「基準」",
        "print:段階「甲案」第一段階",
        "print:段階「甲案」第二段階",
    ]
    assert {entry.family for entry in _entries()} == {"print"}
    assert {entry.verdict for entry in _entries()} == {Verdict.PROVED}


def test_the_text_of_a_proof_is_asked_again() -> None:
    for entry in _entries():
        assert entry.account is not None
        (asked,) = entry.account.asked
        assert asked.sha256 == sha256(asked.text.encode()).hexdigest()
        assert asked.expected == "unsat"
        assert "の仕様と条文が違う" in asked.text
        solver = Solver(RLIMIT)
        solver.feed(asked.text)
        assert solver.check() is Outcome.UNSATISFIABLE
        assert asked.rlimit == solver.steps


def test_a_second_solver_says_the_same() -> None:
    agreements = {e.certificate.agreement for e in _entries(certified=True) if e.certificate is not None}
    assert agreements == {"agrees"}
    assert all(entry.certificate is not None for entry in _entries(certified=True))


def test_the_ledger_has_a_list_of_what_was_printed() -> None:
    report = Report(specification=_spec(), printed=_entries())
    content = json.loads(ledger_json([Checked(name="specs/見本", report=report, inputs={})]))
    jsonschema.validate(content, json.loads(SCHEMA.read_text(encoding="utf-8")))
    (one,) = content["specifications"]
    assert one["obligations"] == []
    printed = {record["id"]: record for record in one["printed"]}
    record = printed["print:指定基準「基準」"]
    assert (record["decided_by"], record["answer"], record["solver"]) == ("solver", "unsat", version())
    assert record["sha256"]
    assert isinstance(record["rlimit"], int)


def test_a_ledger_without_documents_says_nothing_of_them() -> None:
    content = json.loads(ledger_json([Checked(name="x", report=Report(specification=_spec()), inputs={})]))
    assert "printed" not in content["specifications"][0]


def test_without_a_recorder_the_proof_is_named_and_nothing_more() -> None:
    spec = _spec()
    proof = prove_print(spec, print_specification(spec), Z3Prover(spec))
    assert [entry.id for entry in proof.entries] == [entry.id for entry in _entries()]
    assert all(entry.account is not None and not entry.account.asked for entry in proof.entries)


def test_a_solver_that_counts_another_answer_withdraws_the_proof() -> None:
    """The text that is written down must say what was proved."""
    from regcheck.proof.counting import Count, StepCounter

    class _Doubtful(StepCounter):
        def counts(self, texts: Sequence[str]) -> dict[str, Count]:
            return {text: Count(outcome=Outcome.SATISFIABLE, steps=1) for text in texts}

    spec = _spec()
    recorder = Recorder(solver="z3", texts=True, counter=_Doubtful(RLIMIT))
    proof = prove_print(spec, print_specification(spec), Z3Prover(spec), recorder)
    assert proof.diagnostics
