"""Protects: what drafters look for is told when an ordinance is made, at the line of its text: warnings beside the documents,
errors in place of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.surface.running import Ran, regcheck

SPEC = """法令「法」
  種別　法律
  題名　「見本に関する法律」
  法令番号　「令和四年法律第四十三号」
  略称　法

対象　病院
  病床数：整数（床）　０以上一万以下
"""
OUTLINE = """title = "見本に関する省令"
enactment = '{{ 法("第一条") }}の規定に基づき、この省令を定める。'
[[article]]
id = "届出"
caption = "届出"
[[supplement]]
id = "施行期日"
caption = "施行期日"
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "draft" / "ordinance"
    place.mkdir(parents=True)
    (tmp_path / "draft" / "a.regspec").write_text(SPEC, encoding="utf-8")
    (place / "outline.toml").write_text(OUTLINE, encoding="utf-8")
    (place / "施行期日.j2").write_text("この省令は、公布の日から施行する。\n", encoding="utf-8")
    return place


def made(place: Path, text: str) -> Ran:
    (place / "届出.j2").write_text(text + "\n", encoding="utf-8")
    return regcheck("generate", "draft", "--draft", "--out", "out")


def test_nothing_is_said_of_what_is_in_order(place: Path) -> None:
    ran = made(place, "届出は、全ての事項を記載した書面による。")
    assert ran.code == 0
    assert "RC7" not in ran.err


def test_a_warning_stands_beside_the_documents(place: Path) -> None:
    ran = made(place, "届出は、書面による。\n届出は、すべての事項を記載して行う。")
    assert ran.code == 0
    assert "RC754 old-form" in ran.err
    assert "ordinance/届出.j2:2:5" in ran.err
    assert "第一条第二項" in ran.err
    assert "すべての事項" in Path("out/ordinance.draft.law.txt").read_text(encoding="utf-8")


def test_an_error_stands_in_place_of_them(place: Path) -> None:
    ran = made(place, "届出は、書面（記載事項を含む。による。")
    assert ran.code == 1
    assert "RC755 unbalanced-bracket" in ran.err
    assert "ordinance/届出.j2:1:1" in ran.err
    assert not Path("out").exists()
