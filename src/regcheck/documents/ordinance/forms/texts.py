"""The texts of a 様式 before they are words, and what is written of a form elsewhere.

Owns: which texts a form has, the name of its file in the XML, numbers in Arabic.
Refuses to know: pieces, provisions, pages.
"""

from __future__ import annotations

import re

from regcheck.documents.ordinance.outline.plans import FormPlan
from regcheck.source.numerals import KANJI_NUMBER as _KANJI, from_kanji, widen

PICTURES = "./pict/"
_NUMBERED = re.compile(rf"第({_KANJI})(?=[条項号])|(?<=[条号])の({_KANJI})(?=第|[^一-龠]|$)")


def picture_of(title: str) -> str:
    """The name of the file that the XML has for a form."""
    return f"{PICTURES}{title}.pdf"


def texts_of(plan: FormPlan) -> tuple[str, ...]:
    """Every text of a form, in the order of its page."""
    cells = [text for one in plan.fields for text in (one.group, one.label, *one.entries, one.given)]
    back = plan.card.back if plan.card else ()
    head = (plan.title, plan.date, plan.addressee, *plan.filer, plan.opening)
    return tuple(text for text in (*head, *cells, *back, *plan.remarks) if text)


def in_arabic(words: str) -> str:
    """第９条第１項 of 第九条第一項."""
    return _NUMBERED.sub(lambda found: f"第{_wide(found[1])}" if found[1] else f"の{_wide(found[2])}", words)


def _wide(number: str) -> str:
    return widen(str(from_kanji(number) or number))
