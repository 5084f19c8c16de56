"""Families of obligations: a module each, and the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from regcheck.model.specification import Specification
from regcheck.proof.families.boundary import boundary
from regcheck.proof.families.consistency import consistency
from regcheck.proof.families.cover import cover
from regcheck.proof.families.delegation import delegation
from regcheck.proof.families.exclusive import exclusive
from regcheck.proof.families.live_part import live_part
from regcheck.proof.families.not_trivial import not_trivial
from regcheck.proof.families.precedence import precedence
from regcheck.proof.families.property import property_claims
from regcheck.proof.families.satisfiable import satisfiable
from regcheck.proof.families.scenario import scenario
from regcheck.proof.families.stage import stage
from regcheck.proof.families.swallow import swallow
from regcheck.proof.families.symmetry import symmetry
from regcheck.proof.families.tables import tables
from regcheck.proof.obligation import Obligation

Family = Callable[[Specification], Iterable[Obligation]]


def of_procedures(spec: Specification) -> Iterator[Obligation]:
    """What 手続 owe; its families are loaded where there is one."""
    if spec.procedures:
        from regcheck.proof.families.procedures import OwedByProcedures

        yield from OwedByProcedures()(spec)


FAMILIES: tuple[Family, ...] = (
    consistency,
    precedence,
    tables,
    swallow,
    satisfiable,
    not_trivial,
    live_part,
    exclusive,
    cover,
    stage,
    delegation,
    of_procedures,
    property_claims,
    boundary,
    symmetry,
    scenario,
)
"""What an obligation presupposes comes before it, and first the contradictions, which excuse what they spoil."""


def obligations(spec: Specification, procedures: Family = of_procedures) -> Iterator[Obligation]:
    """Everything that a specification owes, each once; `procedures` says what its 手続 owe."""
    for family in FAMILIES:
        yield from (procedures if family is of_procedures else family)(spec)


def obligations_of_each(specs: Sequence[Specification]) -> list[tuple[Obligation, ...]]:
    """What each of some specifications owes. What a 手続 owes is made once where it is the same in several."""
    if len(specs) == 1 or not any(spec.procedures for spec in specs):
        return [tuple(obligations(spec)) for spec in specs]
    from regcheck.proof.families.procedures import OwedByProcedures

    procedures = OwedByProcedures()
    return [tuple(obligations(spec, procedures)) for spec in specs]
