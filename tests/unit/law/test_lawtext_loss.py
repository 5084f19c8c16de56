"""Protects: a Lawtext that would lose or alter a part of its law is refused; a 前文 and signs of XML come back."""

from __future__ import annotations

import pytest

from regcheck.diagnostics.refused import RefusedError
from regcheck.frozen import Frozen, compared_fields, replace
from regcheck.law import tree
from regcheck.law.comparing import compare
from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.lawtext_loss import UNSAID, lawtext_of
from regcheck.law.tree import Article, Contents, Entry, Law, Main, Number, Paragraph, Sentence, Title
from regcheck.law.words import NOTHING, Words, lined
from regcheck.source.span import SourceText


def said(text: str, **given: str) -> Paragraph:
    label = Words(given.get("label", ""))
    return Paragraph(num=given.get("num", "1"), label=label, sentences=(Sentence(words=Words(text)),))


ARTICLE = Article(num="1", title=Words("第一条"), paragraphs=(said("監視する。"),))
CONTENTS = Contents(
    label=Words("目次"), entries=(Entry(tag="TOCChapter", num="1", title=Words("第一章　総則")),)
)


def law_of(*articles: Article | Paragraph) -> Law:
    number = Number(text="令和八年厚生労働省令第一号", year=8)
    return Law(number=number, title=Title(words=Words("試験省令")), main=Main(children=articles))


def back_of(law: Law) -> Law:
    found = from_lawtext(SourceText("試験.law.txt", lawtext_of(law)))
    assert isinstance(found, Law)
    return found


@pytest.mark.parametrize("caption", [NOTHING, Words("（監視）"), lined("（監視）", (0, 4))])
def test_a_preamble_comes_back(caption: Words) -> None:
    law = law_of(replace(ARTICLE, caption=caption))
    law = replace(
        law, enactments=(Words("次のとおり。"),), preamble=(said("ここに。"), said("定める。", num="2"))
    )
    assert ":preamble:\n  ここに。\n  定める。\n" in lawtext_of(law)
    assert back_of(law) == law


@pytest.mark.parametrize(
    "text", ["甲<乙。", "甲<Line>乙</Line>。", "甲&lt;乙。", "甲&amp;lt;乙。", "甲&乙>丙。"]
)
def test_signs_of_xml_come_back(text: str) -> None:
    for words in (Words(text), lined(text, (0, 1))):
        paragraph = Paragraph(sentences=(Sentence(words=words),))
        law = law_of(replace(ARTICLE, paragraphs=(paragraph,)))
        assert back_of(law) == law


@pytest.mark.parametrize(
    "law",
    [
        law_of(replace(ARTICLE, note=Words("附記"))),
        replace(law_of(ARTICLE), contents=CONTENTS, contents_first=True),
        replace(law_of(ARTICLE), contents=replace(CONTENTS, preamble=Words("前書"))),
        replace(law_of(ARTICLE), contents=replace(CONTENTS, tables=(Words("別表"),))),
        law_of(replace(ARTICLE, paragraphs=(replace(said("監視する。"), caption=Words("見出し")),))),
    ],
)
def test_what_lawtext_cannot_say_is_refused(law: Law) -> None:
    with pytest.raises(RefusedError) as refused:
        lawtext_of(law)
    assert refused.value.problem.code.id == "RC734"


def test_what_is_not_compared_is_in_the_tree() -> None:
    for name, fields in UNSAID.items():
        node: type[Frozen] = getattr(tree, name)
        assert fields <= set(compared_fields(node))


def test_a_run_that_is_left_out_says_no_less_than_it_holds() -> None:
    """２　（略） does not stand for the 項 without a label above it."""
    old = law_of(said("一つ目。"), said("二つ目。", num="2", label="２"))
    new = replace(old, title=Title(words=Words("別の省令")))
    printed = [row for row in compare(old, new).rows if row.new and row.new.is_left_out]
    assert [len(row.new.units) for row in printed if row.new] == [1, 1]
