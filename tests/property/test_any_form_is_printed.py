"""Protects: every form that can be drawn up is printed in every format, with its words and no others, in whole tables."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

import docx_integrity
from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.unit.documents.instrument.pdf_words import signs_in
from tests.unit.documents.instrument.test_forms import in_docx, in_html, words

from regcheck.documents.instrument.emit import Format, emit_flow
from regcheck.documents.instrument.flow import Flow, Grid
from regcheck.documents.instrument.form import Card, Field, Form
from regcheck.documents.instrument.from_form import form_flow

text = st.text(alphabet="名称氏住所役員日付第一号、。（）「」ア", min_size=1, max_size=30)
few = st.lists(text, max_size=3).map(tuple)


@st.composite
def fields(draw: st.DrawFn) -> Field:
    return Field(
        draw(text),
        draw(st.sampled_from(["", "", "甲", "乙"])),
        draw(st.sampled_from(["", "年　月　日", "年　月　日から\n年　月　日まで"])),
        entries=tuple(draw(st.lists(text, max_size=6))),
        rows=draw(st.integers(1, 4)),
    )


@st.composite
def forms(draw: st.DrawFn) -> Form:
    return Form(
        title=draw(text),
        fields=tuple(draw(st.lists(fields(), max_size=6))),
        date=draw(st.sampled_from(["", "年　　月　　日"])),
        addressee=draw(st.sampled_from(["", "大臣　殿"])),
        filer=draw(few),
        opening=draw(st.one_of(st.just(""), text)),
        remarks=draw(few),
        card=draw(st.one_of(st.none(), st.none(), few.map(lambda back: Card(back=back)))),
    )


flows = forms().map(lambda form: form_flow(form, "様式第三（第五条関係）"))


@given(flows)
@examples(60)
def test_every_place_of_every_table_belongs_to_one_box(flow: Flow) -> None:
    for grid in (block for block in flow.blocks if isinstance(block, Grid)):
        places = Counter(
            (row + down, box.column + across)
            for row, boxes in enumerate(grid.rows)
            for box in boxes
            for down in range(box.rows)
            for across in range(box.columns)
        )
        assert places == Counter((row, n) for row in range(len(grid.rows)) for n in range(len(grid.widths)))


@given(flows)
@examples(30)
def test_docx_and_html_have_its_words(flow: Flow) -> None:
    made = emit_flow(flow, Format.DOCX)
    assert in_docx(made) == words(flow)
    assert in_html(emit_flow(flow, Format.HTML)) == words(flow)
    with tempfile.TemporaryDirectory() as held:
        file = Path(held) / "form.docx"
        file.write_bytes(made)
        assert not list(docx_integrity.check(str(file)))


@given(flows)
@examples(10)
def test_the_pdf_has_its_words(flow: Flow) -> None:
    """A page has its number; nothing else is added."""
    more = signs_in(emit_flow(flow, Format.PDF)) - Counter(words(flow))
    assert set(more) <= set("0123456789")
    assert not Counter(words(flow)) - signs_in(emit_flow(flow, Format.PDF))
