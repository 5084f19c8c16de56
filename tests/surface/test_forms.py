"""regcheck generate with 様式: files of their own, and what stands in their way, shown in its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.surface.running import regcheck
from tests.surface.test_ordinance import OUTLINE, SPEC, TEXTS

FIELDS = """
[[form.field]]
label = "名称"
answers = "届出"

[[form.field]]
label = "病床数"
answers = "法第一条"
"""


@pytest.fixture
def outline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "draft" / "ordinance"
    place.mkdir(parents=True)
    (tmp_path / "draft" / "a.regspec").write_text(SPEC, encoding="utf-8")
    for name, text in TEXTS.items():
        (place / f"{name}.j2").write_text(text + "\n", encoding="utf-8")
    return place / "outline.toml"


def _generate(outline: Path, fields: str, *options: str) -> tuple[int, str]:
    outline.write_text(OUTLINE + fields, encoding="utf-8")
    ran = regcheck("generate", "draft", "--draft", "--out", "out", *options)
    return ran.code, ran.err


def test_one_form_is_made_alone(outline: Path) -> None:
    assert _generate(outline, FIELDS, "--only", "forms/01.docx")[0] == 0
    made = sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*") if path.is_file())
    assert "forms/01.docx" in made
    assert "ordinance.docx" not in made


def test_a_field_that_stands_twice_is_shown_in_both_places_and_nothing_is_written(outline: Path) -> None:
    code, said = _generate(outline, FIELDS.replace("病床数", "名称"))
    lines = (OUTLINE + FIELDS).split("\n")
    first, second = (n for n, line in enumerate(lines, 1) if line == "[[form.field]]")
    assert code == 1
    assert "RC856" in said
    assert f"ordinance/outline.toml:{second}:1" in said
    assert f"{first} |" in said
    assert not Path("out").exists()


def test_a_field_that_answers_nothing_is_shown_in_its_line(outline: Path) -> None:
    code, said = _generate(outline, FIELDS.replace('"届出"', '"届け出"'))
    assert code == 1
    assert "RC891" in said
    assert "「届出」のことではありませんか" in said
    assert "ordinance/outline.toml:" in said
