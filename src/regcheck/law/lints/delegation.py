"""What the Act leaves to the ordinance is answered once, and nothing else is answered.

Owns: 主務省令で定める in the chapter of the Act that the ordinance is about, against 「法第n条…の主務省令で定める…は、」.
Refuses to know: whether an answer keeps inside of what was delegated; an ordinance for a specification proves that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen, replace
from regcheck.law.address import Address
from regcheck.law.lints.subject import Subject, finding, in_sentence
from regcheck.law.places import Places, places, spoken
from regcheck.law.references import Reference, Status
from regcheck.law.tree import Kind
from regcheck.source.span import Span

_ORDINANCE = r"(?:主務省令|[一-龠・]{2,20}省令|内閣府令|命令)"
_DELEGATES = re.compile(rf"{_ORDINANCE}で定める")
_ANSWERS = re.compile(rf"の{_ORDINANCE}で定める")
_ANSWERED_BELOW = re.compile(rf"(?:^|として){_ORDINANCE}で定める[^、。]{{1,12}}は、")


class _Act(Frozen):
    """The Act above an ordinance: how often each provision delegates, and the chapter of each."""

    places: Places
    asked: Mapping[Address, int]
    chapters: Mapping[Address, str]


def check_delegation(subject: Subject) -> Iterator[Diagnostic]:
    """An ordinance whose Act is in the library."""
    if subject.law.number.kind is not Kind.MINISTERIAL_ORDINANCE:
        return
    answers = [one for one in subject.references if _answers(one)]
    above = _act(subject, answers)
    if above is None:
        return
    answers = [one for one in answers if _act_of(subject, one) is above.places]
    given: dict[Address, Address] = {}
    counts: Counter[Address] = Counter()
    for one in answers:
        yield from _answer(above, one, given, counts)
    yield from _unanswered(subject, above, answers)


def _answers(one: Reference) -> bool:
    """「法第n条第m項の主務省令で定める…は、」 at the head of a sentence, or 「法第n条の…として主務省令で定めるものは、」."""
    text = one.said.sentence.text
    if one.law is None or one.said.address.items or one.said.address.part or one.status is not Status.FOUND:
        return False
    head = text[: one.start]
    at_head = len(head) < _LONGEST_NAME and "、" not in head.rstrip("、") and "は、" not in head
    return at_head and bool(_ANSWERS.match(text, one.end) or _ANSWERED_BELOW.search(text, one.end))


_LONGEST_NAME = 90
"""Signs that the name of the Act takes at the head of its first use, with 「（以下「法」という。）」."""


def _act(subject: Subject, answers: list[Reference]) -> _Act | None:
    acts = (_act_of(subject, one) for one in answers)
    counts = Counter(places.law.number.text for places in acts if places)
    if not counts:
        return None
    most = max(counts, key=lambda number: (counts[number], number))
    found = subject.library.laws[most]
    asked: Counter[Address] = Counter()
    for said in spoken(found.law):
        asked[replace(said.address, inside="")] += len(_DELEGATES.findall(said.sentence.text))
    chapters = {place.address: place.within[0].num if place.within else "" for place in places(found.law)}
    return _Act(places=found, asked={a: n for a, n in asked.items() if n}, chapters=chapters)


def _act_of(subject: Subject, one: Reference) -> Places | None:
    found = subject.library.find(one.law) if one.law else None
    return found if found and found.law.number.kind is Kind.ACT else None


def _answer(
    above: _Act, one: Reference, given: dict[Address, Address], counts: Counter[Address]
) -> Iterator[Diagnostic]:
    there = above.places.find(one.targets[-1])
    if there is None:
        return
    address = there.address
    if not address.paragraph and address.article:
        address = replace(address, paragraph="1")
    if not above.asked.get(address):
        payload = codes.law_order.AnswerWithoutDelegation(provision=str(one.targets[-1]) + one.tail)
        yield in_sentence(payload, one.said, one.start, one.end)
        return
    counts[address] += 1
    if counts[address] > above.asked[address]:
        twice = codes.law_order.DelegationAnsweredTwice(
            delegation=str(one.targets[-1]), first=str(given[address])
        )
        yield in_sentence(twice, one.said, one.start, one.end)
    given.setdefault(address, one.said.address)


def _unanswered(subject: Subject, above: _Act, answers: list[Reference]) -> Iterator[Diagnostic]:
    """Provisions of the chapter that delegate and that no sentence of the ordinance names."""
    found = (above.places.find(target) for one in answers for target in one.targets)
    chapters = Counter(above.chapters.get(place.address, "") for place in found if place)
    if not chapters or subject.places.is_extract(""):
        return
    chapter = max(chapters, key=lambda one: (chapters[one], one))
    named = _named(subject, above)
    for address in above.asked:
        if above.chapters.get(address) == chapter and not address.part and address not in named:
            payload = codes.law_order.DelegationUnanswered(delegation=_short(above, address))
            title = subject.law.title
            span = title.words.span if title and title.words.span.file else _first(subject)
            yield finding(payload, Address(), span)


def _first(subject: Subject) -> Span:
    return subject.sentences[0].sentence.words.span


def _named(subject: Subject, above: _Act) -> set[Address]:
    found: set[Address] = set()
    for one in subject.references:
        if one.law is None or subject.library.find(one.law) is not above.places:
            continue
        for target in one.targets:
            place = above.places.find(target)
            if place:
                address = place.address
                found.add(address if address.paragraph else replace(address, paragraph="1"))
    return found


def _short(above: _Act, address: Address) -> str:
    """Without its 項 where the article has only one."""
    whole = replace(address, items=())
    return str(replace(address, paragraph="")) if above.places.has_one(whole) else str(address)
