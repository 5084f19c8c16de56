"""The medical draft and its rows: what is said quickly of a hospital is what its account says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path as File

import pytest

from regcheck.analysis.pipeline import (
    Inputs,
    State,
    bind_facts,
    build_epochs,
    order_files,
    parse_items,
    read_texts,
)
from regcheck.evaluation.evaluate import evaluate_all
from regcheck.evaluation.truth import truth_of
from regcheck.model.formula import Applies, Formula, OutcomeIs, Path, StageApplies
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover

SPECS = File(__file__).parents[3] / "specs"
SUBJECT = "病院"


@pytest.fixture(scope="module")
def medical() -> State:
    """The draft as far as it goes without proofs."""
    files = {str(file): file.read_bytes() for file in SPECS.rglob("*.regspec")}
    facts = {str(file): file.read_bytes() for file in SPECS.rglob("*.csv")}
    state = State(inputs=Inputs(own=frozenset(files), files=files, facts=facts), prover=Z3Prover)
    for phase in (read_texts, parse_items, order_files, build_epochs, bind_facts):
        state = phase(state)
    return state


def rules(spec: Specification) -> Iterator[Formula]:
    """Everything that can be asked of a hospital by name, and every 前提 and 性質 about one."""
    for name, predicate in spec.predicates.items():
        if predicate.subject == SUBJECT:
            yield Applies(term=name, path=Path())
    for name, plan in spec.plans.items():
        if plan.subject == SUBJECT:
            yield from (StageApplies(plan=name, number=s.number, path=Path()) for s in plan.stages)
    for name, table in spec.tables.items():
        for column, output in enumerate(table.outputs if table.subject == SUBJECT else ()):
            for value in sorted({row.outputs[column] for row in table.rows}):
                yield OutcomeIs(table=name, output=output, value=value, path=Path())
    yield from (a.body for a in spec.assumptions.values() if a.subject == SUBJECT)
    yield from (member for p in spec.properties.values() if p.subject == SUBJECT for member in p.members)


def test_every_rule_of_the_draft_says_of_every_row_what_its_account_says(medical: State) -> None:
    spec, tables = medical.epochs[-1].specification, medical.tables[-1].values()
    rows = [row.record for bound in tables if bound.table.subject == SUBJECT for row in bound.rows]
    asked = list(rules(spec))
    assert len(rows) == 88
    assert len(asked) > 50
    for record in rows:
        told = [evaluation.truth for evaluation in evaluate_all(spec, asked, record)]
        assert [truth_of(spec, formula, record) for formula in asked] == told
