"""Every family says of a small specification what looking at every record of it says.

The verdicts come from obligations, encoder, solver, replay and minimiser; the oracle (oracle.py) shares none of
them. Every case that is shown refutes, whatever the facts that it leaves open; gaps do not overlap and leave
nothing out.
"""

from __future__ import annotations

from hypothesis import event, given, strategies as st
from tests.property.effort import examples
from tests.property.judging import complaints, ledger_of
from tests.property.small_worlds import MAIN, World, worlds
from tests.property.strategies_small import (
    Trial,
    claim_specs,
    conditions,
    plan_specs,
    table_specs,
    term_specs,
)
from tests.property.truth_sets import Truths

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.proof.engine import Z3Prover
from regcheck.proof.verdict import Verdict, worst


def wrong(trial: Trial) -> list[str]:
    return list(complaints(trial.world, trial.spec, ledger_of(trial.spec)))


@examples(200)
@given(term_specs())
def test_terms_and_overrides(trial: Trial) -> None:
    assert not wrong(trial)


@examples(110)
@given(claim_specs())
def test_properties(trial: Trial) -> None:
    assert not wrong(trial)


@examples(90)
@given(plan_specs())
def test_stages_and_delegations(trial: Trial) -> None:
    assert not wrong(trial)


@examples(110)
@given(table_specs())
def test_tables(trial: Trial) -> None:
    assert not wrong(trial)


@examples(40)
@given(st.one_of(term_specs(), claim_specs(), plan_specs(), table_specs()))
def test_a_spent_budget_leaves_open_and_never_misleads(trial: Trial) -> None:
    """What is decided with hardly any budget is right; what is not is UNDECIDED, and then nothing is green."""
    ledger = ledger_of(trial.spec, Z3Prover(trial.spec, rlimit=1))
    assert not [c for c in complaints(trial.world, trial.spec, ledger) if f": {Verdict.UNDECIDED}" not in c]
    verdicts = [decided.verdict for decided in ledger.decided]
    event("undecided" if Verdict.UNDECIDED in verdicts else "decided")
    assert Verdict.UNDECIDED not in verdicts or not worst(verdicts).is_green


@examples(20)
@given(st.data())
def test_the_oracle_reads_connectives_as_the_evaluator_does(data: st.DataObject) -> None:
    trial = data.draw(st.one_of(term_specs(), plan_specs(), table_specs()))
    world, spec = trial.world, trial.spec
    formula = data.draw(conditions(world, spec))
    found = Truths(world, spec).of(formula)
    for index, record in enumerate(world.records[MAIN]):
        truth = evaluate(spec, formula, record).truth
        assert (truth is TRUE) >= bool(found.true >> index & 1)
        assert (truth is FALSE) >= bool(found.false >> index & 1)


def test_worlds_stay_small() -> None:
    def size(world: World) -> int:
        return len(world.records[MAIN])

    assert all(4 <= size(world) <= 100 for world in worlds())
