"""Every family says of a small 手続 what looking at every run of it says.

The verdicts come from obligations without quantifiers, encoder, solver, replay and minimiser; the oracle
(oracle_procedures.py) looks at every run, and at every day on which something could still happen. Every case that is
shown refutes, whatever the facts that it leaves open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given
from tests.property.effort import examples
from tests.property.judging import DRAWN, Ledger, ledger_of
from tests.property.oracle_procedures import OwedByRuns, ProcedureOracle
from tests.property.strategies_shaped_runs import curfews, extensions, reviews
from tests.property.strategies_small_runs import World, small_procedures

from regcheck.model.case import Record
from regcheck.model.procedures import day_of, new_last_day_of
from regcheck.proof.verdict import Verdict

ELSEWHERE = ("consistency", "boundary")
"""Families that the other oracle judges."""


@examples(260)
@given(small_procedures())
def test_procedures(world: World) -> None:
    assert not list(run_complaints(world, ledger_of(world.spec)))


@examples(60)
@given(reviews())
def test_reviews(world: World) -> None:
    assert not list(run_complaints(world, ledger_of(world.spec)))


@examples(20)
@given(extensions())
def test_extensions(world: World) -> None:
    assert not list(run_complaints(world, ledger_of(world.spec)))


@examples(160)
@given(curfews())
def test_curfews(world: World) -> None:
    assert not list(run_complaints(world, ledger_of(world.spec)))


def run_complaints(world: World, ledger: Ledger, known: ProcedureOracle | None = None) -> Iterator[str]:
    """Every way in which the ledger is wrong."""
    DRAWN["procedures"] += 1
    oracle = known or ProcedureOracle(world)
    right = oracle.right
    asked = Counter(d.obligation.id for d in ledger.decided if d.obligation.family not in ELSEWHERE)
    yield from (f"{name}: owed {times} times" for name, times in asked.items() if times > 1)
    yield from (f"{name}: the oracle knows no such obligation" for name in asked if name not in right)
    yield from (f"{name}: not asked" for name in right if name not in asked)
    for decided in ledger.decided:
        name, verdict = decided.obligation.id, decided.verdict
        DRAWN[f"{decided.obligation.family} {verdict}"] += 1
        if name not in right or ledger.failed(decided.obligation.presupposes):
            continue
        if verdict is not right[name].right:
            yield f"{name}: {verdict}, but right is {right[name].right}"
        elif verdict is Verdict.REFUTED and right[name].refuting is not None:
            yield from _case_complaints(name, right[name], world, oracle, ledger)


def _case_complaints(
    name: str, owed: OwedByRuns, world: World, oracle: ProcedureOracle, ledger: Ledger
) -> Iterator[str]:
    """The case stands for orderly runs, and every one of them refutes."""
    case = ledger.cases[name]
    meant = [n for n, c in enumerate(oracle.courses) if c.orderly and _agrees(case, c.run, world)]
    if not meant:
        yield f"{name}: {case} is no orderly run"
    elif set(meant) - (owed.refuting or frozenset()):
        yield f"{name}: {case} does not refute"


def _agrees(case: Record, run: Record, world: World) -> bool:
    """Whether a run has the facts of a case; the days of events that do not happen say nothing."""
    silent = {
        fact
        for event in world.procedure.events
        if run.facts[event] is False
        for fact in (day_of(event), new_last_day_of(event))
    }
    return all(run.facts[fact] == value for fact, value in case.facts.items() if fact not in silent)
