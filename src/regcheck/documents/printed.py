"""Everything of a specification that is printed as law, in words.

Owns: which items are printed as provisions, and the refusals.
Refuses to know: how words are made, whether they say the same, layout.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.documents.provision import Provision
from regcheck.documents.to_statutory import (
    TableWords,
    Unprintable,
    assumption_words,
    plan_words,
    predicate_words,
    table_words,
)
from regcheck.frozen import Frozen, field
from regcheck.model.provisions import item_title
from regcheck.model.specification import (
    Assumption,
    DecisionTable,
    Header,
    Predicate,
    Specification,
    StagePlan,
)


class Printed(Frozen):
    """The words of every item, by name, and what could not be put into words."""

    predicates: Mapping[str, Provision] = field(default_factory=dict)
    plans: Mapping[str, Provision] = field(default_factory=dict)
    assumptions: Mapping[str, Provision] = field(default_factory=dict)
    tables: Mapping[str, TableWords] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


Made = TypeVar("Made", Provision, TableWords)
Thing = TypeVar("Thing", Predicate, StagePlan, Assumption, DecisionTable)


def print_specification(spec: Specification) -> Printed:
    """The words of all own items; an item without words is left out and reported."""
    refused: list[Diagnostic] = []

    def each(items: Iterable[Thing], words: Callable[[Specification, Thing], Made]) -> dict[str, Made]:
        found: dict[str, Made] = {}
        for item in items:
            if not is_own(spec, item.header):
                continue
            try:
                found[item.header.name] = words(spec, item)
            except Unprintable as error:
                refused.append(_refusal(item.header, error))
        return found

    return Printed(
        predicates=each(spec.predicates.values(), predicate_words),
        plans=each(spec.plans.values(), plan_words),
        assumptions=each((a for a in spec.assumptions.values() if not a.carried), assumption_words),
        tables=each(spec.tables.values(), table_words),
        diagnostics=tuple(refused),
    )


def is_own(spec: Specification, header: Header) -> bool:
    """Whether the item is of this specification, not brought in by 利用."""
    return not spec.own or header.span.file in spec.own


def _refusal(header: Header, error: Unprintable) -> Diagnostic:
    title = item_title(header)
    return Diagnostic(
        payload=codes.documents.NoStatutoryForm(item=title, why=error.refusal, words=error.words),
        annotations=(Annotation(span=header.span),),
        anchor=title,
    )
