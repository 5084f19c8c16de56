"""What terms speak of, as sets that are quick to join.

Owns: a bit for each mention, and sets of mentions as integers.
Refuses to know: what notes a mention, who reads it.

Each formula has such a set and each question joins those of its parts: they are joined far more often than read.
"""

from __future__ import annotations

from regcheck.frozen import Mutable, field
from regcheck.logic.places import Mention


class Mentions(Mutable):
    """Gives each mention a bit, in the order in which they are met."""

    _bits: dict[Mention, int] = field(default_factory=dict)
    _read: dict[int, frozenset[Mention]] = field(default_factory=dict)

    def bit(self, mention: Mention) -> int:
        """The set of this mention alone."""
        bit = self._bits.get(mention)
        if bit is None:
            bit = self._bits[mention] = 1 << len(self._bits)
        return bit

    def of(self, bits: int) -> frozenset[Mention]:
        """The mentions of a set; equal sets are one object."""
        known = self._read.get(bits)
        if known is None:
            known = self._read[bits] = frozenset([m for m, bit in self._bits.items() if bits & bit])
        return known
