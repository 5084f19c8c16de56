"""Reads a solver's model back as a record.

Owns: the values of facts behind the variables, on the real scale; defaults for what the model leaves open.
Refuses to know: Z3, terms, questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from math import ceil, floor
from typing import Generic, Protocol, TypeVar, assert_never

from regcheck.frozen import Frozen
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
from regcheck.logic.variables import ordinals
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


_SIGNS = "甲乙丙丁戊己庚辛壬癸"

Read = Callable[[Values], Value]
"""The value of a fact in a model."""

Told = TypeVar("Told")


class Scalar(Frozen, Generic[Told]):
    """How a fact is read that one variable settles. `absent` stands for a variable without a value."""

    name: str
    told: Mapping[int, Told]
    absent: int
    is_truth: bool = False

    def __call__(self, values: Values) -> Told:
        value = values.truth(self.name) if self.is_truth else values.whole(self.name)
        return self.told[self.absent if value is None else value]


class Table(dict[int, Told]):
    """What integers stand for; each value is made once."""

    def __init__(self, tell: Callable[[int], Told]) -> None:
        self._tell = tell

    def __missing__(self, value: int) -> Told:
        told = self[value] = self._tell(value)
        return told


_TRUTHS = {0: False, 1: True}


class Decoder:
    """Reads the cases of one layout; how a fact is read is found out once."""

    def __init__(self, specification: Specification, grid: Grid, slots: Mapping[ListSteps, Slots]) -> None:
        self.specification, self.grid, self.slots = specification, grid, slots
        self._reads: dict[Fact, Read] = {}
        self._numbers: dict[int, Table[Fraction]] = {}
        self._days = Table(date.fromordinal)
        self._texts = Table(lambda code: text_of(code, grid.texts))

    def case(self, mentions: Iterable[Mention], values: Values) -> Reading:
        """The mentioned facts of one case."""
        return Reading(self, mentions, values)

    def read_of(self, fact: Fact) -> Read | None:
        """How a fact that is a single value is read; None for what is made of records."""
        read = self._reads.get(fact)
        if read is None and not isinstance(type_of(self.specification, fact), ListType | ReferenceType):
            read = self._reads[fact] = self._read(fact)
        return read

    def _read(self, fact: Fact) -> Read:
        name = fact.name
        match type_of(self.specification, fact):
            case BoolType():
                return truth(name)
            case NumberType() as number:
                return self._number(name, number)
            case DateType() as declared:
                return Scalar(name=name, told=self._days, absent=_nearest_to_zero(*ordinals(declared)))
            case EnumType(enum=enum):
                members = self.specification.enumerations[enum].members
                return Scalar(name=name, told=dict(enumerate(members)), absent=0)
            case EnumSetType(enum=enum):
                named = [(word, fact.member(word)) for word in self.specification.enumerations[enum].members]
                return lambda values: frozenset(word for word, switch in named if values.truth(switch))
            case TextType():
                return Scalar(name=name, told=self._texts, absent=0)
            case SeriesType() as series:
                return self._series(fact, series)
            case never:
                raise AssertionError(never)

    def _series(self, fact: Fact, series: SeriesType) -> Read:
        names = [fact.item(index) for index in range(series.length)]
        match series.element:
            case BoolType():
                return lambda values: tuple(bool(values.truth(name)) for name in names)
            case NumberType() as number:
                reads = [self._number(name, number) for name in names]
                return lambda values: tuple(read(values) for read in reads)
            case _ as never:
                assert_never(never)

    def _number(self, name: str, number: NumberType) -> Scalar[Fraction]:
        scale = self.grid.scale(number)
        low = None if number.low is None else ceil(number.low * scale)
        high = None if number.high is None else floor(number.high * scale)
        told = self._numbers.setdefault(scale, Table(lambda value: Fraction(value, scale)))
        return Scalar(name=name, told=told, absent=_nearest_to_zero(low, high))


def truth(name: str) -> Scalar[bool]:
    """How a truth is read."""
    return Scalar(name=name, told=_TRUTHS, absent=0, is_truth=True)


class Reading:
    """One case: its facts sorted by the record that they are of."""

    def __init__(self, decoder: Decoder, mentions: Iterable[Mention], values: Values) -> None:
        self._decoder, self._values = decoder, values
        self._facts: dict[tuple[Step, ...], list[Fact]] = {}
        self._judgements: dict[tuple[Step, ...], list[Judgement]] = {}
        self._references: dict[tuple[Step, ...], set[str]] = {}
        self._used: list[Place] = []
        """The slots that have an element."""
        for mention in mentions:
            self._note(mention)

    def _note(self, mention: Mention) -> None:
        match mention:
            case Fact(place=place):
                self._note_way(place.steps)
                self._facts.setdefault(place.steps, []).append(mention)
            case Place(steps=steps):
                self._note_way(steps)
                if steps and isinstance(steps[-1], int) and self._values.truth(presence(mention)):
                    self._used.append(mention)
            case Judgement(place=place):
                self._note_way(place.steps)
                self._judgements.setdefault(place.steps, []).append(mention)
            case Torn():
                pass
            case _:
                assert_never(mention)

    def _note_way(self, steps: tuple[Step, ...]) -> None:
        """The 参照 on the way to a record; slots belong to their 一覧, which is a fact."""
        for index, step in enumerate(steps):
            following = steps[index + 1] if index + 1 < len(steps) else ""
            if isinstance(step, str) and isinstance(following, str):
                self._references.setdefault(steps[:index], set()).add(step)

    @property
    def elements(self) -> int:
        """How many elements all 一覧 have together."""
        return sum(map(self._copies, self._used))

    def record(self, place: Place) -> Record:
        """The record at a place with all that was mentioned of it."""
        facts: dict[str, Value] = {fact.field: self._value(fact) for fact in self._facts.get(place.steps, ())}
        for name in sorted(self._references.get(place.steps, ())):
            declared = type_of(self._decoder.specification, Fact(place=place, field=name))
            assert isinstance(declared, ReferenceType), name
            facts[name] = self.record(Place(subject=declared.subject, steps=(*place.steps, name)))
        judgements = self._judgements.get(place.steps, ())
        judged = {j.discretion: bool(self._values.truth(j.name)) for j in judgements}
        return Record(
            subject=place.subject, facts=dict(sorted(facts.items())), judgements=dict(sorted(judged.items()))
        )

    def _value(self, fact: Fact) -> Value:
        read = self._decoder.read_of(fact)
        if read is not None:
            return read(self._values)
        match type_of(self._decoder.specification, fact):
            case ListType(subject=subject):
                return self._elements(fact, subject)
            case ReferenceType(subject=subject):
                return self.record(Place(subject=subject, steps=(*fact.place.steps, fact.field)))
            case never:
                raise AssertionError(never)

    def _elements(self, fact: Fact, subject: str) -> tuple[Record, ...]:
        count = self._decoder.slots[shape((*fact.place.steps, fact.field))].count
        found: list[Record] = []
        for place in (fact.slot(index, subject) for index in range(count)):
            if self._values.truth(presence(place)):
                found += [self.record(place)] * self._copies(place)
        return tuple(found)

    def _copies(self, slot: Place) -> int:
        number = self._values.whole(copies(slot))
        return 1 if number is None else number


def _nearest_to_zero(low: int | None, high: int | None) -> int:
    least = 0 if low is None else max(low, 0)
    return least if high is None else min(least, high)


def text_of(code: int, texts: tuple[str, ...]) -> str:
    """A listed text, or one that nobody names, different for each code: 甲, 乙, …, 甲2, …"""
    if code < len(texts):
        return texts[code]
    turn, sign = divmod(code - len(texts), len(_SIGNS))
    fresh = f"{_SIGNS[sign]}{turn + 1 if turn else ''}"
    while fresh in texts:
        fresh = f"（{fresh}）"
    return fresh
