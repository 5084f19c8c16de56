"""Every provision of an instrument with its address, and every sentence with its place.

Owns: the walk in reading order, and finding a node by its address.
Refuses to know: files, references, what a sentence means.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address, read_address
from regcheck.law.labels import sort_key
from regcheck.law.tree import (
    Appendix,
    Article,
    Cell,
    Column,
    Division,
    Framed,
    Function,
    Item,
    Law,
    Other,
    Paragraph,
    Remarks,
    Sentence,
    Supplement,
    Table,
)

Addressed = Supplement | Appendix | Article | Paragraph | Item
Child = Division | Article | Paragraph


class Place(Frozen, kw_only=False):
    """A node, its address, and the 編, 章 and 節 that it stands in, outermost first."""

    address: Address
    node: Addressed
    within: tuple[Division, ...] = ()


class Spoken(Frozen, kw_only=False):
    """A sentence and where it stands; of a 対応号, in which column (from 1), and otherwise 0."""

    address: Address
    sentence: Sentence
    within: tuple[Division, ...] = ()
    column: int = 0


def places(law: Law) -> Iterator[Place]:
    """Every provision, in reading order."""
    yield from _children(Address(), law.main.children, ())
    for address, part in parts(law):
        yield Place(address, part)
        match part:
            case Supplement(children=children):
                yield from _children(address, children, ())
            case Appendix(blocks=blocks):
                yield from _items(address, tuple(block for block in blocks if isinstance(block, Item)), ())


def parts(law: Law) -> Iterator[tuple[Address, Supplement | Appendix]]:
    """附則, 別表 and 様式 with their names. A second 附則 is named after what it came with."""
    seen: dict[str, int] = {}
    for part in law.after:
        name = _part_name(part)
        if isinstance(part, Supplement) and seen.get(name):
            name = f"附則（{part.amended_by or seen[name] + 1}）"
        seen[name] = seen.get(name, 0) + 1
        if name.startswith("附則（"):
            seen["附則"] += 1
        yield Address(name), part


def _part_name(part: Supplement | Appendix) -> str:
    return "附則" if isinstance(part, Supplement) else part.title.text.partition("　")[0]


def _children(address: Address, children: tuple[Child, ...], within: tuple[Division, ...]) -> Iterator[Place]:
    for child in children:
        match child:
            case Division():
                yield from _children(address, child.children, (*within, child))
            case Article():
                here = replace(address, article=child.num)
                yield Place(here, child, within)
                yield from _children(here, child.paragraphs, within)
            case Paragraph():
                here = replace(address, paragraph=child.num)
                yield Place(here, child, within)
                yield from _items(here, child.items, within)


def _items(address: Address, items: tuple[Item, ...], within: tuple[Division, ...]) -> Iterator[Place]:
    for item in items:
        here = replace(address, items=(*address.items, item.num))
        yield Place(here, item, within)
        yield from _items(here, item.items, within)


def spoken(law: Law) -> Iterator[Spoken]:
    """Every sentence of the instrument, in reading order: provisions, then the tables and 備考 that belong to them."""
    for paragraph in law.preamble:
        yield from _sentences(Address("前文", "", paragraph.num), paragraph.sentences, ())
    for place in places(law):
        yield from _own(place.address, place.node, place.within)


def _own(address: Address, node: Addressed, within: tuple[Division, ...]) -> Iterator[Spoken]:
    match node:
        case Paragraph():
            yield from _sentences(address, node.sentences, within)
            yield from _blocks(address, node.blocks, within)
        case Item():
            yield from _sentences(address, node.sentences, within)
            yield from _columns(address, node.columns, within)
            if node.table:
                yield from _table(address, node.table, within)
            yield from _blocks(address, node.blocks, within)
        case Appendix():
            yield from _blocks(address, node.blocks, within)
            if node.remarks:
                yield from _remarks(address, node.remarks, within)
        case Supplement():
            for appendix in node.appendices:
                if isinstance(appendix, Appendix):
                    yield from _own(Address(address.part + _part_name(appendix)), appendix, within)


def _sentences(
    address: Address, sentences: tuple[Sentence, ...], within: tuple[Division, ...], column: int = 0
) -> Iterator[Spoken]:
    for sentence in sentences:
        yield Spoken(address, sentence, within, column)


def _columns(address: Address, columns: tuple[Column, ...], within: tuple[Division, ...]) -> Iterator[Spoken]:
    for number, column in enumerate(columns, 1):
        yield from _sentences(address, column.sentences, within, number)


def _blocks(
    address: Address, blocks: tuple[Framed | Other | Item, ...], within: tuple[Division, ...]
) -> Iterator[Spoken]:
    for block in blocks:
        if isinstance(block, Framed):
            for remarks in (*block.before, *block.after):
                yield from _remarks(address, remarks, within)
            if isinstance(block.body, Table):
                yield from _table(address, block.body, within)


def _table(address: Address, table: Table, within: tuple[Division, ...]) -> Iterator[Spoken]:
    for row in table.rows:
        for cell in row.cells:
            yield from _cell(replace(address, inside="の表"), cell, within)


def _cell(address: Address, cell: Cell, within: tuple[Division, ...]) -> Iterator[Spoken]:
    for part in cell.content:
        match part:
            case Sentence():
                yield Spoken(address, part, within)
            case Column():
                yield from _sentences(address, part.sentences, within)
            case Item():
                yield from _everything(address, part, within)
            case Remarks():
                yield from _remarks(address, part, within)
            case _:
                pass


def _everything(address: Address, item: Item, within: tuple[Division, ...]) -> Iterator[Spoken]:
    yield from _own(address, item, within)
    for below in item.items:
        yield from _everything(address, below, within)


def _remarks(address: Address, remarks: Remarks, within: tuple[Division, ...]) -> Iterator[Spoken]:
    here = replace(address, inside="備考")
    yield from _sentences(here, remarks.sentences, within)
    for item in remarks.items:
        yield from _everything(here, item, within)


class Places(Frozen):
    """The provisions of an instrument by address."""

    law: Law
    by_address: Mapping[Address, Place]
    ranges: tuple[Place, ...] = ()
    """Provisions that stand for several: 第三条から第七条まで　削除."""

    @staticmethod
    def of(law: Law) -> Places:
        """All of them; of two at one address, the first."""
        found: dict[Address, Place] = {}
        for place in places(law):
            found.setdefault(place.address, place)
        return Places(law=law, by_address=found, ranges=tuple(p for a, p in found.items() if _is_range(a)))

    def find(self, address: Address | str) -> Place | None:
        """The provision at an address, or at one without its 項 where the article has only one."""
        wanted = read_address(address) if isinstance(address, str) else address
        if wanted is None:
            return None
        whole = replace(wanted, inside="")
        return self._at(whole) or self._ranged(whole)

    def _at(self, address: Address) -> Place | None:
        if found := self.by_address.get(address):
            return found
        if address.items and not address.paragraph:
            return self.by_address.get(replace(address, paragraph="1")) if self.has_one(address) else None
        return None

    def has_one(self, address: Address) -> bool:
        """Whether the article (or the 附則 made of 項) at an address has one 項 only."""
        first = Address(address.part, address.article, "1")
        return first in self.by_address and replace(first, paragraph="2") not in self.by_address

    def has_inside(self, address: Address, inside: str) -> bool:
        """Whether a provision that is there has a ただし書, a 後段, 号 below a 柱書."""
        place = self.find(address)
        return place is not None and has_inside(place.node, inside)

    def has_part(self, part: str) -> bool:
        """Whether there is such a 附則, 別表 or 様式: 様式第四 also where there are 様式第四（一） and （二）."""
        parts = {address.part for address in self.by_address}
        return part in parts or any(known.startswith(f"{part}（") for known in parts)

    def is_extract(self, part: str) -> bool:
        """Whether only some of the articles are here: the law says so, or more are missing than a slip leaves out."""
        if self.law.main.extract or (part and any(node.extract for node in self.law.supplements)):
            return True
        articles = [a.article for a in self.by_address if a.part == part and a.article and not a.paragraph]
        if part.startswith("附則"):
            return bool(articles)
        heads = {sort_key(article)[0] for article in articles} | {
            sort_key(article.split(":")[-1])[0] for article in articles
        }
        missing = max(heads, default=0) - len(heads) - sum(_extent(article) for article in articles)
        return missing > _SLIP

    def _ranged(self, address: Address) -> Place | None:
        return next((place for place in self.ranges if _covers(place.address, address)), None)


def has_inside(node: Addressed, inside: str) -> bool:
    """Whether a node has a part of a provision; of an article, its first 項 counts."""
    if isinstance(node, Article):
        return has_inside(node.paragraphs[0], inside)
    if not isinstance(node, Paragraph | Item):
        return True
    said = (
        (*node.sentences, *(one for column in node.columns for one in column.sentences))
        if isinstance(node, Item)
        else node.sentences
    )
    provisos = sum(sentence.function is Function.PROVISO for sentence in said)
    match inside:
        case "ただし書" | "本文":
            return provisos > 0
        case "前段" | "後段":
            return len(said) - provisos > 1
        case "柱書" | "各号列記以外の部分":
            return bool(node.items)
        case _:
            return True


_SLIP = 3
"""Articles that may be missing in a whole law; where there are more, only a part of it is here."""


def _extent(article: str) -> int:
    """How many articles a range has between its ends: 3 of 38:42."""
    first, _, last = article.partition(":")
    return sort_key(last)[0] - sort_key(first)[0] - 1 if last else 0


def _is_range(address: Address) -> bool:
    return ":" in address.article or any(":" in num for num in address.items)


def _covers(several: Address, one: Address) -> bool:
    if several.part != one.part:
        return False
    if ":" in several.article and not several.paragraph:
        return bool(one.article) and _holds(several.article, one.article)
    same = (several.article, several.items[:-1]) == (one.article, one.items[: len(several.items) - 1])
    paragraphs = one.paragraph in {several.paragraph, ""}
    at = len(several.items) - 1
    return same and paragraphs and len(one.items) > at >= 0 and _holds(several.items[at], one.items[at])


def _holds(ranged: str, num: str) -> bool:
    first, _, last = ranged.partition(":")
    return bool(last) and sort_key(first) <= sort_key(num) <= sort_key(last)
