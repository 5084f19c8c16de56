"""What the Act and the Cabinet Order leave to the ordinance is answered once, and nothing else is answered.

Owns: each 主務省令で定める… in the chapter of either that the ordinance is about, against 「法第n条…の主務省令で定める…は、」.
Refuses to know: whether an answer keeps inside of what was delegated; an ordinance for a specification proves that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen, Mutable, replace
from regcheck.law.address import Address
from regcheck.law.lints.subject import Subject, finding, in_sentence
from regcheck.law.places import Places, places, spoken
from regcheck.law.references import Reference, Status
from regcheck.law.tree import Kind, Law
from regcheck.source.span import Span

_ORDINANCE = r"(?:主務省令|[一-龠・]{2,20}省令|内閣府令|命令)"
MANNER = "ところにより"
"""「主務省令で定めるところにより」 is answered by whatever the ordinance says of the provision."""
_DELEGATES = re.compile(
    rf"(?<![条項号]の){_ORDINANCE}で定める(?P<what>{MANNER}|[^、。（）「」をにはがと]{{1,20}})"
)
"""「前条第一項の主務省令で定める…」 takes up a delegation and is none."""
_ANSWERS = re.compile(rf"の{_ORDINANCE}で定める「?(?P<what>[^、。「」は]{{1,30}})")
_ANSWERED_BELOW = re.compile(rf"(?:^|として){_ORDINANCE}で定める(?P<what>[^、。は]{{1,12}})は、")
_ABOUT = re.compile("については?$")
_MANNERS = (MANNER, "手続", "方法", "様式")
"""What may be answered without the words of the delegation: 「令第十一条の規定に基づく通知は、…」."""
_ANY = ("もの", "者", "事項")
"""What a provision may leave to the ordinance to name."""


def delegations(law: Law) -> Mapping[Address, tuple[str, ...]]:
    """What each provision of a law leaves to an ordinance: 基準, 書類, ところにより, in the order of its words."""
    found: dict[Address, list[str]] = {}
    for said in spoken(law):
        for one in _DELEGATES.finditer(said.sentence.text):
            found.setdefault(replace(said.address, inside=""), []).append(one["what"])
    return {address: tuple(several) for address, several in found.items()}


def chapters(law: Law) -> Mapping[Address, str]:
    """The 編 or 章 that each provision of a law stands in."""
    return {place.address: place.within[0].num if place.within else "" for place in places(law)}


_SHORT = {Kind.ACT: "法", Kind.CABINET_ORDER: "令"}


class _Above(Frozen):
    """The Act or the order above an ordinance, with what it delegates."""

    places: Places
    short: str
    asked: Mapping[Address, tuple[str, ...]]
    chapters: Mapping[Address, str]


class _Open(Mutable):
    """What is still to be answered of a provision, and by whom it was answered first."""

    left: list[str]
    first: Address | None = None


def check_delegation(subject: Subject) -> Iterator[Diagnostic]:
    """An ordinance whose Act or Cabinet Order is in the library."""
    if subject.law.number.kind is not Kind.MINISTERIAL_ORDINANCE:
        return
    answers = [one for one in subject.references if _answer(one)]
    for kind in _SHORT:
        if above := _above(subject, answers, kind):
            led = [one for one in answers if _law_of(subject, one, kind) is above.places]
            yield from _check(subject, above, led)


def _check(subject: Subject, above: _Above, answers: Sequence[Reference]) -> Iterator[Diagnostic]:
    open_ = {
        address: _Open([what for what in asked if what != MANNER]) for address, asked in above.asked.items()
    }
    for one in answers:
        yield from _answered(above, one, open_)
    yield from _unanswered(subject, above, answers, open_)


def _answer(one: Reference) -> str:
    """What is answered by 「法第n条第m項の主務省令で定める…は、」 at the head of a sentence, or by 「法第n条の…として主務省令で
    定めるものは、」; nothing for another reference."""
    text = one.said.sentence.text
    if one.law is None or one.said.address.items or one.said.address.part or one.status is not Status.FOUND:
        return ""
    head = text[: one.start]
    at_head = len(head) < _LONGEST_NAME and "、" not in head.rstrip("、") and "は、" not in head
    found = (_ANSWERS.match(text, one.end) or _ANSWERED_BELOW.search(text, one.end)) if at_head else None
    return _ABOUT.sub("", found["what"]) if found else ""


_LONGEST_NAME = 90
"""Signs that the name of the Act takes at the head of its first use, with 「（以下「法」という。）」."""


def _above(subject: Subject, answers: Sequence[Reference], kind: Kind) -> _Above | None:
    led = (_law_of(subject, one, kind) for one in answers)
    counts = Counter(places.law.number.text for places in led if places)
    if not counts:
        return None
    most = max(counts, key=lambda number: (counts[number], number))
    found = subject.library.laws[most]
    return _Above(
        places=found,
        short=_SHORT[kind],
        asked=delegations(found.law),
        chapters=chapters(found.law),
    )


def _law_of(subject: Subject, one: Reference, kind: Kind) -> Places | None:
    found = subject.library.find(one.law) if one.law else None
    return found if found and found.law.number.kind is kind else None


def _answered(above: _Above, one: Reference, open_: Mapping[Address, _Open]) -> Iterator[Diagnostic]:
    address = _whole(above.places, one.targets[-1])
    if address is None:
        return
    provision = above.short + str(one.targets[-1]) + one.tail
    asked = open_.get(address)
    if asked is None:
        payload = codes.law_order.AnswerWithoutDelegation(provision=provision)
        yield in_sentence(payload, one.said, one.start, one.end)
        return
    taken = _taken(asked.left, _answer(one))
    if taken is None:
        first = str(asked.first) if asked.first else ""
        twice = codes.law_order.DelegationAnsweredTwice(
            delegation=above.short + str(one.targets[-1]), first=first
        )
        yield in_sentence(twice, one.said, one.start, one.end)
    else:
        asked.left.remove(taken)
    asked.first = asked.first or one.said.address


def _taken(left: Sequence[str], what: str) -> str | None:
    """Which of the open delegations is answered by these words: the one that has them, then もの, then the first."""
    named = (one for one in left if one not in _ANY and (one in what or what in one))
    longest = max(named, key=len, default=None)
    return longest or next((one for one in left if one in _ANY), None) or next(iter(left), None)


def _whole(above: Places, target: Address) -> Address | None:
    """The address of a provision with its 項; None if it is not there."""
    place = above.find(target)
    if place is None:
        return None
    address = place.address
    return replace(address, paragraph="1") if address.article and not address.paragraph else address


def _unanswered(
    subject: Subject, above: _Above, answers: Sequence[Reference], open_: Mapping[Address, _Open]
) -> Iterator[Diagnostic]:
    """What the chapter delegates and no sentence answers; of a manner, what no sentence names."""
    found = (above.places.find(target) for one in answers for target in one.targets)
    counts = Counter(above.chapters.get(place.address, "") for place in found if place)
    if not counts or subject.places.is_extract(""):
        return
    chapter = max(counts, key=lambda one: (counts[one], one))
    named = _named(subject, above)
    for address, asked in above.asked.items():
        if above.chapters.get(address) == chapter and not address.part:
            left = [*open_[address].left, *(MANNER for what in asked if what == MANNER)]
            for what in dict.fromkeys(one for one in left if one not in _MANNERS or address not in named):
                payload = codes.law_order.DelegationUnanswered(
                    delegation=_short(above, address), what="" if what == MANNER else what
                )
                yield finding(payload, Address(), _head(subject))


def _head(subject: Subject) -> Span:
    title = subject.law.title
    return title.words.span if title and title.words.span.file else subject.sentences[0].sentence.words.span


def _named(subject: Subject, above: _Above) -> set[Address]:
    """The provisions of the Act that the ordinance speaks of other than by answering."""
    found: set[Address] = set()
    for one in subject.references:
        if one.law is None or _answer(one) or subject.library.find(one.law) is not above.places:
            continue
        whole = (_whole(above.places, target) for target in one.targets)
        found |= {address for address in whole if address}
    return found


def _short(above: _Above, address: Address) -> str:
    """法第五十二条第一項; without its 項 where the article has only one."""
    whole = replace(address, items=())
    shortest = replace(address, paragraph="") if above.places.has_one(whole) else address
    return above.short + str(shortest)
