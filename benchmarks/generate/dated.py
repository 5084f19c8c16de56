"""Four days of a case over some years, and what is asked of periods counted from them.

Owns: the 対象, the questions, and whether each has a case.
Refuses to know: how a period is written for a solver.
"""

from __future__ import annotations

from datetime import date

from regcheck.calendar.period import Period
from regcheck.frozen import Frozen
from regcheck.model.formula import (
    Comparator,
    Compare,
    Expression,
    Fact,
    Formula,
    Or,
    Part,
    Path,
    PeriodEnd,
)
from regcheck.model.specification import FieldDefinition, Header, Specification, Subject
from regcheck.model.types import DateType
from regcheck.proof.question import Labelled, Question

SUBJECT = "案件"
DAYS = ("届出の日", "受理の日", "勧告の日", "命令の日")
_FIRST = date(2023, 11, 17)
_ON = 400
"""Days after the horizon, on which what began within it may end."""

_MONTH, _HALF_YEAR = Period(months=1), Period(months=6)
_FOUR_MONTHS = Period(months=4, first_day_counts=True)
_YEAR_AND_A_HALF = Period(years=1, months=6, first_day_counts=True)
_TEN_DAYS = Period(days=10, first_day_counts=True, moves=True)


class Dated(Frozen):
    """A question, whether there is a case, and whether a limit in it moves from closed days."""

    name: str
    question: Question
    possible: bool
    moves: bool


def specification(years: int) -> Specification:
    """The days, each within so many years."""
    last = date.fromordinal(date(_FIRST.year + years, 11, 16).toordinal() + _ON)
    within = DateType(low=_FIRST, high=last)
    fields = {name: FieldDefinition(name=name, type=within) for name in DAYS}
    return Specification(subjects={SUBJECT: Subject(header=Header(name=SUBJECT), fields=fields)})


def questions() -> tuple[Dated, ...]:
    """One day, two days, three and four, with months and with limits that move from closed days."""
    first, second, third, fourth = (Fact(path=Path(steps=(name,))) for name in DAYS)
    ordered = (_le(first, second), _le(second, third), _le(third, fourth))
    long = Period(days=20)
    return (
        _asked("a month is less than 30 days", True, _lt(_on(first, _MONTH), _on(first, Period(days=30)))),
        _asked("a month is 28 to 31 days", False, _either(
            _lt(_on(first, _MONTH), _on(first, Period(days=28))), _lt(_on(first, Period(days=31)), _on(first, _MONTH))
        )),
        _asked("a month from a later day does not end before", False,
               _le(first, second), _lt(_on(second, _MONTH), _on(first, _MONTH))),
        _asked("a moved limit from a later day does not end before", False,
               _le(first, second), _lt(_on(second, _TEN_DAYS), _on(first, _TEN_DAYS))),
        _asked("an answer comes soon after the period", False, *ordered[:2],
               _le(second, _on(first, _FOUR_MONTHS)), _le(third, _on(second, _TEN_DAYS)),
               _lt(_on(_on(first, _FOUR_MONTHS), long), third)),
        _asked("an answer comes after the period", True, *ordered[:2],
               _le(second, _on(first, _FOUR_MONTHS)), _le(third, _on(second, _TEN_DAYS)),
               _lt(_on(_on(first, _FOUR_MONTHS), Period(days=12)), third)),
        _asked("a chain of four stays in order", False, *ordered,
               _le(second, _on(first, _YEAR_AND_A_HALF)),
               _either(_lt(_on(fourth, _HALF_YEAR), _on(third, _HALF_YEAR)), _lt(_on(second, _HALF_YEAR), first))),
    )  # fmt: skip


def _asked(name: str, possible: bool, *formulas: Formula) -> Dated:
    parts = tuple(Labelled(label=str(number), formula=formula) for number, formula in enumerate(formulas))
    question = Question(subject=SUBJECT, parts=parts)
    return Dated(name=name, question=question, possible=possible, moves="moves=True" in repr(question))


def _on(start: Expression, period: Period) -> PeriodEnd:
    return PeriodEnd(start=start, period=period)


def _le(left: Expression, right: Expression) -> Compare:
    return Compare(op=Comparator.LE, left=left, right=right)


def _lt(left: Expression, right: Expression) -> Compare:
    return Compare(op=Comparator.LT, left=left, right=right)


def _either(*formulas: Formula) -> Formula:
    return Or(parts=tuple(Part(body=formula) for formula in formulas))
