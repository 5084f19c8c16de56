"""Further cases differ in what decides, and when there is said to be no other, every counterexample is told."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given
from tests.property.effort import examples
from tests.unit.proof.brute import BruteProver, everything
from tests.unit.proof.small import (
    HOSPITAL,
    beds,
    both,
    definition,
    either,
    flag,
    formulas,
    is_a,
    judged,
    no,
    override,
    rank,
    world,
)

from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.model.case import Record
from regcheck.model.formula import Formula
from regcheck.model.specification import Specification
from regcheck.proof.asking import asked
from regcheck.proof.deciding import deciding
from regcheck.proof.further import Further, further
from regcheck.proof.minimise import minimised
from regcheck.proof.question import Labelled, Possible, Question
from regcheck.proof.replay import answers, truth


def question(formula: Formula) -> Question:
    return asked(HOSPITAL, Labelled(label="問", formula=formula))


def found(spec: Specification, formula: Formula, limit: int = 40) -> tuple[Record, Further]:
    prover, wanted = BruteProver(spec), question(formula)
    answer = prover.example(wanted)
    assert isinstance(answer, Possible)
    small = minimised(spec, wanted, answer.record)
    return small, further(spec, wanted, small, prover, limit)


def completes(record: Record, case: Record) -> bool:
    return record.facts.items() >= case.facts.items() and record.judgements.items() >= case.judgements.items()


def test_each_alternative_is_told_once() -> None:
    small, more = found(world(), either(both(beds(">=", 6), flag("承認")), rank("基幹"), no(flag("国立"))))
    told = [small.facts, *(case.facts for case, _ in more.cases)]
    assert {"病床数": Fraction(6), "承認": True} in told
    assert {"災害拠点": "基幹"} in told
    assert {"国立": False} in told
    assert len(told) == 3
    assert more.is_all


def test_another_number_is_not_another_case() -> None:
    _, more = found(world(), beds(">=", 4))
    assert more == Further(is_all=True)


def test_no_more_than_wanted_are_told_and_then_nothing_is_said_of_others() -> None:
    formula = either(flag("承認"), flag("国立"), rank("基幹"), judged("特に必要"))
    _, more = found(world(), formula, limit=2)
    assert len(more.cases) == 2
    assert not more.is_all


def test_what_decides_is_looked_for_inside_terms_and_their_exceptions() -> None:
    spec = world(definition("大", beds(">=", 6)), override("例外", "大", flag("承認"), outcome=False))
    case = Record(subject=HOSPITAL, facts={"承認": False, "病床数": Fraction(6)})
    assert set(deciding(spec, question(is_a("大")), case)) == {beds(">=", 6), no(flag("承認"))}
    overruled = Record(subject=HOSPITAL, facts={"承認": True})
    assert deciding(spec, question(no(is_a("大"))), overruled) == (no(is_a("大")),)


@examples(60)
@given(formulas())
def test_all_cases_are_told_and_no_two_are_decided_alike(formula: Formula) -> None:
    spec = world(definition("大", beds(">=", 6)))
    wanted = question(formula)
    assume(isinstance(BruteProver(spec).ask(wanted), Possible))
    small, more = found(spec, formula)
    assert more.is_all
    regions = [deciding(spec, wanted, case) for case in (small, *(case for case, _ in more.cases))]
    for record in everything(spec, HOSPITAL):
        inside = [all(truth(spec, f, record) is TRUE for f in region) for region in regions]
        assert any(inside) == answers(spec, wanted, record)
    for number, (case, _) in enumerate(more.cases, 1):
        for earlier in regions[:number]:
            assert any(truth(spec, f, case) is not TRUE for f in earlier) or not earlier
            completions = [r for r in everything(spec, HOSPITAL) if completes(r, case)]
            assert any(any(truth(spec, f, r) is FALSE for f in earlier) for r in completions)
