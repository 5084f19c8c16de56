"""regcheck check --more: further cases in every form, only where wanted, and the same whatever is kept."""

from __future__ import annotations

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from tests.surface.running import regcheck

SCHEMA = json.loads((files("regcheck.render") / "report-1.schema.json").read_text(encoding="utf-8"))
SPEC = """\
対象　病院
  名称：文字列
  病床数：整数（床）　０以上一万以下
  救急：真偽
  災害：真偽

定義「拠点」：病院
  出典　資料「見本」
  次の各号のいずれかに該当すること
    一　救急があること
    二　災害があること
    三　病床数が四百床以上であること

性質「拠点はない」
  出典　資料「見本」
  すべての病院について、拠点に該当しない

事実表「一覧」：病院
  資料「h.csv」　時点　令和七年四月一日
  見出し　名称
"""
ROWS = "名称,病床数,救急,災害\n西病院,800,なし,なし\n東病院,427,なし,なし\n南病院,399,なし,なし\n"


@pytest.fixture(autouse=True)
def spec(put: Callable[[str, str | bytes], Path]) -> None:
    put("specs/a.regspec", SPEC)
    put("specs/h.csv", ROWS)


def test_further_cases_are_told_up_to_the_number_wanted() -> None:
    two = regcheck("check", "specs", "--more", "1").out
    assert two.count("= 別の例") == 1
    assert "決め手の違う例はほかにありません" not in two
    told = regcheck("check", "specs", "--more", "9").out
    assert "= 別の例2：" in told
    assert "= 別の例3：" not in told
    assert "決め手の違う例はほかにありません" in told
    assert "事例「拠点はないの反例3」：病院" in told


def test_without_the_option_there_is_one_case_and_nothing_is_said_of_others() -> None:
    told = regcheck("check", "specs").out
    assert "別の例" not in told
    assert "ほかにありません" not in told
    assert regcheck("check", "specs", "--more", "0").out == told


def test_a_row_that_is_such_a_case_is_named_in_every_form() -> None:
    """The nearest to the limit of the rows that the case itself is about, though another comes first."""
    assert "= 例：東病院（四百二十七床）" in regcheck("check", "specs", "--more", "2").out
    (line, *further) = regcheck("check", "specs", "--format", "concise", "--more", "2").out.splitlines()
    assert ": RC306 property-refuted 性質「拠点はない」は" in line
    assert [one.split("別の例")[1][0] for one in further] == ["1", "2"]
    english = regcheck("check", "specs", "--lang", "en", "--more", "2").out
    assert "= another case, 2:" in english
    assert "no other case is decided by other conditions" in english


def test_json_has_them_as_witnesses_of_the_same_shape() -> None:
    report = json.loads(regcheck("check", "specs", "--format", "json", "--more", "9").out)
    jsonschema.validate(report, SCHEMA)
    (witness,) = [o["witness"] for o in report["obligations"] if o["id"] == "property:拠点はない"]
    cases = [witness, *witness["further"]]
    assert sorted(next(iter(case["facts"].items())) for case in cases) == [
        ("救急", "あり"),
        ("災害", "あり"),
        ("病床数", "400床"),
    ]
    (beds,) = [case for case in cases if "病床数" in case["facts"]]
    assert beds["example"] == {"name": "東病院", "facts": {"病床数": "四百二十七床"}, "others": 1}
    assert witness["is_all"]


def test_a_kept_run_is_not_told_for_another_number() -> None:
    first = regcheck("check", "specs").out
    more = regcheck("check", "specs", "--more", "2")
    assert more.out != first
    assert "保存した結果を使いました（" not in more.err.split("。")[0] or "うち" in more.err
    assert regcheck("check", "specs", "--more", "2").out == more.out
    assert regcheck("check", "specs", "--more", "2", "--no-cache").out == more.out


def test_a_number_that_is_none_is_a_mistake() -> None:
    ran = regcheck("check", "specs", "--more", "many")
    assert (ran.code, ran.out) == (2, "")
    assert "設定「check.more」の値「many」は使えません" in ran.err
    assert "--more" in ran.err
