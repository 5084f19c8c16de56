"""Protects: import-law says what it read and what it found, converts, and refuses what it cannot read."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from tests.surface.running import regcheck

ORDINANCE = """試験に関する省令
（令和八年厚生労働省令第三号）

  （基準）
第一条　試験法（令和四年法律第一号。以下「法」という。）第一条第一項の厚生労働省令で定める基準は、次の各号のいずれにも該当することとする。
  一　病床の数が四百以上であること。
  二　救急を行うこと。

第二条　法第一条第二項及び前条の規定による届出は、書面による。
"""
ACT = """試験法
（令和四年法律第一号）

第一条　大臣は、厚生労働省令で定める基準に該当する者を指定する。
２　指定を受けた者は、届け出る。
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "省令.law.txt").write_text(ORDINANCE, encoding="utf-8")
    (tmp_path / "法.law.txt").write_text(ACT, encoding="utf-8")


def test_it_says_what_it_read() -> None:
    ran = regcheck("import-law", "省令.law.txt", "法.law.txt")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[:5] == [
        "省令.law.txt",
        "  試験に関する省令（令和八年厚生労働省令第三号）",
        "  条項  条2、項2、号2",
        "  参照  行き先あり3",
        "  用語  1",
    ]
    english = regcheck("import-law", "省令.law.txt", "--lang", "en")
    assert "references  1 followed、2 into texts that are not at hand" in english.out


def test_a_reference_into_another_law_is_followed() -> None:
    Path("法.law.txt").write_text(ACT.split("２")[0], encoding="utf-8")
    ran = regcheck("import-law", "省令.law.txt", "法.law.txt")
    assert ran.code == 1
    assert "RC740 dangling-reference" in ran.out
    assert "第一条第二項" in ran.out
    assert "^^^^^^^^^^^^" in ran.out


SHIPPED = (files("regcheck.render") / "law-1.schema.json").read_text(encoding="utf-8")


def test_the_published_schema_is_the_one_that_is_shipped() -> None:
    root = Path(__file__).parents[2]
    assert (root / "docs" / "law-1.schema.json").read_text(encoding="utf-8") == SHIPPED


def test_the_object_for_programs() -> None:
    ran = regcheck("import-law", "省令.law.txt", "法.law.txt", "--format", "json")
    read = json.loads(ran.out)
    jsonschema.validate(read, json.loads(SHIPPED))
    assert read["schema"] == "regcheck-law/1"
    own, act = read["laws"]
    assert (own["title"], own["number"], own["kind"]) == (
        "試験に関する省令",
        "令和八年厚生労働省令第三号",
        "MinisterialOrdinance",
    )
    assert own["summary"] == {
        "articles": 2,
        "references": {"found": 3, "missing": 0, "elsewhere": 0},
        "findings": 0,
    }
    assert {
        "address": "第一条第一項第一号",
        "caption": "",
        "text": "一　病床の数が四百以上であること。",
    } in own["provisions"]
    assert own["references"][1] == {
        "at": "第二条第一項",
        "text": "第一条第二項",
        "law": "令和四年法律第一号",
        "targets": ["第一条第二項"],
        "from": None,
        "status": "found",
    }
    assert act["number"] == "令和四年法律第一号"


def test_there_and_back() -> None:
    written = regcheck("import-law", "省令.law.txt", "--to", "xml")
    assert written.code == 0
    Path("省令.xml").write_text(written.out, encoding="utf-8")
    back = regcheck("import-law", "省令.xml", "--to", "lawtext")
    assert (back.code, back.out) == (0, ORDINANCE)
    assert regcheck("import-law", "省令.xml", "法.law.txt").code == 0


def test_safe_fixes_are_made_on_the_way_out() -> None:
    Path("古い.law.txt").write_text(
        ORDINANCE.replace("行うこと。", "行うこと").replace("及び", "および"), encoding="utf-8"
    )
    before = Path("古い.law.txt").read_bytes()
    ran = regcheck("import-law", "古い.law.txt", "--fix")
    assert (ran.code, ran.out) == (0, ORDINANCE)
    assert ran.err == "2か所を直しました。元のファイルは変えていません。\n"
    assert Path("古い.law.txt").read_bytes() == before
    as_xml = regcheck("import-law", "古い.law.txt", "--fix", "--to", "xml", "--lang", "en")
    assert as_xml.out == regcheck("import-law", "省令.law.txt", "--to", "xml").out
    assert as_xml.err == "2 places mended. The file itself is unchanged.\n"


def test_what_no_fix_mends_is_told_beside_the_mended_text() -> None:
    Path("誤り.law.txt").write_text(
        ORDINANCE.replace("及び前条", "および前条").replace("書面", "第九条の書面"), encoding="utf-8"
    )
    ran = regcheck("import-law", "誤り.law.txt", "--fix")
    assert (ran.code, ran.out) == (1, ORDINANCE.replace("書面", "第九条の書面"))
    assert "RC740" in ran.err
    assert "RC754" not in ran.err


def test_a_file_that_cannot_be_read_is_not_mended() -> None:
    Path("空.law.txt").write_text("", encoding="utf-8")
    ran = regcheck("import-law", "空.law.txt", "--fix")
    assert (ran.code, ran.out) == (1, "")
    assert "RC732" in ran.err


def test_a_file_that_breaks_the_schema_makes_nothing() -> None:
    text = regcheck("import-law", "省令.law.txt", "--to", "xml").out
    Path("誤.xml").write_text(text.replace('<Item Num="1">', "<Item>"), encoding="utf-8")
    for args in ([], ["--to", "lawtext"]):
        ran = regcheck("import-law", "誤.xml", *args)
        assert ran.code == 1
        told = ran.out + ran.err
        assert "RC731 law-breaks-schema" in told
        assert "属性「Num」がありません" in told
        assert "/Law/LawBody/MainProvision/Article[1]/Paragraph/Item[1]" in told
        assert "Traceback" not in told
    assert regcheck("import-law", "誤.xml", "--to", "lawtext").out == ""
    read = json.loads(regcheck("import-law", "誤.xml", "--format", "json").out)
    assert read["laws"][0]["provisions"] == []
    assert read["laws"][0]["diagnostics"][0]["line"] > 1
    jsonschema.validate(read, json.loads(SHIPPED))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("頁.xml", b"<html>", "RC730"),
        ("頁2.xml", b"<html/>", "RC731"),
        ("空.law.txt", b"", "RC732"),
        ("空.md", b"", "RC732"),
        ("文字.law.txt", "第一条　甲とする。".encode("cp932"), "RC001"),
        ("字下げ.law.txt", "第一条　甲とする。\n      （１）　乙\n".encode(), "RC733"),
    ],
)
def test_a_bad_file_is_told_beside_the_good_ones(name: str, content: bytes, code: str) -> None:
    Path(name).write_bytes(content)
    ran = regcheck("import-law", name, "省令.law.txt")
    assert ran.code == 1
    assert code in ran.out
    assert "試験に関する省令" in ran.out


def test_mistakes_of_usage() -> None:
    none = regcheck("import-law")
    assert (none.code, none.out) == (2, "")
    assert "「FILE」がありません" in none.err
    assert regcheck("import-law", "どこにもない.xml").code == 2
    both = regcheck("import-law", "省令.law.txt", "法.law.txt", "--to", "xml")
    assert (both.code, both.out) == (2, "")
    assert "--to" in both.err
    assert regcheck("import-law", "省令.law.txt", "--to", "docx").code == 2


def test_lawtext_is_read_without_the_xml_library() -> None:
    code = (
        "import sys; from regcheck.surface.cli.main import run; run(['import-law', '省令.law.txt'])\n"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'lxml', 'z3', 'lark'}), file=sys.stderr)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stderr.strip() == "[]"


def test_two_runs_give_the_same_bytes() -> None:
    first = regcheck("import-law", "省令.law.txt", "法.law.txt", "--format", "json")
    assert regcheck("import-law", "省令.law.txt", "法.law.txt", "--format", "json").out == first.out
