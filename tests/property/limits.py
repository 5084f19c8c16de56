"""The constants that a specification compares facts with: where its answers change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from regcheck.frozen import Frozen
from regcheck.model.formula import Day, Formula, Number
from regcheck.model.specification import DecisionTable, RangeCell, Specification
from regcheck.model.types import DateType, NumberType


class Limits(Frozen):
    """Numbers by unit, and days."""

    numbers: dict[str, frozenset[Fraction]]
    days: frozenset[date]


def limits_of(spec: Specification, also: Iterable[Formula] = ()) -> Limits:
    """Every constant in the rules of the specification and in the formulas given."""
    rules = [*spec.predicates.values(), *spec.overrides.values(), *spec.assumptions.values()]
    found = set(_constants((rules, list(spec.plans.values()), list(spec.tables.values()), list(also))))
    for table in spec.tables.values():
        found |= set(_cell_limits(table))
    units = {constant.unit for constant in found if isinstance(constant, Number)}
    return Limits(
        numbers={
            u: frozenset(c.value for c in found if isinstance(c, Number) and c.unit == u) for u in units
        },
        days=frozenset(c.value for c in found if isinstance(c, Day)),
    )


def _constants(node: object) -> Iterator[Number | Day]:
    """Whatever constants stand anywhere inside."""
    match node:
        case Number() | Day():
            yield node
        case list() | tuple():
            for part in node:
                yield from _constants(part)
        case Frozen():
            for name in node.__struct_fields__:
                yield from _constants(getattr(node, name))


def _cell_limits(table: DecisionTable) -> Iterator[Number | Day]:
    for row in table.rows:
        for cell, column in zip(row.cells, table.columns, strict=True):
            for limit in _ends(cell):
                if isinstance(column.type, DateType):
                    yield Day(value=date.fromordinal(int(limit)))
                elif isinstance(column.type, NumberType):
                    yield Number(value=limit, unit=column.type.unit)


def _ends(cell: object) -> Iterator[Fraction]:
    match cell:
        case RangeCell(low=low, high=high):
            yield from (end for end in (low, high) if end is not None)
        case list() | tuple():
            for part in cell:
                yield from _ends(part)
        case Frozen():
            for name in cell.__struct_fields__:
                yield from _ends(getattr(cell, name))
