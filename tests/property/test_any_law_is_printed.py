"""Protects: every law that can be drawn is printed in every format, with its one text and no other words."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from docx import Document
from hypothesis import given, strategies as st
from tests.property.effort import examples
from tests.property.strategies_law import laws
from tests.unit.documents.instrument.words_in import in_docx, in_html, in_xml, without_space

from regcheck.documents.instrument.emit import Format, emit
from regcheck.documents.instrument.flow import Box, Grid, Line, NewPage, lines_of
from regcheck.documents.instrument.from_law import flow_of
from regcheck.documents.instrument.grids import grid_of
from regcheck.documents.instrument.profile import PROFILES, Profile
from regcheck.law.plain import one_text
from regcheck.law.tree import Law

profiles = st.sampled_from(list(PROFILES.values()))


@given(laws(), profiles)
@examples(40)
def test_docx_html_and_xml_say_the_one_text(law: Law, profile: Profile) -> None:
    wanted = one_text(law)
    assert in_docx(emit(law, Format.DOCX, profile)) == wanted
    assert in_html(emit(law, Format.HTML, profile)) == wanted
    assert in_xml(emit(law, Format.XML, profile)) == wanted


@given(laws(), profiles)
@examples(20)
def test_another_reader_opens_the_docx(law: Law, profile: Profile) -> None:
    document = Document(BytesIO(emit(law, Format.DOCX, profile)))
    known = {style.style_id for style in document.styles}
    for paragraph in document.element.body.iter("{*}p"):
        assert paragraph.style in known
    for table in document.tables:
        assert len({len(row.cells) for row in table.rows}) == 1


@given(laws())
@examples(15)
def test_the_pdf_is_made_of_the_one_text(law: Law) -> None:
    flow = flow_of(law, {})
    assert without_space("".join(line.words.text for line in lines_of(flow.blocks))) == one_text(law)
    with pikepdf.open(BytesIO(emit(law, Format.PDF))) as pdf:
        assert pdf.pages


@given(laws())
@examples(30)
def test_lines_hang_and_stay_on_the_page(law: Law) -> None:
    for block in flow_of(law, {}).blocks:
        if isinstance(block, Line):
            assert 0 <= block.first <= 8
            assert 0 <= block.rest <= 8
        elif isinstance(block, Grid):
            assert len(block.widths) >= 1
        else:
            assert isinstance(block, NewPage)


boxes = st.builds(Box, column=st.just(0), rows=st.integers(1, 4), columns=st.integers(1, 4))


@given(st.lists(st.lists(boxes, max_size=4), max_size=5))
@examples(200)
def test_every_place_of_a_grid_belongs_to_one_box(rows: list[list[Box]]) -> None:
    grid = grid_of(rows)
    assert sorted(_held(grid)) == [(r, c) for r in range(len(grid.rows)) for c in range(len(grid.widths))]


def _held(grid: Grid) -> Iterator[tuple[int, int]]:
    for number, row in enumerate(grid.rows):
        for box in row:
            for down in range(box.rows):
                yield from ((number + down, box.column + across) for across in range(box.columns))
