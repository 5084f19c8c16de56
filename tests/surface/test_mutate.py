"""regcheck mutate: exit codes, reasons for what may go unnoticed, bad options, breaking off."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.surface.running import regcheck

from regcheck.analysis.mutation.run import Outcome
from regcheck.app.mutating import trial

Put = Callable[[str, str | bytes], Path]

SHIPPED = (files("regcheck.render") / "mutation-1.schema.json").read_text(encoding="utf-8")
SCHEMA = json.loads(SHIPPED)
SPEC = """\
対象　病院
  病床数：整数（床）　０以上一万以下

指定基準「大病院」：病院
  出典　資料「見本」
  病床数が四百床以上であること{comment}

事例「ちょうど」：病院
  病床数は400床
  → 「大病院」に該当する
"""
REASON = "  # regcheck: ignore[RC861] 数は提案にとどまる"


def run(*args: str, code: int) -> dict[str, Any]:
    ran = regcheck("mutate", "specs", "--format", "json", *args)
    assert (ran.code, ran.err) == (code, "")
    found: dict[str, Any] = json.loads(ran.out)
    jsonschema.validate(found, SCHEMA)
    return found


def test_the_schema_is_one_and_its_published_copy_is_equal() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    root = Path(__file__).parents[2]
    assert (root / "docs" / "mutation-1.schema.json").read_text(encoding="utf-8") == SHIPPED


def test_a_survivor_is_shown_with_the_case_that_would_kill_it(put: Put) -> None:
    put("specs/a.regspec", SPEC.format(comment=""))
    ran = regcheck("mutate", "specs")
    assert (ran.code, ran.err) == (1, "")
    assert "「病床数が三百九十九床以上である」に書き換えても" in ran.out
    assert "specs/a.regspec:6:" in ran.out
    assert "病床数は399床" in ran.out
    assert "→ 大病院に該当しない" in ran.out
    assert ran.out.splitlines()[-1].startswith("3個の書換えのうち、意味の変わる3個の66%（2個）")
    english = regcheck("mutate", "specs", "--lang", "en")
    assert "the checks notice 66 % of them (2)" in english.out.splitlines()[-1]


def test_every_mutant_says_what_became_of_it(put: Put) -> None:
    put("specs/a.regspec", SPEC.format(comment=""))
    found = run(code=1)
    assert [(m["kind"], m["fate"], m["killer"]) for m in found["mutants"]] == [
        ("strictness", "killed", "scenario:ちょうど"),
        ("limit", "killed", "scenario:ちょうど"),
        ("limit", "survived", None),
    ]
    assert found["mutants"][2]["witness"]["facts"] == {"病床数": "399床"}


def test_a_comment_explains_a_survivor_and_is_no_business_of_check(put: Put) -> None:
    put("specs/a.regspec", SPEC.format(comment=REASON))
    found = run("--at-least", "60", code=0)
    assert [m["reason"] for m in found["mutants"]] == [None, None, "数は提案にとどまる"]
    assert run(code=1)["summary"]["survived"] == 0
    assert regcheck("check", "specs").code == 0


def test_the_baseline_explains_a_survivor_and_is_no_business_of_check(put: Put) -> None:
    put("specs/a.regspec", SPEC.format(comment=""))
    fingerprint = run(code=1)["mutants"][2]["fingerprint"]
    put(
        "specs/baseline.toml",
        f'[[known]]\nfingerprint = "{fingerprint}"\ncode = "RC861"\nwhere = "大病院"\nreason = "提案"\n',
    )
    assert run("--at-least", "60", code=0)["mutants"][2]["reason"] == "提案"
    assert regcheck("check", "specs").code == 0


def test_a_reason_that_nothing_needs_is_told(put: Put) -> None:
    guarded = SPEC + "\n事例「一床少ない」：病院\n  病床数は399床\n  → 「大病院」に該当しない\n"
    put("specs/a.regspec", guarded.format(comment=REASON))
    line = '[[known]]\nfingerprint = "0123456789abcdef"\ncode = "RC861"\nwhere = "大病院"\nreason = "提案"\n'
    put("specs/baseline.toml", line)
    assert [c["code"] for c in run(code=1)["complaints"]] == ["RC511", "RC032"]
    assert run("--only", "strictness", code=0)["complaints"] == []


def test_a_specification_with_findings_is_not_tried(example: Path) -> None:
    ran = regcheck("mutate", "demo")
    assert (ran.code, ran.out) == (1, "")
    assert "RC301" in ran.err


def test_some_can_be_chosen(put: Put) -> None:
    put("specs/a.regspec", SPEC.format(comment=""))
    assert [m["kind"] for m in run("--only", "strictness", code=0)["mutants"]] == ["strictness"]
    assert len(run("--only", "大病院", code=1)["mutants"]) == 3
    assert [m["kind"] for m in run("--limit", "2", code=0)["mutants"]] == ["strictness", "limit"]


@pytest.mark.parametrize(
    "args",
    [("--limit", "0"), ("--limit", "x"), ("--at-least", "101"), ("--only", "無い"), ("--format", "concise")],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_bad_options_are_mistakes_of_usage(put: Put, args: tuple[str, str], language: str) -> None:
    put("specs/a.regspec", SPEC.format(comment=""))
    ran = regcheck("mutate", "specs", *args, "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert args[1] in ran.err


def test_what_is_known_is_shown_when_the_user_breaks_off(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken_off(*args: Any) -> Iterator[Outcome]:
        yield next(trial(*args))
        raise KeyboardInterrupt

    monkeypatch.setattr("regcheck.surface.cli.verbs.mutate.trial", broken_off)
    put("specs/a.regspec", SPEC.format(comment=""))
    found = run(code=130)
    assert found["summary"]["interrupted"]
    assert [m["fate"] for m in found["mutants"]] == ["killed"]
    assert regcheck("mutate", "specs").out.splitlines()[-1].startswith("中断した")
