"""条項 of the specification beside the places that the ordinance has for its items.

Owns: which item stands where, and whether its 条項 says so.
Refuses to know: how places are numbered, words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.documents.cited.stored import is_within
from regcheck.documents.ordinance.draft import Draft, lines_of
from regcheck.documents.ordinance.numbering import Numbering
from regcheck.frozen import replace
from regcheck.law.address import Address, read_address
from regcheck.model.provisions import item_title
from regcheck.model.specification import Header, Specification


def check_provisions(spec: Specification, draft: Draft, numbering: Numbering) -> Iterator[Diagnostic]:
    """A finding for each item that stands elsewhere than its 条項 says. An item without 条項 may stand anywhere."""
    headers = _headers(spec, draft)
    for address, line in lines_of(draft):
        header = headers.get(line.printed.item) if line.printed else None
        if header is None or not header.provision or _says(header, address):
            continue
        place = replace(address, paragraph="") if numbering.is_single(address) else address
        title, written = item_title(header), "、".join(header.provision)
        payload = codes.provisions.ProvisionElsewhere(item=title, written=written, place=str(place))
        span = Annotation(span=header.span)
        yield Diagnostic(payload=payload, annotations=(span,), provisions=(str(place),), anchor=title)


def _headers(spec: Specification, draft: Draft) -> Mapping[str, Header]:
    """By the names under which items are printed: the rows of a 区分表 with one outcome have that of their own."""
    tables = {table.header.span: table.header for table in spec.tables.values()}
    derived = {name: tables.get(one.header.span, one.header) for name, one in draft.derived.items()}
    predicates = {name: one.header for name, one in spec.predicates.items()}
    plans = {name: one.header for name, one in spec.plans.items()}
    return {**predicates, **plans, **derived}


def _says(header: Header, place: Address) -> bool:
    """Whether one of the 条項 is the place or has it as a part."""
    written = (read_address(one) for one in header.provision)
    return any(one is not None and is_within(place, _whole(one)) for one in written)


def _whole(address: Address) -> Address:
    """第二条第一号 is of the first 項."""
    has_item = address.items and not address.paragraph
    return replace(address, paragraph="1") if has_item else replace(address, inside="")
