"""Expressions made ready to be worked out for many records, without an account.

Owns: one case per expression of model/formula.py: the exact number where all facts are known, else an interval.
Refuses to know: comparisons and truth; conditions on elements are made by the `ask` it is given.

It gives the intervals of expressions.py. Whole numbers are kept as int, which is exact too and quicker.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from math import lcm
from typing import assert_never

from regcheck.calendar.period import Period
from regcheck.evaluation.interval import (
    End,
    Exact,
    Interval,
    add,
    aggregate,
    days_between,
    hull,
    point,
    round_number,
    rounded,
    scale,
    whole,
    with_zero,
)
from regcheck.evaluation.reading import Read, Records, Scope, reader, year_reader
from regcheck.model.case import UNKNOWN, Record, Value
from regcheck.model.formula import (
    Aggregate,
    Choice,
    Count,
    Day,
    Expression,
    Fact,
    Formula,
    ListTotal,
    Number,
    Path,
    PeriodEnd,
    Rounded,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    Total,
)
from regcheck.model.types import DateType, EnumSetType, ListType, NumberType, SeriesType, Type

Amount = Exact | Interval
"""A number that is known, or what it can be."""

Measure = Callable[[Records], Amount]
Ask = Callable[[Records], bool | None]
"""TRUE, FALSE, or None for UNKNOWN."""

Condition = Callable[[Formula, Scope], Ask]


def amount(expression: Expression, scope: Scope, condition: Condition) -> Measure:
    """The expression as a function of records; a date counts as its ordinal."""
    match expression:
        case Number(value=value):
            return _constant(whole(value))
        case Day(value=value):
            return _constant(value.toordinal())
        case Fact(path=path):
            return _single(reader(scope, path), scope.type_at(path))
        case SeriesItem(path=path, index=index):
            return _single(*year_reader(scope, path, index))
        case SetSize(path=path):
            return _set_size(scope, path)
        case SeriesAggregate():
            return _series(expression, scope)
        case Total(terms=terms):
            return _total([(factor, amount(part, scope, condition)) for factor, part in terms])
        case Rounded():
            return _rounded(expression, amount(expression.value, scope, condition))
        case Count():
            return _count(expression, scope, condition)
        case ListTotal():
            return _list_total(expression, scope, condition)
        case PeriodEnd(start=start, period=period):
            return _period_end(period, amount(start, scope, condition))
        case Choice():
            return _choice(expression, scope, condition)
        case _:
            assert_never(expression)


def as_interval(found: Amount) -> Interval:
    """A known number as an interval of one point."""
    return found if isinstance(found, Interval) else point(found)


def _constant(value: Exact) -> Measure:
    return lambda _: value


def _single(read: Read, kind: Type) -> Measure:
    if_open = open_amount(kind)

    def measure(records: Records) -> Amount:
        value = read(records)
        if type(value) is Fraction:
            return value.numerator if value.denominator == 1 else value
        return value.toordinal() if isinstance(value, date) else if_open

    return measure


def open_amount(kind: Type) -> Interval:
    """What a number or date of a type can be."""
    if isinstance(kind, DateType):
        return days_between(kind.low, kind.high)
    if not isinstance(kind, NumberType):
        return Interval()
    low = None if kind.low is None else whole(kind.low)
    return Interval(low, None if kind.high is None else whole(kind.high))


def _set_size(scope: Scope, path: Path) -> Measure:
    kind, read = scope.type_at(path), reader(scope, path)
    assert isinstance(kind, EnumSetType)
    if_open = Interval(0, len(scope.spec.enumerations[kind.enum].members))

    def measure(records: Records) -> Amount:
        value = read(records)
        return len(value) if isinstance(value, frozenset) else if_open

    return measure


def _series(expression: SeriesAggregate, scope: Scope) -> Measure:
    kind, read = scope.type_at(expression.path), reader(scope, expression.path)
    assert isinstance(kind, SeriesType)
    function, length, if_open = expression.function, kind.length, open_amount(kind.element)

    def measure(records: Records) -> Amount:
        value = read(records)
        years: Sequence[Value] = value if isinstance(value, tuple) else ()
        known = [whole(year) for year in years if type(year) is Fraction]
        if known and len(known) == len(years) >= length:
            return _aggregate(function, known)
        missing = [UNKNOWN] * (length - len(years))
        parts = [point(whole(y)) if type(y) is Fraction else if_open for y in (*years, *missing)]
        return aggregate(function, parts)

    return measure


def _aggregate(function: Aggregate, numbers: Sequence[Exact]) -> Exact:
    match function:
        case Aggregate.SUM:
            return sum(numbers)
        case Aggregate.MEAN:
            return Fraction(sum(numbers)) / len(numbers)
        case Aggregate.MAX:
            return max(numbers)
        case Aggregate.MIN:
            return min(numbers)


def _total(terms: Sequence[tuple[Fraction, Measure]]) -> Measure:
    """Factors are brought to one denominator, so that whole numbers are summed as such."""
    below = lcm(*(factor.denominator for factor, _ in terms))
    scaled = [((factor * below).numerator, measure) for factor, measure in terms if factor]
    share = whole(Fraction(1, below))

    def measure_total(records: Records) -> Amount:
        known: Exact = 0
        open_parts = list[tuple[int, Interval]]()
        for times, measure in scaled:
            part = measure(records)
            if isinstance(part, Interval):
                open_parts.append((times, part))
            else:
                known += times * part
        return scale(share, _open_total(known, open_parts)) if open_parts else whole(known * share)

    return measure_total


def _open_total(known: Exact, parts: Sequence[tuple[int, Interval]]) -> Interval:
    """The known part and the sum of times × number; a list of scaled intervals takes thrice as long."""
    low: End = known
    high: End = known
    for times, part in parts:
        least, most = (part.low, part.high) if times > 0 else (part.high, part.low)
        low = None if low is None or least is None else low + times * least
        high = None if high is None or most is None else high + times * most
    return Interval(low, high)


def _rounded(expression: Rounded, measure: Measure) -> Measure:
    places, mode = expression.places, expression.mode

    def measure_rounded(records: Records) -> Amount:
        found = measure(records)
        if isinstance(found, Interval):
            return rounded(found, places, mode)
        return round_number(found, places, mode)

    return measure_rounded


# ---------------------------------------------------------------- days


def _period_end(period: Period, start: Measure) -> Measure:
    from regcheck.evaluation.days import known_end, period_end  # few formulas count days

    def measure(records: Records) -> Amount:
        found = start(records)
        if isinstance(found, Interval):
            return period_end(period, found)
        end = known_end(period, found)
        return Interval() if end is None else end

    return measure


def _choice(choice: Choice, scope: Scope, condition: Condition) -> Measure:
    """The day that the condition picks; while it is open, any from the earlier to the later one."""
    ask = condition(choice.condition, scope)
    then, otherwise = amount(choice.then, scope, condition), amount(choice.otherwise, scope, condition)

    def measure(records: Records) -> Amount:
        truth = ask(records)
        if truth is None:
            return hull([as_interval(then(records)), as_interval(otherwise(records))])
        return then(records) if truth else otherwise(records)

    return measure


# ---------------------------------------------------------------- 一覧


def members(value: Value) -> tuple[Record, ...] | None:
    """The records of a 一覧, or None if the whole 一覧 is 不明."""
    return tuple(r for r in value if type(r) is Record) if isinstance(value, tuple) else None


def _count(count: Count, scope: Scope, condition: Condition) -> Measure:
    """From the number of elements that surely satisfy the condition to that of those that may."""
    kind, read = scope.type_at(count.path), reader(scope, count.path)
    assert isinstance(kind, ListType)
    if_open = Interval(0, kind.limit)
    ask = _where(count.where, scope.with_element(count.variable, kind.subject), condition)

    def measure(records: Records) -> Amount:
        found = members(read(records))
        if found is None:
            return if_open
        truths = [ask((*records, element)) for element in found]
        surely, maybe = truths.count(True), truths.count(None)
        return Interval(surely, surely + maybe) if maybe else surely

    return measure


def _list_total(total: ListTotal, scope: Scope, condition: Condition) -> Measure:
    """Elements that may not satisfy the condition count as their value or 0."""
    kind, read = scope.type_at(total.path), reader(scope, total.path)
    assert isinstance(kind, ListType)
    inside = scope.with_element(total.variable, kind.subject)
    ask, measure_one = _where(total.where, inside, condition), amount(total.value, inside, condition)

    def measure(records: Records) -> Amount:
        found = members(read(records))
        if found is None:
            return Interval()
        frames = [(*records, element) for element in found]
        asked = [(frame, truth) for frame in frames if (truth := ask(frame)) is not False]
        parts = [_addend(measure_one(frame), truth) for frame, truth in asked]
        known = [part for part in parts if not isinstance(part, Interval)]
        return sum(known) if len(known) == len(parts) else add([as_interval(part) for part in parts])

    return measure


def _addend(part: Amount, truth: bool | None) -> Amount:
    return part if truth else with_zero(as_interval(part))


def _where(where: Formula | None, scope: Scope, condition: Condition) -> Ask:
    return (lambda _: True) if where is None else condition(where, scope)
