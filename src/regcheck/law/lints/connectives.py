"""若しくは needs a 又は above it, 並びに a 及び below it.

Owns: looking for them in the sentence, or in one bracket of it and the words around that bracket.
Refuses to know: what is connected.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Applicability, Diagnostic, Fix
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.places import Spoken
from regcheck.law.segments import Segment

_PAIRS = (("若しくは", "又は"), ("並びに", "及び"))


def check_connectives(subject: Subject) -> Iterator[Diagnostic]:
    """Every sentence, each bracket on its own."""
    for said in subject.sentences:
        if said.address.inside == "の表":
            continue
        for segment in subject.segments(said):
            if segment.is_quoted:
                continue
            for lower, upper in _PAIRS:
                if upper not in segment.text and not _is_above(segment, upper):
                    yield from _alone(said, segment, lower, upper)


def _alone(said: Spoken, segment: Segment, lower: str, upper: str) -> Iterator[Diagnostic]:
    """Every one of them: mending one and not the others would make them the lower level."""
    words = said.sentence.words
    for found in re.finditer(lower, segment.text):
        start = segment.offsets[found.start()]
        end = start + len(lower)
        fix = Fix(span=words.place(start, end), replacement=upper, applicability=Applicability.SAFE)
        payload = codes.law_wording.LoneLowerConnective(connective=lower, partner=upper)
        yield in_sentence(payload, said, start, end, (fix,) if words.is_literal else ())


def _is_above(segment: Segment, upper: str) -> bool:
    """Whether the words around the bracket have the partner: the bracket then speaks of one of its members."""
    return segment.around is not None and upper in segment.around.text
