"""Values that a reader would rather see in a case.

Owns: for a fact, the values to try in its place, best first: limits of the text, then their neighbours, then
plain values.
Refuses to know: whether a value keeps the case what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from math import ceil, floor

from regcheck.frozen import Frozen
from regcheck.model.case import Value
from regcheck.model.specification import Specification
from regcheck.model.types import (
    RATIO,
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    NumberType,
    Type,
)
from regcheck.proof.limits import Limit
from regcheck.proof.records import Steps

_SMALL = (Fraction(1), Fraction(-1))
_PLAIN_DAY = date(2020, 4, 1)
"""Shown where any day would do."""


class Menu(Frozen):
    """Values in order of preference. `limits` are best at the edge of what keeps the case; `plain` anywhere."""

    limits: tuple[Value, ...] = ()
    plain: tuple[Value, ...] = ()


def menu(
    spec: Specification,
    kind: Type | None,
    steps: Steps,
    limits: Sequence[Limit],
    beside: Sequence[Value] = (),
) -> Menu:
    """What to try for a fact of a type (None: a 裁量) at the given steps; `beside` are values of its like in the
    case, with which it may be compared."""
    match kind:
        case None | BoolType():
            return Menu(plain=(False, True))
        case EnumType(enum=enum):
            return Menu(plain=spec.enumerations[enum].members)
        case EnumSetType(enum=enum):
            members = spec.enumerations[enum].members
            return Menu(plain=(frozenset(), *(frozenset((member,)) for member in members)))
        case NumberType():
            numbers = [*_values(steps, limits, kind.unit), *beside]
            return _numbers(kind, [v for v in numbers if isinstance(v, Fraction)])
        case DateType():
            days = [v for v in (*_values(steps, limits, ""), *beside) if isinstance(v, date)]
            near = tuple(dict.fromkeys(day for day in _days(days) if is_day(kind, day)))
            return Menu(limits=near, plain=(plain_day(kind),))
        case _:
            return Menu()


def _values(steps: Steps, limits: Iterable[Limit], unit: str) -> Iterator[Fraction | date]:
    """Limits on this very field first, then those on sums and means of its unit."""
    name = next((step for step in reversed(steps) if isinstance(step, str)), "")
    yield from (m.value for m in limits if m.path and m.path.steps and m.path.steps[-1] == name)
    yield from (m.value for m in limits if m.path is None and m.unit == unit)


def step_of(kind: NumberType) -> Fraction:
    """The least difference between two values that a reader would write."""
    if kind.unit == RATIO and kind.places == 0:
        return Fraction(1, 100)
    return Fraction(1, 10**kind.places)


def _numbers(kind: NumberType, values: list[Fraction]) -> Menu:
    step = step_of(kind)
    around = [*values, *(below(v, step) for v in values), *(above(v, step) for v in values)]
    limits = dict.fromkeys(v for v in around if is_written(kind, v))
    ends = [v for v in (kind.low, Fraction(0), *_SMALL, step, kind.high) if v is not None]
    return Menu(limits=tuple(limits), plain=tuple(dict.fromkeys(v for v in ends if is_written(kind, v))))


def below(value: Fraction, step: Fraction) -> Fraction:
    """The nearest number under a value that a reader would write: 399 under 400, 33.33% under 1/3."""
    return (ceil(value / step) - 1) * step


def above(value: Fraction, step: Fraction) -> Fraction:
    """The nearest number over a value that a reader would write."""
    return (floor(value / step) + 1) * step


def is_value(kind: NumberType, value: Fraction) -> bool:
    """Inside the declared bounds, and whole where only whole numbers are."""
    if kind.places == 0 and kind.unit != RATIO and value.denominator != 1:
        return False
    return (kind.low is None or value >= kind.low) and (kind.high is None or value <= kind.high)


def is_written(kind: NumberType, value: Fraction) -> bool:
    """Whether a 事例 can say the value: besides, it has no more decimals than declared; a 割合 may be 1/3."""
    return is_value(kind, value) and (kind.unit == RATIO or (value * 10**kind.places).denominator == 1)


def is_day(kind: DateType, day: date) -> bool:
    """Inside the declared bounds."""
    return (kind.low is None or kind.low <= day) and (kind.high is None or day <= kind.high)


def plain_day(kind: DateType) -> date:
    """The day shown where any would do."""
    return _PLAIN_DAY if is_day(kind, _PLAIN_DAY) else kind.low or kind.high or _PLAIN_DAY


def _days(days: Iterable[date]) -> Iterator[date]:
    listed = list(days)
    yield from listed
    yield from (near for day in listed for near in days_around(day))


def days_around(day: date) -> Iterator[date]:
    """The day before and the day after, where the calendar has them."""
    if day > date.min:
        yield day - timedelta(days=1)
    if day < date.max:
        yield day + timedelta(days=1)
