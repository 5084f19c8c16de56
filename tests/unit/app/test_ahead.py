"""What is made ahead is made once, given to one, and over when its block is left."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from regcheck.app import crew, shared_reading, workspace
from regcheck.app.ahead import Ahead
from regcheck.app.forks import has_copies
from regcheck.app.projects import find_projects
from regcheck.app.workspace import Workspace
from regcheck.proof import libz3
from regcheck.proof.libz3 import Context
from regcheck.syntax.remembered import remembered

SPEC = """対象「病院」
  病床数：整数（床）
  医師数：整数（人）

定義「大病院」：病院
  出典　第二条
  次の各号のいずれにも該当すること。
    一　病床数が四百床以上であること
    二　医師数が十人以上であること

性質「小さくない」
  すべての病院について、大病院に該当するならば、病床数が三百床以上であること
"""


@pytest.fixture(autouse=True)
def threads() -> Iterator[None]:
    before = threading.active_count()
    yield
    assert threading.active_count() <= before  # those of other tests may end meanwhile


def test_it_is_made_in_another_thread_and_given_once() -> None:
    with Ahead(threading.current_thread) as ahead:
        made = ahead.take()
        assert made is not None and made is not threading.main_thread()
        assert ahead.take() is None


def test_it_is_made_while_the_block_goes_on() -> None:
    begun, go_on = threading.Event(), threading.Event()

    def make() -> str:
        begun.set()
        assert go_on.wait(10)
        return "made"

    with Ahead(make) as ahead:
        assert begun.wait(10)
        go_on.set()
        assert ahead.take() == "made"


def test_it_is_over_when_the_block_is_left_even_by_an_interruption() -> None:
    done = threading.Event()

    def make() -> None:
        go_on.wait(10)
        done.set()

    go_on = threading.Event()
    with pytest.raises(KeyboardInterrupt), Ahead(make):
        threading.Timer(0.05, go_on.set).start()
        raise KeyboardInterrupt
    assert done.is_set()


def test_it_need_not_wait_long_for_its_turns() -> None:
    ordinary = sys.getswitchinterval()
    with Ahead(threading.current_thread) as ahead:
        assert sys.getswitchinterval() < ordinary / 5
        ahead.take()
        assert sys.getswitchinterval() == ordinary
    with pytest.raises(KeyboardInterrupt), Ahead(threading.current_thread):
        raise KeyboardInterrupt
    assert sys.getswitchinterval() == ordinary


def test_what_cannot_be_made_is_none(capfd: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ImportError("libz3")

    with Ahead(fail) as ahead:
        assert ahead.take() is None
    assert capfd.readouterr() == ("", "")


# ------------------------------------------------------------ the solver of a check


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "a.regspec").write_text(SPEC, encoding="utf-8")
    return tmp_path


def _check(folder: Path, jobs: int = 1) -> list[threading.Thread]:
    """The threads in which contexts of the solver were made during a check."""
    made: list[threading.Thread] = []
    init = Context.__init__

    def noted(self: Context) -> None:
        made.append(threading.current_thread())
        init(self)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Context, "__init__", noted)
        projects, _ = find_projects([folder])
        reports = Workspace(rlimit=2_000_000, jobs=jobs).check(projects)
    assert [report.is_green for report in reports.values()] == [True]
    return made


def test_a_check_makes_one_context_and_beside_its_own_work(project: Path) -> None:
    (thread,) = _check(project)
    assert thread is not threading.main_thread()


@pytest.mark.skipif(not has_copies(), reason="processes are copied on Linux only")
def test_no_process_is_copied_beside_a_thread(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, beside = threading.active_count(), list[int]()
    fork = os.fork

    def noted() -> int:
        beside.append(threading.active_count() - before)
        return fork()

    for module in (crew, shared_reading):
        monkeypatch.setattr(module, "can_fork", lambda: True)  # whatever other tests have left running
    monkeypatch.setattr(os, "fork", noted)
    monkeypatch.setattr(workspace, "PAYS", 0)
    monkeypatch.setattr(shared_reading, "PAYS", 0)
    remembered().clear()
    _check(project, jobs=2)
    assert len(beside) == 2  # one reads, one decides
    assert max(beside) <= 0


def test_a_context_that_could_not_be_made_ahead_is_made_when_it_is_wanted(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = libz3.library

    def only_here() -> object:
        if threading.current_thread() is not threading.main_thread():
            raise ImportError
        return library()

    monkeypatch.setattr(libz3, "library", only_here)
    projects, _ = find_projects([project])
    (report,) = Workspace(rlimit=2_000_000).check(projects).values()
    assert report.is_green
