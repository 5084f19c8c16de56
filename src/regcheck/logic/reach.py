"""What terms speak of.

Owns: the walk through terms, their units and the axioms of their variables.
Refuses to know: what the walk is for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from regcheck.logic.terms import (
    AtLeast,
    Conjunction,
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
    Whole,
)


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
            stack += inside(term)
            if isinstance(term, Switch | Whole):
                stack += factory.axioms.get(term, ())
            yield term


def inside(term: Term | Unit) -> Sequence[Term | Unit]:
    """The terms and units that a term is directly made of."""
    match term:
        case Definition(body=body) | Negation(body=body):
            return (body,)
        case Conjunction(parts=parts) | Disjunction(parts=parts):
            return parts
        case AtLeast(weights=weights) | Exactly(weights=weights):
            return [unit for unit, _ in weights]
        case Gated(condition=condition, unit=unit):
            return (condition,) if unit is None else (condition, unit)
        case Stepped(variable=variable):
            return (variable,)
        case _:
            return ()
