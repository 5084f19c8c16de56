"""A question cut into the clauses that a drafter can point at.

Owns: splitting a labelled formula into conjuncts that together mean the same, each under its own provision,
so that an unsat core names 号 and not whole articles.
Refuses to know: who asks, what the answer is.

Only what is asked of the subject itself is opened. A term that 特例 override stays whole: its outcome is not
its text alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.frozen import replace
from regcheck.model.formula import (
    And,
    Applies,
    Except,
    Formula,
    Implies,
    Not,
    Or,
    Part,
    Path,
    StageApplies,
)  # fmt: skip
from regcheck.model.specification import Specification
from regcheck.proof.labels import label_of, part_label, proviso_label, stage_label
from regcheck.proof.question import Labelled, Question

_SELF = Path()


def refined(spec: Specification, question: Question) -> Question:
    """The same question in as many separately labelled parts as the text has."""
    return Refiner(spec).refine(question)


class Refiner:
    """Cuts the questions on one specification; what many of them have in common is cut once."""

    def __init__(self, spec: Specification) -> None:
        self._spec = spec
        self._overridden = {override.target for override in spec.overrides.values()}
        self._refined: dict[int, tuple[Question, Question]] = {}
        self._known: dict[tuple[int, str, bool], tuple[Formula, Sequence[Labelled]]] = {}

    def refine(self, question: Question) -> Question:
        """The same question in as many separately labelled parts as the text has."""
        known = self._refined.get(id(question))
        if known is None:
            pieces = list[Labelled]()
            for part in question.parts:
                pieces += self._cut(part.label, part.formula, True)
            known = self._refined[id(question)] = question, replace(question, parts=tuple(pieces))
        return known[1]

    def _cut(self, label: str, formula: Formula, holding: bool) -> Sequence[Labelled]:
        """Formulas whose conjunction is equivalent to the formula, or if it is not `holding` to its opposite."""
        key = id(formula), label, holding
        known = self._known.get(key)
        if known is None:
            pieces = self._holding(label, formula) if holding else self._failing(label, formula)
            known = self._known[key] = formula, pieces
        return known[1]

    def _holding(self, label: str, formula: Formula) -> Sequence[Labelled]:
        match formula:
            case And(parts=parts):
                return self._each(label, parts, True)
            case Not(body=body):
                return self._cut(label, body, False)
            case Except(body=body, exceptions=exceptions):
                removed = self._each(proviso_label(label), exceptions, False)
                return [*self._cut(label, body, True), *removed]
            case Applies() | StageApplies() if (opened := self._opened(formula)) is not None:
                return self._cut(opened.label, opened.formula, True)
            case _:
                return (Labelled(label=label, formula=formula),)

    def _failing(self, label: str, formula: Formula) -> Sequence[Labelled]:
        match formula:
            case Or(parts=parts):
                return self._each(label, parts, False)
            case Not(body=body):
                return self._cut(label, body, True)
            case Implies(premise=premise, conclusion=conclusion):
                return [*self._cut(label, premise, True), *self._cut(label, conclusion, False)]
            case Applies() | StageApplies() if (opened := self._opened(formula)) is not None:
                return self._cut(opened.label, opened.formula, False)
            case _:
                return (Labelled(label=label, formula=Not(body=formula, span=formula.span)),)

    def _each(self, label: str, parts: tuple[Part, ...], holding: bool) -> Sequence[Labelled]:
        pieces = list[Labelled]()
        for part in parts:
            pieces += self._cut(part_label(label, part.label), part.body, holding)
        return pieces

    def _opened(self, formula: Applies | StageApplies) -> Labelled | None:
        """The text of a term asked of the subject itself, under its own label; None if it must stay whole."""
        if formula.path != _SELF:
            return None
        match formula:
            case Applies(term=term):
                predicate = self._spec.predicates.get(term)
                if predicate is None or term in self._overridden:
                    return None
                return Labelled(label=label_of(predicate.header), formula=predicate.body)
            case StageApplies(plan=name, number=number):
                plan = self._spec.plans[name]
                stage = next(s for s in plan.stages if s.number == number)
                return Labelled(label=stage_label(plan, stage), formula=stage.body)
