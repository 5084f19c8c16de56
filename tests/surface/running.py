"""Running the command line inside the test, with stdout, stderr and the exit code apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from click.testing import CliRunner

from regcheck.surface.cli.main import run


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
