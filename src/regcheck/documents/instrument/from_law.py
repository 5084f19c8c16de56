"""Law → flow: the whole instrument as it is laid out.

Owns: the head, the 目次, 附則, 別表 and 様式, and which of them begin a page.
Refuses to know: formats.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.documents.instrument.flow import Block, Flow, Line, NewPage, Role
from regcheck.documents.instrument.from_provision import (
    Printed,
    of_block,
    of_children,
    of_paragraph,
    of_remarks,
)
from regcheck.documents.instrument.position import Forms, Position
from regcheck.law.address import ENACTMENT, Address
from regcheck.law.places import parts
from regcheck.law.tree import Annex, Appendix, Contents, Entry, Law, Other, Supplement
from regcheck.law.words import NOTHING, Words, joined

UNNAMED = "条文"
"""What a document is called whose law has neither 題名 nor number."""

_UPRIGHT = frozenset({Annex.STYLE, Annex.FORMAT})
"""What begins a page and is 横書き."""


def flow_of(law: Law, forms: Forms) -> Flow:
    """The instrument in reading order, which is the order of its XML."""
    return Flow(title=law.name or law.number.text or UNNAMED, blocks=tuple(_blocks(law, forms)))


def _blocks(law: Law, forms: Forms) -> Iterator[Block]:
    top = Position(forms=forms)
    if law.number.text:
        yield Line(role=Role.NUMBER, parts=(Words(law.number.text),), rest=1)
    yield from _head(law)
    for paragraph in law.preamble:
        place = top.at(Address("前文", "", paragraph.num))
        yield from of_paragraph(paragraph, place, (), (place.address,))
    yield from of_children(law.main.children, top)
    is_upright = False
    for address, part in parts(law):
        was, is_upright = is_upright, isinstance(part, Appendix) and part.annex in _UPRIGHT
        if was or is_upright:
            yield NewPage(is_upright=is_upright)
        here = top.at(address)
        yield from _supplement(part, here) if isinstance(part, Supplement) else _appendix(part, here)


def _head(law: Law) -> Iterator[Line]:
    title = _title(law)
    contents = list(_contents(law.contents)) if law.contents else []
    enactments = [
        Line(role=Role.ENACTMENT, parts=(words,), first=1, address=ENACTMENT) for words in law.enactments
    ]
    if law.contents_first:
        yield from (*contents, *title)
    else:
        yield from (*title, *enactments, *contents)


def _title(law: Law) -> tuple[Line, ...]:
    if law.title is None or not law.title.words.text:
        return ()
    return (Line(role=Role.TITLE, parts=(law.title.words,), first=3, rest=3, keeps=True),)


def _contents(contents: Contents) -> Iterator[Line]:
    heads = [(contents.label, 0), (contents.preamble, 1)]
    yield from (_entry_line(words, NOTHING, depth) for words, depth in heads if words.text)
    for entry in contents.entries:
        yield from _entry(entry, 1)
    yield from (_entry_line(words, NOTHING, 1) for words in contents.tables if words.text)


def _entry(entry: Entry, depth: int) -> Iterator[Line]:
    yield _entry_line(entry.title, entry.extent, depth)
    for below in entry.entries:
        yield from _entry(below, depth + 1)


def _entry_line(title: Words, extent: Words, depth: int) -> Line:
    return Line(role=Role.CONTENTS, parts=(joined(title, extent),), first=depth, rest=depth + 2)


def _supplement(supplement: Supplement, place: Position) -> Iterator[Printed]:
    address = place.address
    by = f"（{supplement.amended_by}）" if supplement.amended_by else ""
    yield Line(
        role=Role.SUPPLEMENT,
        parts=(_wide(supplement.label),),
        first=3,
        rest=3,
        address=address,
        anchors=(address,),
        keeps=True,
        aside="　".join(part for part in (by, "抄" if supplement.extract else "") if part),
    )
    yield from of_children(supplement.children, place)
    for appendix in supplement.appendices:
        if isinstance(appendix, Other):
            yield from of_block(appendix, place)
        else:
            yield from _appendix(appendix, place.at(Address(place.address.part + appendix.title.text)))


def _wide(label: Words) -> Words:
    """附則 is printed with a space between its signs."""
    return Words("附　則") if label.text == "附則" else label


def _appendix(appendix: Appendix, place: Position) -> Iterator[Printed]:
    address = place.address
    yield Line(
        role=Role.ANNEX,
        parts=(joined(appendix.title, appendix.related),),
        rest=1,
        address=address,
        anchors=(address,),
        keeps=True,
    )
    for block in appendix.blocks:
        yield from of_block(block, place)
    if appendix.remarks:
        yield from of_remarks(appendix.remarks, place)
