"""What becomes of the parts of a rule when all of it has been seen.

Owns: the functions that replace the values of the parts by the value of the rule.
Refuses to know: states, words, when a rule is applied.

The value of a token that is kept is the token, of a rule its node, of a rule that is spliced the list of its children.
What is not kept has no value.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from regcheck.syntax.tables import Rule
from regcheck.syntax.tree import Node, Part, node

Values = list[Any]
Build = Callable[[Values], None]


def add(builds: list[Build], rule: Rule) -> None:
    """Adds what a rule does to what the rules before it have done to its last part."""
    kept = rule.kept
    if len(kept) != 1:
        builds.append(_of_parts(rule.kind, kept, rule.is_thin) if kept else _of_nothing(rule.kind))
    elif not kept[0]:
        if not rule.kind:
            builds.append(_listed)
        elif not rule.is_thin:
            builds.append(_around(rule.kind))
    elif rule.kind:
        if builds and builds[-1] is _listed:
            builds.pop()  # a list of one that is spliced at once is never made
            if not rule.is_thin:
                builds.append(_around(rule.kind))
        else:
            builds.append(_of_parts(rule.kind, kept, rule.is_thin))


def _listed(values: Values) -> None:
    values[-1] = [values[-1]]


@cache
def _around(kind: str) -> Build:
    def build(values: Values) -> None:
        part: Part = values[-1]
        values[-1] = Node(kind, (part,), part.start, part.end)

    return build


@cache
def _of_nothing(kind: str) -> Build:
    def build(values: Values) -> None:
        values.append(node(kind, []) if kind else [])

    return build


def _of_parts(kind: str, kept: tuple[bool, ...], is_thin: bool) -> Build:
    match kept:
        case (True,):
            return _of_list(kind, is_thin)
        case (False, False) if kind and not is_thin:
            return _of_two(kind)
        case (True, False) if not is_thin:
            return _of_longer(kind)
        case _:
            return _of_many(kind, kept, is_thin)


@cache
def _of_list(kind: str, is_thin: bool) -> Build:
    def build(values: Values) -> None:
        parts: list[Part] = values[-1]
        values[-1] = parts[0] if is_thin and len(parts) == 1 else node(kind, parts)

    return build


@cache
def _of_two(kind: str) -> Build:
    def build(values: Values) -> None:
        last: Part = values.pop()
        values[-1] = node(kind, (values[-1], last))

    return build


@cache
def _of_longer(kind: str) -> Build:
    def build(values: Values) -> None:
        last: Part = values.pop()
        values[-1].append(last)  # a list that grows on its left is handed on, never copied
        if kind:
            values[-1] = node(kind, values[-1])

    return build


@cache
def _of_many(kind: str, kept: tuple[bool, ...], is_thin: bool) -> Build:
    places = tuple(zip(range(-len(kept), 0), kept, strict=True))
    behind = 1 - len(kept)

    def build(values: Values) -> None:
        parts: list[Part] = []
        for place, is_spliced in places:
            if not is_spliced:
                parts.append(values[place])
            elif parts:
                parts += values[place]
            else:
                parts = values[place]
        del values[behind:]
        values[-1] = parts if not kind else parts[0] if is_thin and len(parts) == 1 else node(kind, parts)

    return build
