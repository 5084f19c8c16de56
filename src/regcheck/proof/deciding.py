"""What decides a case: conditions of the text that together are enough for its answer.

Owns: reading them off the evaluator's account, inside terms, stages and members of 一覧.
Refuses to know: what they are used for.
"""

from __future__ import annotations

from collections.abc import Iterable

from regcheck.evaluation.evaluate import evaluate_all
from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.evaluation.trace import Trace
from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Except,
    Formula,
    Implies,
    Not,
    Or,
    OutcomeIs,
    OverList,
    Path,
    Quantity,
    StageApplies,
    Truth,
)
from regcheck.model.specification import Specification
from regcheck.proof.asking import every
from regcheck.proof.question import Question
from regcheck.proof.support import enough

_SELF = Path()


def deciding(spec: Specification, question: Question, case: Record) -> tuple[Formula, ...]:
    """Conditions that are true of the case and together enough for its answer, each once."""
    account = evaluate_all(spec, (part.formula for part in question.parts), case)
    return tuple(dict.fromkeys(formula for part in account for formula in _conditions(part.trace)))


_Connective = Not | And | Or | AtLeast | Except | Implies


def _conditions(trace: Trace) -> tuple[Formula, ...]:
    match trace.formula:
        case Truth():
            return ()
        case formula if isinstance(formula, _Connective):
            needed = sorted((_conditions(reason) for reason in trace.reasons), key=len)
            return _joined(needed[: enough(trace)])
        case Applies(path=path) | StageApplies(path=path) if path == _SELF and _is_settled(trace.children):
            return _joined(_conditions(child) for child in trace.children)
        case OutcomeIs(path=path) if path == _SELF:
            applying = (child for child in trace.children if child.truth is TRUE)
            return (_as_found(trace), *_joined(_conditions(row) for row in applying))
        case OverList(quantity=quantity) if trace.reasons and (quantity is Quantity.SOME) is (
            trace.truth is TRUE
        ):
            return (_of_a_member(trace.formula, trace.reasons[0]),)
        case _:
            return (_as_found(trace),)


def _is_settled(children: Iterable[Trace]) -> bool:
    return all(child.truth in (TRUE, FALSE) for child in children)


def _as_found(trace: Trace) -> Formula:
    return trace.formula if trace.truth is TRUE else Not(body=trace.formula)


def _of_a_member(formula: OverList, member: Trace) -> Formula:
    """Some member is as this one."""
    return replace(formula, quantity=Quantity.SOME, body=every(_conditions(member)))


def _joined(found: Iterable[Iterable[Formula]]) -> tuple[Formula, ...]:
    return tuple(formula for formulas in found for formula in formulas)
