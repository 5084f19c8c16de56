"""From the bytes of a CSV file or workbook to lines of cells.

Owns: encodings, quotation marks, workbooks, and which line of the file a row stands in.
Refuses to know: what the columns mean.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date, datetime
from importlib import import_module

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.frozen import Frozen
from regcheck.source.span import SourceText, Span


class Line(Frozen):
    """The cells of one row, stripped, with the 1-based line where it begins."""

    number: int
    cells: tuple[str, ...]
    span: Span


class Sheet(Frozen):
    """The headings and the rows that have any content."""

    source: SourceText
    heading: Line
    rows: tuple[Line, ...]


def read_sheet(content: bytes, file: str) -> Sheet | Payload:
    """The table in a file, by the ending of its name; what stands in the way of reading it otherwise."""
    found = _read_workbook(content, file) if file.lower().endswith(".xlsx") else _read_csv(content, file)
    if isinstance(found, Payload):
        return found
    source, lines = found
    filled = [line for line in lines if any(line.cells)]
    if not filled:
        return codes.facts.EmptyTable(file=file)
    return Sheet(source=source, heading=filled[0], rows=tuple(filled[1:]))


Lines = tuple[SourceText, list[Line]]


def _read_csv(content: bytes, file: str) -> Lines | Payload:
    text = _decode(content, file)
    if isinstance(text, Payload):
        return text
    source = SourceText(file, text.replace("\r\n", "\n").replace("\r", "\n"))
    reader = csv.reader(io.StringIO(source.text, newline=""), strict=True)
    lines: list[Line] = []
    begin = 1
    try:
        for cells in reader:
            lines.append(_line(source, begin, reader.line_num, cells))
            begin = reader.line_num + 1
    except csv.Error:
        return codes.facts.BrokenCsv(file=file, line=begin)
    return source, lines


def _decode(content: bytes, file: str) -> str | Payload:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return codes.facts.NotUtf8Table(file=file, encoding="UTF-16")
    if (nul := content.find(b"\0")) >= 0:
        return codes.facts.NulBytes(file=file, line=content.count(b"\n", 0, nul) + 1)
    try:
        return content.decode().removeprefix("\ufeff")
    except UnicodeDecodeError:
        return codes.facts.NotUtf8Table(file=file, encoding="Shift_JIS" if _is_shift_jis(content) else "")


def _is_shift_jis(content: bytes) -> bool:
    try:
        content.decode("cp932")
    except UnicodeDecodeError:
        return False
    return True


def _line(source: SourceText, begin: int, end: int, cells: Iterable[str]) -> Line:
    start = source.line_starts[begin - 1]
    stop = source.line_starts[end - 1] + len(source.line(end))
    return Line(
        number=begin, cells=tuple(cell.strip() for cell in cells), span=Span(source.name, start, stop)
    )


def _read_workbook(content: bytes, file: str) -> Lines | Payload:
    """The first sheet; formulas by their stored values. openpyxl is an optional part."""
    try:
        openpyxl = import_module("openpyxl")
    except ImportError:
        return codes.facts.WorkbookSupportMissing(file=file)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        rows = [[_cell_text(v) for v in row] for row in book.worksheets[0].iter_rows(values_only=True)]
    except Exception:  # whatever a damaged file makes openpyxl stumble over: it promises no class of error
        return codes.facts.BrokenWorkbook(file=file)
    width = len(_trimmed(next((row for row in rows if any(row)), [])))
    cells = [(_trimmed(row) + [""] * width)[: max(width, len(_trimmed(row)))] for row in rows]
    source = SourceText(file, "\n".join(",".join(row) for row in cells))
    return source, [_line(source, number, number, row) for number, row in enumerate(cells, 1)]


def _trimmed(cells: list[str]) -> list[str]:
    """Without the empty cells at the end, of which a workbook may have any number."""
    length = max((i + 1 for i, cell in enumerate(cells) if cell), default=0)
    return cells[:length]


def _cell_text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "あり" if value else "なし"
        case float() if value.is_integer():
            return str(int(value))
        case datetime():
            return value.date().isoformat()
        case date():
            return value.isoformat()
        case _:
            return str(value).replace("\n", " ").strip()
