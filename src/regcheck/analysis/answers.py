"""What a specification says of one set of facts: every term, stage and table of its 対象, with the account.

Owns: which questions are put, in which order, and their answers.
Refuses to know: where the facts come from, how an account is shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import FALSE, TRUE, Kleene
from regcheck.evaluation.scenarios import ExpectationResult
from regcheck.evaluation.trace import Evaluation
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.formula import Applies, OutcomeIs, Path, StageApplies
from regcheck.model.specification import DecisionTable, Header, Specification
from regcheck.source.numerals import to_kanji


class Answer(Frozen):
    """One question: the item, the piece of it that was asked (第一段階; 手続は変更の案), and what came out."""

    header: Header
    piece: str = ""
    evaluation: Evaluation

    @property
    def truth(self) -> Kleene:
        return self.evaluation.truth


class Case(Frozen):
    """A set of facts with its name, what the specification says of it, and the → lines that came with it."""

    name: str
    record: Record
    answers: tuple[Answer, ...]
    expectations: tuple[ExpectationResult, ...] = ()

    @property
    def is_as_expected(self) -> bool:
        return all(result.holds for result in self.expectations)


def answers(spec: Specification, record: Record) -> tuple[Answer, ...]:
    """Terms first, then stages, then tables, each in the order of the files."""
    return (*_terms(spec, record), *_stages(spec, record), *_tables(spec, record))


def _terms(spec: Specification, record: Record) -> Iterator[Answer]:
    for name, predicate in spec.predicates.items():
        if predicate.subject == record.subject:
            formula = Applies(term=name, path=Path())
            yield Answer(header=predicate.header, evaluation=evaluate(spec, formula, record))


def _stages(spec: Specification, record: Record) -> Iterator[Answer]:
    for name, plan in spec.plans.items():
        for stage in plan.stages if plan.subject == record.subject else ():
            formula = StageApplies(plan=name, number=stage.number, path=Path())
            piece = f"第{to_kanji(stage.number)}段階"
            yield Answer(header=plan.header, piece=piece, evaluation=evaluate(spec, formula, record))


def _tables(spec: Specification, record: Record) -> Iterator[Answer]:
    for table in spec.tables.values():
        if table.subject == record.subject:
            for output in table.outputs:
                yield from _output(spec, record, table, output)


def _output(spec: Specification, record: Record, table: DecisionTable, output: str) -> Iterator[Answer]:
    """The values that come out or may come out; if none can, the first one with its account of why not."""
    column = table.outputs.index(output)
    found: list[Answer] = []
    for value in dict.fromkeys(row.outputs[column] for row in table.rows):
        formula = OutcomeIs(table=table.header.name, output=output, value=value, path=Path())
        evaluation = evaluate(spec, formula, record)
        found.append(Answer(header=table.header, piece=f"{output}は{value}", evaluation=evaluation))
    sure = [answer for answer in found if answer.truth is TRUE]
    still = [answer for answer in found if answer.truth is not FALSE]
    yield from sure or still or found[:1]
