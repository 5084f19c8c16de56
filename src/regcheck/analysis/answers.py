"""What a specification says of one set of facts: every term, stage and table of its 対象, with the account.

Owns: which questions are put, in which order, and their answers.
Refuses to know: where the facts come from, how an account is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regcheck.evaluation.evaluate import evaluate_all
from regcheck.evaluation.kleene import FALSE, TRUE, Kleene
from regcheck.evaluation.scenarios import ExpectationResult
from regcheck.evaluation.trace import Evaluation
from regcheck.evaluation.truth import truth_of
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.formula import Applies, Formula, OutcomeIs, Path, StageApplies
from regcheck.model.specification import DecisionTable, Header, Specification
from regcheck.source.numerals import to_kanji

if TYPE_CHECKING:  # few cases are runs of a 手続
    from regcheck.diagnostics.diagnostic import Step
    from regcheck.evaluation.runs import Conduct


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
    conduct: Conduct | None = None
    """What the rules of its 手続 say of it, if it is a run of one; `steps` are its days."""
    steps: tuple[Step, ...] = ()

    @property
    def is_as_expected(self) -> bool:
        return all(result.holds or result.is_left_to_proof for result in self.expectations)


class _Asked(Frozen):
    header: Header
    piece: str = ""
    formula: Formula


def answers(spec: Specification, record: Record) -> tuple[Answer, ...]:
    """Terms first, then stages, then tables, each in the order of the files."""
    asked = (*_terms(spec, record), *_stages(spec, record), *_tables(spec, record))
    found = evaluate_all(spec, (question.formula for question in asked), record)
    return tuple(
        Answer(header=question.header, piece=question.piece, evaluation=evaluation)
        for question, evaluation in zip(asked, found, strict=True)
    )


def _terms(spec: Specification, record: Record) -> Iterator[_Asked]:
    """Terms about the 対象; of a run those about the case that its 手続 is about, too."""
    procedure = spec.procedures.get(record.subject)
    about = {record.subject} if procedure is None else {record.subject, procedure.subject}
    for name, predicate in spec.predicates.items():
        if predicate.subject in about:
            yield _Asked(header=predicate.header, formula=Applies(term=name, path=Path()))


def _stages(spec: Specification, record: Record) -> Iterator[_Asked]:
    for name, plan in spec.plans.items():
        for stage in plan.stages if plan.subject == record.subject else ():
            formula = StageApplies(plan=name, number=stage.number, path=Path())
            yield _Asked(header=plan.header, piece=f"第{to_kanji(stage.number)}段階", formula=formula)


def _tables(spec: Specification, record: Record) -> Iterator[_Asked]:
    for table in spec.tables.values():
        if table.subject == record.subject:
            for output in table.outputs:
                yield from _output(spec, record, table, output)


def _output(spec: Specification, record: Record, table: DecisionTable, output: str) -> Iterator[_Asked]:
    """The values that come out or may come out; if none can, the first one with its account of why not."""
    column, name = table.outputs.index(output), table.header.name
    values = dict.fromkeys(row.outputs[column] for row in table.rows)
    outcomes = [OutcomeIs(table=name, output=output, value=value, path=Path()) for value in values]
    found = [(formula, truth_of(spec, formula, record)) for formula in outcomes]
    sure = [formula for formula, truth in found if truth is TRUE]
    still = [formula for formula, truth in found if truth is not FALSE]
    for formula in sure or still or outcomes[:1]:
        yield _Asked(header=table.header, piece=f"{output}は{formula.value}", formula=formula)
