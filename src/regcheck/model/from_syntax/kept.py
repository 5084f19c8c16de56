"""Items that were built before, for a process that builds a text again after an edit.

Owns: which items need not be built again, and how many are kept.
Refuses to know: how an item is built.

What is built of an item is a function of its tree and of what the other items promise. A tree that is the very same
(syntax/remembered.py gives it for an item that stays where it was) is the same item while the promises are the same.
They bear no places that an item takes over: equality would not see them. Kept is only what was built without a
finding: a broken item is built each time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import TypeVar, cast

from regcheck.frozen import Frozen, field, replace
from regcheck.model.from_syntax.findings import Findings
from regcheck.model.from_syntax.items import NamedItem
from regcheck.model.from_syntax.signatures import Signatures

I = TypeVar("I", bound=NamedItem)  # noqa: E741
M = TypeVar("M")

MOST = 5_000
"""Items that are kept; with its tree, one takes some thousand bytes."""


class Made(dict[int, tuple[NamedItem, object]]):
    """What was made of items, by the id of each, which is held so that no other gets its id."""

    def of(self, item: I, build: Callable[[I], M], findings: Findings) -> M:
        """What `build` makes of an item; raises what it raises."""
        before = self.get(id(item))
        if before is not None:
            return cast("M", before[1])
        told = len(findings.found)
        made = build(item)
        if len(findings.found) == told:
            self[id(item)] = item, made
        return made


class Kept(Frozen):
    """What was built under the same promises."""

    promised: Signatures
    headers: Made = field(default_factory=Made)
    bodies: Made = field(default_factory=Made)


def kept_under(signatures: Signatures) -> Kept:
    """What was built before under equal signatures. Of these, some are only told in findings."""
    promised = replace(signatures, kinds={}, absent=frozenset(), as_of=None)
    if count() > MOST:
        forget()
    found = next((one for one in _known() if one.promised == promised), None)
    if found is None:
        found = Kept(promised=promised)
        _known().append(found)
    return found


def count() -> int:
    """How many items are kept."""
    return sum(len(one.headers) for one in _known())


def forget() -> None:
    """Keep nothing of what was built so far."""
    _known().clear()


@cache
def _known() -> list[Kept]:
    return []
