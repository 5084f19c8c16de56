"""Making something before it is wanted.

Owns: a thread that makes one thing, that it need not wait long for its turns, and that it is over when its block is
left.
Refuses to know: what is made.

Worth it for work that lets other threads run: loading a library, setting up a solver. After each such piece of work
the thread needs the interpreter again, for a moment, which another thread that computes gives away only when its turn
is over.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from threading import Thread
from types import TracebackType
from typing import Generic, TypeVar

_TURN = 0.0005
"""Seconds for which one thread computes while another one waits: a tenth of the ordinary."""

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
        self._ordinary = sys.getswitchinterval()
        sys.setswitchinterval(_TURN)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._finish()

    def take(self) -> T | None:
        """What was made, once; None from then on, and if it could not be made."""
        self._finish()
        made, self._made = self._made, None
        return made

    def _finish(self) -> None:
        self._thread.join()
        sys.setswitchinterval(self._ordinary)
