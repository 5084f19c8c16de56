"""Making something before it is wanted.

Owns: a thread that makes one thing, and that it is over when its block is left.
Refuses to know: what is made.

Worth it for work that lets other threads run: loading a library, setting up a solver.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from types import TracebackType
from typing import Generic, TypeVar

T = TypeVar("T")


class Ahead(Generic[T]):
    """`with Ahead(make) as ahead:` makes it meanwhile; `ahead.take()` waits for it and gives it away."""

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._thread = Thread(target=self._run, daemon=True)

    def _run(self) -> None:
        try:
            self._made = self._make()
        except Exception:  # whoever wants it makes it again, and hears why that fails
            self._made = None

    def __enter__(self) -> Ahead[T]:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._thread.join()

    def take(self) -> T | None:
        """What was made, once; None from then on, and if it could not be made."""
        self._thread.join()
        made, self._made = self._made, None
        return made
