"""句点: every 項 and every 号 that is a condition ends with one, a 号 that is a noun ends without.

Owns: the last sign of 項 and 号 of the law itself.
Refuses to know: tables and forms, how the items of one list end beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Applicability, Diagnostic, Fix
from regcheck.law.address import Address
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.places import Spoken
from regcheck.law.tree import Item, Paragraph, Sentence

_GONE = frozenset({"削除", "略", "（略）"})
_CONDITION = re.compile(r"(?:こと|とき)(?:（[^（）]*）)?$")
_NOUN = re.compile(r"(?:[一-龠々ァ-ヶー]|もの)(?<!場合)(?<!時)。$")
_SHOWN = 8


def check_full_stops(subject: Subject) -> Iterator[Diagnostic]:
    """Every 項 and 号 of 本則 and of the 附則 that came with it."""
    for place in subject.places.by_address.values():
        node = place.node
        if place.address.part.startswith("附則（") or not isinstance(node, Paragraph | Item):
            continue
        columns = node.columns if isinstance(node, Item) else ()
        sentences = columns[-1].sentences if columns else node.sentences
        if sentences and sentences[-1].text not in _GONE:
            yield from _ended(node, place.address, sentences)


def _ended(node: Paragraph | Item, address: Address, sentences: tuple[Sentence, ...]) -> Iterator[Diagnostic]:
    text = sentences[-1].text
    if isinstance(node, Item) and not node.items and len(sentences) == 1 and _NOUN.search(text):
        yield _told(Spoken(address, sentences[-1]), wanted="")
    elif text.endswith("。") or not text:
        return
    elif isinstance(node, Paragraph) or len(sentences) > 1 or _CONDITION.search(text):
        yield _told(Spoken(address, sentences[-1]), wanted="。")


def _told(said: Spoken, *, wanted: str) -> Diagnostic:
    text, words = said.sentence.text, said.sentence.words
    end = len(text)
    start = max(end - _SHOWN, 0)
    last = text[-1] + wanted if wanted else ""
    fix = Fix(span=words.place(end - 1, end), replacement=last, applicability=Applicability.SAFE)
    payload = codes.law_wording.FullStop(words=text[start:], is_missing=bool(wanted))
    return in_sentence(payload, said, start, end, (fix,) if words.is_literal else ())
