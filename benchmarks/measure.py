"""Seconds and megabytes: whole processes taken in turn, and calls inside this one.

Owns: running, timing, medians, and `import z3`, the measure of everything.
Refuses to know: what is measured, goals.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import TypeVar

from regcheck.frozen import Frozen, field

ROOT = Path(__file__).parents[1]
CHECK = (sys.executable, "-m", "regcheck", "check")
LIMIT = 100.0
"""Seconds after which a process is given up."""

APART_LIMIT = 240.0
"""The same for a measurement in a process of its own."""

ROUNDS, _FEW_ROUNDS, _SLOW = 7, 3, 3.0


class Command(Frozen):
    """A process that is measured. `before` is called ahead of every run; `codes` are the exits expected."""

    name: str
    argv: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None
    codes: frozenset[int] = frozenset({0})


IMPORT_Z3 = Command(name="python -c 'import z3'", argv=(sys.executable, "-c", "import z3"))


class Cost(Frozen):
    """The median seconds of some runs, and the most megabytes that one of them held."""

    seconds: float
    megabytes: float

    def times(self, other: Cost) -> float:
        """How often the other one fits into this one."""
        return self.seconds / other.seconds


class Failed(Exception):  # noqa: N818  # a word for what happened
    """A measurement that did not end as expected, or not in time."""


def costs_of(commands: Sequence[Command], rounds: int = ROUNDS) -> dict[str, Cost]:
    """Every command in turn, round after round; fewer rounds where one of them is slow."""
    runs: dict[str, list[Cost]] = {command.name: [] for command in commands}
    for done in range(rounds):
        for command in commands:
            runs[command.name].append(run_once(command))
        if done + 1 >= _FEW_ROUNDS and max(found[0].seconds for found in runs.values()) > _SLOW:
            break
    return {name: _typical(found) for name, found in runs.items()}


def run_once(command: Command) -> Cost:
    """One process from start to end."""
    command.before()
    started = time.perf_counter()
    process = subprocess.Popen(
        command.argv,
        cwd=ROOT,
        env={**os.environ, **command.env},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    guard = threading.Timer(LIMIT, process.kill)
    guard.start()
    _, status, usage = os.wait4(process.pid, 0)
    guard.cancel()
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in command.codes:
        raise Failed(f"{' '.join(command.argv[1:])} ended with {process.returncode}")
    kilobytes = usage.ru_maxrss if sys.platform != "darwin" else usage.ru_maxrss / 1024
    return Cost(seconds=seconds, megabytes=kilobytes / 1024)


def timed(call: Callable[[], object], rounds: int = 1) -> float:
    """The median seconds of a call in this process."""
    found = []
    for _ in range(rounds):
        started = time.perf_counter()
        call()
        found.append(time.perf_counter() - started)
    return median(found)


T = TypeVar("T")


def apart(call: Callable[..., T], *args: object) -> T:
    """The call in a process of its own, which takes what it imports and holds with it when it ends.

    So this process stays small: a child begins with the peak memory of its parent. Raises Failed.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(sender, call, args))
    process.start()
    sender.close()
    try:
        if not receiver.poll(APART_LIMIT):
            raise Failed(f"no answer within {APART_LIMIT:g} s")
        found: T | Failed = receiver.recv()
    except EOFError:
        raise Failed("the process died") from None
    finally:
        process.kill()
        process.join()
    if isinstance(found, Failed):
        raise found
    return found


def _send(sender: Connection, call: Callable[..., object], args: tuple[object, ...]) -> None:
    try:
        sender.send(call(*args))
    except Exception as mistake:  # whatever went wrong is told in the table
        sender.send(Failed(f"{type(mistake).__name__}: {mistake}"))


def machine() -> str:
    """What the figures were taken on."""
    return (
        f"{_processor()}, {os.cpu_count()} cores, {platform.platform()}, CPython {platform.python_version()}"
    )


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    named = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")
    return named or platform.processor() or platform.machine()


def _typical(runs: Sequence[Cost]) -> Cost:
    return Cost(seconds=median(run.seconds for run in runs), megabytes=max(run.megabytes for run in runs))
