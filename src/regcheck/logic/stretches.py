"""Where a sum of steps of one and the same number is large enough: a question that needs no solver.

Owns: the stretches of a number in which a weighted sum of it and of steps of it reaches, or is, a value.
Refuses to know: terms, what the number stands for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from regcheck.logic.steps import Steps

Stretch = tuple[int, int]
"""From a number to another one, both included."""

Solve = Callable[[Stretch, int, int], Stretch | None]
"""The part of a stretch in which a sum does what is asked, from its value at the beginning and its slope."""


@lru_cache(maxsize=1_024)
def at_least(least: int) -> Solve:
    """Where a sum is at least so much."""

    def solve(stretch: Stretch, value: int, slope: int) -> Stretch | None:
        first, last = stretch
        if slope > 0:
            first = max(first, first - (value - least) // slope)  # ⌈(least - value) / slope⌉
        elif slope < 0:
            last = min(last, first + (value - least) // -slope)
        elif value < least:
            return None
        return (first, last) if first <= last else None

    return solve


@lru_cache(maxsize=1_024)
def exactly(wanted: int) -> Solve:
    """Where a sum is exactly so much."""

    def solve(stretch: Stretch, value: int, slope: int) -> Stretch | None:
        first, last = stretch
        if slope == 0:
            return stretch if value == wanted else None
        apart, rest = divmod(wanted - value, slope)
        return (first + apart,) * 2 if not rest and first <= first + apart <= last else None

    return solve


@lru_cache(maxsize=1_024)
def stretches(plain: int, weighted: tuple[tuple[Steps, int], ...], solve: Solve) -> tuple[Stretch, ...]:
    """Where plain × number + Σ weight × steps does what is asked, as few stretches in order; all steps have one
    stretch."""
    found = list[Stretch]()
    for piece, value, slope in _pieces(plain, weighted):
        part = solve(piece, value, slope)
        if part is None:
            continue
        if found and found[-1][1] + 1 == part[0]:
            part = found.pop()[0], part[1]
        found.append(part)
    return tuple(found)


def _pieces(plain: int, weighted: Sequence[tuple[Steps, int]]) -> Iterator[tuple[Stretch, int, int]]:
    """The stretch cut wherever one of the steps turns, with the sum at each beginning and its slope."""
    turns = sorted({turn for steps, _ in weighted for turn in steps.turns})
    places = [0] * len(weighted)
    for first, last in zip(turns, _ends(turns, weighted[0][0].last), strict=True):
        value, slope = plain * first, plain
        for index, (steps, weight) in enumerate(weighted):
            place = places[index]
            if place + 1 < len(steps.turns) and steps.turns[place + 1] <= first:
                place = places[index] = place + 1
            rises = steps.rising[place]
            value += weight * (steps.values[place] + (first - steps.turns[place] if rises else 0))
            slope += weight * rises
        yield (first, last), value, slope


def _ends(turns: Sequence[int], last: int) -> Iterable[int]:
    return (*(turn - 1 for turn in turns[1:]), last)
