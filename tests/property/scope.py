"""What a formula under construction can speak of: records by root, years by index variable, and their facts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from regcheck.frozen import Frozen, field, replace
from regcheck.model.formula import Path
from regcheck.model.specification import Specification
from regcheck.model.types import NO_UNIT, EnumSetType, ListType, NumberType, ReferenceType, SeriesType, Type

T = TypeVar("T", bound=Type)


class Scope(Frozen):
    """Subjects by root, and by index variable the (window, length) that it runs over."""

    records: Mapping[str, str]
    years: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    elements: int = 0

    def with_element(self, subject: str) -> tuple[str, Scope]:
        name = f"e{self.elements + 1}"
        return name, replace(self, records={**self.records, name: subject}, elements=self.elements + 1)

    def innermost(self) -> Scope:
        """Only what was bound last: a body that does not speak of its element says little."""
        root = list(self.records)[-1]
        return replace(self, records={root: self.records[root]})

    def with_year(self, window: str, length: int) -> tuple[str, Scope]:
        name = f"y{len(self.years)}"
        return name, replace(self, years={**self.years, name: (window, length)})


def record_paths(spec: Specification, scope: Scope) -> list[tuple[Path, str]]:
    """Every record that 参照 lead to, the roots themselves included, with its subject."""
    found = [(Path(root=root), subject) for root, subject in scope.records.items()]
    for path, subject in found:  # grows while it is read; subjects form no cycle
        for name, definition in spec.subjects[subject].fields.items():
            if isinstance(definition.type, ReferenceType):
                found.append((replace(path, steps=(*path.steps, name)), definition.type.subject))
    return found


def paths(spec: Specification, scope: Scope) -> list[tuple[Path, Type]]:
    """Every fact in reach, with its type."""
    return [
        (replace(path, steps=(*path.steps, name)), definition.type)
        for path, subject in record_paths(spec, scope)
        for name, definition in spec.subjects[subject].fields.items()
    ]


def paths_of(spec: Specification, scope: Scope, kind: type[T]) -> list[tuple[Path, T]]:
    return [(path, found) for path, found in paths(spec, scope) if isinstance(found, kind)]


def series_of(spec: Specification, scope: Scope, element: type[Type]) -> list[tuple[Path, SeriesType]]:
    return [(p, s) for p, s in paths_of(spec, scope, SeriesType) if isinstance(s.element, element)]


def units(spec: Specification, scope: Scope) -> list[str]:
    """Units of which the scope has a fact; a bare count only where there is something to count."""
    found = [kind.unit for _, kind in paths_of(spec, scope, NumberType)]
    found += [
        s.element.unit for _, s in paths_of(spec, scope, SeriesType) if isinstance(s.element, NumberType)
    ]
    countable = any(isinstance(kind, ListType | EnumSetType) for _, kind in paths(spec, scope))
    return list(dict.fromkeys([*found, *([NO_UNIT] if countable else [])]))
