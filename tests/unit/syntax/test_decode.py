"""Protects: what a file is if it is not UTF-8 is said by name, with the way out, and never guessed wrong."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.source.span import SourceText
from regcheck.syntax.decode import decode
from regcheck.syntax.parse import parse_file

SPEC = "区分　災害拠点区分\n  地域災害拠点病院、基幹災害拠点病院\n"


def code(content: bytes) -> str:
    found = decode("案.regspec", content)
    assert isinstance(found, Diagnostic)
    return found.code.id


def test_utf8_with_and_without_mark_and_with_crlf() -> None:
    for content in (SPEC.encode(), SPEC.encode("utf-8-sig"), SPEC.replace("\n", "\r\n").encode()):
        source = decode("案.regspec", content)
        assert isinstance(source, SourceText)
        parsed = parse_file(source)
        assert not parsed.diagnostics
        assert len(parsed.file.items) == 1


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (SPEC.encode("cp932"), "RC001"),
        (SPEC.encode("utf-16"), "RC002"),
        (SPEC.encode("utf-16-be"), "RC003"),
        ("abc def".encode("utf-16-le"), "RC002"),
        (SPEC.encode("euc-jp"), "RC003"),
        (SPEC.encode("iso-2022-jp"), "RC003"),
        (b"\xff\xff\xff", "RC003"),
        (SPEC.encode() + b"\0", "RC004"),
        (b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00\x21\x00\xe9\xe9", "RC003"),
    ],
)
def test_other_bytes_are_named(content: bytes, expected: str) -> None:
    assert code(content) == expected


def test_the_command_that_converts_names_the_file() -> None:
    found = decode("案.regspec", SPEC.encode("cp932"))
    assert isinstance(found, Diagnostic)
    assert "iconv -f CP932 -t UTF-8 '案.regspec' > '案.regspec.utf8'" in found.payload.ja().advice
    assert "iconv" in found.payload.en().advice


def test_the_line_of_a_nul_byte_is_told() -> None:
    found = decode("案.regspec", SPEC.encode() + b"\n\0")
    assert isinstance(found, Diagnostic)
    assert "4行目" in found.payload.ja().headline


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text_or_a_finding(content: bytes) -> None:
    found = decode("x", content)
    assert isinstance(found, SourceText) or found.payload.ja().headline
