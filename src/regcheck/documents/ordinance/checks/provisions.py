"""条項 of the specification beside the places that the ordinance has for its items.

Owns: which item stands where, whether its 条項 says so, and what it would say.
Refuses to know: how places are numbered, words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Applicability, Diagnostic, Fix
from regcheck.documents.ordinance.draft import Draft, Manner, Printed, lines_of
from regcheck.documents.ordinance.numbering import Numbering
from regcheck.frozen import replace
from regcheck.law.address import Address, is_within, read_address
from regcheck.model.provisions import is_provision, item_title
from regcheck.model.specification import Header, Specification
from regcheck.source.span import Span


def check_provisions(spec: Specification, draft: Draft, numbering: Numbering) -> Iterator[Diagnostic]:
    """A finding for each item that stands elsewhere than its 条項 says, with every place that it has. An item without 条項
    may stand anywhere."""
    for title, (header, addresses) in _placed(spec, draft).items():
        if not header.provision or all(_says(header, address) for address in addresses):
            continue
        named = (str(numbering.shortest(one)) for one in _as_far(header, addresses))
        places = tuple(dict.fromkeys(named))
        written = "、".join(header.provision)
        payload = codes.provisions.ProvisionElsewhere(item=title, written=written, place="、".join(places))
        lines = header.provision_lines
        yield Diagnostic(
            payload=payload,
            annotations=tuple(Annotation(span=span) for span in lines[:1] or (header.span,)),
            provisions=places,
            fixes=tuple(_fixes(lines, places)),
            anchor=title,
        )


def _fixes(lines: Sequence[Span], places: Sequence[str]) -> Iterator[Fix]:
    """Every place on the first of the lines, and nothing on the others; none for a place that a 条項 cannot name."""
    if all(map(is_provision, places)):
        for span, text in zip(lines, chain(["、".join(places)], repeat("")), strict=False):
            yield Fix(span=span, replacement=text, applicability=Applicability.SAFE)


def _placed(spec: Specification, draft: Draft) -> dict[str, tuple[Header, list[Address]]]:
    """The items that are printed, by their titles, with the places of each in reading order."""
    found: dict[str, tuple[Header, list[Address]]] = {}
    for address, line in lines_of(draft):
        if line.printed:
            header = header_of(spec, draft, line.printed)
            found.setdefault(item_title(header), (header, []))[1].append(address)
    return found


def header_of(spec: Specification, draft: Draft, printed: Printed) -> Header:
    """The item that a line prints; of the rows of a 区分表 with one outcome, the table."""
    if printed.manner is Manner.PLAN:
        return spec.plans[printed.item].header
    if printed.item not in draft.derived:
        return spec.predicates[printed.item].header
    made = draft.derived[printed.item].header
    return next((table.header for table in spec.tables.values() if table.header.span == made.span), made)


def _as_far(header: Header, addresses: Sequence[Address]) -> Iterator[Address]:
    """The places as far as the 条項 goes: one that names whole articles goes on doing so."""
    written = [one for text in header.provision if (one := read_address(text)) is not None]
    is_whole = bool(written) and all(one.article and not one.paragraph and not one.items for one in written)
    for address in addresses:
        yield Address(address.part, address.article) if is_whole and address.article else address


def _says(header: Header, place: Address) -> bool:
    """Whether one of the 条項 is the place or has it as a part."""
    written = (read_address(one) for one in header.provision)
    return any(one is not None and is_within(place, _whole(one)) for one in written)


def _whole(address: Address) -> Address:
    """第二条第一号 is of the first 項."""
    has_item = address.items and not address.paragraph
    return replace(address, paragraph="1") if has_item else replace(address, inside="")
