"""Small words for making questions.

Owns: the formulas "the term applies", "the stage applies", "both", "not", and who is mentioned in a formula.
Refuses to know: families, answers.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeGuard, get_args

from regcheck.model.formula import (
    And,
    Applies,
    Formula,
    Not,
    Or,
    OutcomeIs,
    Part,
    Path,
    StageApplies,
)
from regcheck.model.references import subformulas
from regcheck.model.specification import Override, Predicate, Specification, StagePlan
from regcheck.proof.labels import (
    label_of,
    stage_label,
)
from regcheck.proof.question import Labelled, Question
from regcheck.source.numerals import to_kanji

SELF = Path()
"""The record asked about."""

Named = Applies | StageApplies | OutcomeIs
"""Formulas that name a provision."""


def consistency_id(subject: str) -> str:
    """The obligation that the 前提 on a 対象 do not contradict each other."""
    return f"consistency:{subject}"


def satisfiable_id(term: str) -> str:
    """The obligation that a term is not empty. A stage is called 甲案/第一段階."""
    return f"satisfiable:{term}"


def applies(predicate: Predicate) -> Labelled:
    """A 該当する of the record itself."""
    formula = Applies(term=predicate.header.name, path=SELF, span=predicate.header.span)
    return Labelled(label=label_of(predicate.header), formula=formula)


def stage_applies(plan: StagePlan, index: int) -> Labelled:
    """The stage at a position of the plan reaches the record itself."""
    stage = plan.stages[index]
    formula = StageApplies(plan=plan.header.name, number=stage.number, path=SELF, span=stage.span)
    return Labelled(label=stage_label(plan, stage), formula=formula)


def denied(part: Labelled) -> Labelled:
    """The opposite, under the same label."""
    return Labelled(label=part.label, formula=Not(body=part.formula, span=part.formula.span))


def every(formulas: Iterable[Formula]) -> Formula:
    """All of them."""
    return And(parts=tuple(Part(body=formula) for formula in formulas))


def some(formulas: Iterable[Formula]) -> Formula:
    """Any of them."""
    return Or(parts=tuple(Part(body=formula) for formula in formulas))


def asked(subject: str, *parts: Labelled) -> Question:
    """Is there a record of the subject, under all 前提, with all of these?"""
    return Question(subject=subject, parts=parts)


def overrides_of(spec: Specification, term: str) -> tuple[Override, ...]:
    """The 特例 that override a term, in the order of the files."""
    return tuple(o for o in spec.overrides.values() if o.target == term)


def override_condition(override: Override) -> Labelled:
    """A 特例 applies."""
    return Labelled(label=label_of(override.header), formula=override.condition)


def prevailing(spec: Specification, override: Override) -> frozenset[str]:
    """The 特例 that the override prevails over, also through others between them."""
    found = set[str]()
    queue = list(override.prevails_over)
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue.extend(spec.overrides[name].prevails_over if name in spec.overrides else ())
    return frozenset(found)


def formula_name(formula: Formula) -> str:
    """「特定機能病院」 or 「甲案」の第一段階 if that is all the formula says, otherwise nothing."""
    match formula:
        case Applies(term=term, path=path) if path == SELF:
            return f"「{term}」"
        case StageApplies(plan=plan, number=number, path=path) if path == SELF:
            return f"「{plan}」の第{to_kanji(number)}段階"
        case _:
            return ""


def named(spec: Specification, formulas: Iterable[Formula]) -> list[Labelled]:
    """The terms, stages and outcomes that formulas name, of whatever record, by their provisions."""
    found = list[Labelled]()
    for formula in formulas:
        for inner in subformulas(formula):
            if _is_named(inner) and (label := _label_of(spec, inner)) is not None:
                found.append(Labelled(label=label, formula=inner))
    return found


def _is_named(formula: Formula) -> TypeGuard[Named]:
    return type(formula) in _NAMED


_NAMED: frozenset[type] = frozenset(get_args(Named))


def of_record(found: Iterable[Labelled]) -> tuple[Labelled, ...]:
    """Those of what is named that are asked of the record itself, each once; a member of an 一覧 has no meaning
    outside."""
    once = dict[Formula, Labelled]()
    for one in found:
        if _is_named(one.formula) and not one.formula.path.root:
            once.setdefault(one.formula, one)
    return tuple(once.values())


def labels(found: Iterable[Labelled]) -> tuple[str, ...]:
    """The provisions of what is named, each once."""
    return tuple(dict.fromkeys([one.label for one in found]))


def mentioned(spec: Specification, formulas: Iterable[Formula]) -> tuple[Labelled, ...]:
    """The terms, stages and outcomes that formulas ask of the record itself, each once, by their provisions."""
    return of_record(named(spec, formulas))


def provisions_named(spec: Specification, formulas: Iterable[Formula]) -> tuple[str, ...]:
    """The provisions that formulas name, of whatever record, each once."""
    return labels(named(spec, formulas))


def _label_of(spec: Specification, formula: Named) -> str | None:
    match formula:
        case Applies(term=term) if term in spec.predicates:
            return label_of(spec.predicates[term].header)
        case StageApplies(plan=name, number=number):
            plan = spec.plans[name]
            return stage_label(plan, next(s for s in plan.stages if s.number == number))
        case OutcomeIs(table=table):
            return label_of(spec.tables[table].header)
        case Applies():
            return None
