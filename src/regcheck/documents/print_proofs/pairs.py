"""What is proved of printed words: something of the specification beside the same as read back.

Owns: pairs of conditions and of days, and the question whether the two of a pair part.
Refuses to know: how words are read, the solver, how a difference is told.

The question is whether some record satisfies one of two conditions and not the other, or has two days apart; no 前提
is used, so the words agree even on records that cannot occur.
"""

from __future__ import annotations

from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.frozen import Frozen
from regcheck.model.formula import And, Comparator, Compare, Expression, Formula, Not, Or, Part
from regcheck.model.provisions import item_title
from regcheck.model.specification import Header
from regcheck.proof.question import Labelled, Question


class Pair(Frozen):
    """A condition of the specification and the same as read back; `name` says what it is, `place` where an ordinance
    has it."""

    name: str
    header: Header
    subject: str
    wanted: Formula
    found: Formula
    place: str = ""


class DayPair(Frozen):
    """A day of a 手続 (the subject) and the same as read back: an end of a 期間, a 期限, an end of a stretch."""

    name: str
    header: Header
    subject: str
    wanted: Expression
    found: Expression
    place: str = ""


Finding = Pair | DayPair | Diagnostic


def question_of(pair: Pair | DayPair) -> Question:
    """Which no record answers if the words say the same."""
    asked = Labelled(label=f"{pair.name}の仕様と条文が違う", formula=parting(pair))
    return Question(subject=pair.subject, parts=(asked,), assume=False)


def parting(pair: Pair | DayPair) -> Formula:
    """That the two part."""
    if isinstance(pair, DayPair):
        return Compare(op=Comparator.NE, left=pair.wanted, right=pair.found)
    return difference(pair.wanted, pair.found)


def difference(wanted: Formula, found: Formula) -> Formula:
    """One of the two and not the other."""
    return Or(parts=(Part(body=_only(wanted, found)), Part(body=_only(found, wanted))))


def _only(one: Formula, other: Formula) -> Formula:
    return And(parts=(Part(body=one), Part(body=Not(body=other))))


def told_of(header: Header, payload: Payload) -> Diagnostic:
    """A finding about an item, at its place in the specification."""
    return Diagnostic(payload=payload, annotations=(Annotation(span=header.span),), anchor=item_title(header))
