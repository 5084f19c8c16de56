"""The medical specs: clean as committed, and a careless change of one word is caught with its case."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.specs.project import ROOT, Outcome, Project, copied, quoted

from regcheck.diagnostics.wording import Language


@pytest.fixture(scope="module")
def committed() -> Outcome:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        return Project(root=ROOT).check()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    return copied(tmp_path)


def test_everything_is_proved_or_known(committed: Outcome) -> None:
    assert committed.code == 0
    not_proved = [o["term"] for o in committed.json["obligations"] if o["verdict"] != "PROVED"]
    assert sorted(not_proved) == sorted(
        [
            "確認「印刷のままの大阪府の数」",
            "確認「印刷の都道府県は正しい」",
            "確認「平均病床数」",
            "確認「災害拠点病院のない都道府県」",
            "名称「支払基金」",
        ]
    )


def test_more_than_400_beds_is_told_from_400_or_more(project: Project) -> None:
    project.change(
        "criteria.regspec",
        "病床数が四百床以上であること",
        "病床数が四百床を超えること",
        within="定義「事業規模の観点」",
    )
    outcome = project.check()
    assert outcome.code == 1
    for finding in ("limits-differ", "beyond-delegation", "property-refuted"):
        assert finding in outcome.saying("400床")
    assert outcome.saying("400床", "定義「病床の要件」", "定義「事業規模の観点」")
    assert quoted("README.md", "一文字違えると") in outcome.text(Language.JA)
    assert quoted("README.en.md", "One of its findings") in outcome.text(Language.EN)


def test_the_approval_limit_is_held_against_the_bands(project: Project) -> None:
    project.change("approval.regspec", "病床数が四百床以上", "病床数が四百床を超える")
    outcome = project.check()
    assert outcome.code == 1
    assert "not-equivalent" in outcome.saying("400床", "定義「病床の要件」", "規模の区分")


def test_a_missing_row_is_proposed(project: Project) -> None:
    project.drop_row("changes.regspec", "議決権割合", "―", "25%以上1/3未満", "1/3以上", "報告")
    outcome = project.check()
    assert outcome.code == 1
    assert "table-gap" in outcome.saying("変更の手続", "議決権割合", "25%以上1/3未満", "1/3以上")


def test_any_for_all_in_a_criterion_is_caught(project: Project) -> None:
    project.change("criteria.regspec", "いずれにも", "いずれかに", within="指定基準「病院開設者の基準」")
    outcome = project.check()
    assert outcome.code == 1
    assert "property-refuted" in outcome.saying("特定機能病院のない者は病院開設者の基準に当たらない")
    assert "scenario-differs" in outcome.saying("経営を他の者に委ねた開設者")


def test_a_corrected_source_makes_its_baseline_lines_unused(project: Project) -> None:
    facts = project.root / "specs/medical/facts/advanced_treatment_hospitals.csv"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(text.replace("大阪府,兵庫県", "大阪府,大阪府"), encoding="utf-8")
    outcome = project.check()
    assert outcome.code == 1
    assert [d["name"] for d in outcome.findings] == ["baseline-unused", "baseline-unused"]


@pytest.mark.parametrize(("readme", "language"), [("README.md", Language.JA), ("README.en.md", Language.EN)])
def test_readme_ends_as_the_check_does(readme: str, language: Language, committed: Outcome) -> None:
    assert quoted(readme, "the last line of") == committed.text(language).splitlines()[-1]
