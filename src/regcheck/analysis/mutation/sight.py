"""Who can see a slip.

Owns: which formulas and questions reach an item, through definitions, 特例, stages, tables and 前提.
Refuses to know: what the slip is, whether it makes a difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.frozen import Frozen
from regcheck.model.formula import Formula
from regcheck.model.references import mentions, rule_key
from regcheck.model.specification import Specification
from regcheck.model.types import ListType, ReferenceType, Type
from regcheck.proof.question import Question
from regcheck.syntax import ast

Key = tuple[str, str]
"""(namespace, name) of an item: term, plan, table, or one that no formula names."""


def key_of(item: ast.Item) -> Key:
    """What formulas call the item; a 特例 is seen where the term is that it overrides."""
    match item:
        case ast.OverrideItem(target=target):
            return "term", target.text
        case ast.PredicateItem(name=name):
            return "term", name.text
        case ast.StageItem(name=name):
            return "plan", name.text
        case ast.TableItem(name=name):
            return "table", name.text
        case ast.AssumptionItem(name=name):
            return "assumption", name.text
        case ast.DelegationItem(name=name):
            return "delegation", name.text
        case _:
            raise TypeError(item)


class Sight(Frozen):
    """`items` reach what was changed; under a 前提 that does, everything on its 対象 may come out otherwise."""

    items: frozenset[Key]
    premises: frozenset[str]
    """The 前提 that reach it, by name."""
    subjects: frozenset[str]
    """The 対象 whose records are, or contain, one that such a 前提 is about."""

    def formula(self, formula: Formula) -> bool:
        return not self.items.isdisjoint(mentions(formula))

    def question(self, question: Question) -> bool:
        if question.assume and question.subject in self.subjects:
            return True
        return any(self.formula(part.formula) for part in question.parts)


def sight_of(spec: Specification, key: Key) -> Sight:
    """Everything of a specification that can see an item."""
    items = _reaching(spec, key)
    premises = [
        a
        for name, a in spec.assumptions.items()
        if ("assumption", name) == key or not items.isdisjoint(mentions(a.body))
    ]
    return Sight(
        items=items,
        premises=frozenset(a.header.name for a in premises),
        subjects=_containing(spec, {a.subject for a in premises}),
    )


def _reaching(spec: Specification, key: Key) -> frozenset[Key]:
    named = {item: {m for f in formulas for m in mentions(f)} for item, formulas in _texts(spec)}
    found = {key}
    while more := {item for item, names in named.items() if item not in found and names & found}:
        found |= more
    return frozenset(found)


def _texts(spec: Specification) -> Iterator[tuple[Key, list[Formula]]]:
    """The formulas that decide each named item."""
    for name, predicate in spec.predicates.items():
        conditions = [o.condition for o in spec.overrides.values() if o.target == name]
        yield ("term", name), [predicate.body, *conditions]
    for name, plan in spec.plans.items():
        yield ("plan", name), [stage.body for stage in plan.stages]
    for name, table in spec.tables.items():
        yield ("table", name), [table.within] if table.within is not None else []
    for name, procedure in spec.procedures.items():
        rules = {rule.name: [rule.when, *rule.exceptions] for rule in procedure.rules.values()}
        yield ("procedure", name), [formula for formulas in rules.values() for formula in formulas]
        for rule, formulas in rules.items():
            yield ("rule", rule_key(name, rule)), formulas


def _containing(spec: Specification, subjects: Iterable[str]) -> frozenset[str]:
    """The 対象 and all whose records hold one of them, directly or through others."""
    inside = {
        name: {s for f in subject.fields.values() for s in _subject_of(f.type)}
        for name, subject in spec.subjects.items()
    }
    found = set(subjects)
    while more := {name for name, held in inside.items() if name not in found and held & found}:
        found |= more
    return frozenset(found)


def _subject_of(kind: Type) -> Iterator[str]:
    if isinstance(kind, ReferenceType | ListType):
        yield kind.subject
