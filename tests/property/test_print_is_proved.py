"""Protects: printed = proved. Whatever can be said in the model is printed so that its reader takes it for the same.

The writer and the reader share nothing. Random formulas over random specifications go through both; what comes
back must be equivalent, by the solver and by the evaluator.
"""

from __future__ import annotations

from collections import Counter

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.property.judging import DRAWN
from tests.property.strategies_model import formulas, records, specifications

from regcheck.documents.from_statutory import StatutoryReader
from regcheck.documents.print_proofs.conditions import prove_print
from regcheck.documents.print_proofs.pairs import difference
from regcheck.documents.printed import print_specification
from regcheck.documents.to_statutory import Refusal, Unprintable, predicate_words
from regcheck.evaluation.evaluate import evaluate
from regcheck.frozen import replace
from regcheck.model.formula import Formula, Truth
from regcheck.model.specification import Header, Predicate, PredicateKind, Specification
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Labelled, Possible, Question

SUBJECT = "施設"
REFUSED = {Refusal.TOO_DEEP, Refusal.UNNAMED_ELEMENT, Refusal.COUNTED_DAY}
"""What the drafting rules have no form for; everything else is printed."""


def _read_back(spec: Specification, reader: StatutoryReader, formula: Formula) -> Formula | Refusal:
    """What the printed words of a formula say, or why they are refused."""
    header = Header(name="試験", keyword="指定基準")
    rule = Predicate(header=header, kind=PredicateKind.CRITERION, subject=SUBJECT, body=formula)
    try:
        words = predicate_words(spec, rule)
    except Unprintable as error:
        assert error.refusal in REFUSED
        return error.refusal
    return reader.read_rule(words.lines, SUBJECT).body


@examples(40)
@given(st.data())
def test_formulas_come_back_the_same(data: st.DataObject) -> None:
    spec = data.draw(specifications(counts_days=data.draw(st.booleans())))
    reader = StatutoryReader(_with_name(spec))
    prover = Z3Prover(spec)
    refused = Counter[Refusal]()
    for depth in (1, 2, 2, 2, 3, 3, 3, 3):
        formula = data.draw(formulas(spec, SUBJECT, depth))
        found = _read_back(spec, reader, formula)
        if isinstance(found, Refusal):
            refused[found] += 1
            continue
        DRAWN["formulas printed and read back"] += 1
        asked = Labelled(label="試験", formula=difference(formula, found))
        answer = prover.ask(Question(subject=SUBJECT, parts=(asked,), assume=False))
        assert not isinstance(answer, Possible), (formula, found)
        record = data.draw(records(spec, SUBJECT, also=(formula,)))
        assert evaluate(spec, formula, record).truth is evaluate(spec, found, record).truth
    assert refused.total() - refused[Refusal.COUNTED_DAY] <= 3, "refusals are the exception"


def _with_name(spec: Specification) -> Specification:
    """The specification with the name of the tested rule in it."""
    header = Header(name="試験", keyword="指定基準")
    rule = Predicate(header=header, kind=PredicateKind.CRITERION, subject=SUBJECT, body=Truth(value=True))
    return replace(spec, predicates={**spec.predicates, "試験": rule})


@examples(25)
@given(specifications())
def test_whole_specifications_are_printed_and_proved(spec: Specification) -> None:
    printed = print_specification(spec)
    assert all(d.code.id == "RC850" for d in printed.diagnostics)
    proof = prove_print(spec, printed, Z3Prover(spec))
    findings = proof.diagnostics
    DRAWN["conditions of whole specifications printed and read back"] += proof.proved
    assert {d.code.id for d in findings} <= {"RC853"}, [d.payload.ja().headline for d in findings]
