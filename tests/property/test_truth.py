"""Truth without the account is the truth of the account: for every formula, number and fact."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, product
from typing import get_args

import pytest
from hypothesis import event, given, strategies as st
from tests.property.constructs import SPECIFICATION, all_formulas, all_records, at, beds, compare
from tests.property.effort import examples
from tests.property.scope import Scope, paths
from tests.property.strategies_formula import expressions, formulas, scoped_formulas
from tests.property.strategies_model import questions, records, specifications

from regcheck.evaluation import conditions, rules, truth
from regcheck.evaluation.evaluate import evaluate, measure_number, read_path
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, of_bool
from regcheck.evaluation.truth import fact_of, is_false, number_of, truth_of, truths_of
from regcheck.frozen import replace
from regcheck.model.case import UNKNOWN as NOT_KNOWN, Record, Value
from regcheck.model.formula import (
    Aggregate,
    Applies,
    Comparator,
    Count,
    Fact,
    Formula,
    IsOneOf,
    Number,
    OverSeries,
    Path,
    Quantity,
    SeriesAggregate,
    SetSize,
    Truth,
)
from regcheck.model.specification import Specification

Drawn = tuple[Specification, Formula, Record]


@examples(60)
@given(questions(partial=True))
def test_a_formula_comes_to_the_truth_of_its_account(drawn: Drawn) -> None:
    spec, formula, record = drawn
    told = evaluate(spec, formula, record)
    event(f"{told.truth}{'（食違い）' if told.conflicts else ''}")
    assert truth_of(spec, formula, record) is told.truth
    assert truths_of(spec, formula, (record, replace(record))) == [told.truth, told.truth]
    assert is_false(spec, formula, record) is (told.truth is FALSE)


def test_every_kind_of_formula_can_be_made_ready() -> None:
    assert set(conditions.MAKERS) == set(get_args(Formula))


@examples(30)
@given(st.data())
def test_a_deep_formula_does_too(data: st.DataObject) -> None:
    """Over one world with every construct, so that a formula can be deep; also inside a year."""
    years = Scope(records={"": "施設"}, years={"y0": ("直近二事業年度", 2)})
    yearly = st.builds(
        OverSeries,
        quantity=st.sampled_from(Quantity),
        window=st.just("直近二事業年度"),
        length=st.just(2),
        index=st.just("y0"),
        body=scoped_formulas(SPECIFICATION, years, 2),
    )
    formula = data.draw(formulas(SPECIFICATION, "施設", 4) | yearly)
    record = data.draw(records(SPECIFICATION, "施設", partial=True, also=(formula,)))
    assert truth_of(SPECIFICATION, formula, record) is evaluate(SPECIFICATION, formula, record).truth


@examples(40)
@given(st.data())
def test_a_number_is_the_number_of_its_account(data: st.DataObject) -> None:
    spec, unit = data.draw(specifications()), data.draw(st.sampled_from(["床", "kg", "割合", "月", ""]))
    expression = data.draw(expressions(spec, Scope(records={"": "施設"}), unit, 2))
    record = data.draw(records(spec, "施設", partial=True))
    assert number_of(spec, expression, record) == measure_number(spec, expression, record).interval


@examples(20)
@given(st.data())
def test_a_fact_is_the_fact_of_its_account(data: st.DataObject) -> None:
    spec = data.draw(specifications())
    record = data.draw(records(spec, "施設", partial=True))
    for path, _ in paths(spec, Scope(records={"": "施設"})):
        assert fact_of(spec, path, record) == read_path(spec, path, record).value


def poorer(record: Record, pace: int) -> Record:
    """The record with every so many facts 不明, also inside 参照, 一覧 and 系列."""
    facts = {
        name: _poorer(value, pace + n)
        for n, (name, value) in enumerate(record.facts.items())
        if (pace + n) % 3
    }
    return replace(record, facts=facts, judgements=record.judgements if pace % 2 else {})


def _poorer(value: Value, pace: int) -> Value:
    match value:
        case Record():
            return poorer(value, pace)
        case tuple():
            return tuple(_poorer(v, pace + n) for n, v in enumerate(value))  # type: ignore[return-value]
        case bool() if pace % 2:
            return NOT_KNOWN
        case _:
            return value


def critical_records() -> Iterator[Record]:
    for pace, record in enumerate(all_records()):
        yield poorer(record, pace)
        if pace % 3 == 0:
            yield record


def decided_by_types() -> Iterator[Formula]:
    """What is true or false although nothing is known, because a type leaves no other way."""
    unit_free = [Number(value=Fraction(n), unit="") for n in range(4)]
    for values in ((), ("国", "公", "私"), ("国", "公")):
        yield IsOneOf(path=at("種別"), values=values)
    for op, limit in product(Comparator, (-1, 0, 5, 6)):
        yield compare(Fact(path=at("病床数")), op, beds(limit))
        yield compare(SeriesAggregate(function=Aggregate.SUM, path=at("年次病床数")), op, beds(2 * limit))
    for op, number in product(Comparator, unit_free):
        yield compare(SetSize(path=at("機能")), op, number)
        yield compare(Count(path=at("主要部品"), variable="x", where=None), op, number)


def test_every_construct_agrees_at_its_critical_point() -> None:
    """All of the language; every kind of formula comes to every truth."""
    met = set[tuple[str, str]]()
    for formula in all_formulas():
        for record in critical_records():
            told = evaluate(SPECIFICATION, formula, record).truth
            assert truth_of(SPECIFICATION, formula, record) is told, (formula, record)
            assert is_false(SPECIFICATION, formula, record) is (told is FALSE), (formula, record)
            met.add((type(formula).__name__, told.name))
    kinds = {type(formula).__name__ for formula in all_formulas()} - {"Truth"}
    assert met >= {(kind, truth.name) for kind in kinds for truth in (TRUE, FALSE, UNKNOWN)}


def test_what_types_decide_needs_no_fact() -> None:
    nothing_known = Record(subject="施設")
    for formula in decided_by_types():
        for record in (nothing_known, *islice(critical_records(), 8)):
            told = evaluate(SPECIFICATION, formula, record).truth
            assert truth_of(SPECIFICATION, formula, record) is told, (formula, record)


@pytest.mark.parametrize("function", Aggregate)
def test_a_series_is_summed_up_exactly(function: Aggregate) -> None:
    """Also where some years are 不明, and where a mean is no whole number."""
    asked = SeriesAggregate(function=function, path=at("年次病床数"))
    for record in (*critical_records(), *all_records()):
        told = measure_number(SPECIFICATION, asked, record).interval
        assert number_of(SPECIFICATION, asked, record) == told


def test_rules_that_prevail_over_each_other_leave_it_open() -> None:
    """特例 in a circle: where all that apply are prevailed over, none decides, nor does one that may apply."""
    first, second, beside = (SPECIFICATION.overrides[name] for name in ("甲", "乙", "丙"))
    circle = (
        replace(first, prevails_over=("乙",)),
        replace(second, prevails_over=("甲",)),
        replace(beside, prevails_over=()),
    )
    spec = replace(SPECIFICATION, overrides={o.header.name: o for o in circle})
    asked = Applies(term="順序", path=Path())
    told = [evaluate(spec, asked, record).truth for record in critical_records()]
    assert [truth_of(spec, asked, record) for record in critical_records()] == told


def test_forgetting_changes_no_truth(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is remembered of one record, formula or specification never answers for another."""
    asked = [(f, r) for f in all_formulas()[-20:] for r in islice(critical_records(), 12)]
    told = [truth_of(SPECIFICATION, formula, record) for formula, record in asked]
    monkeypatch.setattr(rules, "_RECORDS", 1)
    monkeypatch.setattr(conditions, "_FORMULAS", 1)
    monkeypatch.setattr(truth, "_EXPRESSIONS", 1)
    monkeypatch.setattr(truth, "_SPECIFICATIONS", 1)
    for _ in range(2):
        fresh = replace(SPECIFICATION)
        assert [truth_of(fresh, formula, record) for formula, record in asked] == told


def test_what_is_gone_never_answers_for_what_comes_after_it() -> None:
    """Memory goes by identity, and an identity is used again as soon as its owner is gone."""
    named, plain = Applies(term="単純", path=Path()), SPECIFICATION.predicates["単純"]
    for turn in range(100):
        wanted, constant = of_bool(turn % 3 == 0), Truth(value=turn % 3 == 0)
        facts: dict[str, Value] = {"認定": turn % 3 == 0, "病床数": Fraction(0)}
        record = Record(subject="施設", facts=facts)
        assert truth_of(SPECIFICATION, named, record) is wanted
        assert truth_of(SPECIFICATION, constant, record) is wanted
        spec = replace(SPECIFICATION, predicates={"単純": replace(plain, body=constant)}, overrides={})
        assert truth_of(spec, named, Record(subject="施設")) is wanted
        del record, constant, spec
