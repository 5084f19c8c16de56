"""regcheck case: one set of facts, from wherever it comes, with what decided."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.surface.running import regcheck

Put = Callable[[str, str | bytes], Path]


def test_a_row_is_answered_with_the_items_that_hold_and_those_that_do_not(example: Path) -> None:
    ran = regcheck("case", "demo", "--row", "港施設")
    assert (ran.code, ran.err) == (0, "")
    assert "指定基準「大規模施設」（第二条）  非該当" in ran.out
    assert "    非該当  一　定員が100人以上（定員 80人）" in ran.out
    assert "    該当    二　設置者が地方公共団体又は民間である（設置者 民間）" in ran.out


def test_the_body_of_a_scenario_is_enough(example: Path, put: Put) -> None:
    put("facts.txt", "定員は150人\n設置者は不明\n")
    ran = regcheck("case", "demo", "facts.txt")
    assert ran.code == 0
    assert "指定基準「大規模施設」（第二条）  要確認" in ran.out
    assert "決め手となる不明の事実: 設置者" in ran.out


def test_scenarios_of_a_file_are_held_against_their_expectations(example: Path, put: Put) -> None:
    put("x.regspec", "事例「甲」：施設\n  定員は150人、設置者は民間\n  → 大規模施設に該当する\n")
    ran = regcheck("case", "demo", "x.regspec")
    assert ran.code == 0
    assert "→ 大規模施設に該当する  （そのとおり）" in ran.out
    put("x.regspec", "事例「甲」：施設\n  定員は50人、設置者は民間\n  → 大規模施設に該当する\n")
    ran = regcheck("case", "demo", "x.regspec")
    assert ran.code == 1
    assert "→ 大規模施設に該当する  （違う）" in ran.out


def test_scenarios_beside_the_specs_are_not_read_twice(example: Path, put: Put) -> None:
    put("demo/x.regspec", "事例「甲」：施設\n  定員は150人、設置者は民間\n  → 大規模施設に該当する\n")
    ran = regcheck("case", "demo", "demo/x.regspec")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("事例「") == 1


def test_rows_of_a_csv_are_cases(example: Path, put: Put) -> None:
    put("row.csv", "名称,設置者,都道府県,定員\n新施設,民間,東京都,250\n")
    ran = regcheck("case", "demo", "row.csv")
    assert ran.code == 0
    assert "指定基準「大規模施設」（第二条）  該当" in ran.out


def test_facts_that_do_not_fit_are_told_with_their_place(example: Path, put: Put) -> None:
    put("facts.txt", "定員は150床\n")
    ran = regcheck("case", "demo", "facts.txt")
    assert (ran.code, ran.out) == (1, "")
    assert "単位が合いません" in ran.err
    assert "facts.txt（事例として）:2:6" in ran.err
    put("row.csv", "名称,設置者,都道府県,定員\n新施設,会社,東京都,250\n")
    ran = regcheck("case", "demo", "row.csv")
    assert ran.code == 1
    assert "row.csv:2:1" in ran.err


def test_json_names_what_decided(example: Path) -> None:
    ran = regcheck("case", "demo", "--row", "港施設", "--format", "json")
    found = json.loads(ran.out)
    assert found["schema"] == "regcheck-case/1"
    (case,) = found["cases"]
    assert case["answers"][0] == {
        "item": "指定基準「大規模施設」",
        "piece": "",
        "outcome": "非該当",
        "provisions": ["第二条"],
        "decided_by": ["第二条第一号"],
        "unknown": [],
    }


def test_english_words_stand_around_the_provisions(example: Path) -> None:
    ran = regcheck("case", "demo", "--row", "港施設", "--lang", "en")
    assert "    no      一　定員が100人以上（定員 80人）" in ran.out


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["demo"], "FILE と --row"),
        (["demo", "x.txt", "--row", "A"], "FILE と --row"),
        (["demo", "--row", "なし"], "「なし」という見出しの行は事実表にありません"),
        (["demo", "no.txt"], "「no.txt」というファイルもフォルダもありません"),
        (["nowhere", "--row", "A"], "「nowhere」というファイルもフォルダもありません"),
        (["demo", "facts.txt", "--subject", "病院"], "--subject で指定してください（施設）"),
        ([".", "--row", "A"], "仕様を一つだけ指定してください"),
    ],
)
def test_mistakes_are_told(example: Path, put: Put, args: list[str], said: str) -> None:
    put("facts.txt", "定員は150人\n")
    put("other/x.regspec", "")
    ran = regcheck("case", *args)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


COURSE = """\
手続「審査」
  検査期間　令和八年四月一日から令和八年六月三十日まで
  事象　受理：大臣
  事象　導入：事業者
  期間「審査期間」　受理の日から起算して三十日を経過する日まで
  禁止「導入の禁止」　事業者は、審査期間中は、導入をしてはならない
    条項　第二条
"""


def test_the_run_of_a_procedure_is_told_rule_by_rule(example: Path, put: Put) -> None:
    put("course/spec.regspec", COURSE)
    put("run.txt", "受理は令和八年四月一日\n導入は令和八年四月三十日\n")
    ran = regcheck("case", "course", "run.txt")
    assert ran.err == ""
    assert "手続「審査」  適法でない" in ran.out
    assert "禁止「導入の禁止」（第二条）  令和八年四月一日から令和八年四月三十日まで" in ran.out
    (case,) = json.loads(regcheck("case", "course", "run.txt", "--format", "json").out)["cases"]
    assert case["run"]["lawful"] == "非該当"
    assert [(rule["standing"], rule["last"], rule["day"]) for rule in case["run"]["rules"]] == [
        ("breached", "2026-04-30", "2026-04-30")
    ]
