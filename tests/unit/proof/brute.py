"""A prover that tries every record of a small 対象 with the evaluator: slow, and hard to get wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

from tests.unit.proof.one_by_one import OneByOne

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import Kleene
from regcheck.model.case import Record, Value
from regcheck.model.specification import Specification
from regcheck.model.types import BoolType, EnumType, NumberType, Type
from regcheck.proof.question import Answer, Impossible, Labelled, Possible, Question


@dataclass(frozen=True, slots=True)
class BruteProver(OneByOne):
    """Answers by enumeration. The core is found by leaving out one part after another."""

    spec: Specification
    backwards: bool = False
    """Whether to meet the records from the last to the first: another answer to the same question."""

    def ask(self, question: Question) -> Answer:
        parts = [*question.parts, *(self._assumptions(question) if question.assume else ())]
        found = self._find(question.subject, parts)
        return Possible(record=found) if found is not None else Impossible(core=self._core(question, parts))

    def _assumptions(self, question: Question) -> Iterator[Labelled]:
        for a in self.spec.assumptions.values():
            if a.subject == question.subject:
                yield Labelled(label=f"前提「{a.header.name}」", formula=a.body)

    def _core(self, question: Question, parts: Sequence[Labelled]) -> tuple[str, ...]:
        kept = list(parts)
        for part in list(reversed(parts)):
            fewer = [other for other in kept if other is not part]
            if self._find(question.subject, fewer) is None:
                kept = fewer
        return tuple(dict.fromkeys(part.label for part in kept))

    def _find(self, subject: str, parts: Sequence[Labelled]) -> Record | None:
        records = list(everything(self.spec, subject))
        for record in reversed(records) if self.backwards else records:
            if all(evaluate(self.spec, p.formula, record).truth is Kleene.TRUE for p in parts):
                return record
        return None


def everything(spec: Specification, subject: str) -> Iterator[Record]:
    """Every record of a 対象 of small domains, with every finding of every 裁量."""
    fields = spec.subjects[subject].fields
    values = [list(_values(spec, f.type)) for f in fields.values()]
    names = [d.header.name for d in spec.discretions.values() if d.subject == subject]
    for facts in product(*values):
        for found in product((False, True), repeat=len(names)):
            yield Record(
                subject=subject,
                facts=dict(zip(fields, facts, strict=True)),
                judgements=dict(zip(names, found, strict=True)),
            )


def _values(spec: Specification, kind: Type) -> Iterator[Value]:
    match kind:
        case BoolType():
            yield from (False, True)
        case EnumType(enum=enum):
            yield from spec.enumerations[enum].members
        case NumberType(low=Fraction() as low, high=Fraction() as high):
            yield from (low + i for i in range(int(high - low) + 1))
        case _:
            raise TypeError(kind)
