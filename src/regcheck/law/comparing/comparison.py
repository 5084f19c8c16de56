"""Two versions of an instrument, compared: the data that every output is made of.

Owns: the comparison and its few questions.
Refuses to know: how it is made.
"""

from __future__ import annotations

from regcheck.frozen import Frozen
from regcheck.law.comparing.pairing import Fate, Move, Pair
from regcheck.law.comparing.references import Destinations, ReferenceChanges
from regcheck.law.comparing.rows import Row
from regcheck.law.tree import Law


class Comparison(Frozen):
    """Every provision of both versions, what differs, and the references that moved."""

    old: Law
    new: Law
    pairs: tuple[Pair, ...]
    rows: tuple[Row, ...]
    moves: tuple[Move, ...]
    destinations: Destinations
    references: ReferenceChanges

    @property
    def is_same(self) -> bool:
        """Whether both versions have the same words under the same numbers."""
        return all(pair.fate is Fate.SAME for pair in self.pairs)

    @property
    def renumbered(self) -> tuple[Pair, ...]:
        """Partners under different numbers, whether or not their words changed too."""
        return tuple(
            pair
            for top in self.pairs
            for pair in top.walk()
            if pair.old and pair.new and pair.old.label.text != pair.new.label.text
        )
