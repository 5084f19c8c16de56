"""Questions that share a text get the answers that each of them gets alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from regcheck.logic.steps import Steps
from regcheck.logic.terms import FALSE, Sum, Term, Terms
from regcheck.proof import recheck as module
from regcheck.proof.cvc5_solver import Cvc5, version
from regcheck.proof.draws import Draw, Limits
from regcheck.proof.recheck import Doubt, recheck
from regcheck.proof.sampling import Case, Row, Sample
from regcheck.proof.smtlib import Literal
from regcheck.proof.solver import Outcome

YES, NO, OPEN = Outcome.SATISFIABLE, Outcome.UNSATISFIABLE, Outcome.UNKNOWN
BUDGET = 1_000_000


def cvc5() -> Cvc5:
    return Cvc5(BUDGET)


def rechecked(terms: Terms, asked: list[Doubt], make: Callable[[], Cvc5] = cvc5) -> list[Outcome]:
    return recheck(terms, asked, make(), make)


def nobody() -> Cvc5:
    raise AssertionError("a question was asked alone")


def doubt(*wanted: Term, group: str = "同じ", case: Case | None = None) -> Doubt:
    return Doubt(group=group, wanted=wanted, case=case)


def at_least(terms: Terms, name: str, least: int) -> Term:
    return terms.at_least_zero(Sum.of(terms.whole(name, 0, 10)).plus(-least))


def test_questions_with_and_without_a_case_are_told_apart_in_their_order() -> None:
    terms = Terms()
    large = terms.define("大", at_least(terms, "床", 7))
    small = terms.negate(at_least(terms, "床", 5))
    asked = [doubt(large), doubt(large, small), doubt(small), doubt(small, large, group="別")]
    assert rechecked(terms, asked) == [YES, NO, YES, NO]


def test_what_is_false_by_its_shape_has_no_case_and_spoils_nothing() -> None:
    terms = Terms()
    large = at_least(terms, "床", 7)
    assert rechecked(terms, [doubt(large, FALSE), doubt(large), doubt()]) == [NO, YES, YES]


def test_bounds_that_tie_variables_decide_only_what_mentions_them() -> None:
    """y is x + 6 and at most 10, so a text with y has no x above 4; the text of x alone has."""
    terms = Terms()
    x, y = terms.whole("x", 0, 10), terms.whole("y", 0, 10)
    terms.require(y, terms.is_zero(Sum.of(y, -1) + Sum.of(x).plus(6)))
    above = terms.at_least_zero(Sum.of(x).plus(-5))
    of_y = terms.at_least_zero(Sum.of(y))
    assert rechecked(terms, [doubt(of_y), doubt(above), doubt(of_y, above)]) == [YES, YES, NO]


def test_questions_that_reach_other_ties_need_no_solver_of_their_own() -> None:
    """Beside what ties y to x, what has no case in the text of x or of z alone is asked in the same text."""
    terms = Terms()
    x, y = terms.whole("x", 0, 10), terms.whole("y", 0, 10)
    terms.require(y, terms.is_zero(Sum.of(y, -1) + Sum.of(x).plus(6)))
    above, below = at_least(terms, "x", 5), terms.negate(at_least(terms, "x", 5))
    none = [
        doubt(terms.at_least_zero(Sum.of(y)), above),
        doubt(above, below),
        doubt(at_least(terms, "z", 11)),
    ]
    assert recheck(terms, none, cvc5(), nobody) == [NO, NO, NO]


def test_bounds_that_no_value_meets_spoil_only_their_own_question() -> None:
    terms = Terms()
    x = terms.whole("x")
    for sign in (1, -1):
        terms.require(x, terms.at_least_zero(Sum.of(x, sign).plus(-3)))
    assert rechecked(terms, [doubt(at_least(terms, "床", 4)), doubt(at_least(terms, "x", 0))]) == [YES, NO]


def test_a_question_without_a_line_is_asked_all_the_same() -> None:
    terms, counts = Terms(), Counter[str]()
    old = terms.switch("古")
    one = case(drawn(terms), old)
    assert rechecked(terms, [doubt(old, case=one)], lambda: Counting(counts)) == [YES]
    assert counts == {"searches": 1}


def test_a_name_that_has_not_the_value_that_is_wanted_answers_nothing() -> None:
    terms = Terms()
    old = terms.define("古", terms.disjoin((terms.switch("歴史"), at_least(terms, "年", 4))))
    wrong = case(drawn(terms), terms.negate(old))
    never = terms.negate(terms.disjoin((old, terms.negate(old))))
    assert rechecked(terms, [doubt(old, terms.negate(at_least(terms, "年", 4)), case=wrong)]) == [YES]
    assert rechecked(terms, [doubt(old, terms.negate(old), case=wrong), doubt(never, case=wrong)]) == [NO, NO]


def test_two_equations_of_one_number_both_count() -> None:
    terms = Terms()
    x = terms.whole("x", 0, 10)
    for value in (3, 4):
        terms.require(x, terms.is_zero(Sum.of(x).plus(-value)))
    assert rechecked(terms, [doubt(terms.at_least_zero(Sum.of(x).plus(-2)))]) == [NO]


def test_questions_beyond_one_portion_are_answered_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PORTION", 2)
    terms = Terms()
    asked = [doubt(at_least(terms, "床", least)) for least in (9, 10, 11, 9, 12)]
    assert rechecked(terms, asked) == [YES, YES, NO, YES, NO]


class Forgetful(Cvc5):
    """A solver that answers only what it is asked alone."""

    def outcomes(self, assertions: Iterable[Any], asked: Iterable[Iterable[Literal]]) -> Iterator[Outcome]:
        listed = list(asked)
        found = list(super().outcomes(assertions, listed))
        return iter(found if len(listed) == 1 else [OPEN] * len(found))


class Counting(Cvc5):
    """A solver that counts what it is asked with values and without."""

    def __init__(self, counts: Counter[str]) -> None:
        super().__init__(BUDGET)
        self._counts = counts

    def outcomes(self, assertions: Iterable[Any], asked: Iterable[Iterable[Literal]]) -> Iterator[Outcome]:
        listed = list(asked)
        self._counts["searches"] += len(listed)
        return super().outcomes(assertions, listed)

    def truths(self, assertion: Any, names: Iterable[str], rows: Iterable[Row]) -> Iterator[bool]:
        listed = list(rows)
        self._counts["values"] += len(listed)
        return super().truths(assertion, names, listed)


def drawn(terms: Terms) -> Sample:
    return Sample(terms, Draw(Limits(terms)))


def case(sample: Sample, *wanted: Term) -> Case:
    cases = sample.holding(wanted)
    assert cases
    return Case(sample=sample, place=sample.one_of(cases))


def test_each_line_is_looked_at_once_for_all_questions_that_one_case_answers() -> None:
    terms, counts = Terms(), Counter[str]()
    large = terms.define("大", at_least(terms, "床", 7))
    old = terms.define("古", terms.disjoin((terms.switch("歴史"), terms.negate(at_least(terms, "年", 4)))))
    both = case(drawn(terms), large, old)
    asked = [doubt(large, case=both), doubt(old, case=both), doubt(large, old, case=both)]
    assert rechecked(terms, asked, lambda: Counting(counts)) == [YES, YES, YES]
    assert counts == {"values": 6}, "two definitions, and the ends of two numbers"


def test_a_case_is_not_believed() -> None:
    """A case of which it is wrongly said that it answers: who has another is found all the same, who has none is not."""
    terms, counts = Terms(), Counter[str]()
    large, small = at_least(terms, "床", 7), terms.negate(at_least(terms, "床", 5))
    wrong = case(drawn(terms), small)
    asked = [doubt(large, case=wrong), doubt(large, small, case=wrong), doubt(small, case=wrong)]
    assert rechecked(terms, asked, lambda: Counting(counts)) == [YES, NO, YES]
    assert counts["searches"] >= len(asked)


def test_values_outside_their_bounds_answer_nothing() -> None:
    """The bounds of a variable are part of the text: here no value meets them, whatever a case says."""
    terms = Terms()
    x = terms.whole("x")
    terms.require(x, terms.at_least_zero(Sum.of(x).plus(-3)))
    above = terms.at_least_zero(Sum.of(x).plus(-5))
    sample = drawn(terms)
    right = case(sample, above)
    terms.require(x, terms.at_least_zero(Sum.of(x, -1).plus(4)))
    assert rechecked(terms, [doubt(above, case=right)]) == [NO]


def test_steps_and_numbers_without_a_name_have_the_values_of_the_case() -> None:
    terms, counts = Terms(), Counter[str]()
    x, double = terms.whole("x", 0, 10), terms.auxiliary()
    for sign in (1, -1):
        terms.require(double, terms.at_least_zero(Sum.of(double, sign) + Sum.of(x, -2 * sign)))
    late = Steps(turns=(0, 5), values=(0, 7), rising=(False, True), last=10)
    stepped = terms.through(Sum.of(x), lambda _first, _last: late)
    y = terms.whole("y", 0, 10)
    wanted = [terms.at_least_zero(Sum.of(double).plus(-9)), terms.at_least_zero(stepped + Sum.of(y, -1))]
    one = case(drawn(terms), *wanted)
    assert rechecked(terms, [doubt(*wanted, case=one)], lambda: Counting(counts)) == [YES]
    assert counts == {"values": 9}, "two claims, the ends of three numbers, the steps"


def test_what_is_left_open_together_is_asked_alone() -> None:
    terms = Terms()
    asked = [doubt(at_least(terms, "床", least)) for least in (10, 11)]
    assert rechecked(terms, asked, lambda: Forgetful(BUDGET)) == [YES, NO]


def test_a_budget_that_is_too_small_leaves_it_open() -> None:
    terms = Terms()
    switches = [[terms.switch(f"p{i}_{j}") for j in range(7)] for i in range(8)]
    wanted = [terms.disjoin(row) for row in switches]
    for j in range(7):
        pairs = ((a, b) for a in range(8) for b in range(a))
        wanted += [terms.negate(terms.conjoin((switches[a][j], switches[b][j]))) for a, b in pairs]
    assert rechecked(terms, [doubt(*wanted)], lambda: Cvc5(100)) == [OPEN]


@pytest.mark.parametrize("number", [-1, 0, 1, 2, 10**30])
@pytest.mark.parametrize("truth", [False, True])
def test_a_truth_and_a_number_that_python_takes_for_equal_stay_apart(truth: bool, number: int) -> None:
    solver = cvc5()
    text = "(declare-const |p| Bool)\n(declare-const |x| Int)\n(assert (= |p| (>= |x| 1)))\n"
    (assertion,) = solver.read(text)
    for names, row in ((["p", "x"], (truth, number)), (["x", "p"], (number, truth))):
        assert list(solver.truths(assertion, names, [row])) == [truth is (number >= 1)]


def test_the_solver_says_which_version_it_is() -> None:
    name, number = version().split()
    assert (name, number[0].isdigit()) == ("cvc5", True)
