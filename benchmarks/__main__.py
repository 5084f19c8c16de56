"""make bench: a cold `regcheck check specs/medical` against `python -c "import z3"`, and its peak memory.

Each command runs in a process of its own, in turn, ROUNDS times; medians are compared. Only ratios and
bytes are claimed: the machine's speed falls out.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
ROUNDS = 7
COMMANDS: dict[str, list[str]] = {
    "python -c 'import z3'": [sys.executable, "-c", "import z3"],
    "python -c pass": [sys.executable, "-c", "pass"],
    "regcheck --help": [sys.executable, "-m", "regcheck", "--help"],
    "regcheck check specs/medical": [sys.executable, "-m", "regcheck", "check", "specs/medical"],
}
GOALS = {"regcheck check specs/medical": (6.0, 300.0)}
"""Largest allowed ratio to the first command, and largest allowed peak memory in MB."""


def run_once(command: list[str]) -> tuple[float, float]:
    """Seconds and peak resident megabytes of one process."""
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"failed: {' '.join(command)}")
    scale = 1 / 1024 if sys.platform != "darwin" else 1 / 1024**2
    return seconds, usage.ru_maxrss * scale


def main() -> int:
    """Print one line per command; exit 1 if a goal is missed."""
    results: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for _ in range(ROUNDS):
        for name, command in COMMANDS.items():
            results[name].append(run_once(command))
    base = median(seconds for seconds, _ in next(iter(results.values())))
    print(
        f"{platform.platform()}, CPython {platform.python_version()}, {os.cpu_count()} cores, {ROUNDS} rounds"
    )
    missed = False
    for name, runs in results.items():
        ratio = median(seconds for seconds, _ in runs) / base
        memory = max(megabytes for _, megabytes in runs)
        goal = GOALS.get(name)
        verdict = ""
        if goal:
            met = ratio <= goal[0] and memory < goal[1]
            missed |= not met
            verdict = f"  goal <= {goal[0]:g}x, < {goal[1]:g} MB: {'met' if met else 'MISSED'}"
        print(f"{ratio:6.2f}x  {memory:6.0f} MB  {name}{verdict}")
    return int(missed)


if __name__ == "__main__":
    raise SystemExit(main())
