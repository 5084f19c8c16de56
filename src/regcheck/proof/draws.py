"""Where the cases of a sample come from.

Owns: columns of values, the values near which terms turn, cases drawn all over the place, and cases made by a plan.
Refuses to know: the truth of terms (sampling.py), solvers.

A draw depends on the names of the variables and on the limits only: there is no randomness.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Protocol

from regcheck.digests import shake_128
from regcheck.logic.steps import Steps
from regcheck.logic.terms import (
    AtLeast,
    Negation,
    Switch,
    Term,
    Terms,
    Variable,
    Whole,
)
from regcheck.proof.aiming import Plan, only_variable

DRAWN = 512
"""Cases that are drawn: a multiple of eight."""

_MOST_VALUES = 200
"""Values of one variable; each is a byte in a column."""

BYTE = 256
HALF = 128
_HIGHEST = bytes([HALF])
_SPREAD = (0, 1, 2, 10, 100, 1_000, 10_000)
_SMALL = 50
_FROM = [b"0" * least + b"1" * (BYTE - least) for least in range(BYTE + 1)]
"""By the first code that counts: for every code whether it counts."""


@cache
def _scaled(count: int) -> bytes:
    """A table that spreads 256 codes over so many."""
    return bytes(code * count >> 8 for code in range(256))


class Column:
    """The values of one integer in all cases: values that never fall, and for each case which of them."""

    def __init__(self, values: Sequence[int], codes: bytes) -> None:
        self.values, self.codes = values, codes
        self._listing: list[int] | None = None

    def at_least(self, least: int) -> int:
        """The cases with a value of at least this."""
        return self._from(bisect_left(self.values, least))

    def exactly(self, value: int) -> int:
        """The cases with this value."""
        place, after = bisect_left(self.values, value), bisect_right(self.values, value)
        return self._from(place) & ~self._from(after) if place < after else 0

    def through(self, steps: Steps) -> Column:
        """What the steps make of the values."""
        return Column([steps.at(value) for value in self.values], self.codes)

    def value(self, case: int) -> int:
        """The value in one case."""
        return self.values[self.codes[case]]

    def beside(self, other: Column, least: Iterable[int]) -> int:
        """The cases with a value of at least what is given for each value of the other. There are values for half a
        byte's codes at most: all cases are compared at once, a column of bytes being one large number, and the highest
        bit of a byte stays where the code is at least the one that is taken from it."""
        places = bytes([bisect_left(self.values, value) for value in least])
        taken = int.from_bytes(other.codes.translate(places.ljust(BYTE)), "big")
        size = len(self.codes)
        apart = int.from_bytes(self.codes, "big") + int.from_bytes(_HIGHEST * size, "big") - taken
        return int(apart.to_bytes(size, "big").translate(_FROM[HALF]), 2)

    def _from(self, place: int) -> int:
        if not place:
            return (1 << len(self.codes)) - 1
        return int(self.codes.translate(_FROM[place]), 2) if place < len(self.values) else 0

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
        return bits(map(least.__le__, self.listing))

    def exactly(self, value: int) -> int:
        """The cases with this value."""
        return bits(map(value.__eq__, self.listing))

    def through(self, steps: Steps) -> Listed:
        """What the steps make of the values."""
        return Listed(list(map(steps.at, self.listing)))


def bits(truths: Iterable[bool]) -> int:
    """The cases in which something is true, given case by case."""
    return int(bytes(truths).translate(_FROM[1]), 2)


class Source(Protocol):
    """Where the cases come from; the first case is the highest bit."""

    size: int

    def bits(self, switch: Switch) -> int:
        """The cases in which a Boolean variable is true."""
        ...

    def column(self, variable: Whole) -> Column | Listed:
        """The values of an integer variable."""
        ...


class Limits:
    """The values near which it turns out whether terms hold, by variable."""

    def __init__(self, terms: Terms) -> None:
        self._axioms = terms.axioms
        self._limits = dict[Whole, set[int]]()
        self._values = dict[Whole, list[int]]()
        for term in terms.comparisons():
            only = only_variable(term.weights)
            if only is not None:
                limit = term.least if isinstance(term, AtLeast) else term.value
                self._limits.setdefault(only, set()).add(limit)

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
    """Cases all over the place: each value as likely as another. In the first, nothing is so and nothing happens."""

    size = DRAWN

    def __init__(self, limits: Limits) -> None:
        self._limits = limits

    def bits(self, switch: Switch) -> int:
        return int.from_bytes(shake_128(switch.name.encode()).digest(DRAWN // 8), "big") >> 1

    def column(self, variable: Whole) -> Column:
        values = self._limits.values(variable)
        drawn = shake_128(variable.name.encode()).digest(DRAWN)
        return Column(values, drawn.translate(_scaled(len(values))))


class Made:
    """One case for each plan. What a plan does not speak of is so in none, and the least that it can be."""

    def __init__(self, limits: Limits, plans: Sequence[Plan]) -> None:
        self._limits, self.size = limits, len(plans)
        self._planned: dict[Variable, list[tuple[int, int]]] = {}
        """The places of the cases whose plans speak of a variable, with its values."""
        for place, plan in enumerate(plans):
            for variable, value in plan.items():
                self._planned.setdefault(variable, []).append((place, value))

    def bits(self, switch: Switch) -> int:
        return sum([value << self.size - 1 - place for place, value in self._planned.get(switch, ())])

    def column(self, variable: Whole) -> Column | Listed:
        least, planned = self._limits.values(variable)[0], self._planned.get(variable, ())
        values = sorted({least, *[value for _, value in planned]})
        if len(values) > BYTE:
            planned_values = dict(planned)
            return Listed([planned_values.get(place, least) for place in range(self.size)])
        code_of = {value: code for code, value in enumerate(values)}
        codes = bytearray([code_of[least]]) * self.size
        for place, value in planned:
            codes[place] = code_of[value]
        return Column(values, bytes(codes))


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
