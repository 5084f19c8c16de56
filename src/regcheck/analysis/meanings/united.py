"""The facts of two versions as one: every 対象 with the facts of both, each with a type that holds what both allow.

Owns: which types can be one, and what a version alone says of a fact whose type holds more than its own.
Refuses to know: formulas of the versions, questions.

Facts of one name are the same fact. A fact that one version alone knows stays free in the other. Limits of a number, a
day or a 一覧 and the members of a 区分 may have changed; where anything else has, the facts cannot be compared.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Any, TypeVar

from regcheck.frozen import Frozen, replace
from regcheck.model.formula import (
    Comparator,
    Compare,
    Contains,
    Count,
    Day,
    Expression,
    Fact,
    Formula,
    IsOneOf,
    Not,
    Number,
    Path,
    Rounded,
    Rounding,
)
from regcheck.model.specification import Enumeration, FieldDefinition, Specification, Subject
from regcheck.model.types import NO_UNIT, DateType, EnumSetType, EnumType, ListType, NumberType, Type
from regcheck.proof.asking import every

B = TypeVar("B", bound=Any)


class Facts(Frozen):
    """What both versions know of their 対象. `apart` are the facts that cannot be compared, by 対象 and name."""

    enumerations: Mapping[str, Enumeration]
    subjects: Mapping[str, Subject]
    apart: frozenset[tuple[str, str]]


class Bound(Frozen):
    """What a version demands of a fact of a 対象, beyond the type that both share."""

    subject: str
    fact: str
    body: Formula


def united(earlier: Specification, later: Specification) -> Facts:
    """The facts of both; those of the later version come first."""
    subjects, apart = dict(later.subjects), set[tuple[str, str]]()
    for name, subject in earlier.subjects.items():
        if name not in subjects:
            subjects[name] = subject
            continue
        fields = dict(subjects[name].fields)
        for fact, field in subject.fields.items():
            kind = _joined(field.type, fields[fact].type) if fact in fields else field.type
            if kind is None:
                apart.add((name, fact))
            else:
                fields[fact] = _as_one(field, fields.get(fact, field), kind)
        subjects[name] = replace(subjects[name], fields=fields)
    return Facts(enumerations=_enumerations(earlier, later), subjects=subjects, apart=frozenset(apart))


def _as_one(field: FieldDefinition, other: FieldDefinition, kind: Type) -> FieldDefinition:
    return replace(other, type=kind, may_be_unknown=field.may_be_unknown or other.may_be_unknown)


def _enumerations(earlier: Specification, later: Specification) -> dict[str, Enumeration]:
    """Every member of either version."""
    found = dict(earlier.enumerations)
    for name, enumeration in later.enumerations.items():
        before = found[name].members if name in found else ()
        members = tuple(dict.fromkeys((*enumeration.members, *before)))
        found[name] = replace(enumeration, members=members)
    return found


def _joined(left: Type, right: Type) -> Type | None:
    """A type that holds what both do; None if they say different things."""
    match left, right:
        case _ if left == right:
            return right
        case NumberType(unit=unit), NumberType() if unit == right.unit:
            low, high = _bounds(left, right)
            return NumberType(unit=unit, places=max(left.places, right.places), low=low, high=high)
        case DateType(), DateType():
            low, high = _bounds(left, right)
            return DateType(low=low, high=high)
        case ListType(subject=subject, limit=int()), ListType(limit=int()) if subject == right.subject:
            return ListType(subject=subject, limit=max(left.limit or 0, right.limit or 0))
        case _:
            return None


def _bounds(left: NumberType | DateType, right: NumberType | DateType) -> tuple[Any, Any]:
    """The wider limits of both; None is open."""
    return _outer(min, left.low, right.low), _outer(max, left.high, right.high)


def _outer(choose: Callable[[B, B], B], left: B | None, right: B | None) -> B | None:
    return None if left is None or right is None else choose(left, right)


# ---------------------------------------------------------------- what a version alone demands


def bounds(spec: Specification, facts: Facts) -> Iterator[Bound]:
    """What a version demands of its facts and the types that both share do not."""
    for name, subject in spec.subjects.items():
        for fact, field in subject.fields.items():
            if (name, fact) in facts.apart:
                continue
            shared = facts.subjects[name].fields[fact].type
            demands = tuple(_demands(spec, facts, field.type, shared, Path(steps=(fact,))))
            if demands:
                yield Bound(subject=name, fact=fact, body=every(demands))


def _demands(spec: Specification, facts: Facts, own: Type, shared: Type, path: Path) -> Iterable[Formula]:
    match own, shared:
        case EnumType(enum=enum), _:
            members = spec.enumerations[enum].members
            return [IsOneOf(path=path, values=members)] if _others(facts, enum, members) else []
        case EnumSetType(enum=enum), _:
            others = _others(facts, enum, spec.enumerations[enum].members)
            return [Not(body=Contains(path=path, value=member)) for member in others]
        case NumberType(), NumberType() if own != shared:
            return _number_demands(own, shared, path)
        case DateType(), DateType() if own != shared:
            days = [None if day is None else Day(value=day) for day in (own.low, own.high)]
            return _within(Fact(path=path), days[0], days[1])
        case ListType(limit=int() as most), ListType() if own != shared:
            size = Count(path=path, variable="", where=None)
            return _within(size, None, Number(value=Fraction(most), unit=NO_UNIT))
        case _:
            return []


def _others(facts: Facts, enum: str, members: tuple[str, ...]) -> list[str]:
    return [member for member in facts.enumerations[enum].members if member not in members]


def _number_demands(own: NumberType, shared: NumberType, path: Path) -> Iterable[Formula]:
    fact = Fact(path=path)
    low, high = (None if end is None else Number(value=end, unit=own.unit) for end in (own.low, own.high))
    yield from _within(fact, low, high)
    if own.places == 0 < shared.places:
        whole = Rounded(value=fact, places=0, mode=Rounding.DOWN)
        yield Compare(op=Comparator.EQ, left=whole, right=fact)


def _within(value: Expression, low: Expression | None, high: Expression | None) -> list[Formula]:
    ends = ((Comparator.GE, low), (Comparator.LE, high))
    return [Compare(op=op, left=value, right=end) for op, end in ends if end is not None]
