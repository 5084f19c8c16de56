"""Protects: the amending ordinance says what the comparison found, in a table that every format prints with the same words
underlined."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from lxml import etree
from tests.unit.documents.comparison.versions import comparison, new, old
from tests.unit.documents.instrument.words_in import W, document_of

from regcheck.documents.comparison import STYLES, amending_law
from regcheck.documents.comparison.styles import HOUSHIKI, MHLW, Style
from regcheck.documents.instrument.emit import Format, emit
from regcheck.documents.instrument.profile import PROFILES
from regcheck.frozen import replace
from regcheck.law.comparing import compare
from regcheck.law.from_xml import from_xml
from regcheck.law.plain import lines, one_text
from regcheck.law.schema import breaches
from regcheck.law.tree import Article, Cell, Framed, Item, Law, Paragraph, Sentence, Table
from regcheck.source.span import SourceText


def made(style: Style = MHLW) -> Law:
    return amending_law(comparison(), style)


def tables(law: Law) -> list[Table]:
    (body,) = law.main.children
    assert isinstance(body, Paragraph)
    return [
        block.body for block in body.blocks if isinstance(block, Framed) and isinstance(block.body, Table)
    ]


def rows(law: Law) -> list[list[str]]:
    """What each cell says, row by row."""
    return [[" ".join(said(cell)) for cell in row.cells] for table in tables(law) for row in table.rows]


def said(cell: Cell) -> list[str]:
    return [line for part in cell.content for line in lines(part) if line]


def test_each_pair_is_a_row_and_what_nothing_touches_is_left_out() -> None:
    assert rows(made()) == [
        ["（届出） 第一条　届出は、第四条の様式による。", "（届出） 第一条　届出は、第三条の様式による。"],
        ["（基準） 第二条　（略）", "（基準） 第二条　（略）"],
        ["一　病床の数が八百以上であること。", "一　病床の数が四百以上であること。"],
        ["（削る）", "二　救急の告示を受けていること。"],
        ["二　（略）", "三　（略）"],
        ["イ・ロ　（略）", "イ・ロ　（略）"],
        ["ハ　監視設備", "（新設）"],
        ["（手数料） 第三条　手数料は、徴収しない。", "（新設）"],
        ["第四条　（略）", "第三条　（略）"],
        ["附則　（略）", "附則　（略）"],
        ["別表（第三条関係）", "別表（第三条関係）"],
        ["改正後", "改正前"],
        ["欄", "内容", "欄", "内容"],
        ["（略）", "（略）"],
        ["電話番号", "昼間に連絡することができる番号", "（新設）"],
        ["住所", "届出をする者の住所及び郵便番号", "住所", "届出をする者の住所"],
    ]


def test_cells_hold_real_provisions() -> None:
    """A space in flat text would be read as the end of a column."""
    kinds = {type(part) for row in tables(made())[0].rows for cell in row.cells for part in cell.content}
    assert kinds == {Article, Item, Sentence}


def test_the_ordinance_around_the_table() -> None:
    law = made()
    assert law.number.text == "令和〇年厚生労働省令第〇号"
    assert law.name == "設備に関する省令の一部を改正する省令"
    assert (
        "第三条の規定に基づき、設備に関する省令の一部を改正する省令を次のように定める。"
        in law.enactments[0].text
    )
    (body,) = law.main.children
    assert isinstance(body, Paragraph)
    assert (
        body.sentences[0].text
        == "設備に関する省令（令和八年厚生労働省令第三号）の一部を次の表のように改正する。"
    )
    first = body.blocks[0]
    assert isinstance(first, Framed)
    assert first.title.text == "（傍線部分は改正部分）"
    assert "令和〇年〇月〇日から施行する。" in one_text(law)


def test_the_other_style_says_what_its_signs_mean() -> None:
    law = made(HOUSHIKI)
    text = one_text(law)
    assert "標記部分に二重傍線を付した規定（以下「対象規定」という。）" in text
    assert "（傍線部分は改正部分）" not in text
    assert ["［号を削る。］", "二　救急の告示を受けていること。"] in rows(law)
    assert ["（手数料） 第三条　手数料は、徴収しない。", "［条を加える。］"] in rows(law)
    assert text.index("備考［　］で囲んだ記載".replace("　", "")) > text.index("郵便番号")
    doubled = re.findall(r'<Line Style="double">([^<]*)</Line>', emit(law, Format.XML).decode())
    assert doubled == ["二", "二", "三", "ハ", "第三条", "第四条", "第三条"]


@pytest.mark.parametrize("lined", [True, False])
def test_signs_are_underlined_where_the_house_does_so(lined: bool) -> None:
    law = made(replace(MHLW, lines_signs=lined))
    assert ("（新設）" in underlined_in_xml(emit(law, Format.XML))) is lined


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
def test_every_format_underlines_the_same_words(style: Style) -> None:
    law = made(style)
    wanted = underlined_in_xml(emit(law, Format.XML))
    assert {"第四条", "八百", "及び郵便番号"} <= set(wanted)
    for profile in PROFILES.values():
        assert underlined_in_docx(emit(law, Format.DOCX, profile)) == wanted
        assert underlined_in_html(emit(law, Format.HTML, profile)) == wanted
    assert underlined_in_lawtext(emit(law, Format.LAWTEXT)) == wanted


def underlined_in_xml(xml: bytes) -> list[str]:
    return ["".join(line.itertext()) for line in etree.fromstring(xml).iter("Line")]


def underlined_in_docx(docx: bytes) -> list[str]:
    runs = document_of(docx).iter(W + "r")
    return [
        "".join(t.text or "" for t in run.iter(W + "t"))
        for run in runs
        if run.find(f"{W}rPr/{W}u") is not None
    ]


def underlined_in_html(html: bytes) -> list[str]:
    reader = _Lines()
    reader.feed(html.decode())
    return reader.found


def underlined_in_lawtext(text: bytes) -> list[str]:
    return re.findall(r"<Line[^>]*>([^<]*)</Line>", text.decode())


class _Lines(HTMLParser):
    """The words of span.line."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "span" and (dict(attrs).get("class") or "").startswith("line"):
            self._open = True
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self._open = self._open and tag != "span"

    def handle_data(self, data: str) -> None:
        if self._open:
            self.found[-1] += data


@pytest.mark.parametrize("style", STYLES.values(), ids=list(STYLES))
def test_the_xml_is_valid_and_reads_back(style: Style) -> None:
    law = made(style)
    xml = emit(law, Format.XML)
    assert list(breaches(etree.fromstring(xml))) == []
    read = from_xml(SourceText("改正.xml", xml.decode()))
    assert isinstance(read, Law)
    assert emit(read, Format.XML) == xml


def test_both_sides_are_equally_wide_and_without_rules_between_rows() -> None:
    document = document_of(emit(made(), Format.DOCX))
    first, annex = list(document.iter(W + "tbl"))
    one, other = widths_of(first)
    assert abs(one - other) <= 1
    half = widths_of(annex)
    assert len(half) == 4
    assert abs(sum(half[:2]) - sum(half[2:])) <= 2
    borders = [row.find(f".//{W}tcBorders/{W}bottom") for row in list(first.iter(W + "tr"))[1:]]
    drawn = [border is None or border.get(W + "val") != "nil" for border in borders]
    assert drawn == [False] * (len(drawn) - 1) + [True]


def widths_of(table: etree._Element) -> list[int]:
    return [int(column.get(W + "w")) for column in table.find(W + "tblGrid")]


def test_a_row_that_is_longer_than_a_page_may_run_over_its_end() -> None:
    long = replace_text(new(), "監視設備", "監視設備を設け、" * 60)
    document = document_of(emit(amending_law(compare(old(), long)), Format.DOCX))
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in document.iter(W + "tr")]
    assert whole.count(False) == 1


def replace_text(law: Law, before: str, after: str) -> Law:
    text = emit(law, Format.XML).decode().replace(before, after)
    found = from_xml(SourceText("新.xml", text))
    assert isinstance(found, Law)
    return found


def test_equal_versions_amend_nothing() -> None:
    assert not [
        words for words in underlined_in_xml(emit(amending_law(compare(old(), old())), Format.XML)) if words
    ]
