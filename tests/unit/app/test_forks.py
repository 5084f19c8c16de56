"""Copies of this process bring back what they made, up to their end, and share tickets."""

from __future__ import annotations

import os
import pickle
import select
import signal
import threading
from collections.abc import Iterator
from typing import IO

import pytest

from regcheck.app.forks import Copy, Tickets, can_fork, has_copies, see_off

pytestmark = pytest.mark.skipif(not has_copies(), reason="processes are copied on Linux only")


@pytest.fixture(autouse=True)
def nothing_left(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every copy has ended, and once it is seen off the system knows nothing of it any more."""
    made, fork = list[int](), os.fork

    def noted() -> int:
        made.append(fork())
        return made[-1]

    monkeypatch.setattr(os, "fork", noted)
    yield
    see_off()
    for process in made:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_a_copy_brings_back_what_it_made() -> None:
    seen = list[int]()
    copy = Copy(lambda: (seen.append(n) or n * n for n in range(100_000)))  # type: ignore[func-returns-value]
    assert copy.wait()
    assert copy.leave() == [n * n for n in range(100_000)]
    assert seen == []


def test_every_ticket_is_given_to_one() -> None:
    tickets = Tickets(40)

    def taken() -> Iterator[int]:
        return (place for place in range(40) if tickets.take(place))

    copies = [Copy(taken) for _ in range(3)]
    own = list(taken())
    assert all(copy.wait() for copy in copies)
    assert sorted([*own, *(place for copy in copies for place in copy.leave())]) == list(range(40))
    tickets.close()


def test_a_copy_that_fails_has_not_made_all() -> None:
    def failing() -> Iterator[str]:
        yield "一"
        raise ValueError

    copy = Copy(failing)
    assert not copy.wait()
    assert copy.leave() == ["一"]


def test_of_a_copy_that_is_killed_what_was_written_whole_is_good() -> None:
    def dying() -> Iterator[bytes]:
        yield from (bytes(100_000) for _ in range(3))
        os.kill(os.getpid(), signal.SIGKILL)

    copy = Copy(dying)
    assert not copy.wait()
    assert copy.leave() == [bytes(100_000)] * 3


def test_a_copy_that_is_left_ends_at_once() -> None:
    def endless() -> Iterator[int]:
        while True:
            yield 0

    copy = Copy(endless)
    assert set(copy.leave()) <= {0}


def test_what_a_copy_made_is_there_while_it_goes_on() -> None:
    reading, writing = os.pipe()

    def waiting() -> Iterator[bytes]:
        yield bytes(100_000)
        yield b"2"
        select.select([reading], [], [], 10)
        yield b"3"

    copy = Copy(waiting)
    found = list[bytes]()
    while len(found) < 2:
        found += copy.brought()
    assert copy.brought() == []
    os.write(writing, b"!")
    assert copy.wait()
    assert (found, copy.leave()) == ([bytes(100_000), b"2"], [b"3"])


@pytest.mark.parametrize("written", [1, 12, 70_000, -1])
def test_what_is_written_in_part_is_not_there_yet(written: int, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()

    def in_two(one: object, file: IO[bytes]) -> None:
        data = pickle.dumps(one)
        file.write(data[:written])
        file.flush()
        os.write(said, b"!")
        select.select([reading], [], [], 10)
        file.write(data[written:])

    saying, said = os.pipe()
    monkeypatch.setattr(pickle, "dump", in_two)
    copy = Copy(lambda: [bytes(100_000)])
    os.read(saying, 1)
    assert copy.brought() == []
    os.write(writing, b"!")
    assert copy.wait()
    assert copy.leave() == [bytes(100_000)]


def test_who_waits_for_all_processes_is_not_in_the_way() -> None:
    copy = Copy(lambda: [os.getpid()])
    assert copy.wait()
    (process,) = copy.leave()
    os.waitpid(process, 0)
    see_off()


def test_nobody_waits_until_a_copy_that_made_all_is_cleared_away(monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    leave_at_once = os._exit

    def leave_slowly(code: int) -> None:
        select.select([reading], [], [], 10)
        leave_at_once(code)

    monkeypatch.setattr(os, "_exit", leave_slowly)
    copy = Copy(lambda: [os.getpid()])
    assert copy.wait()
    (process,) = copy.leave()
    assert os.waitpid(process, os.WNOHANG) == (0, 0)  # it is still there
    os.write(writing, b"!")


def test_the_user_who_breaks_off_does_not_end_a_copy() -> None:
    def patient() -> Iterator[bool]:
        os.kill(os.getpid(), signal.SIGINT)
        yield True

    copy = Copy(patient)
    assert copy.wait()
    assert copy.leave() == [True]


@pytest.mark.parametrize("threads", [1, 2])
def test_a_process_with_another_thread_is_not_copied(threads: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: threads)
    assert can_fork() is (threads == 1)
