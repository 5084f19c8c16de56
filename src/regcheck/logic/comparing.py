"""Comparisons of values that may differ from case to case.

Owns: comparators on sums, and on values of which each holds under a condition of its own.
Refuses to know: expressions, where the conditions come from.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import assert_never

from regcheck.logic.terms import Sum, Term, Terms
from regcheck.model.formula import Comparator

Cases = Sequence[tuple[Term, Sum]]
"""Values, each with the condition under which it is the one; in every case exactly one of the conditions holds."""


def compare(terms: Terms, op: Comparator, left: Cases, right: Cases) -> Term:
    """left op right."""
    if len(left) == len(right) == 1:  # whose conditions are true
        return _signed(terms, op, left[0][1] - right[0][1])
    return terms.disjoin(
        [
            terms.conjoin((when, also, _signed(terms, op, first - second)))
            for (when, first), (also, second) in product(left, right)
        ]
    )


def _signed(terms: Terms, op: Comparator, difference: Sum) -> Term:
    """difference op 0."""
    match op:
        case Comparator.GE:
            return terms.at_least_zero(difference)
        case Comparator.LT:
            return terms.negate(terms.at_least_zero(difference))
        case Comparator.LE:
            return terms.at_least_zero(difference.times(-1))
        case Comparator.GT:
            return terms.positive(difference)
        case Comparator.EQ:
            return terms.is_zero(difference)
        case Comparator.NE:
            return terms.negate(terms.is_zero(difference))
        case _:
            assert_never(op)
