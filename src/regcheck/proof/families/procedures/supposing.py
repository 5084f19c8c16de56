"""A formula as it would be if an event happened on some day on which it does not.

Owns: putting a day in the place of the day of an event, or a day before all that it is compared with.
Refuses to know: which days are tried.
"""

from __future__ import annotations

from regcheck.frozen import replace
from regcheck.model.formula import (
    And,
    AtLeast,
    Choice,
    Comparator,
    Compare,
    Except,
    Expression,
    Formula,
    Holds,
    Implies,
    Not,
    Or,
    Part,
    PeriodEnd,
    Total,
    Truth,
)
from regcheck.model.references import subexpressions
from regcheck.proof.families.procedures.runs import NO, YES, both, day, denied, either, happens
from regcheck.proof.limits import MIRRORED

_HOLDS_EARLY = (Comparator.LT, Comparator.LE, Comparator.NE)


def supposing(formula: Formula, event: str, on: Expression | None) -> Formula:
    """The formula if the event happened on this day; None: on one before every day it is compared with."""
    match formula:
        case Holds() if formula == happens(event):
            return YES
        case Compare(op=op, left=left, right=right):
            if on is None and (_speaks(left, event) or _speaks(right, event)):
                asked = MIRRORED[op] if _speaks(right, event) else op
                return YES if asked in _HOLDS_EARLY else NO
            return replace(formula, left=_moved(left, event, on), right=_moved(right, event, on))
        case Not(body=body):
            return denied(supposing(body, event, on))
        case And(parts=parts):
            return both(*(supposing(part.body, event, on) for part in parts))
        case Or(parts=parts):
            return either(*(supposing(part.body, event, on) for part in parts))
        case AtLeast(parts=parts):
            return replace(formula, parts=tuple(_part(part, event, on) for part in parts))
        case Except(body=body, exceptions=exceptions):
            kept = (denied(supposing(part.body, event, on)) for part in exceptions)
            return both(supposing(body, event, on), *kept)
        case Implies(premise=premise, conclusion=conclusion):
            return either(denied(supposing(premise, event, on)), supposing(conclusion, event, on))
        case _:
            return formula


def _part(part: Part, event: str, on: Expression | None) -> Part:
    return replace(part, body=supposing(part.body, event, on))


def _speaks(expression: Expression, event: str) -> bool:
    return day(event) in subexpressions(expression)


def _moved(expression: Expression, event: str, on: Expression | None) -> Expression:
    match expression:
        case _ if expression == day(event):
            return expression if on is None else on
        case PeriodEnd(start=start):
            return replace(expression, start=_moved(start, event, on))
        case Choice(condition=condition, then=then, otherwise=otherwise):
            asked = supposing(condition, event, on)
            if isinstance(asked, Truth):
                return _moved(then if asked.value else otherwise, event, on)
            return Choice(
                condition=asked, then=_moved(then, event, on), otherwise=_moved(otherwise, event, on)
            )
        case Total(terms=terms):
            return Total(terms=tuple((factor, _moved(term, event, on)) for factor, term in terms))
        case _:
            return expression
