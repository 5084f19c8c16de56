"""Protects: the outline beside a specification is read with its texts, and what is wrong with a file is told by its name."""

from __future__ import annotations

from pathlib import Path

from regcheck.app.names import Names
from regcheck.app.outlines import ReadOutline, outline_beside

OUTLINE = """
title = "見本に関する省令"
enactment = "見本を定める。"
[[article]]
id = "甲"
caption = "甲"
[[supplement]]
id = "施行"
caption = "施行期日"
"""


def _read(
    folder: Path, outline: bytes | None = None, text: bytes = "甲とする。".encode()
) -> ReadOutline | None:
    place = folder / "ordinance"
    place.mkdir()
    (place / "outline.toml").write_bytes(OUTLINE.encode() if outline is None else outline)
    (place / "甲.j2").write_bytes(text)
    (place / "施行.j2").write_text("公布の日から施行する。", encoding="utf-8")
    return outline_beside(folder, Names(folder))


def test_a_specification_without_outline_has_none(tmp_path: Path) -> None:
    assert outline_beside(tmp_path, Names(tmp_path)) is None


def test_texts_are_known_by_id_and_file(tmp_path: Path) -> None:
    found = _read(tmp_path)
    assert found is not None
    assert found.outline is not None
    assert found.outline.texts["甲"] == "甲とする。"
    assert found.outline.names["甲"] == "ordinance/甲.j2"
    assert sorted(found.files) == ["ordinance/outline.toml", "ordinance/施行.j2", "ordinance/甲.j2"]


def test_a_file_that_is_no_toml_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, b"title = ")
    assert found is not None
    (told,) = found.diagnostics
    assert told.place is not None
    assert told.place.file == "ordinance/outline.toml"


def test_a_text_in_another_encoding_is_told(tmp_path: Path) -> None:
    found = _read(tmp_path, text="甲とする。".encode("shift_jis"))
    assert found is not None
    assert [one.place.file for one in found.diagnostics if one.place] == ["ordinance/甲.j2"]


def test_toml_that_is_broken_is_told_at_its_line(tmp_path: Path) -> None:
    found = _read(tmp_path, OUTLINE.replace('caption = "甲"', 'caption = "甲').encode())
    assert found is not None
    (problem,) = found.diagnostics
    source = found.sources["ordinance/outline.toml"]
    assert problem.place is not None
    assert source.line(source.line_of(problem.place.start)) == 'caption = "甲'
