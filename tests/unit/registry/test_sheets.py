"""Reading a file: whatever its bytes are, there is a table or one clear reason why not."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest

from regcheck.diagnostics.codes.facts import (
    BrokenCsv,
    BrokenWorkbook,
    EmptyTable,
    NotUtf8Table,
    NulBytes,
    WorkbookSupportMissing,
)
from regcheck.registry.sheets import Sheet, read_sheet


def sheet(text: str | bytes) -> Sheet:
    content = text.encode() if isinstance(text, str) else text
    found = read_sheet(content, "t.csv")
    assert isinstance(found, Sheet), found
    return found


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_utf8_with_and_without_mark_and_with_any_line_ending(mark: str, ending: str) -> None:
    found = sheet(mark + ending.join(["名称,病床数", "甲病院, 400 ", ""]))
    assert found.heading.cells == ("名称", "病床数")
    assert [(row.number, row.cells) for row in found.rows] == [(2, ("甲病院", "400"))]


def test_a_quoted_line_break_keeps_the_line_numbers() -> None:
    found = sheet('名称,備考\n甲,"一\n二"\n乙,三\n')
    assert [row.number for row in found.rows] == [2, 4]
    first = found.rows[0].span
    assert found.source.text[first.start : first.end] == '甲,"一\n二"'


def test_empty_lines_are_passed_over() -> None:
    assert [row.number for row in sheet("名称\n\n甲\n,\n乙\n").rows] == [3, 5]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", EmptyTable(file="t.csv")),
        (b"\n ,\n", EmptyTable(file="t.csv")),
        ("名称\n甲病院\n".encode("cp932"), NotUtf8Table(file="t.csv", encoding="Shift_JIS")),
        ("名称\n".encode("utf-16"), NotUtf8Table(file="t.csv", encoding="UTF-16")),
        (b"\x81\x20", NotUtf8Table(file="t.csv")),
        (b"a,b\n1,\x002\n", NulBytes(file="t.csv", line=2)),
        ('名称\n"甲\n乙\n'.encode(), BrokenCsv(file="t.csv", line=2)),
    ],
)
def test_what_is_no_table_is_named(content: bytes, problem: object) -> None:
    assert read_sheet(content, "t.csv") == problem


def test_a_workbook_reads_like_a_csv_file() -> None:
    """Numbers without a tail of .0, dates as dates, yes and no as あり and なし; gaps keep the row numbers."""
    content = workbook(
        ("名称", "病床数", "承認", "承認日", "紹介率"),
        ("甲病院", 400, True, date(2026, 4, 1), 0.25),
        (),
        ("乙病院", 1000.0, False, None, None),
    )
    found = read_sheet(content, "t.xlsx")
    assert isinstance(found, Sheet)
    assert [(row.number, row.cells) for row in found.rows] == [
        (2, ("甲病院", "400", "あり", "2026-04-01", "0.25")),
        (4, ("乙病院", "1000", "なし", "", "")),
    ]


def test_what_is_no_workbook_is_named() -> None:
    assert read_sheet(b"name,beds\n", "t.xlsx") == BrokenWorkbook(file="t.xlsx")
    assert read_sheet(workbook(), "t.xlsx") == EmptyTable(file="t.xlsx")


def test_without_the_optional_part_a_workbook_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr("regcheck.registry.sheets.import_module", refuse)
    found = read_sheet(workbook(("名称",)), "t.xlsx")
    assert found == WorkbookSupportMissing(file="t.xlsx")
    assert isinstance(found, WorkbookSupportMissing)
    assert "regcheck[xlsx]" in found.ja().advice
    assert "regcheck[xlsx]" in found.en().advice
