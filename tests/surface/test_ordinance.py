"""regcheck generate with an outline beside the specification: the whole ordinance, and what stands in its way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.surface.running import regcheck

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
[[article]]
id = "届出"
caption = "届出"
[[supplement]]
id = "施行期日"
caption = "施行期日"
[[form]]
id = "届出書"
title = "届出書"
"""
TEXTS = {
    "基準": '{{ 法("第一条") }}の主務省令で定める{{ 項目("基準") }}',
    "届出": '{{ 条("基準") }}の病院の届出は、{{ 様式("届出書") }}により行う。',
    "施行期日": "この省令は、公布の日から施行する。",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "draft" / "ordinance"
    place.mkdir(parents=True)
    (tmp_path / "draft" / "a.regspec").write_text(SPEC, encoding="utf-8")
    (place / "outline.toml").write_text(OUTLINE, encoding="utf-8")
    for name, text in TEXTS.items():
        (place / f"{name}.j2").write_text(text + "\n", encoding="utf-8")
    return place


def _generate(*options: str) -> tuple[int, str]:
    ran = regcheck("generate", "draft", "--draft", "--out", "out", *options)
    return ran.code, ran.err


def test_the_ordinance_is_made_and_listed(folder: Path) -> None:
    assert _generate()[0] == 0
    text = Path("out/ordinance.draft.law.txt").read_text(encoding="utf-8")
    assert "第二条　前条の病院の届出は、様式第一により行う。" in text
    assert "病床数が四百床以上であり、かつ、承認があることとする。" in text
    listed = json.loads(Path("out/MANIFEST.json").read_text(encoding="utf-8"))
    assert {"ordinance.draft.law.txt", "ordinance.draft.xml"} <= set(listed["documents"])
    assert "ordinance/基準.j2" in listed["inputs"]
    assert regcheck("generate", "draft", "--draft", "--out", "out", "--check").code == 0


def test_a_final_run_wants_everything_settled(folder: Path) -> None:
    code, said = _generate("--final")
    assert code == 1
    assert "RC875" in said
    assert "令和〇年厚生労働省令第〇号" in said
    assert not Path("out").exists()


def test_a_number_written_by_hand_is_shown_in_its_line(folder: Path) -> None:
    (folder / "届出.j2").write_text('前条の病院は、届け出る。{{ 様式("届出書") }}\n', encoding="utf-8")
    code, said = _generate()
    assert code == 1
    assert "RC873" in said
    assert "ordinance/届出.j2:1:1" in said
    assert not Path("out").exists()


def test_one_file_of_a_specification_has_no_ordinance(folder: Path) -> None:
    other = folder.parent / "b.regspec"
    other.write_text("対象　薬局\n  承認：真偽\n", encoding="utf-8")
    assert regcheck("generate", str(other), "--draft", "--out", "one").code == 0
    assert not Path("one/ordinance.draft.xml").exists()
