"""Reads a solver's model back as a record.

Owns: the values of facts behind the variables, on the real scale; defaults for what the model leaves open.
Refuses to know: Z3, terms, questions.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Protocol, assert_never

from regcheck.frozen import Frozen, field
from regcheck.logic.grid import Grid
from regcheck.logic.places import (
    Fact,
    Judgement,
    Mention,
    Place,
    Step,
    Torn,
    copies,
    presence,
    shape,
    type_of,
)
from regcheck.logic.slots import ListSteps, Slots
from regcheck.model.case import Record, Value
from regcheck.model.specification import Specification
from regcheck.model.types import (
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    ReferenceType,
    SeriesType,
    TextType,
)


class Values(Protocol):
    """A solver's model: the value of a variable by name, None where it has none."""

    def truth(self, name: str) -> bool | None: ...

    def whole(self, name: str) -> int | None: ...


class Decoder(Frozen):
    """Reads the mentioned facts of one case."""

    specification: Specification
    grid: Grid
    slots: Mapping[ListSteps, Slots]
    values: Values
    facts: dict[tuple[Step, ...], list[Fact]] = field(default_factory=dict)
    judgements: dict[tuple[Step, ...], list[Judgement]] = field(default_factory=dict)
    references: dict[tuple[Step, ...], set[str]] = field(default_factory=dict)
    used: list[Place] = field(default_factory=list)
    """The slots that have an element."""

    def note(self, mentions: Iterable[Mention]) -> None:
        """Sort the mentions by the record that they are of."""
        for mention in sorted(mentions, key=lambda m: m.name):
            match mention:
                case Place(steps=steps):
                    self._note_way(steps)
                    if steps and isinstance(steps[-1], int) and self._truth(presence(mention)):
                        self.used.append(mention)
                case Fact(place=place):
                    self._note_way(place.steps)
                    self.facts.setdefault(place.steps, []).append(mention)
                case Judgement(place=place):
                    self._note_way(place.steps)
                    self.judgements.setdefault(place.steps, []).append(mention)
                case Torn():
                    pass
                case _:
                    assert_never(mention)

    def _note_way(self, steps: tuple[Step, ...]) -> None:
        """The 参照 on the way to a record; slots belong to their 一覧, which is a fact."""
        for index, step in enumerate(steps):
            following = steps[index + 1] if index + 1 < len(steps) else ""
            if isinstance(step, str) and isinstance(following, str):
                self.references.setdefault(steps[:index], set()).add(step)

    @property
    def elements(self) -> int:
        """How many elements all 一覧 have together."""
        return sum(self._whole(copies(slot), 1, None) for slot in self.used)

    def record(self, place: Place) -> Record:
        """The record at a place with all that was mentioned of it."""
        facts: dict[str, Value] = {fact.field: self._value(fact) for fact in self.facts.get(place.steps, ())}
        for name in sorted(self.references.get(place.steps, ())):
            declared = type_of(self.specification, Fact(place=place, field=name))
            assert isinstance(declared, ReferenceType), name
            facts[name] = self.record(Place(subject=declared.subject, steps=(*place.steps, name)))
        judged = {j.discretion: self._truth(j.name) for j in self.judgements.get(place.steps, ())}
        return Record(subject=place.subject, facts=dict(sorted(facts.items())), judgements=judged)

    def _value(self, fact: Fact) -> Value:
        match type_of(self.specification, fact):
            case BoolType():
                return self._truth(fact.name)
            case NumberType() as number:
                return self._number(fact.name, number)
            case DateType():
                return date.fromordinal(self._whole(fact.name, date.min.toordinal(), date.max.toordinal()))
            case EnumType(enum=enum):
                members = self.specification.enumerations[enum].members
                return members[self._whole(fact.name, 0, len(members) - 1)]
            case EnumSetType(enum=enum):
                members = self.specification.enumerations[enum].members
                return frozenset(value for value in members if self._truth(fact.member(value)))
            case TextType():
                return text_of(self._whole(fact.name, 0, None), self.grid.texts)
            case SeriesType() as series:
                return self._series(fact, series)
            case ListType(subject=subject):
                return self._elements(fact, subject)
            case ReferenceType(subject=subject):
                return self.record(Place(subject=subject, steps=(*fact.place.steps, fact.field)))
            case _ as never:
                assert_never(never)

    def _series(self, fact: Fact, series: SeriesType) -> Value:
        names = [fact.item(index) for index in range(series.length)]
        match series.element:
            case BoolType():
                return tuple(self._truth(name) for name in names)
            case NumberType() as number:
                return tuple(self._number(name, number) for name in names)
            case _ as never:
                assert_never(never)

    def _elements(self, fact: Fact, subject: str) -> tuple[Record, ...]:
        count = self.slots[shape((*fact.place.steps, fact.field))].count
        found: list[Record] = []
        for place in (fact.slot(index, subject) for index in range(count)):
            if self._truth(presence(place)):
                found += [self.record(place)] * self._whole(copies(place), 1, None)
        return tuple(found)

    def _number(self, name: str, number: NumberType) -> Fraction:
        scale = self.grid.scale(number)
        value = self.values.whole(name)
        if value is None:
            low = None if number.low is None else ceil(number.low * scale)
            high = None if number.high is None else floor(number.high * scale)
            value = _nearest_to_zero(low, high)
        return Fraction(value, scale)

    def _truth(self, name: str) -> bool:
        return bool(self.values.truth(name))

    def _whole(self, name: str, low: int | None, high: int | None) -> int:
        """The value, or the one nearest to zero within the limits."""
        value = self.values.whole(name)
        return _nearest_to_zero(low, high) if value is None else value


def _nearest_to_zero(low: int | None, high: int | None) -> int:
    least = 0 if low is None else max(low, 0)
    return least if high is None else min(least, high)


def text_of(code: int, texts: tuple[str, ...]) -> str:
    """A listed text, or one of the texts that nobody names, different for each code."""
    if code < len(texts):
        return texts[code]
    number = code - len(texts)
    fresh = f"（その他{number + 1 if number else ''}）"
    while fresh in texts:
        fresh = f"（{fresh}）"
    return fresh
