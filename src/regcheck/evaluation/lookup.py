"""Finding facts in a record that may know little.

Owns: following a Path from the subject or a bound element; what stands at its end and of which type.
Refuses to know: truth, connectives, predicates.

A 参照 that is 不明 leads to a record of which nothing is known, so a path never breaks off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from regcheck.evaluation.interval import Interval, days_between, point
from regcheck.evaluation.trace import Address, Reading, Trace
from regcheck.frozen import Frozen, field, replace
from regcheck.model import case
from regcheck.model.case import Record
from regcheck.model.formula import Path
from regcheck.model.specification import Specification
from regcheck.model.types import DateType, ListType, NumberType, ReferenceType, SeriesType, Type


class Located(Frozen):
    """A record and where it lies inside the record that was asked about."""

    record: Record
    address: Address = Address()


class Frame(Frozen):
    """What names stand for while a formula is read: "" the subject, variables elements, years positions.

    `answers` remembers predicates already asked of a record, for a term may be used in many places.
    """

    spec: Specification
    records: Mapping[str, Located]
    years: Mapping[str, int] = field(default_factory=dict)
    answers: dict[tuple[str, Address], Trace] = field(default_factory=dict)

    def about(self, subject: Located) -> Frame:
        """A fresh frame for the body of another rule, asked of this record."""
        return Frame(spec=self.spec, records={"": subject}, answers=self.answers)

    def with_element(self, variable: str, element: Located) -> Frame:
        return replace(self, records={**self.records, variable: element})

    def in_year(self, index: str, position: int) -> Frame:
        return replace(self, years={**self.years, index: position})


def find_record(frame: Frame, path: Path) -> Located:
    """The record at a path of 参照."""
    return _follow_all(frame, path.root, path.steps)


def read_fact(frame: Frame, path: Path) -> Reading:
    """The value at the end of a path of one or more steps."""
    *way, name = path.steps
    owner = _follow_all(frame, path.root, way)
    value = owner.record.facts.get(name, case.UNKNOWN)
    return Reading(address=owner.address.at(name), type=_field_type(frame.spec, owner, name), value=value)


def read_year(frame: Frame, path: Path, index: str) -> Reading:
    """The value of a 系列 in the year that the index is bound to."""
    series = read_fact(frame, path)
    assert isinstance(series.type, SeriesType)
    position = frame.years[index]
    value: case.Value = case.UNKNOWN
    if isinstance(series.value, tuple) and position < len(series.value):
        value = series.value[position]
    return Reading(address=series.address.at(position), type=series.type.element, value=value)


def read_judgement(frame: Frame, discretion: str, path: Path) -> Reading:
    """What the authority found of the record at the path."""
    located = find_record(frame, path)
    value = located.record.judgements.get(discretion, case.UNKNOWN)
    return Reading(address=replace(located.address, discretion=discretion), value=value)


def elements(listed: Reading) -> tuple[Located, ...] | None:
    """The records of a 一覧, or None if the whole 一覧 is 不明."""
    if not isinstance(listed.value, tuple):
        return None
    records = [r for r in listed.value if isinstance(r, Record)]
    return tuple(Located(record=r, address=listed.address.at(i)) for i, r in enumerate(records))


def blank_element(listed: Reading) -> Located:
    """An element of which nothing is known, to ask what holds of every conceivable one."""
    assert isinstance(listed.type, ListType)
    return Located(record=Record(subject=listed.type.subject), address=listed.address.at(-1))


def to_interval(kind: Type, value: case.Value) -> Interval:
    """What a number or date (as its ordinal) can be: itself, or if 不明 whatever its type allows."""
    match value:
        case Fraction():
            return point(value)
        case date():
            return point(value.toordinal())
        case _:
            return _allowed(kind)


def _allowed(kind: Type) -> Interval:
    match kind:
        case NumberType(low=low, high=high):
            return Interval(low, high)
        case DateType(low=first, high=last):
            return days_between(first, last)
        case _:
            return Interval()


def _follow_all(frame: Frame, root: str, steps: Sequence[str]) -> Located:
    located = frame.records[root]
    for step in steps:
        located = _follow(frame.spec, located, step)
    return located


def _follow(spec: Specification, located: Located, step: str) -> Located:
    kind = _field_type(spec, located, step)
    assert isinstance(kind, ReferenceType)
    value = located.record.facts.get(step)
    record = value if isinstance(value, Record) else Record(subject=kind.subject)
    return Located(record=record, address=located.address.at(step))


def _field_type(spec: Specification, owner: Located, name: str) -> Type:
    return spec.subjects[owner.record.subject].fields[name].type
