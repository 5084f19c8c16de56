"""Every case is run by the evaluator before anyone sees it.

Owns: asking the evaluator whether a record answers a question, and why not.
Refuses to know: where the record comes from, the terms and the solver.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from regcheck.evaluation.kleene import TRUE, Kleene
from regcheck.evaluation.truth import all_true, is_false, keeps_assumptions, truth_of
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.formula import Formula
from regcheck.model.specification import Specification
from regcheck.proof.question import Question
from regcheck.proof.records import records_in

if TYPE_CHECKING:
    from regcheck.evaluation.trace import Evaluation


class Replay(Frozen):
    """A whole record run by the evaluator: whether it answers the question, and the account for who asks why."""

    spec: Specification
    question: Question
    record: Record
    answers: bool

    def account(self) -> tuple[Evaluation, ...]:
        """Every part with its trace; made anew each time."""
        from regcheck.evaluation.evaluate import evaluate_all  # few cases are ever told

        return evaluate_all(self.spec, (part.formula for part in self.question.parts), self.record)

    @property
    def conflicts(self) -> tuple[str, ...]:
        """特例 and rows that contradict each other in the case, so that the text itself gives no outcome."""
        torn = (name for part in self.account() for node in part.conflicts for name in node.conflict)
        return tuple(dict.fromkeys(torn))


class Judge:
    """Whether records answer a question. Asked many times, it begins with the part that failed last."""

    def __init__(self, spec: Specification, question: Question) -> None:
        self._spec, self._question = spec, question
        self._formulas = [part.formula for part in question.parts]

    def fits(self, record: Record) -> bool:
        """Whether every part is true of the record, whatever its unknown facts turn out to be."""
        for place, formula in enumerate(self._formulas):
            if truth(self._spec, formula, record) is not TRUE:
                self._formulas.insert(0, self._formulas.pop(place))
                return False
        return True

    def answers(self, record: Record) -> bool:
        """Whether a whole record makes every part and every 前提 true."""
        return self.fits(record) and _may_occur(self._spec, self._question, record)


def replayed(spec: Specification, question: Question, record: Record) -> Replay:
    """Every part and every 前提 run; all must be true."""
    holds = answers(spec, question, record)
    return Replay(spec=spec, question=question, record=record, answers=holds)


def answers(spec: Specification, question: Question, record: Record) -> bool:
    """Whether a whole record makes every part and every 前提 true."""
    return fits(spec, question, record) and _may_occur(spec, question, record)


def fits(spec: Specification, question: Question, record: Record) -> bool:
    """Whether every part is true of the record, whatever its unknown facts turn out to be."""
    return all_true(spec, [part.formula for part in question.parts], record)


def truth(spec: Specification, formula: Formula, record: Record) -> Kleene:
    """What the formula comes to for the record."""
    return truth_of(spec, formula, record)


def _may_occur(spec: Specification, question: Question, record: Record) -> bool:
    """All 前提 are true of the record, and none is false of a record inside it."""
    if not question.assume or not spec.assumptions:
        return True
    return keeps_assumptions(spec, record) and not any(
        broken_assumptions(spec, inner) for inner in records_in(record) if inner is not record
    )


def broken_assumptions(spec: Specification, record: Record) -> tuple[str, ...]:
    """The names of the 前提 that the record, or one inside it, breaks for certain, each once."""
    broken = (
        a.header.name
        for owner in records_in(record)
        for a in spec.assumptions.values()
        if a.subject == owner.subject and is_false(spec, a.body, owner)
    )
    return tuple(dict.fromkeys(broken))
