"""What a 手続 owes: a module each, and the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from regcheck.model.procedures import Procedure
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
from regcheck.proof.families.procedures.runs import own_procedures
from regcheck.proof.obligation import Obligation
from regcheck.source.span import Span

Family = Callable[[Procedure], Iterable[Obligation]]

OF_EACH: tuple[Family, ...] = (
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
)
"""What an obligation presupposes comes before it, and so does what its finding names as a cure."""

Owed = tuple[tuple[Obligation, ...], ...]
"""What each family makes of a 手続."""


class OwedByProcedures:
    """What the 手続 of the files that are checked owe; once for all specifications in which a 手続 is the same."""

    def __init__(self) -> None:
        self._made: dict[str, list[tuple[Procedure, Owed]]] = {}

    def __call__(self, spec: Specification) -> Iterator[Obligation]:
        """Everything, family by family."""
        owed = [self._of(procedure) for procedure in own_procedures(spec)]
        for family in range(len(OF_EACH)):
            for made in owed:
                yield from made[family]
        yield from only(spec)

    def _of(self, procedure: Procedure) -> Owed:
        known = self._made.setdefault(procedure.header.name, [])
        for same, made in known:
            if same == procedure and _places(same) == _places(procedure):
                return made
        made = tuple(tuple(family(procedure)) for family in OF_EACH)
        known.append((procedure, made))
        return made


def _places(procedure: Procedure) -> tuple[Span, ...]:
    """Where it is written: two versions may say the same."""
    return procedure.header.span, *(rule.span for rule in procedure.rules.values())
