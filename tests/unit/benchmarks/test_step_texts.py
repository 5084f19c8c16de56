"""Every way to write steps says the same of them, and the questions have the answers that they are said to have."""

from __future__ import annotations

import pytest
from benchmarks.generate.dated import questions, specification
from benchmarks.peers import step_texts
from benchmarks.peers.step_texts import ALTERNATIVES
from benchmarks.subjects import periods

from regcheck.logic.steps import joined
from regcheck.proof import smtlib
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Possible
from regcheck.proof.smtlib import steps_text
from regcheck.proof.solver import Outcome, Solver


@pytest.mark.parametrize("write", ALTERNATIVES.values(), ids=ALTERNATIVES)
def test_another_text_is_never_at_odds_with_ours(write: object) -> None:
    assert callable(write)
    steps = joined([(0, 2, True), (3, 5, False), (6, 9, True), (8, 11, False)], 12)
    solver = Solver(1_000_000)
    declared = "".join(f"(declare-const |{name}| Int)" for name in ("日", "甲", "乙"))
    bounds = "(assert (and (>= |日| 0) (<= |日| 12)))"
    both = f"(assert {steps_text('|甲|', '|日|', steps)})(assert {write('|乙|', '|日|', steps)})"
    solver.feed(f"{declared}{bounds}{both}")
    assert solver.check() is Outcome.SATISFIABLE
    solver.feed("(assert (not (= |甲| |乙|)))")
    assert solver.check() is Outcome.UNSATISFIABLE


def test_the_questions_have_the_answers_that_they_are_said_to_have() -> None:
    spec = specification(1)
    for dated in questions():
        assert isinstance(Z3Prover(spec).ask(dated.question), Possible) is dated.possible, dated.name


def test_the_other_texts_are_taken_in_turn_and_ours_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(step_texts, "ALTERNATIVES", {"other": step_texts.pieces})
    monkeypatch.setattr(periods, "_FEW_ROUNDS", 1)
    assert periods.others_of(0).keys() == {"ours", "other"}
    assert smtlib.steps_text is steps_text
