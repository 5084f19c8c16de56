"""The Act's procedures: what the checker finds in the law itself, and what a change of one word does to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.unit.specs.project import ROOT, Outcome, Project, copied, quoted

from regcheck.app.checking import Form, report_text
from regcheck.app.config import DEFAULT_RLIMIT
from regcheck.app.projects import find_projects
from regcheck.app.workspace import Workspace
from regcheck.diagnostics.wording import Language
from regcheck.proof.verdict import Verdict

REVIEW = "../act/introduction.regspec"
GAP = "power-comes-too-late"


@pytest.fixture(scope="module")
def committed() -> Outcome:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return Project(root=ROOT).check("act")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    copy = copied(tmp_path)
    (copy.root / "specs/act/baseline.toml").unlink()
    for file in ("changes", "after", "properties"):
        (copy.root / f"specs/act/{file}.regspec").unlink()
    return copy


def gaps(outcome: Outcome, name: str = GAP) -> list[dict[str, Any]]:
    return [d for d in outcome.json["diagnostics"] if d["name"] == name]


def run_of(outcome: Outcome, beginning: str) -> dict[str, Any]:
    """The steps of the run that refutes an obligation."""
    found = [
        o["witness"] for o in outcome.json["obligations"] if o["id"].startswith(beginning) and o["witness"]
    ]
    return {step["what"]: step for step in found[0]["run"]}


def verdict(outcome: Outcome, beginning: str) -> set[str]:
    return {o["verdict"] for o in outcome.json["obligations"] if o["id"].startswith(beginning)}


def test_everything_is_proved_or_a_gap_of_the_law_itself(committed: Outcome) -> None:
    assert committed.code == 0
    names = {d["name"] for d in committed.json["diagnostics"] if d["known"] is not None}
    assert names == {GAP, f"{GAP}-when-limit-moves", f"{GAP}-extended"}


def test_silence_after_a_late_recommendation_leaves_no_day_for_an_order(committed: Outcome) -> None:
    (gap, _) = [d for d in gaps(committed) if "導入等の審査" in d["message"]]
    assert "二十一日目以後の勧告" in gap["message"]
    assert {"法第五十二条第七項", "法第五十二条第十項"} <= set(gap["provisions"])
    run = run_of(committed, "exercisable:導入等の審査/命令/一@")
    assert run["勧告"]["counts"] == {"審査期間": 21}
    assert run["回答期限"]["day"] == run["審査期間の末日"]["day"]
    assert "権限「延長」" in gap["advice"]
    assert verdict(committed, "curable:導入等の審査/命令/一/延長") == {"PROVED"}
    _, shown = quoted("README.md", "specs/act, with an empty baseline").split("：", 1)
    assert shown in committed.text(Language.JA)


def test_a_shorter_answer_makes_the_gap_begin_later(project: Project) -> None:
    project.change(REVIEW, "起算して十日以内", "起算して五日以内")
    headlines = [gap["message"] for gap in gaps(project.check("act"))]
    assert any("二十六日目以後の勧告" in headline for headline in headlines)


def test_a_limit_that_does_not_move_takes_nothing_more(project: Project) -> None:
    assert gaps(project.check("act"), f"{GAP}-when-limit-moves")
    project.change(REVIEW, "（閉庁日繰下げ）", "")
    assert not gaps(project.check("act"), f"{GAP}-when-limit-moves")


def test_an_extension_that_is_too_short_cures_nothing(project: Project) -> None:
    project.change(REVIEW, "起算して四月間を限度として", "起算して三十五日間を限度として")
    assert "PROVED" not in verdict(project.check("act"), "curable:導入等の審査/命令/一/延長")


def test_the_port_was_designated_on_the_first_of_may_and_on_no_other_day(project: Project) -> None:
    old = "→ 指定の日は令和七年五月一日に限る"
    project.change("commencement.regspec", old, "→ 指定の日は令和七年五月二日に限る")
    found = project.check().saying("港湾の指定の日", "令和七年五月一日")
    assert found


def test_what_is_printed_of_accepted_findings_does_not_need_their_cases(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(ROOT)
    (act,), _ = find_projects([Path("specs/act")])
    read = Workspace(rlimit=DEFAULT_RLIMIT).read(act)
    reports = [
        Workspace(rlimit=DEFAULT_RLIMIT, briefly=briefly).check_read(read) for briefly in (False, True)
    ]
    form = Form(name="full", language=Language.JA)
    whole, brief = (report_text({"specs/act": report}, form) for report in reports)
    assert whole == brief
    refuted = [[entry for entry in report.entries if entry.verdict is Verdict.REFUTED] for report in reports]
    assert len(refuted[0]) == len(refuted[1]) > 0
    assert all(entry.witness for entry in refuted[0])
    assert not any(entry.witness for entry in refuted[1])


def test_a_finding_that_is_not_accepted_has_its_case(project: Project) -> None:
    first, second = (ROOT / "specs/act/baseline.toml").read_text().split("[[known]]")[1:3]
    assert "導入等の審査" in first and "導入等の審査" in second
    (project.root / "specs/act/baseline.toml").write_text(f"[[known]]{first}")
    (act,), _ = find_projects([project.root / "specs/act"])
    report = Workspace(rlimit=DEFAULT_RLIMIT, briefly=True).check([act])[act.name]
    refuted = [e for e in report.entries if e.diagnostic and e.verdict is Verdict.REFUTED]
    assert {report.is_known(e.diagnostic) for e in refuted if e.diagnostic} == {False, True}
    assert all(bool(e.witness) is not report.is_known(e.diagnostic) for e in refuted if e.diagnostic)
