"""A table for clingo: overlaps by a join of the rows, a gap by choosing a case that no row takes.

Limits are numbered in their order, column by column, as grounding over 100,000 numbers would be no match. A case
is one position in each column, in order encoding: `at(C,V)` says that it stands at the limit V or beyond.
"""

from __future__ import annotations

from collections.abc import Sequence

import clingo

from benchmarks.generate.partition import COLUMNS, Box, Point

_OVERLAP = """
overlap(R,S) :- row(R,{one}), row(S,{other}), R < S, {meet}.
#show overlap/2.
"""
_GAP = """
{ at(C,V) } :- limit(C,V).
:- at(C,V), limit(C,V), V > 1, not at(C,V-1).
"""


def limits(rules: Sequence[Box]) -> list[list[int]]:
    """The limits of each column in their order; the first is where it begins, the last where it ends."""
    return [sorted({edge for rule in rules for edge in rule[c]}) for c in range(len(COLUMNS))]


def overlap(rules: Sequence[Box]) -> list[tuple[int, int]]:
    """Every pair of rows that meet."""
    control = clingo.Control()
    control.add(overlap_text(rules))
    control.ground()
    pairs: list[tuple[int, int]] = []
    control.solve(on_model=lambda model: pairs.extend(_pair(symbol) for symbol in model.symbols(shown=True)))
    return sorted(pairs)


def gap(rules: Sequence[Box]) -> Point | None:
    """A case that no row takes: the least one where it was found."""
    control = clingo.Control()
    control.add(gap_text(rules))
    control.ground()
    found: list[Point] = []
    edges = limits(rules)
    control.solve(on_model=lambda model: found.append(_point(edges, model)))
    return found[0] if found else None


def overlap_text(rules: Sequence[Box]) -> str:
    """A fact per row with both ends of each column."""
    columns = range(len(COLUMNS))
    one = ",".join(f"A{c},B{c}" for c in columns)
    other = ",".join(f"C{c},D{c}" for c in columns)
    meet = ", ".join(f"A{c} < D{c}, C{c} < B{c}" for c in columns)
    facts = (f"row({i},{','.join(f'{a},{b}' for a, b in rule)})." for i, rule in enumerate(rules))
    return "\n".join(facts) + _OVERLAP.format(one=one, other=other, meet=meet)


def gap_text(rules: Sequence[Box]) -> str:
    """A constraint per row: not inside it in every column."""
    edges = limits(rules)
    inner = (f"limit({c},1..{len(line) - 2})." for c, line in enumerate(edges) if len(line) > 2)
    places = [{edge: index for index, edge in enumerate(line)} for line in edges]
    return "\n".join([*inner, _GAP, *(_not_inside(rule, places) for rule in rules)])


def _not_inside(rule: Box, places: Sequence[dict[int, int]]) -> str:
    literals = []
    for c, (low, high) in enumerate(rule):
        first, last = places[c][low], places[c][high]
        literals += [f"at({c},{first})"] * (first > 0) + [f"not at({c},{last})"] * (last < len(places[c]) - 1)
    return f":- {', '.join(literals)}."


def _pair(symbol: clingo.Symbol) -> tuple[int, int]:
    first, second = symbol.arguments
    return first.number, second.number


def _point(edges: Sequence[Sequence[int]], model: clingo.Model) -> Point:
    """The lowest case of the cell that the model stands for."""
    reached = [0] * len(edges)
    for symbol in model.symbols(atoms=True):
        if symbol.name == "at":
            column, place = (argument.number for argument in symbol.arguments)
            reached[column] = max(reached[column], place)
    return tuple(line[place] for line, place in zip(edges, reached, strict=True))
