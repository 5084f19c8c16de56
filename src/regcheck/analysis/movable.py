"""The texts of the law with limits that can be moved, and the specification in which one is settled.

Owns: every comparison of a predicate, 特例 or 段階 as a place, and the specification with another text there.
Refuses to know: rows, what a limit decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Formula, Truth
from regcheck.model.provisions import item_title
from regcheck.model.specification import Header, Override, Predicate, Specification, StagePlan
from regcheck.proof.labels import is_own, label_of, stage_label, stage_name
from regcheck.proof.limits import Limit, limits_at
from regcheck.proof.parts import replaced

Item = tuple[str, str]
"""A term, plan or table by its name."""

Settle = Callable[[bool], Specification]
"""The specification in which a comparison is true, or false, of everything."""


class Text(Frozen):
    """A formula of an item, and the specification with another one in its place."""

    item: Item
    title: str
    subject: str
    label: str
    formula: Formula
    rebuilt: Callable[[Formula], Specification]

    def limits(self) -> Iterator[tuple[Limit, Settle]]:
        """Each limit of the text."""
        for address, limit in limits_at(self.label, self.formula):
            yield limit, self._settle(address)

    def _settle(self, address: tuple[int, ...]) -> Settle:
        return lambda value: self.rebuilt(replaced(self.formula, address, Truth(value=value)))


def texts(spec: Specification) -> Iterator[Text]:
    """The texts of the files that are checked: terms, 特例, 段階."""
    for predicate in spec.predicates.values():
        if is_own(spec, predicate.header):
            yield _of_predicate(spec, predicate)
    for override in spec.overrides.values():
        if is_own(spec, override.header):
            yield _of_override(spec, override)
    for plan in spec.plans.values():
        for at in range(len(plan.stages)) if is_own(spec, plan.header) else ():
            yield _of_stage(spec, plan, at)


def _of_predicate(spec: Specification, predicate: Predicate) -> Text:
    header = predicate.header
    return Text(
        item=("term", header.name),
        title=item_title(header),
        subject=predicate.subject,
        label=label_of(header),
        formula=predicate.body,
        rebuilt=lambda body: _with(spec, "predicates", header, replace(predicate, body=body)),
    )


def _of_override(spec: Specification, override: Override) -> Text:
    header = override.header
    return Text(
        item=("term", override.target),
        title=item_title(header),
        subject=override.subject,
        label=label_of(header),
        formula=override.condition,
        rebuilt=lambda body: _with(spec, "overrides", header, replace(override, condition=body)),
    )


def _of_stage(spec: Specification, plan: StagePlan, at: int) -> Text:
    stage = plan.stages[at]

    def rebuilt(body: Formula) -> Specification:
        stages = (*plan.stages[:at], replace(stage, body=body), *plan.stages[at + 1 :])
        return _with(spec, "plans", plan.header, replace(plan, stages=stages))

    return Text(
        item=("plan", plan.header.name),
        title=stage_name(plan, stage.number),
        subject=plan.subject,
        label=stage_label(plan, stage),
        formula=stage.body,
        rebuilt=rebuilt,
    )


def _with(spec: Specification, kind: str, header: Header, item: object) -> Specification:
    return replace(spec, **{kind: {**getattr(spec, kind), header.name: item}})
