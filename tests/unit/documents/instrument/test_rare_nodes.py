"""Protects: what stands in few laws is printed too: quoted articles, tables in tables, notes, captions of 項, 目次 first."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.documents.instrument.ordinance import article, cell, columns, item, ordinance, paragraph
from tests.unit.documents.instrument.words_in import in_docx, in_html, in_xml

from regcheck.documents.instrument.emit import Format, emit
from regcheck.documents.instrument.flow import Grid, Line, Role
from regcheck.documents.instrument.from_law import flow_of
from regcheck.documents.instrument.profile import KAKUGI
from regcheck.frozen import replace
from regcheck.law.plain import one_text
from regcheck.law.sentences import sentences_of
from regcheck.law.tree import (
    Annex,
    Appendix,
    Article,
    Cell,
    CellContent,
    Contents,
    Division,
    Entry,
    Frame,
    Framed,
    Item,
    Law,
    Level,
    Main,
    Other,
    Paragraph,
    Picture,
    Remarks,
    Row,
    Supplement,
    Table,
)
from regcheck.law.words import Words

SAID = sentences_of(Words("甲とする。"))
REMARKS = Remarks(label=Words("備考"), sentences=SAID, line_break=True)


def table_of(*content: CellContent, **given: Any) -> Framed:
    inside = Cell(content=content, **given)
    return Framed(frame=Frame.TABLE, title=Words("表の題"), body=Table(rows=(Row(cells=(inside,)),)))


def law_with(*children: Division | Article | Paragraph, **given: Any) -> Law:
    return replace(ordinance(), main=Main(children=children), contents=None, after=(), **given)


QUOTED = article(
    5, "引用", paragraph(1, "乙とする。", item(1, 0, "丙", item(1, 1, "丁"))), paragraph(2, "戊とする。")
)
BROKEN = replace(
    columns(1, "甲", "乙"),
    columns=(columns(1, "甲").columns[0], replace(columns(1, "乙").columns[0], line_break=True)),
)
ODD = {
    "an article in a cell": law_with(paragraph(1, "甲。", blocks=(table_of(QUOTED),))),
    "a chapter in a cell": law_with(
        paragraph(
            1,
            "甲。",
            blocks=(
                table_of(Division(level=Level.PART, num="1", title=Words("第一編"), children=(QUOTED,))),
            ),
        )
    ),
    "a table in a cell": law_with(paragraph(1, "甲。", blocks=(table_of(table_of(*SAID)),))),
    "備考 in a cell": law_with(paragraph(1, "甲。", blocks=(table_of(REMARKS),))),
    "イ in a cell": law_with(
        paragraph(1, "甲。", blocks=(table_of(item(1, 1, "乙", item(1, 2, "丙")), level=1),))
    ),
    "a picture in a cell": law_with(
        paragraph(1, "甲。", blocks=(table_of(Framed(frame=Frame.FIGURE, body=Picture(source="a.jpg"))),))
    ),
    "a table for a sentence": law_with(
        paragraph(1, "甲。", Item(num="1", title=Words("一"), table=Table(rows=(Row(cells=(cell("乙"),)),))))
    ),
    "columns on two lines": law_with(paragraph(1, "甲。", BROKEN)),
    "a caption below the title": law_with(
        replace(article(1, "目的", paragraph(1, "甲。")), caption_after=True)
    ),
    "a caption of the first 項": law_with(
        article(1, "目的", replace(paragraph(1, "甲。"), caption=Words("（項の見出し）")))
    ),
    "an article without 項": law_with(replace(article(1, "目的"), caption=Words(""))),
    "a note of an article": law_with(replace(article(1, "目的", paragraph(1, "甲。")), note=Words("（注）"))),
    "an element without a node": law_with(
        paragraph(1, "甲。", blocks=(Other(tag="List", xml="<List><ListSentence/></List>", text=""),))
    ),
    "a 前文": law_with(
        article(1, "目的", paragraph(1, "甲。")), preamble=(paragraph(1, "我々は、乙とする。"),)
    ),
    "no title": law_with(paragraph(1, "甲。"), title=None),
}


@pytest.mark.parametrize("name", ODD)
def test_it_is_printed_with_the_one_text(name: str) -> None:
    law = ODD[name]
    wanted = one_text(law)
    assert in_docx(emit(law, Format.DOCX, KAKUGI)) == wanted
    assert in_html(emit(law, Format.HTML)) == wanted
    assert in_xml(emit(law, Format.XML)) == wanted
    assert emit(law, Format.PDF).startswith(b"%PDF")


def test_contents_above_the_title() -> None:
    entries = (Entry(tag="TOCArticle", num="1", title=Words("第一条"), extent=Words("（目的）")),)
    contents = Contents(label=Words("目次"), preamble=Words("前文"), entries=entries, tables=(Words("別表"),))
    law = replace(law_with(paragraph(1, "甲。")), contents=contents, contents_first=True, enactments=())
    assert in_docx(emit(law, Format.DOCX)) == one_text(law)
    roles = [block.role for block in flow_of(law, {}).blocks if isinstance(block, Line)]
    assert roles.index(Role.CONTENTS) < roles.index(Role.TITLE)


def test_a_later_supplement_says_what_amended_it() -> None:
    own, later = (
        Supplement(children=(paragraph(1, "公布の日から施行する。"),), amended_by=by, extract=bool(by))
        for by in ("", "令和百年試作省令第二号")
    )
    law = replace(ordinance(), after=(own, later))
    lines = [
        block
        for block in flow_of(law, {}).blocks
        if isinstance(block, Line) and block.role is Role.SUPPLEMENT
    ]
    assert [line.aside for line in lines] == ["", "（令和百年試作省令第二号）　抄"]
    assert in_docx(emit(law, Format.DOCX)) == one_text(law)
    assert "（令和百年試作省令第二号）" in emit(law, Format.HTML).decode()


def test_pages_turn_for_forms_and_back() -> None:
    form_page = Appendix(
        annex=Annex.STYLE,
        title=Words("様式第一"),
        blocks=(Framed(frame=Frame.STYLE, body=Picture(source="a.pdf")),),
    )
    annex = Appendix(annex=Annex.TABLE, title=Words("別表"), blocks=(table_of(*SAID),))
    later = Supplement(children=(paragraph(1, "甲とする。"),))
    law = replace(ordinance(), after=(annex, form_page, form_page, later, annex))
    turns = [block.is_upright for block in flow_of(law, {}).blocks if not isinstance(block, Line | Grid)]
    assert turns == [True, True, False]
    assert "［a.pdf］" in emit(law, Format.HTML).decode()
    assert in_docx(emit(law, Format.DOCX, KAKUGI)) == one_text(law)


def test_items_in_a_cell_are_indented_from_its_edge() -> None:
    (grid,) = (block for block in flow_of(ODD["イ in a cell"], {}).blocks if isinstance(block, Grid))
    ((box,),) = grid.rows
    assert [(part.first, part.rest) for part in box.content if isinstance(part, Line)] == [(0, 1), (1, 2)]
