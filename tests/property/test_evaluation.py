"""The evaluator keeps its promise: TRUE and FALSE do not depend on what is still unknown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import get_args

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.property.strategies_model import formulas, questions, specifications
from tests.property.strategies_procedures import NAME, specifications_with_procedure
from tests.property.strategies_table import decision_tables
from tests.unit.evaluation.hospital import SPEC, with_term

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import UNKNOWN
from regcheck.frozen import Frozen, replace
from regcheck.model.case import UNKNOWN as NOT_KNOWN, Record, Value
from regcheck.model.formula import Expression, Formula, Truth
from regcheck.model.specification import (
    Cell,
    DecisionTable,
    Header,
    HitPolicy,
    Row,
    Specification,
    Stage,
    StagePlan,
)
from regcheck.model.types import Type


@st.composite
def with_fewer_facts(draw: st.DrawFn, spec: Specification, record: Record) -> Record:
    """The record with some of what it knows made 不明."""
    facts: dict[str, Value] = {}
    for name, value in record.facts.items():
        if draw(st.integers(0, 2)) == 0:
            continue
        if isinstance(value, Record):
            facts[name] = draw(with_fewer_facts(spec, value))
        elif isinstance(value, tuple):
            facts[name] = tuple(draw(_with_less(spec, v)) for v in value)  # type: ignore[assignment]
        else:
            facts[name] = value
    judgements = {k: v for k, v in record.judgements.items() if draw(st.booleans())}
    return Record(subject=record.subject, facts=facts, judgements=judgements)


def _with_less(spec: Specification, value: Value) -> st.SearchStrategy[Value]:
    """An element of a 一覧 with fewer facts, or a year of a 系列 that may be 不明."""
    if isinstance(value, Record):
        return with_fewer_facts(spec, value)
    return st.sampled_from([value, value, NOT_KNOWN])


@given(st.data())
def test_learning_a_fact_never_changes_a_decided_answer(data: st.DataObject) -> None:
    """Kleene monotonicity, over every construct at once."""
    spec, formula, record = data.draw(questions())
    poorer = data.draw(with_fewer_facts(spec, record))
    poorest = data.draw(with_fewer_facts(spec, poorer))
    truths = [evaluate(spec, formula, r).truth for r in (poorest, poorer, record)]
    for before, after in pairwise(truths):
        assert before in (after, UNKNOWN)


@given(questions())
def test_a_total_record_is_open_only_where_rules_contradict(
    question: tuple[Specification, Formula, Record],
) -> None:
    """With every fact known, 要確認 always names the 特例 or rows that clash."""
    spec, formula, record = question
    evaluation = evaluate(spec, formula, record)
    assert (evaluation.truth is UNKNOWN) == bool(evaluation.conflicts)
    assert not evaluation.deciding_unknowns


@given(questions(partial=True))
def test_every_open_answer_says_why(question: tuple[Specification, Formula, Record]) -> None:
    """要確認 names the unknown facts, or the contradiction; a decided answer names none."""
    evaluation = evaluate(*question)
    if evaluation.truth is UNKNOWN:
        assert evaluation.deciding_unknowns or evaluation.conflicts
    else:
        assert not evaluation.deciding_unknowns


def kinds(node: object) -> Iterator[object]:
    """Every class (and hit policy) that a value is made of."""
    if isinstance(node, HitPolicy):
        yield node
    elif isinstance(node, dict):
        for part in node.values():
            yield from kinds(part)
    elif isinstance(node, tuple | list):
        for part in node:
            yield from kinds(part)
    elif isinstance(node, Frozen):
        yield type(node)
        for name in node.__struct_fields__:
            yield from kinds(getattr(node, name))


def rich() -> Specification:
    """Facts of every type and a rule of every kind, so that any node can be drawn about a 病院."""
    spec = with_term(SPEC, "基準", Truth(value=True))
    stage = Stage(number=1, start=date(2028, 4, 1), body=Truth(value=True))
    plan = StagePlan(header=Header(name="案"), subject="病院", stages=(stage,), growing=True)
    table = DecisionTable(
        header=Header(name="表"),
        subject="病院",
        hit_policy=HitPolicy.FIRST,
        complete=False,
        columns=(),
        outputs=("手続",),
        rows=(Row(cells=(), outputs=("届出",)),),
    )
    return replace(spec, plans={"案": plan}, tables={"表": table})


def drawn(strategy: st.SearchStrategy[object], count: int) -> set[object]:
    """Every class and hit policy met in some examples of a strategy."""
    met: set[object] = set()

    @given(strategy)
    @examples(count)
    def collect(value: object) -> None:
        met.update(kinds(value))

    collect()
    return met


def test_the_strategies_reach_every_node() -> None:
    """A construct that is never drawn would never be tested; this fails when one is added and forgotten."""
    met = drawn(formulas(rich(), "病院"), 160)
    met |= drawn(decision_tables(rich(), "病院", "表", 0), 60)
    met |= drawn(specifications(), 30)
    met |= drawn(specifications_with_procedure().flatmap(lambda spec: formulas(spec, NAME)), 30)
    wanted = {*get_args(Formula), *get_args(Expression), *get_args(Cell), *get_args(Type), *HitPolicy}
    assert not {getattr(kind, "__name__", kind) for kind in wanted - met}
