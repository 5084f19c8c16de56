"""Steps as a solver reads them: at every number the one value that they have, and nothing else is said."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.unit.logic.test_steps import FIRST, LAST, steps

from regcheck.logic.steps import Steps, joined
from regcheck.logic.terms import TRUE, Sum, Term, Terms
from regcheck.proof.claims import Claim
from regcheck.proof.cvc5_solver import Cvc5
from regcheck.proof.keys import Keys
from regcheck.proof.recheck import Doubt, recheck
from regcheck.proof.smtlib import Script
from regcheck.proof.solver import Outcome, Solver

BUDGET = 1_000_000
YES, NO = Outcome.SATISFIABLE, Outcome.UNSATISFIABLE


def outcome(terms: Terms, wanted: Sequence[Term]) -> Outcome:
    script, solver = Script(terms), Solver(BUDGET)
    literals = [script.literal(term) for term in wanted if term is not TRUE]
    solver.feed(script.take())
    return solver.check(literals)


@examples(60)
@given(st.data())
def test_the_text_leaves_each_number_the_value_of_the_steps(data: st.DataObject) -> None:
    """Against another number, so that it is not decided before it comes to a solver."""
    drawn = data.draw(steps())
    terms = Terms()
    of, other = terms.whole("日", FIRST, LAST), terms.whole("別の日", -100, 200)
    value = terms.through(Sum.of(of), lambda first, last: drawn)
    equal = terms.is_zero(value - Sum.of(other))
    for number in data.draw(st.lists(st.integers(FIRST, LAST), min_size=1, max_size=4)):
        here = terms.is_zero(Sum.of(of).plus(-number))
        is_value = terms.is_zero(Sum.of(other).plus(-drawn.at(number)))
        assert outcome(terms, [here, is_value, equal]) is YES
        assert outcome(terms, [here, is_value, terms.negate(equal)]) is NO


def of_five(first: int, last: int, rising: int = 3) -> Steps:
    """Of five numbers each, so many on which the value rises; on the others it stays."""
    pieces = (
        piece
        for turn in range(first, last + 1, 5)
        for piece in ((turn, turn, True), (turn + rising, turn + rising, False))
    )
    return joined((piece for piece in pieces if piece[0] <= last), last)


def test_the_second_solver_is_told_of_steps_only_where_they_are_reached() -> None:
    """The steps of a day say nothing of that day, so a question about the day alone needs no text of its own."""
    terms = Terms()
    day, other = terms.whole("日", 0, 100), terms.whole("別の日", 0, 100)
    end = terms.through(Sum.of(day), of_five)
    before = terms.define("前", terms.at_least_zero(Sum.of(other) - end))
    late = terms.at_least_zero(Sum.of(day).plus(-50))
    solver = Cvc5(BUDGET)
    early = terms.negate(terms.at_least_zero(Sum.of(other).plus(-40)))
    asked = [(late,), (late, early), (before, late, early), (before, late)]
    doubts = [Doubt(group=index, wanted=wanted) for index, wanted in enumerate(asked)]
    assert recheck(terms, doubts, solver, nobody) == [YES, YES, NO, YES]


def test_what_steps_are_is_part_of_the_key_of_a_question() -> None:
    assert _key(rising=3) == _key(rising=3) != _key(rising=2)


def nobody() -> Cvc5:
    raise AssertionError("a question was asked alone")


def _key(rising: int) -> bytes:
    terms = Terms()
    day, other = terms.whole("日", 0, 100), terms.whole("別の日", 0, 100)
    end = terms.through(Sum.of(day), lambda first, last: of_five(first, last, rising))
    claim = Claim(label="問", term=terms.at_least_zero(Sum.of(other) - end))
    return Keys(terms, b"").key([claim], frozenset())


def test_what_is_long_is_written_once() -> None:
    terms = Terms()
    days = terms.disjoin([terms.switch(f"第{number}日") for number in range(20)])
    claims = [terms.conjoin((days, terms.switch(f"条件{number}"))) for number in range(3)]
    script = Script(terms)
    for claim in claims:
        script.literal(claim)
    assert script.take().count("(or ") == 1
    assert outcome(terms, [*claims, *map(terms.negate, days.parts[1:])]) is YES  # type: ignore[union-attr]
    assert outcome(terms, [*claims, terms.negate(days)]) is NO
