"""Values that a reader would rather see in a case.

Owns: for a fact, the values to try in its place, best first: limits of the text, then their neighbours, then
plain values.
Refuses to know: whether a value keeps the case what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction

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


class Menu(Frozen):
    """Values in order of preference. `limits` are best at the edge of what keeps the case; `plain` anywhere."""

    limits: tuple[Value, ...] = ()
    plain: tuple[Value, ...] = ()


def menu(spec: Specification, kind: Type | None, steps: Steps, limits: Sequence[Limit]) -> Menu:
    """What to try for a fact of a type (None: a 裁量) at the given steps."""
    match kind:
        case None | BoolType():
            return Menu(plain=(False, True))
        case EnumType(enum=enum):
            return Menu(plain=spec.enumerations[enum].members)
        case EnumSetType(enum=enum):
            members = spec.enumerations[enum].members
            return Menu(plain=(frozenset(), *(frozenset((member,)) for member in members)))
        case NumberType():
            return _numbers(kind, list(_values(steps, limits, kind.unit)))
        case DateType():
            days = [v for v in _values(steps, limits, "") if isinstance(v, date)]
            return Menu(limits=tuple(dict.fromkeys(_days(days))))
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


def _numbers(kind: NumberType, found: list[Fraction | date]) -> Menu:
    step = step_of(kind)
    values = [v for v in found if isinstance(v, Fraction)]
    around = [*values, *(v - step for v in values), *(v + step for v in values)]
    limits = dict.fromkeys(v for v in around if _is_value(kind, v))
    plain = [v for v in (kind.low, Fraction(0), kind.high) if v is not None and _is_value(kind, v)]
    return Menu(limits=tuple(limits), plain=tuple(dict.fromkeys(plain)))


def _is_value(kind: NumberType, value: Fraction) -> bool:
    """Inside the declared bounds, and whole where only whole numbers are."""
    if kind.places == 0 and kind.unit != RATIO and value.denominator != 1:
        return False
    return (kind.low is None or value >= kind.low) and (kind.high is None or value <= kind.high)


def _days(days: Iterable[date]) -> Iterator[date]:
    listed = list(days)
    yield from listed
    yield from (day - timedelta(days=1) for day in listed)
    yield from (day + timedelta(days=1) for day in listed)
