"""A run of the 手続 can be lawful at all.

Owns: the obligations `lawful_run:`, on which everything else about the 手続 rests.
Refuses to know: which events can happen in it (reachable).
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.model.procedures import Procedure
from regcheck.proof.asking import consistency_id
from regcheck.proof.families.procedures.runs import (
    asked_of_runs,
    lawful_run_id,
    obeying,
)
from regcheck.proof.labels import item_label, provisions_of
from regcheck.proof.obligation import Obligation, SomeCase


def lawful_run(procedure: Procedure) -> Iterator[Obligation]:
    """Refuted iff "the run is orderly and no rule is breached" is unsatisfiable."""
    yield _of_procedure(procedure)


def _of_procedure(procedure: Procedure) -> Obligation:
    name = procedure.header.name
    return Obligation(
        id=lawful_run_id(procedure),
        family="lawful_run",
        term=item_label(procedure.header),
        provisions=provisions_of(procedure.header),
        span=procedure.header.span,
        ask=SomeCase(
            question=asked_of_runs(procedure, *obeying(procedure)),
            blame=lambda r: codes.procedures.NoLawfulRun(procedure=name, core=r.core),
        ),
        presupposes=(consistency_id(name),),
    )
