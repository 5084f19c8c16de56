"""What is asked twice in different words is one question, and everything has a key."""

from __future__ import annotations

from typing import get_args

from tests.property.constructs import BIG, NAMED, SPECIFICATION

from regcheck.frozen import replace
from regcheck.logic.terms import Term, Unit
from regcheck.model.formula import And, Part
from regcheck.proof import keys
from regcheck.proof.conjuncts import Refiner
from regcheck.proof.question import Labelled, Question


def test_lists_with_parts_in_common_keep_their_own() -> None:
    refine, listed = Refiner(SPECIFICATION).refine, (Part(body=NAMED), Part(body=BIG))
    asked = [
        Question(subject="施設", parts=(Labelled(label="一", formula=And(parts=parts)),))
        for parts in (listed, (*listed,), listed[:1], listed[::-1])
    ]
    first, same, fewer, turned = map(refine, asked)
    assert [part.formula for part in first.parts] == [NAMED, BIG]
    assert same.parts == first.parts
    assert [part.formula for part in fewer.parts] == [NAMED]
    assert [part.formula for part in turned.parts] == [BIG, NAMED]


def test_questions_that_come_to_the_same_parts_are_one_if_they_are_asked_alike() -> None:
    refiner = Refiner(SPECIFICATION)
    question = Question(subject="施設", parts=(Labelled(label="一", formula=NAMED),))
    (part,) = question.parts
    again = replace(question, parts=(replace(part),))
    free, brief = replace(question, assume=False), replace(question, why=False)
    assert refiner.refine(again) is refiner.refine(question)
    assert refiner.refine(free) == free
    assert refiner.refine(brief) == brief


def test_every_term_has_a_key() -> None:
    assert set(keys._WRITTEN) == {*get_args(Term), *get_args(Unit)}
