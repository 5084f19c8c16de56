"""Which lines of the ledger belong to which provision of an ordinance.

Owns: the rule: an obligation belongs to the smallest provision whose words it points into; the rest of an item belongs
to the provision with which the item begins; that the print says the same belongs to every provision that was read.
Refuses to know: which item a provision prints, how a verdict was reached.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.analysis.report import Entry
from regcheck.documents.material import Material
from regcheck.documents.ordinance.checks.read_back import placed
from regcheck.documents.print_proofs.prove import FAMILY
from regcheck.documents.tracing.boundaries import Cut, cuts_of
from regcheck.frozen import Frozen
from regcheck.law.address import Address
from regcheck.model.provisions import item_title
from regcheck.model.specification import Header
from regcheck.source.numerals import to_kanji
from regcheck.source.span import Span


class Traced(Frozen):
    """A provision and the words it was made of: the item, whether it begins here, the words of what lies below."""

    address: Address
    span: Span
    header: Header | None
    begins: bool
    below: tuple[Span, ...]
    lead: Address | None = None
    """Of a row of a 別表, the 項 that names the 別表."""


class Proofs:
    """The ledger of a report, by the words of an ordinance."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._tables = {table.header.span: table for table in material.spec.tables.values()}
        self._cuts = cuts_of(material.report)
        self._of_items: dict[str, Sequence[Entry]] = {}
        self._printed = [entry for entry in material.report.printed if entry.family == FAMILY]

    def of(self, piece: Traced) -> Iterator[Entry]:
        """The obligations of the specification that belong to it."""
        if piece.header is None:
            return
        elsewhere = (*piece.below, *self._rows(piece.header))
        for entry in self._of_item(piece.header):
            if piece.begins:
                if entry.span is None or not any(entry.span.is_within(one) for one in elsewhere):
                    yield entry
            elif entry.span is not None and _inside(entry.span, piece.span, piece.below):
                yield entry

    def prints(self, piece: Traced) -> Sequence[Entry]:
        """That it says the same: of the item that it prints, of each that stands in its list, of its periods."""
        here = self._printed_at(piece.address)
        if here or piece.header is None:
            return here
        here = next(filter(None, map(self._printed_at, _above(piece))), ())
        of_item = [entry for entry in here if entry.span is not None and _meet(entry.span, piece.span)]
        stage = [entry for entry in of_item if entry.id.endswith(_stage(piece.address))]
        return stage or of_item

    def cuts(self, piece: Traced) -> Iterator[Cut]:
        """The limits that it sets."""
        if piece.header is None:
            return
        elsewhere = (*piece.below, *(self._rows(piece.header) if piece.begins else ()))
        yield from (cut for cut in self._cuts if _inside(cut.span, piece.span, elsewhere))

    def _of_item(self, header: Header) -> Sequence[Entry]:
        """Those of the item and of the 特例 on it, collected once for all of its lines."""
        title = item_title(header)
        if title not in self._of_items:
            overrides = [o.header for o in self._material.spec.overrides.values() if o.target == header.name]
            entries = [e for one in (header, *overrides) for e in self._material.ledger.of_item(one)]
            self._of_items[title] = [entry for entry in entries if entry.family != FAMILY]
        return self._of_items[title]

    def _printed_at(self, address: Address) -> Sequence[Entry]:
        place = f"{FAMILY}:{placed(address)}/"
        return [entry for entry in self._printed if entry.id.startswith(place)]

    def _rows(self, header: Header) -> Sequence[Span]:
        """Of a table, whose rows may stand in several articles."""
        table = self._tables.get(header.span)
        return [row.span for row in table.rows] if table else []


def _above(piece: Traced) -> Iterator[Address]:
    """The provisions that it is a part of, the smallest first."""
    above = piece.address
    while above.items:
        above = above.up
        yield above
    if piece.lead is not None:
        yield piece.lead


def _stage(address: Address) -> str:
    """The 段階 of a 号: they are printed in their order."""
    number = address.items[0] if address.items else ""
    return f"第{to_kanji(int(number))}段階" if number.isdigit() else "第〇段階"


def _meet(one: Span, other: Span) -> bool:
    return one.is_within(other) or other.is_within(one)


def _inside(inner: Span, outer: Span, smaller: Sequence[Span]) -> bool:
    return inner.is_within(outer) and not any(inner.is_within(one) for one in smaller)
