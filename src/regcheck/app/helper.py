"""A copy of this process with the counts of what it remembered.

Owns: that what a copy was asked for counts as if this process had been.
Refuses to know: what a copy makes, where answers are remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from regcheck.app.forks import Copy

T = TypeVar("T")


class Counting(Protocol):
    """A memory that counts what it was asked for, and what of that it had."""

    asked: int
    found: int

    def hold(self) -> None:
        """Tell nothing that is put from now on."""
        ...

    def release(self) -> None:
        """Tell everything again."""
        ...


class Helper(Generic[T]):
    """A copy of this process that makes some things."""

    def __init__(self, make: Callable[[], Iterable[T]], memory: Counting | None) -> None:
        self._make, self._memory = make, memory
        self._left = False
        self._copy = Copy(self._made)

    @property
    def has_begun(self) -> bool:
        """Whether the system gave a process."""
        return self._copy.has_begun

    def wait(self) -> bool:
        """Wait for the end; whether all was made."""
        return self._copy.wait()

    def brought(self) -> list[T]:
        """What it has made since this was last asked for."""
        return self._counted(self._copy.brought())

    def leave(self) -> list[T]:
        """What it made since it was last asked, up to now if it has not ended; nothing the second time."""
        if self._left:
            return []
        self._left = True
        return self._counted(self._copy.leave())

    def _counted(self, brought: list[tuple[T, int, int]]) -> list[T]:
        if self._memory is not None:
            self._memory.asked += sum(asked for _, asked, _ in brought)
            self._memory.found += sum(found for _, _, found in brought)
        return [one for one, _, _ in brought]

    def _made(self) -> Iterator[tuple[T, int, int]]:
        asked, found = self._counts()
        for one in self._make():
            more, had = self._counts()
            yield one, more - asked, had - found
            asked, found = more, had

    def _counts(self) -> tuple[int, int]:
        return (0, 0) if self._memory is None else (self._memory.asked, self._memory.found)
