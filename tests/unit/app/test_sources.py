"""Protects: a file that cannot be read is a finding, under the name that the user knows it by."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.app.sources import read_source
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.source.span import SourceText


def test_the_text_and_its_bytes_have_one_name(tmp_path: Path) -> None:
    (tmp_path / "法.law.txt").write_bytes("題名\n".encode())
    kept: dict[str, bytes] = {}
    assert read_source(tmp_path / "法.law.txt", "laws/法.law.txt", kept) == SourceText(
        "laws/法.law.txt", "題名\n"
    )
    assert kept == {"laws/法.law.txt": "題名\n".encode()}


def test_without_a_name_it_is_the_shown_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "甲.txt").write_bytes(b"")
    monkeypatch.chdir(tmp_path)
    assert read_source(Path("甲.txt")) == SourceText("甲.txt", "")


@pytest.mark.parametrize("name", ["無.txt", "."])
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str) -> None:
    kept: dict[str, bytes] = {}
    found = read_source(tmp_path / name, "甲.txt", kept)
    assert isinstance(found, Diagnostic)
    assert (found.place.file if found.place else "", kept) == ("甲.txt", {})
    assert "「甲.txt」" in found.payload.ja().headline
