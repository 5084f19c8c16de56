"""Closed intervals of exact numbers: what is known of a number when some facts are 不明.

Owns: interval arithmetic over int and Fraction; an end that is None is open to infinity.
Refuses to know: units, formulas, records.

Every operation is monotone in its operands, so the interval always holds the true number and shrinks when
a fact becomes known. A known number is an interval of one point.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction

from regcheck.evaluation.kleene import UNKNOWN, Kleene, of_bool
from regcheck.frozen import Frozen
from regcheck.model.formula import Aggregate, Comparator, Rounding

Exact = int | Fraction
"""A number; a whole one may be an int, which is as exact and quicker."""

End = Exact | None


class Interval(Frozen, kw_only=False):
    """low ≤ number ≤ high."""

    low: End = None
    high: End = None


def point(value: Exact) -> Interval:
    """The interval of one known number."""
    return Interval(value, value)


def days_between(first: date | None, last: date | None) -> Interval:
    """The days between two, both included, as ordinals."""
    return Interval(None if first is None else first.toordinal(), None if last is None else last.toordinal())


def whole(value: Exact) -> Exact:
    """The number as an int if it is whole."""
    return value.numerator if value.denominator == 1 else value


def add(parts: Sequence[Interval]) -> Interval:
    """The sum; 0 of none."""
    return Interval(_sum([p.low for p in parts]), _sum([p.high for p in parts]))


def _sum(ends: Sequence[End]) -> End:
    known = [end for end in ends if end is not None]
    return sum(known) if len(known) == len(ends) else None


def scale(factor: Exact, part: Interval) -> Interval:
    """factor × number; 0 × anything is 0."""
    if factor == 0:
        return point(0)
    low = None if part.low is None else factor * part.low
    high = None if part.high is None else factor * part.high
    return Interval(low, high) if factor > 0 else Interval(high, low)


def with_zero(part: Interval) -> Interval:
    """The number or 0: an addend that may not count."""
    low = None if part.low is None else min(part.low, 0)
    high = None if part.high is None else max(part.high, 0)
    return Interval(low, high)


def hull(parts: Sequence[Interval]) -> Interval:
    """From the least to the greatest: one of several numbers, nobody knows which."""
    return Interval(_all_known(min, [p.low for p in parts]), _all_known(max, [p.high for p in parts]))


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


def _all_known(pick: Callable[[list[Exact]], Exact], ends: Sequence[End]) -> End:
    known = [end for end in ends if end is not None]
    return pick(known) if len(known) == len(ends) else None


def rounded(part: Interval, places: int, mode: Rounding) -> Interval:
    """Both ends brought to a multiple of 10**-places."""
    low = None if part.low is None else round_number(part.low, places, mode)
    high = None if part.high is None else round_number(part.high, places, mode)
    return Interval(low, high)


def round_number(value: Exact, places: int, mode: Rounding) -> Exact:
    """HALF_UP is ⌊x·10^p + 1/2⌋ / 10^p, DOWN the floor, UP the ceiling, for numbers of either sign."""
    above, below = value.numerator, value.denominator
    if below == 1 and places >= 0:
        return above
    if places >= 0:
        return whole(Fraction(_multiple(above * 10**places, below, mode), 10**places))
    step: int = 10**-places
    return _multiple(above, below * step, mode) * step


def _multiple(above: int, below: int, mode: Rounding) -> int:
    """above / below as a whole number."""
    match mode:
        case Rounding.HALF_UP:
            return (2 * above + below) // (2 * below)
        case Rounding.DOWN:
            return above // below
        case Rounding.UP:
            return -(-above // below)


def compare(op: Comparator, left: Interval, right: Interval) -> Kleene:
    """The comparison, decided when every pair of numbers in the two intervals gives the same answer."""
    found = holds(op, left, right)
    return UNKNOWN if found is None else of_bool(found)


def holds(op: Comparator, left: Interval, right: Interval) -> bool | None:
    """The same as True, False, or None for UNKNOWN."""
    match op:
        case Comparator.GE:
            return _at_most(right, left)
        case Comparator.LT:
            return _not(_at_most(right, left))
        case Comparator.LE:
            return _at_most(left, right)
        case Comparator.GT:
            return _not(_at_most(left, right))
        case Comparator.EQ:
            return _equal(left, right)
        case Comparator.NE:
            return _not(_equal(left, right))


def _not(found: bool | None) -> bool | None:
    return None if found is None else not found


def _at_most(left: Interval, right: Interval) -> bool | None:
    if left.high is not None and right.low is not None and left.high <= right.low:
        return True
    return False if _lies_above(left, right) else None


def _equal(left: Interval, right: Interval) -> bool | None:
    if _lies_above(left, right) or _lies_above(right, left):
        return False
    is_point = left.low is not None and left.low == left.high
    return True if is_point and left == right else None


def _lies_above(left: Interval, right: Interval) -> bool:
    return left.low is not None and right.high is not None and left.low > right.high
