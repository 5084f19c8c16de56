"""Going through syntax trees without knowing their nodes.

Owns: every node of a tree, the names that a tree mentions, a tree with other names.
Refuses to know: what any node means.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from typing import TypeVar, cast

from regcheck.frozen import Frozen, replace
from regcheck.source.span import Span
from regcheck.syntax import ast

T = TypeVar("T")

JOINT = "の"

_PLAIN: frozenset[type] = frozenset((Span, str, bool, int, type(None)))
"""What is in nodes and has no nodes in it: most of it."""


def nodes(tree: object) -> Iterator[Frozen]:
    """The tree and every node inside it, outermost first; places are none."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, tuple):
            waiting += reversed(node)
        elif type(node) not in _PLAIN and isinstance(node, Frozen):
            yield node
            waiting += [getattr(node, name) for name in reversed(node.__struct_fields__)]


def mentioned(tree: object) -> frozenset[str]:
    """Every name in a tree, and every run of steps of a path that could be one name (届出, 届出の日, 日)."""
    found = set[str]()
    for node in nodes(tree):
        if isinstance(node, ast.Name):
            found.add(node.text)
        elif isinstance(node, ast.PathName):
            found.update(_runs([step.text for step in node.steps]))
    return frozenset(found)


def _runs(steps: list[str]) -> Iterator[str]:
    for start in range(len(steps)):
        for end in range(start + 1, len(steps) + 1):
            yield JOINT.join(steps[start:end])


def reread(tree: T, names: Mapping[str, str], known: Container[str]) -> T:
    """The tree with names read for others. In a path the longest run of steps that is `known` is one name."""
    return cast("T", _reread(tree, names, known))


def _reread(tree: object, names: Mapping[str, str], known: Container[str]) -> object:
    if type(tree) in _PLAIN:
        return tree
    if isinstance(tree, tuple):
        return tuple(_reread(each, names, known) for each in tree)
    if isinstance(tree, ast.Name):
        return replace(tree, text=names[tree.text]) if tree.text in names else tree
    if isinstance(tree, ast.PathName):
        return replace(tree, steps=tuple(_steps(tree.steps, names, known)))
    if isinstance(tree, Frozen):
        changed = {name: _reread(getattr(tree, name), names, known) for name in tree.__struct_fields__}
        return replace(tree, **changed)
    return tree


def _steps(
    steps: tuple[ast.Name, ...], names: Mapping[str, str], known: Container[str]
) -> Iterator[ast.Name]:
    while steps:
        count = next((n for n in range(len(steps), 0, -1) if _joined(steps[:n]) in known), 1)
        name = _joined(steps[:count])
        yield from (replace(steps[0], text=names[name]),) if name in names else steps[:count]
        steps = steps[count:]


def _joined(steps: tuple[ast.Name, ...]) -> str:
    return JOINT.join(step.text for step in steps)
