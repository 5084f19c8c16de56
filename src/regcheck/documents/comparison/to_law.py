"""A comparison → the ordinance that makes the one version the other: 一部改正省令 with its 新旧対照表.

Owns: its title, what it says, the table, its 附則, the 別紙 with new forms.
Refuses to know: formats, how a face becomes a cell.

What a drafter has to decide, the number, the ground in law and the day, is printed as 〇.
"""

from __future__ import annotations

import re

from regcheck.documents.comparison.forms import annexed_forms, rows_with_annexes, said_of_forms
from regcheck.documents.comparison.styles import MHLW, Style
from regcheck.documents.comparison.tables import tables_of
from regcheck.law.comparing import Comparison
from regcheck.law.sentences import sentences_of
from regcheck.law.tree import (
    Kind,
    Law,
    Main,
    Number,
    Paragraph,
    Sentence,
    Supplement,
    Title,
)
from regcheck.law.words import Words

_NUMBER = re.compile(r"(?:明治|大正|昭和|平成|令和)[^年]+年(?P<issuer>.+?)第[^第]+号")
_KINDS = {Kind.ACT: "法律", Kind.CABINET_ORDER: "政令", Kind.RULE: "規則"}
_UNNAMED = "〇〇"


def amending_law(comparison: Comparison, style: Style = MHLW) -> Law:
    """The amending instrument."""
    new = comparison.new
    word = _KINDS.get(new.number.kind, "省令")
    title = f"{new.name or _UNNAMED}の一部を改正する{word}"
    annexed = annexed_forms(comparison)
    rows = tuple(rows_with_annexes(comparison.rows, annexed, style))
    amends = (style.amends.format(law=_cited(comparison.old)), *said_of_forms(annexed))
    body = Paragraph(
        sentences=sentences_of(Words("".join(amends))),
        blocks=tuple(side.framed for side in tables_of(rows, style)),
    )
    return Law(
        number=Number(text=_number(new), kind=new.number.kind),
        title=Title(words=Words(title)),
        enactments=(Words(_enactment(new, title, word)),),
        main=Main(children=(body,)),
        after=(_supplement(word), *(one.appendix for one in annexed)),
    )


def _cited(law: Law) -> str:
    return f"{law.name or _UNNAMED}（{law.number.text}）" if law.number.text else law.name or _UNNAMED


def _number(law: Law) -> str:
    found = _NUMBER.fullmatch(law.number.text)
    return f"令和〇年{found['issuer'] if found else '〇〇省令'}第〇号"


def _enactment(law: Law, title: str, word: str) -> str:
    """That of the instrument itself with the title of the amendment, if it names its own."""
    found = next((words.text for words in law.enactments if law.name and law.name in words.text), "")
    if found:
        return found.replace(law.name, title)
    return f"〇〇法（〇年法律第〇号）第〇条の規定に基づき、{title}を次のように定める。".replace("省令", word)


def _supplement(word: str) -> Supplement:
    said = Words(f"この{word}は、令和〇年〇月〇日から施行する。")
    return Supplement(children=(Paragraph(sentences=(Sentence(words=said),)),))
