"""What check leaves behind besides its report: the ledger, the certificates, the texts of the questions."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.surface.running import regcheck

from regcheck.analysis import pipeline
from regcheck.frozen import replace
from regcheck.proof.decide import decide
from regcheck.proof.solver import Outcome
from regcheck.proof.verdict import Verdict
from regcheck.surface.cli.main import run

SCHEMA = json.loads((files("regcheck.render") / "ledger-1.schema.json").read_text(encoding="utf-8"))


def records(file: str = "ledger.json") -> list[dict[str, Any]]:
    ledger = json.loads(Path(file).read_text(encoding="utf-8"))
    jsonschema.validate(ledger, SCHEMA)
    return [record for one in ledger["specifications"] for record in one["obligations"]]


def test_the_ledger_has_a_record_of_every_obligation(example: Path) -> None:
    ran = regcheck("check", "demo", "--ledger", "ledger.json", "--format", "json")
    report = json.loads(ran.out)
    assert ran.code == 1
    keys = ("id", "family", "term", "provisions", "verdict", "rests_on")
    assert [[r[k] for k in keys] for r in records()] == [[o[k] for k in keys] for o in report["obligations"]]
    (refuted,) = [r for r in records() if r["verdict"] == "REFUTED"]
    assert refuted["finding"]["code"] == "RC301"
    assert refuted["witness"]["snippet"].startswith("事例「")


def test_a_record_tells_what_decided_and_a_question_by_its_hash(mended: Path) -> None:
    assert regcheck("check", "demo", "--ledger", "ledger.json", "--dump-smt", "smt").code == 0
    dumped = {sha256(file.read_bytes()).hexdigest() for file in Path("smt").iterdir()}
    asked = [r for r in records() if r["decided_by"] == "solver"]
    hashes = {q["sha256"] for r in asked for q in (r, *r["premises"])}
    assert hashes == dumped
    assert all(r["rlimit"] > 0 and r["solver"].startswith("Z3 ") for r in asked)
    silent = [r for r in records() if r["decided_by"] in ("shape", "evaluator")]
    assert len(asked) + len(silent) == len(records())
    assert all((r["sha256"], r["rlimit"], r["solver"]) == (None, None, None) for r in silent)


def test_a_proof_by_a_case_tells_it(mended: Path) -> None:
    regcheck("check", "demo", "--ledger", "ledger.json")
    by_case = [r for r in records() if r["answer"] == "sat" and r["verdict"] == "PROVED"]
    assert by_case
    assert all(r["witness"]["snippet"].startswith("事例「") for r in by_case)


def test_the_ledger_is_the_same_however_it_comes_about(example: Path) -> None:
    def made(*options: str, seed: str = "0") -> bytes:
        args = ["-m", "regcheck", "check", "demo", "--ledger", "ledger.json", *options]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, *args], env=environment, capture_output=True, check=False)
        return Path("ledger.json").read_bytes()

    cold = made()
    assert cold == made(seed="1"), "from the cache"
    assert cold == made("--no-cache", seed="2")
    assert cold == made("--no-cache", "--jobs", "2")


def test_a_run_that_is_kept_does_not_stand_for_a_record(mended: Path) -> None:
    regcheck("check", "demo")
    assert regcheck("check", "demo", "--ledger", "ledger.json").code == 0
    assert records()


# ------------------------------------------------------------ the second solver


def test_a_certified_run_tells_what_was_decided_again_and_what_was_not(mended: Path) -> None:
    ran = regcheck("check", "demo", "--certify", "--ledger", "ledger.json", "--format", "concise")
    assert (ran.code, ran.out) == (0, "")
    agreed, exempt = (
        [r for r in records() if r["certificate"]["agreement"] == kind] for kind in ("agrees", "exempt")
    )
    assert len(agreed) + len(exempt) == len(records())
    questions = sum(r["certificate"]["questions"] for r in agreed)
    first, second = ran.err.splitlines()[-2:]
    assert f"検査{len(agreed)}件の問い{questions}個の答えが一致（食い違い0件、決まらず0件）" in first
    assert second.startswith(f"解き直していない検査：{len(exempt)}件（")


def test_certificates_change_nothing_in_the_report(example: Path) -> None:
    plain, certified = regcheck("check", "demo"), regcheck("check", "demo", "--certify")
    assert (certified.code, certified.out) == (plain.code, plain.out) == (1, plain.out)


def test_a_wrong_verdict_is_red(mended: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(*args: Any, **options: Any) -> Any:
        for one in decide(*args, **options):
            yield replace(one, verdict=Verdict.REFUTED) if one.obligation.family == "not_trivial" else one

    monkeypatch.setattr(pipeline, "decide", wrong)
    ran = regcheck("check", "demo", "--certify", "--format", "concise", "--no-cache")
    assert ran.code == 101
    assert "RC903 second-solver-disagrees" in ran.out
    assert "食い違い1件" in ran.err


def test_an_agreement_that_does_not_come_in_time_is_not_green(
    mended: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from regcheck.proof import cvc5_solver

    monkeypatch.setattr(
        cvc5_solver.Cvc5,
        "outcomes",
        lambda self, assertions, asked: iter([Outcome.UNKNOWN for _ in asked]),
    )
    ran = regcheck("check", "demo", "--certify", "--format", "concise")
    assert ran.code == 3
    assert "RC904 not-certified" in ran.out


def test_without_the_second_solver_it_is_told_how_to_get_it(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "cvc5", None)
    ran = regcheck("check", "demo", "--certify")
    assert (ran.code, ran.out) == (2, "")
    assert "pip install 'regcheck[certify]'" in ran.err
    assert "regcheck[certify]" in regcheck("check", "demo", "--certify", "--lang", "en").err
    assert regcheck("check", "demo", "--ledger", "ledger.json").code == 1


def test_solvers_are_left_lying_where_the_process_ends_anyway(mended: Path) -> None:
    from regcheck.proof.cvc5_solver import Cvc5
    from regcheck.proof.memory import RememberingProver

    kept: list[object] = []
    assert run(["check", "demo", "--certify"], kept=kept) == 0
    assert {RememberingProver, Cvc5} <= set(map(type, kept))


# ------------------------------------------------------------ places


def test_a_folder_holds_the_questions_of_the_last_run_only(mended: Path) -> None:
    regcheck("check", "demo", "--dump-smt", "smt")
    first = {file.name for file in Path("smt").iterdir()}
    spec = mended / "facilities.regspec"
    spec.write_text(spec.read_text(encoding="utf-8").replace("大規模施設", "大型施設"), encoding="utf-8")
    regcheck("check", "demo", "--dump-smt", "smt")
    second = {file.name for file in Path("smt").iterdir()}
    assert len(first) == len(second)
    assert first != second


def test_files_of_somebody_else_are_not_lost(example: Path, put: Callable[[str, str | bytes], Path]) -> None:
    put("smt/notes.smt2", "; mine")
    ran = regcheck("check", "demo", "--dump-smt", "smt", "--format", "concise")
    assert "RC041 foreign-files" in ran.err or "foreign-files" in ran.err
    assert [file.name for file in Path("smt").iterdir()] == ["notes.smt2"]
    put("file", "mine")
    assert "unwritable" in regcheck("check", "demo", "--dump-smt", "file").err
    assert Path("file").read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_told(mended: Path) -> None:
    ran = regcheck("check", "demo", "--ledger", "nowhere/ledger.json")
    assert ran.code == 2
    assert "unwritable" in ran.err


def test_two_specifications_have_a_folder_each(mended: Path) -> None:
    regcheck("init", "other")
    regcheck("check", ".", "--dump-smt", "smt", "--ledger", "ledger.json")
    assert sorted(folder.name.split(".")[0] for folder in Path("smt").iterdir()) == ["demo", "other"]
    ledger = json.loads(Path("ledger.json").read_text(encoding="utf-8"))
    assert [one["name"] for one in ledger["specifications"]] == ["demo", "other"]


# ------------------------------------------------------------ documents


def test_documents_name_the_ledger_beside_them_by_its_hash(mended: Path) -> None:
    assert regcheck("generate", "demo").code == 0
    folder = Path("demo/generated/demo")
    record = (folder / "ledger.json").read_bytes()
    jsonschema.validate(json.loads(record), SCHEMA)
    digest = f"sha256:{sha256(record).hexdigest()}"
    manifest = json.loads((folder / "MANIFEST.json").read_text(encoding="utf-8"))
    assert manifest["documents"]["ledger.json"] == digest
    assert digest in (folder / "ledger.md").read_text(encoding="utf-8")
    assert digest in (folder / "index.html").read_text(encoding="utf-8")


def test_a_changed_ledger_is_stale(mended: Path) -> None:
    regcheck("generate", "demo")
    assert regcheck("generate", "demo", "--check").code == 0
    record = Path("demo/generated/demo/ledger.json")
    record.write_bytes(record.read_bytes().replace(b'"PROVED"', b'"REFUTED"', 1))
    ran = regcheck("generate", "demo", "--check")
    assert (ran.code, ran.out) == (1, "内容が違います：demo/generated/demo/ledger.json\n")
