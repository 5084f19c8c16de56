"""Every way to count a period, and one 手続 with every field, on days and runs around what turns their truth.

PERIODS, period_formulas(), period_records()      two days of 案件, one counted from the other
REVIEW, run_formulas(), run_records()             the review of an introduction (tests/unit/evaluation/review.py)
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from tests.unit.evaluation.review import NAME, RULES, SPEC as REVIEW, day, happens, run

from regcheck.calendar.period import Period, Point
from regcheck.calendar.reckon import day_of_period
from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import (
    Breaches,
    Choice,
    Comparator,
    Compare,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    Lawful,
    Path,
    PeriodEnd,
)
from regcheck.model.specification import FieldDefinition, Header, Specification, Subject
from regcheck.model.types import BoolType, DateType, Type

__all__ = ["REVIEW", "period_formulas", "period_records", "run_formulas", "run_records"]

CASE, FROM, TO, SHORT = "案件", "申請日", "決定日", "短期"
FIRST, LAST = date(2027, 1, 1), date(2028, 12, 31)
BOUNDED = DateType(low=FIRST, high=LAST)
MONTH, TEN_DAYS = Period(months=1), Period(days=10)

PERIODS: tuple[Period, ...] = (
    MONTH,
    Period(months=1, first_day_counts=True),
    Period(months=13, first_day_counts=True),
    Period(years=1, months=6),
    Period(years=1, first_day_counts=True),
    Period(months=1, days=10),
    TEN_DAYS,
    Period(weeks=2, first_day_counts=True),
    Period(months=1, point=Point.NEXT),
    Period(days=10, point=Point.NEXT, moves=True),
    Period(days=10, moves=True),
    Period(days=10, moves=True, first_day_counts=True),
    Period(weeks=2, backward=True),
    Period(months=1, backward=True),
    Period(months=1, backward=True, first_day_counts=True),
    Period(days=3, backward=True, moves=True, point=Point.NEXT),
)

_STARTS = (
    date(2027, 1, 28), date(2027, 1, 29), date(2027, 1, 30), date(2027, 1, 31), date(2027, 2, 27), date(2027, 2, 28),
    date(2027, 3, 30), date(2027, 3, 31), date(2027, 4, 1), date(2027, 4, 21), date(2027, 12, 20), date(2028, 1, 30),
    date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1), date(2028, 3, 31),
)  # fmt: skip
"""Ends of long and short months, a leap year, days from which ten days end in rows of closed ones."""


def _fact(name: str) -> Fact:
    return Fact(path=Path(steps=(name,)))


def _subject() -> Subject:
    types: dict[str, Type] = {FROM: BOUNDED, TO: BOUNDED, SHORT: BoolType()}
    fields = {name: FieldDefinition(name=name, type=kind) for name, kind in types.items()}
    return Subject(header=Header(name=CASE), fields=fields)


PERIOD_SPEC = Specification(subjects={CASE: _subject()})


def period_formulas() -> Iterator[Formula]:
    """Each period against another day, against a fixed one and against another period from the same day; one from
    the end of another, and from one of two."""
    for period in PERIODS:
        end = PeriodEnd(start=_fact(FROM), period=period)
        for op in (Comparator.LT, Comparator.LE, Comparator.EQ):
            yield Compare(op=op, left=end, right=_fact(TO))
        yield Compare(op=Comparator.GE, left=end, right=Day(value=day_of_period(period, date(2028, 1, 30))))
        as_long = Period(days=(day_of_period(period, date(2028, 1, 30)) - date(2028, 1, 30)).days)
        yield Compare(op=Comparator.EQ, left=end, right=PeriodEnd(start=_fact(FROM), period=as_long))
        yield Compare(op=Comparator.LT, left=PeriodEnd(start=end, period=MONTH), right=_fact(TO))
        chosen = Choice(condition=Holds(path=Path(steps=(SHORT,))), then=end, otherwise=_fact(FROM))
        yield Compare(op=Comparator.GT, left=chosen, right=_fact(TO))
        yield Compare(op=Comparator.LE, left=_fact(TO), right=PeriodEnd(start=chosen, period=TEN_DAYS))


def period_records() -> Iterator[Record]:
    """From each start, some day that a period comes to, with the days beside it."""
    for number, start in enumerate(_STARTS):
        ends = {day_of_period(period, start) for period in PERIODS[number % 4 :: 4]}
        for end, beside in product(sorted(ends), (-1, 0, 1)):
            to = end + timedelta(days=beside)
            if FIRST <= to <= LAST:
                yield Record(subject=CASE, facts={FROM: start, TO: to, SHORT: (number + beside) % 2 == 0})


# ---------------------------------------------------------------- runs


def run_formulas() -> Iterator[Formula]:
    """適法, orderly, each breach, and days of the run compared."""
    yield Lawful(procedure=NAME, path=Path())
    yield Lawful(procedure=NAME, path=Path(), rules=False)
    yield from (Breaches(procedure=NAME, rule=rule.name, path=Path()) for rule in RULES)
    periods, limit = REVIEW.procedures[NAME].periods, REVIEW.procedures[NAME].limits["回答期限"]
    ends: tuple[Expression, ...] = (periods["審査期間"].last_in_force, limit.day)
    yield from (Compare(op=Comparator.LE, left=day("命令"), right=end) for end in ends)
    yield happens("受理")


_PLAIN = {"届出": date(2026, 4, 20), "受理": date(2026, 4, 24)}
_ASKED = _PLAIN | {"勧告": date(2026, 4, 30)}
_EXTENDED = _ASKED | {"延長": date(2026, 5, 10)}
_SHORTENED = _EXTENDED | {"短縮": date(2026, 5, 11)}


def run_records() -> Iterator[Record]:
    """Some courses; and each of them with every fact in turn a little different."""
    for course in _courses():
        yield course
        for name, value in course.facts.items():
            if isinstance(value, bool):
                yield replace(course, facts={**course.facts, name: not value})
            elif isinstance(value, date):
                yield from (_moved(course, name, value + timedelta(days=n)) for n in (-1, 1))


def _moved(course: Record, name: str, to: date) -> Record:
    return replace(course, facts={**course.facts, name: to})


def _courses() -> Iterator[Record]:
    """Total runs whose days lie at the limits of the review: 2026-05-23 is the thirtieth day from 受理, 05-11 the
    tenth from 勧告 (two days are closed), 08-23 the last of four months."""
    for given in (
        {"届出": date(2026, 4, 24), "受理": date(2026, 4, 24)},
        _PLAIN | {"導入": date(2026, 5, 24)},
        _PLAIN | {"導入": date(2026, 5, 23), "緊急": True},
        _ASKED | {"応諾の通知": date(2026, 5, 11), "応諾": True},
        _ASKED | {"応諾の通知": date(2026, 5, 11), "命令": date(2026, 5, 11)},
        _ASKED | {"命令": date(2026, 5, 12)},
        _ASKED | {"命令": date(2026, 6, 30), "緊急": True},
        _EXTENDED | {"延長後の末日": date(2026, 8, 23), "命令": date(2026, 8, 23)},
        _EXTENDED | {"延長後の末日": date(2026, 5, 24)},
        _SHORTENED
        | {"延長後の末日": date(2026, 8, 1), "短縮後の末日": date(2026, 7, 31), "命令": date(2026, 7, 31)},
        _SHORTENED
        | {"延長後の末日": date(2026, 8, 1), "短縮後の末日": date(2026, 5, 11), "導入": date(2026, 5, 12)},
        {"公布": date(2026, 1, 15), "指定": date(2027, 7, 14)},
        {"公布": date(2026, 1, 15), "指定": date(2026, 1, 16)},
        {"届出": date(2027, 3, 31), "受理": date(2027, 4, 1)},
        {"勧告": date(2026, 4, 30), "命令": date(2026, 5, 12)},
    ):
        yield _total(run(**given))


def _total(course: Record) -> Record:
    """The run with a day for what does not happen too; it must not matter."""
    facts = dict(course.facts)
    for name, definition in REVIEW.subjects[NAME].fields.items():
        plain = date(2026, 5, 1) if isinstance(definition.type, DateType) else False
        facts.setdefault(name, plain)
    return replace(course, facts=facts)
