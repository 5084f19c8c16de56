"""Protects: the PDF is whole, tagged, without times, and never has an empty box for a sign."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from tests.unit.documents.instrument.ordinance import FORM_FILE, article, form, ordinance, paragraph

from regcheck.diagnostics.refused import RefusedError
from regcheck.documents.instrument import fonts
from regcheck.documents.instrument.emit import Beside, Format, emit
from regcheck.documents.instrument.form import Field
from regcheck.documents.instrument.profile import KAKUGI, PLAIN
from regcheck.frozen import replace
from regcheck.law.tree import Law, Main
from regcheck.law.words import Drawn, Mark, Words


def made(law: Law, **given: object) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(emit(law, Format.PDF, PLAIN, Beside(**given))))  # type: ignore[arg-type]


def with_text(words: Words) -> Law:
    return replace(ordinance(), main=Main(children=(article(1, "目的", paragraph(1, words)),)), after=())


def refused(law: Law, **given: object) -> str:
    with pytest.raises(RefusedError) as error:
        emit(law, Format.PDF, PLAIN, Beside(**given))  # type: ignore[arg-type]
    return error.value.problem.payload.ja().headline


def test_a_page_for_the_form_tags_and_bookmarks() -> None:
    with made(ordinance(), forms={FORM_FILE: form()}) as pdf:
        assert len(pdf.pages) == 3
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("ja")
        with pdf.open_outline() as outline:
            (title,) = outline.root
            below = [entry.title for entry in title.children]
    assert title.title == "試作用の特定試験事業者等に関する省令"
    assert below[:3] == ["第一章　総則", "（特定試験設備）", "第二章　指定"]
    assert below[-1] == "様式第一（第三条関係）"


def test_no_time_is_in_the_file() -> None:
    with made(ordinance()) as pdf:
        assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo)
        assert b"Date" not in pdf.Root.Metadata.read_bytes()


def test_vertical_profiles_give_the_horizontal_pdf() -> None:
    assert emit(ordinance(), Format.PDF, KAKUGI) == emit(ordinance(), Format.PDF, PLAIN)


def test_a_law_without_a_title_is_printed() -> None:
    with made(replace(ordinance(), title=None)) as pdf, pdf.open_outline() as outline:
        assert len(outline.root) > 1


def test_a_sign_outside_the_font_is_named_with_its_place() -> None:
    said = refused(with_text(Words("設備😀及び設備\ue000とする。")))
    assert said == (
        "第一条第一項の「😀」（U+1F600）、第一条第一項の「\ue000」（U+E000）は、PDFの書体「Noto Serif JP」にない"
    )


def test_readings_and_forms_are_looked_at_too() -> None:
    ruby = Words("甲乙。", (Mark(0, 1, Drawn.RUBY, "😀"),))
    assert "第一条第一項の「😀」" in refused(with_text(ruby))
    odd = replace(form(), fields=(Field("名称😀"),))
    assert "様式第一の「😀」" in refused(ordinance(), forms={FORM_FILE: odd})


def test_signs_without_a_shape_of_their_own_are_let_through() -> None:
    with made(with_text(Words("葛\U000e0100城　甲"))) as pdf:
        assert pdf.pages


def test_other_formats_print_any_sign() -> None:
    law = with_text(Words("設備😀。"))
    assert all("😀".encode() in emit(law, format) for format in Format if format is not Format.PDF)


def test_a_repeated_field_is_refused() -> None:
    twice = replace(form(), fields=(Field("名称", "甲"), Field("住所", "甲"), Field("名称", "甲")))
    assert (
        refused(ordinance(), forms={FORM_FILE: twice}) == "様式「試験計画書」の「甲」の欄「名称」が二つある"
    )
    apart = replace(form(), fields=(Field("名称", "甲"), Field("名称", "乙")))
    assert emit(ordinance(), Format.DOCX, beside=Beside(forms={FORM_FILE: apart}))


def test_without_the_packages_a_pdf_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "SUPPORT", ("no_such_package",))
    assert "追加の部品" in refused(ordinance())
