"""Lists of items and the 柱書 above them.

Owns: which provisions have a list, what its 柱書 announces, how its items end.
Refuses to know: findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from regcheck.frozen import Frozen
from regcheck.law.address import Address
from regcheck.law.places import Spoken, places
from regcheck.law.sentences import outside
from regcheck.law.tree import Item, Law, Paragraph, Sentence


class Ending(StrEnum):
    """How an item ends, as it is told."""

    CONDITION = "こと。"
    CASE = "とき。"
    SENTENCE = "…する。"
    NOUN = "名詞"


class Listed(Frozen):
    """A list: its provision, the sentences of its 柱書, its items."""

    address: Address
    chapeau: tuple[Sentence, ...]
    items: tuple[Item, ...]

    @property
    def text(self) -> str:
        return "".join(sentence.text for sentence in self.chapeau)

    def said(self, sentence: Sentence) -> Spoken:
        return Spoken(self.address, sentence)


def lists_of(law: Law) -> Iterator[Listed]:
    """Every 項, 号 and イ with items below it."""
    for place in places(law):
        node = place.node
        if isinstance(node, Paragraph | Item) and node.items:
            columns = node.columns if isinstance(node, Item) else ()
            chapeau = columns[-1].sentences if columns else node.sentences
            yield Listed(address=place.address, chapeau=chapeau, items=node.items)


def ending(item: Item) -> tuple[Ending, Sentence] | None:
    """How an item ends, by its first sentence: a ただし書 after it does not count. None for one that is deleted, and for
    「前各号に掲げるもののほか、…」, which names the rest in its own way."""
    sentences = item.columns[-1].sentences if item.columns else item.sentences
    if not sentences or item.deleted or sentences[0].text in {"削除", "略"}:
        return None
    if _REST.match(sentences[0].text):
        return None
    text = re.sub(r"〓+", "", outside(sentences[0].text))
    return _ending(text), sentences[0]


_REST = re.compile(r"前(?:[一二三四五六七八九十]+|各)?号に掲げる|その他")


def _ending(text: str) -> Ending:
    if re.search(r"こと。?$", text):
        return Ending.CONDITION
    if re.search(r"(?:とき|場合)。$|とき$", text):
        return Ending.CASE
    return Ending.SENTENCE if text.endswith("。") else Ending.NOUN
