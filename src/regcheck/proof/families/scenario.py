"""事例 come out as written.

Owns: the obligations `scenario:`.
Refuses to know: the solver: the evaluator alone decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.deferred import Deferred
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.evaluation.scenarios import ExpectationResult, comes_out, run_scenario
from regcheck.frozen import replace
from regcheck.model.specification import Expectation, Scenario, Specification
from regcheck.proof.asking import formula_name, mentioned
from regcheck.proof.labels import is_own, item_label, provisions_of
from regcheck.proof.obligation import How, Obligation, Settled
from regcheck.proof.question import Labelled
from regcheck.proof.replay import broken_assumptions
from regcheck.proof.verdict import Verdict

_NAMED = 4
"""Unknown facts named in a headline."""


def scenario(spec: Specification) -> Iterator[Obligation]:
    """Settled by the evaluator: every → line comes out as written, and the facts may occur under the 前提.

    A line 「…に限る」 says something of other runs too, and is a family of its own (procedures/only.py).
    """
    for example in spec.scenarios.values():
        if is_own(spec, example.header):
            yield _outcomes(spec, _of_this_record(example))
            for name in broken_assumptions(spec, example.record):
                yield _impossible(spec, example, name)


def _of_this_record(example: Scenario) -> Scenario:
    """The 事例 with the lines that the evaluator can decide."""
    if not any(expectation.only for expectation in example.expectations):
        return example
    return replace(example, expectations=tuple(e for e in example.expectations if not e.only))


def _outcomes(spec: Specification, example: Scenario) -> Obligation:
    if comes_out(spec, example):
        deciding = Deferred(lambda: _deciding(spec, example))
        ask = Settled(verdict=Verdict.PROVED, by=How.EVALUATOR, rests_on=deciding)
    else:
        diagnostic = _finding(spec, example)
        ask = Settled(
            verdict=Verdict.REFUTED,
            by=How.EVALUATOR,
            diagnostic=diagnostic,
            witness=diagnostic.evidence,
        )
    return Obligation(
        id=f"scenario:{example.header.name}",
        family="scenario",
        term=item_label(example.header),
        provisions=_provisions(spec, example),
        span=example.header.span,
        ask=ask,
    )


def _deciding(spec: Specification, example: Scenario) -> Iterable[str]:
    return dict.fromkeys(p for result in run_scenario(spec, example) for p in result.provisions)


def _finding(spec: Specification, example: Scenario) -> Diagnostic:
    from regcheck.proof.evidence import evidence

    wrong = [result for result in run_scenario(spec, example) if not result.holds]
    deciding = (provision for result in wrong for provision in result.provisions)
    return Diagnostic(
        payload=codes.conflicts.ScenarioDiffers(
            name=example.header.name,
            expected=tuple(_said(result.expectation) for result in wrong),
            found=tuple(_found(result) for result in wrong),
        ),
        annotations=tuple(Annotation(span=result.expectation.span) for result in wrong),
        provisions=_provisions(spec, example, *deciding),
        evidence=evidence(spec, example.record, _shows(spec, example), example.header.name),
        anchor=item_label(example.header),
    )


def _said(expectation: Expectation) -> str:
    name = formula_name(expectation.formula)
    return f"{name}は{expectation.expected.value}" if name else expectation.expected.value


def _found(result: ExpectationResult) -> str:
    """該当, 非該当, or 要確認 with the facts that leave it open."""
    from regcheck.evaluation.describe import address_text

    unknown = "、".join(address_text(address) for address in result.evaluation.deciding_unknowns[:_NAMED])
    return result.evaluation.truth.value + (f"（{unknown}が不明）" if unknown else "")


def _shows(spec: Specification, example: Scenario) -> tuple[Labelled, ...]:
    return mentioned(spec, (e.formula for e in example.expectations))


def _provisions(spec: Specification, example: Scenario, *deciding: str) -> tuple[str, ...]:
    named = (part.label for part in _shows(spec, example))
    return tuple(dict.fromkeys((*provisions_of(example.header), *named, *deciding)))


def _impossible(spec: Specification, example: Scenario, name: str) -> Obligation:
    from regcheck.proof.evidence import evidence

    assumption = spec.assumptions[name].header
    places = (Annotation(span=example.header.span), Annotation(span=assumption.span, primary=False))
    diagnostic = Diagnostic(
        payload=codes.conflicts.ScenarioAgainstAssumption(name=example.header.name, assumption=name),
        annotations=places,
        provisions=(*provisions_of(example.header), *provisions_of(assumption)),
        evidence=evidence(spec, example.record, name=example.header.name),
        anchor=item_label(example.header),
    )
    return Obligation(
        id=f"scenario:{example.header.name}/前提「{name}」",
        family="scenario",
        term=item_label(example.header),
        provisions=diagnostic.provisions,
        span=example.header.span,
        ask=Settled(verdict=Verdict.REFUTED, by=How.EVALUATOR, diagnostic=diagnostic),
    )
