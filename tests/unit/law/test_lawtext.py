"""Protects: Lawtext is read and written alike, and no line is passed over."""

from __future__ import annotations

from tests.unit.law.reading import HEAD, law, references

from regcheck.diagnostics import codes
from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.places import Places, places
from regcheck.law.plain import lines, one_text
from regcheck.law.references import Status
from regcheck.law.to_lawtext import to_lawtext
from regcheck.law.tree import Article, Framed, Item, Law, Level, Paragraph, Picture, Supplement, Table
from regcheck.source.span import SourceText

TEXT = """試験に関する省令
（令和八年厚生労働省令第三号）

:enact-statement:試験法に基づき、次のように定める。

目次
  第一章　総則（第一条）
    第一節　通則（第一条）
  附則

      第一章　総則

        第一節　通則

  （設備）
第一条　設備は、次に掲げる<Line Style="solid">もの</Line>とする。ただし、甲を除く。
  一　病院　次に掲げるもの
    イ　乙
      （１）　丙
  一の二　丁
２　前項の表は、次による。

  :table-struct:表一
    * * 上欄
      * 下欄
    * - [rowspan="2"][BorderTop="none"]戊
      - |
        # イ　己
    * - 庚。辛

    備考
      壬

第二条及び第三条　削除

      附　則

この省令は、公布の日から施行する。

      附　則　（令和九年厚生労働省令第一号）　抄

  （施行期日）
第一条　令和九年四月一日から施行する。

# 別表第一（第一条関係）

  * - [colspan="2"]癸

  備考
    子

# 様式第四（一）（第一条関係）

  :style-struct:
    <Fig src="./pict/a.pdf"/>
"""


def read(text: str) -> Law:
    found = from_lawtext(SourceText("試験.law.txt", text))
    assert isinstance(found, Law), found
    return found


def test_it_is_written_as_it_was_read() -> None:
    assert to_lawtext(read(TEXT)) == TEXT


def test_what_is_in_it() -> None:
    whole = read(TEXT)
    found = Places.of(whole)
    assert [str(p.address) for p in places(whole) if not isinstance(p.node, Paragraph)] == [
        "第一条",
        "第一条第一項第一号",
        "第一条第一項第一号イ",
        "第一条第一項第一号イ（１）",
        "第一条第一項第一号の二",
        "第二条",
        "附則",
        "附則（令和九年厚生労働省令第一号）",
        "附則（令和九年厚生労働省令第一号）第一条",
        "別表第一",
        "様式第四（一）",
    ]
    first = found.find("第一条")
    assert first is not None and isinstance(first.node, Article)
    assert [division.level for division in first.within] == [Level.CHAPTER, Level.SECTION]
    assert first.node.caption.text == "（設備）"
    item = found.find("第一条第一項第一号")
    assert item is not None and isinstance(item.node, Item)
    assert [column.sentences[0].text for column in item.node.columns] == ["病院", "次に掲げるもの"]
    amended = whole.supplements[1]
    assert (amended.amended_by, amended.extract) == ("令和九年厚生労働省令第一号", True)
    assert whole.contents is not None
    assert [entry.title.text for entry in whole.contents.entries] == ["第一章　総則", "附則"]
    assert whole.contents.entries[0].entries[0].title.text == "第一節　通則"


def test_tables_and_forms() -> None:
    found = Places.of(read(TEXT))
    second = found.find("第一条第二項")
    assert second is not None and isinstance(second.node, Paragraph)
    framed = second.node.blocks[0]
    assert isinstance(framed, Framed) and isinstance(framed.body, Table)
    assert [words.text for words in framed.body.headings[0]] == ["上欄", "下欄"]
    left, right = framed.body.rows[0].cells
    assert (left.rows, right.level) == (2, 1)
    assert len(framed.body.rows[1].cells[0].content) == 2
    assert framed.after[0].sentences[0].text == "壬"
    table, form = read(TEXT).appendices
    assert table.remarks is not None and table.remarks.sentences[0].text == "子"
    assert table.related.text == "（第一条関係）"
    assert isinstance(form.blocks[0], Framed) and form.blocks[0].body == Picture(source="./pict/a.pdf")


def test_lines_for_a_reader() -> None:
    first = next(place.node for place in places(read(TEXT)) if isinstance(place.node, Article))
    assert list(lines(first))[:4] == [
        "（設備）",
        "第一条　設備は、次に掲げるものとする。ただし、甲を除く。",
        "一　病院　次に掲げるもの",
        "イ　乙",
    ]


def test_the_one_text_has_every_word_and_no_space() -> None:
    text = one_text(read(TEXT))
    assert text.startswith("令和八年厚生労働省令第三号試験に関する省令")
    assert not set(text) & set(" 　\n")
    for word in ("第一条設備は、", "一病院次に掲げるもの", "壬", "別表第一（第一条関係）癸備考子"):
        assert word in text


def test_a_line_that_has_no_place_is_told() -> None:
    text = HEAD + "第一条　甲とする。\n    （１）　乙\n"
    found = from_lawtext(SourceText("試験.law.txt", text))
    assert not isinstance(found, Law)
    (told,) = found
    assert isinstance(told.payload, codes.law_files.StrangeLine)
    assert told.place is not None and text[told.place.start :].startswith("（１）　乙")


def test_a_text_without_provisions_is_no_law() -> None:
    for text in ("", "病院の一覧\n", "試験に関する省令\n（令和八年厚生労働省令第三号）\n"):
        found = from_lawtext(SourceText("試験.law.txt", text))
        assert not isinstance(found, Law)
        assert isinstance(found[0].payload, codes.law_files.NotALaw)


def test_a_file_that_is_none_of_a_law_is_told_once() -> None:
    """What can be taken for a 項 among lines without a place is none."""
    lines = "指定基準「基準」：病院\n  条項　第一条\n  病床数が四百床以上であること\n\n事例「甲」：病院\n  → 該当する\n"
    found = from_lawtext(SourceText("基準.regspec", lines))
    assert not isinstance(found, Law)
    assert [type(one.payload) for one in found] == [codes.law_files.NotALaw]


def test_a_supplement_of_one_sentence() -> None:
    (own,) = law("第一条　甲とする。\n\n      附　則\n\nこの省令は、公布の日から施行する。").supplements
    assert isinstance(own, Supplement)
    (paragraph,) = own.children
    assert isinstance(paragraph, Paragraph) and paragraph.label.text == ""


def test_items_in_a_cell_stand_below_each_other() -> None:
    table = (
        "  * - 甲\n    - |\n      :anonym-item:次のもの\n"
        "        イ　乙\n          （１）　丙\n        ロ　丁　戊\n"
    )
    remarks = "\n  備考\n    一　己\n      イ　庚\n    二　辛\n"
    text = HEAD + "第一条　別表による。\n\n# 別表（第一条関係）\n\n" + table + remarks
    whole = read(text)
    assert to_lawtext(whole) == text
    (appendix,) = whole.appendices
    (framed,) = appendix.blocks
    assert isinstance(framed, Framed) and isinstance(framed.body, Table)
    (item,) = framed.body.rows[0].cells[1].content
    assert isinstance(item, Item)
    first, second = item.items
    assert (item.title.text, first.title.text, first.items[0].title.text) == ("", "イ", "（１）")
    assert [column.sentences[0].text for column in second.columns] == ["丁", "戊"]
    assert appendix.remarks is not None
    assert [len(one.items) for one in appendix.remarks.items] == [1, 0]


def test_tables_below_an_item_and_below_what_is_in_it_are_two() -> None:
    text = HEAD + "第一条　次のとおりとする。\n  一　甲\n    イ　乙\n\n      * - 丙\n\n    * - 丁\n"
    whole = read(text)
    assert to_lawtext(whole) == text
    (article,) = whole.main.children
    assert isinstance(article, Article)
    (item,) = article.paragraphs[0].items
    assert [len(item.blocks), len(item.items[0].blocks)] == [1, 1]


def test_a_table_that_is_a_list() -> None:
    text = HEAD + "第一条　別表による。\n\n# 別表（第一条関係）\n\n  # 一　甲\n    イ　乙\n  # 二　丙\n"
    whole = read(text)
    assert to_lawtext(whole) == text
    (table,) = whole.appendices
    assert [block.num for block in table.blocks if isinstance(block, Item)] == ["1", "2"]


def test_a_form_with_a_title_that_has_brackets() -> None:
    """様式第四（一） is its name, and only the last bracket says which articles it belongs to."""
    body = """
第一条　様式第四（一）による。

# 様式第四（一）　計画書（設備の導入）（第一条及び第三条（準用する場合を含む。）関係）
"""
    (form,) = law(body).appendices
    assert form.title.text == "様式第四（一）　計画書（設備の導入）"
    assert form.related.text == "（第一条及び第三条（準用する場合を含む。）関係）"
    (reference,) = [one for one in references(body) if one.text.startswith("様式")]
    assert reference.status is Status.FOUND


def test_attributes_that_other_tools_write_above_the_title() -> None:
    plain = from_lawtext(SourceText("甲", HEAD + "第一条　甲とする。\n"))
    marked = from_lawtext(
        SourceText("甲", '[LawType="MinisterialOrdinance"]\n' + HEAD + "第一条　甲とする。\n")
    )
    assert isinstance(marked, Law)
    assert marked == plain


def test_a_picture_with_words_behind_it_is_told() -> None:
    text = (
        HEAD + '第一条　様式第一による。\n\n# 様式第一（第一条関係）\n\n    <Fig src="./pict/a.pdf"/>附則\n'
    )
    found = from_lawtext(SourceText("甲", text))
    assert isinstance(found, tuple)
    assert [one.code.id for one in found] == ["RC733"]
