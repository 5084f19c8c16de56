"""What stands on a line of its own in a comparison, nested as the law nests it.

Owns: the unit, its own words apart from those below it, and what makes two units say the same.
Refuses to know: how a law becomes units (from_law.py), another version, how a unit is printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise

from regcheck.frozen import Frozen
from regcheck.law.address import Address
from regcheck.law.tree import Article, Framed, Item, Paragraph, Remarks, Sentence, Table
from regcheck.law.words import NOTHING, Words


class UnitKind(StrEnum):
    """What a unit is; only units of one kind are ever partners."""

    HEAD = "head"
    """題名 or 制定文."""
    CONTENTS = "contents"
    ENTRY = "entry"
    """A line of the 目次."""
    DIVISION = "division"
    ARTICLE = "article"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    ROWS = "rows"
    """Rows of a table that merged cells hold together."""
    REMARKS = "remarks"
    BLOCK = "block"
    """A picture, or what has no node of its own."""
    SUPPLEMENT = "supplement"
    APPENDIX = "appendix"


Own = Article | Paragraph | Item | Remarks | Table | Framed | Sentence
"""A node without what stands below it. An article has no 項 here: its title goes with the first of them."""


class Unit(Frozen):
    """One unit of one version. `key` is all that it says but its own label: equal keys are equal provisions."""

    kind: UnitKind
    address: Address
    own: Own
    said: str
    """Its own words without its label: of an article the caption, of a 項 the sentences."""
    key: str
    grams: frozenset[str]
    """The pairs of signs that follow each other in all its words; of a single sign, the sign."""
    num: str = ""
    label: Words = NOTHING
    caption: str = ""
    """What it is about, in a word: the caption of a 条, the name of a 様式."""
    below: tuple[Unit, ...] = ()

    def walk(self) -> Iterator[Unit]:
        """It and all units below it, in reading order."""
        yield self
        for unit in self.below:
            yield from unit.walk()


def unit(
    kind: UnitKind,
    address: Address,
    own: Own,
    said: str,
    *,
    num: str = "",
    label: Words = NOTHING,
    caption: str = "",
    below: tuple[Unit, ...] = (),
) -> Unit:
    """The unit with what is computed of its words."""
    key = "".join((said, *(f"\x1e{one.label.text}\x1f{one.key}" for one in below)))
    return Unit(
        kind=kind,
        address=address,
        own=own,
        said=said,
        key=key,
        grams=frozenset(map("".join, pairwise(key))) or frozenset(key),
        num=num,
        label=label,
        caption=caption,
        below=below,
    )
