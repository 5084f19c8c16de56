"""The slots of a 一覧 suffice: what holds together of some record is never called impossible.

Pairs of atoms, because a bound that is too small shows where few atoms share the slots.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from tests.property.constructs import SPECIFICATION, all_records, lists

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import TRUE
from regcheck.logic import layout
from regcheck.logic.slots import ListSteps, Slots, plan_slots
from regcheck.model.formula import Formula, Not
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Labelled, Possible, Question


def realised() -> Iterator[tuple[Formula, ...]]:
    """Pairs of list formulas, each made true or false as in some record."""
    formulas = list(lists())
    rows = [
        [f if evaluate(SPECIFICATION, f, record).truth is TRUE else Not(body=f) for f in formulas]
        for record in all_records()
    ]
    for i, j in combinations(range(len(formulas)), 2):
        yield from dict.fromkeys((row[i], row[j]) for row in rows)


def all_are_possible() -> bool:
    prover = Z3Prover(SPECIFICATION)
    questions = (
        Question(subject="施設", parts=tuple(Labelled(label="問", formula=f) for f in pair))
        for pair in realised()
    )
    return all(isinstance(prover.ask(question), Possible) for question in questions)


def test_what_some_record_shows_is_possible() -> None:
    assert all_are_possible()


def test_one_slot_fewer_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fewer(atoms: object) -> dict[ListSteps, Slots]:
        found = plan_slots(atoms)  # type: ignore[arg-type]
        return {steps: Slots(count=max(0, s.count - 1), multiple=s.multiple) for steps, s in found.items()}

    monkeypatch.setattr(layout, "plan_slots", fewer)
    assert not all_are_possible()
