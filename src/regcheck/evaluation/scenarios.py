"""Running 事例: does the specification say of these facts what the drafter expects?

Owns: the result of each expectation, and the provisions that brought it about.
Refuses to know: proofs, counterexamples, how a finding is worded or shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from regcheck.evaluation.kleene import TRUE, UNKNOWN
from regcheck.evaluation.truth import truth_of
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.formula import Lawful, Path
from regcheck.model.specification import Expectation, Scenario, Specification

if TYPE_CHECKING:  # only a 事例 that does not come out wants its account
    from regcheck.evaluation.trace import Evaluation


class ExpectationResult(Frozen):
    """One → line and what came out; `holds` if they agree."""

    expectation: Expectation
    evaluation: Evaluation
    provisions: tuple[str, ...] = ()
    """The 号 that decided: 第二条第二号イ, or 特例「X」 if it stands nowhere yet."""

    @property
    def holds(self) -> bool:
        return self.expectation.expected.value == self.evaluation.truth.value

    @property
    def is_left_to_proof(self) -> bool:
        """Whether only a proof can tell: …に限る of days that the facts alone do not fix."""
        return self.expectation.only and self.evaluation.truth is UNKNOWN


def comes_out(spec: Specification, scenario: Scenario) -> bool:
    """Whether every expectation holds: run_scenario without the account."""
    return all(
        truth_of(spec, expectation.formula, _asked(spec, scenario, expectation)).value
        == expectation.expected.value
        for expectation in scenario.expectations
    )


def _asked(spec: Specification, scenario: Scenario, expectation: Expectation) -> Record:
    """The record that an expectation is asked of. …に限る is asked of what every lawful run with these facts has; a
    run that is not surely lawful then decides nothing, and the proof has the last word."""
    procedure = spec.procedures.get(scenario.record.subject)
    if procedure is None or not expectation.only:
        return scenario.record
    from regcheck.evaluation.plans import settled  # few 事例 leave a day to be found

    found = settled(spec, procedure, scenario.record)
    lawful = truth_of(spec, Lawful(procedure=procedure.header.name, path=Path()), found)
    return found if lawful is TRUE else scenario.record


def run_scenario(spec: Specification, scenario: Scenario) -> tuple[ExpectationResult, ...]:
    """Every expectation is run, also after one that fails."""
    from regcheck.evaluation.evaluate import evaluate, evaluate_all
    from regcheck.evaluation.reasons import deciding_provisions

    expected = scenario.expectations
    said = [expectation.formula for expectation in expected if not expectation.only]
    told = iter(evaluate_all(spec, said, scenario.record))
    found = [
        evaluate(spec, one.formula, _asked(spec, scenario, one)) if one.only else next(told)
        for one in expected
    ]
    return tuple(
        ExpectationResult(
            expectation=expectation,
            evaluation=evaluation,
            provisions=deciding_provisions(evaluation.trace),
        )
        for expectation, evaluation in zip(expected, found, strict=True)
    )
