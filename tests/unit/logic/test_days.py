"""Days of a case in terms: bounds of a type, cases of a choice, and what needs no solver."""

from __future__ import annotations

from datetime import date

import pytest
from tests.property.constructs_time import BOUNDED, CASE, FROM, PERIOD_SPEC, SHORT, TO

from regcheck.calendar.period import Period
from regcheck.logic.layout import Planner
from regcheck.logic.places import Place
from regcheck.logic.reach import inside
from regcheck.logic.terms import FALSE, TRUE, Stepped, Term, Terms, Unit
from regcheck.model.formula import (
    Choice,
    Comparator,
    Compare,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    Path,
    PeriodEnd,
)

FROM_DAY, TO_DAY = (Fact(path=Path(steps=(name,))) for name in (FROM, TO))
MONTH = PeriodEnd(start=FROM_DAY, period=Period(months=1))


def compiled(formula: Formula) -> tuple[Term, Terms]:
    planner = Planner(PERIOD_SPEC)
    layout, _ = planner.plan(CASE, [formula], assume=False)
    compiler = planner.compiler(layout)
    return compiler.compile(formula, Place(subject=CASE))[0], compiler.terms


def days(left: Expression, op: str, right: Expression) -> Term:
    return compiled(Compare(op=Comparator(op), left=left, right=right))[0]


def counted(start: Expression, length: int) -> PeriodEnd:
    return PeriodEnd(start=start, period=Period(days=length))


def steps_in(formula: Formula) -> int:
    term, terms = compiled(formula)
    seen = set[Term | Unit]()
    waiting: list[Term | Unit] = [term, *(axiom for axioms in terms.axioms.values() for axiom in axioms)]
    while waiting:
        one = waiting.pop()
        if one not in seen:
            seen.add(one)
            waiting += inside(one)
    return sum(isinstance(one, Stepped) for one in seen)


def test_a_month_has_28_to_31_days_without_any_solver() -> None:
    assert days(MONTH, ">=", counted(FROM_DAY, 28)) is TRUE
    assert days(MONTH, "<=", counted(FROM_DAY, 31)) is TRUE
    assert days(MONTH, "<", counted(FROM_DAY, 28)) is FALSE
    assert days(MONTH, "=", counted(FROM_DAY, 29)) not in (TRUE, FALSE)


def test_days_counted_from_one_day_become_limits_of_that_day() -> None:
    shorter = Compare(op=Comparator.LT, left=MONTH, right=counted(FROM_DAY, 30))
    assert steps_in(shorter) == 0
    assert steps_in(Compare(op=Comparator.GE, left=MONTH, right=Day(value=date(2028, 2, 29)))) == 0


def test_days_counted_from_two_days_stay_two_numbers() -> None:
    assert steps_in(Compare(op=Comparator.LE, left=MONTH, right=TO_DAY)) == 1


def test_a_period_from_the_end_of_another_is_one_step() -> None:
    twice = PeriodEnd(start=MONTH, period=Period(months=1))
    assert steps_in(Compare(op=Comparator.LE, left=twice, right=TO_DAY)) == 1


def test_days_and_weeks_are_plain_sums() -> None:
    assert steps_in(Compare(op=Comparator.LE, left=counted(FROM_DAY, 30), right=TO_DAY)) == 0


def test_a_choice_between_equal_days_is_that_day() -> None:
    chosen = Choice(condition=Holds(path=Path(steps=(SHORT,))), then=MONTH, otherwise=MONTH)
    assert days(chosen, ">=", counted(FROM_DAY, 28)) not in (FALSE,)
    assert days(chosen, "<", counted(FROM_DAY, 28)) is FALSE


@pytest.mark.parametrize(("op", "value", "told"), [(">=", BOUNDED.low, TRUE), ("<", BOUNDED.low, FALSE)])
def test_a_day_lies_within_the_bounds_of_its_type(op: str, value: date, told: Term) -> None:
    """The bound itself is an axiom; a period counted from it begins there."""
    first = PeriodEnd(start=FROM_DAY, period=Period(days=0, months=1))
    month_on = PeriodEnd(start=Day(value=value), period=Period(months=1))
    assert days(first, op, month_on) is told
