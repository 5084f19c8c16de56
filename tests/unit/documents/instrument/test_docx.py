"""Protects: what Word and a drafter need of a docx, read by python-docx and docx-integrity, which did not write it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import docx_integrity
import pytest
from docx import Document
from tests.unit.documents.instrument.ordinance import FORM_FILE, cell, form, ordinance
from tests.unit.documents.instrument.words_in import W, document_of

from regcheck.documents.instrument.docx.package import EARLIEST, to_docx
from regcheck.documents.instrument.emit import Beside, Format, emit
from regcheck.documents.instrument.flow import Flow
from regcheck.documents.instrument.from_provision import of_table
from regcheck.documents.instrument.position import Position
from regcheck.documents.instrument.profile import KAKUGI, PLAIN, PROFILES, Profile
from regcheck.law.tree import Cell, Frame, Framed, Row, Table

BESIDE = Beside(forms={FORM_FILE: form()})


def made(profile: Profile) -> bytes:
    return emit(ordinance(), Format.DOCX, profile, BESIDE)


@pytest.mark.parametrize("profile", PROFILES)
def test_nothing_is_found_wrong(profile: str, tmp_path: Path) -> None:
    file = tmp_path / "条文.docx"
    file.write_bytes(made(PROFILES[profile]))
    assert not list(docx_integrity.check(str(file)))


def test_the_damage_that_is_looked_for_is_found(tmp_path: Path) -> None:
    file = tmp_path / "条文.docx"
    parts = ZipFile(BytesIO(made(PLAIN)))
    with ZipFile(file, "w") as package:
        for name in parts.namelist():
            text = parts.read(name).replace(b"<w:tblGrid>", b"<w:x>").replace(b"</w:tblGrid>", b"</w:x>")
            package.writestr(name, text)
    assert list(docx_integrity.check(str(file)))


def test_lines_hang_as_far_as_drafting_has_it() -> None:
    document = Document(BytesIO(made(PLAIN)))
    sign = 210  # twentieths of a point: 10.5 points
    indents = {}
    for paragraph in document.paragraphs:
        style = paragraph.style
        assert style is not None
        form = style.paragraph_format
        left, first = form.left_indent, form.first_line_indent
        assert style.name is not None
        indents[style.name] = tuple(round((length.twips if length else 0) / sign) for length in (left, first))
    wanted = {
        "条見出し": (2, -1),
        "条": (1, -1),
        "項": (1, -1),
        "号": (2, -1),
        "号1": (3, -1),
        "号2": (4, -1),
        "号3": (5, -1),
        "附則": (3, 0),
        "制定文": (0, 1),
    }
    assert {name: indents[name] for name in wanted} == wanted


def test_merged_cells_are_merged() -> None:
    tables = Document(BytesIO(made(PLAIN))).tables
    texts = [[cell.text for cell in row.cells] for row in tables[1].rows]
    assert [row[0] for row in texts[1:4]] == ["病院を開設し、及び管理する事業"] * 3
    assert [row[1] for row in texts[1:4]] == ["電子カルテシステム", "電子カルテシステム", "手術部門システム"]
    assert texts[4][1:] == ["資格の確認に係る設備"] * 2


def test_headings_of_tables_are_repeated_and_captions_stay_with_their_articles() -> None:
    document = document_of(made(PLAIN))
    rows = [
        [bool(list(row.iter(W + "tblHeader"))) for row in table.iter(W + "tr")]
        for table in document.iter(W + "tbl")
    ]
    assert rows[1][:2] == [True, False]
    styles = Document(BytesIO(made(PLAIN))).styles
    assert all(
        styles[name].paragraph_format.keep_with_next for name in ("条見出し", "附則", "別表様式", "題名")
    )


def test_48_signs_a_line_and_13_lines_a_page() -> None:
    section = next(document_of(made(KAKUGI)).iter(W + "sectPr"))
    grid = section.find(W + "docGrid")
    margin = section.find(W + "pgMar")
    size = section.find(W + "pgSz")
    assert grid is not None and margin is not None and size is not None
    pitch = 10.5 + int(grid.get(W + "charSpace", "")) / 4096
    length = (
        int(size.get(W + "h", "")) - int(margin.get(W + "top", "")) - int(margin.get(W + "bottom", ""))
    ) / 20
    depth = int(size.get(W + "w", "")) - int(margin.get(W + "left", "")) - int(margin.get(W + "right", ""))
    assert int(length / pitch) == 48
    assert depth // int(grid.get(W + "linePitch", "")) == 13
    assert section.find(W + "textDirection") is not None


def test_cells_of_a_vertical_page_are_vertical_and_the_form_is_not() -> None:
    document = document_of(made(KAKUGI))
    tables = list(document.iter(W + "tbl"))
    vertical = [
        [cell.find(f"{W}tcPr/{W}textDirection") is not None for cell in table.iter(W + "tc")]
        for table in tables
    ]
    assert all(all(cells) for cells in vertical[:-1])
    assert not any(vertical[-1])
    last = list(document.iter(W + "sectPr"))[-1]
    assert last.find(W + "textDirection") is None


def test_lines_and_readings_are_drawn() -> None:
    document = document_of(made(PLAIN))
    lined = [
        "".join(run.itertext()) for run in document.iter(W + "r") if run.find(f"{W}rPr/{W}u") is not None
    ]
    assert lined == ["様式第一", "施行の際"]
    ruby = next(document.iter(W + "ruby"))
    assert ["".join(part.itertext()) for part in ruby if part.tag != W + "rubyPr"] == ["ふくそう", "輻輳"]
    low = [run for run in document.iter(W + "r") if run.find(f"{W}rPr/{W}vertAlign") is not None]
    assert ["".join(run.itertext()) for run in low] == ["2"]


def test_borders_that_the_law_leaves_out_are_left_out() -> None:
    table = Table(rows=(Row(cells=(cell("甲", BorderBottom="none", BorderTop="double"),)),))
    grid = of_table(table, Position())
    document = document_of(to_docx(Flow(title="表", blocks=(grid,)), PLAIN))
    borders = next(document.iter(W + "tcBorders"))
    assert {(side.tag.removeprefix(W), side.get(W + "val")) for side in borders} == {
        ("top", "double"),
        ("bottom", "nil"),
    }


def test_the_file_says_no_time_and_no_author() -> None:
    with ZipFile(BytesIO(made(PLAIN))) as package:
        infos = package.infolist()
        core = package.read("docProps/core.xml").decode()
    assert {(info.date_time, info.compress_type) for info in infos} == {(EARLIEST, ZIP_STORED)}
    assert "試作用の特定試験事業者等に関する省令" in core
    assert "creator" not in core
    assert "dcterms" not in core


def test_a_draft_says_so_on_every_page() -> None:
    marked = Document(BytesIO(emit(ordinance(), Format.DOCX, KAKUGI, Beside(is_draft=True))))
    plain = Document(BytesIO(emit(ordinance(), Format.DOCX, KAKUGI)))
    assert {section.header.paragraphs[0].text for section in marked.sections} == {"未検証"}
    assert {section.header.paragraphs[0].text for section in plain.sections} == {""}


def test_a_table_without_rows_is_left_out() -> None:
    empty = of_table(Table(rows=()), Position())
    assert not list(document_of(to_docx(Flow(title="表", blocks=(empty,)), PLAIN)).iter(W + "tbl"))


def test_every_cell_ends_with_a_paragraph() -> None:
    inner = Framed(frame=Frame.TABLE, body=Table(rows=(Row(cells=(cell("甲"),)),)))
    outer = of_table(Table(rows=(Row(cells=(Cell(content=(inner,)), Cell())),)), Position())
    cells = list(document_of(to_docx(Flow(title="表", blocks=(outer,)), PLAIN)).iter(W + "tc"))
    assert len(cells) == 3
    assert {one[-1].tag for one in cells} == {W + "p"}
