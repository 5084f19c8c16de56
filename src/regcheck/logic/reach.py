"""What terms speak of.

Owns: the step from a term to what it is directly made of.
Refuses to know: what the step is for, axioms.
"""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.logic.terms import (
    AtLeast,
    Conjunction,
    Definition,
    Disjunction,
    Exactly,
    Gated,
    Negation,
    Stepped,
    Term,
    Unit,
)


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
