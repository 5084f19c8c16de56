"""Protects: an ordinance with words of its own for facts is read back as what the specification says, whatever it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.property.strategies_model import formulas, specifications

from regcheck.documents.from_statutory import StatutoryReader
from regcheck.documents.phrasebook import NamedFact, Phrase, Phrasebook, Said
from regcheck.documents.print_proofs.pairs import difference
from regcheck.documents.to_statutory import Unprintable, predicate_words
from regcheck.frozen import replace
from regcheck.model.formula import And, Contains, Formula, Holds, IsOneOf, Not, Or, Part, Path, Truth
from regcheck.model.specification import Header, Predicate, PredicateKind, Specification
from regcheck.model.types import BoolType, EnumSetType, EnumType
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Labelled, Possible, Question
from regcheck.source.numerals import to_kanji

SUBJECT = "施設"
HEADER = Header(name="試験", keyword="指定基準")


def _facts(spec: Specification) -> Iterator[NamedFact]:
    for subject, found in spec.subjects.items():
        for name, one in found.fields.items():
            match one.type:
                case BoolType():
                    yield NamedFact(subject=subject, name=name)
                case EnumType(enum=enum) | EnumSetType(enum=enum):
                    for value in spec.enumerations[enum].members:
                        yield NamedFact(subject=subject, name=name, value=value)


def _said(number: int, verb: str, linking: str) -> Said:
    """Words that hold the signs of the grammar: a name, が, 、又は, a number."""
    return Said(
        final=f"甲が乙、又は丙{to_kanji(number)}以上の類を{verb}",
        linking=f"甲が乙、又は丙{to_kanji(number)}以上の類を{linking}",
    )


def _phrase(number: int, fact: NamedFact, is_denied: bool) -> Phrase:
    denies = _said(number, "備えない", "備えず") if is_denied else None
    return Phrase(fact=fact, says=_said(number, "備える", "備え"), denies=denies)


def _with_fact(data: st.DataObject, spec: Specification, formula: Formula) -> Formula:
    """The formula and a fact of the 対象 itself, which drawn formulas seldom ask for."""
    facts = [fact for fact in _facts(spec) if fact.subject == SUBJECT]
    if not facts:
        return formula
    fact = data.draw(st.sampled_from(facts))
    path = Path(steps=(fact.name,))
    kind = spec.subjects[SUBJECT].fields[fact.name].type
    leaf: Formula = Holds(path=path)
    if fact.value:
        is_set = isinstance(kind, EnumSetType)
        leaf = Contains(path=path, value=fact.value) if is_set else IsOneOf(path=path, values=(fact.value,))
    first = Not(body=leaf) if data.draw(st.booleans()) else leaf
    parts = (Part(body=first), Part(body=formula))
    return And(parts=parts) if data.draw(st.booleans()) else Or(parts=parts)


@examples(30)
@given(st.data())
def test_formulas_in_phrases_come_back_the_same(data: st.DataObject) -> None:
    spec = data.draw(specifications(counts_days=False))
    without = data.draw(st.sets(st.integers(1, 9), max_size=3))
    chosen = [fact for n, fact in enumerate(_facts(spec), 1) if n not in without]
    is_denied = data.draw(st.integers(0, 2)) > 0
    phrases = Phrasebook(_phrase(n, fact, is_denied or n % 2 == 0) for n, fact in enumerate(chosen, 1))
    rule = Predicate(header=HEADER, kind=PredicateKind.CRITERION, subject=SUBJECT, body=Truth(value=True))
    reader = StatutoryReader(replace(spec, predicates={**spec.predicates, "試験": rule}), phrases)
    prover, outcomes = Z3Prover(spec), Counter[bool]()
    for depth in (1, 2, 2, 3, 3):
        formula = _with_fact(data, spec, data.draw(formulas(spec, SUBJECT, depth)))
        try:
            words = predicate_words(spec, replace(rule, body=formula), phrases)
        except Unprintable:
            outcomes[False] += 1
            continue
        outcomes[True] += 1
        found = reader.read_rule(words.lines, SUBJECT).body
        asked = Labelled(label="試験", formula=difference(formula, found))
        answer = prover.ask(Question(subject=SUBJECT, parts=(asked,), assume=False))
        assert not isinstance(answer, Possible), (words.lines, found)
    assert outcomes[True], "refusals are the exception"
