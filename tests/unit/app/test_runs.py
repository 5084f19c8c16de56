"""Whole runs on disk: found for the same inputs only, and never when damaged."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from regcheck.app import runs as module
from regcheck.app.projects import find_projects
from regcheck.app.runs import Run, Runs
from regcheck.app.workspace import Read, Workspace

RUN = Run(text="結果\n".encode(), code=1, obligations=40)
KEY = bytes(range(32))


@pytest.fixture
def specs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "specs"
    folder.mkdir()
    (folder / "a.regspec").write_text("利用「../act/b.regspec」\n  資料「f.csv」\n", encoding="utf-8")
    (folder / "f.csv").write_text("名称\n", encoding="utf-8")
    (tmp_path / "act").mkdir()
    (tmp_path / "act" / "b.regspec").write_text("# 法\n", encoding="utf-8")
    return folder


def read(baseline: Path | None = None) -> list[Read]:
    projects, problems = find_projects([Path("specs")])
    assert problems == []
    workspace = Workspace(rlimit=1, baseline=baseline)
    return [workspace.read(project) for project in projects]


def test_a_run_is_found_again(tmp_path: Path) -> None:
    assert Runs(tmp_path, b"").find(KEY) is None
    Runs(tmp_path, b"").keep(KEY, RUN)
    assert Runs(tmp_path, b"").find(KEY) == RUN
    assert Runs(tmp_path, b"").find(bytes(32)) is None


@pytest.mark.parametrize("file", ["specs/a.regspec", "specs/f.csv", "act/b.regspec", "specs/baseline.toml"])
def test_every_file_counts(specs: Path, file: str) -> None:
    runs = Runs(specs, b"program")
    before = runs.key(("full",), read())
    assert before == runs.key(("full",), read())
    with Path(file).open("ab") as stream:
        stream.write(b" ")
    assert runs.key(("full",), read()) not in (before, None)


def test_a_file_that_comes_or_goes_counts(specs: Path) -> None:
    runs = Runs(specs, b"program")
    before = runs.key(("full",), read())
    Path("act/b.regspec").unlink()
    without = runs.key(("full",), read())
    (specs / "c.regspec").write_text("", encoding="utf-8")
    assert len({before, without, runs.key(("full",), read())}) == 3


def test_the_program_and_what_is_asked_count(specs: Path) -> None:
    keys = {
        Runs(specs, stamp).key(asked, read(baseline))
        for stamp in (b"one", b"two")
        for asked in (("full", "ja"), ("full", "en"), ("fullja",))
        for baseline in (None, Path("other.toml"))
    }
    assert len(keys) == 12


def test_a_place_where_files_move_between_names_counts(specs: Path) -> None:
    runs = Runs(specs, b"program")
    before = runs.key((), read())
    (specs / "a.regspec").rename(specs / "z.regspec")
    assert runs.key((), read()) != before


def test_what_cannot_be_read_has_no_key(specs: Path) -> None:
    (specs / "baseline.toml").mkdir()
    assert Runs(specs, b"program").key((), read()) is None


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 500])
def test_a_damaged_run_is_none(tmp_path: Path, damage: bytes) -> None:
    Runs(tmp_path, b"").keep(KEY, RUN)
    (tmp_path / "runs" / KEY.hex()).write_bytes(damage)
    runs = Runs(tmp_path, b"")
    assert runs.find(KEY) is None
    assert runs.broken
    runs.keep(KEY, RUN)
    assert Runs(tmp_path, b"").find(KEY) == RUN


def test_a_run_under_the_name_of_another_is_none(tmp_path: Path) -> None:
    runs = Runs(tmp_path, b"")
    runs.keep(KEY, RUN)
    (tmp_path / "runs" / KEY.hex()).rename(tmp_path / "runs" / bytes(32).hex())
    assert runs.find(bytes(32)) is None
    assert runs.broken


def test_the_oldest_make_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_RUNS", 3)
    runs = Runs(tmp_path, b"")
    for number in range(5):
        runs.keep(bytes([number] * 32), RUN)
        os.utime(tmp_path / "runs" / bytes([number] * 32).hex(), (number, number))
    kept = [number for number in range(5) if runs.find(bytes([number] * 32)) is not None]
    assert kept == [2, 3, 4]
    monkeypatch.setattr(module, "MOST_BYTES", 1)
    runs.keep(KEY, RUN)
    assert runs.sizes() == []


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    runs = Runs(tmp_path / "file", b"")
    runs.keep(KEY, RUN)
    assert runs.find(KEY) is None
    assert (runs.broken, runs.sizes()) == (False, [])


def test_clearing_leaves_nothing(tmp_path: Path) -> None:
    runs = Runs(tmp_path, b"")
    runs.clear()
    runs.keep(KEY, RUN)
    assert len(runs.sizes()) == 1
    runs.clear()
    assert runs.sizes() == []
