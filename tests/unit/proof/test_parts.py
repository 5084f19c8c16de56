"""Leaving a part out changes the text in one direction only, and cutting a question into clauses changes nothing."""

from __future__ import annotations

from hypothesis import given
from tests.property.effort import examples
from tests.unit.proof.brute import everything
from tests.unit.proof.small import (
    at_least,
    beds,
    both,
    but,
    criterion,
    definition,
    either,
    flag,
    formulas,
    is_a,
    no,
    rank,
    world,
)

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import Kleene
from regcheck.model.case import Record
from regcheck.model.formula import Formula, Truth
from regcheck.model.specification import Specification
from regcheck.proof.asking import asked
from regcheck.proof.conjuncts import refined
from regcheck.proof.parts import PartKind, at_address, replaced, setting, slots, without
from regcheck.proof.question import Labelled


def holds(spec: Specification, formula: Formula, record: Record) -> bool:
    return evaluate(spec, formula, record).truth is Kleene.TRUE


@examples(60)
@given(formulas())
def test_leaving_a_part_out_only_widens_or_only_narrows(formula: Formula) -> None:
    spec = world()
    for slot in slots(formula, "第一条"):
        less = without(formula, slot)
        for record in list(everything(spec, "病院"))[::7]:
            before, after = holds(spec, formula, record), holds(spec, less, record)
            assert before <= after if slot.widens else after <= before


@examples(60)
@given(formulas())
def test_the_formula_with_its_own_part_put_back_is_the_formula(formula: Formula) -> None:
    for slot in slots(formula, "第一条"):
        assert replaced(formula, slot.address, at_address(formula, slot.address)) == formula


def test_parts_are_called_as_a_drafter_calls_them() -> None:
    body = but(
        both(flag("承認"), either(beds(">=", 6), rank("基幹"), labels="イロ"), labels="一二"), flag("国立")
    )
    found = [(slot.label, slot.kind) for slot in slots(body, "第二条")]
    assert found == [
        ("第二条第一号", PartKind.CONDITION),
        ("第二条第二号", PartKind.CONDITION),
        ("第二条第二号イ", PartKind.CONDITION),
        ("第二条第二号ロ", PartKind.CONDITION),
        ("第二条ただし書", PartKind.EXCEPTION),
    ]


def test_a_range_is_one_condition() -> None:
    assert not list(slots(both(beds(">=", 3), beds("<", 7)), "第一条"))


def test_other_alternatives_are_put_aside_for_what_is_inside_one() -> None:
    inner = both(flag("承認"), beds(">=", 7))
    body = either(inner, both(no(flag("承認")), beds(">=", 3)))
    whole, first, *_ = slots(body, "第一条")
    assert setting(body, whole) == body
    assert at_address(setting(body, first), (1,)) == Truth(value=False)


def test_a_single_condition_is_no_part_of_itself() -> None:
    assert not list(slots(flag("承認"), "第一条"))


@examples(80)
@given(formulas(), formulas())
def test_clauses_together_mean_the_question(first: Formula, second: Formula) -> None:
    """Terms are opened on the way: 該当する of a term without 特例 is its text."""
    spec = world(definition("甲", first, "第一条"), criterion("乙", but(is_a("甲"), second), "第二条"))
    question = asked(
        "病院", Labelled(label="問", formula=is_a("乙")), Labelled(label="否", formula=no(second))
    )
    for record in list(everything(spec, "病院"))[::5]:
        whole = all(holds(spec, part.formula, record) for part in question.parts)
        cut = all(holds(spec, part.formula, record) for part in refined(spec, question).parts)
        assert whole == cut


def test_clauses_carry_their_own_provisions() -> None:
    spec = world(
        definition("甲", flag("承認"), "第一条"),
        criterion(
            "乙", both(is_a("甲"), either(beds(">", 3), flag("国立"), labels="イロ"), labels="一二"), "第二条"
        ),
    )
    held = refined(spec, asked("病院", Labelled(label="問", formula=is_a("乙")))).parts
    assert [part.label for part in held] == ["第一条", "第二条第二号"]
    failed = refined(spec, asked("病院", Labelled(label="問", formula=no(either(is_a("甲"), flag("国立"))))))
    assert [part.label for part in failed.parts] == ["第一条", "問"]


def test_a_count_is_never_cut() -> None:
    count = at_least(2, flag("承認"), flag("国立"), beds(">", 3))
    question = asked("病院", Labelled(label="問", formula=count))
    assert refined(world(), question) == question
