"""Who does the work of deciding and recording.

Owns: the shape of the work on one specification, and that one process does it alone.
Refuses to know: how an obligation is decided or recorded, other processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from regcheck.proof.decide import Decided, Progress
from regcheck.proof.obligation import Obligation

T = TypeVar("T")


Record = Callable[[Sequence[Decided]], Sequence[tuple[Decided, T]]]
"""Makes records: each decided obligation as it stands then, and what is written down of it."""


class Recording(Generic[T]):
    """Records that are wanted of decided obligations. Some are made where an obligation was decided: it need not be put
    into terms twice."""

    def __init__(self, make: Record[T]) -> None:
        self.make = make
        self._made: dict[str, tuple[Decided, tuple[Decided, T]]] = {}

    def note(self, decided: Decided, made: tuple[Decided, T]) -> None:
        """The record of an obligation that was decided so."""
        self._made[decided.obligation.id] = decided, made

    def of(self, decided: Sequence[Decided], hands: Hands) -> list[tuple[Decided, T]]:
        """Each as it stands when it is recorded, and its record, in the given order."""
        left = [one for one in decided if not self._is_made(one)]
        rest = iter(hands.record(left, self.make) if left else ())
        return [self._made[one.obligation.id][1] if self._is_made(one) else next(rest) for one in decided]

    def _is_made(self, one: Decided) -> bool:
        """Whether there is a record of just this: what was decided in another way since is recorded again."""
        known = self._made.get(one.obligation.id)
        return known is not None and known[0] is one


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
        recording: Recording[T] | None = None,
    ) -> Iterator[Decided]:
        """Every obligation decided, in the given order; some records may be made on the way."""
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
        recording: Recording[T] | None = None,  # noqa: ARG002
    ) -> Iterator[Decided]:
        return work(owed, standing=standing, progress=progress)

    def record(self, decided: Sequence[Decided], record: Record[T]) -> Sequence[tuple[Decided, T]]:
        return record(decided)


ALONE = Alone()
