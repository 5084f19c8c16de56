"""A 要綱 as it is printed, read back as a law: what its conditions and periods say is proved from its own words.

Owns: the words of the ordinance behind those of the 要綱, and where a line of the ledger says that they stand.
Refuses to know: how the 要綱 ends its sentences, the reader of conditions, the solver.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.checks.read_back import placed, read_law
from regcheck.documents.print_proofs.pairs import Finding
from regcheck.documents.summary.compose import Summary
from regcheck.documents.summary.flow import printed
from regcheck.frozen import replace
from regcheck.law.address import Address, read_address
from regcheck.law.labels import item_title, paragraph_label
from regcheck.law.tree import Article, Law, Paragraph, Sentence
from regcheck.law.words import Words
from regcheck.model.specification import Specification
from regcheck.source.numerals import to_kanji, widen

_RELATED = re.compile(r"（[^（）]*関係）$")
_BESIDE = re.compile("(?:附則)?第[一二三四五六七八九十百]+条第[一二三四五六七八九十百]+項(?=の規定)")
_ENDINGS = (
    ("該当するものとすること。", "該当するものとする。"),
    ("該当しないものとすること。", "該当しないものとする。"),
    ("ものとすること。", "。"),
    ("とすること。", "とする。"),
    ("施行すること。", "施行する。"),
)


def read_summary(spec: Specification, summary: Summary) -> Iterator[Finding]:
    """Every item and period under the headings beside that of the specification, which has the derived conditions."""
    for finding in read_law(spec, summary.draft, law_of(summary)):
        yield finding if isinstance(finding, Diagnostic) else replace(finding, place=_place(finding.place))


def _place(written: str) -> str:
    """summary/第一の２一: the heading, the sentence under it and the 号, of the address in the law that was read."""
    address = read_address(written.removeprefix(placed(Address())))
    if address is None:
        return written
    items = "".join(item_title(num, level) for level, num in enumerate(address.items))
    return f"summary/第{to_kanji(int(address.article))}の{widen(address.paragraph)}{items}"


def law_of(summary: Summary) -> Law:
    """The law that the printed 要綱 tells of: its headings as articles."""
    children = tuple(
        replace(child, paragraphs=tuple(_paragraphs(child, related)))
        for child, related in zip(summary.law.main.children, summary.related, strict=True)
        if isinstance(child, Article)
    )
    return replace(summary.law, main=replace(summary.law.main, children=children))


def _paragraphs(article: Article, related: Sequence[tuple[Address, ...]]) -> Iterator[Paragraph]:
    for paragraph, of in zip(printed(article, related), related, strict=True):
        own = of[0] if len(of) == 1 else Address()
        label = Words(paragraph_label(own.paragraph or "1"))
        sentences = tuple(_sentence(one, own) for one in paragraph.sentences)
        yield replace(paragraph, label=label, sentences=sentences)


def _sentence(sentence: Sentence, own: Address) -> Sentence:
    """What the 項 at an address says; its own article is not named in it."""
    text = _BESIDE.sub(lambda found: _within(found, own), _RELATED.sub("", sentence.text))
    for ending, plain in _ENDINGS:
        if text.endswith(ending):
            return replace(sentence, words=Words(text.removesuffix(ending) + plain))
    return replace(sentence, words=Words(text))


def _within(found: re.Match[str], own: Address) -> str:
    """第一項, if it is of the same article; where it begins the sentence 前項 or この項, if it is one of these."""
    named = read_address(found[0])
    if named is None or not own.paragraph or (named.part, named.article) != (own.part, own.article):
        return found[0]
    near = {} if found.start() else {-1: "前項", 0: "この項"}
    return near.get(int(named.paragraph) - int(own.paragraph), Address("", "", named.paragraph).provision)
