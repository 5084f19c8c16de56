"""As many slots as the small-model bound asks for, and no claim where no bound is known."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.property.constructs import BIG_PART, NAMED_PART, at, compare

from regcheck.logic.slots import ListAtom, ListSteps, Slots, needs, plan_slots
from regcheck.model.formula import Comparator, Compare, Count, Number, Total

PARTS = Count(path=at("部品"), variable="x", where=BIG_PART)
OTHERS = Count(path=at("主要部品"), variable="x", where=NAMED_PART)


def number(value: int | Fraction) -> Number:
    return Number(value=Fraction(value), unit="")


@pytest.mark.parametrize(
    ("op", "limit", "need"),
    [
        (">=", 2, 2),
        ("<", 2, 2),
        (">", 2, 3),
        ("<=", 2, 3),
        ("=", 2, 3),
        ("!=", 0, 1),
        (">=", Fraction(5, 2), 3),
        ("<=", Fraction(5, 2), 3),
        ("<=", -1, 0),
    ],
)
def test_a_count_needs_elements_up_to_its_turning_point(op: str, limit: int | Fraction, need: int) -> None:
    assert needs(compare(PARTS, op, number(limit))) == {PARTS: need}


def test_a_constant_on_the_left_turns_the_comparison_round() -> None:
    assert needs(compare(number(2), ">=", PARTS)) == {PARTS: 3}
    assert needs(compare(number(2), "<=", PARTS)) == {PARTS: 2}


def test_weights_and_summands_move_the_turning_point() -> None:
    twice = Total(terms=((Fraction(2), PARTS), (Fraction(1), number(1))))
    assert needs(compare(twice, ">=", number(6))) == {PARTS: 3}


def test_two_counts_have_no_turning_point() -> None:
    assert needs(Compare(op=Comparator.GE, left=PARTS, right=OTHERS)) == {}


def atom(steps: ListSteps, need: int | None, about: object = 0, **more: object) -> ListAtom:
    return ListAtom(steps=steps, need=need, subject_matter=about, **{"limit": None, **more})  # type: ignore[arg-type]


def test_needs_of_different_atoms_add_up() -> None:
    found = plan_slots([atom(("部品",), 1, "甲"), atom(("部品",), 2, "乙"), atom(("設備",), 1)])
    assert found == {("部品",): Slots(count=3), ("設備",): Slots(count=1)}


def test_a_declared_limit_is_never_exceeded() -> None:
    assert plan_slots([atom(("部品",), 5, limit=2)]) == {("部品",): Slots(count=2)}


def test_adding_up_needs_every_slot_of_the_limit() -> None:
    assert plan_slots([atom(("部品",), 0, limit=4, adds_up=True)]) == {("部品",): Slots(count=4)}


def test_adding_up_without_a_limit_is_not_complete() -> None:
    assert not plan_slots([atom(("部品",), 0, adds_up=True)])[("部品",)].complete


def test_a_count_beside_another_stands_for_any_number() -> None:
    found = plan_slots([atom(("部品",), None, "甲"), atom(("部品",), None, "乙")])
    assert found == {("部品",): Slots(count=4, multiple=True)}


def test_a_great_count_does_not_need_as_many_slots() -> None:
    assert plan_slots([atom(("部品",), 10_000)]) == {("部品",): Slots(count=2, multiple=True)}


def test_an_atom_about_another_list_counts_for_each_of_its_elements() -> None:
    found = plan_slots([atom(("部品",), 2), atom(("設備",), 1, crossing=(("部品",),))])
    assert found[("設備",)] == Slots(count=2)


def test_lists_that_wait_for_each_other_are_not_complete() -> None:
    found = plan_slots([atom(("部品",), 1, crossing=(("設備",),)), atom(("設備",), 1, crossing=(("部品",),))])
    assert not any(slots.complete for slots in found.values())


@pytest.mark.parametrize("limited", ["部品", "設備"])
def test_a_limit_breaks_the_circle(limited: str) -> None:
    limit = {limited: 3}
    found = plan_slots(
        [
            atom(("部品",), 1, crossing=(("設備",),), limit=limit.get("部品")),
            atom(("設備",), 1, crossing=(("部品",),), limit=limit.get("設備")),
        ]
    )
    assert found == {("部品",): Slots(count=3), ("設備",): Slots(count=3)}
