"""Copies of this process that work at the same time.

Owns: tickets that copies share, what a copy brings back, how it ends.
Refuses to know: what is done.

A copy finds everything where it was, so nothing is sent to it. What it brings back lies in memory that both see, and
is good up to the last thing that was written whole.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterable
from contextlib import suppress
from io import BytesIO
from typing import Generic, NoReturn, TypeVar

T = TypeVar("T")

MOST = 4
"""Processes that are worth it: what comes before and after is done by one."""


def processors() -> int:
    """How many processes are worth it on this machine."""
    return min(MOST, len(os.sched_getaffinity(0))) if sys.platform == "linux" else 1


def has_copies() -> bool:
    """Whether processes can be copied here."""
    return sys.platform == "linux"


def can_fork() -> bool:
    """Whether this process may be copied just now: no other thread may be missing in the copy."""
    return has_copies() and threading.active_count() == 1


class Tickets:
    """So many tickets, each of which one process gets."""

    def __init__(self, count: int) -> None:
        self._ends = [_loaded() for _ in range(count)]

    def __len__(self) -> int:
        return len(self._ends)

    def take(self, place: int) -> bool:
        """Whether nobody had it."""
        return bool(os.read(self._ends[place], 1))

    def close(self) -> None:
        """Nobody takes one any more."""
        for end in self._ends:
            os.close(end)


def _loaded() -> int:
    """The end of a pipe from which one byte can be read once."""
    taking, putting = os.pipe()
    os.write(putting, b"!")
    os.close(putting)
    return taking


class Copy(Generic[T]):
    """A copy of this process that makes some things and ends. Where the system gives no process, it has failed."""

    def __init__(self, make: Callable[[], Iterable[T]]) -> None:
        import pickle  # noqa: F401  # loaded here, it is there for both

        self._brought = os.memfd_create("regcheck")
        self._seen = 0
        self._ending, saying = os.pipe()
        self._has_made_all: bool | None = None
        self._process: int | None = None
        try:
            self._process = os.fork()
        except OSError:
            self._has_made_all = False
        if self._process == 0:
            self._be(make, saying)
        os.close(saying)

    def _be(self, make: Callable[[], Iterable[T]], saying: int) -> NoReturn:
        """The life of the copy. Ctrl-C reaches every process of a terminal; the one that prints decides about it.
        What goes wrong here goes wrong there too, and is told there."""
        import pickle
        import signal

        try:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            with open(self._brought, "wb", closefd=False) as file:
                for one in make():
                    pickle.dump(one, file)
                    file.flush()  # whatever comes next may be the end
            os.write(saying, b"!")
        finally:
            os._exit(0)

    @property
    def has_begun(self) -> bool:
        """Whether the system gave a process."""
        return self._process is not None

    def wait(self) -> bool:
        """Wait until it has made everything or has ended; whether all was made."""
        if self._has_made_all is None:
            self._has_made_all = bool(os.read(self._ending, 1))
        return self._has_made_all

    def brought(self) -> list[T]:
        """What it has made since this was last asked for."""
        import pickle

        written = os.fstat(self._brought).st_size - self._seen
        # The place in the file is the copy's: where it stands, it goes on writing.
        file = BytesIO(os.pread(self._brought, written, self._seen))
        found, whole = list[T](), 0
        try:
            while True:
                found.append(pickle.load(file))
                whole = file.tell()
        except (EOFError, pickle.UnpicklingError):  # the end, or what is not written whole
            self._seen += whole
            return found

    def leave(self) -> list[T]:
        """What it made since it was last asked, up to now if it has not ended."""
        if self._process is not None:
            if self._has_made_all:
                _ENDING.append(self._process)
            else:
                self._end(self._process)
        found = self.brought()
        os.close(self._brought)
        os.close(self._ending)
        return found

    @staticmethod
    def _end(process: int) -> None:
        import signal

        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)


_ENDING: list[int] = []
"""Copies that have made everything: the system takes some time to clear them away, for which nobody needs to wait."""


def see_off() -> None:
    """Wait until copies that have made everything are gone."""
    while _ENDING:
        with suppress(ChildProcessError):  # somebody else has waited for it, or this is a copy of who made it
            os.waitpid(_ENDING.pop(), 0)
