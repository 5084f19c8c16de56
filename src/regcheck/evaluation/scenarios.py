"""Running 事例: does the specification say of these facts what the drafter expects?

Owns: the result of each expectation, and the provisions that brought it about.
Refuses to know: proofs, counterexamples, how a finding is worded or shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from regcheck.evaluation.truth import truth_of
from regcheck.frozen import Frozen
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


def comes_out(spec: Specification, scenario: Scenario) -> bool:
    """Whether every expectation holds: run_scenario without the account."""
    return all(
        truth_of(spec, expectation.formula, scenario.record).value == expectation.expected.value
        for expectation in scenario.expectations
    )


def run_scenario(spec: Specification, scenario: Scenario) -> tuple[ExpectationResult, ...]:
    """Every expectation is run, also after one that fails."""
    from regcheck.evaluation.evaluate import evaluate_all
    from regcheck.evaluation.reasons import deciding_provisions

    expected = scenario.expectations
    found = evaluate_all(spec, (expectation.formula for expectation in expected), scenario.record)
    return tuple(
        ExpectationResult(
            expectation=expectation,
            evaluation=evaluation,
            provisions=deciding_provisions(evaluation.trace),
        )
        for expectation, evaluation in zip(expected, found, strict=True)
    )
