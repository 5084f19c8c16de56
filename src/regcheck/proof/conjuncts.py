"""A question cut into the clauses that a drafter can point at.

Owns: splitting a labelled formula into conjuncts that together mean the same, each under its own provision,
so that an unsat core names 号 and not whole articles.
Refuses to know: who asks, what the answer is.

Only what is asked of the subject itself is opened. A term that 特例 override stays whole: its outcome is not
its text alone.
"""

from __future__ import annotations

from collections.abc import Iterator

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
    parts = (piece for part in question.parts for piece in conjuncts(spec, part))
    return replace(question, parts=tuple(parts))


def conjuncts(spec: Specification, part: Labelled) -> Iterator[Labelled]:
    """Formulas whose conjunction is equivalent to the part."""
    yield from _holding(spec, part.label, part.formula)


def _holding(spec: Specification, label: str, formula: Formula) -> Iterator[Labelled]:
    match formula:
        case And(parts=parts):
            yield from _each(spec, label, parts, holding=True)
        case Not(body=body):
            yield from _failing(spec, label, body)
        case Except(body=body, exceptions=exceptions):
            yield from _holding(spec, label, body)
            yield from _each(spec, proviso_label(label), exceptions, holding=False)
        case Applies() | StageApplies() if (opened := _opened(spec, formula)) is not None:
            yield from _holding(spec, opened.label, opened.formula)
        case _:
            yield Labelled(label=label, formula=formula)


def _failing(spec: Specification, label: str, formula: Formula) -> Iterator[Labelled]:
    match formula:
        case Or(parts=parts):
            yield from _each(spec, label, parts, holding=False)
        case Not(body=body):
            yield from _holding(spec, label, body)
        case Implies(premise=premise, conclusion=conclusion):
            yield from _holding(spec, label, premise)
            yield from _failing(spec, label, conclusion)
        case Applies() | StageApplies() if (opened := _opened(spec, formula)) is not None:
            yield from _failing(spec, opened.label, opened.formula)
        case _:
            yield Labelled(label=label, formula=Not(body=formula, span=formula.span))


def _each(spec: Specification, label: str, parts: tuple[Part, ...], *, holding: bool) -> Iterator[Labelled]:
    for part in parts:
        inner = part_label(label, part.label)
        yield from (_holding if holding else _failing)(spec, inner, part.body)


def _opened(spec: Specification, formula: Applies | StageApplies) -> Labelled | None:
    """The text of a term asked of the subject itself, under its own label; None if it must stay whole."""
    if formula.path != _SELF:
        return None
    match formula:
        case Applies(term=term):
            predicate = spec.predicates.get(term)
            if predicate is None or any(o.target == term for o in spec.overrides.values()):
                return None
            return Labelled(label=label_of(predicate.header), formula=predicate.body)
        case StageApplies(plan=name, number=number):
            plan = spec.plans[name]
            stage = next(s for s in plan.stages if s.number == number)
            return Labelled(label=stage_label(plan, stage), formula=stage.body)
