"""Runs of a 手続 under the evaluator: as the page says, in both forms, and with facts left open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from hypothesis import event, given, strategies as st
from tests.property.effort import examples
from tests.property.oracle_runs import GONE, RunOracle
from tests.property.strategies_procedures import (
    NAME,
    about_runs,
    days_asked,
    periods_in,
    run_formulas,
    runs,
    specifications_with_procedure,
)
from tests.property.test_evaluation import drawn, with_fewer_facts

from regcheck.calendar.period import Point
from regcheck.evaluation.evaluate import evaluate, measure_number
from regcheck.evaluation.interval import point
from regcheck.evaluation.kleene import UNKNOWN, of_bool
from regcheck.evaluation.plans import Days, possible_days
from regcheck.evaluation.truth import number_of, truth_of
from regcheck.frozen import replace
from regcheck.model.formula import Breaches, Choice, Lawful, PeriodEnd
from regcheck.model.procedures import Procedure, Rule, RuleKind, Within, day_of, new_last_day_of
from regcheck.model.specification import Specification


@examples(150)
@given(st.data())
def test_a_run_is_lawful_or_not_as_the_page_says(data: st.DataObject) -> None:
    """Orderly, lawful, and the breach of every rule; a second reading looks at the run rule by rule."""
    spec = data.draw(specifications_with_procedure())
    procedure = spec.procedures[NAME]
    for _ in range(3):
        run = data.draw(runs(spec))
        oracle = RunOracle(spec, procedure, run)
        for formula in (*about_runs(procedure), data.draw(run_formulas(spec))):
            assert truth_of(spec, formula, run) is of_bool(oracle.holds(formula)), formula
        event(f"適法 {oracle.is_lawful()}、順序 {oracle.is_orderly()}")


@examples(60)
@given(st.data())
def test_a_run_comes_to_the_truth_of_its_account(data: st.DataObject) -> None:
    """Also where facts are open; and what is open is named."""
    spec = data.draw(specifications_with_procedure())
    run = data.draw(runs(spec, partial=data.draw(st.booleans())))
    for formula in (*about_runs(spec.procedures[NAME]), data.draw(run_formulas(spec))):
        told = evaluate(spec, formula, run)
        assert truth_of(spec, formula, run) is told.truth
        assert bool(told.deciding_unknowns) is (told.truth is UNKNOWN)


@examples(60)
@given(st.data())
def test_a_decided_answer_is_that_of_the_whole_run(data: st.DataObject) -> None:
    """TRUE and FALSE are promises: learning more, down to the last fact, never changes them."""
    spec = data.draw(specifications_with_procedure())
    whole = data.draw(runs(spec))
    poorer = data.draw(with_fewer_facts(spec, whole))
    oracle = RunOracle(spec, spec.procedures[NAME], whole)
    for formula in about_runs(spec.procedures[NAME]):
        promised = truth_of(spec, formula, poorer)
        assert promised in (UNKNOWN, of_bool(oracle.holds(formula))), formula


@examples(120)
@given(st.data())
def test_a_day_lies_between_the_ends_that_are_told(data: st.DataObject) -> None:
    """Of a run with open facts; both forms tell the same ends, and one day where all is known."""
    spec = data.draw(specifications_with_procedure())
    procedure, whole = spec.procedures[NAME], data.draw(runs(spec))
    wanted = data.draw(days_asked(procedure))
    true = RunOracle(spec, procedure, whole).plain_day(wanted).toordinal()
    assert number_of(spec, wanted, whole) == point(true)
    poorer = data.draw(with_fewer_facts(spec, whole))
    told = measure_number(spec, wanted, poorer).interval
    assert number_of(spec, wanted, poorer) == told
    assert told.low is not None and told.high is not None and told.low <= true <= told.high


@examples(40)
@given(st.data())
def test_a_plan_loses_no_lawful_run(data: st.DataObject) -> None:
    """Whatever is open in it, the days that are left to a run are those of each lawful run that it can become."""
    spec = data.draw(specifications_with_procedure())
    for _ in range(4):
        whole = data.draw(runs(spec))
        oracle = RunOracle(spec, spec.procedures[NAME], whole)
        if oracle.is_lawful():
            poorer = data.draw(with_fewer_facts(spec, whole))
            assert not list(lost_days(possible_days(spec, oracle.procedure, poorer), oracle))
        event(f"適法 {oracle.is_lawful()}")


def lost_days(left: Mapping[str, Days], oracle: RunOracle) -> Iterator[str]:
    """Events, limits and periods of a run whose days are not among those that are left."""
    procedure = oracle.procedure
    found: dict[str, date | None] = {
        name: oracle.on(name) for name in procedure.events if oracle.happened(name)
    }
    found |= {limit.name: oracle.day(limit.day) for limit in procedure.limits.values()}
    found |= {f"{p.name}の末日": oracle.day(p.last_in_force) for p in procedure.periods.values()}
    for name, day in found.items():
        if day is not GONE and not (left[name].first or date.min) <= day <= (left[name].last or date.max):
            yield name


@examples(60)
@given(st.data())
def test_the_day_of_an_event_that_does_not_happen_is_never_asked(data: st.DataObject) -> None:
    """A run that does not have such days is as decided as one that does."""
    spec = data.draw(specifications_with_procedure(asks_days=False))
    procedure, whole = spec.procedures[NAME], data.draw(runs(spec))
    absent = [e for e in procedure.events if whole.facts[e] is False]
    unsaid = {day_of(e) for e in absent} | {new_last_day_of(e) for e in absent}
    said = replace(whole, facts={k: v for k, v in whole.facts.items() if k not in unsaid})
    oracle = RunOracle(spec, procedure, whole)
    for formula in about_runs(procedure):
        assert truth_of(spec, formula, said) is of_bool(oracle.holds(formula)), formula


class Shape(NamedTuple):
    """What is to be met in the 手続 that are drawn."""

    name: str
    is_met: Callable[[Procedure], bool]


SHAPES = (
    Shape("strictly after", lambda p: any(b.strict for e in p.events.values() for b in e.after)),
    Shape("after", lambda p: any(not b.strict for e in p.events.values() for b in e.after)),
    Shape("bound", lambda p: any(e.within for e in p.events.values())),
    Shape("duty", lambda p: any(r.kind is RuleKind.DUTY for r in p.rules.values())),
    Shape("prohibition", lambda p: any(r.kind is RuleKind.PROHIBITION for r in p.rules.values())),
    Shape("exception", lambda p: any(r.exceptions for r in p.rules.values())),
    Shape("two grounds", lambda p: any(len(r.grounds) == 2 for r in p.rules.values())),
    Shape("ground that waits", lambda p: any(g.days for r in p.rules.values() for g in r.grounds)),
    Shape("no stretch", lambda p: any(r.within == Within() for r in p.rules.values())),
    Shape("two powers", lambda p: any(n > 1 for n in Counter(powers(p)).values())),
    Shape(
        "extended and shortened", lambda p: len({r.change.extends for r in p.rules.values() if r.change}) == 2
    ),
    Shape("two powers that change", lambda p: len({r.event for r in changes(p)}) < len(changes(p))),
    Shape("limit of an extension", lambda p: any(r.change and r.change.limit for r in p.rules.values())),
    Shape("months", lambda p: any(period.months for period in periods_in(p))),
    Shape("weeks", lambda p: any(period.weeks for period in periods_in(p))),
    Shape("moved", lambda p: any(period.moves for period in periods_in(p))),
    Shape("backward", lambda p: any(period.backward for period in periods_in(p))),
    Shape("the day after", lambda p: any(period.point is Point.NEXT for period in periods_in(p))),
    Shape("起算して", lambda p: any(period.first_day_counts for period in periods_in(p))),
)


def powers(procedure: Procedure) -> list[str]:
    return [rule.event for rule in procedure.rules.values() if rule.kind is RuleKind.POWER]


def changes(procedure: Procedure) -> list[Rule]:
    return [rule for rule in procedure.rules.values() if rule.change]


def test_the_strategies_reach_every_shape() -> None:
    """A field that is never drawn would never be tested."""
    met = set[str]()

    @given(specifications_with_procedure())
    @examples(100)
    def collect(spec: Specification) -> None:
        met.update(shape.name for shape in SHAPES if shape.is_met(spec.procedures[NAME]))

    collect()
    assert not {shape.name for shape in SHAPES} - met


def test_the_questions_reach_every_node() -> None:
    met = drawn(specifications_with_procedure().flatmap(run_formulas), 80)
    assert met >= {Breaches, Lawful, PeriodEnd, Choice}
