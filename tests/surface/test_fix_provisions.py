"""Protects: --fix-provisions rewrites the 条項 that the outline moves, these values alone, and once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.surface.running import regcheck
from tests.unit.documents.ordinance.small import LAWS

ARTICLES = {
    "前": "甲とする。",
    "設備": '{{ 項目("重要設備") }}\n{{ 区分("電子カルテ設備", "手術設備") }}',
    "届出": '{{ 結果("手続", "届出", "重要な変更") }}',
    "不要": '{{ 結果("手続", "不要", "軽微な変更") }}',
}
PLACES = {
    "設備区分「電子カルテ設備」：設備": "  条項　　第二条第二項第一号   # 並びの一",
    "設備区分「手術設備」：設備": "  # 上の注釈\n  条項　第２条第2項第二号",
    "設備区分「重要設備」：設備": "  備考　「重い」\n  条項　第二条第一項",
    "区分表「手続」：設備": "  条項　第三条\n  # 間の注釈\n  条項　第四条",
    "段階「順次」：設備": "  条項　附則第一条",
}
AFTER = {"順": '{{ 項目("順次") }}', "施行": "この省令は、公布の日から施行する。"}
LINE = re.compile("条項[ 　]+(?P<value>[^ #\n]+)")


def _spec() -> str:
    text = LAWS
    for head, lines in PLACES.items():
        assert text.count(f"{head}\n") == 1
        text = text.replace(f"{head}\n", f"{head}\n{lines}\n")
    return text


def _write(folder: Path, texts: dict[str, str]) -> None:
    place = folder / "draft" / "ordinance"
    place.mkdir(parents=True, exist_ok=True)
    plans = [f'[[article]]\nid = "{name}"\ncaption = "{name}"\n' for name in texts]
    plans += [f'[[supplement]]\nid = "{name}"\ncaption = "{name}"\n' for name in AFTER]
    head = 'title = "見本に関する省令"\nenactment = "見本の省令を定める。"\n'
    (place / "outline.toml").write_text(head + "".join(plans), encoding="utf-8")
    for name, text in {**texts, **AFTER}.items():
        (place / f"{name}.j2").write_text(text + "\n", encoding="utf-8")


@pytest.fixture
def spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    _write(tmp_path, ARTICLES)
    made = tmp_path / "draft" / "a.regspec"
    made.write_text(_spec(), encoding="utf-8")
    return made


def _generate(*options: str) -> tuple[int, str]:
    ran = regcheck("generate", "draft", "--draft", "--out", "out", "--only", "ordinance.draft.xml", *options)
    return ran.code, ran.err


def _inserted(at: int) -> dict[str, str]:
    listed = list(ARTICLES.items())
    return dict([*listed[:at], ("挟む条", "乙とする。"), *listed[at:]])


@pytest.mark.parametrize("at", range(len(ARTICLES) + 1))
def test_an_article_at_any_place(spec: Path, tmp_path: Path, at: int) -> None:
    assert "RC895" not in _generate()[1]
    _write(tmp_path, _inserted(at))
    is_moved = at < len(ARTICLES)
    assert ("RC895" in _generate()[1]) is is_moved
    code, said = _generate("--fix-provisions")
    assert code == 0
    assert "RC895" not in said
    assert ("に直しました" in said) is is_moved
    fixed = spec.read_text(encoding="utf-8")
    without = _spec().replace("  条項　第四条\n", "") if is_moved else _spec()
    assert LINE.sub("条項", fixed) == LINE.sub("条項", without), "nothing but the values"
    assert "に直しました" not in _generate("--fix-provisions")[1]
    assert spec.read_text(encoding="utf-8") == fixed


def test_the_values_are_the_places(spec: Path, tmp_path: Path) -> None:
    _write(tmp_path, _inserted(0))
    _, said = _generate("--fix-provisions")
    assert "区分表「手続」の条項を「第三条、第四条」から「第四条、第五条」に直しました。" in said
    found = [one["value"] for one in LINE.finditer(spec.read_text(encoding="utf-8"))]
    assert sorted(found) == sorted(
        ["第三条第二項第一号", "第三条第二項第二号", "第三条第一項", "附則第一条", "第四条、第五条"]
    )


def test_what_is_right_is_not_touched(spec: Path, tmp_path: Path) -> None:
    _write(tmp_path, _inserted(3))
    _, said = _generate("--fix-provisions")
    assert said.count("に直しました") == 1
    assert "条項　第２条第2項第二号" in spec.read_text(encoding="utf-8")


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_the_mark_of_the_file_stay(spec: Path, tmp_path: Path, mark: bytes) -> None:
    spec.write_bytes(mark + _spec().replace("\n", "\r\n").encode())
    _write(tmp_path, _inserted(0))
    assert "RC895" not in _generate("--fix-provisions")[1]
    data = spec.read_bytes()
    assert data.startswith(mark + b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == _spec().count("\n") - 1


def test_a_file_that_is_only_used_stays(spec: Path, tmp_path: Path) -> None:
    laws, rest = _spec().split("設備区分「重要設備」")
    shared = tmp_path / "shared.regspec"
    shared.write_text(laws, encoding="utf-8")
    spec.write_text("利用　「../shared.regspec」\n\n設備区分「重要設備」" + rest, encoding="utf-8")
    _write(tmp_path, _inserted(0))
    _generate("--fix-provisions")
    assert shared.read_text(encoding="utf-8") == laws
    assert "条項　第三条第一項" in spec.read_text(encoding="utf-8")


def test_it_is_no_check(spec: Path) -> None:
    code, said = _generate("--fix-provisions", "--check")
    assert code == 2
    assert "--fix-provisions" in said
    assert spec.read_text(encoding="utf-8") == _spec()
