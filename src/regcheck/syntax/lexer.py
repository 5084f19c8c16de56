"""Which terminals are tried at a place of a text.

Owns: the patterns, by the signs with which they can begin and in the order in which they are tried.
Refuses to know: what the automaton can go on with, what the words mean.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from itertools import pairwise

from regcheck.syntax.patterns import Code, pattern_of
from regcheck.syntax.tables import States, Tables

Match = Callable[[str, int], "re.Match[str] | None"]
Tried = tuple[tuple[str, Match], ...]
"""Terminals and what matches them; the first of equally long words wins."""


class Lexer:
    """The terminals that are tried, found out when a sign is met for the first time."""

    def __init__(self, tables: Tables, states: States, codes: Mapping[str, Code]) -> None:
        matchers = Matchers(tables, codes)
        self.gaps = _gaps(tables, matchers)
        """What lies between words, by the few signs at which it begins."""
        self.words = InState(Beginning(tables), matchers, states)
        """What the automaton may go on with in a state."""


def _gaps(tables: Tables, matchers: Matchers) -> dict[str, Match]:
    ((_, match),) = matchers[gap := int(tables.ignored, 16)]
    bounds, terminals = tables.beginning.bounds, tables.beginning.terminals
    begun = [
        range(*stretch)
        for stretch, bits in zip(pairwise(bounds), terminals, strict=False)
        if int(bits, 16) & gap
    ]
    return {chr(point): match for points in begun for point in points}


class Beginning(dict[str, int]):
    """The terminals that can begin with a sign, or with two, as bits."""

    def __init__(self, tables: Tables) -> None:
        self._stretches = tables.beginning, tables.following

    def __missing__(self, signs: str) -> int:
        bits = -1
        for sign, stretches in zip(signs, self._stretches, strict=False):
            bits &= int(stretches.terminals[bisect_right(stretches.bounds, ord(sign)) - 1], 16)
        self[signs] = bits
        return bits


class Matchers(dict[int, Tried]):
    """The terminals of a set of bits, ready to be tried."""

    def __init__(self, tables: Tables, codes: Mapping[str, Code]) -> None:
        self._patterns, self._codes = tables.patterns, codes
        self._made: dict[str, Match] = {}

    def __missing__(self, bits: int) -> Tried:
        found: list[tuple[str, Match]] = []
        rest = bits
        while rest:
            lowest = rest & -rest
            found.append(self._terminal(*self._patterns[lowest.bit_length() - 1]))
            rest ^= lowest
        self[bits] = tuple(found)
        return self[bits]

    def _terminal(self, name: str, source: str) -> tuple[str, Match]:
        if name not in self._made:
            self._made[name] = pattern_of(source, self._codes.get(name)).match
        return name, self._made[name]


_FEW = 2
"""Terminals that are tried at once; of more than these the next sign too decides which of them are."""


class AtSigns(dict[str, Tried | None]):
    """Of a set of terminals those that can begin with a sign, or with two; None if one sign leaves too many."""

    def __init__(self, beginning: Beginning, matchers: Matchers, bits: int) -> None:
        self._beginning, self._matchers, self._bits = beginning, matchers, bits

    def __missing__(self, signs: str) -> Tried | None:
        bits = self._beginning[signs] & self._bits
        is_enough = len(signs) > 1 or bits.bit_count() <= _FEW
        found = self[signs] = self._matchers[bits] if is_enough else None
        return found


class InState(dict[int, AtSigns]):
    """The terminals that a state of the automaton lists, by the signs with which they begin."""

    def __init__(self, beginning: Beginning, matchers: Matchers, states: States) -> None:
        self._beginning, self._matchers, self._states = beginning, matchers, states

    def __missing__(self, state: int) -> AtSigns:
        found = self[state] = AtSigns(self._beginning, self._matchers, int(self._states[state].wanted, 16))
        return found


def longest(tried: Tried, text: str, place: int) -> tuple[str, int]:
    """The terminal that matches most here, and where its word ends; ("", place) if none matches."""
    best, reach = "", place
    for name, match in tried:
        found = match(text, place)
        if found is not None and (end := found.end()) > reach:
            best, reach = name, end
    return best, reach
