"""Further counterexamples, each different from the others in what decides.

Owns: asking for a case in which something else decides, and knowing when there is none.
Refuses to know: how a case is found, what decides one, who asks for more.

A further case is one in which not all conditions come out as in a case before it that decide there. Where there
is none, every counterexample is one of those found, with other values that decide nothing.
"""

from __future__ import annotations

from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record
from regcheck.model.formula import Not
from regcheck.model.specification import Specification
from regcheck.proof.asking import every
from regcheck.proof.conjuncts import refined
from regcheck.proof.deciding import deciding
from regcheck.proof.minimise import minimised
from regcheck.proof.question import Impossible, Labelled, Possible, Prover, Question
from regcheck.proof.replay import answers

_OTHERWISE = "ほかの例"


class Further(Frozen):
    """Shrunk cases, each with the narrower question that it answers; `is_all` if there are no others."""

    cases: tuple[tuple[Record, Question], ...] = ()
    is_all: bool = False


def further(spec: Specification, question: Question, found: Record, prover: Prover, limit: int) -> Further:
    """Up to `limit` cases besides the shrunk one, each decided by something else than all before it."""
    cases: list[tuple[Record, Question]] = []
    narrowed, last = question, found
    while True:
        narrowed = replace(narrowed, parts=(*narrowed.parts, _unlike(spec, question, last)))
        match prover.example(refined(spec, narrowed)):
            case Possible(record=record) if len(cases) < limit and answers(spec, narrowed, record):
                last = minimised(spec, question, record, among=narrowed)
                cases.append((last, narrowed))
            case answer:
                return Further(cases=tuple(cases), is_all=isinstance(answer, Impossible))


def _unlike(spec: Specification, question: Question, case: Record) -> Labelled:
    """Not everything that decides the case comes out as in it."""
    return Labelled(label=_OTHERWISE, formula=Not(body=every(deciding(spec, question, case))))
