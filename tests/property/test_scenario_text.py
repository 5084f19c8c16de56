"""A record printed as a 事例 is read back as the same record: a counterexample can be pasted into the spec."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.property.strategies_model import records

from regcheck.calendar.period import Period
from regcheck.evaluation.scenario_text import scenario_text
from regcheck.frozen import replace
from regcheck.model.case import UNKNOWN, Record, Value
from regcheck.model.formula import (
    Applies,
    Breaches,
    Comparator,
    Compare,
    Day,
    Fact,
    Formula,
    Holds,
    Lawful,
    Not,
    Path,
    PeriodEnd,
)
from regcheck.model.from_syntax import build_specification
from regcheck.model.procedures import day_of, new_last_day_of
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

対象　案件
  緊急：真偽
  期日：日付

手続「審査の手続」：案件
  検査期間　令和八年四月一日から令和八年八月三十一日まで
  事象　届出：事業者
  事象　受理：主務大臣　届出以後
  事象　延長：主務大臣　受理以後
  事象　変更の届出：事業者　受理以後
  事象　勧告：主務大臣　受理以後
  期間「審査期間」　受理の日から起算して三十日を経過する日まで
  期限「回答期限」　勧告を受けた日から起算して十日以内（閉庁日繰下げ）
  権限「延長」　主務大臣は、審査期間内に限り、延長により、審査期間を受理の日から起算して四月間を限度として延長することができる
  権限「勧告」　主務大臣は、審査期間内に限り、勧告をすることができる
  義務「変更の届出」　事業者は、勧告があるときは、回答期限までに、変更の届出をしなければならない
"""
RUN = "審査の手続"


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


def plain_run(record: Record) -> Record:
    """What a 事例 says of a run: of an event that does not happen no day, and no open fact but open events."""
    procedure = rules().procedures[RUN]
    facts = {name: value for name, value in record.facts.items() if value is not UNKNOWN}
    for event in procedure.events:
        if facts.get(event) is False:
            facts = {k: v for k, v in facts.items() if k not in (day_of(event), new_last_day_of(event))}
    return Record(subject=RUN, facts=facts, judgements=record.judgements)


def questions() -> list[Formula]:
    """What can be expected of a run, in the words that the language has for it."""
    procedure = rules().procedures[RUN]
    found: list[Formula] = [Lawful(procedure=RUN, path=Path())]
    found += [Breaches(procedure=RUN, rule=rule, path=Path()) for rule in procedure.rules]
    found += [Holds(path=Path(steps=(event,))) for event in procedure.events]
    day = Day(value=date(2026, 4, 10))
    named = (procedure.limits["回答期限"].day, procedure.periods["審査期間"].last_in_force)
    counted = PeriodEnd(
        start=Fact(path=Path(steps=("受理の日",))), period=Period(months=1, first_day_counts=True)
    )
    for wanted in (*named, counted, replace(counted, period=Period(weeks=2, backward=True))):
        found += [Compare(op=op, left=wanted, right=day) for op in Comparator]
    changed = Fact(path=Path(steps=("変更の届出の日",)))
    return found + [Compare(op=op, left=changed, right=named[1]) for op in Comparator]


@examples(60)
@given(st.data())
def test_a_printed_run_reads_back(data: st.DataObject) -> None:
    """An event with its day, one that is open, one that is left out because it does not happen."""
    record = data.draw(records(rules(), RUN, partial=data.draw(st.booleans())))
    given_facts = {k: v for k, v in record.facts.items() if not isinstance(v, date) or within(v)}
    record = replace(record, facts=given_facts)
    asked = data.draw(st.lists(st.sampled_from(questions()), max_size=2, unique=True))
    expectations = [Expectation(formula=f, expected=data.draw(st.sampled_from(Expected))) for f in asked]
    text = scenario_text(rules(), record, expectations, "反例")
    scenario = read(f"{RULES}\n{text}").scenarios["反例"]
    assert plain_run(scenario.record) == plain_run(record), text
    told = [truth_after(e.formula, e.expected) for e in scenario.expectations]
    assert told == [truth_after(e.formula, e.expected) for e in expectations], text


def within(day: date) -> bool:
    first, last = rules().procedures[RUN].days
    return first <= day <= last


OTHER = {Expected.TRUE: Expected.FALSE, Expected.FALSE: Expected.TRUE, Expected.UNKNOWN: Expected.UNKNOWN}


def truth_after(formula: Formula, expected: Expected) -> tuple[Formula, Expected]:
    """An expectation without denials: 「でない」 is that 「である」 is 非該当."""
    match formula:
        case Not(body=body):
            return truth_after(body, OTHER[expected])
        case Compare(op=Comparator.NE):
            return replace(formula, op=Comparator.EQ), OTHER[expected]
        case _:
            return formula, expected
