"""Protects: what the lines about versions and names come to in the model."""

from __future__ import annotations

from datetime import date

from tests.unit.model.procedure_world import spec_of

from regcheck.model.specification import BorneName, Citation

TEXT = """法令「法」
  種別　法律
  検査期間　令和七年四月一日から令和十二年三月三十一日まで

未確定「改称の日」
  範囲　令和八年六月十七日以後令和九年六月十一日以前

未確定「施行の日」

名称「支払基金」
  改正　「令和八年法律第三十八号」
  出典　「法」第五十条第一項第十四号（包括信用購入あっせん業）
  社会保険診療報酬支払基金　未確定「改称の日」前まで
  医療情報基盤・診療報酬審査支払機構　令和九年六月十一日から
"""


def test_the_days_of_a_placeholder_of_an_instrument_and_of_a_name() -> None:
    spec = spec_of(TEXT)
    assert spec.instruments["法"].horizon == (date(2025, 4, 1), date(2030, 3, 31))
    renaming = spec.placeholders["改称の日"]
    assert (renaming.first, renaming.last) == (date(2026, 6, 17), date(2027, 6, 11))
    open_day = spec.placeholders["施行の日"]
    assert (open_day.first, open_day.last) == (None, None)
    assert spec.appellations["支払基金"].names == (
        BorneName(name="社会保険診療報酬支払基金", until="改称の日"),
        BorneName(name="医療情報基盤・診療報酬審査支払機構", since=date(2027, 6, 11)),
    )


def test_a_header_says_which_law_made_it_and_what_a_citation_means() -> None:
    header = spec_of(TEXT).appellations["支払基金"].header
    assert header.amended_by == "令和八年法律第三十八号"
    provision = Citation(source="法", provision="第五十条第一項第十四号", called="包括信用購入あっせん業")
    assert header.sources == (provision,)
