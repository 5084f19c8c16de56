"""The words of a node, one by one in reading order, and the same node with other words.

Owns: which fields of which nodes hold words.
Refuses to know: why words are replaced.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar, cast

from regcheck.frozen import Frozen, replace
from regcheck.law.words import Words

T = TypeVar("T")

_WORDED: dict[str, tuple[str, ...]] = {
    "Sentence": ("words",),
    "Column": ("sentences",),
    "Item": ("title", "sentences", "columns", "table", "items", "blocks"),
    "Paragraph": ("caption", "label", "sentences", "items", "blocks"),
    "Article": ("caption", "title", "paragraphs", "note"),
    "Remarks": ("label", "sentences", "items"),
    "Framed": ("title", "before", "body", "after"),
    "Table": ("headings", "rows"),
    "Row": ("cells",),
    "Cell": ("content",),
}
"""The fields of a node that hold words, in the order in which they are read."""


def reworded(node: T, change: Callable[[Words], Words]) -> T:
    """The node with every Words in it replaced, in reading order."""
    return cast("T", _reworded(node, change))


def _reworded(node: object, change: Callable[[Words], Words]) -> object:
    if isinstance(node, Words):
        return change(node)
    if isinstance(node, tuple):
        return tuple(_reworded(part, change) for part in node)
    fields = _WORDED.get(type(node).__name__, ())
    if not fields:
        return node
    made = {name: _reworded(getattr(node, name), change) for name in fields}
    return replace(cast("Frozen", node), **made)


def words_of(node: object) -> list[Words]:
    """Every Words of a node in reading order, empty ones too."""
    found: list[Words] = []

    def keep(words: Words) -> Words:
        found.append(words)
        return words

    reworded(node, keep)
    return found


def with_words(node: T, words: list[Words]) -> T:
    """The node with these words in place of those that words_of gives."""
    given = iter(words)
    return reworded(node, lambda _: next(given))
