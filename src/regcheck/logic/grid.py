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

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from functools import cache
from math import lcm
from typing import assert_never

from regcheck.frozen import Frozen, Mutable, field
from regcheck.logic.affine import Affine
from regcheck.logic.places import Place, fact_at, owner_at, type_of
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
from regcheck.model.specification import RangeCell, Specification, Subject, ValueCell
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
        if not (other.denominators or other.rivals or other.texts):
            return True
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

    def absorb(self, other: Limits) -> None:
        """Take in the other limits."""
        for unit, denominator in other.denominators.items():
            self.denominators[unit] = lcm(self.denominators.get(unit, 1), denominator)
        for unit, fields in other.rivals.items():
            self.rivals.setdefault(unit, set()).update(fields)
        self.texts |= other.texts

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


def plain_fields(subject: Subject) -> frozenset[str]:
    """The fields whose values are told apart without a grid and without a list of texts."""
    plain = set[str]()
    for name, definition in subject.fields.items():
        declared = definition.type.element if isinstance(definition.type, SeriesType) else definition.type
        if not (isinstance(declared, TextType) or (isinstance(declared, NumberType) and is_dense(declared))):
            plain.add(name)
    return frozenset(plain)


def limits_of(specification: Specification) -> Limits:
    """All limits in the types, tables and formulas of a specification."""
    limits = Limits()
    for subject in specification.subjects.values():
        for definition in subject.fields.values():
            _note_type(definition.type, limits)
    for found in _of_formulas(specification):
        limits.absorb(found)
    for table in specification.tables.values():
        for column, cell in cells_of(table):
            _note_cell(column.type, cell, limits)
    return limits


def _of_formulas(specification: Specification) -> Iterator[Limits]:
    """The limits of each formula; one that is the very same as in the specification before is not read again."""
    before, now = _last(), _Last(subjects=specification.subjects)
    known = before.read if before.subjects == now.subjects else {}
    for subject, formula in bodies(specification):
        key = id(formula), subject
        if key not in known:
            limits = Limits()
            note_formula(specification, subject, formula, limits)
            now.read[key] = formula, limits
        else:
            now.read[key] = known[key]
        yield now.read[key][1]
    before.subjects, before.read = now.subjects, now.read


class _Last(Mutable):
    """What was read of the formulas of a specification; the limits of one depend on the types of facts only."""

    subjects: Mapping[str, Subject] = field(default_factory=dict)
    read: dict[tuple[int, str], tuple[Formula, Limits]] = field(default_factory=dict)


@cache
def _last() -> _Last:
    return _Last()


def note_formula(specification: Specification, subject: str, formula: Formula, limits: Limits) -> None:
    """Add the limits of one formula on a record of the subject."""
    note_walked(specification, walk(specification, formula, {"": Place(subject=subject)}), limits)


def note_walked(
    specification: Specification, walked: Iterable[tuple[Formula, Places]], limits: Limits
) -> None:
    """Add the limits of formulas, each with its roots; those in them are not looked at."""
    for formula, places in walked:
        if type(formula) is Compare:
            _note_compare(specification, formula.left, formula.right, places, limits)
        elif type(formula) is IsOneOf:
            _note_values(specification, formula, places, limits)


def _note_values(specification: Specification, formula: IsOneOf, places: Places, limits: Limits) -> None:
    if isinstance(type_of(specification, fact_at(specification, formula.path, places)), TextType):
        limits.texts.update(formula.values)


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
    if type(left) is Fact and (type(right) is Number or type(right) is Day):  # as most are
        leaf = _dense(specification, left.path, places)
        if leaf is not None and type(right) is Number:
            limits.note(leaf.unit, right.value)
        return
    first = _leaves(specification, left, places, limits)
    if not first.weights and type(right) is Number:
        return
    difference = first - _leaves(specification, right, places, limits)
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
    match expression:  # the frequent ones first
        case Fact(path=path):
            return _leaf(specification, path, places)
        case Number(value=value):
            return Affine.known(value)
        case Total(terms=terms):
            return Affine.total(
                [_leaves(specification, inner, places, limits).times(factor) for factor, inner in terms]
            )
        case SeriesItem(path=path):
            return _leaf(specification, path, places)
        case SeriesAggregate(function=function, path=path):
            return _leaf_of_series(specification, function, path, places)
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
    leaf = _dense(specification, path, places)
    return Affine() if leaf is None else Affine.of(leaf)


def _dense(specification: Specification, path: Path, places: Places) -> _Leaf | None:
    """The field that a path ends in, if it is of a dense type."""
    place = owner_at(specification, path, places)
    declared = specification.subjects[place.subject].fields[path.steps[-1]].type
    element = declared.element if type(declared) is SeriesType else declared
    if type(element) is not NumberType or not is_dense(element):
        return None
    return _Leaf(unit=element.unit, subject=place.subject, field=path.steps[-1])


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
