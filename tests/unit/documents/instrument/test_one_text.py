"""Protects: every format says the same words in the same order, character for character."""

from __future__ import annotations

import pytest
from tests.unit.documents.instrument.ordinance import FORM_FILE, form, ordinance
from tests.unit.documents.instrument.words_in import in_docx, in_html, in_lawtext, in_xml, without_space

from regcheck.documents.instrument.emit import Beside, Format, emit
from regcheck.documents.instrument.flow import lines_of
from regcheck.documents.instrument.from_law import flow_of
from regcheck.documents.instrument.notes import Note
from regcheck.documents.instrument.profile import PROFILES
from regcheck.law.address import Address
from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.plain import one_text
from regcheck.law.tree import Law
from regcheck.source.span import SourceText

READERS = {Format.XML: in_xml, Format.DOCX: in_docx, Format.HTML: in_html, Format.LAWTEXT: in_lawtext}
BESIDE = Beside(
    forms={FORM_FILE: form()},
    notes={Address("", "2", "1", ("1",)): (Note("証明", "a.html"),)},
    is_draft=True,
)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("format", READERS)
def test_every_format_has_the_one_text(format: Format, profile: str) -> None:
    law = ordinance()
    assert READERS[format](emit(law, format, PROFILES[profile], BESIDE)) == one_text(law)


def test_the_pdf_is_made_of_the_one_text() -> None:
    law = ordinance()
    lines = lines_of(flow_of(law, {}).blocks)
    assert without_space("".join(line.words.text for line in lines)) == one_text(law)


def test_lawtext_is_read_back_with_the_same_words() -> None:
    law = ordinance()
    back = from_lawtext(SourceText("条文.law.txt", emit(law, Format.LAWTEXT).decode()))
    assert isinstance(back, Law), back
    assert one_text(back) == one_text(law)


def test_forms_and_notes_are_there_and_no_part_of_the_text() -> None:
    law = ordinance()
    page = emit(law, Format.HTML, beside=BESIDE).decode()
    assert "代表者の氏名" in page
    assert '<a class="note" href="a.html">証明</a>' in page
    assert "未検証" in page
    assert "代表者の氏名" not in emit(law, Format.HTML).decode()
