"""Of the rows that are counterexamples themselves, the one nearest to the shrunk case is named."""

from __future__ import annotations

from fractions import Fraction

from tests.unit.proof.small import HOSPITAL, beds, both, either, flag, no, rank, world

from regcheck.diagnostics.diagnostic import Example
from regcheck.model.case import Record, Value
from regcheck.model.formula import Formula
from regcheck.proof.asking import asked
from regcheck.proof.existing import example_of
from regcheck.proof.question import Labelled


def row(name: str, **facts: Value) -> tuple[str, Record]:
    return name, Record(subject=HOSPITAL, facts=facts)


def example(formula: Formula, case: dict[str, Value], *rows: tuple[str, Record]) -> Example | None:
    question = asked(HOSPITAL, Labelled(label="問", formula=formula))
    return example_of(world(), question, Record(subject=HOSPITAL, facts=case), rows)


FOUR: dict[str, Value] = {"病床数": Fraction(4)}


def test_the_nearest_to_the_limit_stands_for_the_others() -> None:
    rows = [row(n, 病床数=Fraction(b)) for n, b in (("東", 9), ("西", 3), ("南", 5), ("北", 5))]
    assert example(beds(">=", 4), FOUR, *rows) == Example(name="南", facts=(("病床数", "五床"),), others=2)


def test_without_a_row_that_answers_there_is_none() -> None:
    assert example(beds(">=", 4), FOUR, row("西", 病床数=Fraction(3)), row("東", 承認=True)) is None


def test_facts_that_are_as_in_the_case_are_not_repeated() -> None:
    case: dict[str, Value] = {**FOUR, "承認": True}
    found = example(both(beds(">=", 4), flag("承認")), case, row("東", 病床数=Fraction(4), 承認=True))
    assert found == Example(name="東", facts=(("病床数", "四床"),))


def test_facts_that_differ_are_told_and_make_a_row_far() -> None:
    case: dict[str, Value] = {"災害拠点": "地域"}
    rows = row("東", 災害拠点="基幹"), row("西", 災害拠点="地域")
    wanted = no(rank("指定なし"))
    assert example(wanted, case, *rows) == Example(name="西", others=1)
    assert example(wanted, case, rows[0]) == Example(name="東", facts=(("災害拠点", "基幹"),))


def test_a_row_that_fails_for_the_same_reason_comes_before_a_nearer_one() -> None:
    either_way = either(both(beds(">=", 4), flag("承認")), rank("基幹"))
    case: dict[str, Value] = {**FOUR, "承認": True}
    far = row("遠", 病床数=Fraction(9), 承認=True)
    other = row("他", 病床数=Fraction(4), 承認=False, 災害拠点="基幹")
    assert example(either_way, case, other, far) == Example(name="遠", facts=(("病床数", "九床"),), others=1)


def test_a_row_that_fails_for_another_reason_is_told_by_that_reason() -> None:
    either_way = either(both(beds(">=", 4), flag("承認")), rank("基幹"))
    other = row("他", 病床数=Fraction(4), 承認=False, 災害拠点="基幹")
    found = example(either_way, {**FOUR, "承認": True}, other)
    assert found == Example(name="他", facts=(("災害拠点", "基幹"),))
