"""Every reference of an instrument as data, followed to what it names.

Owns: what an expression means where it stands: 前条 and 同項, a 第二号 that continues 「第一号及び」, ranges, 法 and 同法.
Refuses to know: how expressions are written (cited.py), what laws are called (law_names.py), what was named before
(antecedents.py), what is told of a miss.

A lone 第二項 is of the same article and a lone 第二号 of the same 項, unless the words before it go on with it:
「第十五条第一号、第二号及び第四号から第六号まで」, 「第九十二条（第一項を除く。）」.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address
from regcheck.law.antecedents import Base, Memory
from regcheck.law.cited import Cited, cited
from regcheck.law.labels import ALL, article_num, item_num, level_of
from regcheck.law.law_names import OWN, LawName, Library, names_of
from regcheck.law.neighbours import Neighbours
from regcheck.law.places import Places, Spoken, spoken
from regcheck.law.tree import Law
from regcheck.source.numerals import from_kanji
from regcheck.source.span import Span

_JOINED = re.compile(r"(?:まで)?(?:の規定)?(?:、及び|、又は|、並びに|、|及び|又は|並びに|若しくは|から)")
_ALL = (ALL,)
"""The items of 各号: whichever there are."""


class Status(StrEnum):
    """What became of a reference."""

    FOUND = "found"
    MISSING = "missing"
    """The law is at hand and has no such provision, or nothing was named that 同条 could take up."""
    ELSEWHERE = "elsewhere"
    """Its law is not at hand, or is here in part, or the words are those of another text."""


class Reference(Frozen):
    """One expression in one sentence, and what it names."""

    said: Spoken
    start: int
    end: int
    text: str
    targets: tuple[Address, ...]
    """Each provision that it names: 前二項 has two."""
    law: LawName | None = None
    """None: the instrument itself."""
    is_relative: bool = False
    range_from: Address | None = None
    """第一号 of 「第一号から第三号まで」, whose expression this one ends."""
    tail: str = ""
    """ただし書, 本文, 前段 …"""
    status: Status = Status.FOUND
    missing: Address | None = None

    @property
    def span(self) -> Span:
        return self.said.sentence.words.place(self.start, self.end)


class Follower:
    """Follows the references of one instrument, into itself and into the laws of a library."""

    def __init__(self, law: Law, library: Library | None = None) -> None:
        self.law = law
        self.places = Places.of(law)
        self._names = names_of(law)
        self._library = library or Library()
        self._near = Neighbours(self.places)
        self._memory = Memory()

    def references(self) -> Iterator[Reference]:
        """All of them, in reading order."""
        for said in spoken(self.law):
            yield from self.of_sentence(said)

    def of_sentence(self, said: Spoken) -> Iterator[Reference]:
        """Those of one sentence; sentences have to come in reading order."""
        self._memory.enter(said)
        for one in cited(said.sentence.text, bool(said.address.items)):
            yield self._reference(said, one)

    def _reference(self, said: Spoken, one: Cited) -> Reference:
        base, gap = self._base(one)
        named = self._named_law(said, one)
        law = self._law(one, base, named)
        targets = self._targets(said.address, one, base, named is not None)
        if targets and not one.text.startswith("この"):
            self._memory.put(_put(one, law, targets[-1]))
        made = Reference(
            said=said,
            start=one.start,
            end=one.end,
            text=one.text,
            targets=targets,
            law=law,
            is_relative=_is_relative(one),
            range_from=base.address if base and gap == "から" else None,
            tail=one.tail,
        )
        return self._followed(made)

    def _base(self, one: Cited) -> tuple[Base | None, str]:
        """The expression that this one goes on with, and the connective between them."""
        last = next(self._memory.joined(one.start, one.depth), None)
        if last and _JOINED.fullmatch(last[1]):
            return last
        if one.depth and one.text.startswith("第") and not one.article:
            return self._memory.before_bracket(one.start), ""
        return None, ""

    # ------------------------------------------------------------ which law

    def _named_law(self, said: Spoken, one: Cited) -> LawName | None:
        """The law that is written before the expression."""
        if not (one.article.startswith("第") or one.part or one.annex):
            return None
        return self._names.ending(said.sentence.text[: one.start], self._memory.last_law())

    def _law(self, one: Cited, base: Base | None, named: LawName | None) -> LawName | None:
        if taken := self._taken_up(one):
            return taken.law
        if named:
            return None if self._is_itself(named) else named
        if not one.text.startswith(("第", "附則", "別表", "様式")) and _is_relative(one):
            return None
        before = self._memory.text[: one.start]
        return base.law if base and not OWN.search(before) else None

    def _taken_up(self, one: Cited) -> Base | None:
        """What 同条, 同項 or 同号 takes up."""
        for word, wanted in ((one.article, "article"), (one.paragraph, "paragraph"), (one.item, "items")):
            if word:
                return self._memory.last(wanted, one.depth) if word.startswith("同") else None
        return None

    def _is_itself(self, named: LawName) -> bool:
        return named.name == self.law.name or (bool(named.number) and named.number == self.law.number.text)

    # ------------------------------------------------------------ which provisions

    def _targets(self, own: Address, one: Cited, base: Base | None, is_named: bool) -> tuple[Address, ...]:
        if one.annex:
            return (Address(one.annex),)
        own = replace(own, inside="")
        heads = self._articles(own, one, base, is_named)
        heads = self._paragraphs(own, one, heads)
        heads = self._items(own, one, heads)
        if not one.below:
            return heads
        below = (_below(head, one.below, own) for head in heads)
        return tuple(address for address in below if address)

    def _articles(self, own: Address, one: Cited, base: Base | None, is_named: bool) -> tuple[Address, ...]:
        word = one.article
        if word.startswith("第"):
            return (Address(_part(own, one, base, is_named), article_num(word) or ""),)
        if (word or one.paragraph or one.item).startswith("同"):
            taken = self._taken_up(one)
            return (taken.address,) if taken else ()
        if word in {"本条", "この条"}:
            return (Address(own.part, own.article),)
        if word:
            return self._near.articles(own, word)
        if one.part:
            return (Address(_part(own, one, base, is_named)),)
        return (base.address if base else own,)

    def _paragraphs(self, own: Address, one: Cited, heads: tuple[Address, ...]) -> tuple[Address, ...]:
        word = one.paragraph
        if not word or word == "各項":
            return tuple(Address(h.part, h.article) for h in heads) if one.article else heads
        if word.startswith("第"):
            return tuple(Address(h.part, h.article, _num(word)) for h in heads)
        if word in {"同項", "この項"}:
            whole = heads if word == "同項" else (own,)
            return tuple(Address(h.part, h.article, h.paragraph) for h in whole)
        return self._near.paragraphs(own, word)

    def _items(self, own: Address, one: Cited, heads: tuple[Address, ...]) -> tuple[Address, ...]:
        word = one.item
        if not word:
            return heads
        if word.startswith("第"):
            num = item_num(word[1:].replace("号", "", 1), 0) or "0"
            return tuple(Address(h.part, h.article, h.paragraph, (num,)) for h in heads)
        if word in {"同号", "この号"}:
            whole = heads if word == "同号" else (own,)
            return tuple(Address(h.part, h.article, h.paragraph, h.items[:1]) for h in whole)
        if word == "各号":
            return tuple(Address(h.part, h.article, h.paragraph, _ALL) for h in heads)
        return self._near.items(own, word)

    # ------------------------------------------------------------ what is there

    def _followed(self, made: Reference) -> Reference:
        text = self.places if made.law is None else self._library.find(made.law)
        if text is None or self._speaks_of_others(made):
            return replace(made, status=Status.ELSEWHERE)
        if not made.targets:
            in_part = self.places.is_extract(made.said.address.part)
            return replace(made, status=Status.ELSEWHERE if in_part else Status.MISSING)
        for target in (*made.targets, *_between(made)):
            if not exists(text, target):
                status = Status.ELSEWHERE if _is_in_part(text, target) else Status.MISSING
                return replace(made, status=status, missing=target)
        last = made.targets[-1] if made.targets[-1].items != _ALL else None
        if made.tail and last and not text.has_inside(last, made.tail):
            status = Status.ELSEWHERE if text.is_extract(last.part) else Status.MISSING
            return replace(made, status=status, missing=replace(last, inside=made.tail))
        return made

    def _speaks_of_others(self, made: Reference) -> bool:
        """The numbers in the 附則 of an amendment are those of the amending law; the cells of a table for 読替え, and the
        rows of one, are in the words of another law."""
        if made.law is not None:
            return False
        after = made.said.sentence.text[made.end :]
        address = made.said.address
        return (
            address.part.startswith("附則（")
            or address.inside == "の表"
            or after.startswith(("の項", "の下欄"))
        )


def _put(one: Cited, law: LawName | None, address: Address) -> Base:
    parts = (("article", one.article), ("paragraph", one.paragraph), ("items", one.item))
    written = frozenset(name for name, word in parts if word)
    return Base(law=law, address=address, start=one.start, end=one.end, depth=one.depth, written=written)


def _part(own: Address, one: Cited, base: Base | None, is_named: bool) -> str:
    if one.part:
        return own.part if own.part.startswith("附則") and not is_named else "附則"
    return base.address.part if base and not is_named and base.address.part.startswith("附則") else ""


def _num(word: str) -> str:
    return str(from_kanji(word[1:-1]) or 0)


def _below(head: Address, written: str, own: Address) -> Address | None:
    """イ（１） below a 号; a lone one is below the 号 (or イ) in which it stands."""
    labels = re.findall(r"（[^）]*）|[^（]+", written)
    level = level_of(labels[0]) or 1
    items = head.items[:level] if len(head.items) >= level else own.items[:level]
    nums = [item_num(label, level + depth) for depth, label in enumerate(labels)]
    if len(items) < level or not all(nums):
        return None
    return replace(head, items=(*items, *(num for num in nums if num)))


def _is_relative(one: Cited) -> bool:
    return any(word and not word.startswith("第") for word in (one.article, one.paragraph, one.item))


def _between(made: Reference) -> Iterator[Address]:
    """The 号 strictly inside of a range: each has to be there too."""
    first, last = made.range_from, made.targets[-1]
    if first and first.items and len(first.items) == len(last.items):
        low, high = first.items[-1], last.items[-1]
        if low.isdecimal() and high.isdecimal():
            for num in range(int(low) + 1, int(high)):
                yield replace(last, items=(*last.items[:-1], str(num)))


def exists(text: Places, target: Address) -> bool:
    """Whether a law has a provision; of 各号, whether it has any."""
    if target.items == _ALL:
        whole = replace(target, items=())
        head = text.find(whole if whole.paragraph else replace(whole, paragraph="1"))
        return head is not None and bool(getattr(head.node, "items", ()))
    if target.part and not target.article and not target.paragraph:
        return text.has_part(target.part)
    return text.find(target) is not None


def _is_in_part(text: Places, target: Address) -> bool:
    """Whether the text is an extract that lacks the article, or a law of which not all is in force yet."""
    if not text.is_extract(target.part):
        return False
    return not text.law.main.extract or Address(target.part, target.article) not in text.by_address
