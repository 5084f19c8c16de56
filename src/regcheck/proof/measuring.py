"""From which day on: the case in which something lies nearest to the beginning of a stretch, or farthest from its end.

Owns: halving the stretch until the prover says that no case lies nearer.
Refuses to know: what is measured, how the number is told.
"""

from __future__ import annotations

from regcheck.calendar.period import Period
from regcheck.evaluation.truth import number_of
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record
from regcheck.model.formula import Comparator, Compare, Expression, PeriodEnd
from regcheck.model.specification import Specification
from regcheck.proof.conjuncts import refined
from regcheck.proof.obligation import Measure
from regcheck.proof.question import Impossible, Labelled, Possible, Prover, Question

_MOST = 4_096
"""Days from the end beyond which no more is asked."""
_MEASURED = "日数"


class Measured(Frozen):
    """The number that no case surpasses, and the question narrowed to the cases that reach it."""

    number: int
    question: Question


def measured(
    spec: Specification, question: Question, found: Record, measure: Measure, prover: Prover
) -> Measured | None:
    """The least number, or with a last day the greatest; None if the cases do not lie in the stretch, or if the
    prover does not say. `found` answers the question."""
    start = _number(spec, measure, found)
    if start is None or start < 1:
        return None
    beyond = 0 if measure.last is None else _MOST
    pieces = replace(refined(spec, question), why=False)
    number = _search(spec, pieces, measure, prover, beyond, start)
    return None if number is None else Measured(number=number, question=_narrowed(question, measure, number))


def _search(
    spec: Specification, question: Question, measure: Measure, prover: Prover, beyond: int, known: int
) -> int | None:
    """The number nearest to one that is out of reach, from one that some case has."""
    nearer = min if beyond < known else max
    while abs(known - beyond) > 1:
        tried = known * 2 if known * 2 < beyond else (known + beyond) // 2
        match prover.ask(_narrowed(question, measure, tried)):
            case Possible(record=record):
                known = nearer(tried, _number(spec, measure, record) or tried)
            case Impossible():
                beyond = tried
            case _:
                return None
    return known


def _ordinal(spec: Specification, day: Expression, record: Record) -> int | None:
    """The day in the record, None where it is open."""
    known = number_of(spec, day, record)
    return int(known.low) if known.low is not None and known.low == known.high else None


def _number(spec: Specification, measure: Measure, record: Record) -> int | None:
    early, late = (measure.first, measure.day) if measure.last is None else (measure.day, measure.last)
    first, last = _ordinal(spec, early, record), _ordinal(spec, late, record)
    return None if first is None or last is None else last - first + 1


def _narrowed(question: Question, measure: Measure, number: int) -> Question:
    """Only the cases that lie so near to the first day, or so far from the last."""
    if measure.last is None:
        near = Compare(op=Comparator.LE, left=measure.day, right=_counted(measure.first, number))
    else:
        near = Compare(op=Comparator.LE, left=_counted(measure.day, number), right=measure.last)
    return replace(question, parts=(*question.parts, Labelled(label=_MEASURED, formula=near)))


def _counted(start: Expression, number: int) -> Expression:
    return PeriodEnd(start=start, period=Period(days=number, first_day_counts=True))
