"""Places: where a record stands in a case, and the names of its facts.

Owns: places of records (the subject, what 参照 lead to, slots of a 一覧), the facts that can be mentioned,
and the one name that each fact has as a variable.
Refuses to know: formulas, terms, values.

A case is a tree: a record that is reached on two ways is two records, as it is for model/case.py.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from regcheck.frozen import Frozen
from regcheck.model.formula import Path
from regcheck.model.specification import Specification
from regcheck.model.types import ListType, ReferenceType, Type


class Each(Frozen):
    """Stands for every slot of a 一覧 where slots are not told apart; the variable that is bound to it."""

    variable: str = ""

    def __str__(self) -> str:
        return f"＊{self.variable}"


ANY = Each()
"""Every slot, whatever variable speaks of it."""

_SIGNS = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "%.[]|\\@?：「」×∋？"})

Step = str | int | Each


class Place(Frozen, cache_hash=True):
    """A record: its 対象 and the 参照, 一覧 and slot numbers that lead to it from the subject."""

    subject: str
    steps: tuple[Step, ...] = ()

    @property
    def name(self) -> str:
        """開設者.病院[0]; empty for the subject itself."""
        return name_of(self.steps)

    @property
    def any_slot(self) -> Place:
        """The place with its slots not told apart."""
        steps = shape(self.steps)
        return self if steps == self.steps else Place(subject=self.subject, steps=steps)


class Fact(Frozen, cache_hash=True):
    """A field of the record at a place."""

    place: Place
    field: str

    @property
    def name(self) -> str:
        return name_of((*self.place.steps, self.field))

    def item(self, index: int) -> str:
        """The name of one value of a 系列."""
        return f"{self.name}[{index}]"

    def member(self, value: str) -> str:
        """The name of one member of a 区分の集合."""
        return f"{self.name}∋{escape(value)}"

    def slot(self, index: int | Each, subject: str) -> Place:
        """The place of one slot of a 一覧."""
        return Place(subject=subject, steps=(*self.place.steps, self.field, index))


class Judgement(Frozen, cache_hash=True):
    """A 裁量 on the record at a place."""

    place: Place
    discretion: str

    @property
    def name(self) -> str:
        return titled("裁量", self.discretion, self.place)


class Torn(Frozen, cache_hash=True):
    """A place where the law may contradict itself: an item and a record."""

    name: str


Mention = Place | Fact | Judgement | Torn
"""What a term can speak of and a case must settle."""


def presence(slot: Place) -> str:
    """The name of the switch that says that a slot of a 一覧 is used."""
    return f"{slot.name}？"


def copies(slot: Place) -> str:
    """The name of the number of equal elements that a slot stands for."""
    return f"{slot.name}×"


def titled(kind: str, item: str, place: Place) -> str:
    """The name of what an item says of a record: 定義「特定機能病院」@病院[0]."""
    return f"{kind}「{escape(item)}」" + (f"@{place.name}" if place.steps else "")


@cache
def name_of(steps: tuple[Step, ...]) -> str:
    """Steps joined: fields by dots, slots in brackets."""
    parts = [f".{escape(step)}" if isinstance(step, str) else f"[{step}]" for step in steps]
    return "".join(parts).removeprefix(".")


def shape(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps with slots not told apart."""
    return tuple(step if isinstance(step, str) else ANY for step in steps)


@cache
def escape(text: str) -> str:
    """A user's name without the signs that structure names here."""
    return "".join(c if c.isprintable() else f"%{ord(c):02X}" for c in text.translate(_SIGNS))


def type_of(specification: Specification, fact: Fact) -> Type:
    """The declared type of a fact."""
    return specification.subjects[fact.place.subject].fields[fact.field].type


def record_at(specification: Specification, path: Path, places: Mapping[str, Place]) -> Place:
    """The record that a path of 参照 leads to."""
    return along(specification, places[path.root], path.steps)[-1]


def along(specification: Specification, place: Place, steps: Iterable[str]) -> list[Place]:
    """The records that 参照 lead to one after another; first the one at the place."""
    found = [place]
    for step in steps:
        place = _follow(specification, Fact(place=place, field=step))
        found.append(place)
    return found


def fact_at(specification: Specification, path: Path, places: Mapping[str, Place]) -> Fact:
    """The fact that a path ends in."""
    return Fact(place=owner_at(specification, path, places), field=path.steps[-1])


def owner_at(specification: Specification, path: Path, places: Mapping[str, Place]) -> Place:
    """The record whose field a path ends in."""
    place = places[path.root]
    return place if len(path.steps) == 1 else along(specification, place, path.steps[:-1])[-1]


def _follow(specification: Specification, fact: Fact) -> Place:
    target = type_of(specification, fact)
    assert isinstance(target, ReferenceType), fact.name
    return Place(subject=target.subject, steps=(*fact.place.steps, fact.field))


def list_at(specification: Specification, path: Path, places: Mapping[str, Place]) -> tuple[Fact, ListType]:
    """The 一覧 that a path ends in, with its type."""
    fact = fact_at(specification, path, places)
    declared = type_of(specification, fact)
    assert isinstance(declared, ListType), fact.name
    return fact, declared
