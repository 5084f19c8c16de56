"""The same in the same words: within a law, and beside its siblings.

Owns: passages that differ in commas only, and articles of one caption that differ from most siblings in a word or two.
Refuses to know: which laws are siblings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.places import Spoken, places, spoken
from regcheck.law.segments import Segment
from regcheck.law.tree import Article, Law
from regcheck.source.span import shown

_SHORTEST = 12
_TOKEN = re.compile(r"[一-龠々〇]+|[ァ-ヶー]+|[ぁ-ん]+|[０-９0-9]+|.")
_CLOSE = 0.85
"""The part of two sentences that is the same where they say the same of different persons."""
_WORTH_A_LOOK = 0.7
"""The part of their words, in any order: below it the longer comparison is not made."""
_MOST_PARTS = 2
"""More differences than that are another rule, not another wording."""


def check_parallel(subject: Subject) -> Iterator[Diagnostic]:
    """Passages of one law that are alike but for commas: the rarer form of each is told."""
    found: dict[str, list[tuple[Spoken, Segment]]] = {}
    for said in subject.sentences:
        if said.address.part.startswith("附則（") or said.address.inside:
            continue
        for segment in subject.segments(said):
            if len(segment.text) >= _SHORTEST and not segment.is_quoted:
                found.setdefault(segment.text.replace("、", ""), []).append((said, segment))
    for members in found.values():
        texts = Counter(segment.text for _, segment in members)
        if len(texts) > 1:
            yield from _rarer(members, texts)


def _rarer(members: list[tuple[Spoken, Segment]], texts: Counter[str]) -> Iterator[Diagnostic]:
    usual = max(texts, key=lambda text: (texts[text], text.count("、"), text))
    other = next(said for said, segment in members if segment.text == usual)
    for said, segment in members:
        if segment.text != usual:
            at = _first_difference(segment.text, usual)
            start = segment.offsets[max(at - 6, 0)]
            end = segment.offsets[min(at + 2, len(segment.offsets) - 1)] + 1
            payload = codes.law_order.SiblingComma(
                words=segment.text[max(at - 6, 0) : at + 2],
                other=str(other.address),
                other_words=usual[max(at - 6, 0) : at + 2],
            )
            yield in_sentence(payload, said, start, end)


def _first_difference(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one) - 1)


class _Change(Frozen):
    """A stretch of a sentence that siblings word otherwise."""

    start: int
    end: int
    own: str
    usual: str


def check_siblings(subject: Subject) -> Iterator[Diagnostic]:
    """Each sentence against the one at the same place of the siblings: what most of them say otherwise."""
    others = [(law, _by_caption(law)) for law in subject.siblings if law is not subject.law]
    if not others:
        return
    for key, own in _by_caption(subject.law).items():
        twins = [(law, found[key]) for law, found in others if key in found]
        for change, law in _changes(own, twins):
            payload = codes.law_order.SiblingDiffers(
                words=shown(change.own), usual=shown(change.usual), sibling=_name(law)
            )
            yield in_sentence(payload, own, change.start, change.end)


def siblings_of(law: Law, others: tuple[Law, ...]) -> tuple[Law, ...]:
    """Those of the same kind whose articles have mostly the same captions."""
    own = _captions(law)
    kin = (other for other in others if other is not law and other.number.kind is law.number.kind)
    return tuple(
        other
        for other in kin
        if other.number.text != law.number.text and len(own & _captions(other)) * 2 > max(len(own), _FEWEST)
    )


_FEWEST = 4
"""Captions that two laws must share the half of, at least."""


def _captions(law: Law) -> frozenset[str]:
    found = (place.node for place in places(law) if not place.address.part)
    return frozenset(node.caption.text for node in found if isinstance(node, Article) and node.caption.text)


def _by_caption(law: Law) -> dict[tuple[str, str, int], Spoken]:
    """Sentences of 本則 by caption of the article, provision below it, and number in the provision."""
    captions = {
        place.address.article: place.node.caption.text
        for place in places(law)
        if isinstance(place.node, Article) and not place.address.part
    }
    found: dict[tuple[str, str, int], Spoken] = {}
    for said in spoken(law):
        address = said.address
        caption = captions.get(address.article, "") if not address.part else ""
        if caption:
            below = f"{address.paragraph}/{'/'.join(address.items)}/{said.column}"
            number = 0
            while (caption, below, number) in found:
                number += 1
            found[(caption, below, number)] = said
    return found


def _changes(own: Spoken, twins: list[tuple[Law, Spoken]]) -> list[tuple[_Change, Law]]:
    """What more than half of the twins say otherwise and all of those alike."""
    text = own.sentence.text
    if len(text) < _SHORTEST or not twins:
        return []
    votes: Counter[_Change] = Counter()
    first: dict[_Change, Law] = {}
    for law, twin in twins:
        for change in _differences(text, twin.sentence.text):
            votes[change] += 1
            first.setdefault(change, law)
    return [(change, first[change]) for change, count in votes.items() if count * 2 > len(twins)]


def _differences(own: str, other: str) -> list[_Change]:
    """The stretches of words that differ, if the sentences are close and the words are not names or numbers."""
    if own == other:
        return []
    ours, theirs = _TOKEN.findall(own), _TOKEN.findall(other)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    if matcher.quick_ratio() < _WORTH_A_LOOK:
        return []
    same = sum(len("".join(ours[block.a : block.a + block.size])) for block in matcher.get_matching_blocks())
    if same < _CLOSE * max(len(own), len(other)):
        return []
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    if len(changed) > _MOST_PARTS:
        return []
    found = []
    for _, start, end, other_start, other_end in changed:
        said, usual = "".join(ours[start:end]), "".join(theirs[other_start:other_end])
        if _is_wording(said, usual):
            at = len("".join(ours[:start]))
            found.append(_with_context(ours, theirs, (start, end, other_start, other_end), at))
    return found


_TELLING = 3
"""Signs that tell a reader what is meant without the word before them."""


def _with_context(ours: list[str], theirs: list[str], cut: tuple[int, int, int, int], at: int) -> _Change:
    """The stretch with a word on each side, so that an omission can be seen."""
    start, end, other_start, other_end = cut
    shorter = min(len("".join(ours[start:end])), len("".join(theirs[other_start:other_end])))
    before = ours[start - 1] if start and shorter < _TELLING else ""
    after = ours[end] if end < len(ours) and before == "" and start == end else ""
    own = before + "".join(ours[start:end]) + after
    usual = before + "".join(theirs[other_start:other_end]) + after
    return _Change(start=at - len(before), end=at - len(before) + len(own), own=own, usual=usual)


_NAMES = re.compile(r"大臣|省|庁|内閣府|委員会|長官|[一二三四五六七八九十百千第]+|政令|法律|機構")


def _is_wording(own: str, usual: str) -> bool:
    """Names of ministries, and numbers, differ for good reason."""
    return not (_NAMES.search(own) or _NAMES.search(usual))


def _name(law: Law) -> str:
    return law.number.text or shown(law.name) or law.file
