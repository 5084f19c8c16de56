"""Steps: what they are at each number, one after another, and where a sum of them is large enough."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.logic.steps import Steps, joined, straight
from regcheck.logic.stretches import at_least, exactly, stretches

FIRST, LAST = 3, 40


@st.composite
def steps(draw: st.DrawFn, first: int = FIRST, last: int = LAST) -> Steps:
    """Any function that never falls and rises by one or not at all within a piece."""
    turns = sorted(draw(st.sets(st.integers(first + 1, last), max_size=6)))
    pieces, value = [(first, draw(st.integers(-5, 5)), draw(st.booleans()))], 0
    for turn in turns:
        begin, before, rises = pieces[-1]
        value = before + (turn - 1 - begin if rises else 0) + draw(st.integers(0, 4))
        pieces.append((turn, value, draw(st.booleans())))
    return joined(pieces, last)


def values(of: Steps, first: int = FIRST, last: int = LAST) -> list[int]:
    return [of.at(number) for number in range(first, last + 1)]


@examples(200)
@given(steps())
def test_pieces_say_the_value_at_every_number(drawn: Steps) -> None:
    told = [
        v + (n - first) * rises for first, last, v, rises in drawn.pieces() for n in range(first, last + 1)
    ]
    assert told == values(drawn) == sorted(told)
    assert drawn.image == (told[0], told[-1])
    apart = [value - number for number, value in enumerate(told, FIRST)]
    assert drawn.apart == (min(apart), max(apart))


@examples(200)
@given(st.data())
def test_one_after_another_is_the_value_of_the_value(data: st.DataObject) -> None:
    inner = data.draw(steps())
    low, high = inner.image
    outer = data.draw(
        steps(low, high) | st.just(straight(low, high, 7)) if low < high else st.just(straight(low, high))
    )
    both = inner.then(outer)
    assert values(both) == [outer.at(inner.at(number)) for number in range(FIRST, LAST + 1)]
    assert both.first == FIRST and both.last == LAST
    assert values(both.plus(-3)) == [value - 3 for value in values(both)]


@examples(100)
@given(st.data())
def test_what_goes_on_as_before_is_one_piece(data: st.DataObject) -> None:
    drawn = data.draw(steps())
    split = data.draw(st.integers(FIRST, LAST))
    pieces = [(first, value, rises) for first, _, value, rises in drawn.pieces()]
    rises = next(rises for first, last, _, rises in drawn.pieces() if first <= split <= last)
    cut = sorted({*pieces, (split, drawn.at(split), rises)})
    assert joined(cut, LAST) == drawn


@examples(300)
@given(st.data())
def test_a_sum_is_large_enough_where_it_is(data: st.DataObject) -> None:
    weights = st.integers(-3, 3).filter(bool)
    count = data.draw(st.integers(1, 2))
    weighted = tuple((data.draw(steps()), data.draw(weights)) for _ in range(count))
    plain, limit = data.draw(st.integers(-3, 3)), data.draw(st.integers(-60, 60))
    sums = {n: plain * n + sum(w * s.at(n) for s, w in weighted) for n in range(FIRST, LAST + 1)}
    for solve, holds in ((at_least(limit), limit.__le__), (exactly(limit), limit.__eq__)):
        found = stretches(plain, weighted, solve)
        reached = [n for first, last in found for n in range(first, last + 1)]
        assert reached == [n for n, total in sums.items() if holds(total)]
        assert all(later > last + 1 for (_, last), (later, _) in pairwise(found))
