"""The cases at a limit: just below it, exactly on it, just above it, each run by the evaluator.

Owns: the least step of a number, the neighbours of a limit, and what a comparison says of each.
Refuses to know: which limits there are, findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from regcheck.evaluation.describe import value_text
from regcheck.evaluation.kleene import Kleene
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record, Value
from regcheck.model.formula import Compare, Count, Day, Expression, Number, SetSize
from regcheck.model.specification import Specification
from regcheck.model.types import DateType, NumberType, SeriesType
from regcheck.proof.candidates import days_around, is_day, is_value, step_of
from regcheck.proof.limits import Limit
from regcheck.proof.records import type_at
from regcheck.proof.replay import truth


class Around(Frozen):
    """The values below, at and above a limit, as they are written, with what the comparison says of each."""

    values: tuple[str, ...]
    outcomes: tuple[Kleene, ...]

    def words(self) -> str:
        """399床は非該当、400床は該当、401床は該当."""
        told = zip(self.values, self.outcomes, strict=True)
        return "、".join(f"{value}は{outcome.value}" for value, outcome in told)


def around(spec: Specification, subject: str, limits: Sequence[Limit]) -> Iterator[Around]:
    """Each limit on one and the same thing with its neighbours; a value that it cannot have is left out."""
    kind = kind_of(spec, subject, limits[0])
    known = dict[Fraction | date, _Near]()
    for limit in limits:
        near = known.get(limit.value)
        if near is None:
            near = known[limit.value] = _near(spec, subject, kind, limit)
        said = Compare(op=limit.op, left=limit.left, right=_constant(limit))
        if near.records:
            outcomes = tuple(truth(spec, said, record) for record in near.records)
        else:
            outcomes = tuple(_number_alone(spec, subject, said, limit, value) for value in near.values)
        yield Around(values=near.words, outcomes=outcomes)


class _Near(Frozen):
    """Values with their words, and the records that have them where the value is that of one fact."""

    values: tuple[Fraction | date, ...]
    words: tuple[str, ...]
    records: tuple[Record, ...]


def _near(spec: Specification, subject: str, kind: NumberType | DateType, limit: Limit) -> _Near:
    values = tuple(_neighbours(kind, limit))
    words = tuple(value_text(value, kind) for value in values)
    if limit.path is None or limit.path.root:
        return _Near(values=values, words=words, records=())
    steps = limit.path.steps
    records = tuple(record_with(spec, subject, steps, value) for value in values)
    return _Near(values=values, words=words, records=records)


def kind_of(spec: Specification, subject: str, limit: Limit) -> NumberType | DateType:
    """The type of what is compared; a sum or a mean is as fine as the finest fact of its unit."""
    if limit.path is not None and not limit.path.root:
        found = type_at(spec, subject, limit.path.steps)
        if isinstance(found, NumberType | DateType):
            return found
    if isinstance(limit.value, date):
        return DateType()
    if isinstance(limit.left, Count | SetSize):
        return NumberType(unit=limit.unit, low=Fraction(0))
    return NumberType(unit=limit.unit, places=_places(spec, limit.unit))


def _places(spec: Specification, unit: str) -> int:
    kinds = (one.type for subject in spec.subjects.values() for one in subject.fields.values())
    numbers = (kind.element if isinstance(kind, SeriesType) else kind for kind in kinds)
    return max((n.places for n in numbers if isinstance(n, NumberType) and n.unit == unit), default=0)


def _neighbours(kind: NumberType | DateType, limit: Limit) -> Iterator[Fraction | date]:
    if isinstance(kind, DateType) and isinstance(limit.value, date):
        days = sorted((limit.value, *days_around(limit.value)))
        yield from (day for day in days if is_day(kind, day))
    elif isinstance(kind, NumberType) and isinstance(limit.value, Fraction):
        step = step_of(kind)
        steps = limit.value / step
        near = ((-(-steps // 1) - 1) * step, limit.value, (steps // 1 + 1) * step)
        yield from (value for value in near if is_value(kind, value))


def _constant(limit: Limit) -> Expression:
    if isinstance(limit.value, date):
        return Day(value=limit.value)
    return Number(value=limit.value, unit=limit.unit)


def _number_alone(
    spec: Specification, subject: str, said: Compare, limit: Limit, value: Fraction | date
) -> Kleene:
    """The comparison asked of the number itself, where it is made of many facts."""
    number = Day(value=value) if isinstance(value, date) else Number(value=value, unit=limit.unit)
    return truth(spec, replace(said, left=number), Record(subject=subject))


def record_with(spec: Specification, subject: str, steps: tuple[str, ...], value: Value) -> Record:
    """A record of which only one fact is known."""
    head, rest = steps[0], steps[1:]
    if not rest:
        return Record(subject=subject, facts={head: value})
    kind = spec.subjects[subject].fields[head].type
    return Record(subject=subject, facts={head: record_with(spec, getattr(kind, "subject", ""), rest, value)})
