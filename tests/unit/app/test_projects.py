"""Which specifications the paths mean: a folder is one, a parent is every one below, a file owes alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.app.projects import all_spec_files, default_paths, find_projects


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("specs/act/act.regspec", "specs/medical/b.regspec", "specs/medical/a.regspec"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("", encoding="utf-8")
    (tmp_path / "specs/.hidden").mkdir()
    (tmp_path / "specs/.hidden/x.regspec").write_text("", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def names(*paths: str) -> list[tuple[str, list[str], list[str]]]:
    projects, problems = find_projects([Path(path) for path in paths])
    assert not problems
    return [(p.name, [f.name for f in p.files], [f.name for f in p.own]) for p in projects]


def test_every_folder_below_is_one_specification() -> None:
    assert names("specs") == [
        ("specs/act", ["act.regspec"], ["act.regspec"]),
        ("specs/medical", ["a.regspec", "b.regspec"], ["a.regspec", "b.regspec"]),
    ]


def test_a_file_owes_alone_but_knows_the_files_beside_it() -> None:
    assert names("specs/medical/b.regspec") == [
        ("specs/medical/b.regspec", ["a.regspec", "b.regspec"], ["b.regspec"])
    ]


def test_each_specification_is_taken_once() -> None:
    assert [name for name, _, _ in names("specs/act", "specs", "./specs/act")] == [
        "specs/act",
        "specs/medical",
    ]


def test_a_folder_without_specs_is_told() -> None:
    projects, problems = find_projects([Path("empty"), Path("specs/act")])
    assert [p.name for p in projects] == ["specs/act"]
    assert [p.code.name for p in problems] == ["no-specification"]


def test_the_default_is_specs_or_here(monkeypatch: pytest.MonkeyPatch, here: Path) -> None:
    assert default_paths() == [Path("specs")]
    monkeypatch.chdir(here / "specs" / "act")
    assert default_paths() == [Path()]
    assert names(".") == [(".", ["act.regspec"], ["act.regspec"])]


def test_all_spec_files_come_once_and_in_order() -> None:
    found = all_spec_files([Path("specs"), Path("specs/act/act.regspec")])
    assert [file.as_posix() for file in found] == [
        "specs/act/act.regspec",
        "specs/medical/a.regspec",
        "specs/medical/b.regspec",
    ]
