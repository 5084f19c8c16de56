"""Protects: what is proposed for a name that does not exist."""

from __future__ import annotations

from regcheck.model.from_syntax.suggest import nearest, split


def test_the_nearest_name_is_proposed_and_a_far_one_is_not() -> None:
    assert nearest("病床教", ["病床数", "診療科数"]) == "病床数"
    assert nearest("天気", ["病床数", "診療科数"]) == ""


def test_the_answer_does_not_depend_on_the_order_of_the_candidates() -> None:
    names = ["甲基準", "乙基準", "丙基準"]
    assert nearest("丁基準", names) == nearest("丁基準", reversed(names))


def test_a_declared_name_with_a_tail_is_split_at_the_longest_name() -> None:
    assert split("病床数以上", ["病床", "病床数"]) == ("病床数", "以上")


def test_an_operator_word_splits_an_undeclared_name() -> None:
    assert split("定員以上", ["病床数"]) == ("定員", "以上")


def test_one_sign_too_many_is_a_slip_and_no_split() -> None:
    assert split("病床数数", ["病床数"]) is None
    assert split("病床数", ["病床数"]) is None
