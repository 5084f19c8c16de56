"""Protects: lists as Excel and Word read them."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

from docx import Document

from regcheck.documents.instrument.roster import Roster, roster_to_docx, to_csv

ROSTER = Roster(
    title="特定試験事業者の一覧",
    headings=("名称", "病床の数"),
    rows=(("見本一病院", "401"), ('見本「二」,"病院"', "1,402"), ("改行\nのある名称", "")),
    numbers=frozenset({1}),
)


def test_csv_begins_with_its_mark_and_is_read_back() -> None:
    written = to_csv(ROSTER)
    assert written.startswith(b"\xef\xbb\xbf")
    text = written.decode("utf-8-sig")
    assert text.startswith("名称,病床の数\r\n")
    assert tuple(map(tuple, csv.reader(StringIO(text, newline="")))) == (ROSTER.headings, *ROSTER.rows)


def test_docx_has_every_row_once_and_repeats_the_headings() -> None:
    document = Document(BytesIO(roster_to_docx(ROSTER)))
    (table,) = document.tables
    found = [tuple(cell.text for cell in row.cells) for row in table.rows]
    assert found == [ROSTER.headings, *ROSTER.rows]
    assert table.rows[0]._tr.trPr is not None
    assert table.rows[0]._tr.trPr.xml.count("tblHeader") == 1
    alignments = [str(cell.paragraphs[0].alignment) for cell in table.rows[1].cells]
    assert alignments == ["None", "RIGHT (2)"]


def test_the_last_of_many_rows_is_there_once() -> None:
    rows = tuple((f"見本{n}病院", str(n)) for n in range(2000))
    document = roster_to_docx(Roster(title="", headings=("名称", "数"), rows=rows))
    assert document.count("見本1999病院".encode()) == 1
