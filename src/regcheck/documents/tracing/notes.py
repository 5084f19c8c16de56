"""What stands beside a provision on the page: where its words come from, what was proved of it, the cases at its limits.

Owns: the words of the notes, and where they lead on the page of the specification.
Refuses to know: how a provision is traced, how a note looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from regcheck.analysis.report import Entry
from regcheck.documents.instrument.notes import Note, NoteKind
from regcheck.documents.material import Material
from regcheck.documents.tracing.origins import Origin
from regcheck.documents.verdicts import Ledger, family_word
from regcheck.law.address import Address


def notes_of(origins: Sequence[Origin], material: Material, page: str) -> Mapping[Address, tuple[Note, ...]]:
    """The notes of every provision; `page` is the file that has the specification and the ledger. The rows of a 別表
    have no place of their own on a page of law: their notes stand at its title."""
    found: dict[Address, list[Note]] = {}
    for origin in origins:
        is_row = bool(origin.address.items) and not origin.address.paragraph
        at = Address(origin.address.part) if is_row else origin.address
        found.setdefault(at, []).extend(_notes(origin, material, page))
    return {address: tuple(notes) for address, notes in found.items()}


def _notes(origin: Origin, material: Material, page: str) -> Iterator[Note]:
    place = material.source_link(origin.span)
    if place.text:
        yield Note(place.text, _href(page, place.target), NoteKind.SPECIFICATION)
    yield from _proofs((*origin.entries, *origin.prints), material.ledger, page)
    for cut in origin.cuts:
        target = _href(page, material.ledger.anchor(cut.entry))
        yield Note(f"限度の境　{cut.words}", target, NoteKind.CASE)


def _proofs(entries: Sequence[Entry], ledger: Ledger, page: str) -> Iterator[Note]:
    """証明済み 引く条項 働く要件（3）: a word for each verdict, then a link for each family that leads to its first line."""
    found: dict[str, dict[str, list[Entry]]] = {}
    for entry in entries:
        found.setdefault(ledger.word(entry), {}).setdefault(family_word(entry.family), []).append(entry)
    for verdict, families in found.items():
        yield Note(verdict)
        for family, held in families.items():
            count = f"（{len(held)}）" if len(held) > 1 else ""
            yield Note(family + count, _href(page, ledger.anchor(held[0])), NoteKind.PROOF)


def _href(page: str, target: str) -> str:
    return f"{page}#{target}" if target else ""
