"""Protects: 事例, 性質 and other sentences about runs of a 手続, and what a broken 手続 takes along."""

from __future__ import annotations

from datetime import date

from tests.unit.model.procedure_world import PROCEDURE, SUBJECT, read, spec_of

from regcheck.frozen import replace
from regcheck.model.case import UNKNOWN, Record
from regcheck.model.formula import (
    And,
    Breaches,
    Comparator,
    Compare,
    Day,
    Fact,
    Formula,
    Holds,
    Lawful,
    Not,
    Or,
    Part,
    Path,
    PeriodEnd,
)
from regcheck.model.from_syntax.single import build_formula
from regcheck.model.specification import Expectation
from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.parse import parse_file

EVENTS = ("公布", "施行", "届出", "受理", "短縮", "延長", "勧告", "応諾の通知", "命令", "導入")


def record(facts: str) -> Record:
    case = f"事例「一」：審査\n{facts}\n  → 適法である\n"
    return spec_of(SUBJECT, PROCEDURE, case).scenarios["一"].record


def expected(sentence: str) -> Expectation:
    case = f"事例「一」：審査\n  応諾なし\n  → {sentence}\n"
    return spec_of(SUBJECT, PROCEDURE, case).scenarios["一"].expectations[0]


def said(sentence: str) -> Formula:
    owed = f"性質「一」\n  すべての審査について、{sentence}\n"
    return spec_of(SUBJECT, PROCEDURE, owed).properties["一"].members[0]


def fact(name: str) -> Fact:
    return Fact(path=Path(steps=(name,)))


# ---------------------------------------------------------------- 事例


def test_an_event_that_is_given_as_a_day_happened_on_it_and_others_did_not() -> None:
    facts = record("  応諾あり\n  届出は令和八年四月一日、受理は令和八年四月二日").facts
    assert facts["届出"] is True
    assert facts["届出の日"] == date(2026, 4, 1)
    assert facts["受理の日"] == date(2026, 4, 2)
    assert facts["応諾"] is True
    assert "緊急やむを得ない場合" not in facts
    assert {name for name in EVENTS if facts[name] is True} == {"届出", "受理"}
    assert "命令の日" not in facts


def test_what_is_not_known_of_an_event_stays_open() -> None:
    facts = record("  届出は不明、受理あり、延長後の末日は令和八年七月三十一日、命令なし").facts
    assert facts["届出"] is UNKNOWN
    assert "届出の日" not in facts
    assert facts["受理"] is True
    assert "受理の日" not in facts
    assert facts["延長"] is True
    assert facts["延長後の末日"] == date(2026, 7, 31)
    assert facts["命令"] is False


def test_an_event_has_one_day() -> None:
    twice = read(SUBJECT, PROCEDURE, "事例「一」：審査\n  届出は令和八年四月一日、届出なし\n  → 適法である\n")
    assert [each.code.id for each in twice.diagnostics] == ["RC212"]
    other = read(SUBJECT, PROCEDURE, "事例「一」：審査\n  応諾は令和八年四月一日\n  → 適法である\n")
    assert [each.code.id for each in other.diagnostics] == ["RC243"]


def test_only_is_told_of_an_expectation() -> None:
    only = expected("届出の日は令和八年五月一日に限る")
    assert only.only
    day = Day(value=date(2026, 5, 1))
    assert only.formula == Compare(op=Comparator.EQ, left=fact("届出の日"), right=day)
    assert not expected("適法である").only


# ---------------------------------------------------------------- sentences


def test_lawful_and_breached() -> None:
    assert said("適法である") == Lawful(procedure="審査", path=Path())
    assert said("適法でない") == Not(body=Lawful(procedure="審査", path=Path()))
    breach = Breaches(procedure="審査", rule="導入の禁止", path=Path())
    assert said("「導入の禁止」に違反する") == breach
    assert said("「導入の禁止」に違反しない") == Not(body=breach)


def compared(formula: Formula) -> Compare:
    """The comparison in a sentence of which days are compared."""
    assert isinstance(formula, And)
    comparison = formula.parts[-1].body
    assert isinstance(comparison, Compare)
    return comparison


def test_days_that_have_names() -> None:
    procedure = spec_of(SUBJECT, PROCEDURE).procedures["審査"]
    period, limit = procedure.periods["審査期間"], procedure.limits["回答期限"]
    found = compared(said("回答期限が審査期間の末日以前である"))
    assert found == Compare(op=Comparator.LE, left=limit.day, right=period.last_in_force)
    found = compared(said("審査期間の初日が令和八年四月一日である"))
    assert found == Compare(op=Comparator.EQ, left=period.first, right=Day(value=date(2026, 4, 1)))
    assert compared(said("回答期限が審査期間の末日である")) == Compare(
        op=Comparator.EQ, left=limit.day, right=period.last_in_force
    )


def test_a_day_is_compared_only_where_its_event_happens() -> None:
    received, advised = Holds(path=Path(steps=("受理",))), Holds(path=Path(steps=("勧告",)))
    found = said("回答期限が受理の日以後である")
    assert isinstance(found, And)
    assert [part.body for part in found.parts[:-1]] == [advised, received]
    period = said("審査期間の末日が令和八年四月一日より後である")
    assert isinstance(period, And)
    extended, base = received_unless_changed(period.parts[0].body)
    assert extended == Holds(path=Path(steps=("短縮",)))
    assert base == Not(body=extended)


def received_unless_changed(formula: Formula) -> tuple[Formula, Formula]:
    """The conditions of the two ways in which the last day of a period can be there."""
    assert isinstance(formula, Or)
    ways = [part.body for part in formula.parts]
    assert all(isinstance(way, And) for way in ways)
    first, second = (way.parts[0].body for way in ways if isinstance(way, And))
    return first, second


def test_happened_by_a_day() -> None:
    limit = spec_of(SUBJECT, PROCEDURE).procedures["審査"].limits["回答期限"].day
    happened = And(
        parts=(
            Part(body=Holds(path=Path(steps=("応諾の通知",)))),
            Part(body=Compare(op=Comparator.LE, left=fact("応諾の通知の日"), right=limit)),
        )
    )
    assert said("回答期限までに応諾の通知がある") == happened
    assert said("回答期限までに応諾の通知がない") == Not(body=happened)


def test_a_day_by_what_was_done_on_it() -> None:
    for words in ("受理の日", "受理した日", "受理を受けた日", "届出を受理した日"):
        found = compared(said(f"{words}から六月を経過する日が計画日以前である"))
        assert isinstance(found.left, PeriodEnd)
        assert found.left.start == fact("受理の日")
        assert found.right == fact("計画日")


def test_a_sentence_is_read_against_a_built_specification_in_the_same_way() -> None:
    spec = spec_of(SUBJECT, PROCEDURE)
    sentence = "回答期限が審査期間の末日以前であり、かつ、「回答」に違反しない"
    parsed = parse_file(SourceText("b.regspec", f"性質「一」\n  すべての審査について、{sentence}\n"))
    (item,) = parsed.file.items
    assert isinstance(item, ast.PropertyItem)
    built = build_formula(spec, "審査", item.members[0])
    assert built.diagnostics == ()
    assert built.formula == said(sentence)


# ---------------------------------------------------------------- what a broken 手続 takes along


def test_items_about_the_runs_of_a_broken_procedure_are_left_out_in_silence() -> None:
    items = """定義「甲」：審査
  届出があること
性質「一」
  すべての審査について、適法である
事例「二」：審査
  届出は令和八年五月一日
  → 「甲」に該当する
定義「乙」：導入等
  応諾があること
"""
    sound = spec_of(SUBJECT, PROCEDURE, items)
    assert list(sound.predicates) == ["甲", "乙"]
    built = read(SUBJECT, PROCEDURE.replace("事象　導入：事業者", "事象　設置：事業者"), items)
    assert {each.code.id for each in built.diagnostics} == {"RC201"}
    spec = built.specification
    assert (spec.procedures, list(spec.subjects)) == ({}, ["導入等"])
    assert (list(spec.predicates), spec.properties, spec.scenarios) == (["乙"], {}, {})


def test_a_procedure_that_leans_on_a_broken_term_is_left_out_with_its_runs() -> None:
    rule = "  義務「丙」　事業者は、「丁」に該当するときは、届出をしなければならない\n"
    term = "定義「丁」：導入等\n  対応があること\n"
    built = read(SUBJECT, PROCEDURE + rule, term)
    assert [each.payload.ja().headline for each in built.diagnostics] == [
        "「導入等」に「対応」という事実はありません"
    ]
    assert built.specification.procedures == {}
    assert list(built.specification.subjects) == ["導入等"]


def test_what_holds_of_a_subject_holds_of_the_runs_about_it() -> None:
    background = "前提「急ぐなら応諾」：導入等\n  緊急やむを得ない場合があるならば、応諾がある\n"
    spec = spec_of(SUBJECT, PROCEDURE, background)
    first, second = spec.assumptions.values()
    assert (first.subject, second.subject) == ("導入等", "審査")
    assert second == replace(first, subject="審査", carried=True)
    (alone,) = read(
        SUBJECT, PROCEDURE.replace("緊急やむを得ない場合があるとき", "応対があるとき"), background
    ).specification.assumptions.values()
    assert alone.subject == "導入等"
