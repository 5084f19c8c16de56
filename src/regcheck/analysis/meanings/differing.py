"""Which items can have changed in meaning at all: those whose text differs, or that rest on one whose text does.

Owns: what an item means by its text alone, without where it stands, who cites it and since when.
Refuses to know: the solver.

What is left is the same word for word through everything that it names, and is the same by identity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from regcheck.analysis.meanings.names import Item, items_in
from regcheck.frozen import replace
from regcheck.model.procedures import Procedure
from regcheck.model.specification import Header, Override, Specification
from regcheck.proof.asking import overrides_of

KINDS = ("predicates", "tables", "plans", "procedures")
"""The items that others can name."""

_NOBODY = Header(name="")


def differing(earlier: Specification, later: Specification) -> frozenset[Item]:
    """The items of either version that the other does not have with the same meaning by identity."""
    texts = {item: content(earlier, item) for item in items_of(earlier)}
    others = {item: content(later, item) for item in items_of(later)}
    found = {item for item in (*texts, *others) if texts.get(item) != others.get(item)}
    return frozenset(_with_users(found, {**texts, **others}))


def _with_users(found: set[Item], texts: Mapping[Item, object]) -> Iterable[Item]:
    """Of an item that is alike in both versions either text says what it rests on."""
    users = dict[Item, list[Item]]()
    for item, text in texts.items():
        for named in items_in(text):
            users.setdefault(named, []).append(item)
    waiting = list(found)
    while waiting:
        for user in users.get(waiting.pop(), ()):
            if user not in found:
                found.add(user)
                waiting.append(user)
    return found


def items_of(spec: Specification) -> list[Item]:
    """Every item that others can name."""
    return [(kind, name) for kind in KINDS for name in getattr(spec, kind)]


def content(spec: Specification, item: Item) -> tuple[object, ...]:
    """What the text of an item says."""
    kind, name = item
    match kind:
        case "predicates":
            predicate = spec.predicates[name]
            return predicate.subject, predicate.body, _overrides(spec, name)
        case "plans":
            return spec.plans[name].subject, spec.plans[name].stages
        case "tables":
            return (replace(spec.tables[name], header=_NOBODY, complete=False),)
        case _:
            return (_bare(spec.procedures[name]),)


def _overrides(spec: Specification, name: str) -> tuple[Override, ...]:
    """The 特例 on a term, whose names matter only to each other."""
    found = sorted(overrides_of(spec, name), key=lambda one: one.header.name)
    return tuple(replace(one, header=Header(name=one.header.name)) for one in found)


def _bare(procedure: Procedure) -> Procedure:
    rules = {name: replace(rule, header=_NOBODY, penalty=None) for name, rule in procedure.rules.items()}
    return replace(procedure, header=_NOBODY, rules=rules, applied=())
