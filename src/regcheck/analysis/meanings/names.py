"""The items that a piece of a specification names, and the same piece under other names.

Owns: which nodes hold the name of an item whose meaning versions may differ in; reading and replacing it anywhere.
Refuses to know: why names are replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from fractions import Fraction
from typing import Any, TypeVar, cast

from regcheck.frozen import Frozen, replace
from regcheck.model.formula import Applies, Breaches, Lawful, OutcomeIs, Path, StageApplies
from regcheck.source.span import Span

T = TypeVar("T")

Item = tuple[str, str]
"""The field of a Specification and the name in it."""

_NAMING: dict[type, tuple[str, str]] = {
    Applies: ("predicates", "term"),
    StageApplies: ("plans", "plan"),
    OutcomeIs: ("tables", "table"),
    Breaches: ("procedures", "procedure"),
    Lawful: ("procedures", "procedure"),
}
"""The nodes that name an item, with the field of the node that holds the name."""

_BARE = (str, bool, int, type(None), date, Fraction, Enum, Span)


def items_in(node: Any) -> Iterator[Item]:
    """The items named in a node, however deep."""
    for inner in _nodes(node):
        if type(inner) in _NAMING:
            kind, field = _NAMING[type(inner)]
            yield kind, getattr(inner, field)


def steps_in(node: Any) -> Iterator[str]:
    """The facts named in a node, however deep, whatever 対象 they are of."""
    for inner in _nodes(node):
        if isinstance(inner, Path):
            yield from inner.steps


def _nodes(node: Any) -> Iterator[Frozen]:
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, _BARE):
            continue
        if isinstance(inner, Frozen):
            yield inner
            waiting += [getattr(inner, field) for field in inner.__struct_fields__]
        elif isinstance(inner, Mapping):
            waiting += inner.values()
        elif isinstance(inner, tuple):
            waiting += inner


def renamed(node: T, names: Mapping[Item, str]) -> T:
    """The node with other names for some items; what names none of them stays the very same object."""
    return cast("T", _renamed(node, names))


def _renamed(node: Any, names: Mapping[Item, str]) -> Any:
    if isinstance(node, _BARE):
        return node
    if isinstance(node, Frozen):
        fields = {field: getattr(node, field) for field in node.__struct_fields__}
        changes = {f: new for f, old in fields.items() if (new := _renamed(old, names)) is not old}
        if type(node) in _NAMING:
            kind, field = _NAMING[type(node)]
            if (kind, fields[field]) in names:
                changes[field] = names[kind, fields[field]]
        return replace(node, **changes) if changes else node
    if isinstance(node, Mapping):
        values = {key: _renamed(value, names) for key, value in node.items()}
        return values if any(values[key] is not node[key] for key in node) else node
    if isinstance(node, tuple):
        members = tuple(_renamed(member, names) for member in node)
        return members if any(a is not b for a, b in zip(members, node, strict=True)) else node
    return node
