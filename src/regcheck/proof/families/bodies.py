"""The texts that owe something for each of their parts: predicates and stages.

Owns: one shape for both, and when such a text decides the outcome (no 特例 applies).
Refuses to know: what is owed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from regcheck.frozen import Frozen
from regcheck.model.formula import Formula
from regcheck.model.specification import Override, Predicate, Specification, Stage, StagePlan
from regcheck.proof.asking import denied, override_condition, overrides_of
from regcheck.proof.families.made import Made
from regcheck.proof.labels import is_own, item_label, label_of, provisions_of, stage_label, stage_name
from regcheck.proof.parts import Slot, slots
from regcheck.proof.question import Labelled
from regcheck.source.numerals import to_kanji
from regcheck.source.span import Span


class Body(Frozen):
    """A text on a subject. `key` names it in ids; `free` says that no 特例 takes the decision from it."""

    key: str
    name: str
    subject: str
    label: str
    provisions: tuple[str, ...]
    formula: Formula
    span: Span
    free: tuple[Labelled, ...] = ()

    @property
    def whole(self) -> Labelled:
        return Labelled(label=self.label, formula=self.formula)


def bodies(spec: Specification, made: Made) -> list[Body]:
    """Every predicate and stage of the files that are checked."""
    found = list[Body]()
    for name, predicate in spec.predicates.items():
        if is_own(spec, predicate.header):
            rivals = overrides_of(spec, name)
            items = predicate, *rivals
            found.append(made.of(("body", name), items, partial(_of_predicate, predicate, rivals)))
    for name, plan in spec.plans.items():
        if is_own(spec, plan.header):
            found += made.of(("bodies", name), (plan,), partial(_of_plan, plan))
    return found


def slots_of(body: Body, made: Made) -> Sequence[Slot]:
    """The parts of a text, which more than one family goes through."""
    return made.of(("slots", body.key), (body,), partial(slots, body.formula, body.label))


def _of_predicate(predicate: Predicate, rivals: Sequence[Override]) -> Body:
    header = predicate.header
    return Body(
        key=header.name,
        name=item_label(header),
        subject=predicate.subject,
        label=label_of(header),
        provisions=provisions_of(header),
        formula=predicate.body,
        span=header.span,
        free=tuple(denied(override_condition(rival)) for rival in rivals),
    )


def _of_plan(plan: StagePlan) -> tuple[Body, ...]:
    return tuple(_of_stage(plan, stage) for stage in plan.stages)


def _of_stage(plan: StagePlan, stage: Stage) -> Body:
    label = stage_label(plan, stage)
    return Body(
        key=f"{plan.header.name}/第{to_kanji(stage.number)}段階",
        name=stage_name(plan, stage.number),
        subject=plan.subject,
        label=label,
        provisions=(label,),
        formula=stage.body,
        span=stage.span,
    )


class Text(Frozen):
    """Any condition that stands in the files that are checked, with its provision. `key` tells it from the others."""

    key: tuple[str, str]
    subject: str
    label: str
    formula: Formula


def texts(spec: Specification, made: Made) -> Iterator[Text]:
    """The texts of 前提, predicates, 段階, 特例 and 委任: what the law says, not what is claimed of it."""
    for name, assumption in spec.assumptions.items():
        if is_own(spec, assumption.header):
            yield _text("assumption", name, assumption.subject, label_of(assumption.header), assumption.body)
    for body in bodies(spec, made):
        yield _text("body", body.key, body.subject, body.label, body.formula)
    for name, override in spec.overrides.items():
        if is_own(spec, override.header):
            yield _text("override", name, override.subject, label_of(override.header), override.condition)
    for name, entry in spec.delegations.items():
        if is_own(spec, entry.header) and entry.limit is not None:
            yield _text("delegation", name, entry.subject, label_of(entry.header), entry.limit)


def _text(kind: str, name: str, subject: str, label: str, formula: Formula) -> Text:
    return Text(key=(kind, name), subject=subject, label=label, formula=formula)
