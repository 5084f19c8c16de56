"""Spellings that statutes no longer use: すべて, または, あつて.

Owns: the table of forms, and when a law is old enough to write つ large throughout.
Refuses to know: what the words mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Applicability, Diagnostic, Fix
from regcheck.law.lints.subject import Subject, in_sentence
from regcheck.law.terms import quotations

FORMS = {
    "すべて": "全て",
    "または": "又は",
    "もしくは": "若しくは",
    "および": "及び",
    "ならびに": "並びに",
    "且つ": "かつ",
    "但し": "ただし",
    "箇月": "月",
    "か月": "月",
    "ヶ月": "月",
    "ヵ月": "月",
    "カ月": "月",
    "ケ月": "月",
}
_MONTHS = frozenset(form for form, wanted in FORMS.items() if wanted == "月")
_FORMS = re.compile(
    "|".join(f"(?<=[〇一二三四五六七八九十百数何]){form}" if form in _MONTHS else form for form in FORMS)
)
_LARGE = re.compile(
    r"[あいえおかがきくけさしすたとなぬのまもやよらりれわっ一-龠](?P<sign>つ)(?=て|た(?!め|だ))"
)
_WORDS_WITH_LARGE = re.compile(
    r"(?:一|二|三|四|五|六|七|八|九|幾|持|保|立|待|打|勝|放|断)つ$|かつ$|ずつ$|つつ$"
)


def check_old_forms(subject: Subject) -> Iterator[Diagnostic]:
    """Every sentence; large つ only in a law that writes it small elsewhere."""
    is_new = any("っ" in said.sentence.text for said in subject.sentences)
    for said in subject.sentences:
        text = said.sentence.text
        found = [(match.span(), FORMS[match[0]]) for match in _FORMS.finditer(text)]
        if is_new:
            found += [(match.span("sign"), "っ") for match in _LARGE.finditer(text) if _is_old(text, match)]
        quoted = quotations(text)
        for (start, end), wanted in found:
            if any(first < start < last for first, last in quoted):
                continue
            context = (text[max(start - 1, 0) : end + 1], text[max(start - 1, 0) : start])
            whole, lead = context
            old = whole if wanted == "っ" else text[start:end]
            new = f"{lead}っ{text[end : end + 1]}" if wanted == "っ" else wanted
            words = said.sentence.words
            fix = Fix(span=words.place(start, end), replacement=wanted, applicability=Applicability.SAFE)
            payload = codes.law_wording.OldForm(found=old, wanted=new)
            yield in_sentence(payload, said, start, end, (fix,) if words.is_literal else ())


def _is_old(text: str, match: re.Match[str]) -> bool:
    return not _WORDS_WITH_LARGE.search(text[: match.end("sign")])
