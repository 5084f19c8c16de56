"""What a 手続 owes: a module each, and the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from regcheck.model.specification import Specification
from regcheck.proof.families.procedures.curable import curable
from regcheck.proof.families.procedures.deadlines import deadlines
from regcheck.proof.families.procedures.exercisable import exercisable
from regcheck.proof.families.procedures.in_force import in_force
from regcheck.proof.families.procedures.lawful_run import lawful_run
from regcheck.proof.families.procedures.live_rule import live_rule
from regcheck.proof.families.procedures.meetable import meetable
from regcheck.proof.families.procedures.only import only
from regcheck.proof.families.procedures.period_order import period_order
from regcheck.proof.families.procedures.reachable import reachable
from regcheck.proof.families.procedures.required_forbidden import required_forbidden
from regcheck.proof.obligation import Obligation

OF_PROCEDURES: tuple[Callable[[Specification], Iterable[Obligation]], ...] = (
    lawful_run,
    live_rule,
    reachable,
    period_order,
    required_forbidden,
    deadlines,
    meetable,
    curable,
    exercisable,
    in_force,
    only,
)
"""What an obligation presupposes comes before it, and so does what its finding names as a cure."""


def owed_by_procedures(spec: Specification) -> Iterator[Obligation]:
    """Everything that the 手続 of the files that are checked owe."""
    for family in OF_PROCEDURES:
        yield from family(spec)
