"""The text of a law as it is at hand: of which day, from where, how much of it, and what has changed since.

Owns: the text with what is known of it; finding one among several.
Refuses to know: files, TOML, who cites it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address, is_within
from regcheck.law.places import Places
from regcheck.law.tree import Law


class Amendment(Frozen):
    """A change that the text does not have: of which provisions, by what, in force from when (None: not known)."""

    provisions: tuple[Address, ...]
    by: str
    day: date | None = None


class Source(Frozen):
    """What is known of a text. `part`: it is an extract."""

    file: str
    as_of: date | None = None
    source: str = ""
    certainty: str = ""
    part: bool = False
    absent: tuple[Address, ...] = ()
    """Provisions that could not be had: references to them are not checked."""
    later: tuple[Amendment, ...] = ()


class StoredLaw(Frozen):
    """A text with its provisions."""

    places: Places
    source: Source

    @staticmethod
    def of(law: Law, source: Source) -> StoredLaw:
        """The text; where it is an extract, the tree says so too."""
        whole = replace(law, main=replace(law.main, extract=True)) if source.part else law
        return StoredLaw(places=Places.of(whole), source=source)

    @property
    def law(self) -> Law:
        return self.places.law

    def is_absent(self, address: Address) -> bool:
        """Whether the provision, or what it is a part of, is among those that could not be had."""
        return any(is_within(address, absent) for absent in self.source.absent)

    def later(self, article: Address) -> tuple[Amendment, ...]:
        """The changes of an article, or of parts of it, that the text does not have."""
        return tuple(one for one in self.source.later if any(is_within(p, article) for p in one.provisions))


def find_law(laws: Iterable[StoredLaw], title: str, number: str) -> StoredLaw | None:
    """The text of a law by its number, or by its title where it has none."""
    found = tuple(laws)
    by_number = (one for one in found if number and one.law.number.text == number)
    by_title = (one for one in found if title and one.law.name == title)
    return next(by_number, None) or next(by_title, None)
