"""Other ways to write steps for a solver: what regcheck's own text is held against.

Owns: the same function as one tree of choices, as pieces, as a sum of jumps.
Refuses to know: what the steps are, which solver reads them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from regcheck.logic.steps import Steps
from regcheck.proof.smtlib import number

Write = Callable[[str, str, Steps], str]


def tree(name: str, of: str, steps: Steps) -> str:
    """Choices, halved again and again, with the value at each leaf."""
    leaves = [(first, _line(of, first, value, rises)) for first, _, value, rises in steps.pieces()]
    return f"(= {name} {_halved(of, leaves)})"


def tree_of_differences(name: str, of: str, steps: Steps) -> str:
    """The number and a difference; the tree chooses the difference."""
    leaves = [(first, number(apart)) for first, apart in _differences(steps)]
    return f"(= {name} (+ {of} {_halved(of, leaves)}))"


def jumps(name: str, of: str, steps: Steps) -> str:
    """The number, the first difference, and a jump at every turn."""
    found = _differences(steps)
    later = pairwise(found)
    gated = (f"(ite (>= {of} {first}) {number(apart - before)} 0)" for (_, before), (first, apart) in later)
    return f"(= {name} (+ {of} {number(found[0][1])} {' '.join(gated)}))"


def pieces(name: str, of: str, steps: Steps) -> str:
    """On each piece, the equation that holds there."""
    clauses = []
    for first, last, value, rises in steps.pieces():
        outside = [f"(not (>= {of} {first}))"] if first != steps.first else []
        outside += [f"(>= {of} {last + 1})"] if last != steps.last else []
        clauses.append(f"(or {' '.join(outside)} (= {name} {_line(of, first, value, rises)}))")
    return f"(and true {' '.join(clauses)})"


def pieces_with_bounds(name: str, of: str, steps: Steps) -> str:
    """The same, and the least and greatest difference on the whole."""
    least, most = map(number, steps.apart)
    return f"(and {pieces(name, of, steps)} (>= (- {name} {of}) {least}) (<= (- {name} {of}) {most}))"


ALTERNATIVES: Mapping[str, Write] = {
    "tree of choices": tree,
    "tree of differences": tree_of_differences,
    "sum of jumps": jumps,
    "equations of pieces": pieces,
    "equations of pieces, with bounds": pieces_with_bounds,
}


def _line(of: str, first: int, value: int, rises: bool) -> str:
    return f"(+ {of} {number(value - first)})" if rises else number(value)


def _halved(of: str, leaves: Sequence[tuple[int, str]]) -> str:
    if len(leaves) == 1:
        return leaves[0][1]
    half = len(leaves) // 2
    return f"(ite (>= {of} {leaves[half][0]}) {_halved(of, leaves[half:])} {_halved(of, leaves[:half])})"


def _differences(steps: Steps) -> list[tuple[int, int]]:
    """From a number on, how far the value is from its number."""
    found: list[tuple[int, int]] = []
    for first, last, value, rises in steps.pieces():
        for at in (first,) if rises else range(first, last + 1):
            if not found or found[-1][1] != value - at:
                found.append((at, value - at))
    return found
