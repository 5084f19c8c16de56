"""Whole processes: `regcheck check` from its start to its exit, against `python -c "import z3"`.

Owns: the specifications that are checked, the options, the goals for a whole run.
Refuses to know: what happens inside a run.

A cold run has an empty cache folder of its own, and fills it; a warm run finds the folder of an earlier one.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generate.ordinance import LARGE, SMALL, ordinance
from benchmarks.lines import Line, at_most, failed, missing, shown
from benchmarks.measure import CHECK, IMPORT_Z3, ROOT, Command, Cost, Failed, costs_of, run_once
from regcheck.frozen import Frozen

SUBJECT = "whole process, × `import z3`"
MEDICAL = "specs/medical"
_MOST_MEGABYTES = 300.0
_CACHE = "REGCHECK_CACHE_DIR"


class Goals(Frozen):
    """The largest ratios to `import z3`; None where none was set."""

    cold: float
    certified: float | None = None
    warm: float = 1.5


GOALS: Mapping[str, Goals] = {
    MEDICAL: Goals(cold=6.0),
    "40 definitions": Goals(cold=3.5, certified=4.5),
    "150 definitions": Goals(cold=5.5, certified=8.5),
}


def lines() -> Iterator[Line]:
    """Start-up, then each specification cold, certified, and unchanged."""
    base = costs_of([IMPORT_Z3, *_starts()])
    for name in ("python -c pass", "regcheck --help"):
        yield shown(SUBJECT, f"`{name}`", base[name].times(base[IMPORT_Z3.name]))
    with TemporaryDirectory() as folder:
        specs = {MEDICAL: MEDICAL}
        for shape in (SMALL, LARGE):
            path = Path(folder, f"ordinance{shape.definitions}")
            path.mkdir()
            (path / "ordinance.regspec").write_text(ordinance(shape), encoding="utf-8")
            specs[f"{shape.definitions} definitions"] = str(path)
        for name, spec in specs.items():
            yield from _of_spec(name, spec, Path(folder, "cache"))


def _starts() -> list[Command]:
    return [
        Command(name="python -c pass", argv=(sys.executable, "-c", "pass")),
        Command(name="regcheck --help", argv=(*CHECK[:-1], "--help")),
    ]


def _of_spec(name: str, spec: str, cache_folder: Path) -> Iterator[Line]:
    try:
        owed = obligations_of(spec)
        commands = [IMPORT_Z3, *_commands(spec, cache_folder)]
        for command in commands[1:]:
            run_once(command)  # the folder of a warm run is filled
        costs = costs_of(commands)
    except Failed as failure:
        yield failed(SUBJECT, name, failure)
    else:
        yield from _told(f"{name}, {owed:,} obligations", GOALS[name], costs)


def _commands(spec: str, folder: Path) -> Iterator[Command]:
    cold, kept = folder / "cold", folder / "kept"

    def forget() -> None:
        shutil.rmtree(cold, ignore_errors=True)

    yield Command(name="cold", argv=(*CHECK, spec), env={_CACHE: str(cold)}, before=forget)
    if offers("--certify") and find_spec("cvc5") is not None:
        argv = (*CHECK, "--certify", spec)
        yield Command(name="certified", argv=argv, env={_CACHE: str(cold)}, before=forget)
    if offers("--no-cache"):
        yield Command(name="warm", argv=(*CHECK, spec), env={_CACHE: str(kept)})


def _told(name: str, goals: Goals, costs: Mapping[str, Cost]) -> Iterator[Line]:
    base, cold = costs[IMPORT_Z3.name], costs["cold"]
    yield at_most(SUBJECT, f"{name}: cold", cold.times(base), goals.cold)
    yield at_most(SUBJECT, f"{name}: peak memory", cold.megabytes, _MOST_MEGABYTES, " MB")
    for key, goal, words in (
        ("certified", goals.certified, "with the second solver"),
        ("warm", goals.warm, "unchanged (cache)"),
    ):
        if key not in costs:
            yield missing(SUBJECT, f"{name}: {words}")
        elif goal is None:
            yield shown(SUBJECT, f"{name}: {words}", costs[key].times(base))
        else:
            yield at_most(SUBJECT, f"{name}: {words}", costs[key].times(base), goal)


@cache
def offers(option: str) -> bool:
    """Whether `regcheck check` knows the option."""
    return option in _said((*CHECK, "--help"))


def obligations_of(spec: str) -> int:
    """How many obligations a specification owes, from its own report."""
    report = _said((*CHECK, "--format", "json", spec))
    if not report:
        raise Failed(f"regcheck check {spec} said nothing")
    found: int = json.loads(report)["summary"]["obligations"]
    return found


def _said(argv: Sequence[str]) -> str:
    return subprocess.run(argv, cwd=ROOT, capture_output=True, encoding="utf-8", check=False).stdout
