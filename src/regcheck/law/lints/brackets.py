"""Brackets open and close once, stand three deep at most, and say how far a name holds at their end.

Owns: balance and depth of （） and 「」, and the order of what one bracket says: をいう, を除く and its like, 以下同じ.
Refuses to know: what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.places import Spoken
from regcheck.law.sentences import BRACKET, OPENING, PARTNER
from regcheck.law.terms import quotations

DEEPEST = 3
_ROUND = "（〔［"
_SCOPE = re.compile(r"(?:と(?:いう|総称する)|同じ)。")
_RESTRICTION = re.compile(r"[^。]*(?:をいう|を除く|に限る|を含む)。")


def check_brackets(subject: Subject) -> Iterator[Diagnostic]:
    """Every sentence; what stands in 「」 may be a part of another text, brackets and all."""
    for said in subject.sentences:
        yield from _unbalanced(said)
        yield from _deep(said)
        if "（" in said.sentence.text:
            yield from _disordered(subject, said)


def _unbalanced(said: Spoken) -> Iterator[Diagnostic]:
    text = said.sentence.text
    quoted = quotations(text)
    opened: list[int] = []
    for found in BRACKET.finditer(text):
        at, sign = found.start(), found[0]
        if any(start < at < end for start, end in quoted):
            continue
        if sign in OPENING:
            opened.append(at)
        elif opened and PARTNER[text[opened[-1]]] == sign:
            opened.pop()
        else:
            yield in_sentence(codes.law_wording.UnbalancedBracket(bracket=sign), said, at, at + 1)
    for at in opened:
        yield in_sentence(codes.law_wording.UnbalancedBracket(bracket=text[at]), said, at, at + 1)


def _deep(said: Spoken) -> Iterator[Diagnostic]:
    text = said.sentence.text
    depth = 0
    for found in BRACKET.finditer(text):
        at, sign = found.start(), found[0]
        depth += sign in _ROUND
        if sign in _ROUND and depth == DEEPEST + 1:
            yield in_sentence(codes.law_wording.DeepBrackets(depth=depth), said, at, at + 1)
        depth -= sign in "）〕］" and depth > 0


def _disordered(subject: Subject, said: Spoken) -> Iterator[Diagnostic]:
    """A restriction behind the name that it restricts: 「（以下「X」という。Yを除く。）」."""
    for segment in subject.segments(said):
        scope = _SCOPE.search(segment.text) if segment.opening == "（" else None
        late = _RESTRICTION.search(segment.text, scope.end()) if scope else None
        if late:
            start, end = segment.offsets[late.start()], segment.offsets[late.end() - 1] + 1
            payload = codes.law_wording.BracketOrder(words=said.sentence.text[start:end])
            yield in_sentence(payload, said, start, end)
