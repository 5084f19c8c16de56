"""Asking first what failed last changes no answer."""

from __future__ import annotations

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.unit.proof.brute import everything
from tests.unit.proof.small import HOSPITAL, assumption, beds, formulas, world

from regcheck.model.formula import Formula
from regcheck.proof.question import Labelled, Question
from regcheck.proof.replay import Judge, answers, fits


@given(
    asked=st.lists(formulas(), min_size=1, max_size=4), picked=st.lists(st.integers(0, 10_000), max_size=30)
)
@examples(60)
def test_a_judge_says_of_every_case_what_is_said_without_one(asked: list[Formula], picked: list[int]) -> None:
    spec = world(assumption("下限", beds(">=", 2)))
    parts = tuple(Labelled(label=f"問{n}", formula=formula) for n, formula in enumerate(asked))
    question = Question(subject=HOSPITAL, parts=parts)
    cases, judge = list(everything(spec, HOSPITAL)), Judge(spec, question)
    for place in picked:
        case = cases[place % len(cases)]
        assert judge.fits(case) is fits(spec, question, case)
        assert judge.answers(case) is answers(spec, question, case)
