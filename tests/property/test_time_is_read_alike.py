"""The encoder and the evaluator read periods and 手続 the same way, though each counts on its own.

Both the terms and the text that a solver gets are held against the evaluator: what is drawn goes through Z3, what
runs through all limits is read off the terms.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import event, given, strategies as st
from tests.property.constructs_time import (
    PERIOD_SPEC,
    REVIEW,
    period_formulas,
    period_records,
    run_formulas,
    run_records,
)
from tests.property.effort import examples
from tests.property.plain_terms import otherwise_read
from tests.property.planted_time_bugs import PERIOD_BUGS, RUN_BUGS, Bug
from tests.property.strategies_procedures import (
    NAME,
    about_runs,
    run_formulas as drawn_formulas,
    runs,
    specifications_with_procedure,
)
from tests.property.test_encoder_agrees import disagreements

from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.evaluation.truth import truth_of
from regcheck.logic import periods
from regcheck.model.case import Record
from regcheck.model.formula import Formula, Lawful, Not, Path
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Labelled, Possible, Question

EQUAL_BY_NATURE = 5
"""Periods of days against the same number of days (four), and nineteen months, which no record reaches."""


@pytest.fixture(autouse=True)
def _periods_are_counted_anew() -> Iterator[None]:
    yield
    periods.period_steps.cache_clear()


def wrong_periods() -> Iterator[tuple[Formula, Record]]:
    return otherwise_read(PERIOD_SPEC, list(period_formulas()), period_records())


def wrong_runs() -> Iterator[tuple[Formula, Record]]:
    return otherwise_read(REVIEW, list(run_formulas()), run_records())


def test_every_period_is_counted_alike() -> None:
    assert not list(wrong_periods())


def test_every_rule_of_a_procedure_is_read_alike() -> None:
    assert not list(wrong_runs())


def test_every_comparison_comes_out_both_ways() -> None:
    """Or the records would not tell one reading from another."""
    settled = [
        f for f in period_formulas() if len({truth_of(PERIOD_SPEC, f, r) for r in period_records()}) < 2
    ]
    assert len(settled) == EQUAL_BY_NATURE
    assert all({truth_of(REVIEW, f, r) for r in run_records()} == {TRUE, FALSE} for f in run_formulas())


@pytest.mark.parametrize("bug", PERIOD_BUGS, ids=lambda bug: bug.__name__)
def test_a_planted_bug_in_counting_is_caught(bug: Bug, monkeypatch: pytest.MonkeyPatch) -> None:
    bug(monkeypatch)
    assert any(wrong_periods())


@pytest.mark.parametrize("bug", RUN_BUGS, ids=lambda bug: bug.__name__)
def test_a_planted_bug_in_reading_a_procedure_is_caught(bug: Bug, monkeypatch: pytest.MonkeyPatch) -> None:
    bug(monkeypatch)
    assert any(wrong_runs())


# ---------------------------------------------------------------- drawn 手続


@examples(60)
@given(st.data())
def test_a_drawn_run_is_read_alike(data: st.DataObject) -> None:
    spec = data.draw(specifications_with_procedure())
    asked = [*about_runs(spec.procedures[NAME]), data.draw(drawn_formulas(spec))]
    assert not list(otherwise_read(spec, asked, [data.draw(runs(spec)) for _ in range(4)]))


@examples(30)
@given(st.data())
def test_the_text_for_the_solver_leaves_a_drawn_run_the_same_truth(data: st.DataObject) -> None:
    spec = data.draw(specifications_with_procedure())
    asked = [*about_runs(spec.procedures[NAME]), data.draw(drawn_formulas(spec))]
    assert not list(disagreements(spec, asked, [data.draw(runs(spec))]))


@examples(50)
@given(st.data())
def test_a_run_that_is_found_answers_and_one_that_answers_is_found(data: st.DataObject) -> None:
    spec = data.draw(specifications_with_procedure())
    formula, run = data.draw(drawn_formulas(spec)), data.draw(runs(spec))
    lawful = Lawful(procedure=NAME, path=Path(), rules=False)
    prover = Z3Prover(spec)
    for wanted in (formula, Not(body=formula), lawful):
        question = Question(subject=NAME, parts=(Labelled(label="問", formula=wanted),))
        answer = prover.ask(question)
        event(type(answer).__name__)
        if isinstance(answer, Possible):
            assert truth_of(spec, wanted, answer.record) is TRUE
        else:
            assert truth_of(spec, wanted, run) is FALSE
