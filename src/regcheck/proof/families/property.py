"""What the drafter claims of the whole: すべての, ある, 同値.

Owns: the obligations `property:`.
Refuses to know: 排他, 網羅 and …は同じ, which are families of their own.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.model.formula import Implies, Not
from regcheck.model.specification import Property, PropertyKind, Specification
from regcheck.proof.asking import asked, consistency_id, denied, every, labels, named, of_record, some
from regcheck.proof.families.members import member, number, side_name
from regcheck.proof.labels import is_own, item_label, label_of, provisions_of
from regcheck.proof.obligation import Ask, NoCase, Obligation, SomeCase
from regcheck.proof.question import Labelled, Question


def property_claims(spec: Specification) -> Iterator[Obligation]:
    """すべて: proved iff "P and not Q" is unsatisfiable (vacuous if P is). ある: refuted iff "P" is unsatisfiable.
    同値: proved iff "one side without the other" is unsatisfiable (vacuous if both sides are)."""
    for prop in spec.properties.values():
        if not is_own(spec, prop.header):
            continue
        match prop.kind:
            case PropertyKind.ALWAYS:
                yield _claim(spec, prop, _always(prop))
            case PropertyKind.POSSIBLE:
                yield _claim(spec, prop, _possible(prop))
            case PropertyKind.EQUIVALENT:
                for index in range(1, len(prop.members)):
                    key = f"/{number(index)}" if len(prop.members) > 2 else ""
                    yield _claim(spec, prop, _equivalent(spec, prop, index), key)
            case PropertyKind.EXCLUSIVE | PropertyKind.COVER | PropertyKind.SAME_LISTS:
                continue


def _claim(spec: Specification, prop: Property, ask: Ask, key: str = "") -> Obligation:
    found = named(spec, prop.members)
    return Obligation(
        id=f"property:{prop.header.name}{key}",
        family="property",
        term=item_label(prop.header),
        provisions=(*provisions_of(prop.header), *labels(found)),
        span=prop.header.span,
        ask=ask,
        shows=of_record(found),
        presupposes=(consistency_id(prop.subject),),
    )


def _always(prop: Property) -> NoCase:
    formula, label = prop.members[0], label_of(prop.header)
    premises: tuple[Question, ...] = ()
    if isinstance(formula, Implies):
        premises = (asked(prop.subject, Labelled(label=label, formula=formula.premise)),)
    return NoCase(
        question=asked(prop.subject, denied(Labelled(label=label, formula=formula))),
        blame=lambda r: codes.conflicts.PropertyRefuted(name=prop.header.name, case=r.case),
        premises=premises,
    )


def _possible(prop: Property) -> SomeCase:
    part = Labelled(label=label_of(prop.header), formula=prop.members[0])
    return SomeCase(
        question=asked(prop.subject, part),
        blame=lambda r: codes.conflicts.PropertyImpossible(name=prop.header.name, core=r.core),
    )


def _equivalent(spec: Specification, prop: Property, index: int) -> NoCase:
    left, right = member(prop, 0), member(prop, index)
    names = side_name(spec, prop, 0), side_name(spec, prop, index)
    sides = (
        every((left.formula, Not(body=right.formula))),
        every((Not(body=left.formula), right.formula)),
    )
    label, either = label_of(prop.header), some((left.formula, right.formula))
    return NoCase(
        question=asked(prop.subject, Labelled(label=label, formula=some(sides))),
        blame=lambda r: codes.conflicts.NotEquivalent(
            name=prop.header.name, left=names[0], right=names[1], case=r.case
        ),
        premises=(asked(prop.subject, Labelled(label=label, formula=either)),),
    )
