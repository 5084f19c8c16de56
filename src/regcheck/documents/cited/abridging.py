"""An article → the parts of it that are cited, the others as （略）.

Owns: which 項 and 号 stand, and how those that do not are shown.
Refuses to know: pages, who cites it.

A 柱書 stands wherever one of its 号 does: alone a 号 says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import TypeVar

from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.tree import Article, Item, Paragraph, Sentence
from regcheck.law.words import NOTHING, Words

OMITTED = (Sentence(words=Words("（略）")),)
Path = tuple[str, ...]
Unit = TypeVar("Unit", Paragraph, Item)
EVERYTHING: Path = ()


def abridged(article: Article, provisions: Iterable[Address]) -> Article:
    """The article with what is not cited left out."""
    paths = {_path(one) for one in provisions}
    if EVERYTHING in paths:
        return article
    return replace(article, paragraphs=tuple(_paragraphs(article.paragraphs, paths)))


def _path(address: Address) -> Path:
    """The 項 and the 号 down to what is cited; nothing for the whole article."""
    if not address.paragraph and not address.items:
        return EVERYTHING
    return (address.paragraph or "1", *address.items)


def _paragraphs(paragraphs: Sequence[Paragraph], paths: set[Path]) -> Iterator[Paragraph]:
    cited = {path[0] for path in paths}
    for stands, run in groupby(paragraphs, lambda one: one.num in cited):
        if stands:
            yield from (_paragraph(one, _below(paths, one.num)) for one in run)
        else:
            yield from _left_out(list(run))


def _left_out(run: list[Paragraph]) -> Iterator[Paragraph]:
    """第五条　（略）, then ２～４　（略）: the first 項 has no label to be counted from."""
    if not run[0].label.text:
        yield Paragraph(num=run[0].num, sentences=OMITTED)
        run = run[1:]
    if run:
        yield Paragraph(num=run[0].num, label=_span(run, lambda one: one.label.text), sentences=OMITTED)


def _paragraph(paragraph: Paragraph, paths: set[Path]) -> Paragraph:
    if EVERYTHING in paths:
        return paragraph
    return replace(paragraph, items=tuple(_items(paragraph.items, paths)))


def _items(items: Sequence[Item], paths: set[Path]) -> Iterator[Item]:
    cited = {path[0] for path in paths}
    for stands, run in groupby(items, lambda one: one.num in cited):
        if stands:
            yield from (_item(one, _below(paths, one.num)) for one in run)
        else:
            whole = list(run)
            yield Item(num=whole[0].num, title=_span(whole, lambda one: one.title.text), sentences=OMITTED)


def _item(item: Item, paths: set[Path]) -> Item:
    if EVERYTHING in paths:
        return item
    return replace(item, items=tuple(_items(item.items, paths)))


def _below(paths: set[Path], num: str) -> set[Path]:
    return {path[1:] for path in paths if path[0] == num}


def _span(run: Sequence[Unit], label: Callable[[Unit], str]) -> Words:
    """２～４ for several, ２及び３ for two, ２ for one."""
    first, last = label(run[0]), label(run[-1])
    if not first:
        return NOTHING
    return Words(first if len(run) == 1 else f"{first}{'及び' if len(run) == 2 else '～'}{last}")
