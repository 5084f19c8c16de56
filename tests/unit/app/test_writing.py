"""Writing: what was there stays whole if anything fails, and nothing is left beside it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from regcheck.app.writing import files_below, replace_file, replace_folder


def tree(folder: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files_below(folder).items()}


def test_a_folder_holds_exactly_the_new_files(tmp_path: Path) -> None:
    replace_folder(tmp_path / "out", {"a.md": b"1", "b/c.md": b"2"})
    replace_folder(tmp_path / "out", {"b/c.md": b"3"})
    assert tree(tmp_path) == {"out/b/c.md": b"3"}


@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt()])
def test_a_failure_while_filling_leaves_the_old_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    replace_folder(tmp_path / "out", {"a.md": b"old", "b.md": b"old"})
    written = Path.write_bytes

    def failing(path: Path, data: bytes) -> int:
        if path.name == "b.md":
            raise error
        return written(path, data)

    monkeypatch.setattr(Path, "write_bytes", failing)
    with pytest.raises(type(error)):
        replace_folder(tmp_path / "out", {"a.md": b"new", "b.md": b"new"})
    assert tree(tmp_path) == {"out/a.md": b"old", "out/b.md": b"old"}


def test_a_failure_while_moving_in_brings_the_old_folder_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_folder(tmp_path / "out", {"a.md": b"old"})
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name == "new":
            raise OSError("busy")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="busy"):
        replace_folder(tmp_path / "out", {"a.md": b"new"})
    assert tree(tmp_path) == {"out/a.md": b"old"}


def test_the_old_files_are_never_thrown_away_without_new_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace_folder(tmp_path / "out", {"a.md": b"old"})
    rename = Path.rename

    def failing(path: Path, target: Path) -> Path:
        if path.name != "out":
            raise OSError("busy")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(OSError, match="busy"):
        replace_folder(tmp_path / "out", {"a.md": b"new"})
    assert b"old" in tree(tmp_path).values()


def test_what_another_process_left_aside_stays(tmp_path: Path) -> None:
    for number in range(2):
        (tmp_path / f".a.regspec.{os.getpid()}-{number}").write_bytes(b"left")
    replace_file(tmp_path / "a.regspec", b"new")
    assert sorted(tree(tmp_path).values()) == [b"left", b"left", b"new"]


def test_a_file_keeps_its_mode_and_a_failure_keeps_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.regspec"
    file.write_bytes(b"old")
    file.chmod(0o640)
    replace_file(file, b"new")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"new", 0o640)

    monkeypatch.setattr("regcheck.app.writing.os.fdopen", _fail)
    with pytest.raises(OSError, match="full"):
        replace_file(file, b"newer")
    assert tree(tmp_path) == {"a.regspec": b"new"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    replace_file(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def _fail(*_: object) -> None:
    raise OSError("full")
