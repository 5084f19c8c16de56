"""Many cases at once: which of some terms hold in which of some hundred cases.

Owns: the truth of a term in all cases of a sample as one integer, a bit for each case, and reading one case.
Refuses to know: where the cases come from (draws.py), the model, questions, solvers.

What holds together in one of the cases is possible, and no solver need be asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial, reduce
from itertools import repeat
from operator import add, mul
from typing import Any, ClassVar

from regcheck.frozen import Frozen
from regcheck.logic.reach import inside
from regcheck.logic.terms import (
    AtLeast,
    Conjunction,
    Constant,
    Definition,
    Disjunction,
    Exactly,
    Gated,
    Negation,
    Stepped,
    Switch,
    Term,
    Terms,
    Unit,
    Variable,
    Weights,
    Whole,
)
from regcheck.proof.aiming import counted, only_variable
from regcheck.proof.draws import HALF, Column, Listed, Source, bits

Row = tuple[bool | int, ...]
"""Values of some things, in their order."""

_PAIR = 2
_DIGITS = bytes.maketrans(b"01", bytes((0, 1)))


class Sample:
    """Cases in which terms of one factory are looked at."""

    def __init__(self, terms: Terms, source: Source) -> None:
        self.terms, self._source, self.size = terms, source, source.size
        self._all = (1 << self.size) - 1
        self._counts: list[int] = []
        """The counts of all cases, digit by digit: a digit of each is an integer, and the last is the highest."""
        self._columns = dict[Whole | Stepped, Column | Listed]()
        self._truths = dict[Term, int]()
        self._rests = dict[Term | Unit, frozenset[Variable]]()

    def holding(self, wanted: Sequence[Term]) -> int:
        """The cases in which all of the terms hold and every variable in them is as its axioms say."""
        cases, truths = self._all, self._truths
        for term in wanted:
            known = truths.get(term)
            cases &= self.truth(term) if known is None else known
            if not cases:
                return 0
        if self._loose:
            for variable in frozenset[Variable]().union(*map(self._hard, wanted)):
                cases &= self._fitting(variable)
        return cases

    def favour(self, cases: int) -> None:
        """Add one to the counts of some cases."""
        for place, digit in enumerate(self._counts):
            self._counts[place], cases = digit ^ cases, digit & cases
            if not cases:
                return
        self._counts.append(cases)

    def one_of(self, cases: int) -> int:
        """The place of one of some cases: of those with the highest count the first."""
        for digit in reversed(self._counts):
            cases = cases & digit or cases
        return self.size - cases.bit_length()

    def values(self, name: str) -> tuple[Sequence[int], Sequence[int]] | None:
        """Values of a variable, and for each case which of them it has; None for a variable that no term has."""
        variable = self.terms.variable(name)
        if variable is None:
            return None
        if isinstance(variable, Switch):
            return (0, 1), format(self.truth(variable), f"0{self.size}b").encode().translate(_DIGITS)
        column = self.column(variable)
        return (
            (column.values, column.codes)
            if isinstance(column, Column)
            else (column.listing, range(self.size))
        )

    def extended(self, rows: Mapping[Row, int], named: Term | Whole | Stepped) -> dict[Row, int]:
        """Rows of values, each with the cases that have them, made longer by the values of something."""
        found: dict[Row, int] = {}
        if isinstance(named, Whole | Stepped):
            column, size = self.column(named), self.size
            for row, cases in rows.items():
                while cases:
                    digits = cases.bit_length()
                    longer = *row, column.value(size - digits)
                    found[longer] = found.get(longer, 0) | 1 << digits - 1
                    cases ^= 1 << digits - 1
            return found
        truth = self.truth(named)
        for row, cases in rows.items():
            true = cases & truth
            if true:
                found[(*row, True)] = true
            if true != cases:
                found[(*row, False)] = cases ^ true
        return found

    @cached_property
    def _loose(self) -> bool:
        """Whether any variable at all is not in every case as its axioms say."""
        return any(self._fitting(variable) != self._all for variable in self.terms.axioms)

    def truth(self, term: Term) -> int:
        """The cases in which a term holds, whatever the axioms say."""
        known = self._truths.get(term)
        if known is None:
            known = self._truths[term] = self._KINDS[type(term)](self, term)
        return known

    def _of_all(self, parts: Iterable[Term]) -> int:
        cases = self._all
        for part in parts:
            cases &= self.truth(part)
            if not cases:
                break
        return cases

    def _of_some(self, parts: Iterable[Term]) -> int:
        cases = 0
        for part in parts:
            cases |= self.truth(part)
            if cases == self._all:
                break
        return cases

    def _of_least(self, term: AtLeast) -> int:
        weights, least = term.weights, term.least
        only = only_variable(weights)
        if only is not None:
            return self.column(only).at_least(least)
        gates = counted(weights)
        if gates is not None:
            return self._as_many(gates, least)
        cases = self._of_two(weights, least)
        return bits(map(least.__le__, self._sums(weights))) if cases is None else cases

    def _of_exact(self, term: Exactly) -> int:
        weights, value = term.weights, term.value
        only = only_variable(weights)
        if only is not None:
            return self.column(only).exactly(value)
        cases, more = self._of_two(weights, value), self._of_two(weights, value + 1)
        return bits(map(value.__eq__, self._sums(weights))) if cases is None or more is None else cases ^ more

    _KINDS: ClassVar[Mapping[type, Callable[[Sample, Any], int]]] = {
        AtLeast: _of_least,
        Exactly: _of_exact,
        Negation: lambda self, term: self._all ^ self.truth(term.body),
        Conjunction: lambda self, term: self._of_all(term.parts),
        Disjunction: lambda self, term: self._of_some(term.parts),
        Definition: lambda self, term: self.truth(term.body),
        Switch: lambda self, term: self._source.bits(term),
        Constant: lambda self, term: self._all if term.value else 0,
    }

    def column(self, number: Whole | Stepped) -> Column | Listed:
        """The values of an integer; a variable without a name is the least that its axioms leave room for."""
        known = self._columns.get(number)
        if known is None:
            known = self._columns[number] = self._column(number)
        return known

    def _column(self, number: Whole | Stepped) -> Column | Listed:
        if isinstance(number, Stepped):
            return self.column(number.variable).through(number.steps)
        return self._source.column(number) if number.name else Listed(self._least(number))

    def _least(self, variable: Whole) -> list[int]:
        bounds = [bound for axiom in self.terms.axioms[variable] for bound in self._bounds(variable, axiom)]
        return list(map(max, *bounds)) if len(bounds) > 1 else bounds[0] if bounds else [0] * self.size

    def _bounds(self, variable: Whole, axiom: Term) -> Iterator[list[int]]:
        """What a linear axiom leaves for the variable from below: least ≤ weight × variable + rest."""
        match axiom:
            case AtLeast(weights=weights, least=least):
                pass
            case Negation(body=AtLeast(weights=turned, least=more)):
                weights, least = tuple((unit, -weight) for unit, weight in turned), 1 - more
            case _:
                return
        weight = dict(weights).get(variable, 0)
        if weight > 0:
            rest = self._sums(tuple(pair for pair in weights if pair[0] is not variable))
            yield [-((value - least) // weight) for value in rest]  # ⌈(least − rest) / weight⌉

    def _as_many(self, conditions: Sequence[Term], least: int) -> int:
        """The cases in which so many of the conditions hold."""
        reached = [self._all, *[0] * least]
        for condition in conditions:
            cases = self.truth(condition)
            for count in range(least, 0, -1):
                reached[count] |= reached[count - 1] & cases
        return reached[-1]

    def _of_two(self, weights: Weights, least: int) -> int | None:
        """The cases in which a weighted sum of two numbers is at least this; None of other sums, or of many values.
        The first weight of a sum is positive (terms.py)."""
        if len(weights) != _PAIR:
            return None
        (first, a), (second, b) = weights
        if isinstance(first, Gated) or isinstance(second, Gated):
            return None
        left, right = self.column(first), self.column(second)
        if not isinstance(left, Column) or not isinstance(right, Column) or len(left.values) > HALF:
            return None
        return left.beside(right, [-((b * value - least) // a) for value in right.values])

    def _sums(self, weights: Weights) -> Iterable[int]:
        weighted = (
            self._units(unit) if weight == 1 else map(mul, self._units(unit), repeat(weight))
            for unit, weight in weights
        )
        first: Iterable[int] = next(weighted, repeat(0, self.size))
        return reduce(partial(map, add), weighted, first)

    def _units(self, unit: Unit) -> Iterable[int]:
        if not isinstance(unit, Gated):
            return self.column(unit).listing
        bits = map(int, format(self.truth(unit.condition), f"0{self.size}b"))
        return bits if unit.unit is None else map(mul, bits, self.column(unit.unit).listing)

    def _fitting(self, variable: Variable) -> int:
        """The cases in which a variable is as its axioms say."""
        axioms = self.terms.axioms.get(variable, ())
        if not axioms or (isinstance(variable, Whole) and self._is_within(variable, len(axioms))):
            return self._all
        return self._of_all(axioms)

    def _is_within(self, variable: Whole, axioms: int) -> bool:
        """Whether it is seen at a glance that a variable is as its axioms say: it has limits and no other axioms."""
        low, high = self.terms.limits.get(variable, (None, None))
        if axioms > (low is not None) + (high is not None):
            return False
        column = self.column(variable)
        if not isinstance(column, Column):
            return False
        return (low is None or low <= column.values[0]) and (high is None or column.values[-1] <= high)

    def _hard(self, term: Term | Unit) -> frozenset[Variable]:
        """The variables in a term, or in their axioms, that are not in every case as their axioms say."""
        known = self._rests.get(term)
        if known is None:
            self._rests[term] = frozenset()  # an axiom leads back to its variable
            inner = frozenset[Variable]().union(*map(self._hard, inside(term)))
            if isinstance(term, Switch | Whole):
                inner = inner.union(*map(self._hard, self.terms.axioms.get(term, ())))
                inner |= {term} if self._fitting(term) != self._all else frozenset()
            known = self._rests[term] = inner
        return known


class Case(Frozen):
    """The values of variables, by name, in one case of a sample; None for one that no term has."""

    sample: Sample
    place: int

    @property
    def bit(self) -> int:
        """The case among those of its sample."""
        return 1 << self.sample.size - 1 - self.place

    def truth(self, name: str) -> bool | None:
        """The value of a Boolean variable."""
        variable = self.sample.terms.variable(name)
        if not isinstance(variable, Switch):
            return None
        return self.holds(variable)

    def whole(self, name: str) -> int | None:
        """The value of an integer variable."""
        variable = self.sample.terms.variable(name)
        return self.number(variable) if isinstance(variable, Whole) else None

    def holds(self, term: Term) -> bool:
        """Whether a term does."""
        return bool(self.sample.truth(term) >> self.sample.size - 1 - self.place & 1)

    def number(self, unit: Whole | Stepped) -> int:
        """The value of an integer."""
        return self.sample.column(unit).value(self.place)
