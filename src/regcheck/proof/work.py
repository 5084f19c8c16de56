"""Who does the work of deciding and recording.

Owns: the shape of the work on one specification, and that one process does it alone.
Refuses to know: how an obligation is decided or recorded, other processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol, TypeVar

from regcheck.proof.decide import Decided, Progress
from regcheck.proof.obligation import Obligation

T = TypeVar("T")


Record = Callable[[Sequence[Decided]], Sequence[tuple[Decided, T]]]
"""Makes records: each decided obligation as it stands then, and what is written down of it."""


class Work(Protocol):
    """Deciding some obligations of one specification; those that stand already are not asked."""

    def __call__(
        self,
        owed: Sequence[Obligation],
        *,
        standing: Mapping[str, Decided],
        progress: Progress | None = None,
    ) -> Iterator[Decided]:
        """Each decided, in the given order."""
        ...


class Hands(Protocol):
    """Who has the work done, however it is divided: the outcome is that of one process."""

    def decide(
        self,
        owed: Sequence[Obligation],
        standing: Mapping[str, Decided],
        progress: Progress | None,
        work: Work,
    ) -> Iterator[Decided]:
        """Every obligation decided, in the given order."""
        ...

    def record(self, decided: Sequence[Decided], record: Record[T]) -> Sequence[tuple[Decided, T]]:
        """Each as it stands when it is recorded, and its record, in the given order."""
        ...


class Alone:
    """This process."""

    def decide(
        self,
        owed: Sequence[Obligation],
        standing: Mapping[str, Decided],
        progress: Progress | None,
        work: Work,
    ) -> Iterator[Decided]:
        return work(owed, standing=standing, progress=progress)

    def record(self, decided: Sequence[Decided], record: Record[T]) -> Sequence[tuple[Decided, T]]:
        return record(decided)


ALONE = Alone()
