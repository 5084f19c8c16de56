"""The encoder and the evaluator read the same model the same way: every step of the compilation is checked.

The two share nothing below the model. On a record of known facts the encoder must leave a formula exactly
the truth that the evaluator gives; where the evaluator finds the rules contradicting each other it gives
none, and the encoder may leave both. What the prover finds must be so, and what is so it must find.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pytest
from hypothesis import event, given, strategies as st
from tests.property.constructs import SPECIFICATION, all_formulas, all_records
from tests.property.effort import examples
from tests.property.pinning import Pinned
from tests.property.planted_bugs import BUGS, Bug
from tests.property.strategies_formula import Scope, scoped_formulas
from tests.property.strategies_model import formulas, questions, records, specifications

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import FALSE, TRUE, Kleene
from regcheck.logic.traverse import bodies
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Applies,
    Formula,
    Not,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Part,
    Path,
    Quantity,
    children,
)
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Labelled, Possible, Question

Drawn = tuple[Specification, Formula, Record]
Trial = tuple[Specification, Formula, tuple[Record, ...]]


@st.composite
def trials(draw: st.DrawFn) -> Trial:
    """A specification, a formula and three records of 施設."""
    spec = draw(specifications())
    formula = draw(formulas(spec, "施設"))
    three = st.tuples(*(records(spec, "施設", also=(formula,)) for _ in range(3)))
    return spec, formula, draw(three)


@st.composite
def dense_trials(draw: st.DrawFn) -> Trial:
    """The same over one world with every construct, so that the formulas can be deep."""
    formula = draw(formulas(SPECIFICATION, "施設", 3) | year_formulas())
    three = st.tuples(*(records(SPECIFICATION, "施設", also=(formula,)) for _ in range(3)))
    return SPECIFICATION, formula, draw(three)


@st.composite
def year_formulas(draw: st.DrawFn) -> Formula:
    """Two conditions on one and the same year."""
    scope = Scope(records={"": "施設"}, years={"y0": ("直近二事業年度", 2)})
    parts = st.tuples(
        *(scoped_formulas(SPECIFICATION, scope, 0).map(lambda f: Part(body=f)) for _ in range(2))
    )
    return OverSeries(
        quantity=draw(st.sampled_from(Quantity)),
        window="直近二事業年度",
        length=2,
        index="y0",
        body=And(parts=draw(parts)) if draw(st.booleans()) else Or(parts=draw(parts)),
    )


def closed_parts(formula: Formula) -> Iterator[Formula]:
    """The formula and all in it that no quantifier binds."""
    yield formula
    if not isinstance(formula, OverList | OverSeries):
        for child in children(formula):
            yield from closed_parts(child)


def asked_of(spec: Specification, formula: Formula) -> list[Formula]:
    """The formula, every rule on a 施設, and all their parts."""
    whole = [formula, *(body for subject, body in bodies(spec) if subject == "施設")]
    whole += [Applies(term=n, path=Path()) for n, p in spec.predicates.items() if p.subject == "施設"]
    whole += [
        OutcomeIs(table=name, output=output, value=row.outputs[index], path=Path())
        for name, table in spec.tables.items()
        if table.subject == "施設"
        for index, output in enumerate(table.outputs)
        for row in table.rows
    ]
    return list(dict.fromkeys(part for asked in whole for part in closed_parts(asked)))


def disagreements(
    spec: Specification, asked: Sequence[Formula], drawn: Iterable[Record]
) -> Iterator[tuple[Formula, Record]]:
    """Formulas on records to which the encoder leaves another truth than the evaluator gives."""
    for record in drawn:
        for part, left in zip(asked, Pinned(spec, record, asked).truths(), strict=True):
            truth = evaluate(spec, part, record).truth
            if not left or (truth in (TRUE, FALSE) and left != {truth is TRUE}):
                yield part, record


@examples(250)
@given(trials())
def test_known_facts_leave_the_truth_that_the_evaluator_gives(trial: Trial) -> None:
    spec, formula, drawn = trial
    assert not list(disagreements(spec, asked_of(spec, formula), drawn))


@examples(250)
@given(dense_trials())
def test_known_facts_leave_the_truth_of_deep_formulas(trial: Trial) -> None:
    spec, formula, drawn = trial
    assert not list(disagreements(spec, list(closed_parts(formula)), drawn))


def truths_of(spec: Specification, formula: Formula, record: Record) -> list[Kleene]:
    """The truth of the formula, then of the 前提 on the record."""
    premises = [a.body for a in spec.assumptions.values() if a.subject == record.subject]
    return [evaluate(spec, asked, record).truth for asked in (formula, *premises)]


def question(formula: Formula) -> Question:
    return Question(subject="施設", parts=(Labelled(label="問", formula=formula),))


@examples(120)
@given(questions())
def test_a_record_that_is_found_satisfies_the_question_under_the_evaluator(drawn: Drawn) -> None:
    spec, formula, _ = drawn
    answer = Z3Prover(spec).ask(question(formula))
    event(type(answer).__name__)
    if isinstance(answer, Possible):
        truths = truths_of(spec, formula, answer.record)
        assert FALSE not in truths
        if not spec.overrides and not spec.tables:
            assert set(truths) == {TRUE}


@examples(120)
@given(questions())
def test_what_holds_of_a_record_is_never_called_impossible(drawn: Drawn) -> None:
    spec, formula, record = drawn
    truth, *premises = truths_of(spec, formula, record)
    if set(premises) <= {TRUE}:
        asked = Not(body=formula) if truth is FALSE else formula
        assert isinstance(Z3Prover(spec).ask(question(asked)), Possible)


SETTLED = 6
"""Truth, empty lists (two), none and four of three, and half a 割合 rounded down to a whole number."""


def construct_disagreements() -> Iterator[tuple[Formula, Record]]:
    return disagreements(SPECIFICATION, all_formulas(), all_records())


def test_every_construct_is_read_alike_at_its_limits() -> None:
    assert not list(construct_disagreements())


def test_every_construct_comes_out_both_ways() -> None:
    """Or the records would not tell one reading from another."""
    settled = [
        formula
        for formula in all_formulas()
        if not {evaluate(SPECIFICATION, formula, record).truth for record in all_records()} >= {TRUE, FALSE}
    ]
    assert len(settled) == SETTLED


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.__name__)
def test_a_planted_bug_is_caught(bug: Bug, monkeypatch: pytest.MonkeyPatch) -> None:
    bug(monkeypatch)
    assert _is_noticed(), "the property would not notice"


def _is_noticed() -> bool:
    try:
        return any(construct_disagreements())
    except AssertionError:
        return True
