"""The tree that the machine makes: rules and words, before they mean anything.

Owns: nodes and words with their places.
Refuses to know: the grammar, what becomes of a tree.

Places count from the beginning of the item.
"""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.frozen import Mutable

NOTHING = -1
"""The start and end of a node that keeps no word."""


class Token(Mutable, gc=False):
    """A word of the text, as the user wrote it; `kind` is its terminal."""

    kind: str
    text: str
    start: int
    end: int


class Node(Mutable, gc=False):
    """What a rule matched: its words and nodes, from the first of them to the last."""

    kind: str
    children: Sequence[Node | Token]
    start: int
    end: int


Part = Node | Token


def node(kind: str, children: Sequence[Part]) -> Node:
    """A node from the first to the last word that its children keep."""
    if children and children[0].start >= 0 <= children[-1].end:
        return Node(kind, children, children[0].start, children[-1].end)
    placed = [part for part in children if part.start != NOTHING]
    if not placed:
        return Node(kind, children, NOTHING, NOTHING)
    return Node(kind, children, placed[0].start, placed[-1].end)
