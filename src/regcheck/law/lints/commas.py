"""The commas of 、かつ、 and of にあっては、.

Owns: かつ between clauses with one comma, and にあっては without the comma that the law writes elsewhere.
Refuses to know: other commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Applicability, Diagnostic, Fix, Payload
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.places import Spoken

_CONNECTIVE = re.compile(r"、かつ(?![、た])|(?<![、（「お])かつ、")
_CASE = re.compile(r"に(?:あっては|あつては)(?P<comma>、?)")
_AROUND = 8


def check_commas(subject: Subject) -> Iterator[Diagnostic]:
    """Every sentence."""
    single = False
    bare: list[tuple[Spoken, re.Match[str]]] = []
    for said in subject.sentences:
        for found in _CONNECTIVE.finditer(said.sentence.text):
            payload = codes.law_wording.CommaOfConnective(
                words=_around(said, found), is_before=not found[0].startswith("、")
            )
            yield _told(payload, said, found)
        for cases in _cases(subject, said):
            single |= len(cases) == 1 and bool(cases[0]["comma"])
            mixed = len({case["comma"] for case in cases}) > 1
            bare += [(said, case) for case in cases if not case["comma"] and (len(cases) == 1 or mixed)]
    if single:
        for said, found in bare:
            yield _told(codes.law_wording.CommaOfCase(words=_around(said, found)), said, found)


def _cases(subject: Subject, said: Spoken) -> Iterator[list[re.Match[str]]]:
    """The にあっては of the sentence and of each bracket in it. Those that stand beside each other (「Pにあっては…、
    Qにあっては…」) may all do without the comma."""
    text = said.sentence.text
    by_place = {found.start(): found for found in _CASE.finditer(text)}
    for segment in subject.segments(said) if by_place else ():
        found = [by_place[at] for at in segment.offsets if at in by_place]
        if found and not segment.is_quoted:
            yield found


def _around(said: Spoken, found: re.Match[str]) -> str:
    text = said.sentence.text
    return text[max(found.start() - _AROUND, 0) : found.end()]


def _told(payload: Payload, said: Spoken, found: re.Match[str]) -> Diagnostic:
    words = said.sentence.words
    mended = f"、{found[0]}" if found[0].endswith("、") else f"{found[0]}、"
    fix = Fix(span=words.place(*found.span()), replacement=mended, applicability=Applicability.SAFE)
    return in_sentence(payload, said, *found.span(), (fix,) if words.is_literal else ())
