"""若しくは needs a 又は above it, 並びに a 及び below it.

Owns: looking for them in the sentence or in one bracket of it, and in the 柱書 that an item continues.
Refuses to know: what is connected.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.law.lints.subject import Subject, in_sentence
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
                if lower in segment.text and upper not in segment.text and not _is_above(segment, upper):
                    start = segment.offsets[segment.text.index(lower)]
                    payload = codes.law_wording.LoneLowerConnective(connective=lower, partner=upper)
                    yield in_sentence(payload, said, start, start + len(lower))


def _is_above(segment: Segment, upper: str) -> bool:
    """Whether the words around the bracket have the partner: the bracket then speaks of one of its members."""
    return segment.around is not None and upper in segment.around.text
