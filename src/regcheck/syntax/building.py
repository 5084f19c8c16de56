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
        values[-1] = Node(kind, [part], part.start, part.end)

    return build


@cache
def _of_nothing(kind: str) -> Build:
    def build(values: Values) -> None:
        values.append(node(kind, []) if kind else [])

    return build


@cache
def _of_parts(kind: str, kept: tuple[bool, ...], is_thin: bool) -> Build:
    first = -len(kept)
    is_first_spliced, others = kept[0], tuple(enumerate(kept[1:], start=first + 1))

    def build(values: Values) -> None:
        # a list that grows on its left is handed on, never copied
        parts: list[Part] = values[first] if is_first_spliced else [values[first]]
        for place, is_spliced in others:
            if is_spliced:
                parts += values[place]
            else:
                parts.append(values[place])
        if others:
            del values[first + 1 :]
        values[-1] = parts if not kind else parts[0] if is_thin and len(parts) == 1 else node(kind, parts)

    return build
