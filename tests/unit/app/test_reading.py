"""Reading a project: the closure of 利用, the files of 事実表, and nothing that is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.app.projects import find_projects
from regcheck.app.reading import Loaded, load


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def put(name: str, text: str) -> None:
    file = Path(name)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def loaded(path: str) -> Loaded:
    (project,), _ = find_projects([Path(path)])
    return load(project)


def test_what_is_used_is_read_and_owes_nothing() -> None:
    put("specs/medical/a.regspec", "利用「../act/act.regspec」\n")
    put("specs/act/act.regspec", "\ufeff利用　「order.regspec」\r\n")
    put("specs/act/order.regspec", "")
    put("specs/act/other.regspec", "")
    found = loaded("specs/medical")
    assert set(found.files) == {
        "specs/medical/a.regspec",
        "specs/act/act.regspec",
        "specs/act/order.regspec",
    }
    assert found.own == {"specs/medical/a.regspec"}


def test_a_circle_ends_and_a_missing_file_is_left_to_the_parser() -> None:
    put("a/a.regspec", "利用「../b/b.regspec」\n利用「gone.regspec」\n")
    put("b/b.regspec", "利用「../a/a.regspec」\n")
    found = loaded("a")
    assert set(found.files) == {"a/a.regspec", "b/b.regspec"}
    assert found.diagnostics == ()


def test_fact_files_are_read_beside_the_spec() -> None:
    put(
        "specs/a.regspec",
        "事実表「一覧」：病院\n  資料「facts/h.csv」　時点　令和七年四月一日\n出典　資料「第2回資料」\n",
    )
    put("specs/facts/h.csv", "名称\n")
    assert dict(loaded("specs").facts) == {"specs/facts/h.csv": "名称\n".encode()}


def test_a_use_in_a_comment_or_a_sentence_is_not_read() -> None:
    put("a/a.regspec", "# 利用「b.txt」\n定義「X」：Y\n  備考　「利用「b.txt」」\n")
    put("a/b.txt", "")
    assert set(loaded("a").files) == {"a/a.regspec"}


def test_a_file_that_cannot_be_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    put("a/a.regspec", "")

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert [d.code.name for d in loaded("a").diagnostics] == ["unreadable-file"]


def test_strange_names_do_no_harm() -> None:
    put("a/a.regspec", "利用「\0」\n利用「" + "x" * 5000 + "」\n利用「..」\n")
    assert set(loaded("a").files) == {"a/a.regspec"}


def test_a_file_has_one_name_also_when_the_way_leads_out_and_back(monkeypatch: pytest.MonkeyPatch) -> None:
    put("specs/medical/m.regspec", "利用「../act/act.regspec」\n")
    put("specs/act/act.regspec", "利用「../medical/m.regspec」\n")
    here = Path.cwd().as_posix()
    monkeypatch.chdir("specs/medical")
    found = loaded(".")
    assert set(found.files) == {f"{here}/specs/medical/m.regspec", f"{here}/specs/act/act.regspec"}
    assert found.own == {f"{here}/specs/medical/m.regspec"}
