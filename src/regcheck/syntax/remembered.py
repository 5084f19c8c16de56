"""Items that have been read, for a process that reads a text again after an edit.

Owns: which items need not be read again, and how many are kept.
Refuses to know: how an item is read; diagnostics (a broken item is read each time).

An item is a function of its text, its comments and its place. Where it stood, it is the same item. If it has moved, its
tree holds, for a tree counts from the beginning of its item; trees are kept only of items that have moved, as they will
move again: a command that reads every text once keeps nothing but what it needs anyway.
"""

from __future__ import annotations

from functools import cache

from regcheck.frozen import Frozen
from regcheck.syntax import ast
from regcheck.syntax.from_tree import item_from_tree
from regcheck.syntax.from_tree.reading import Reading
from regcheck.syntax.grammar import language
from regcheck.syntax.machine import read
from regcheck.syntax.tree import Node

MOST = 400_000
"""Signs of all texts that are remembered; a tree takes about a hundred bytes for each."""

_Where = tuple[str, int, tuple[tuple[int, tuple[str, ...]], ...]]
"""File, beginning and comments."""


class Known(Frozen, kw_only=False):
    """What a text was read as where it stood last."""

    where: _Where
    item: ast.Item
    tree: Node | None


class Remembered(dict[str, Known]):
    """The last item of each text; emptied when it is full."""

    def __init__(self) -> None:
        self._signs = 0

    def item(self, reading: Reading, text: str, shape: str) -> ast.Item:
        """The item of a text; raises what the machine and from_tree raise."""
        comments = sorted((line, tuple(texts)) for line, texts in reading.comments.items())
        where = reading.file, reading.start, tuple(comments)
        known = self.get(text)
        if known is not None and known.where == where:
            return known.item
        tree = known.tree if known is not None and known.tree is not None else read(language(), text, shape)
        item = item_from_tree(reading, tree)
        self.keep(text, Known(where, item, None if known is None else tree))
        return item

    def keep(self, text: str, known: Known) -> None:
        """From now on the text is known as that."""
        if text not in self:
            self._signs += len(text)
        if self._signs > MOST:
            self.clear()
            self._signs = len(text)
        self[text] = known


@cache
def remembered() -> Remembered:
    """The items that this process has read."""
    return Remembered()
