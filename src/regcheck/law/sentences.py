"""One text → its sentences, and its brackets.

Owns: where a sentence ends (。 outside of brackets), which one is a ただし書, and how deep each sign stands in brackets.
Refuses to know: what the sentences say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.frozen import replace
from regcheck.law.tree import Function, Sentence
from regcheck.law.words import Mark, Words

OPENING = "（「『〔［"
CLOSING = "）」』〕］"
BRACKET = re.compile(f"[{OPENING}{CLOSING}]")
PARTNER = dict(zip(OPENING, CLOSING, strict=True))
PROVISO = ("ただし、", "但し、")


def depths(text: str) -> list[int]:
    """How many brackets are open at each sign; a bracket counts itself. In 「」 only 「」 count: 「「）並びに」を…」."""
    found: list[int] = []
    depth = quoted = 0
    for bracket in BRACKET.finditer(text):
        sign = bracket[0]
        found += [depth] * (bracket.start() - len(found))
        quoted += sign == "「"
        depth += sign in OPENING if not quoted else sign == "「"
        found.append(depth)
        depth -= depth > 0 and (sign in CLOSING if not quoted else sign == "」")
        quoted -= sign == "」" and quoted > 0
    return found + [depth] * (len(text) - len(found))


def outside(text: str) -> str:
    """The text with everything in brackets as 〓, sign by sign: what the sentence itself says."""
    return "".join("〓" if depth else sign for sign, depth in zip(text, depths(text), strict=True))


def cut(words: Words, start: int, end: int) -> Words:
    """A part of words with its place and the marks on it."""
    marks = (
        replace(mark, start=max(mark.start - start, 0), end=min(mark.end, end) - start)
        for mark in words.marks
        if _stands_in(mark, start, end, len(words.text))
    )
    return Words(words.text[start:end], tuple(marks), words.place(start, end))


def _stands_in(mark: Mark, start: int, end: int, last: int) -> bool:
    """Whether a part has the mark; what has no words (a formula, a picture) goes with the sign after it."""
    if mark.start == mark.end:
        return start <= mark.start < end or mark.start == end == last
    return mark.start < end and mark.end > start


def parts(words: Words) -> Iterator[Words]:
    """The sentences as words: each ends with its 。."""
    plain = outside(words.text)
    start = 0
    while (at := plain.find("。", start)) >= 0:
        yield cut(words, start, at + 1)
        start = at + 1
    if start < len(words.text):
        yield cut(words, start, len(words.text))


def sentences_of(words: Words) -> tuple[Sentence, ...]:
    """The sentences; where one is a ただし書, the others are the 本文."""
    found = list(parts(words))
    if len(found) == 1:
        return (Sentence(words=found[0]),)
    has_proviso = any(part.text.startswith(PROVISO) for part in found)
    return tuple(
        Sentence(words=part, num=str(number), function=_function(part, has_proviso))
        for number, part in enumerate(found, 1)
    )


def _function(part: Words, has_proviso: bool) -> Function:
    if not has_proviso:
        return Function.NONE
    return Function.PROVISO if part.text.startswith(PROVISO) else Function.MAIN
