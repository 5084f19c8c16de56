"""Any file can be offered as a fact table: there are findings in words, never an exception."""

from __future__ import annotations

import io
from functools import cache

import openpyxl
from hypothesis import example, given, strategies as st
from tests.property.effort import examples
from tests.unit.evaluation.hospital import FIELDS, SPEC

from regcheck.diagnostics.diagnostic import Severity
from regcheck.model.specification import FactTable, Header
from regcheck.registry.bind import bind_table
from regcheck.registry.table import BoundTable

HEADINGS = [*FIELDS["病院"], "開設者の種別", "備考", "", "病床"]
WORDS = ["", "甲", "400", "1,000", "-1", "25%", "あり", "×", "不明", "国", "令和八年四月一日", "2026-13-01"]
MARKS = ["\n", ",", '"', "\r\n", "\ufeff", "\0", "　", "２"]


def bind(content: bytes, file: str = "t.csv") -> BoundTable:
    table = FactTable(
        header=Header(name="一覧", keyword="事実表"), subject="病院", file=file, as_of=None, key=("名称",)
    )
    return bind_table(SPEC, table, content, file)


def assert_told(bound: BoundTable) -> None:
    """Every finding has words in both languages; without rows there is a reason."""
    for diagnostic in bound.diagnostics:
        for words in (diagnostic.payload.ja(), diagnostic.payload.en()):
            assert words.headline
            assert words.advice
        assert diagnostic.place is not None
    assert bound.rows or bound.diagnostics
    if bound.is_sound:
        assert all(row.record.subject == "病院" for row in bound.rows)
    else:
        assert any(d.severity is Severity.ERROR for d in bound.diagnostics)


@given(
    st.binary(max_size=40)
    | st.lists(st.sampled_from([*HEADINGS, *WORDS, *MARKS]), max_size=40).map(
        lambda parts: "".join(parts).encode()
    )
)
@example(b"\xef\xbb\xbf")
@example(b'"' * 3)
def test_any_bytes(content: bytes) -> None:
    assert_told(bind(content))


@given(st.data())
def test_any_table(data: st.DataObject) -> None:
    """Cells of the right number, each anything: every row is there, every bad cell told."""
    headings = data.draw(st.lists(st.sampled_from(HEADINGS), min_size=1, max_size=5))
    rows = data.draw(st.lists(st.tuples(*(st.sampled_from(WORDS) for _ in headings)), max_size=4))
    text = "\n".join(",".join(f'"{cell}"' for cell in row) for row in [headings, *rows])
    bound = bind(text.encode())
    assert_told(bound)
    filled = [row for row in rows if any(row)]
    if any(headings):
        assert len(bound.rows) == len(filled)


@cache
def workbook() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (["名称", "病床数"], ["甲", 400], ["乙", None]):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@given(st.integers(0, 10_000), st.integers(1, 255))
@examples(60)
def test_any_damaged_workbook(place: int, change: int) -> None:
    content = bytearray(workbook())
    content[place % len(content)] ^= change
    assert_told(bind(bytes(content), "t.xlsx"))
