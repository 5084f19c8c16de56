"""The facts that the 確認 about a table speak of.

Owns: collecting the paths that claims name directly, not those inside the terms they apply.
Refuses to know: files; whether a claim holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from regcheck.evaluation.evaluate import evaluate, measure_number
from regcheck.evaluation.trace import Reading, Trace
from regcheck.model.case import Record
from regcheck.model.claims import (
    Claim,
    EveryRowClaim,
    FigureClaim,
    GroupsWithoutClaim,
)
from regcheck.model.formula import Applies, Formula, OutcomeIs, Path, StageApplies
from regcheck.model.specification import (
    FactTable,
    Specification,
)


def needed_facts(spec: Specification, table: FactTable) -> Iterator[tuple[str, ...]]:
    """Paths of facts, the 見出し first; a path may come more than once."""
    if table.key:
        yield table.key
    for check in spec.figure_checks.values():
        for claim in check.claims:
            if table_of(claim) == table.header.name:
                yield from _claimed(spec, claim, Record(subject=table.subject))


def table_of(claim: Claim) -> str:
    """The name of the 事実表 that a claim is about."""
    return claim.table if isinstance(claim, GroupsWithoutClaim) else claim.selection.table


def _claimed(spec: Specification, claim: Claim, blank: Record) -> Iterator[tuple[str, ...]]:
    """A record of which nothing is known shows in its trace every fact that is asked for."""
    match claim:
        case FigureClaim(value=value):
            yield from _asked(spec, claim.selection.where, blank)
            if isinstance(value, Path):
                yield value.steps
            elif value is not None:
                yield from map(_steps, measure_number(spec, value, blank).readings)
        case EveryRowClaim(condition=condition):
            yield from _asked(spec, claim.selection.where, blank)
            yield from _asked(spec, condition, blank)
        case GroupsWithoutClaim(condition=condition, group=group):
            yield group.steps
            yield from _asked(spec, condition, blank)
        case _:
            assert_never(claim)


def _asked(spec: Specification, formula: Formula | None, blank: Record) -> Iterator[tuple[str, ...]]:
    if formula is not None:
        yield from _direct(evaluate(spec, formula, blank).trace)


def _direct(trace: Trace) -> Iterator[tuple[str, ...]]:
    if isinstance(trace.formula, Applies | StageApplies | OutcomeIs):
        return
    yield from (_steps(reading) for reading in trace.readings if not reading.address.discretion)
    for child in trace.children:
        yield from _direct(child)


def _steps(reading: Reading) -> tuple[str, ...]:
    return tuple(step for step in reading.address.steps if isinstance(step, str))
