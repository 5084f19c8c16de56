"""Bit sets and splitting say the same as looking at every pair and at every point."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.proof.meeting import Box, Meeting, bits, meeting_pairs, runs
from regcheck.proof.splitting import Budget, Spent, uncovered

SIZES = (6, 3, 2)
LINES = (True, False, False)
WHOLE = tuple((1 << size) - 1 for size in SIZES)

boxes = st.tuples(*(st.integers(0, (1 << size) - 1) for size in SIZES))
solid = st.tuples(*(st.integers(1, (1 << size) - 1) for size in SIZES))
tables = st.lists(boxes, max_size=12)


def points(box: Box) -> set[tuple[int, ...]]:
    return set(product(*(bits(mask) for mask in box)))


@examples(200)
@given(tables)
def test_rows_meet_where_they_share_a_point(rows: list[Box]) -> None:
    meeting = [(i, j) for i, j in combinations(range(len(rows)), 2) if points(rows[i]) & points(rows[j])]
    assert sorted(meeting_pairs(SIZES, rows)) == meeting


@examples(200)
@given(tables, boxes)
def test_rows_at_a_box_are_those_that_share_a_point_with_it(rows: list[Box], box: Box) -> None:
    found = Meeting(SIZES, rows).rows_at(box)
    assert list(bits(found)) == [i for i, row in enumerate(rows) if points(row) & points(box)]


@examples(200)
@given(tables, solid)
def test_what_is_uncovered_is_what_no_row_has_and_nothing_twice(rows: list[Box], box: Box) -> None:
    found = [points(piece) for piece in uncovered(box, rows, LINES, Budget())]
    left = points(box) - set[tuple[int, ...]]().union(*map(points, rows))
    assert set[tuple[int, ...]]().union(*found) == left
    assert sum(map(len, found)) == len(left)


def test_a_budget_that_does_not_suffice_is_no_answer() -> None:
    rows = [(1 << i, 1 << i % 3, 1 << i % 2) for i in range(6)]
    with pytest.raises(Spent):
        list(uncovered(WHOLE, rows, LINES, Budget(steps=5)))


def test_runs_are_the_unbroken_stretches() -> None:
    assert list(runs(0b1101101)) == [0b1, 0b1100, 0b1100000]
