"""The baseline: a reason is required, nothing is accepted by accident, unused lines are told."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st
from tests.unit.render.reports import OVERLAP

from regcheck.analysis.report import KnownFinding
from regcheck.app.baseline import baseline_line, read_baseline, unused
from regcheck.diagnostics.codes.files import (
    BaselineTwice,
    BaselineUnused,
    BaselineWithoutReason,
    NotToml,
    StrangeBaselineLine,
)

GOOD = '[[known]]\nfingerprint = "abc"\ncode = "RC811"\nwhere = "表"\nreason = "資料の誤り"\n'


def kinds(text: str) -> list[type]:
    return [type(d.payload) for d in read_baseline("baseline.toml", text.encode()).diagnostics]


def test_a_line_with_a_reason_is_known() -> None:
    read = read_baseline("baseline.toml", GOOD.encode())
    assert read.diagnostics == ()
    assert read.known == {
        "abc": KnownFinding(fingerprint="abc", code="RC811", where="表", reason="資料の誤り")
    }


@pytest.mark.parametrize("reason", ["", 'reason = ""', 'reason = "  "'])
def test_without_a_reason_nothing_is_accepted(reason: str) -> None:
    read = read_baseline("baseline.toml", f'[[known]]\nfingerprint = "abc"\n{reason}\n'.encode())
    assert not read.known
    assert [type(d.payload) for d in read.diagnostics] == [BaselineWithoutReason]


@pytest.mark.parametrize(
    "text",
    ["known = 3", "[[unknown]]\na=1", '[[known]]\nreason="x"', GOOD + 'because = "x"\n', "known = [1]"],
)
def test_what_is_not_a_line_is_told(text: str) -> None:
    assert kinds(text) == [StrangeBaselineLine]


def test_twice_is_told() -> None:
    assert kinds(GOOD + GOOD) == [BaselineTwice]


@pytest.mark.parametrize("data", [b"[[known", "# 理由".encode("cp932"), b"\0", b"a=" + b"[" * 5000])
def test_any_bytes_give_a_finding(data: bytes) -> None:
    assert [type(d.payload) for d in read_baseline("b", data).diagnostics] == [NotToml]


def test_unused_lines_are_told_at_their_place() -> None:
    line = baseline_line(
        KnownFinding(fingerprint=OVERLAP.fingerprint, code="RC301", where="x", reason="まだ決めない")
    )
    read = read_baseline("baseline.toml", (GOOD + line).encode())
    (diagnostic,) = unused(read, [OVERLAP])
    assert diagnostic.payload == BaselineUnused(fingerprint="abc", code="RC811", where="表")
    assert diagnostic.place is not None
    assert GOOD[diagnostic.place.start : diagnostic.place.end] == "abc"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_what_is_written_is_read_back(reason: str) -> None:
    known = KnownFinding(
        fingerprint="abc", code="RC301", where=reason.strip(), reason="理由" + reason.strip()
    )
    read = read_baseline("baseline.toml", baseline_line(known).encode())
    assert read.known == {"abc": known}
