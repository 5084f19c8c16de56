"""How the account of a case looks: every kind of list, table, stage and override, in both languages."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from regcheck.app.cases import cases_in_text
from regcheck.app.projects import find_projects
from regcheck.diagnostics.wording import Language
from regcheck.render.account import account
from regcheck.render.case_object import case_text
from regcheck.render.page import plain

HERE = Path(__file__).parent
SPEC = """区分　変更の種類
  保有、構成

対象　設備
  出力：整数（kW）　０以上

対象　変更
  種類：変更の種類
  割合：割合　０以上１以下
  承認：真偽　不明可
  設備：設備の一覧（五以下）

裁量「特に必要」：変更
  判断者　主務大臣

定義「重要変更」：変更
  条項　第一条
  次の各号のいずれかに該当すること
    一　割合が三分の一以上であること
    二　次のイからハまでのうち二以上に該当すること
      イ　承認があること
      ロ　出力が五十万kW以上の設備を有すること
      ハ　設備の数が二以上であること
  ただし、種類が構成であるものを除く

特例「必要な変更」：変更
  条項　第一条第二項
  「重要変更」の規定にかかわらず、主務大臣が「特に必要」と認める変更は、該当するものとする

段階「施行」：変更
  条項　附則第二条
  第一段階　令和十年四月一日から　重要変更に該当すること
  第二段階　令和十一年四月一日から　割合が十分の一以上であること

区分表「手続」：変更
  条項　第二条
  該当は一つのみ、漏れなし
  | 種類 | 割合           | → 手続 |
  | 構成 | ―              | 届出   |
  | 保有 | 25%以上1/3未満 | 届出   |
  | 保有 | それ以外       | 不要   |
"""
CASES = """事例「三割」：変更
  種類は保有、割合は30%、設備は（出力は50kW）、（出力は60万kW）
  → 重要変更に該当する
  → 「手続」の手続が不要である

事例「半分」：変更
  種類は保有、割合は50%、設備はなし
  主務大臣は「特に必要」と認めない
  → 重要変更に該当する
"""


@pytest.mark.parametrize("form", [*Language, "json"])
def test_account(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("spec").mkdir()
    Path("spec/a.regspec").write_text(SPEC, encoding="utf-8")
    Path("cases.regspec").write_text(CASES, encoding="utf-8")
    (project,), _ = find_projects([Path("spec")])
    found = cases_in_text(project, Path("cases.regspec"), "")
    assert not found.diagnostics
    if form == "json":
        text = case_text(found.specification, found.cases)
    else:
        text = plain(account(found.specification, found.cases, Language(form)))
    file = HERE / f"account.{form}.txt"
    if os.environ.get("REGCHECK_SNAPSHOT"):
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
