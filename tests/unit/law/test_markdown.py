"""Protects: both dialects of Markdown are read, and the halves of a 対応号 come apart where that is certain, only there."""

from __future__ import annotations

import pytest

from regcheck.diagnostics import codes
from regcheck.law.from_markdown import from_markdown
from regcheck.law.glued import halves
from regcheck.law.places import Places, places, spoken
from regcheck.law.tree import Framed, Function, Item, Law, Paragraph, Table
from regcheck.law.words import Words
from regcheck.source.span import SourceText

TEXT = """---
title: "試験に関する省令"
law_title_kana: "しけん"
extra:
  abbrev: "試験省令"
  law_num: "令和五年国土交通省令第六十二号"
---

### 第一章　総則

**第一条（指定の基準）**　基準は、次の各号に掲げる特定事業の区分に応じ、当該各号に定めるとおりとする。ただし、甲を除く。

- 一　前条第一号に掲げる事業当該事業を行う者であること。
  - イ　路線の長さ
    - （１）　千キロメートル以上

- 一から三まで　略

**２**　前項の表は、次による。い甲ろ乙

| い | 甲 |
| --- | --- |
| ろ | 乙 |

## 附則

この省令は、公布の日から施行する。

## 附則

**第一条（施行期日）**　令和六年四月一日から施行する。

**様式第四（一）**
"""

HEADED = """試験民法 (129AC0000000089) arts 138-143, from a copy

# 第百三十八条 （期間の計算）

##␣
期間は、この章による。

## ２
前項の規定は、適用しない。

# 第百四十条␣

##␣
初日は、算入しない。ただし、午前零時から始まるときは、この限りでない。
""".replace("␣", " ")


def read(text: str) -> Law:
    found = from_markdown(SourceText("試験.md", text))
    assert isinstance(found, Law), found
    return found


def test_the_usual_dialect() -> None:
    law = read(TEXT)
    assert (law.name, law.number.year, law.number.num, law.main.extract) == ("試験に関する省令", 5, 62, None)
    assert law.title is not None and (law.title.kana, law.title.abbreviation) == ("しけん", "試験省令")
    assert [str(place.address) for place in places(law)] == [
        "第一条",
        "第一条第一項",
        "第一条第一項第一号",
        "第一条第一項第一号イ",
        "第一条第一項第一号イ（１）",
        "第一条第一項第一号",
        "第一条第二項",
        "附則",
        "附則第一項",
        "附則（2）",
        "附則（2）第一条",
        "附則（2）第一条第一項",
        "様式第四（一）",
    ]
    chapeau = Places.of(law).find("第一条第一項")
    assert chapeau is not None and isinstance(chapeau.node, Paragraph)
    assert [sentence.function for sentence in chapeau.node.sentences] == [Function.MAIN, Function.PROVISO]
    first = chapeau.node.items[0]
    assert [column.sentences[0].text for column in first.columns] == [
        "前条第一号に掲げる事業",
        "当該事業を行う者であること。",
    ]


def test_every_word_is_pointed_at_where_it_stands() -> None:
    for said in spoken(read(TEXT)):
        words = said.sentence.words
        assert TEXT[words.span.start : words.span.end] == words.text


def test_a_table_that_the_copy_repeats_is_read_once() -> None:
    second = Places.of(read(TEXT)).find("第一条第二項")
    assert second is not None and isinstance(second.node, Paragraph)
    assert "".join(sentence.text for sentence in second.node.sentences) == "前項の表は、次による。"
    (framed,) = second.node.blocks
    assert isinstance(framed, Framed) and isinstance(framed.body, Table)
    assert [len(row.cells) for row in framed.body.rows] == [2, 2]


def test_the_dialect_of_headings() -> None:
    law = read(HEADED)
    assert law.name == "試験民法"
    assert law.main.extract is True
    assert [str(p.address) for p in places(law) if isinstance(p.node, Paragraph)] == [
        "第百三十八条第一項",
        "第百三十八条第二項",
        "第百四十条第一項",
    ]
    last = [said.sentence for said in spoken(law)][-1]
    assert (last.text, last.function) == (
        "ただし、午前零時から始まるときは、この限りでない。",
        Function.PROVISO,
    )


CLASSES = "次の各号に掲げる特定設備の区分に応じ、当該各号に定めるものとする。"
STARTS = "ただし、次の各号に掲げる規定は、当該各号に定める日から施行する。"


@pytest.mark.parametrize(
    ("chapeau", "glued", "seam"),
    [
        (CLASSES, "第一条第一号に掲げる設備次に掲げるもの", "第一条第一号に掲げる設備"),
        (CLASSES, "第一条第二号に掲げる特定設備特定の場所で使うもの", "第一条第二号に掲げる特定設備"),
        (CLASSES, "信用の業務を行う事業当該業務のうち主たるもの", "信用の業務を行う事業"),
        (STARTS, "第一条及び附則第三条の規定公布の日", "第一条及び附則第三条の規定"),
        (STARTS, "第二条（前号の規定を除く。）の規定令和九年四月一日", "第二条（前号の規定を除く。）の規定"),
    ],
)
def test_a_certain_seam(chapeau: str, glued: str, seam: str) -> None:
    assert [half.text for half in halves(Words(glued), chapeau)] == [seam, glued.removeprefix(seam)]


@pytest.mark.parametrize(
    ("chapeau", "text"),
    [
        ("次に掲げる事項とする。", "第一条第一号に掲げる設備次に掲げるもの"),  # a plain list
        (CLASSES, "第一条第一号に掲げる設備の所有者"),
        (CLASSES, "株式会社取締役"),  # nothing says where the first half ends
        (CLASSES, "水道事業を経営する者の当該事業の用に供する施設"),
        (STARTS, "第一条の規定及び第二条の規定に基づく公布の日"),
    ],
)
def test_no_seam_where_it_is_not_certain(chapeau: str, text: str) -> None:
    assert halves(Words(text), chapeau) == ()


def test_items_left_out_are_still_there() -> None:
    found = Places.of(read(TEXT.replace("- 一　前条", "- 四　前条")))
    for written in ("第一条第一項第一号", "第一条第一項第三号", "第一条第一項第四号イ"):
        assert found.find(written) is not None
    assert found.find("第一条第一項第五号") is None
    assert found.find("第一条第二項第二号") is None


def test_a_line_below_the_head_that_is_nothing_is_told() -> None:
    found = from_markdown(SourceText("試験.md", TEXT.replace("| い", "どこにも属しない行\n\n| い")))
    assert not isinstance(found, Law)
    assert found[0].payload == codes.law_files.StrangeLine(text="どこにも属しない行")


def test_items_nest_by_their_indent() -> None:
    item = Places.of(read(TEXT)).find("第一条第一項第一号イ（１）")
    assert item is not None and isinstance(item.node, Item)
    assert item.node.sentences[0].text == "千キロメートル以上"
