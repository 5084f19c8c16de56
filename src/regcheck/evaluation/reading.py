"""Ways to facts, found once for a formula and then followed in many records.

Owns: what names stand for where a formula stands, and following a Path without keeping an account of it.
Refuses to know: formulas, truth.

It says what lookup.py says, of records whose facts have their declared types.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from operator import itemgetter

from regcheck.frozen import Frozen, field, replace
from regcheck.model.case import UNKNOWN, Record, Value
from regcheck.model.formula import Path
from regcheck.model.specification import Specification
from regcheck.model.types import ReferenceType, SeriesType, Type

Records = tuple[Record, ...]
"""The subject, then the elements bound around the place where a formula stands, outermost first."""

Find = Callable[[Records], Record]
Read = Callable[[Records], Value]


class Scope(Frozen):
    """What names stand for: "" and variables a position in Records and its 対象; indices a year."""

    spec: Specification
    subjects: tuple[str, ...]
    positions: Mapping[str, int] = field(default_factory=lambda: {"": 0})
    years: Mapping[str, int] = field(default_factory=dict)

    def with_element(self, variable: str, subject: str) -> Scope:
        positions = {**self.positions, variable: len(self.subjects)}
        return replace(self, subjects=(*self.subjects, subject), positions=positions)

    def in_year(self, index: str, year: int) -> Scope:
        return replace(self, years={**self.years, index: year})

    def type_at(self, path: Path) -> Type:
        """The type of the fact at the end of a path of one or more steps."""
        kind: Type = ReferenceType(subject=self.subjects[self.positions[path.root]])
        for step in path.steps:
            kind = _field_type(self.spec, kind, step)
        return kind


def _field_type(spec: Specification, kind: Type, step: str) -> Type:
    assert isinstance(kind, ReferenceType)
    return spec.subjects[kind.subject].fields[step].type


def finder(scope: Scope, path: Path) -> Find:
    """The record at a path of 参照; one of which nothing is known where a 参照 is 不明."""
    position = scope.positions[path.root]
    if not path.steps:
        return itemgetter(position)
    way = [(step, _blank(scope, path, end)) for end, step in enumerate(path.steps, 1)]

    def find(records: Records) -> Record:
        record = records[position]
        for step, blank in way:
            value = record.facts.get(step)
            record = value if type(value) is Record else blank
        return record

    return find


def _blank(scope: Scope, path: Path, end: int) -> Record:
    kind = scope.type_at(replace(path, steps=path.steps[:end]))
    assert isinstance(kind, ReferenceType)
    return Record(subject=kind.subject)


def reader(scope: Scope, path: Path) -> Read:
    """The value at the end of a path of one or more steps."""
    *way, name = path.steps
    if way:
        find = finder(scope, replace(path, steps=tuple(way)))
        return lambda records: find(records).facts.get(name, UNKNOWN)
    position = scope.positions[path.root]
    return lambda records: records[position].facts.get(name, UNKNOWN)


def year_reader(scope: Scope, path: Path, index: str) -> tuple[Read, Type]:
    """The value of a 系列 in the year that the index stands for, and its type."""
    kind, read, year = scope.type_at(path), reader(scope, path), scope.years[index]
    assert isinstance(kind, SeriesType)

    def read_year(records: Records) -> Value:
        series = read(records)
        return series[year] if isinstance(series, tuple) and year < len(series) else UNKNOWN

    return read_year, kind.element


def is_open(value: Value) -> bool:
    """Whether the fact is 不明, or a year of it."""
    return value is UNKNOWN or (isinstance(value, tuple) and UNKNOWN in value)
