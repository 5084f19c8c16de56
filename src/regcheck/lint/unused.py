"""Names that nobody uses.

Owns: finding 定義, 裁量, 区分 and 未確定 of the checked files that nothing refers to.
Refuses to know: proofs; whether a name ought to be used; events (events.py).
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.model.claims import (
    EveryRowClaim,
    FigureClaim,
    GroupsWithoutClaim,
)
from regcheck.model.formula import Formula
from regcheck.model.provisions import item_title
from regcheck.model.references import mentions
from regcheck.model.specification import (
    Header,
    PredicateKind,
    Specification,
)
from regcheck.model.types import EnumSetType, EnumType
from regcheck.source.span import Span


def find_unused(spec: Specification) -> tuple[Diagnostic, ...]:
    """One finding for each name; what is printed (criteria, tables, stages) is its own use."""
    return (*_unused_items(spec), *_unused_placeholders(spec), *_unused_events(spec))


def _unused_items(spec: Specification) -> Iterator[Diagnostic]:
    named = {mention for formula in _formulas(spec) for mention in mentions(formula)}
    named |= {("term", name) for plan in spec.plans.values() for name in plan.finally_covers}
    named |= {("term", override.target) for override in spec.overrides.values()}
    for predicate in spec.predicates.values():
        idle = predicate.kind is PredicateKind.DEFINITION and not predicate.fills
        if idle and ("term", predicate.header.name) not in named:
            yield from _finding(spec, predicate.header)
    for discretion in spec.discretions.values():
        if ("discretion", discretion.header.name) not in named:
            yield from _finding(spec, discretion.header)
    types = [f.type for subject in spec.subjects.values() for f in subject.fields.values()]
    asked = {kind.enum for kind in types if isinstance(kind, EnumType | EnumSetType)}
    for enumeration in spec.enumerations.values():
        if enumeration.header.name not in asked:
            yield from _finding(spec, enumeration.header)


def _finding(spec: Specification, header: Header) -> Iterator[Diagnostic]:
    if not spec.own or header.span.file in spec.own:
        yield _unused(item_title(header), header.span)


def _unused(item: str, span: Span) -> Diagnostic:
    return Diagnostic(
        payload=codes.dead.UnusedItem(item=item), annotations=(Annotation(span=span),), anchor=item
    )


def _unused_placeholders(spec: Specification) -> Iterator[Diagnostic]:
    """One that stands for the words of a provision is its own use."""
    used = set(_pending(spec))
    for placeholder in spec.placeholders.values():
        own = not spec.own or placeholder.span.file in spec.own
        if own and placeholder.name not in used and not placeholder.provision:
            yield _unused(f"未確定「{placeholder.name}」", placeholder.span)


def _unused_events(spec: Specification) -> Iterator[Diagnostic]:
    """Events that nothing says anything of."""
    if not spec.procedures:
        return
    from regcheck.lint.events import idle_events  # most specifications have no 手続

    for procedure in spec.procedures.values():
        if not spec.own or procedure.header.span.file in spec.own:
            for event in idle_events(spec, procedure):
                yield _unused(f"{item_title(procedure.header)}の事象「{event.name}」", event.span)


def _pending(spec: Specification) -> Iterator[str]:
    for instrument in spec.instruments.values():
        yield from instrument.pending
        yield from (citation.pending for citation in instrument.basis)
    for header in headers_of(spec):
        yield from header.pending
        yield from (citation.pending for citation in header.sources)
    for plan in spec.plans.values():
        yield from (stage.start for stage in plan.stages if isinstance(stage.start, str))
    for appellation in spec.appellations.values():
        for borne in appellation.names:
            yield from (day for day in (borne.since, borne.until) if isinstance(day, str))
    for procedure in spec.procedures.values():
        for rule in procedure.rules.values():
            yield from rule.header.pending
            yield from (citation.pending for citation in rule.header.sources)


def headers_of(spec: Specification) -> Iterator[Header]:
    """The headers of all items that have one."""
    for group in (
        spec.instruments, spec.enumerations, spec.subjects, spec.discretions, spec.assumptions,
        spec.predicates, spec.overrides, spec.tables, spec.plans, spec.delegations, spec.properties,
        spec.scenarios, spec.fact_tables, spec.figure_checks, spec.procedures, spec.appellations,
    ):  # fmt: skip
        yield from (item.header for item in group.values())


def _formulas(spec: Specification) -> Iterator[Formula]:
    """Every formula of every item."""
    for assumption in spec.assumptions.values():
        yield assumption.body
    for predicate in spec.predicates.values():
        yield predicate.body
    for override in spec.overrides.values():
        yield override.condition
    for plan in spec.plans.values():
        yield from (stage.body for stage in plan.stages)
    for prop in spec.properties.values():
        yield from prop.members
        yield from (whole for whole in (prop.whole,) if whole is not None)
    for scenario in spec.scenarios.values():
        yield from (expectation.formula for expectation in scenario.expectations)
    for procedure in spec.procedures.values():
        for rule in procedure.rules.values():
            yield from (rule.when, *rule.exceptions)
    for limit in (
        *(table.within for table in spec.tables.values()),
        *(delegation.limit for delegation in spec.delegations.values()),
    ):
        yield from (limit,) if limit is not None else ()
    yield from _claimed(spec)


def _claimed(spec: Specification) -> Iterator[Formula]:
    for check in spec.figure_checks.values():
        for claim in check.claims:
            match claim:
                case FigureClaim(selection=selection):
                    yield from (selection.where,) if selection.where is not None else ()
                case EveryRowClaim(selection=selection, condition=condition):
                    yield from (selection.where,) if selection.where is not None else ()
                    yield condition
                case GroupsWithoutClaim(condition=condition):
                    yield condition
