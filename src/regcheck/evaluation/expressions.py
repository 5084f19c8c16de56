"""What an expression comes to, as an interval, when some facts may be 不明.

Owns: one case per expression of model/formula.py.
Refuses to know: comparisons and truth; conditions on elements are asked through the `ask` it is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import assert_never

from regcheck.evaluation.interval import Interval, add, aggregate, hull, point, rounded, scale, with_zero
from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.evaluation.lookup import Frame, Located, elements, read_fact, read_year, to_interval
from regcheck.evaluation.trace import Counted, Reading, Trace, distinct
from regcheck.frozen import Frozen, replace
from regcheck.model.case import UNKNOWN
from regcheck.model.formula import (
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
from regcheck.model.specification import Specification
from regcheck.model.types import EnumSetType, ListType, SeriesType

Ask = Callable[[Formula, Frame], Trace]


class Measured(Frozen):
    """What a number can be, the facts it was taken from, the conditions asked and the days counted on the way."""

    interval: Interval
    readings: tuple[Reading, ...] = ()
    conditions: tuple[Trace, ...] = ()
    counted: tuple[Counted, ...] = ()


def measure(expression: Expression, frame: Frame, ask: Ask) -> Measured:
    """The interval of an expression; a date counts as its ordinal."""
    match expression:
        case Number(value=value):
            return Measured(interval=point(value))
        case Day(value=value):
            return Measured(interval=point(value.toordinal()))
        case Fact(path=path):
            return _single(read_fact(frame, path))
        case SeriesItem(path=path, index=index):
            return _single(read_year(frame, path, index))
        case SetSize(path=path):
            return _set_size(frame.spec, read_fact(frame, path))
        case SeriesAggregate():
            return _series(expression, read_fact(frame, expression.path))
        case Total(terms=terms):
            parts = [measure(part, frame, ask) for _, part in terms]
            scaled = [scale(factor, p.interval) for (factor, _), p in zip(terms, parts, strict=True)]
            return _together(add(scaled), parts)
        case Rounded(value=inner, places=places, mode=mode):
            measured = measure(inner, frame, ask)
            return replace(measured, interval=rounded(measured.interval, places, mode))
        case Count():
            return _count(expression, frame, ask)
        case ListTotal():
            return _list_total(expression, frame, ask)
        case PeriodEnd():
            return _period_end(expression, measure(expression.start, frame, ask))
        case Choice():
            return _choice(expression, frame, ask)
        case _:
            assert_never(expression)


def _single(reading: Reading) -> Measured:
    return Measured(interval=to_interval(reading.type, reading.value), readings=(reading,))


def _set_size(spec: Specification, reading: Reading) -> Measured:
    assert isinstance(reading.type, EnumSetType)
    if isinstance(reading.value, frozenset):
        return Measured(interval=point(len(reading.value)), readings=(reading,))
    members = spec.enumerations[reading.type.enum].members
    return Measured(interval=Interval(point(0).low, point(len(members)).high), readings=(reading,))


def _series(expression: SeriesAggregate, reading: Reading) -> Measured:
    assert isinstance(reading.type, SeriesType)
    known = reading.value if isinstance(reading.value, tuple) else ()
    values = [*known, *[UNKNOWN] * (reading.type.length - len(known))]
    parts = [to_interval(reading.type.element, v) for v in values]
    return Measured(interval=aggregate(expression.function, parts), readings=(reading,))


def _together(interval: Interval, parts: Iterable[Measured]) -> Measured:
    """An interval that was made of several measures."""
    listed = tuple(parts)
    return Measured(
        interval=interval,
        readings=distinct(r for p in listed for r in p.readings),
        conditions=tuple(c for p in listed for c in p.conditions),
        counted=tuple(c for p in listed for c in p.counted),
    )


def _period_end(expression: PeriodEnd, start: Measured) -> Measured:
    """The day that the period comes to; what is known of it is told."""
    from regcheck.evaluation.days import period_end  # few formulas count days

    end = period_end(expression.period, start.interval)
    counted = Counted(expression=expression, start=start.interval, end=end)
    return replace(start, interval=end, counted=(*start.counted, counted))


def _choice(choice: Choice, frame: Frame, ask: Ask) -> Measured:
    """The day that the condition picks; while it is open, any from the earlier to the later one."""
    condition = ask(choice.condition, frame)
    ways = [choice.then] if condition.truth is not FALSE else []
    ways += [choice.otherwise] if condition.truth is not TRUE else []
    parts = [measure(way, frame, ask) for way in ways]
    found = _together(hull([p.interval for p in parts]), parts)
    return replace(found, conditions=(condition, *found.conditions))


def _count(count: Count, frame: Frame, ask: Ask) -> Measured:
    """From the number of elements that surely satisfy the condition to that of those that may."""
    listed = read_fact(frame, count.path)
    found = elements(listed)
    if found is None:
        assert isinstance(listed.type, ListType)
        limit = None if listed.type.limit is None else point(listed.type.limit).high
        return Measured(interval=Interval(point(0).low, limit), readings=(listed,))
    conditions = _conditions(count.path, count.variable, count.where, found, frame, ask)
    surely = sum(c.truth is TRUE for c in conditions) if count.where else len(found)
    possibly = sum(c.truth is not FALSE for c in conditions) if count.where else len(found)
    interval = Interval(point(surely).low, point(possibly).high)
    return Measured(interval=interval, readings=(listed,), conditions=conditions)


def _list_total(total: ListTotal, frame: Frame, ask: Ask) -> Measured:
    """Elements that may not satisfy the condition count as their value or 0."""
    listed = read_fact(frame, total.path)
    found = elements(listed)
    if found is None:
        return Measured(interval=Interval(), readings=(listed,))
    conditions = _conditions(total.path, total.variable, total.where, found, frame, ask)
    truths = [c.truth for c in conditions] if total.where else [TRUE] * len(found)
    parts = [Measured(interval=point(0), readings=(listed,), conditions=conditions)]
    for element, truth in zip(found, truths, strict=True):
        if truth is not FALSE:
            part = measure(total.value, frame.with_element(total.variable, element), ask)
            parts.append(part if truth is TRUE else replace(part, interval=with_zero(part.interval)))
    return _together(add([p.interval for p in parts]), parts)


def _conditions(
    path: Path, variable: str, where: Formula | None, found: Sequence[Located], frame: Frame, ask: Ask
) -> tuple[Trace, ...]:
    if where is None:
        return ()
    return tuple(
        replace(ask(where, frame.with_element(variable, element)), about=element_text(path, position))
        for position, element in enumerate(found)
    )


def element_text(path: Path, position: int) -> str:
    """2番目の設備."""
    return f"{position + 1}番目の{path.steps[-1]}"
