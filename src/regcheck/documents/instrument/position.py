"""Where a line or a table stands: in which provision, in a cell or not.

Owns: what is handed down from a provision to what is below it.
Refuses to know: trees of laws, formats.
"""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.documents.instrument.form import Form
from regcheck.frozen import Frozen, field, replace
from regcheck.law.address import Address

Forms = Mapping[str, Form]
"""By the name that the XML has for the file: ./pict/様式第一.pdf."""


class Position(Frozen, kw_only=False):
    """What a line knows of its surroundings."""

    address: Address = Address()
    in_cell: bool = False
    above: int = 0
    """Levels of items that are not indented: those above the items of a cell."""
    forms: Forms = field(default_factory=dict)

    def at(self, address: Address) -> Position:
        """The same place in another provision."""
        return replace(self, address=address)

    def anchors(self, *addresses: Address) -> tuple[Address, ...]:
        """What can be pointed at: provisions quoted in a cell cannot."""
        return () if self.in_cell else addresses
