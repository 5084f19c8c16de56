"""The grid on which values with fractions stand, and the numbering of texts.

Owns: one scale per unit for 小数 and 割合, fine enough for every limit that is compared with, and the list of
文字列 literals.
Refuses to know: terms, slots of 一覧.

A value of a dense type is an integer divided by its unit's scale. The scale is a multiple of every
denominator among the places of the fields and the limits, times one more than the number of fields that are
compared with each other (at least two): so each limit is on the grid, and there is room strictly between
two neighbouring limits for all the fields that have to be told apart there. 整数 stands on the grid 1.
"""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import assert_never

from regcheck.frozen import Frozen, Mutable, field
from regcheck.logic.affine import Affine
from regcheck.logic.places import Place, fact_at, type_of
from regcheck.logic.traverse import Places, bind, bodies, cells_of, walk
from regcheck.model.formula import (
    Aggregate,
    Choice,
    Compare,
    Count,
    Day,
    Expression,
    Fact,
    Formula,
    IsOneOf,
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
from regcheck.model.specification import RangeCell, Specification, ValueCell
from regcheck.model.types import RATIO, NumberType, SeriesType, TextType, Type

_PERCENT = 100


class Grid(Frozen):
    """Scale by unit, and the texts that are told apart, both sorted."""

    scales: tuple[tuple[str, int], ...]
    texts: tuple[str, ...]

    def scale(self, number: NumberType) -> int:
        """How many steps of the grid make one."""
        return dict(self.scales)[number.unit] if is_dense(number) else 1


class Limits(Mutable):
    """What has been compared so far: denominators by unit, fields compared with each other, texts."""

    denominators: dict[str, int] = field(default_factory=dict)
    rivals: dict[str, set[tuple[str, str]]] = field(default_factory=dict)
    texts: set[str] = field(default_factory=set)

    def note(self, unit: str, *limits: Fraction) -> None:
        """The grid of the unit must have these values."""
        known = self.denominators.get(unit, 1)
        self.denominators[unit] = lcm(known, *(limit.denominator for limit in limits))

    def cover(self, other: Limits) -> bool:
        """Whether the other limits add nothing to these."""
        return (
            all(self.denominators.get(unit, 1) % n == 0 for unit, n in other.denominators.items())
            and all(fields <= self.rivals.get(unit, set()) for unit, fields in other.rivals.items())
            and other.texts <= self.texts
        )

    def add(self, other: Limits) -> Limits:
        """Both together."""
        units = sorted({*self.denominators, *other.denominators})
        return Limits(
            denominators={u: lcm(self.denominators.get(u, 1), other.denominators.get(u, 1)) for u in units},
            rivals={u: self.rivals.get(u, set()) | other.rivals.get(u, set()) for u in units},
            texts=self.texts | other.texts,
        )

    def to_grid(self) -> Grid:
        """The coarsest grid that has every limit."""
        scales = {
            unit: denominator * max(2, len(self.rivals.get(unit, ())) + 1)
            for unit, denominator in self.denominators.items()
        }
        return Grid(scales=tuple(sorted(scales.items())), texts=tuple(sorted(self.texts)))


def is_dense(number: NumberType) -> bool:
    """小数 and 割合, as against 整数."""
    return number.places > 0 or number.unit == RATIO


def limits_of(specification: Specification) -> Limits:
    """All limits in the types, tables and formulas of a specification."""
    limits = Limits()
    for subject in specification.subjects.values():
        for definition in subject.fields.values():
            _note_type(definition.type, limits)
    for subject_name, formula in bodies(specification):
        note_formula(specification, subject_name, formula, limits)
    for table in specification.tables.values():
        for column, cell in cells_of(table):
            _note_cell(column.type, cell, limits)
    return limits


def note_formula(specification: Specification, subject: str, formula: Formula, limits: Limits) -> None:
    """Add the limits of one formula on a record of the subject."""
    for inner, places in walk(specification, formula, {"": Place(subject=subject)}):
        match inner:
            case Compare(left=left, right=right):
                _note_compare(specification, left, right, places, limits)
            case IsOneOf(path=path, values=values):
                if isinstance(type_of(specification, fact_at(specification, path, places)), TextType):
                    limits.texts.update(values)
            case _:
                pass


def _note_cell(declared: Type, cell: ValueCell | RangeCell, limits: Limits) -> None:
    match cell, declared:
        case RangeCell(low=low, high=high), NumberType(unit=unit) if is_dense(declared):
            limits.note(unit, *(limit for limit in (low, high) if limit is not None))
        case ValueCell(values=values), TextType():
            limits.texts.update(values)
        case _:
            pass


def _note_compare(
    specification: Specification, left: Expression, right: Expression, places: Places, limits: Limits
) -> None:
    """Where only one leaf varies, the comparison turns at constant / weight."""
    difference = _leaves(specification, left, places, limits) - _leaves(specification, right, places, limits)
    leaves = {leaf: weight for leaf, weight in difference.weights.items() if weight}
    for leaf, weight in leaves.items():
        limits.note(leaf.unit, Fraction(difference.constant, weight))
    if len(leaves) > 1:
        for leaf in leaves:
            limits.rivals.setdefault(leaf.unit, set()).add((leaf.subject, leaf.field))


def _note_type(declared: Type, limits: Limits) -> None:
    element = declared.element if isinstance(declared, SeriesType) else declared
    if isinstance(element, NumberType) and is_dense(element):
        bounds = [limit for limit in (element.low, element.high) if limit is not None]
        least = _PERCENT if element.unit == RATIO else 1
        limits.note(element.unit, Fraction(1, 10**element.places), Fraction(1, least), *bounds)


class _Leaf(Frozen):
    """A field of a dense type, whichever record or year it is of."""

    unit: str
    subject: str
    field: str


def _leaves(
    specification: Specification, expression: Expression, places: Places, limits: Limits
) -> Affine[_Leaf]:
    """The dense fields in an expression, with their weights."""
    match expression:
        case Number(value=value):
            return Affine.known(value)
        case Fact(path=path) | SeriesItem(path=path):
            return _leaf(specification, path, places)
        case SeriesAggregate(function=function, path=path):
            return _leaf_of_series(specification, function, path, places)
        case Total(terms=terms):
            parts = (_leaves(specification, inner, places, limits).times(factor) for factor, inner in terms)
            return sum(parts, start=Affine[_Leaf].known())
        case ListTotal(path=path, variable=variable, value=value):
            return _leaves(specification, value, bind(specification, path, variable, places), limits)
        case Rounded(value=value, places=digits):
            inner = _leaves(specification, value, places, limits)
            _note_rounding(inner, digits, limits)
            return inner
        case Day() | Count() | SetSize() | PeriodEnd() | Choice():
            return Affine()
        case _:
            assert_never(expression)


def _leaf(specification: Specification, path: Path, places: Places) -> Affine[_Leaf]:
    fact = fact_at(specification, path, places)
    declared = type_of(specification, fact)
    element = declared.element if isinstance(declared, SeriesType) else declared
    if not (isinstance(element, NumberType) and is_dense(element)):
        return Affine()
    return Affine.of(_Leaf(unit=element.unit, subject=fact.place.subject, field=fact.field))


def _leaf_of_series(
    specification: Specification, function: Aggregate, path: Path, places: Places
) -> Affine[_Leaf]:
    declared = type_of(specification, fact_at(specification, path, places))
    assert isinstance(declared, SeriesType)
    share = Fraction(1, declared.length) if function is Aggregate.MEAN else Fraction(1)
    return _leaf(specification, path, places).times(share)


def _note_rounding(inner: Affine[_Leaf], digits: int, limits: Limits) -> None:
    """Rounding turns at halves of its last place."""
    turn = Fraction(1, 2) / Fraction(10) ** digits
    for leaf, weight in inner.weights.items():
        if weight:
            limits.note(leaf.unit, turn / inner.weight(leaf), Fraction(inner.constant, weight))
