"""The variables behind the facts of a case.

Owns: which variables a fact of each type has, within which limits, and the record of what was mentioned.
Refuses to know: formulas, SMT-LIB, how a model of the variables is read back.

真偽 is a switch; a number or date an integer on its grid; 区分 and 文字列 the integer of a member (texts beyond
the listed ones are all the texts that nobody names); 区分の集合 a switch per member; 系列 a variable per year;
一覧 slots, the used ones first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import ceil, floor

from regcheck.frozen import Frozen, Mutable, field
from regcheck.logic.grid import Grid
from regcheck.logic.mentions import Mentions
from regcheck.logic.places import Fact, Judgement, Mention, Place, copies, presence, shape, type_of
from regcheck.logic.slots import ListSteps, Slots
from regcheck.logic.terms import Sum, Switch, Terms, Whole
from regcheck.model.specification import Specification
from regcheck.model.types import DateType, EnumType, ListType, NumberType, SeriesType, TextType


class Slot(Frozen):
    """One slot of a 一覧: where its element stands, whether it is used, how many elements it stands for."""

    place: Place
    used: Switch
    copies: Sum


class Variables(Mutable, kw_only=True):
    """Makes the variables of the facts of one case, and notes each fact that is asked for."""

    specification: Specification
    grid: Grid
    slots: Mapping[ListSteps, Slots]
    terms: Terms
    mentions: Mentions = field(default_factory=Mentions)
    noted: int = 0
    """The mentions since somebody set this to 0."""
    copies: dict[Mention, Whole] = field(default_factory=dict)
    """By slot, how many equal elements it stands for, where that is open."""
    _numbers: dict[Fact, Sum] = field(default_factory=dict)

    def note(self, mention: Mention) -> None:
        """What is spoken of, whatever is asked of it."""
        self.noted |= self.mentions.bit(mention)

    def switch(self, fact: Fact) -> Switch:
        """A 真偽."""
        self.note(fact)
        return self.terms.switch(fact.name)

    def number(self, fact: Fact) -> Sum:
        """A number or a date (as its ordinal)."""
        self.note(fact)
        made = self._numbers.get(fact)
        if made is None:
            made = self._numbers[fact] = self._number(fact)
        return made

    def _number(self, fact: Fact) -> Sum:
        declared = type_of(self.specification, fact)
        if isinstance(declared, DateType):
            return Sum.of(self.terms.whole(fact.name, *ordinals(declared)))
        assert isinstance(declared, NumberType), fact.name
        return self._scaled(fact.name, declared)

    def year(self, fact: Fact, index: int) -> Sum:
        """One value of a numeric 系列."""
        self.note(fact)
        element = self._series(fact).element
        assert isinstance(element, NumberType), fact.name
        return self._scaled(fact.item(index), element)

    def years(self, fact: Fact) -> list[Sum]:
        """All values of a numeric 系列."""
        return [self.year(fact, index) for index in range(self._series(fact).length)]

    def switch_in_year(self, fact: Fact, index: int) -> Switch:
        """One value of a 系列 of 真偽."""
        self.note(fact)
        return self.terms.switch(fact.item(index))

    def code(self, fact: Fact) -> Whole:
        """The number of a 区分 member or of a text."""
        self.note(fact)
        declared = type_of(self.specification, fact)
        if isinstance(declared, TextType):
            return self.terms.whole(fact.name, 0)
        assert isinstance(declared, EnumType), fact.name
        return self.terms.whole(fact.name, 0, len(self._members(declared.enum)) - 1)

    def code_of(self, fact: Fact, value: str) -> int:
        """The number that `code` has for a value; −1 for a word that is no member."""
        declared = type_of(self.specification, fact)
        words = self._members(declared.enum) if isinstance(declared, EnumType) else self.grid.texts
        return words.index(value) if value in words else -1

    def member(self, fact: Fact, value: str) -> Switch:
        """Whether a 区分の集合 has a member."""
        self.note(fact)
        return self.terms.switch(fact.member(value))

    def members(self, fact: Fact, enumeration: str) -> list[Switch]:
        """The switches of all members of a 区分の集合."""
        return [self.member(fact, value) for value in self._members(enumeration)]

    def judgement(self, place: Place, discretion: str) -> Switch:
        """A 裁量."""
        judgement = Judgement(place=place, discretion=discretion)
        self.note(judgement)
        return self.terms.switch(judgement.name)

    def elements(self, fact: Fact, declared: ListType) -> list[Slot]:
        """The slots of a 一覧."""
        self.note(fact)
        layout = self.slots[shape((*fact.place.steps, fact.field))]
        slots = [self._slot(fact.slot(i, declared.subject), layout) for i in range(layout.count)]
        if layout.multiple and declared.limit is not None and slots:
            self._at_most(slots, declared.limit)
        return slots

    def _slot(self, place: Place, layout: Slots) -> Slot:
        self.note(place)
        name = presence(place)
        used = self.terms.switch(name)
        index = place.steps[-1]
        if isinstance(index, int) and index > 0 and used not in self.terms.axioms:
            before = presence(Place(subject=place.subject, steps=(*place.steps[:-1], index - 1)))
            self.terms.require(used, self.terms.imply(used, self.terms.switch(before)))
        if not layout.multiple:
            return Slot(place=place, used=used, copies=Sum.known(1))
        number = self.terms.whole(copies(place), 1)
        self.copies[place] = number
        return Slot(place=place, used=used, copies=Sum.of(number))

    def _at_most(self, slots: list[Slot], limit: int) -> None:
        """All elements together, said once with the first slot's number."""
        first = self.terms.whole(copies(slots[0].place), 1)
        if len(self.terms.axioms[first]) == 1:
            total = Sum.total([self.terms.gated(s.used, s.copies) for s in slots])
            self.terms.require(first, self.terms.at_least_zero(Sum.known(limit) - total))

    def _scaled(self, name: str, number: NumberType) -> Sum:
        scale = self.grid.scale(number)
        low = None if number.low is None else ceil(number.low * scale)
        high = None if number.high is None else floor(number.high * scale)
        return Sum.of(self.terms.whole(name, low, high), Fraction(1, scale))

    def _series(self, fact: Fact) -> SeriesType:
        declared = type_of(self.specification, fact)
        assert isinstance(declared, SeriesType), fact.name
        return declared

    def _members(self, enumeration: str) -> tuple[str, ...]:
        return self.specification.enumerations[enumeration].members


def ordinals(declared: DateType) -> tuple[int, int]:
    """The numbers of the first and the last day that a date can be."""
    low, high = declared.low or date.min, declared.high or date.max
    return low.toordinal(), high.toordinal()
