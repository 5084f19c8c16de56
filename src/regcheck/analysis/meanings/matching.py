"""Which item of one version is which of the other.

Owns: the pairs of items, by name first; then, of those whose name the other version does not have, by 条項, and by the
委任 that they fill.
Refuses to know: what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Protocol, TypeVar

from regcheck.model.specification import Header, Predicate


class Headed(Protocol):
    """Any item."""

    @property
    def header(self) -> Header: ...

    @property
    def subject(self) -> str: ...


H = TypeVar("H", bound=Headed)

IsOwn = Callable[[Headed], bool]


def matched(
    earlier: Mapping[str, H], later: Mapping[str, H], is_own: tuple[IsOwn, IsOwn]
) -> Iterator[tuple[H | None, H | None]]:
    """The items of the later version, each beside that of the earlier one, then what the later one does not have.

    Only what is checked in one version at least.
    """
    called = former_names(earlier, later)
    for name, item in later.items():
        before = earlier.get(called.get(name, name))
        if is_own[1](item) or (before is not None and is_own[0](before)):
            yield before, item
    for name, item in earlier.items():
        if name not in later and name not in called.values() and is_own[0](item):
            yield item, None


def former_names(earlier: Mapping[str, H], later: Mapping[str, H]) -> dict[str, str]:
    """The former names of items: of one that alone stands where another stood, or alone fills what it filled."""
    gone = {name: item for name, item in earlier.items() if name not in later}
    news = {name: item for name, item in later.items() if name not in earlier}
    found = dict[str, str]()
    for places in (_provisions, _fills):
        for name, item in news.items():
            olds = [n for n, old in gone.items() if _are_alike(old, item, places)]
            if len(olds) == 1 and sum(_are_alike(gone[olds[0]], new, places) for new in news.values()) == 1:
                found.setdefault(name, olds[0])
        gone = {name: item for name, item in gone.items() if name not in found.values()}
        news = {name: item for name, item in news.items() if name not in found}
    return found


def _are_alike(old: Headed, new: Headed, places: Callable[[Headed], frozenset[str]]) -> bool:
    """Both are of one kind, about one 対象, and share a place."""
    kinds = (old.header.keyword, old.subject) == (new.header.keyword, new.subject)
    return kinds and bool(places(old) & places(new))


def _provisions(item: Headed) -> frozenset[str]:
    return frozenset(item.header.provision)


def _fills(item: Headed) -> frozenset[str]:
    return frozenset(item.fills) if isinstance(item, Predicate) else frozenset()
