"""The texts that owe something for each of their parts: predicates and stages.

Owns: one shape for both, and when such a text decides the outcome (no 特例 applies).
Refuses to know: what is owed.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.frozen import Frozen
from regcheck.model.formula import Formula
from regcheck.model.specification import Specification
from regcheck.proof.asking import denied, override_condition, overrides_of
from regcheck.proof.labels import is_own, item_label, label_of, provisions_of, stage_label, stage_name
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


def bodies(spec: Specification) -> Iterator[Body]:
    """Every predicate and stage of the files that are checked."""
    for predicate in spec.predicates.values():
        header = predicate.header
        if is_own(spec, header):
            rivals = overrides_of(spec, header.name)
            yield Body(
                key=header.name,
                name=item_label(header),
                subject=predicate.subject,
                label=label_of(predicate.header),
                provisions=provisions_of(header),
                formula=predicate.body,
                span=header.span,
                free=tuple(denied(override_condition(rival)) for rival in rivals),
            )
    for plan in spec.plans.values():
        for stage in plan.stages if is_own(spec, plan.header) else ():
            label = stage_label(plan, stage)
            yield Body(
                key=f"{plan.header.name}/第{to_kanji(stage.number)}段階",
                name=stage_name(plan, stage.number),
                subject=plan.subject,
                label=label,
                provisions=(label,),
                formula=stage.body,
                span=stage.span,
            )


class Text(Frozen):
    """Any condition that stands in the files that are checked, with its provision."""

    subject: str
    label: str
    formula: Formula


def texts(spec: Specification) -> Iterator[Text]:
    """The texts of 前提, predicates, 段階, 特例 and 委任: what the law says, not what is claimed of it."""
    for assumption in spec.assumptions.values():
        if is_own(spec, assumption.header):
            yield Text(subject=assumption.subject, label=label_of(assumption.header), formula=assumption.body)
    for body in bodies(spec):
        yield Text(subject=body.subject, label=body.label, formula=body.formula)
    for override in spec.overrides.values():
        if is_own(spec, override.header):
            yield Text(subject=override.subject, label=label_of(override.header), formula=override.condition)
    for entry in spec.delegations.values():
        if is_own(spec, entry.header) and entry.limit is not None:
            yield Text(subject=entry.subject, label=label_of(entry.header), formula=entry.limit)
