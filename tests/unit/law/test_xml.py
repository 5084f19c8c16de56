"""Protects: a law XML is read without loss and with its places; one that breaks the schema is told with its place and
makes nothing."""

from __future__ import annotations

import pytest
from tests.unit.law.reading import xml

from regcheck.diagnostics import codes
from regcheck.law.from_xml import from_xml
from regcheck.law.places import Places, places, spoken
from regcheck.law.plain import one_text
from regcheck.law.to_xml import to_xml
from regcheck.law.tree import (
    Annex,
    Appendix,
    Article,
    Framed,
    Function,
    Item,
    Kind,
    Law,
    Other,
    Paragraph,
    Picture,
    Table,
)
from regcheck.law.words import Drawn, Mark, lined, runs_of
from regcheck.source.span import SourceText

LAW = """<?xml version="1.0" encoding="UTF-8"?>
<Law Era="Reiwa" Year="8" Num="3" PromulgateMonth="4" PromulgateDay="1" LawType="MinisterialOrdinance" Lang="ja">
  <LawNum>令和八年厚生労働省令第三号</LawNum>
  <LawBody>
    <LawTitle Kana="しけん">試験に関する省令</LawTitle>
    <EnactStatement>試験法に基づき、次のように定める。</EnactStatement>
    <TOC><TOCLabel>目次</TOCLabel><TOCChapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle><ArticleRange>（第一条）</ArticleRange></TOCChapter></TOC>
    <!-- <Sentence>注釈</Sentence> -->
    <MainProvision>
      <Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle>
      <Article Num="1" Hide="false">
        <ArticleCaption>（設備）</ArticleCaption>
        <ArticleTitle>第一条</ArticleTitle>
        <Paragraph Num="1">
          <ParagraphNum/>
          <ParagraphSentence><Sentence Num="1" Function="main">設備は、<Line Style="double">次の<Sup>各</Sup>号</Line>に<Ruby>定<Rt>さだ</Rt></Ruby>める。</Sentence><Sentence Num="2" Function="proviso">ただし、甲&amp;乙を除く。</Sentence></ParagraphSentence>
          <Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Column Num="1"><Sentence>病院</Sentence></Column><Column Num="2"><Sentence>次のもの</Sentence></Column></ItemSentence>
            <Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>丙</Sentence></Subitem1Sentence></Subitem1>
          </Item>
          <Item Num="1_2"><ItemTitle>一の二</ItemTitle><ItemSentence><Sentence>丁</Sentence></ItemSentence></Item>
        </Paragraph>
        <Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>次の表による。</Sentence></ParagraphSentence>
          <TableStruct><TableStructTitle>表</TableStructTitle><Table WritingMode="horizontal"><TableHeaderRow><TableHeaderColumn>上欄</TableHeaderColumn></TableHeaderRow><TableRow><TableColumn rowspan="2" BorderTop="none"><Sentence>い</Sentence></TableColumn><TableColumn><Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title><Subitem1Sentence><Sentence>ろ</Sentence></Subitem1Sentence></Subitem1></TableColumn></TableRow></Table><Remarks><RemarksLabel>備考</RemarksLabel><Sentence>は</Sentence></Remarks></TableStruct>
        </Paragraph>
      </Article>
      <Article Num="2:3" Delete="true"><ArticleTitle>第二条及び第三条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>削除</Sentence></ParagraphSentence></Paragraph></Article>
      <Article Num="4"><ArticleTitle>第四条</ArticleTitle><ArticleCaption>（改正）</ArticleCaption><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>次のように改める。</Sentence></ParagraphSentence><AmendProvision><NewProvision><Sentence>新</Sentence></NewProvision></AmendProvision></Paragraph></Article>
      </Chapter>
    </MainProvision>
    <SupplProvision><SupplProvisionLabel>附則</SupplProvisionLabel><Paragraph Num="1"><ParagraphCaption>（施行期日）</ParagraphCaption><ParagraphNum>１</ParagraphNum><ParagraphSentence><Sentence>公布の日から施行する。</Sentence></ParagraphSentence></Paragraph></SupplProvision>
    <SupplProvision AmendLawNum="令和九年厚生労働省令第一号" Extract="true"><SupplProvisionLabel>附則</SupplProvisionLabel><Article Num="1"><ArticleTitle>第一条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>令和九年四月一日から施行する。</Sentence></ParagraphSentence></Paragraph></Article></SupplProvision>
    <AppdxTable Num="1"><AppdxTableTitle>別表第一</AppdxTableTitle><RelatedArticleNum>（第一条関係）</RelatedArticleNum><TableStruct><Table><TableRow><TableColumn colspan="2"><Sentence/></TableColumn></TableRow></Table></TableStruct><Remarks><RemarksLabel LineBreak="true">備考</RemarksLabel><Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>戊</Sentence></ItemSentence></Item></Remarks></AppdxTable>
    <AppdxStyle Num="4"><AppdxStyleTitle>様式第四（一）</AppdxStyleTitle><StyleStruct><Style><Fig src="./pict/a.pdf"/></Style></StyleStruct></AppdxStyle>
  </LawBody>
</Law>
"""


def test_nothing_is_lost() -> None:
    law = xml(LAW)
    written = to_xml(law)
    assert xml(written) == law
    assert to_xml(xml(written)) == written
    assert one_text(xml(written)) == one_text(law)


def test_the_head() -> None:
    law = xml(LAW)
    assert (law.name, law.number.text, law.number.kind) == (
        "試験に関する省令",
        "令和八年厚生労働省令第三号",
        Kind.MINISTERIAL_ORDINANCE,
    )
    assert (law.number.era, law.number.year, law.number.num, law.number.promulgated) == (
        "Reiwa",
        8,
        3,
        (4, 1),
    )
    assert law.contents is not None
    assert [entry.extent.text for entry in law.contents.entries] == ["（第一条）"]


def test_every_provision_has_its_address_and_its_place() -> None:
    law = xml(LAW)
    assert [str(place.address) for place in places(law)] == [
        "第一条",
        "第一条第一項",
        "第一条第一項第一号",
        "第一条第一項第一号イ",
        "第一条第一項第一号の二",
        "第一条第二項",
        "第二条",
        "第二条第一項",
        "第四条",
        "第四条第一項",
        "附則",
        "附則第一項",
        "附則（令和九年厚生労働省令第一号）",
        "附則（令和九年厚生労働省令第一号）第一条",
        "附則（令和九年厚生労働省令第一号）第一条第一項",
        "別表第一",
        "様式第四（一）",
    ]
    for place in places(law):
        span = place.node.span
        assert LAW[span.start] == "<" and LAW[span.end - 1] == ">"
    pointed = [said.sentence.words for said in spoken(law) if said.sentence.words.is_literal]
    assert all(LAW[words.span.start : words.span.end] == words.text for words in pointed)
    assert "病院" in {words.text for words in pointed}
    assert "丁" in {words.text for words in pointed}


def test_provisions_are_found() -> None:
    found = Places.of(xml(LAW))
    wanted = ["第一条第一項第一号イ", "附則第一項", "別表第一", "様式第四（一）", "第一条第二項の表"]
    for written in wanted:
        place = found.find(written)
        assert place is not None
        assert str(place.address) == written.removesuffix("の表")
    deleted = found.find("第三条")
    assert deleted is not None and isinstance(deleted.node, Article) and deleted.node.deleted
    assert found.find("第一条第三項") is None
    assert found.find("第一条第一号") is None  # 第一条 has two 項
    only = found.find("附則第一号")
    assert only is None


def test_sentences_columns_and_marks() -> None:
    law = xml(LAW)
    first = next(place.node for place in places(law) if isinstance(place.node, Paragraph))
    main, proviso = first.sentences
    assert (main.function, proviso.function) == (Function.MAIN, Function.PROVISO)
    assert main.text == "設備は、次の各号に定める。"
    assert main.words.marks == (
        Mark(4, 8, Drawn.LINE, "double"),
        Mark(6, 7, Drawn.SUPERSCRIPT),
        Mark(9, 10, Drawn.RUBY, "さだ"),
    )
    assert [run.text for run in runs_of(main.words)] == ["設備は、", "次の", "各", "号", "に", "定", "める。"]
    assert proviso.text == "ただし、甲&乙を除く。"
    assert [column.sentences[0].text for column in first.items[0].columns] == ["病院", "次のもの"]


def test_tables_forms_and_what_is_kept_as_it_is() -> None:
    found = Places.of(xml(LAW))
    second = found.find("第一条第二項")
    assert second is not None and isinstance(second.node, Paragraph)
    (framed,) = second.node.blocks
    assert isinstance(framed, Framed) and isinstance(framed.body, Table)
    left, right = framed.body.rows[0].cells
    assert (left.rows, left.rest, right.level) == (2, (("BorderTop", "none"),), 1)
    assert isinstance(right.content[0], Item)
    assert framed.after[0].label.text == "備考"
    form = found.find("様式第四（一）")
    assert form is not None and isinstance(form.node, Appendix) and form.node.annex is Annex.STYLE
    style = form.node.blocks[0]
    assert isinstance(style, Framed) and style.body == Picture(source="./pict/a.pdf")
    fourth = found.find("第四条第一項")
    assert fourth is not None and isinstance(fourth.node, Paragraph)
    assert isinstance(fourth.node.blocks[0], Other)
    assert fourth.node.blocks[0].text == "新"


@pytest.mark.parametrize("span", ["0", "二", "-1", ""])
def test_a_cell_that_says_no_number_is_one_row(span: str) -> None:
    second = Places.of(xml(LAW.replace('rowspan="2"', f'rowspan="{span}"'))).find("第一条第二項")
    assert second is not None and isinstance(second.node, Paragraph)
    framed = second.node.blocks[0]
    assert isinstance(framed, Framed) and isinstance(framed.body, Table)
    assert framed.body.rows[0].cells[0].rows == 1


def test_lines_are_drawn_on_any_words() -> None:
    law = xml(LAW.replace("<ArticleTitle>第四条", "<ArticleTitle>第<Line>四</Line>条"))
    article = next(p.node for p in places(law) if isinstance(p.node, Article) and p.node.num == "4")
    assert article.title == lined("第四条", (1, 2))
    assert xml(to_xml(law)) == law


@pytest.mark.parametrize(
    ("old", "new", "what", "name", "line"),
    [
        ("<LawTitle ", "<LawTitel ", "xml", "", 5),
        ('<Article Num="4">', "<Article>", "missing", "Num", 27),
        ('Function="main"', 'Function="chief"', "value", "Function", 16),
        ('<Paragraph Num="2">', '<Paragraph Num="二">', "value", "Num", 22),
        ('<Article Num="4">', '<Article Num="四">', "value", "Num", 27),
        ('<Item Num="1_2">', '<Item Num="1の2">', "value", "Num", 20),
        ('Hide="false"', 'Hidden="false"', "attribute", "Hidden", 11),
        ("<ItemTitle>一の二</ItemTitle>", "<ItemTitel>一の二</ItemTitel>", "misplaced", "ItemTitel", 20),
        ("<ParagraphNum/>\n", "<ParagraphNum/>外\n", "text", "Paragraph", 14),
        (
            "<ItemSentence><Sentence>丁</Sentence></ItemSentence>",
            "<ItemSentence/>",
            "incomplete",
            "ItemSentence",
            20,
        ),
    ],
)
def test_a_breach_is_told_with_its_place(old: str, new: str, what: str, name: str, line: int) -> None:
    assert old in LAW
    text = LAW.replace(old, new, 1)
    found = from_xml(SourceText("試験.xml", text))
    assert not isinstance(found, Law)
    payload = found[0].payload
    place = found[0].place
    assert place is not None
    assert text.count("\n", 0, place.start) + 1 == line
    if what == "xml":
        assert isinstance(payload, codes.law_files.NotXml)
    else:
        assert isinstance(payload, codes.law_files.BreaksSchema)
        assert (payload.what, payload.name) == (what, name)
        assert name in payload.ja().headline and name in payload.en().headline


def test_declarations_are_refused() -> None:
    text = '<!DOCTYPE Law [<!ENTITY x "甲">]>' + LAW.split("\n", 1)[1].replace("丁", "&x;")
    found = from_xml(SourceText("試験.xml", text))
    assert not isinstance(found, Law)
    assert isinstance(found[0].payload, codes.law_files.NotXml)
    assert found[0].payload.why == "doctype"


def test_what_a_service_wraps_around_a_law_is_passed_over() -> None:
    inner = LAW.split("\n", 1)[1]
    wrapped = f"<DataRoot><Result><Code>0</Code></Result><ApplData>{inner}</ApplData></DataRoot>"
    law = xml(wrapped)
    assert law == xml(LAW)
    first = next(iter(places(law))).node
    assert wrapped[first.span.start :].startswith('<Article Num="1"')


def test_another_document_is_no_law() -> None:
    found = from_xml(SourceText("頁.xml", "<html><body/></html>"))
    assert not isinstance(found, Law)
    assert found[0].payload == codes.law_files.BreaksSchema(path="/html", what="unknown", name="html")


def test_what_is_missing_is_told_with_its_element_and_that_nothing_was_made() -> None:
    found = from_xml(SourceText("試験.xml", LAW.replace('<Article Num="4">', "<Article>")))
    assert isinstance(found, tuple)
    assert found[0].payload.ja().headline == "要素「Article」に属性「Num」がありません"
    assert found[0].payload.ja().advice.endswith("何も作っていません")
    assert found[0].payload.en().headline == "the element 「Article」 has no attribute 「Num」"
    assert found[0].payload.en().advice.endswith("Nothing was made.")
