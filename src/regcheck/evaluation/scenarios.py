"""Running 事例: does the specification say of these facts what the drafter expects?

Owns: the result of each expectation, and the provisions that brought it about.
Refuses to know: proofs, counterexamples, how a finding is worded or shown.
"""

from __future__ import annotations

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.reasons import deciding_provisions
from regcheck.evaluation.trace import Evaluation
from regcheck.frozen import Frozen
from regcheck.model.specification import Expectation, Scenario, Specification


class ExpectationResult(Frozen):
    """One → line and what came out; `holds` if they agree."""

    expectation: Expectation
    evaluation: Evaluation
    provisions: tuple[str, ...] = ()
    """The 号 that decided: 第二条第二号イ, or 特例「X」 if it stands nowhere yet."""

    @property
    def holds(self) -> bool:
        return self.expectation.expected.value == self.evaluation.truth.value


def run_scenario(spec: Specification, scenario: Scenario) -> tuple[ExpectationResult, ...]:
    """Every expectation is run, also after one that fails."""
    return tuple(_run(spec, scenario, expectation) for expectation in scenario.expectations)


def _run(spec: Specification, scenario: Scenario, expectation: Expectation) -> ExpectationResult:
    evaluation = evaluate(spec, expectation.formula, scenario.record)
    return ExpectationResult(
        expectation=expectation,
        evaluation=evaluation,
        provisions=deciding_provisions(evaluation.trace),
    )
