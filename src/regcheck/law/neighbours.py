"""前条, 次項, 前三号, 前各号: provisions by their place beside another.

Owns: the order of provisions beside each other.
Refuses to know: sentences, how the words are found.
"""

from __future__ import annotations

import re

from regcheck.frozen import replace
from regcheck.law.address import Address
from regcheck.law.labels import sort_key
from regcheck.law.places import Places
from regcheck.source.numerals import from_kanji

_SEVERAL = re.compile(r"前([一二三四五六七八九十]+)[条項号]")


class Neighbours:
    """The provisions of one instrument, each list in its order."""

    def __init__(self, places: Places) -> None:
        self._articles: dict[str, list[str]] = {}
        self._paragraphs: dict[tuple[str, str], list[str]] = {}
        self._items: dict[Address, list[str]] = {}
        for address in places.by_address:
            if address.items:
                self._items.setdefault(address.up, []).append(address.items[-1])
            elif address.paragraph:
                self._paragraphs.setdefault((address.part, address.article), []).append(address.paragraph)
            elif address.article:
                self._articles.setdefault(address.part, []).append(address.article)

    def articles(self, own: Address, word: str) -> tuple[Address, ...]:
        """前条, 次条, 前二条 of the article at an address; nothing where there are none."""
        near = _near(self._articles.get(own.part, []), own.article, word)
        return tuple(
            Address(own.part, article) for article in near if _is_near(own.article, article, len(near))
        )

    def paragraphs(self, own: Address, word: str) -> tuple[Address, ...]:
        """前項, 次項, 前二項, 前各項."""
        near = _near(self._paragraphs.get((own.part, own.article), []), own.paragraph, word)
        return tuple(Address(own.part, own.article, paragraph) for paragraph in near)

    def items(self, own: Address, word: str) -> tuple[Address, ...]:
        """前号, 次号, 前二号, 前各号."""
        if not own.items:
            return ()
        whole = Address(own.part, own.article, own.paragraph)
        near = _near(self._items.get(whole, []), own.items[0], word)
        return tuple(replace(whole, items=(item,)) for item in near)


def _is_near(own: str, other: str, count: int) -> bool:
    """Whether no number is missing between two articles of an extract."""
    head, tail = sorted((sort_key(own.split(":")[-1])[0], sort_key(other)[0]))
    return tail - head <= max(count, 1) or ":" in own + other


def _near(order: list[str], own: str, word: str) -> list[str]:
    if own not in order:
        return []
    at = order.index(own)
    if word.startswith("次"):
        return order[at + 1 : at + 2]
    if word.startswith("前各"):
        return order[:at]
    several = _SEVERAL.fullmatch(word)
    count = (from_kanji(several[1]) or 1) if several else 1
    return order[at - count : at] if at >= count else []
