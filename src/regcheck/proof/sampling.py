"""Many cases at once: which of some terms hold in which of some hundred cases.

Owns: cases drawn near the limits that terms name, cases next to a case that is known, and the truth of a term in
all of them as one integer, a bit for each case.
Refuses to know: the model, questions, solvers.

What holds together in one of the cases is possible, and no solver need be asked. A draw depends on the names of
the variables and on the limits only: there is no randomness.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import repeat
from operator import add, mul
from typing import Protocol

from regcheck.digests import shake_128
from regcheck.frozen import Frozen
from regcheck.logic.terms import (
    AtLeast,
    Conjunction,
    Constant,
    Definition,
    Disjunction,
    Exactly,
    Gated,
    Negation,
    Switch,
    Term,
    Terms,
    Unit,
    Variable,
    Whole,
)
from regcheck.proof.decode import Values

DRAWN = 512
"""Cases that are drawn: a multiple of eight."""

_NEXT = 1000
"""Cases next to a known one, at most."""

_MOST_VALUES = 200
"""Values of one variable; each is a byte in a column."""

_PAIR = 2
_BYTE = 256
_SPREAD = (0, 1, 2, 10, 100, 1_000, 10_000)
_SMALL = 50
_FROM = [b"0" * least + b"1" * (256 - least) for least in range(_MOST_VALUES + 1)]


@cache
def _scaled(count: int) -> bytes:
    """A table that spreads 256 codes over so many."""
    return bytes(code * count >> 8 for code in range(256))


class Column:
    """The values of one integer variable in all cases: sorted values, and for each case which of them."""

    def __init__(self, values: Sequence[int], codes: bytes) -> None:
        self.values, self.codes = values, codes
        self._listing: list[int] | None = None

    def at_least(self, least: int) -> int:
        """The cases with a value of at least this."""
        return self._from(bisect_left(self.values, least))

    def exactly(self, value: int) -> int:
        """The cases with this value."""
        place = bisect_left(self.values, value)
        found = place < len(self.values) and self.values[place] == value
        return self._from(place) & ~self._from(place + 1) if found else 0

    def value(self, case: int) -> int:
        """The value in one case."""
        return self.values[self.codes[case]]

    def pairs(self, other: Column) -> int:
        """How many pairs of values there are."""
        return len(self.values) * len(other.values)

    def _from(self, place: int) -> int:
        return int(self.codes.translate(_FROM[place]), 2)

    @property
    def listing(self) -> list[int]:
        """The value in each case."""
        if self._listing is None:
            self._listing = [self.values[code] for code in self.codes]
        return self._listing


class Listed:
    """The values of an integer variable that others determine, case by case."""

    def __init__(self, listing: list[int]) -> None:
        self.listing = listing

    def value(self, case: int) -> int:
        """The value in one case."""
        return self.listing[case]

    def at_least(self, least: int) -> int:
        """The cases with a value of at least this."""
        return _bits(map(least.__le__, self.listing))

    def exactly(self, value: int) -> int:
        """The cases with this value."""
        return _bits(map(value.__eq__, self.listing))


class Source(Protocol):
    """Where the cases come from; the first case is the highest bit."""

    size: int

    def bits(self, switch: Switch) -> int:
        """The cases in which a Boolean variable is true."""
        ...

    def column(self, variable: Whole) -> Column:
        """The values of an integer variable."""
        ...


class Limits:
    """The values near which it turns out whether some terms hold, by variable."""

    def __init__(self, terms: Terms, about: Iterable[Term]) -> None:
        self._axioms = terms.axioms
        self._limits = dict[Whole, set[int]]()
        self._values = dict[Whole, list[int]]()
        for term in reached(about, terms):
            match term:
                case AtLeast(weights=((Whole() as only, 1),), least=limit):
                    self._limits.setdefault(only, set()).add(limit)
                case Exactly(weights=((Whole() as only, 1),), value=limit):
                    self._limits.setdefault(only, set()).add(limit)
                case _:
                    pass

    def values(self, variable: Whole) -> list[int]:
        """Every value of a small domain; of a large one those next to the limits, and some others."""
        if variable not in self._values:
            self._values[variable] = self._near(variable)
        return self._values[variable]

    def _near(self, variable: Whole) -> list[int]:
        low, high = _range(variable, self._axioms.get(variable, ()))
        if low is not None and high is not None and high - low < _SMALL:
            return list(range(low, high + 1)) or [0]
        near = {limit + step for limit in self._limits.get(variable, ()) for step in (-1, 0, 1)}
        near |= {*_SPREAD, *(end for end in (low, high) if end is not None)}
        values = sorted(v for v in near if (low is None or v >= low) and (high is None or v <= high))
        return values[:: -(-len(values) // _MOST_VALUES)] or [0]


class Draw:
    """Cases all over the place: each value as likely as another."""

    size = DRAWN

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def bits(self, switch: Switch) -> int:
        return int.from_bytes(shake_128(switch.name.encode()).digest(DRAWN // 8), "big")

    def column(self, variable: Whole) -> Column:
        values = self._limits.values(variable)
        drawn = shake_128(variable.name.encode()).digest(DRAWN)
        return Column(values, drawn.translate(_scaled(len(values))))


class Neighbours:
    """A known case, and the cases in which one variable of some has another value."""

    def __init__(self, limits: Limits, base: Values, varied: Sequence[Variable]) -> None:
        self._limits, self._base = limits, base
        self._places: dict[Variable, tuple[int, list[int]]] = {}
        self.size = 1
        for variable in varied:
            others = self._others(variable)[: _NEXT - self.size]
            self._places[variable] = self.size, others
            self.size += len(others)

    def _others(self, variable: Variable) -> list[int]:
        if isinstance(variable, Switch):
            return [0]
        value = self._value(variable)
        return [other for other in self._limits.values(variable) if other != value]

    def _value(self, variable: Whole) -> int:
        value = self._base.whole(variable.name)
        return value if value is not None else self._limits.values(variable)[0]

    def bits(self, switch: Switch) -> int:
        start, others = self._places.get(switch, (0, []))
        everywhere = (1 << self.size) - 1 if self._base.truth(switch.name) else 0
        return everywhere ^ (1 << self.size - 1 - start if others else 0)

    def column(self, variable: Whole) -> Column:
        start, others = self._places.get(variable, (0, []))
        value = self._value(variable)
        values = sorted({value, *others})
        codes = bytearray([values.index(value)]) * self.size
        codes[start : start + len(others)] = map(values.index, others)
        return Column(values, bytes(codes))


class Sample:
    """Cases in which terms of one factory are looked at."""

    def __init__(self, terms: Terms, source: Source) -> None:
        self.terms, self._source, self.size = terms, source, source.size
        self._all = (1 << self.size) - 1
        self._columns = dict[Whole, Column | Listed]()
        self._truths = dict[Term, int]()
        self._rests = dict[Term | Unit, frozenset[Variable]]()

    def holding(self, wanted: Iterable[Term]) -> int:
        """The cases in which all of the terms hold and every variable in them is as its axioms say."""
        cases, listed = self._all, list(wanted)
        for term in listed:
            cases &= self.truth(term)
            if not cases:
                return 0
        if self._loose:
            for variable in frozenset[Variable]().union(*map(self._hard, listed)):
                cases &= self._fitting(variable)
        return cases

    @cached_property
    def _loose(self) -> bool:
        """Whether any variable at all is not in every case as its axioms say."""
        return any(self._fitting(variable) != self._all for variable in self.terms.axioms)

    def truth(self, term: Term) -> int:
        """The cases in which a term holds, whatever the axioms say."""
        known = self._truths.get(term)
        if known is None:
            known = self._truths[term] = self._truth(term)
        return known

    def _truth(self, term: Term) -> int:
        match term:
            case Constant(value=value):
                return self._all if value else 0
            case Switch():
                return self._source.bits(term)
            case Definition(body=body):
                return self.truth(body)
            case Negation(body=body):
                return self._all ^ self.truth(body)
            case Conjunction(parts=parts):
                cases = self._all
                for part in parts:
                    cases &= self.truth(part)
                return cases
            case Disjunction(parts=parts):
                cases = 0
                for part in parts:
                    cases |= self.truth(part)
                return cases
            case AtLeast(weights=((Whole() as only, 1),), least=least):
                return self.column(only).at_least(least)
            case AtLeast(weights=weights, least=least) if (gates := _counted(weights)) is not None:
                return self._as_many(gates, least)
            case AtLeast(weights=weights, least=least):
                return self._where(least.__le__, weights)
            case Exactly(weights=((Whole() as only, 1),), value=value):
                return self.column(only).exactly(value)
            case Exactly(weights=weights, value=value):
                return self._where(value.__eq__, weights)

    def column(self, variable: Whole) -> Column | Listed:
        """The values of an integer variable; one without a name is the least that its axioms leave room for."""
        known = self._columns.get(variable)
        if known is None:
            known = self._source.column(variable) if variable.name else Listed(self._least(variable))
            self._columns[variable] = known
        return known

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

    def _where(self, holds: Callable[[int], bool], weights: tuple[tuple[Unit, int], ...]) -> int:
        """The cases in which something holds of a weighted sum."""
        units = [(unit, weight) for unit, weight in weights if isinstance(unit, Whole)]
        if len(units) == len(weights) == _PAIR:
            (first, a), (second, b) = units
            left, right = self.column(first), self.column(second)
            if isinstance(left, Column) and isinstance(right, Column) and left.pairs(right) <= _BYTE:
                table = [holds(a * x + b * y) for x in left.values for y in right.values]
                return _paired(left, right, bytes(49 if truth else 48 for truth in table))
        return _bits(map(holds, self._sums(weights)))

    def _sums(self, weights: tuple[tuple[Unit, int], ...]) -> Iterator[int]:
        sums: Iterator[int] = repeat(0, self.size)
        for unit, weight in weights:
            sums = map(add, sums, map(mul, self._units(unit), repeat(weight)))
        return sums

    def _units(self, unit: Unit) -> Iterable[int]:
        if isinstance(unit, Whole):
            return self.column(unit).listing
        bits = map(int, format(self.truth(unit.condition), f"0{self.size}b"))
        return bits if unit.unit is None else map(mul, bits, self.column(unit.unit).listing)

    def _fitting(self, variable: Variable) -> int:
        """The cases in which a variable is as its axioms say."""
        cases = self._all
        for axiom in self.terms.axioms.get(variable, ()):
            cases &= self.truth(axiom)
        return cases

    def _hard(self, term: Term | Unit) -> frozenset[Variable]:
        """The variables in a term, or in their axioms, that are not in every case as their axioms say."""
        known = self._rests.get(term)
        if known is None:
            self._rests[term] = frozenset()  # an axiom leads back to its variable
            inner = frozenset[Variable]().union(*map(self._hard, _inside(term)))
            if isinstance(term, Switch | Whole):
                inner = inner.union(*map(self._hard, self.terms.axioms.get(term, ())))
                inner |= {term} if self._fitting(term) != self._all else frozenset()
            known = self._rests[term] = inner
        return known


class Case(Frozen):
    """The values of variables, by name, in the first of some cases of a sample; None for one that no term has."""

    sample: Sample
    cases: int

    def truth(self, name: str) -> bool | None:
        """The value of a Boolean variable."""
        variable = self.sample.terms.variable(name)
        if not isinstance(variable, Switch):
            return None
        return bool(self.sample.truth(variable) >> (self.cases.bit_length() - 1) & 1)

    def whole(self, name: str) -> int | None:
        """The value of an integer variable."""
        variable = self.sample.terms.variable(name)
        if not isinstance(variable, Whole):
            return None
        return self.sample.column(variable).value(self.sample.size - self.cases.bit_length())


class Known(Frozen):
    """Values of variables by name, as a solver gave them."""

    truths: Mapping[str, bool | None]
    wholes: Mapping[str, int | None]

    def truth(self, name: str) -> bool | None:
        """The value of a Boolean variable."""
        return self.truths.get(name)

    def whole(self, name: str) -> int | None:
        """The value of an integer variable."""
        return self.wholes.get(name)


def variables_in(terms: Iterable[Term], factory: Terms) -> list[Variable]:
    """The named variables that terms and their axioms speak of."""
    return [term for term in reached(terms, factory) if isinstance(term, Switch | Whole) and term.name]


def reached(terms: Iterable[Term], factory: Terms) -> Iterator[Term | Unit]:
    """Everything in some terms and in the axioms of their variables, each once."""
    seen = set[Term | Unit]()
    stack: list[Term | Unit] = list(terms)
    while stack:
        term = stack.pop()
        if term not in seen:
            seen.add(term)
            stack += _inside(term)
            if isinstance(term, Switch | Whole):
                stack += factory.axioms.get(term, ())
            yield term


def _counted(weights: tuple[tuple[Unit, int], ...]) -> list[Term] | None:
    """The conditions, if a sum only counts how many of them hold."""
    gates = [
        unit.condition for unit, w in weights if w == 1 and isinstance(unit, Gated) and unit.unit is None
    ]
    return gates if len(gates) == len(weights) else None


def _paired(left: Column, right: Column, table: bytes) -> int:
    """The table at the pair of values of each case. All pairs are numbered at once: a column of bytes is one large
    number, and no pair's number is greater than a byte."""
    numbered = int.from_bytes(left.codes, "big") * len(right.values) + int.from_bytes(right.codes, "big")
    return int(numbered.to_bytes(len(left.codes), "big").translate(table.ljust(_BYTE, b"0")), 2)


def _bits(truths: Iterable[bool]) -> int:
    return int(bytes(truths).translate(_FROM[1]), 2)


def _inside(term: Term | Unit) -> Sequence[Term | Unit]:
    match term:
        case Definition(body=body) | Negation(body=body):
            return (body,)
        case Conjunction(parts=parts) | Disjunction(parts=parts):
            return parts
        case AtLeast(weights=weights) | Exactly(weights=weights):
            return [unit for unit, _ in weights]
        case Gated(condition=condition, unit=unit):
            return (condition,) if unit is None else (condition, unit)
        case _:
            return ()


def _range(variable: Whole, axioms: Iterable[Term]) -> tuple[int | None, int | None]:
    """The least and greatest value that the axioms allow, as far as they say it alone."""
    low: int | None = None
    high: int | None = None
    for axiom in axioms:
        match axiom:
            case AtLeast(weights=((only, 1),), least=least) if only is variable:
                low = least if low is None else max(low, least)
            case Negation(body=AtLeast(weights=((only, 1),), least=least)) if only is variable:
                high = least - 1 if high is None else min(high, least - 1)
            case _:
                pass
    return low, high
