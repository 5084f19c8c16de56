"""regcheck generate: only what is proved is printed, the same bytes every time, nothing half written."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.surface.running import regcheck

from regcheck.app.writing import files_below

OUT = Path("demo/generated/demo")


def tree(folder: Path) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files_below(folder).items()}


def test_a_report_that_is_not_green_prints_nothing(example: Path) -> None:
    ran = regcheck("generate", "demo")
    assert (ran.code, ran.out) == (1, "")
    assert "RC301" in ran.err
    assert "検査が済んでいないため文書を作りません（指摘1件、証明されていない検査1件）" in ran.err
    assert not OUT.exists()


def test_what_is_undecided_is_not_printed_either(mended: Path) -> None:
    ran = regcheck("generate", "demo", "--config", "prove.rlimit=1")
    assert ran.code == 3
    assert not OUT.exists()


def test_a_draft_says_that_it_is_one(example: Path) -> None:
    ran = regcheck("generate", "demo", "--draft")
    assert (ran.code, ran.out) == (0, "")
    assert "未検証" in (OUT / "index.html").read_text(encoding="utf-8")
    assert json.loads((OUT / "MANIFEST.json").read_text(encoding="utf-8"))["draft"] is True


def test_documents_of_a_green_report_are_fresh_afterwards(mended: Path) -> None:
    assert regcheck("generate", "demo").code == 0
    ran = regcheck("generate", "demo", "--check")
    assert (ran.code, ran.out) == (0, "")
    listed = json.loads((OUT / "MANIFEST.json").read_text(encoding="utf-8"))
    assert {*listed["documents"], "MANIFEST.json"} == set(tree(OUT))
    assert set(listed["inputs"]) == {"facilities.regspec", "facts/facilities.csv"}


def test_the_bytes_do_not_depend_on_where_we_stand(mended: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    regcheck("generate", "demo", "--out", "first")
    first = tree(Path("first"))
    monkeypatch.chdir("demo/facts")
    assert regcheck("generate", "..", "--out", "../../second").code == 0
    assert tree(Path("../../second")) == first


def test_the_bytes_do_not_depend_on_where_the_project_lies(tmp_path: Path) -> None:
    trees = []
    for place in ("here", "there/below"):
        folder = tmp_path / place
        (folder / "law").mkdir(parents=True)
        (folder / "draft").mkdir()
        (folder / "law/act.regspec").write_text(
            "法令「法」\n  種別　法律\n  題名　「法」\n", encoding="utf-8"
        )
        spec = "利用「../law/act.regspec」\n\n対象　病院\n  承認：真偽\n\n定義「甲」：病院\n  出典　「法」第一条\n  承認があること\n"
        (folder / "draft/a.regspec").write_text(spec, encoding="utf-8")
        assert regcheck("generate", str(folder / "draft"), "--draft", "--out", str(folder / "out")).code == 0
        trees.append(tree(folder / "out"))
    assert trees[0] == trees[1]
    assert str(tmp_path) not in trees[0]["index.html"].decode()


def test_check_names_what_differs_and_writes_nothing(mended: Path) -> None:
    assert regcheck("generate", "demo", "--check").code == 1
    assert not OUT.exists()
    regcheck("generate", "demo")
    index = OUT / "index.html"
    index.write_bytes(index.read_bytes() + b" ")
    (OUT / "MANIFEST.json").unlink()
    (OUT / "notes.txt").write_bytes(b"")
    before = tree(OUT)
    ran = regcheck("generate", "demo", "--check")
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "内容が違います：demo/generated/demo/index.html",
        "ありません：demo/generated/demo/MANIFEST.json",
        "余分です：demo/generated/demo/notes.txt",
    ]
    assert tree(OUT) == before


def test_a_change_of_the_spec_makes_documents_stale(mended: Path) -> None:
    regcheck("generate", "demo")
    facts = mended / "facts" / "facilities.csv"
    facts.write_bytes(facts.read_bytes().replace(b",80", b",81"))
    ran = regcheck("generate", "demo", "--check")
    assert ran.code == 1
    assert "内容が違います：demo/generated/demo/MANIFEST.json" in ran.out


@pytest.mark.parametrize("error", [OSError("full"), KeyboardInterrupt()])
def test_a_failure_in_the_middle_leaves_the_old_documents(
    mended: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    regcheck("generate", "demo")
    before = tree(Path("demo"))
    written = Path.write_bytes

    def failing(path: Path, data: bytes) -> int:
        if path.name == "index.html":
            raise error
        return written(path, data)

    monkeypatch.setattr(Path, "write_bytes", failing)
    ran = regcheck("generate", "demo")
    assert ran.code == (130 if isinstance(error, KeyboardInterrupt) else 2)
    assert tree(Path("demo")) == before


def test_a_folder_with_other_files_is_left_alone(mended: Path) -> None:
    ran = regcheck("generate", "demo", "--out", "demo")
    assert ran.code == 2
    assert "この道具が作ったのではないファイル" in ran.err
    assert (mended / "facilities.regspec").exists()
    assert not (mended / "index.html").exists()


def test_more_than_one_specification_is_a_mistake(mended: Path) -> None:
    (mended / "second").mkdir()
    (mended / "second" / "x.regspec").write_bytes(b"")
    ran = regcheck("generate", "demo")
    assert (ran.code, ran.out) == (2, "")
    assert "仕様を一つだけ指定してください" in ran.err
