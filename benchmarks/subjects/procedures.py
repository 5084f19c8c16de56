"""手続 proved for every start date: the Act's own, and one of thirty events and sixty rules.

Owns: which 手続 are checked, and their goals.
Refuses to know: what happens inside a run.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.generate.procedure import EVENTS, RULES, procedure
from benchmarks.lines import Line, at_most, failed
from benchmarks.measure import CHECK, IMPORT_Z3, Command, Failed, costs_of
from benchmarks.subjects.processes import obligations_of

SUBJECT = "手続, for every start date"
ACT = "specs/act"
_MOST_TIMES, _MOST_SECONDS = 10.0, 5.0


def lines() -> Iterator[Line]:
    """Both as whole processes that remember nothing."""
    with TemporaryDirectory() as folder:
        drawn = Path(folder, "procedure.regspec")
        drawn.write_text(procedure(), encoding="utf-8")
        try:
            owed = {spec: obligations_of(spec) for spec in (ACT, str(drawn))}
            commands = [Command(name=spec, argv=(*CHECK, "--no-cache", spec)) for spec in owed]
            costs = costs_of([IMPORT_Z3, *commands])
        except Failed as failure:
            yield failed(SUBJECT, "手続", failure)
            return
    act, steps = costs[ACT], costs[str(drawn)]
    name = f"{ACT}, {owed[ACT]:,} obligations: cold, × `import z3`"
    yield at_most(SUBJECT, name, act.times(costs[IMPORT_Z3.name]), _MOST_TIMES)
    name = f"{EVENTS} events, {RULES} rules, {owed[str(drawn)]:,} obligations: cold"
    yield at_most(SUBJECT, name, steps.seconds, _MOST_SECONDS, " s")
