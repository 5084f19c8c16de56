"""A question cut into the clauses that a drafter can point at.

Owns: splitting a labelled formula into conjuncts that together mean the same, each under its own provision,
so that an unsat core names 号 and not whole articles.
Refuses to know: who asks, what the answer is.

Only what is asked of the subject itself is opened. A term that 特例 override stays whole: its outcome is not
its text alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

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
        self._joint: dict[tuple[object, ...], Question] = {}
        self._known: dict[tuple[int, str, bool], tuple[Formula | Part, Sequence[Labelled]]] = {}

    def refine(self, question: Question) -> Question:
        """The same question in as many separately labelled parts as the text has."""
        known = self._refined.get(id(question))
        if known is None:
            cuts = [self._cut(part.label, part.formula, True) for part in question.parts]
            known = self._refined[id(question)] = question, self._joined(question, cuts)
        return known[1]

    def _joined(self, question: Question, cuts: Sequence[Sequence[Labelled]]) -> Question:
        """The question in all these parts, which are held by what was cut; one that was asked before is the same."""
        asked = (*map(id, cuts), question.subject, question.assume, question.why)
        made = self._joint.get(asked)
        if made is None:
            parts = tuple([piece for cut in cuts for piece in cut])
            made = self._joint[asked] = replace(question, parts=parts)
        return made

    def _cut(self, label: str, formula: Formula, holding: bool) -> Sequence[Labelled]:
        """Formulas whose conjunction is equivalent to the formula, or if it is not `holding` to its opposite."""
        key = id(formula), label, holding
        known = self._known.get(key)
        if known is None:
            cut = (_HOLDING if holding else _FAILING).get(type(formula))
            pieces = None if cut is None else cut(self, label, formula)
            known = self._known[key] = (
                formula,
                (_whole(label, formula, holding) if pieces is None else pieces),
            )
        return known[1]

    def _each(self, label: str, parts: tuple[Part, ...], holding: bool) -> Sequence[Labelled]:
        known, pieces = self._known, list[Labelled]()
        for part in parts:
            pieces += (known.get((id(part), label, holding)) or self._part(label, part, holding))[1]
        return pieces

    def _part(self, label: str, part: Part, holding: bool) -> tuple[Part, Sequence[Labelled]]:
        """A part of a list; most lists have all but one of their parts in common with another."""
        made = part, self._cut(part_label(label, part.label), part.body, holding)
        self._known[id(part), label, holding] = made
        return made

    def _beside_exceptions(self, label: str, formula: Except) -> Sequence[Labelled]:
        removed = self._each(proviso_label(label), formula.exceptions, False)
        return [*self._cut(label, formula.body, True), *removed]

    def _failing_claim(self, label: str, formula: Implies) -> Sequence[Labelled]:
        return [*self._cut(label, formula.premise, True), *self._cut(label, formula.conclusion, False)]

    def _opened(self, formula: Applies | StageApplies, holding: bool) -> Sequence[Labelled] | None:
        """The text of a term asked of the subject itself, under its own label; None if it must stay whole."""
        if formula.path != _SELF:
            return None
        match formula:
            case Applies(term=term):
                predicate = self._spec.predicates.get(term)
                if predicate is None or term in self._overridden:
                    return None
                return self._cut(label_of(predicate.header), predicate.body, holding)
            case StageApplies(plan=name, number=number):
                plan = self._spec.plans[name]
                stage = next(s for s in plan.stages if s.number == number)
                return self._cut(stage_label(plan, stage), stage.body, holding)


def _whole(label: str, formula: Formula, holding: bool) -> Sequence[Labelled]:
    return (Labelled(label=label, formula=formula if holding else Not(body=formula, span=formula.span)),)


_Cut = Callable[[Refiner, str, Any], Sequence[Labelled] | None]

_HOLDING: Mapping[type, _Cut] = {
    And: lambda refiner, label, formula: refiner._each(label, formula.parts, True),
    Not: lambda refiner, label, formula: refiner._cut(label, formula.body, False),
    Except: Refiner._beside_exceptions,
    Applies: lambda refiner, _, formula: refiner._opened(formula, True),
    StageApplies: lambda refiner, _, formula: refiner._opened(formula, True),
}
_FAILING: Mapping[type, _Cut] = {
    Or: lambda refiner, label, formula: refiner._each(label, formula.parts, False),
    Not: lambda refiner, label, formula: refiner._cut(label, formula.body, True),
    Implies: Refiner._failing_claim,
    Applies: lambda refiner, _, formula: refiner._opened(formula, False),
    StageApplies: lambda refiner, _, formula: refiner._opened(formula, False),
}
"""How a formula under a label, or its opposite, is cut; None if it stays whole, as all other formulas do."""
