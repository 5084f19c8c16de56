"""Running the command line inside the test, with stdout, stderr and the exit code apart."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from typing import Any

import pytest
from click.testing import CliRunner

from regcheck.surface.cli.main import run

PYTHON = [sys.executable, "-m", "regcheck"]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a user sees of a run."""

    code: int
    out: str
    err: str


class _Entry:
    """What CliRunner wants of a command: the entry point of the tool, exit codes included."""

    name = "regcheck"

    def main(self, args: list[str], prog_name: str, **_: Any) -> None:
        raise SystemExit(run(args))


def regcheck(*args: str) -> Ran:
    """Run one command in the present folder."""
    result = CliRunner().invoke(_Entry(), list(args), catch_exceptions=False)  # type: ignore[arg-type]
    return Ran(result.exit_code, result.stdout, result.stderr)


def on_a_terminal(*args: str, **environment: str) -> str:
    """What a process writes to a terminal, stdout and stderr together."""
    pty = pytest.importorskip("pty")
    controller, terminal = pty.openpty()
    env = {**os.environ, "TERM": "xterm-256color", **environment}
    with subprocess.Popen([*PYTHON, *args], stdout=terminal, stderr=terminal, env=env) as process:
        os.close(terminal)
        seen = b""
        while piece := _read(controller):
            seen += piece
        process.wait(20)
    os.close(controller)
    return seen.decode("utf-8")


def _read(controller: int) -> bytes:
    try:
        return os.read(controller, 4096)
    except OSError:  # the other end was closed
        return b""
