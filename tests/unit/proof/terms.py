"""Terms to make cases of: numbers beside limits, and what can be put together of them."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from regcheck.logic.terms import Sum, Term, Terms, Whole


def at_least(terms: Terms, number: Whole, limit: int) -> Term:
    return terms.at_least_zero(Sum.of(number).plus(-limit))


def below(terms: Terms, number: Whole, limit: int) -> Term:
    return terms.negate(at_least(terms, number, limit))


def combined(terms: Terms, atoms: Sequence[Term], most: int) -> st.SearchStrategy[Term]:
    """A term of so many atoms at most."""
    return st.recursive(
        st.sampled_from(atoms),
        lambda part: st.one_of(
            st.builds(terms.negate, part),
            st.builds(terms.conjoin, st.lists(part, min_size=1, max_size=3)),
            st.builds(terms.disjoin, st.lists(part, min_size=1, max_size=3)),
        ),
        max_leaves=most,
    )
