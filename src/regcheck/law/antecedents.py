"""What was named before: the provisions and laws that 同条, 同項 and 同法 can take up.

Owns: remembering expressions sentence by sentence, and choosing among them.
Refuses to know: how an expression is written, whether there is such a provision.

In one sentence the last one outside of closed brackets counts. Then come the sentences above: earlier ones of the same
provision, then those of the 号 and 項 that it is part of.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.frozen import Frozen
from regcheck.law.address import Address
from regcheck.law.law_names import LawName
from regcheck.law.places import Spoken
from regcheck.law.sentences import outside


class Base(Frozen):
    """A provision that was named, where its expression stood, and in how many brackets."""

    law: LawName | None
    address: Address
    start: int
    end: int
    depth: int
    written: frozenset[str]
    """Which of article, paragraph and items the expression itself writes: what 同条, 同項 and 同号 can take up."""


class Memory:
    """The expressions of one article so far, sentence by sentence."""

    def __init__(self) -> None:
        self._article: tuple[str, str] = ("", "")
        self._before: list[tuple[Address, list[Base]]] = []
        self.text = ""
        self.named: list[Base] = []
        """Those of the sentence at hand."""

    def enter(self, said: Spoken) -> None:
        """Go on to the next sentence."""
        article = (said.address.part, said.address.article)
        if article != self._article:
            self._article, self._before = article, []
        self.text, self.named = said.sentence.text, []
        self._before.append((said.address, self.named))

    def put(self, base: Base) -> None:
        """Remember an expression of the sentence."""
        self.named.append(base)

    def last(self, wanted: str, depth: int) -> Base | None:
        """The last one that writes an article, paragraph or items."""
        here = [base for base in reversed(self.named) if wanted in base.written]
        open_ = next((base for base in here if base.depth <= depth), None)
        return open_ or next(iter(here), None) or self._above(wanted)

    def _above(self, wanted: str) -> Base | None:
        own = self._before[-1][0]
        for address, named in reversed(self._before[:-1]):
            if _holds(address, own):
                found = next((base for base in reversed(named) if wanted in base.written), None)
                if found:
                    return found
        return None

    def last_law(self) -> LawName | None:
        """The law named last in the sentence or above it."""
        own = self._before[-1][0]
        for address, named in reversed(self._before):
            if _holds(address, own) and (
                found := next((base.law for base in reversed(named) if base.law), None)
            ):
                return found
        return None

    def before_bracket(self, start: int) -> Base | None:
        """The expression right before the bracket that a place begins: 「第九十二条（第一項を除く。）」."""
        opened = start - 1
        return next((base for base in reversed(self.named) if base.end == opened), None)

    def joined(self, start: int, depth: int) -> Iterator[tuple[Base, str]]:
        """Those of the same depth, last first, with the words between, less what is in brackets."""
        for base in reversed(self.named):
            if base.depth == depth:
                yield base, outside(self.text[base.end : start]).replace("〓", "")


def _holds(address: Address, own: Address) -> bool:
    return (
        address.paragraph == own.paragraph and own.items[: len(address.items)] == address.items
    ) or not own.paragraph
