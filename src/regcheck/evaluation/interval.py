"""Closed intervals of exact numbers: what is known of a number when some facts are 不明.

Owns: interval arithmetic over Fraction; an end that is None is open to infinity.
Refuses to know: units, formulas, records.

Every operation is monotone in its operands, so the interval always holds the true number and shrinks when
a fact becomes known. A known number is an interval of one point.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, floor

from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene, negation
from regcheck.frozen import Frozen
from regcheck.model.formula import Aggregate, Comparator, Rounding

End = Fraction | None


class Interval(Frozen, kw_only=False):
    """low ≤ number ≤ high."""

    low: End = None
    high: End = None


def point(value: Fraction | int) -> Interval:
    """The interval of one known number."""
    return Interval(Fraction(value), Fraction(value))


def add(parts: Sequence[Interval]) -> Interval:
    """The sum; 0 of none."""
    return Interval(_sum([p.low for p in parts]), _sum([p.high for p in parts]))


def _sum(ends: Sequence[End]) -> End:
    known = [end for end in ends if end is not None]
    return sum(known, Fraction(0)) if len(known) == len(ends) else None


def scale(factor: Fraction, part: Interval) -> Interval:
    """factor × number; 0 × anything is 0."""
    if factor == 0:
        return point(0)
    low = None if part.low is None else factor * part.low
    high = None if part.high is None else factor * part.high
    return Interval(low, high) if factor > 0 else Interval(high, low)


def with_zero(part: Interval) -> Interval:
    """The number or 0: an addend that may not count."""
    low = None if part.low is None else min(part.low, Fraction(0))
    high = None if part.high is None else max(part.high, Fraction(0))
    return Interval(low, high)


def aggregate(function: Aggregate, parts: Sequence[Interval]) -> Interval:
    """Sum, mean, greatest or least of one or more numbers."""
    match function:
        case Aggregate.SUM:
            return add(parts)
        case Aggregate.MEAN:
            return scale(Fraction(1, len(parts)), add(parts))
        case Aggregate.MAX:
            return Interval(_greatest_low(parts), _all_known(max, [p.high for p in parts]))
        case Aggregate.MIN:
            return Interval(_all_known(min, [p.low for p in parts]), _least_high(parts))


def _greatest_low(parts: Sequence[Interval]) -> End:
    return max((p.low for p in parts if p.low is not None), default=None)


def _least_high(parts: Sequence[Interval]) -> End:
    return min((p.high for p in parts if p.high is not None), default=None)


def _all_known(pick: Callable[[list[Fraction]], Fraction], ends: Sequence[End]) -> End:
    known = [end for end in ends if end is not None]
    return pick(known) if len(known) == len(ends) else None


def rounded(part: Interval, places: int, mode: Rounding) -> Interval:
    """Both ends brought to a multiple of 10**-places."""
    low = None if part.low is None else round_number(part.low, places, mode)
    high = None if part.high is None else round_number(part.high, places, mode)
    return Interval(low, high)


def round_number(value: Fraction, places: int, mode: Rounding) -> Fraction:
    """HALF_UP is ⌊x·10^p + 1/2⌋ / 10^p, DOWN the floor, UP the ceiling, for numbers of either sign."""
    grid = Fraction(10) ** places
    match mode:
        case Rounding.HALF_UP:
            return floor(value * grid + Fraction(1, 2)) / grid
        case Rounding.DOWN:
            return floor(value * grid) / grid
        case Rounding.UP:
            return ceil(value * grid) / grid


def compare(op: Comparator, left: Interval, right: Interval) -> Kleene:
    """The comparison, decided when every pair of numbers in the two intervals gives the same answer."""
    match op:
        case Comparator.LE:
            return _at_most(left, right)
        case Comparator.GE:
            return _at_most(right, left)
        case Comparator.GT:
            return negation(_at_most(left, right))
        case Comparator.LT:
            return negation(_at_most(right, left))
        case Comparator.EQ:
            return _equal(left, right)
        case Comparator.NE:
            return negation(_equal(left, right))


def _at_most(left: Interval, right: Interval) -> Kleene:
    if left.high is not None and right.low is not None and left.high <= right.low:
        return TRUE
    return FALSE if _lies_above(left, right) else UNKNOWN


def _equal(left: Interval, right: Interval) -> Kleene:
    if _lies_above(left, right) or _lies_above(right, left):
        return FALSE
    is_point = left.low is not None and left.low == left.high
    return TRUE if is_point and left == right else UNKNOWN


def _lies_above(left: Interval, right: Interval) -> bool:
    return left.low is not None and right.high is not None and left.low > right.high
