"""Terms are canonical: equal ones are identical, and what is settled is settled without a solver."""

from __future__ import annotations

from fractions import Fraction

from regcheck.logic.steps import joined
from regcheck.logic.terms import FALSE, TRUE, AtLeast, Definition, Exactly, Gated, Negation, Sum, Terms


def test_a_limit_and_its_opposite_are_one_atom() -> None:
    terms = Terms()
    beds = Sum.of(terms.whole("病床数"))
    at_least_400 = terms.at_least_zero(beds.plus(-400))
    below_400 = terms.positive(beds.times(-1).plus(400))
    assert below_400 is terms.negate(at_least_400)
    assert isinstance(at_least_400, AtLeast)
    assert at_least_400.least == 400


def test_fractions_are_cleared_and_limits_tightened_to_the_next_integer() -> None:
    terms = Terms()
    x, y = (Sum.of(terms.whole(name)) for name in "xy")
    atom = terms.at_least_zero(x.times(Fraction(2, 3)) + y.times(Fraction(4, 3)) + Sum.known(Fraction(-1, 2)))
    assert isinstance(atom, AtLeast)
    assert [weight for _, weight in atom.weights] == [1, 2]
    assert atom.least == 1  # 2x + 4y ≥ 3/2, so x + 2y ≥ 1


def test_an_equation_without_integer_solution_is_false() -> None:
    terms = Terms()
    x = Sum.of(terms.whole("x"))
    assert terms.is_zero(x.times(2).plus(-1)) is FALSE
    found = terms.is_zero(x.times(-2).plus(6))
    assert isinstance(found, Exactly)
    assert found.value == 3


def test_sums_that_cancel_are_decided() -> None:
    terms = Terms()
    x = Sum.of(terms.whole("x"))
    assert terms.at_least_zero(x - x) is TRUE
    assert terms.positive(x - x) is FALSE


def test_connectives_fold_constants_doubles_and_contradictions() -> None:
    terms = Terms()
    a, b = terms.switch("a"), terms.switch("b")
    assert terms.conjoin((a, TRUE, a)) is a
    assert terms.conjoin((a, b, FALSE)) is FALSE
    assert terms.disjoin((a, terms.negate(a))) is TRUE
    assert terms.conjoin((a, terms.conjoin((b, terms.negate(a))))) is FALSE
    assert terms.conjoin(()) is TRUE
    assert terms.disjoin(()) is FALSE
    assert terms.conjoin((a, b)) is terms.conjoin((a, b))


def test_a_double_negation_is_the_thing_itself() -> None:
    terms = Terms()
    a = terms.switch("a")
    assert isinstance(terms.negate(a), Negation)
    assert terms.negate(terms.negate(a)) is a


def test_a_gate_in_a_gate_is_one_gate() -> None:
    terms = Terms()
    a, b, x = terms.switch("a"), terms.switch("b"), Sum.of(terms.whole("x"))
    twice = terms.gated(a, terms.gated(b, x.plus(2)))
    units = list(twice.weights)
    assert all(isinstance(unit, Gated) and unit.condition is terms.conjoin((a, b)) for unit in units)
    assert sorted(twice.weights.values()) == [1, 2]


def test_gating_the_same_unit_on_two_ways_adds_up() -> None:
    terms = Terms()
    a, x = terms.switch("a"), Sum.of(terms.whole("x"))
    value = terms.gated(a, x + terms.gated(a, x))
    assert list(value.weights.values()) == [2]


def test_only_what_is_composed_gets_a_name_of_its_own() -> None:
    terms = Terms()
    a, b = terms.switch("a"), terms.switch("b")
    assert terms.define("定義「甲」", a) is a
    assert terms.define("定義「甲」", TRUE) is TRUE
    assert isinstance(terms.define("定義「甲」", terms.conjoin((a, b))), Definition)


def test_bounds_come_with_the_variable() -> None:
    terms = Terms()
    x = terms.whole("x", 0, 10)
    assert len(terms.axioms[x]) == 2
    assert terms.whole("x", 0, 10) is x
    assert len(terms.axioms[x]) == 2


def test_the_day_after_the_end_of_a_period_is_the_same_unit_as_that_end() -> None:
    """Two integers of their own would leave it to a solver to find out, piece by piece, that they lie a day apart."""
    terms = Terms()
    day = terms.whole("日", 0, 100)

    def stays_once(plus: int) -> Sum:
        pieces = ((0, 30 + plus, True), (50, 79 + plus, False), (51, 80 + plus, True))
        return terms.through(Sum.of(day), lambda first, last: joined(pieces, last))

    end, after = stays_once(0), stays_once(1)
    assert end.weights.keys() == after.weights.keys()
    assert after.constant - end.constant == 1
    assert terms.is_zero(after - end.plus(1)) is TRUE


def test_a_gated_value_is_the_value_in_lowest_terms() -> None:
    terms = Terms()
    a, x = terms.switch("a"), Sum.of(terms.whole("x"))
    value = terms.gated(a, (x.times(2) + Sum.known(6)).times(Fraction(1, 4)))
    assert [
        (unit.unit is None, weight) for unit, weight in value.weights.items() if isinstance(unit, Gated)
    ] == [
        (False, 1),
        (True, 3),
    ]
    assert value.denominator == 2


def test_sums_of_different_fractions() -> None:
    terms = Terms()
    x, y = (Sum.of(terms.whole(name)) for name in "xy")
    total = Sum.total([x.times(Fraction(1, 2)), y.plus(Fraction(1, 3)), x.plus(1)])
    assert [(total.weight(unit), unit) for unit in total.weights] == [
        (Fraction(3, 2), terms.whole("x")),
        (1, terms.whole("y")),
    ]
    assert Fraction(total.constant, total.denominator) == Fraction(4, 3)
