"""Protects: a 様式 of which anything changed is never （略）: every format says that it is replaced, and prints it anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import msgspec
import pytest
from lxml import etree
from tests.unit.documents.comparison.test_amending_law import rows
from tests.unit.documents.instrument.words_in import W, document_of, in_xml
from tests.unit.documents.ordinance.small import law, outline

from regcheck.diagnostics.wording import Language
from regcheck.documents.comparison import amending_law, comparison_flow
from regcheck.documents.comparison.forms import changed_forms, with_words_of_forms
from regcheck.documents.comparison.styles import HOUSHIKI, MHLW
from regcheck.documents.comparison.telling import FORM
from regcheck.documents.instrument.emit import Beside, Format, emit
from regcheck.documents.instrument.flow import lines_of
from regcheck.documents.instrument.form import Card, Field, Form
from regcheck.documents.instrument.from_form import of_form
from regcheck.documents.instrument.from_law import flow_of
from regcheck.law.address import Address
from regcheck.law.comparing import Comparison, compare
from regcheck.law.comparing.pictures import ANOTHER_LAYOUT
from regcheck.law.schema import breaches
from regcheck.law.tree import Law
from regcheck.render.comparison import comparison_page
from regcheck.render.page import plain

FIRST, SECOND = "./pict/様式第一.pdf", "./pict/様式第二.pdf"
CARD = Form(
    title="証明書",
    fields=(Field("番号", given="第　　号"),),
    date="",
    filer=("厚生労働大臣",),
    card=Card(photo="写真の欄", back=("裏の文である。", "裏の次の文である。")),
)
FORM_OLD = Form(
    title="届出書",
    fields=(
        Field("氏名", "届出者"),
        Field("住所", "届出者", "都道府県"),
        Field("役員", entries=("役員の氏名", "生年月日"), rows=2),
    ),
    addressee="大臣　殿",
    filer=("届出者の氏名",),
    opening="第一条第一項の規定により、届け出ます。",
    remarks=("用紙の大きさは、Ａ４とする。", "第一条の書類を添えること。"),
)
Forms = Mapping[str, Form]


def others(node: object) -> Iterator[tuple[str, object]]:
    """Every node that differs in one text, one number or one part less, and what differs."""
    match node:
        case str():
            yield f"{node}改", f"{node}改"
        case int():
            yield f"{node}+1", node + 1
        case tuple():
            if node:
                yield "one less", node[:-1]
            for at, part in enumerate(node):
                for name, other in others(part):
                    yield f"[{at}]{name}", (*node[:at], other, *node[at + 1 :])
        case msgspec.Struct():
            for field in node.__struct_fields__:
                for name, other in others(getattr(node, field)):
                    yield f"{field}.{name}", msgspec.structs.replace(node, **{field: other})


VARIANTS = [(old, name, new) for old in (FORM_OLD, CARD) for name, new in others(old)]


@cache
def texts(names: tuple[str, ...] = ("届出書", "報告書")) -> Law:
    return law(outline({name: f'{name}は、{{{{ 様式("{name}") }}}}による。' for name in names}, forms=names))


def compared(old: Forms, new: Forms, old_law: Law | None = None, new_law: Law | None = None) -> Comparison:
    return compare(with_words_of_forms(old_law or texts(), old), with_words_of_forms(new_law or texts(), new))


def test_every_part_of_a_form_is_changed_once() -> None:
    assert len(VARIANTS) > 30
    assert len({repr(new) for _, _, new in VARIANTS}) == len(VARIANTS)


@pytest.mark.parametrize(
    ("old", "new"), [(old, new) for old, _, new in VARIANTS], ids=[name for _, name, _ in VARIANTS]
)
def test_whatever_changes_in_a_form_is_told_in_every_format(old: Form, new: Form) -> None:
    same = Form(title="報告書", fields=(Field("内容"),))
    forms = {FIRST: new, SECOND: same}
    found = compared({FIRST: old, SECOND: same}, forms)
    assert changed_forms(found) == ("様式第一",)
    assert not found.is_same
    for style, cell in ((MHLW, "（別紙のとおり）"), (HOUSHIKI, "［別紙のとおり］")):
        made = amending_law(found, style)
        assert [row for row in rows(made) if cell in row] == [[cell, style.left_out]]
        xml = emit(made, Format.XML)
        assert list(breaches(etree.fromstring(xml))) == []
        for said in (in_xml(xml), emit(made, Format.LAWTEXT).decode()):
            assert "様式第一を別紙のとおり改める。" in said
        assert b'<Fig src="' + FIRST.encode() in xml
        assert SECOND.encode() not in xml
        assert_prints(made, forms)
    flow = comparison_flow(found)
    assert [line.words.text for line in lines_of(flow.blocks)].count(FORM) == 1
    page = plain(comparison_page(found, None, (), changed_forms(found), {}, Language.JA))
    before, after = words_of(old), words_of(new)
    earlier, later = re.sub(r"\{\+.*?\+\}|\[-|-\]", "", page), re.sub(r"\[-.*?-\]|\{\+|\+\}", "", page)
    if before == after:
        assert ANOTHER_LAYOUT in later
    else:
        assert [line for line in before if line not in after and line not in earlier] == []
        assert [line for line in after if line not in before and line not in later] == []


def words_of(form: Form) -> list[str]:
    return [line.words.text for line in lines_of(of_form(form, Address())) if line.words.text.strip()]


def assert_prints(made: Law, forms: Forms) -> None:
    """docx, HTML and PDF print one flow."""
    printed = [line.words.text for line in lines_of(flow_of(made, forms).blocks)]
    assert set(words_of(forms[FIRST])) <= set(printed)


def test_the_pages_of_docx_and_html_have_the_new_form() -> None:
    new = msgspec.structs.replace(FORM_OLD, opening="第二条の規定により、届け出ます。")
    made = amending_law(compared({FIRST: FORM_OLD}, {FIRST: new}))
    beside = Beside(forms={FIRST: new})
    html = emit(made, Format.HTML, beside=beside).decode()
    docx = "".join(
        text.text or "" for text in document_of(emit(made, Format.DOCX, beside=beside)).iter(W + "t")
    )
    for page in (html, docx):
        assert "別紙" in page
        assert new.opening in page
        assert FORM_OLD.opening not in page


def test_several_forms_are_numbered_in_order() -> None:
    one, other = (Form(title="甲", fields=(Field(name),)) for name in ("氏名", "住所"))
    made = amending_law(compared({FIRST: one, SECOND: one}, {FIRST: other, SECOND: other}))
    assert "様式第一及び様式第二を別紙のとおり改める。" in emit(made, Format.LAWTEXT).decode()
    assert [part.title.text for part in made.appendices] == ["別紙第一　様式第一", "別紙第二　様式第二"]
    assert ["（別紙第二のとおり）", "（略）"] in rows(made)


def test_a_form_that_is_added_is_printed_and_one_that_is_removed_is_not() -> None:
    both, alone = texts(), texts(("届出書",))
    forms = {FIRST: FORM_OLD, SECOND: CARD}
    added = amending_law(compared({FIRST: FORM_OLD}, forms, alone, both))
    assert "様式第二を別紙のとおり加える。" in emit(added, Format.LAWTEXT).decode()
    assert ["（別紙のとおり）", ""] in rows(added)
    removed = amending_law(compared(forms, {FIRST: FORM_OLD}, both, alone))
    assert removed.appendices == ()
    assert ["", "（略）"] in rows(removed)


def test_a_form_counts_once_and_an_added_one_is_new() -> None:
    other = msgspec.structs.replace(FORM_OLD, opening="第二条による。", remarks=("用紙は、Ａ４とする。",))
    found = compared({FIRST: FORM_OLD}, {FIRST: other})
    assert "改正1" in plain(comparison_page(found, None, (), (), {}, Language.JA)).splitlines()[2]
    added = compared({FIRST: FORM_OLD}, {FIRST: FORM_OLD, SECOND: CARD}, texts(("届出書",)), texts())
    flow = comparison_flow(added)
    assert FORM not in [line.words.text for line in lines_of(flow.blocks)]


def test_a_form_whose_number_alone_changed_stays() -> None:
    before, after = texts(("報告書",)), texts()
    report = Form(title="報告書", fields=(Field("内容"), Field("理由")))
    found = compared({FIRST: report}, {FIRST: FORM_OLD, SECOND: report}, before, after)
    assert changed_forms(found) == ()
    assert "改める。" not in "".join(said for said in bodies(found) if "別紙" in said)
    assert ["様式第二（第二条関係）", "様式第一（第一条関係）"] in rows(amending_law(found))


def bodies(found: Comparison) -> list[str]:
    return [f"{sentence}。" for sentence in in_xml(emit(amending_law(found), Format.XML)).split("。")]


def test_forms_that_stay_change_nothing() -> None:
    forms = {FIRST: FORM_OLD, SECOND: CARD}
    found = compared(forms, forms)
    assert found.is_same
    assert amending_law(found).appendices == ()
