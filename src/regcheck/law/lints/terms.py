"""Defined terms: made once, before they are used, used where they hold.

Owns: which uses and definitions are out of order. 第一条 on the purpose of a law may use what comes later, and so may a
use that says where the term is made (「第八条第一項に規定する…」).
Refuses to know: how terms are found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic, Fix
from regcheck.law.address import Address
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.terms import Definition, Made, Use, covers, occurs_after, uses_of
from regcheck.law.tree import Article

_SHORTEST = 4
"""Shorter names are everyday words as well (指定, 取組): only whether they are used at all is looked at."""
_POINTED = re.compile(r"(?:に規定する|に掲げる|に係る|いう|の|した)$")
_EXPLAINED = re.compile(r"（[^）]*?をいう")


def check_terms(subject: Subject) -> Iterator[Diagnostic]:
    """Every term that the law itself makes."""
    terms = subject.terms
    whole = not subject.places.is_extract("")
    for name, several in terms.by_name.items():
        made = [one for one in several if one.made is not Made.BORROWED and _is_counted(one)]
        if not made:
            continue
        if whole:
            yield from _unused(subject, made)
        yield from _twice(made)
        if len(name) >= _SHORTEST:
            yield from _misused(subject, name, several, made[0])


def _is_counted(definition: Definition) -> bool:
    return definition.said.address.inside != "の表"


def _unused(subject: Subject, made: Sequence[Definition]) -> Iterator[Diagnostic]:
    for one in made:
        if not occurs_after(subject.terms, one):
            payload = codes.law_references.TermUnused(term=one.name)
            yield in_sentence(payload, one.said, one.start, one.end, _taken_out(one))


def _taken_out(one: Definition) -> tuple[Fix, ...]:
    """The bracket away, where it says nothing else. A form that is no part of the text may still use the name."""
    text, words = one.said.sentence.text, one.said.sentence.words
    found = _BRACKET_BEFORE.search(text[: one.start])
    if not (found and words.is_literal and text.startswith(_BRACKET_AFTER, one.end)):
        return ()
    return (Fix(span=words.place(found.start(), one.end + len(_BRACKET_AFTER)), replacement=""),)


_BRACKET_BEFORE = re.compile(r"（以下(?:[^（）。、]*において)?「$")
_BRACKET_AFTER = "」という。）"


def _twice(made: Sequence[Definition]) -> Iterator[Diagnostic]:
    for number, one in enumerate(made):
        earlier = next((first for first in made[:number] if covers(first, one.said)), None)
        if earlier:
            payload = codes.law_references.TermTwice(term=one.name, first=str(earlier.said.address))
            yield in_sentence(payload, one.said, one.start, one.end)


def _misused(
    subject: Subject, name: str, several: Sequence[Definition], made: Definition
) -> Iterator[Diagnostic]:
    for use in uses_of(subject.terms, name):
        if _is_explained(subject, use):
            continue
        holding = [one for one in several if covers(one, use.said)]
        if not holding:
            if not subject.places.is_extract("") or use.said.address.article == made.said.address.article:
                payload = codes.law_references.TermOutOfScope(term=name, definition=str(made.said.address))
                yield in_sentence(payload, use.said, use.start, use.end)
        elif all((use.order, use.start) < (one.order, one.start) for one in holding):
            first = min(holding, key=lambda one: one.order)
            if not _is_same_article(use, first):
                payload2 = codes.law_references.TermBeforeDefinition(
                    term=name, definition=str(first.said.address)
                )
                yield in_sentence(payload2, use.said, use.start, use.end)


def _is_same_article(use: Use, definition: Definition) -> bool:
    own, other = use.said.address, definition.said.address
    return (own.part, own.article) == (other.part, other.article)


def _is_explained(subject: Subject, use: Use) -> bool:
    text = use.said.sentence.text
    if _POINTED.search(text[: use.start]) and _names_a_provision(subject, use):
        return True
    return bool(_EXPLAINED.match(text, use.end)) or _is_purpose(subject, use.said.address)


def _names_a_provision(subject: Subject, use: Use) -> bool:
    """Whether a reference stands in the words before the use: 「前項に規定する…」."""
    return any(
        one.said.sentence is use.said.sentence
        and one.end <= use.start <= one.end + len("各号に掲げる事項に規定する")
        for one in subject.references
    )


def _is_purpose(subject: Subject, address: Address) -> bool:
    place = subject.places.by_address.get(Address(address.part, address.article))
    node = place.node if place else None
    return (
        isinstance(node, Article) and re.search("目的|趣旨", node.caption.text) is not None
    ) or address.part == "前文"
