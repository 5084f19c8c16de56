"""Protects: a form of its own has the same words in every format, whole tables, and the same bytes every time."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import docx
import pytest
from tests.unit.documents.instrument.pdf_words import signs_in
from tests.unit.documents.instrument.words_in import W, document_of, without_space

from regcheck.documents.instrument.emit import Format, emit_flow
from regcheck.documents.instrument.flow import Flow, Grid, lines_of
from regcheck.documents.instrument.form import Card, Field, Form
from regcheck.documents.instrument.from_form import form_flow

NUMBER = "様式第二（一）（第五条第一項及び第三項関係）"
FILING = Form(
    title="試験設備届出書",
    addressee="試作大臣　殿",
    filer=("届出者　住所", "　　　　名称"),
    opening="見本に関する法律第五条の規定により、次のとおり届け出ます。",
    fields=(
        Field("概要", rows=3),
        Field("名称", "供給者"),
        Field("役員", "供給者", entries=("氏名", "生年月日", "国籍"), rows=2),
        Field("取引", "供給者", entries=("年度", "割合")),
        Field("時期", given="年　月　日から\n年　月　日まで"),
    ),
    remarks=("用紙の大きさは、日本産業規格Ａ４とする。", "書ききれないときは、別紙を添えること。"),
)
CARD = Form(
    title="身分証明書",
    date="",
    filer=("試作大臣",),
    fields=(Field("番号", given="第　　号"), Field("氏名")),
    card=Card(back=("検査をすることができる。", "提示しなければならない。")),
    remarks=("用紙の大きさは、日本産業規格Ａ７とする。",),
)
FORMS = {"filing": FILING, "card": CARD}


def flow_of(form: Form) -> Flow:
    return form_flow(form, NUMBER)


def words(flow: Flow) -> str:
    return without_space("".join(line.words.text for line in lines_of(flow.blocks)))


def in_docx(made: bytes) -> str:
    """All words, in the order of the file."""
    return without_space("".join(text.text or "" for text in document_of(made).iter(W + "t")))


def in_html(made: bytes) -> str:
    from lxml import html

    (main,) = html.fromstring(made.decode()).iter("main")
    return without_space(main.text_content())


def grid(form: Form) -> Grid:
    (found,) = [block for block in flow_of(form).blocks if isinstance(block, Grid)]
    return found


@pytest.mark.parametrize("name", FORMS)
def test_every_format_has_the_words_of_the_form(name: str) -> None:
    flow = flow_of(FORMS[name])
    assert in_docx(emit_flow(flow, Format.DOCX)) == words(flow)
    assert in_html(emit_flow(flow, Format.HTML)) == words(flow)
    pages = Counter("1")  # the number of its one page
    assert signs_in(emit_flow(flow, Format.PDF)) == Counter(words(flow)) + pages


@pytest.mark.parametrize("format", [Format.DOCX, Format.HTML, Format.PDF])
def test_two_runs_give_the_same_bytes(format: Format) -> None:
    first, second = (emit_flow(flow_of(FILING), format) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("name", FORMS)
def test_every_place_of_a_table_belongs_to_one_box(name: str) -> None:
    for made in (block for block in flow_of(FORMS[name]).blocks if isinstance(block, Grid)):
        places = Counter(
            (row + down, box.column + across)
            for row, boxes in enumerate(made.rows)
            for box in boxes
            for down in range(box.rows)
            for across in range(box.columns)
        )
        assert places == Counter(
            (row, column) for row in range(len(made.rows)) for column in range(len(made.widths))
        )


def test_a_group_has_one_cell_beside_all_of_its_rows() -> None:
    (table,) = docx.Document(BytesIO(emit_flow(flow_of(FILING), Format.DOCX))).tables
    assert len({len(row.cells) for row in table.rows}) == 1
    beside = [row.cells[0] for row in table.rows][1:7]
    assert {cell.text for cell in beside} == {"供給者"}
    assert len({cell._tc for cell in beside}) == 1


def test_entries_stand_side_by_side_with_a_row_for_each_answer() -> None:
    made = grid(FILING)
    heads = [[line.words.text for line in lines_of(box.content)] for box in made.rows[2]]
    assert heads == [["役員"], ["氏名"], ["生年月日"], ["国籍"]]
    assert [len(row) for row in made.rows] == [2, 3, 4, 3, 3, 3, 2, 2]
    assert len({sum(made.widths[box.column : box.column + box.columns]) for box in made.rows[3]}) == 1


def test_there_is_room_to_write() -> None:
    first, *_ = grid(FILING).rows
    assert len(first[1].content) == 3
    assert [len(box.content) for box in grid(FILING).rows[-1]] == [1, 2]


def test_the_heading_is_the_number_and_the_date_stands_at_the_end_of_its_line() -> None:
    flow = flow_of(FILING)
    head, title, date, *_ = lines_of(flow.blocks)
    assert head.words.text == NUMBER
    assert (title.align, date.align) == ("center", "end")
    assert flow.title == "様式第二（一）　試験設備届出書"


@pytest.mark.parametrize(
    "number", ["様式第二（一）", "様式第二（一）（附則第二条関係）", "様式第２（一）（第３条関係）"]
)
def test_the_name_of_a_form_is_its_number_without_the_provisions(number: str) -> None:
    assert form_flow(FILING, number).title.partition("　")[0] == number.partition("（一）")[0] + "（一）"


def test_remarks_are_numbered_unless_there_is_one() -> None:
    assert [line.label.text for line in lines_of(flow_of(FILING).blocks)][-2:] == ["１", "２"]
    assert [line.label.text for line in lines_of(flow_of(CARD).blocks)][-1:] == [""]


def test_a_card_has_a_photograph_beside_its_fields_and_a_back() -> None:
    front, back = (block for block in flow_of(CARD).blocks if isinstance(block, Grid))
    (photo,) = (box for row in front.rows for box in row if box.rows > 1 and box.content)
    assert (photo.rows, photo.look) == (len(CARD.fields), ())
    assert [line.words.text for line in lines_of((back,))] == list(CARD.card.back if CARD.card else ())
    assert "年" not in words(flow_of(CARD))
