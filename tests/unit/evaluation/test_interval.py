"""Interval arithmetic holds every number that is possible, and no end is given away."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product

import pytest

from regcheck.evaluation.interval import (
    Interval,
    add,
    aggregate,
    compare,
    point,
    rounded,
    scale,
    with_zero,
)
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN
from regcheck.model.formula import Aggregate, Comparator, Rounding

FAR = 50
"""Stands for an open end when numbers are tried out."""


def interval(low: int | None, high: int | None) -> Interval:
    return Interval(None if low is None else Fraction(low), None if high is None else Fraction(high))


def numbers(of: Interval) -> Iterator[Fraction]:
    """The whole numbers of an interval."""
    low = -FAR if of.low is None else int(of.low)
    high = FAR if of.high is None else int(of.high)
    return map(Fraction, range(low, high + 1))


def of_two(function: Aggregate, left: Fraction, right: Fraction) -> Fraction:
    match function:
        case Aggregate.SUM:
            return left + right
        case Aggregate.MEAN:
            return (left + right) / 2
        case Aggregate.MAX:
            return max(left, right)
        case Aggregate.MIN:
            return min(left, right)


SOME = [interval(*ends) for ends in ((3, 3), (-2, 1), (0, None), (None, -1), (None, None))]


@pytest.mark.parametrize(("left", "right"), list(product(SOME, SOME)))
@pytest.mark.parametrize("function", Aggregate)
def test_aggregates_have_the_least_and_the_greatest_result(
    function: Aggregate, left: Interval, right: Interval
) -> None:
    """Both finite ends are reached; an open end stands where results go on beyond any number tried."""
    found = aggregate(function, (left, right))
    results = [of_two(function, a, b) for a, b in product(numbers(left), numbers(right))]
    if found.low is None:
        assert min(results) < -FAR / 3
    else:
        assert min(results) == found.low
    if found.high is None:
        assert max(results) > FAR / 3
    else:
        assert max(results) == found.high


def test_scaling_turns_an_interval_round() -> None:
    assert scale(Fraction(-2), interval(1, 3)) == interval(-6, -2)
    assert scale(Fraction(-1), interval(0, None)) == interval(None, 0)
    assert scale(Fraction(0), interval(None, None)) == point(0)


def test_what_may_not_count_reaches_to_zero() -> None:
    assert with_zero(interval(2, 5)) == interval(0, 5)
    assert with_zero(interval(-5, -2)) == interval(-5, 0)
    assert with_zero(interval(None, None)) == interval(None, None)
    assert add([]) == point(0)


def test_rounding_keeps_open_ends() -> None:
    half = Interval(Fraction(1, 2), None)
    assert rounded(half, 0, Rounding.HALF_UP) == interval(1, None)
    assert rounded(half, 0, Rounding.DOWN) == interval(0, None)
    assert rounded(Interval(None, Fraction(-1, 2)), 0, Rounding.HALF_UP) == interval(None, 0)
    assert rounded(Interval(None, Fraction(-3, 2)), 0, Rounding.UP) == interval(None, -1)


HOLDS = {
    Comparator.LT: lambda a, b: a < b,
    Comparator.LE: lambda a, b: a <= b,
    Comparator.EQ: lambda a, b: a == b,
    Comparator.NE: lambda a, b: a != b,
    Comparator.GE: lambda a, b: a >= b,
    Comparator.GT: lambda a, b: a > b,
}


@pytest.mark.parametrize(("left", "right"), list(product([*SOME, interval(1, 4)], SOME)))
@pytest.mark.parametrize("op", Comparator)
def test_a_comparison_is_decided_exactly_when_all_numbers_agree(
    op: Comparator, left: Interval, right: Interval
) -> None:
    answers = {HOLDS[op](a, b) for a, b in product(numbers(left), numbers(right))}
    expected = UNKNOWN if len(answers) > 1 else TRUE if answers.pop() else FALSE
    assert compare(op, left, right) is expected
