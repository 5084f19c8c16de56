"""Families of obligations: a module each, and the order in which they are asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import cast

from regcheck.model.specification import PropertyKind, Specification
from regcheck.proof.families.boundary import boundary
from regcheck.proof.families.consistency import consistency
from regcheck.proof.families.delegation import delegation
from regcheck.proof.families.live_part import live_part
from regcheck.proof.families.made import Made
from regcheck.proof.families.not_trivial import not_trivial
from regcheck.proof.families.precedence import precedence
from regcheck.proof.families.satisfiable import satisfiable
from regcheck.proof.families.scenario import scenario
from regcheck.proof.families.stage import stage
from regcheck.proof.families.swallow import swallow
from regcheck.proof.families.symmetry import symmetry
from regcheck.proof.obligation import Obligation

OfSpecification = Callable[[Specification], Iterable[Obligation]]
OfTexts = Callable[[Specification, Made], Iterable[Obligation]]
Family = OfSpecification | OfTexts


def of_tables(spec: Specification) -> Iterator[Obligation]:
    """What 区分表 owe; as that of 性質 and 手続, it is loaded where there is any."""
    if spec.tables:
        from regcheck.proof.families.tables import tables

        yield from tables(spec)


def of_exclusive(spec: Specification) -> Iterator[Obligation]:
    """What 性質 排他 owe."""
    if _declares(spec, PropertyKind.EXCLUSIVE):
        from regcheck.proof.families.exclusive import exclusive

        yield from exclusive(spec)


def of_cover(spec: Specification) -> Iterator[Obligation]:
    """What 性質 網羅 owe."""
    if _declares(spec, PropertyKind.COVER):
        from regcheck.proof.families.cover import cover

        yield from cover(spec)


def _declares(spec: Specification, kind: PropertyKind) -> bool:
    return any(prop.kind is kind for prop in spec.properties.values())


def of_claims(spec: Specification) -> Iterator[Obligation]:
    """What all other 性質 owe."""
    if spec.properties:
        from regcheck.proof.families.property import property_claims

        yield from property_claims(spec)


def of_procedures(spec: Specification) -> Iterator[Obligation]:
    """What 手続 owe."""
    if spec.procedures:
        from regcheck.proof.families.procedures import OwedByProcedures

        yield from OwedByProcedures()(spec)


OF_TEXTS: tuple[OfTexts, ...] = (swallow, satisfiable, not_trivial, live_part, boundary, symmetry)
"""The families that go through the texts one by one, and take over what they made of one before."""

FAMILIES: tuple[Family, ...] = (
    consistency,
    precedence,
    of_tables,
    swallow,
    satisfiable,
    not_trivial,
    live_part,
    of_exclusive,
    of_cover,
    stage,
    delegation,
    of_procedures,
    of_claims,
    boundary,
    symmetry,
    scenario,
)
"""What an obligation presupposes comes before it, and first the contradictions, which excuse what they spoil."""


def obligations(
    spec: Specification,
    procedures: OfSpecification = of_procedures,
    made: Made | None = None,
    families: Iterable[Family] | None = None,
) -> Iterator[Obligation]:
    """Everything that a specification owes, each once; `procedures` says what its 手続 owe, `made` has what was made
    of its texts before. With `families`, only what these ask."""
    made = made or Made(spec)
    for family in FAMILIES if families is None else families:
        if family is of_procedures:
            yield from procedures(spec)
        elif family in OF_TEXTS:
            yield from family(spec, made)
        else:
            yield from cast("OfSpecification", family)(spec)


def obligations_of_each(
    specs: Sequence[Specification], made: Sequence[Made] | None = None
) -> list[tuple[Obligation, ...]]:
    """What each of some specifications owes. What a 手続 owes is made once where it is the same in several."""
    procedures: OfSpecification = of_procedures
    if len(specs) > 1 and any(spec.procedures for spec in specs):
        from regcheck.proof.families.procedures import OwedByProcedures

        procedures = OwedByProcedures()
    of_texts = [Made(spec) for spec in specs] if made is None else made
    return [tuple(obligations(spec, procedures, one)) for spec, one in zip(specs, of_texts, strict=True)]
