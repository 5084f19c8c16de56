"""A record printed as a 事例 is read back as the same record: a counterexample can be pasted into the spec."""

from __future__ import annotations

from functools import cache

from hypothesis import given, strategies as st
from tests.property.strategies_model import records

from regcheck.evaluation.scenario_text import scenario_text
from regcheck.model.case import UNKNOWN, Record, Value
from regcheck.model.formula import Applies, Path
from regcheck.model.from_syntax import build_specification
from regcheck.model.specification import Expectation, Expected, Specification
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

NAME = "見本.regspec"
RULES = """\
区分　種類
  国、「指定なし」、第一種

対象　部品
  名称：文字列
  「以上の値」：整数（床）　０以上
  同時設置：真偽

対象　事業者
  名称：文字列
  種別：種類
  損益：整数（円）
  残高：直近三事業年度の整数（円）　０以上
  黒字：直近三事業年度の真偽
  割合：割合　０以上１以下
  機能：種類の集合

対象　施設
  名称：文字列
  開設者：事業者
  在院日数：小数（日、小数点以下一位）　０以上
  承認日：日付
  承認：真偽
  設備：部品の一覧
  種別：種類

裁量「特に必要」：施設
  判断者　主務大臣

裁量「有力」：事業者
  判断者　主務大臣

裁量「優良」：部品
  判断者　主務大臣

定義「大規模」：施設
  承認があること
"""


@cache
def rules() -> Specification:
    return read(RULES)


def read(text: str) -> Specification:
    parsed = parse_file(SourceText(NAME, text))
    assert not parsed.diagnostics, text
    built = build_specification([parsed.file], frozenset())
    assert not built.diagnostics, (text, [d.payload.ja() for d in built.diagnostics])
    return built.specification


def plain(value: Value) -> Value:
    """Without what a 事例 need not say: explicit 不明, empty 参照."""
    if isinstance(value, tuple):
        return tuple(plain(each) for each in value)  # type: ignore[return-value]
    if not isinstance(value, Record):
        return value
    facts = {name: plain(fact) for name, fact in value.facts.items()}
    told = {k: v for k, v in facts.items() if not is_empty(v)}
    return Record(subject=value.subject, facts=told, judgements=value.judgements)


def is_empty(value: Value) -> bool:
    return value is UNKNOWN or (isinstance(value, Record) and not value.facts and not value.judgements)


@given(st.data())
def test_a_printed_record_reads_back(data: st.DataObject) -> None:
    record = data.draw(records(rules(), "施設", partial=data.draw(st.booleans())))
    formula = Applies(term="大規模", path=Path())
    expectations = [Expectation(formula=formula, expected=data.draw(st.sampled_from(Expected)))]
    text = scenario_text(rules(), record, expectations, "反例")
    scenario = read(f"{RULES}\n{text}").scenarios["反例"]
    assert plain(scenario.record) == plain(record), text
    assert [(e.formula, e.expected) for e in scenario.expectations] == [
        (e.formula, e.expected) for e in expectations
    ]
