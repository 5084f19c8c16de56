"""Places in a record: every fact of it, of its 参照 and of the members of its 一覧, one by one.

Owns: enumerating, reading, changing and keeping facts of a record at any depth.
Refuses to know: what a fact means, why it is changed.

Places are leaves: scalars, single years of a 系列, 裁量, and a 一覧 as such (that it has these many members).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from regcheck.frozen import Frozen, replace
from regcheck.model.case import UNKNOWN, Record, Unknown, Value
from regcheck.model.specification import Specification
from regcheck.model.types import ListType, ReferenceType, SeriesType, Type

Steps = tuple[str | int, ...]


class Place(Frozen):
    """A fact, or (if `judged`) a 裁量, by the steps that lead to it; a number is an index of a 一覧 or 系列."""

    steps: Steps
    judged: bool = False

    def under(self, *steps: str | int) -> Place:
        return replace(self, steps=(*steps, *self.steps))


def places(spec: Specification, record: Record) -> Iterator[Place]:
    """Every leaf that is known, in the order of the declared fields; a 一覧 comes before what is in it."""
    for name in in_order(spec, record):
        yield from (inner.under(name) for inner in _inside(spec, record.facts[name]))
    yield from (Place(steps=(name,), judged=True) for name in sorted(record.judgements))


def _inside(spec: Specification, value: Value) -> Iterator[Place]:
    match value:
        case Unknown():
            return
        case Record():
            yield from places(spec, value)
        case tuple():
            if not value or isinstance(value[0], Record):
                yield Place(steps=())
            for index, member in enumerate(value):
                yield from (inner.under(index) for inner in _inside(spec, member))
        case _:
            yield Place(steps=())


def in_order(spec: Specification, record: Record) -> list[str]:
    """The known facts of a record in the order of the declared fields."""
    subject = spec.subjects.get(record.subject)
    declared = list(subject.fields) if subject else []
    return [name for name in declared if name in record.facts] + sorted(set(record.facts) - set(declared))


def value_at(record: Record, place: Place) -> Value:
    """The value at a place that places() gave. Raises KeyError where there is none."""
    value: Value = record
    steps = place.steps[:-1] if place.judged else place.steps
    for step in steps:
        value = _step(value, step)
    if place.judged and isinstance(value, Record):
        return value.judgements[str(place.steps[-1])]
    return value


def _step(value: Value, step: str | int) -> Value:
    match value, step:
        case Record(facts=facts), str():
            return facts[step]
        case tuple(), int():
            return value[step]
        case _:
            raise KeyError(step)


def with_value(record: Record, place: Place, value: Value) -> Record:
    """The record with another value at a place that places() gave."""
    changed = _changed(record, place.steps, place.judged, value)
    assert isinstance(changed, Record)
    return changed


def _changed(value: Value, steps: Steps, judged: bool, new: Value) -> Value:
    if not steps:
        return new
    head, rest = steps[0], steps[1:]
    match value, head:
        case Record(judgements=judgements), str() if judged and not rest:
            assert isinstance(new, bool)
            return replace(value, judgements={**judgements, head: new})
        case Record(facts=facts), str():
            return replace(value, facts={**facts, head: _changed(facts[head], rest, judged, new)})
        case tuple(), int():
            return _as_value([*value[:head], _changed(value[head], rest, judged, new), *value[head + 1 :]])
        case _:
            raise KeyError(head)


def kept(record: Record, wanted: frozenset[Place]) -> Record:
    """The record with only the wanted places known. A 一覧 that is not wanted is 不明, with all in it."""
    return _kept(record, wanted, ())


def _kept(record: Record, wanted: frozenset[Place], above: Steps) -> Record:
    facts = dict[str, Value]()
    for name, value in record.facts.items():
        shown = _kept_value(value, wanted, (*above, name))
        if not is_unknown(shown):
            facts[name] = shown
    judgements = _only(record.judgements, wanted, above)
    return Record(subject=record.subject, facts=facts, judgements=judgements)


def _only(judgements: Mapping[str, bool], wanted: frozenset[Place], above: Steps) -> dict[str, bool]:
    return {n: v for n, v in judgements.items() if Place(steps=(*above, n), judged=True) in wanted}


def _kept_value(value: Value, wanted: frozenset[Place], steps: Steps) -> Value:
    match value:
        case Record():
            return _kept(value, wanted, steps)
        case tuple() if value and not isinstance(value[0], Record):
            return _as_value([_kept_value(v, wanted, (*steps, i)) for i, v in enumerate(value)])
        case tuple():
            if Place(steps=steps) not in wanted:
                return UNKNOWN
            return _as_value([_kept_value(v, wanted, (*steps, i)) for i, v in enumerate(value)])
        case _:
            return value if Place(steps=steps) in wanted else UNKNOWN


def _as_value(members: Sequence[Value]) -> Value:
    """Members of an 一覧, or years of a 系列."""
    records = tuple(m for m in members if isinstance(m, Record))
    years = tuple(m for m in members if isinstance(m, bool | Fraction | Unknown))
    return records if len(records) == len(members) else years


def without_member(record: Record, place: Place, index: int) -> Record:
    """The record with one member fewer in the 一覧 at a place."""
    members = value_at(record, place)
    assert isinstance(members, tuple)
    return with_value(record, place, _as_value([*members[:index], *members[index + 1 :]]))


def is_unknown(value: Value) -> bool:
    """Whether the value says nothing: 不明, or a record or 系列 of which nothing is known."""
    match value:
        case Unknown():
            return True
        case Record(facts=facts, judgements=judgements):
            return not judgements and all(is_unknown(v) for v in facts.values())
        case tuple():
            return bool(value) and all(isinstance(v, Unknown) for v in value)
        case _:
            return False


def type_at(spec: Specification, subject: str, steps: Steps) -> Type | None:
    """The declared type of the fact that steps lead to, None where there is none; a member of a 一覧 has the
    type of a 参照."""
    kind: Type | None = ReferenceType(subject=subject)
    for step in steps:
        match kind, step:
            case ReferenceType(subject=name), str() if name in spec.subjects:
                declared = spec.subjects[name].fields.get(step)
                kind = declared.type if declared else None
            case ListType(subject=name), int():
                kind = ReferenceType(subject=name)
            case SeriesType(element=element), int():
                kind = element
            case _:
                return None
    return kind


def member_places(record: Record, above: Steps = ()) -> Iterator[Place]:
    """Every member of every 一覧; what is inside a member comes after it."""
    for name, value in record.facts.items():
        match value:
            case Record():
                yield from member_places(value, (*above, name))
            case tuple():
                for index, inner in enumerate(value):
                    if isinstance(inner, Record):
                        yield Place(steps=(*above, name, index))
                        yield from member_places(inner, (*above, name, index))
            case _:
                continue


def records_in(record: Record) -> Iterator[Record]:
    """The record and all records inside it."""
    yield record
    for value in record.facts.values():
        if type(value) is Record:
            yield from records_in(value)
        elif type(value) is tuple:
            for inner in value:
                if type(inner) is Record:
                    yield from records_in(inner)
