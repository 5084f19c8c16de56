"""regcheck generate: only what is proved is printed, the same bytes every time, nothing half written."""

from __future__ import annotations

import json
import subprocess
import sys
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


# ------------------------------------------------------------ some documents, settings


def test_one_document_is_made_beside_the_others(mended: Path) -> None:
    regcheck("generate", "demo")
    before = tree(OUT)
    (OUT / "population.csv").unlink()
    (OUT / "notes.txt").write_bytes(b"mine")
    ran = regcheck("generate", "demo", "--only", "population.csv")
    assert (ran.code, ran.out) == (0, "")
    assert tree(OUT) == {**before, "notes.txt": b"mine"}


def test_a_name_that_no_document_has_is_a_mistake_with_the_names(mended: Path) -> None:
    ran = regcheck("generate", "demo", "--only", "population.xls", "--only", "index.html")
    assert (ran.code, ran.out) == (2, "")
    assert "RC881" in ran.err
    assert "「population.csv」ではありませんか" in ran.err
    assert "index.html、index.md" in ran.err
    assert not OUT.exists()


def test_one_document_is_compared_and_no_other(mended: Path) -> None:
    regcheck("generate", "demo")
    (OUT / "index.html").write_bytes(b"mine")
    assert regcheck("generate", "demo", "--check", "--only", "population.csv").code == 0
    ran = regcheck("generate", "demo", "--check", "--only", "index.html")
    assert (ran.code, ran.out) == (1, "内容が違います：demo/generated/demo/index.html\n")


@pytest.mark.parametrize("by", ["file", "option"])
def test_formats_are_a_matter_of_settings(mended: Path, by: str) -> None:
    options = ["--config", "generate.formats=html,xml"] if by == "option" else []
    if by == "file":
        (mended / "regcheck.toml").write_text('[generate]\nformats = ["html", "xml"]\n', encoding="utf-8")
    assert regcheck("generate", "demo", *options).code == 0
    assert "population.csv" in tree(OUT)
    assert "population.docx" not in tree(OUT)


def test_a_format_that_there_is_not_is_told_with_those_there_are(mended: Path) -> None:
    ran = regcheck("generate", "demo", "--config", "generate.formats=html,doc")
    assert (ran.code, ran.out) == (2, "")
    assert "設定「generate.formats」の値「doc」は使えません" in ran.err
    assert "xml、law.txt、docx、html、pdf" in ran.err


# ------------------------------------------------------------ changed by hand


def test_what_was_changed_by_hand_is_shown_and_kept(mended: Path) -> None:
    regcheck("generate", "demo")
    for name, change in (("index.md", "直した行".encode()), ("population.docx", b"\xff\xfe")):
        (OUT / name).write_bytes(change)
    before = tree(OUT)
    ran = regcheck("generate", "demo")
    assert (ran.code, ran.out) == (2, "")
    assert "RC880" in ran.err
    assert "「index.md」、「population.docx」は、作られた後に手で直されている" in ran.err
    assert "\n  -直した行\n" in ran.err
    assert "「population.docx」は文字のファイルではない" in ran.err
    assert "Traceback" not in ran.err
    assert tree(OUT) == before


def test_force_discards_it(mended: Path) -> None:
    regcheck("generate", "demo")
    before = tree(OUT)
    (OUT / "index.md").write_bytes(b"mine")
    assert regcheck("generate", "demo", "--force").code == 0
    assert tree(OUT) == before


def test_a_document_that_is_made_no_more_is_not_removed_if_it_was_changed(mended: Path) -> None:
    regcheck("generate", "demo")
    (OUT / "population.docx").write_bytes(b"mine")
    ran = regcheck("generate", "demo", "--config", "generate.formats=html")
    assert ran.code == 2
    assert "「population.docx」は、もう作られない文書です" in ran.err
    assert (OUT / "population.docx").read_bytes() == b"mine"


@pytest.mark.parametrize("only", [[], ["--only", "index.html"]])
def test_a_file_in_the_place_of_the_folder_is_told(mended: Path, only: list[str]) -> None:
    Path("out").write_bytes(b"file")
    ran = regcheck("generate", "demo", "--out", "out", *only)
    assert (ran.code, ran.out) == (2, "")
    assert "RC883" in ran.err
    ran = regcheck("generate", "demo", "--out", "out/below", *only)
    assert ran.code == 2
    assert "RC040" in ran.err
    assert Path("out").read_bytes() == b"file"


# ------------------------------------------------------------ what is loaded


@pytest.mark.parametrize("name", ["index.html", "population.docx"])
def test_a_page_loads_no_typesetter(mended: Path, name: str) -> None:
    code = (
        "import sys; from regcheck.surface.cli.main import run;"
        f"print(run(['generate', 'demo', '--only', '{name}']),"
        " {m.split('.')[0] for m in sys.modules} & {'typst', 'fontTools', 'pylopdf_fonts_jp', 'docx', 'lxml'})"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "0 set()"
