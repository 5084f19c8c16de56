"""A 柱書 and the items it announces: one is not there without the other.

Owns: 「次の各号」 and its like without items below them, and items that no words announce.
Refuses to know: how the items end, what they say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.places import Place, Spoken
from regcheck.law.tree import Item, Paragraph, Sentence

_CALLS_FOR_ITEMS = re.compile(r"次の各号|次に(?:掲げる|定める)|次のいずれ|次のとおり")
_NAMES_ITEMS = re.compile(r"各号|次の|次に|以下|左")


def check_announced(subject: Subject) -> Iterator[Diagnostic]:
    """Every 項 and 号 of the law itself; below a table or a form anything may stand."""
    for place in subject.places.by_address.values():
        if isinstance(place.node, Paragraph | Item) and not place.address.part.startswith("附則（"):
            yield from _checked(subject, place, place.node)


def _checked(subject: Subject, place: Place, node: Paragraph | Item) -> Iterator[Diagnostic]:
    columns = node.columns if isinstance(node, Item) else ()
    sentences = columns[-1].sentences if columns else node.sentences
    if node.items and sentences:
        if not any(_NAMES_ITEMS.search(sentence.text) for sentence in sentences):
            said = Spoken(place.address, sentences[-1])
            payload = codes.law_wording.ItemsUnannounced(count=len(node.items))
            yield in_sentence(payload, said, 0, len(said.sentence.text))
    elif not node.items and not node.blocks:
        for sentence in sentences:
            yield from _without_items(subject, Spoken(place.address, sentence), sentence)


def _without_items(subject: Subject, said: Spoken, sentence: Sentence) -> Iterator[Diagnostic]:
    if not _CALLS_FOR_ITEMS.search(sentence.text):
        return
    for segment in subject.segments(said):
        found = None if segment.is_quoted else _CALLS_FOR_ITEMS.search(segment.text)
        if found:
            start = segment.offsets[found.start()]
            payload = codes.law_wording.ItemsMissing(words=found[0])
            yield in_sentence(payload, said, start, start + len(found[0]))
            return
