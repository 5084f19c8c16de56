"""Every 項 and 号 of an ordinance beside the words it was made of, and what was proved of these.

Owns: which item a provision prints, and where that is specified.
Refuses to know: XML, pages, which obligations belong to which words.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.analysis.report import Entry
from regcheck.documents.material import Material
from regcheck.documents.ordinance.checks.provisions import header_of
from regcheck.documents.ordinance.draft import AnnexUse, Draft, Line, annex_titles, lines_of
from regcheck.documents.tracing.boundaries import Cut
from regcheck.documents.tracing.proofs import Proofs, Traced
from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address
from regcheck.model.specification import Header
from regcheck.source.span import Span


class Origin(Frozen):
    """A provision, the words it was made of (of the specification, or of a text of the ordinance), the item that it is
    a part of, its obligations, the proofs that the printed words say the same, the limits that it sets."""

    address: Address
    span: Span
    header: Header | None = None
    entries: tuple[Entry, ...] = ()
    prints: tuple[Entry, ...] = ()
    cuts: tuple[Cut, ...] = ()

    @property
    def proofs(self) -> tuple[Entry, ...]:
        """All of them, each once."""
        every = (*self.entries, *self.prints, *(cut.entry for cut in self.cuts))
        return tuple({entry.id: entry for entry in every}.values())


def origins_of(draft: Draft, material: Material) -> tuple[Origin, ...]:
    """The origin of every line of a draft, in reading order."""
    return tuple(_Tracing(draft, material).origins())


class _Tracing:
    def __init__(self, draft: Draft, material: Material) -> None:
        self._draft, self._material = draft, material
        self._owners: dict[Address, Header] = {}
        self._lines = list(lines_of(draft))
        self._proofs = Proofs(material)
        self._leads = dict(self._named_annexes())

    def origins(self) -> Iterator[Origin]:
        for address, line in self._lines:
            header = self._owner(address, line)
            span = self._span(line, header)
            part = Traced(
                address=address,
                span=span,
                header=header,
                begins=line.printed is not None,
                below=tuple(below.span for below in line.lines),
                lead=self._leads.get(address.part),
            )
            yield Origin(
                address=address,
                span=span,
                header=header,
                entries=tuple(self._proofs.of(part)),
                prints=tuple(self._proofs.prints(part)),
                cuts=tuple(self._proofs.cuts(part)),
            )

    def _named_annexes(self) -> Iterator[tuple[str, Address]]:
        """Each 別表 with the 項 that names it."""
        titles = annex_titles(self._draft)
        for address, line in self._lines:
            yield from ((titles[one.position], address) for one in line.pieces if isinstance(one, AnnexUse))

    # ------------------------------------------------------------ items

    def _owner(self, address: Address, line: Line) -> Header | None:
        """The item of a line: its own, that of the 項 it continues, or that of the line above it."""
        header = self._owners.get(address) or (self._owners.get(address.up) if address.items else None)
        if line.printed is not None:
            header = header_of(self._material.spec, self._draft, line.printed)
            for further in range(1, line.printed.paragraphs):
                self._owners[replace(address, paragraph=str(int(address.paragraph) + further))] = header
        if header is not None:
            self._owners[address] = header
        return header

    def _span(self, line: Line, header: Header | None) -> Span:
        """An item whose words a text puts into a sentence stands where it is specified, not where the text is."""
        is_in_text = line.span.file in self._material.texts
        return header.span if header is not None and line.printed and is_in_text else line.span
