"""Protects: one half of a 対応号 (and a row of a 別表) is printed so that its reader takes it for the same, whatever it says."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.property.judging import DRAWN
from tests.property.strategies_model import formulas, specifications

from regcheck.documents.from_statutory import StatutoryReader
from regcheck.documents.print_proofs.pairs import difference
from regcheck.documents.provision import Paragraph, Provision
from regcheck.documents.to_statutory import Refusal, Unprintable, entry_words
from regcheck.frozen import replace
from regcheck.model.formula import Formula
from regcheck.model.specification import Header, Predicate, PredicateKind, Specification
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Labelled, Possible, Question

SUBJECT = "施設"
REFUSED = {Refusal.TOO_DEEP, Refusal.UNNAMED_ELEMENT}


def _rule(formula: Formula, name: str) -> Predicate:
    header = Header(name=name, keyword="設備区分")
    return Predicate(header=header, kind=PredicateKind.EQUIPMENT, subject=SUBJECT, body=formula)


def _lines(spec: Specification, rules: list[Predicate]) -> tuple[str, ...] | None:
    labels = "一二"
    try:
        items = [replace(entry_words(spec, rule), label=labels[n]) for n, rule in enumerate(rules)]
    except Unprintable as error:
        assert error.refusal in REFUSED
        return None
    return Provision(paragraphs=(Paragraph(text="次のとおりとする。", items=tuple(items)),)).lines


@examples(40)
@given(st.data())
def test_entries_come_back_the_same(data: st.DataObject) -> None:
    spec = data.draw(specifications(counts_days=False))
    outcomes = Counter[bool]()
    for depth in (1, 2, 3):
        rules = [_rule(data.draw(formulas(spec, SUBJECT, depth)), name) for name in ("甲種", "乙種")]
        lines = _lines(spec, rules)
        outcomes[lines is None] += 1
        if lines is None:
            continue
        named = replace(spec, predicates={**spec.predicates, **{rule.header.name: rule for rule in rules}})
        found = StatutoryReader(named).read_entries(lines, SUBJECT)
        assert [one.name for one in found] == ["甲種", "乙種"]
        DRAWN["halves of 対応号 printed and read back"] += len(found)
        prover = Z3Prover(spec)
        for rule, one in zip(rules, found, strict=True):
            asked = Labelled(label="試験", formula=difference(rule.body, one.body))
            answer = prover.ask(Question(subject=SUBJECT, parts=(asked,), assume=False))
            assert not isinstance(answer, Possible), lines
    assert outcomes[False], "refusals are the exception"
