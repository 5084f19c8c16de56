"""The stamp of the program: another program, another stamp."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import regcheck
from regcheck.app.stamp import files, libraries, program_stamp


def test_the_same_program_has_the_same_stamp() -> None:
    assert program_stamp() == program_stamp()
    assert len(program_stamp()) == 32


def _edit(folder: Path) -> None:
    (folder / "inner" / "a.py").write_text("x = 22\n", encoding="utf-8")


def _touch(folder: Path) -> None:
    os.utime(folder / "inner" / "a.py", ns=(1, 1))


def _add(folder: Path) -> None:
    (folder / "b.lark").write_text("", encoding="utf-8")


def _move(folder: Path) -> None:
    (folder / "inner" / "a.py").rename(folder / "a.py")


@pytest.mark.parametrize("change", [_edit, _touch, _add, _move])
def test_a_change_of_a_file_is_seen(tmp_path: Path, change: Callable[[Path], None]) -> None:
    (tmp_path / "inner").mkdir()
    (tmp_path / "inner" / "a.py").write_text("x = 1\n", encoding="utf-8")
    before = files(str(tmp_path))
    change(tmp_path)
    assert files(str(tmp_path)) != before


@pytest.mark.parametrize("name", ["__pycache__/a.pyc", "help/a.md", "documents/a.py", "law/a.py", "a.md"])
def test_what_answers_nothing_does_not_count(tmp_path: Path, name: str) -> None:
    before = files(str(tmp_path))
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_bytes(b"")
    assert files(str(tmp_path)) == before


def test_every_module_that_may_answer_counts() -> None:
    """What makes no answer knows no statutory text: an import contract keeps the two folders apart."""
    package = Path(regcheck.__file__).parent
    counted = {line.rsplit(" ", 2)[0] for line in files(str(package))}
    silent = {"documents", "law"}
    wanted = {str(m) for m in package.rglob("*.py") if m.relative_to(package).parts[0] not in silent}
    assert len(wanted) > 300
    assert wanted <= counted


def test_the_version_of_a_library_is_seen(tmp_path: Path) -> None:
    (tmp_path / "z3_solver-4.16.0.dist-info").mkdir()
    assert list(libraries([str(tmp_path), "no such folder"])) == ["z3_solver-4.16.0.dist-info"]
    assert any(name.startswith("z3_solver-") for name in libraries(sys.path))
