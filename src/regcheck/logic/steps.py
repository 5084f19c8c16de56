"""Functions of a whole number that never fall, given piece by piece.

Owns: steps over a stretch of numbers: their value, one after another, where they reach a number.
Refuses to know: dates, terms, solvers.

The end of a period is such a function of the day that it is counted from: along a piece it moves on with that day,
or it stays where it is (no 応当日, a closed day).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache

from regcheck.frozen import Frozen

Piece = tuple[int, int, bool]
"""From a number on: the value there, and whether it rises by one with each further number or stays."""


class Steps(Frozen, cache_hash=True):
    """Pieces from turn to turn; the first turn is the beginning of the stretch, `last` its end."""

    turns: tuple[int, ...]
    values: tuple[int, ...]
    rising: tuple[bool, ...]
    last: int

    @property
    def first(self) -> int:
        """The beginning of the stretch."""
        return self.turns[0]

    @property
    def image(self) -> tuple[int, int]:
        """The least and the greatest value."""
        return self.values[0], self.at(self.last)

    @property
    def apart(self) -> tuple[int, int]:
        """The least and the greatest difference between the value and its number."""
        first = [value - turn for turn, value in zip(self.turns, self.values, strict=True)]
        last = [value - end for _, end, value, rises in self.pieces() if not rises]
        return min((*first, *last)), max(first)

    def at(self, number: int) -> int:
        """The value at a number of the stretch."""
        place = bisect_right(self.turns, number) - 1
        return self.values[place] + (number - self.turns[place] if self.rising[place] else 0)

    def pieces(self) -> Iterator[tuple[int, int, int, bool]]:
        """Each piece with its first and last number, its value there, and whether it rises."""
        ends = (*(turn - 1 for turn in self.turns[1:]), self.last)
        yield from zip(self.turns, ends, self.values, self.rising, strict=True)

    def within(self, first: int, last: int) -> Iterator[tuple[int, int, int, bool]]:
        """The pieces of a part of the stretch."""
        place = bisect_right(self.turns, first) - 1
        while place < len(self.turns) and self.turns[place] <= last:
            begin = max(first, self.turns[place])
            end = self.turns[place + 1] - 1 if place + 1 < len(self.turns) else self.last
            yield begin, min(end, last), self.at(begin), self.rising[place]
            place += 1

    def then(self, outer: Steps) -> Steps:
        """The outer function of this one's value, whose stretch it must not leave."""
        return _composed(self, outer)

    def _then(self, outer: Steps) -> Steps:
        if len(self.turns) == 1 and self.rising[0] and self.image == (outer.first, outer.last):
            turns = tuple(turn - self.values[0] + self.first for turn in outer.turns)
            return Steps(turns=turns, values=outer.values, rising=outer.rising, last=self.last)
        return joined(self._through(outer), self.last)

    def _through(self, outer: Steps) -> Iterator[Piece]:
        for first, last, value, rises in self.pieces():
            if not rises:
                yield first, outer.at(value), False
                continue
            for begin, _, reached, goes_on in outer.within(value, value + last - first):
                yield first + begin - value, reached, goes_on

    def plus(self, number: int) -> Steps:
        """The value and a number."""
        values = tuple(value + number for value in self.values)
        return Steps(turns=self.turns, values=values, rising=self.rising, last=self.last)


@lru_cache(maxsize=1_024)
def _composed(inner: Steps, outer: Steps) -> Steps:
    """Made once: the days of most events lie in one and the same stretch."""
    return inner._then(outer)


def joined(pieces: Iterable[Piece], last: int) -> Steps:
    """Pieces in order as steps up to `last`; what goes on as before is one piece with it."""
    turns, values, rising = list[int](), list[int](), list[bool]()
    for first, value, rises in pieces:
        if turns and rises is rising[-1] and value == values[-1] + (first - turns[-1] if rises else 0):
            continue
        turns.append(first)
        values.append(value)
        rising.append(rises)
    return Steps(turns=tuple(turns), values=tuple(values), rising=tuple(rising), last=last)


def straight(first: int, last: int, plus: int = 0) -> Steps:
    """Every number of a stretch itself, and a number."""
    return Steps(turns=(first,), values=(first + plus,), rising=(True,), last=last)
