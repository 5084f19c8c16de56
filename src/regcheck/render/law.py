"""What was read of a law, as a page.

Owns: the counts of provisions, references and terms, and the findings below them.
Refuses to know: how a law is read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from regcheck.diagnostics.wording import Language
from regcheck.frozen import Frozen
from regcheck.law.places import places
from regcheck.law.reading import ReadLaw
from regcheck.law.references import Status
from regcheck.law.tree import Appendix, Article, Item, Law, Paragraph, Supplement
from regcheck.render.finding import finding
from regcheck.render.page import Line, Page, Piece, Role, columns, line


class _Labels(Frozen):
    provisions: str
    kinds: Mapping[type, str]
    references: str
    status: Mapping[Status, str]
    terms: str
    findings: str
    untitled: str
    nothing_read: str


_JA = _Labels(
    provisions="条項",
    kinds={
        Article: "条{}",
        Paragraph: "項{}",
        Item: "号{}",
        Supplement: "附則{}",
        Appendix: "別表・様式{}",
    },
    references="参照",
    status={
        Status.FOUND: "行き先あり{}",
        Status.ELSEWHERE: "手元にない法令など{}",
        Status.MISSING: "行き先なし{}",
    },
    terms="用語",
    findings="指摘",
    untitled="（題名なし）",
    nothing_read="何も読み取っていません",
)
_EN = _Labels(
    provisions="provisions",
    kinds={
        Article: "{} 条",
        Paragraph: "{} 項",
        Item: "{} 号",
        Supplement: "{} 附則",
        Appendix: "{} 別表 and 様式",
    },
    references="references",
    status={
        Status.FOUND: "{} followed",
        Status.ELSEWHERE: "{} into texts that are not at hand",
        Status.MISSING: "{} to nothing",
    },
    terms="terms",
    findings="findings",
    untitled="(no title)",
    nothing_read="nothing was read",
)


def law_page(read: ReadLaw, language: Language) -> Page:
    """The head with the counts, then each finding as a block."""
    names = _JA if language is Language.JA else _EN
    sources = {read.source.name: read.source}
    head = _head(read, names)
    blocks = ((line(), *finding(one, sources, language, fingerprint=False)) for one in read.diagnostics)
    return (*head, *(part for block in blocks for part in block), line())


def _head(read: ReadLaw, names: _Labels) -> Iterator[Line]:
    yield line(Piece(read.source.name, Role.PLACE))
    if read.law is None:
        yield line("  ", Piece(names.nothing_read, Role.ERROR))
        return
    number = f"（{read.law.number.text}）" if read.law.number.text else ""
    yield line("  ", Piece(read.law.name or names.untitled, Role.HEADLINE), number)
    rows = [
        (names.provisions, _provisions(read.law, names)),
        (names.references, _references(read, names)),
        (names.terms, str(len({one.name for one in read.definitions}))),
        (names.findings, str(len(read.diagnostics))),
    ]
    yield from (line("  ", Piece(left, Role.LABEL), right) for left, right in columns(rows))


def _provisions(law: Law, names: _Labels) -> str:
    counts = Counter(type(place.node) for place in places(law))
    return _told(counts, names.kinds)


def _references(read: ReadLaw, names: _Labels) -> str:
    return _told(Counter(one.status for one in read.references), names.status)


def _told(counts: Mapping[Any, int], words: Mapping[Any, str]) -> str:
    told = [text.format(counts[key]) for key, text in words.items() if counts.get(key)]
    return "、".join(told) or "0"
