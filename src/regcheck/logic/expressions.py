"""Expressions of the model as exact affine sums over variables.

Owns: constants, facts, aggregates, counts, rounding, and days that a period or a choice leads to.
Refuses to know: connectives and items (the caller gives the term of a nested condition), SMT-LIB.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from functools import partial
from typing import assert_never

from regcheck.frozen import Frozen, Mutable, field
from regcheck.logic.comparing import Cases
from regcheck.logic.places import Fact as FactOf, Place, fact_at, list_at, type_of
from regcheck.logic.terms import FALSE, TRUE, Sum, Term
from regcheck.logic.variables import Slot, Variables
from regcheck.model.formula import (
    Aggregate,
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
    Rounding,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    Total,
)
from regcheck.model.types import EnumSetType

Compiled = tuple[Formula, Term, int]
"""A formula, its term, and what it mentions."""


class Roots(Frozen, eq=False):
    """What the names in a formula stand for: records by root, years by index variable."""

    places: Mapping[str, Place]
    years: Mapping[str, int] = field(default_factory=dict)
    compiled: dict[int, Compiled] = field(default_factory=dict)
    """What was compiled with them, by identity: many questions ask of the same text, and to compare texts takes as long
    as to compile."""

    def with_place(self, variable: str, place: Place) -> Roots:
        """The roots and one bound element."""
        return Roots(places={**self.places, variable: place}, years=self.years)

    def with_year(self, index: str, year: int) -> Roots:
        """The roots and one bound year."""
        return Roots(places=self.places, years={**self.years, index: year})


Condition = Callable[[Formula, Roots], Term]


class Expressions(Mutable, kw_only=True):
    """Compiles expressions; equal auxiliary values are made once."""

    variables: Variables
    condition: Condition
    _auxiliary: dict[object, Sum] = field(default_factory=dict)

    def cases_of(self, expression: Expression, roots: Roots) -> Cases:
        """The value as sums, each with the condition under which it is the one. So a day never hangs on more than
        one day that a case is made of, and two days are compared as two numbers."""
        if type(expression) is PeriodEnd:
            from regcheck.logic.periods import period_steps  # knows every day that offices are closed

            end = partial(self.variables.terms.through, steps=partial(period_steps, expression.period))
            return [(when, end(value)) for when, value in self.cases_of(expression.start, roots)]
        if type(expression) is Choice:
            holds = self.condition(expression.condition, roots)
            fails = self.variables.terms.negate(holds)
            then, otherwise = expression.then, expression.otherwise
            return [*self._where(holds, then, roots), *self._where(fails, otherwise, roots)]
        return [(TRUE, self.sum_of(expression, roots))]

    def _where(self, condition: Term, expression: Expression, roots: Roots) -> Iterator[tuple[Term, Sum]]:
        for when, value in self.cases_of(expression, roots):
            both = self.variables.terms.conjoin((condition, when))
            if both is not FALSE:
                yield both, value

    def sum_of(self, expression: Expression, roots: Roots) -> Sum:
        """The value as a sum, on the real scale; a date is its ordinal."""
        match expression:  # the frequent ones first
            case Fact(path=path):
                return self.variables.number(self._fact(path, roots))
            case Number(value=value):
                return Sum.known(value)
            case Day(value=day):
                return Sum.known(day.toordinal())
            case Total(terms=terms):
                return Sum.total([self.sum_of(inner, roots).times(factor) for factor, inner in terms])
            case SeriesAggregate(function=function, path=path):
                return self._aggregate(function, self.variables.years(self._fact(path, roots)))
            case SeriesItem(path=path, index=index):
                return self.variables.year(self._fact(path, roots), roots.years[index])
            case Count(path=path, variable=variable, where=where):
                chosen = self._chosen(path, variable, where, roots)
                return Sum.total([self._gated(term, slot.copies) for slot, term, _ in chosen])
            case ListTotal(path=path, variable=variable, value=value, where=where):
                chosen = self._chosen(path, variable, where, roots)
                return Sum.total([self._gated(term, self.sum_of(value, inner)) for _, term, inner in chosen])
            case SetSize(path=path):
                return self._set_size(path, roots)
            case Rounded(value=value, places=places, mode=mode):
                return self._rounded(self.sum_of(value, roots), places, mode)
            case PeriodEnd() | Choice():
                raise AssertionError(expression)  # days are compared, never added up
            case _:
                assert_never(expression)

    def slots(self, path: Path, variable: str, roots: Roots) -> Iterator[tuple[Slot, Roots]]:
        """The slots of a 一覧, each with the roots in which the variable is its element."""
        fact, declared = list_at(self.variables.specification, path, roots.places)
        for slot in self.variables.elements(fact, declared):
            yield slot, roots.with_place(variable, slot.place)

    def _chosen(
        self, path: Path, variable: str, where: Formula | None, roots: Roots
    ) -> Iterator[tuple[Slot, Term, Roots]]:
        """The slots of a 一覧, each with the term that it is used and satisfies the condition."""
        for slot, inner in self.slots(path, variable, roots):
            parts = [slot.used] if where is None else [slot.used, self.condition(where, inner)]
            yield slot, self.variables.terms.conjoin(parts), inner

    def _gated(self, condition: Term, value: Sum) -> Sum:
        return self.variables.terms.gated(condition, value)

    def _set_size(self, path: Path, roots: Roots) -> Sum:
        fact = self._fact(path, roots)
        declared = type_of(self.variables.specification, fact)
        assert isinstance(declared, EnumSetType), fact.name
        return self.variables.terms.number_of(self.variables.members(fact, declared.enum))

    def _aggregate(self, function: Aggregate, values: list[Sum]) -> Sum:
        match function:
            case Aggregate.SUM:
                return Sum.total(values)
            case Aggregate.MEAN:
                return Sum.total(values).times(Fraction(1, len(values)))
            case Aggregate.MAX:
                return self._greatest(values)
            case Aggregate.MIN:
                return self._greatest([value.times(-1) for value in values]).times(-1)
            case _:
                assert_never(function)

    def _greatest(self, values: list[Sum]) -> Sum:
        """An integer on the grid of the values that none exceeds and one reaches."""
        key = ("greatest", *map(_identity, values))
        if key not in self._auxiliary:
            terms = self.variables.terms
            step = min(abs(value.weight(unit)) for value in values for unit in value.weights)
            whole = terms.auxiliary()
            self._auxiliary[key] = greatest = Sum.of(whole, step)
            for value in values:
                terms.require(whole, terms.at_least_zero(greatest - value))
            terms.require(whole, terms.disjoin(terms.is_zero(greatest - value) for value in values))
        return self._auxiliary[key]

    def _rounded(self, value: Sum, places: int, mode: Rounding) -> Sum:
        """An integer r with r ≤ shifted value < r + 1, in units of the last place."""
        step = Fraction(1) / Fraction(10) ** places
        shifted = value.times(1 / step)
        match mode:
            case Rounding.DOWN:
                return self._floor(shifted).times(step)
            case Rounding.UP:
                return self._floor(shifted.times(-1)).times(-step)
            case Rounding.HALF_UP:
                return self._floor(shifted.plus(Fraction(1, 2))).times(step)
            case _:
                assert_never(mode)

    def _floor(self, value: Sum) -> Sum:
        if not any(value.weights.values()):
            return Sum.known(value.constant // value.denominator)
        key = ("floor", _identity(value))
        if key not in self._auxiliary:
            terms = self.variables.terms
            whole = terms.auxiliary()
            self._auxiliary[key] = result = Sum.of(whole)
            terms.require(whole, terms.at_least_zero(value - result))
            terms.require(whole, terms.positive(result.plus(1) - value))
        return self._auxiliary[key]

    def _fact(self, path: Path, roots: Roots) -> FactOf:
        return fact_at(self.variables.specification, path, roots.places)


def _identity(value: Sum) -> tuple[object, ...]:
    """Equal for sums that are made alike."""
    return (value.constant, tuple(value.weights.items()), value.denominator)
