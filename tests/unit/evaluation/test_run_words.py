"""Protects: what is said of days and runs, in words that can be written in the language."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.evaluation.hospital import SPEC as HOSPITALS, record
from tests.unit.evaluation.review import (
    ANSWER_BY,
    DAY_BEFORE,
    EXTENDED,
    FOUR_MONTHS,
    FREE,
    IN_FORCE,
    NAME,
    SPEC,
    UNCHANGED,
    counted,
    day,
    run,
)

from regcheck.calendar.period import Point
from regcheck.evaluation.scenario_text import expectation_text, scenario_text
from regcheck.evaluation.sentences import expression_text, formula_text
from regcheck.frozen import replace
from regcheck.model.formula import Breaches, Comparator, Compare, Day, Expression, Fact, Formula, Lawful, Path
from regcheck.model.specification import Expectation, Expected

BREACH = Breaches(procedure=NAME, rule="導入の禁止", path=Path())
LAWFUL = Lawful(procedure=NAME, path=Path())
APRIL_1 = date(2026, 4, 1)
AFTER_SIX_MONTHS = replace(FREE.last, period=replace(FREE.last.period, point=Point.NEXT))  # type: ignore[union-attr]
DESIGNATED = Compare(op=Comparator.EQ, left=day("指定"), right=Day(value=APRIL_1))


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (day("受理"), "受理の日"),
        (day("応諾の通知"), "応諾の通知の日"),
        (Fact(path=Path(steps=("延長後の末日",))), "延長後の末日"),
        (UNCHANGED, "受理の日から起算して三十日を経過する日"),
        (FOUR_MONTHS, "受理の日から起算して四月を経過する日"),
        (AFTER_SIX_MONTHS, "指定の日から六月を経過した日"),
        (counted(day("指定"), weeks=2), "指定の日から二週間を経過する日"),
        (counted(day("指定"), weeks=2, backward=True), "指定の日の二週間前"),
        (counted(day("指定"), days=4, moves=True), "指定の日から四日を経過する日（閉庁日繰下げ）"),
        (DAY_BEFORE, "導入の日の前日"),
        (counted(ANSWER_BY, days=1), "回答期限の翌日"),
        (ANSWER_BY, "回答期限"),
        (IN_FORCE, "審査期間の末日"),
        (EXTENDED, "短縮前の審査期間の末日"),
        (FREE.last, "免除期間の末日"),
    ],
)
def test_days(expression: Expression, text: str) -> None:
    assert expression_text(SPEC, expression) == text


@pytest.mark.parametrize(
    ("formula", "text", "denial"),
    [
        (BREACH, "「導入の禁止」に違反する", "「導入の禁止」に違反しない"),
        (LAWFUL, "適法である", "適法でない"),
        (
            Compare(op=Comparator.LE, left=day("導入"), right=IN_FORCE),
            "導入の日が審査期間の末日以前",
            "導入の日が審査期間の末日より後",
        ),
        (
            Compare(op=Comparator.LT, left=day("受理"), right=day("導入")),
            "受理の日が導入の日より前",
            "受理の日が導入の日以後",
        ),
    ],
)
def test_formulas(formula: Formula, text: str, denial: str) -> None:
    assert formula_text(SPEC, formula) == text
    assert formula_text(SPEC, formula, denied=True) == denial


@pytest.mark.parametrize(
    ("expectation", "text"),
    [
        (Expectation(formula=BREACH, expected=Expected.FALSE), "「導入の禁止」に違反しない"),
        (Expectation(formula=LAWFUL, expected=Expected.UNKNOWN), "適法であることは要確認"),
        (
            Expectation(formula=DESIGNATED, expected=Expected.TRUE, only=True),
            "指定の日は令和八年四月一日に限る",
        ),
    ],
)
def test_expectations(expectation: Expectation, text: str) -> None:
    assert expectation_text(SPEC, expectation) == text


def test_a_run_is_told_by_its_events_in_the_order_of_their_days() -> None:
    given = run(
        受理=APRIL_1, 届出=date(2026, 3, 31), 応諾=True, 延長=date(2026, 4, 2), 延長後の末日=date(2026, 5, 2)
    )
    assert scenario_text(SPEC, given, name="例") == (
        "事例「例」：審査\n"
        "  応諾あり、届出は令和八年三月三十一日、受理は令和八年四月一日\n"
        "  延長は令和八年四月二日、延長後の末日は令和八年五月二日\n"
    )


def test_of_a_run_an_absent_event_is_not_told_and_an_open_one_is() -> None:
    given = run(届出=True, 受理=None, 導入=False)
    told = replace(given, facts={**given.facts, "導入の日": APRIL_1, "勧告の日": APRIL_1})
    assert scenario_text(SPEC, told, name="例") == "事例「例」：審査\n  届出あり、受理は不明\n"


def test_a_run_in_which_nothing_happens_is_told_too() -> None:
    """A 事例 without a body cannot be read."""
    assert scenario_text(SPEC, run(), name="例") == "事例「例」：審査\n  公布なし\n"
    assert scenario_text(HOSPITALS, record("病院"), name="例") == "事例「例」：病院\n  名称は不明\n"
