"""Protects: compare reads two versions, says what differs and what it means, and ends with a code that a script can trust."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

import jsonschema
import pytest
from tests.surface.running import PYTHON, regcheck

from regcheck.documents.instrument.fonts import has_support

OLD = """試験に関する省令
（令和八年厚生労働省令第三号）

第一条　届出は、第二条の様式による。

第二条　様式は、別に定める。
"""
NEW = OLD.replace("第二条　様式", "第二条　手数料は、徴収しない。\n\n第三条　様式").replace(
    "、第二条", "、第三条"
)
SPEC = """法令「法」
  種別　法律
  題名　「見本に関する法律」
  法令番号　「令和四年法律第四十三号」
  略称　法

対象　病院
  病床数：整数（床）　０以上一万以下
  承認：真偽

指定基準「基準」：病院
  条項　第一条
  出典　「法」第一条
  病床数が四百床以上であり、かつ、承認があること
"""
OUTLINE = """title = "見本に関する省令"
enactment = '{{ 法("第一条") }}の規定に基づき、この省令を定める。'
[[article]]
id = "基準"
caption = "指定の基準"
[[supplement]]
id = "施行期日"
caption = "施行期日"
"""
Put = Callable[[str, str | bytes], Path]


@pytest.fixture
def laws(put: Put) -> tuple[str, str]:
    put("old.law.txt", OLD)
    put("new.law.txt", NEW)
    return "old.law.txt", "new.law.txt"


@pytest.fixture
def specs(put: Put) -> tuple[str, str]:
    """Two folders that say the same."""
    for name in ("old", "new"):
        put(f"{name}/a.regspec", SPEC)
        put(f"{name}/ordinance/outline.toml", OUTLINE)
        put(f"{name}/ordinance/基準.j2", '{{ 法("第一条") }}の主務省令で定める{{ 項目("基準") }}\n')
        put(f"{name}/ordinance/施行期日.j2", "この省令は、公布の日から施行する。\n")
    return "old", "new"


def edit(name: str, before: str, after: str) -> None:
    file = Path(name)
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8")


# ------------------------------------------------------------ what it says


def test_it_shows_each_provision_in_one_line(laws: tuple[str, str]) -> None:
    ran = regcheck("compare", *laws)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines()[:7] == [
        "--- 試験に関する省令（令和八年厚生労働省令第三号）",
        "+++ 試験に関する省令（令和八年厚生労働省令第三号）",
        "    新設1、改正1、番号のみ1",
        "",
        "~ 第一条　届出は、[-第二条-]{+第三条+}の様式による。",
        "+ 第二条　手数料は、徴収しない。",
        "~ [-第二条-]{+第三条+}（略）",
    ]
    assert "第一条第一項：「第二条」→「第三条」（第二条→第三条）" in ran.out
    assert "added" in regcheck("compare", *laws, "--lang", "en").out


def test_equal_texts_end_with_zero(laws: tuple[str, str]) -> None:
    ran = regcheck("compare", laws[0], laws[0])
    assert ran.code == 0
    assert "条文に違いはありません" in ran.out


def test_a_reference_left_behind_is_a_finding(laws: tuple[str, str]) -> None:
    edit("new.law.txt", "、第三条", "、第二条")
    ran = regcheck("compare", *laws)
    assert ran.code == 1
    assert "RC770 reference-left-behind" in ran.out
    assert "--> new.law.txt:4:9" in ran.out
    told = regcheck("compare", *laws, "--format", "xml")
    assert "RC770" in told.err
    assert told.out.startswith("<?xml")


def test_the_object_has_the_published_shape(laws: tuple[str, str], specs: tuple[str, str]) -> None:
    schema = json.loads((files("regcheck.render") / "comparison-1.schema.json").read_text(encoding="utf-8"))
    edit("new/a.regspec", "四百床", "三百床")
    edit("new.law.txt", "、第三条", "、第二条")
    for pair in (laws, specs):
        made = json.loads(regcheck("compare", *pair, "--format", "json", "--draft").out)
        jsonschema.validate(made, schema)
        assert made["rows"]
    assert [(one["item"], one["kind"], one["provisions"]) for one in made["meanings"]] == [
        ("指定基準「基準」", "wider", ["第一条第一項"])
    ]
    root = Path(__file__).parents[2]
    shipped = (files("regcheck.render") / "comparison-1.schema.json").read_text(encoding="utf-8")
    assert (root / "docs" / "comparison-1.schema.json").read_text(encoding="utf-8") == shipped


# ------------------------------------------------------------ specifications


def test_two_specifications_are_compared_in_words_and_in_meaning(specs: tuple[str, str]) -> None:
    ran = regcheck("compare", *specs, "--draft")
    assert ran.code == 0
    assert "どの項目も同じ" in ran.out
    edit("new/a.regspec", "四百床", "三百床")
    ran = regcheck("compare", *specs, "--draft")
    assert ran.code == 1
    assert "[-四百-]{+三百+}床以上" in ran.out
    assert "指定基準「基準」  広がる：" in ran.out


def test_another_wording_of_the_same_meaning_is_a_difference_of_words_only(specs: tuple[str, str]) -> None:
    edit("new/a.regspec", "病床数が四百床以上であり", "病床数が三百九十九床を超え")
    ran = regcheck("compare", *specs, "--draft")
    assert ran.code == 1
    assert "どの項目も同じ" in ran.out
    assert "改正1" in ran.out


def test_a_meaning_that_nobody_knows_is_not_the_same(specs: tuple[str, str]) -> None:
    """Nothing of 大病院 is printed; its words changed, and the solver may not say whether its meaning did."""
    item = "\n定義「大病院」：病院\n  出典　「法」第一条\n  病床数が{}であること\n"
    for name, limit in (("old", "五百床以上"), ("new", "四百九十九床を超え、かつ、五百床以上")):
        with Path(f"{name}/a.regspec").open("a", encoding="utf-8") as file:
            file.write(item.format(limit))
    assert regcheck("compare", *specs, "--draft").code == 0
    ran = regcheck("compare", *specs, "--draft", "--no-cache", "--config", "prove.rlimit=1")
    assert ran.code == 3, ran.out
    assert "判定できない" in ran.out
    assert "RC780" in ran.out


def test_what_is_not_proved_is_refused(specs: tuple[str, str]) -> None:
    edit(
        "new/a.regspec",
        "病床数が四百床以上であり、かつ、承認がある",
        "病床数が四百床以上であり、かつ、病床数が三百床以下である",
    )
    edit("old/a.regspec", "四百床以上", "四百床以上の誤り")
    ran = regcheck("compare", *specs, "-o", "out.docx")
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("RC773") == 2
    assert not Path("out.docx").exists()


def test_two_days_of_one_specification_are_two_versions(specs: tuple[str, str]) -> None:
    edit("new/a.regspec", "  出典　「法」第一条\n", "  出典　「法」第一条\n  失効　令和九年四月一日\n")
    later = SPEC[SPEC.index("指定基準") :].replace("四百床", "三百床")
    with Path("new/a.regspec").open("a", encoding="utf-8") as file:
        file.write("\n" + later.replace("  出典", "  施行　令和九年四月一日\n  出典"))
    days = ("--as-of-old", "2027-03-31", "--as-of-new", "2027-04-01")
    ran = regcheck("compare", "new", "new", *days, "--draft")
    assert "[-四百-]{+三百+}床以上" in ran.out
    assert "広がる" in ran.out
    assert ran.code == 1


# ------------------------------------------------------------ files


@pytest.mark.parametrize("name", ["out.xml", "out.law.txt", "out.docx", "out.html", "out.pdf"])
def test_the_name_of_the_file_says_the_format(name: str, laws: tuple[str, str]) -> None:
    if name.endswith("pdf") and not has_support():
        pytest.skip("the optional packages are not installed")
    assert regcheck("compare", *laws, "-o", name).code == 1
    first = Path(name).read_bytes()
    beginning = {"xml": b"<?xml", "txt": "試験".encode(), "docx": b"PK", "html": b"<!DOCTYPE", "pdf": b"%PDF"}
    assert first.lower().startswith(beginning[name.rpartition(".")[2]].lower())
    assert regcheck("compare", *laws, "-o", name).code == 1
    assert Path(name).read_bytes() == first


def test_the_table_for_review_has_a_third_column(specs: tuple[str, str]) -> None:
    edit("new/a.regspec", "四百床", "三百床")
    assert regcheck("compare", *specs, "--draft", "--review", "-o", "review.html").code == 1
    page = Path("review.html").read_text(encoding="utf-8")
    assert "意味" in page
    assert "広がる" in page
    assert "未検証" in page


def test_styles_profiles_and_signs_are_chosen(laws: tuple[str, str]) -> None:
    assert "対象規定" in regcheck("compare", *laws, "--format", "law.txt", "--style", "houshiki").out
    assert "<Line" in _line_of("（新設）", regcheck("compare", *laws, "--format", "law.txt").out)
    plain = regcheck("compare", *laws, "--format", "law.txt", "--signs", "plain").out
    assert "<Line" not in _line_of("（新設）", plain)
    vertical = regcheck("compare", *laws, "--format", "html", "--profile", "plain-tate").out
    assert vertical != regcheck("compare", *laws, "--format", "html").out


def _line_of(word: str, text: str) -> str:
    return next(line for line in text.splitlines() if word in line)


# ------------------------------------------------------------ mistakes


def test_all_that_cannot_be_read_is_told_at_once(put: Put) -> None:
    put("a.xml", "<Law><x></Law>")
    put("b.law.txt", b"\xff\xfe\x00")
    ran = regcheck("compare", "a.xml", "b.law.txt", "-o", "out.docx")
    assert (ran.code, ran.out) == (2, "")
    assert "a.xml" in ran.err
    assert "b.law.txt" in ran.err
    assert not Path("out.docx").exists()


def test_a_folder_without_an_outline_has_no_text(put: Put) -> None:
    put("spec/a.regspec", SPEC)
    ran = regcheck("compare", "spec", "spec")
    assert ran.code == 2
    assert ran.err.count("RC772") == 1


def test_mistakes_of_usage(laws: tuple[str, str]) -> None:
    assert regcheck("compare", laws[0], "none.xml").code == 2
    assert regcheck("compare", *laws, "--format", "docx").code == 2
    assert regcheck("compare", *laws, "-o", "out.odt").code == 2
    told = regcheck("compare", *laws, "--as-of-new", "2027-04-01")
    assert told.code == 2
    assert "--as-of-new" in told.err
    assert regcheck("compare", *laws, "-o", "none/out.xml").code == 2


def test_the_bytes_depend_on_nothing_but_the_versions(laws: tuple[str, str]) -> None:
    seen = set()
    for seed in ("1", "2"):
        env = {**os.environ, "PYTHONHASHSEED": seed}
        for options in (("--format", "json"), ("-o", "out.docx")):
            ran = subprocess.run(
                [*PYTHON, "compare", *laws, *options], capture_output=True, env=env, check=False
            )
            assert ran.returncode == 1
            seen.add(ran.stdout or Path("out.docx").read_bytes())
    assert len(seen) == 2
