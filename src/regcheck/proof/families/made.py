"""What families make of an item, made once while the item is the very same.

Owns: taking over what was made for an earlier specification, and when that can be done.
Refuses to know: what is made, who keeps it.

What is made of an item is a function of the item, of the others that are named with it, and of the words for its
facts. An item that was not built again is the same object; so nothing is compared but identity. The words depend on
対象, 手続 and 裁量: where these have changed, nothing is taken over.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from operator import is_
from typing import Any, TypeVar

from regcheck.model.specification import Specification

T = TypeVar("T")

Key = tuple[Hashable, ...]
_Known = dict[Key, tuple[tuple[object, ...], Any]]


class Made:
    """What is made for one specification; `before` is what was made for an earlier one.

    `spec` is to be asked for words only: it is the first specification of those that have the same.
    """

    def __init__(self, spec: Specification, before: Made | None = None) -> None:
        self.spec: Specification = spec
        self._before: _Known = {}
        self._now: _Known = {}
        if before is not None and _have_the_same_words(before.spec, spec):
            self.spec, self._before = before.spec, before._now

    def of(self, key: Key, items: tuple[object, ...], make: Callable[[], T]) -> T:
        """What `make` gives, which is a function of the items; what is not asked for again is forgotten."""
        known = self._now.get(key) or self._before.get(key)
        if known is None or not _are_the_same(known[0], items):
            known = items, make()
        self._now[key] = known
        made: T = known[1]
        return made


def _are_the_same(some: tuple[object, ...], others: tuple[object, ...]) -> bool:
    return len(some) == len(others) and all(map(is_, some, others))


def _have_the_same_words(one: Specification, other: Specification) -> bool:
    return (one.subjects, one.procedures, one.discretions) == (
        other.subjects,
        other.procedures,
        other.discretions,
    )
