"""A 要綱 as it is laid out: 第一, 第二 … and under each its sentences, the lists of the ordinance below them.

Owns: labels, how sentences end, （第二条関係）.
Refuses to know: formats, which provisions stand under a heading.

The labels of 号 stay as they are in the ordinance, and so do the words that are proved: 「次の各号」 names them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.documents.instrument.flow import Block, Flow, Line, Role, title_line
from regcheck.documents.instrument.from_provision import of_paragraph
from regcheck.documents.instrument.position import Position
from regcheck.documents.summary.compose import Summary
from regcheck.documents.summary.endings import as_summary
from regcheck.frozen import replace
from regcheck.law.address import Address, joined_names
from regcheck.law.labels import article_title
from regcheck.law.tree import Article, Paragraph, Sentence
from regcheck.law.words import Words
from regcheck.source.numerals import to_kanji, widen

NAME = "要綱"
_RUN = 3
"""Articles in a row that are named by the first and the last."""


def summary_flow(summary: Summary) -> Flow:
    """（題名）案要綱."""
    whole = f"{summary.title}案{NAME}"
    return Flow(title=whole, blocks=(title_line(whole), *_headings(summary)))


def _headings(summary: Summary) -> Iterator[Block]:
    articles = [child for child in summary.law.main.children if isinstance(child, Article)]
    for number, (article, related) in enumerate(zip(articles, summary.related, strict=True), 1):
        caption = Words(article.caption.text[1:-1])
        label = Words(f"第{to_kanji(number)}")
        yield Line(role=Role.HEADING, parts=(label, caption), labels=1, rest=2, keeps=True)
        for paragraph in printed(article, related):
            yield from map(_deeper, of_paragraph(paragraph, Position(in_cell=True, above=-1), (), ()))


def _deeper(block: Block) -> Block:
    return replace(block, first=block.first + 1, rest=block.rest + 1) if isinstance(block, Line) else block


def printed(article: Article, related: Sequence[Sequence[Address]]) -> Iterator[Paragraph]:
    """What stands under a heading, sentence by sentence as it is printed."""
    several = len(article.paragraphs) > 1
    for n, (paragraph, of) in enumerate(zip(article.paragraphs, related, strict=True), 1):
        label = Words(widen(str(n)) if several else "")
        yield replace(paragraph, label=label, sentences=tuple(_sentences(paragraph.sentences, of)))


def _sentences(sentences: Sequence[Sentence], of: Sequence[Address]) -> Iterator[Sentence]:
    *before, last = (as_summary(sentence.text) for sentence in sentences)
    named = f"（{joined(of)}関係）" if of else ""
    for sentence, text in zip(sentences, (*before, last + named), strict=True):
        yield replace(sentence, words=Words(text))


def joined(places: Sequence[Address]) -> str:
    """第三条から第六条まで; 第一条第一項及び附則第二条."""
    return joined_names([name for run in _runs(places) for name in _named(run)])


def _runs(places: Sequence[Address]) -> Iterator[list[Address]]:
    """Articles that follow each other, together."""
    run: list[Address] = []
    for place in places:
        if run and not _follows(run[-1], place):
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _follows(one: Address, other: Address) -> bool:
    if one.part != other.part or one.paragraph or other.paragraph:
        return False
    return (
        one.article.isdecimal() and other.article.isdecimal() and int(other.article) == int(one.article) + 1
    )


def _named(run: list[Address]) -> list[str]:
    if len(run) < _RUN:
        return [str(place) for place in run]
    return [f"{run[0]}から{run[0].part}{article_title(run[-1].article)}まで"]
