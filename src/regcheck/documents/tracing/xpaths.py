"""Where a provision stands in 法令標準XML.

Owns: the XPath of every 条, 項, 号, 附則, 別表 and row of a 別表 of a law, each of exactly one element.
Refuses to know: files, what a provision is made of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.places import Place, parts, places
from regcheck.law.tree import Appendix, Article, Framed, Item, Law, Paragraph, Supplement, Table

_BODY = "/Law/LawBody"


def xpaths(law: Law) -> Mapping[Address, str]:
    """The XPath of every provision by its address; a row of a 別表 has the address of a 号 of it."""
    heads = dict(_heads(law))
    found = {address: path for address, (path, _) in heads.items()}
    for place in places(law):
        if isinstance(place.node, Article | Paragraph | Item):
            found.setdefault(place.address, heads[Address(place.address.part)][0] + _below(place))
    for address, (path, part) in heads.items():
        if isinstance(part, Appendix):
            found |= _rows(address, path, part)
    return found


def _heads(law: Law) -> Iterator[tuple[Address, tuple[str, Supplement | Appendix | None]]]:
    """本則, and what stands after it, counted by the name of its element."""
    yield Address(), (f"{_BODY}/MainProvision", None)
    counted = Counter[str]()
    for address, part in parts(law):
        tag = "SupplProvision" if isinstance(part, Supplement) else part.annex.value
        counted[tag] += 1
        yield address, (f"{_BODY}/{tag}[{counted[tag]}]", part)


def _below(place: Place) -> str:
    """/Chapter[@Num='1']/Article[@Num='2']/Paragraph[@Num='1']/Item[@Num='3']/Subitem1[@Num='1']."""
    address = place.address
    steps = [(division.level.value, division.num) for division in place.within]
    steps += [("Article", address.article)] if address.article else []
    steps += [("Paragraph", address.paragraph)] if address.paragraph else []
    steps += [(f"Subitem{level}" if level else "Item", num) for level, num in enumerate(address.items)]
    return "".join(f"/{tag}[@Num='{num}']" for tag, num in steps)


def _rows(address: Address, path: str, part: Appendix) -> Mapping[Address, str]:
    """The rows of its first table, and the items in their last cells."""
    tables = [block.body for block in part.blocks if isinstance(block, Framed)]
    rows = tables[0].rows if tables and isinstance(tables[0], Table) else ()
    found: dict[Address, str] = {}
    for number, row in enumerate(rows, 1):
        here, at = replace(address, items=(str(number),)), f"{path}/TableStruct/Table/TableRow[{number}]"
        found[here] = at
        for column, cell in enumerate(row.cells, 1):
            inside = [part for part in cell.content if isinstance(part, Item)]
            found |= _items(here, f"{at}/TableColumn[{column}]/Item", inside)
    return found


def _items(here: Address, path: str, items: Sequence[Item]) -> Iterator[tuple[Address, str]]:
    """What stands below the 号 without a label that fills a cell."""
    for item in items:
        yield from _subitems(here, f"{path}[@Num='{item.num}']", item.items)


def _subitems(here: Address, path: str, items: Sequence[Item]) -> Iterator[tuple[Address, str]]:
    for item in items:
        address = replace(here, items=(*here.items, item.num))
        at = f"{path}/Subitem{len(here.items)}[@Num='{item.num}']"
        yield address, at
        yield from _subitems(address, at, item.items)
