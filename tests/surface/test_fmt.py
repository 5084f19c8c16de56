"""regcheck fmt: layout only, and nothing is lost when something goes wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.surface.running import regcheck

Put = Callable[[str, str | bytes], Path]

UNTIDY = "# 注釈\n対象　病院\n   病床数 : 整数(床) 0以上\n\n\n\n定義 「大病院」: 病院\n     病床数が四百床以上であること\n"
TIDY = "# 注釈\n対象　病院\n  病床数：整数（床）　0以上\n\n定義「大病院」：病院\n  病床数が四百床以上であること\n"


def test_the_example_is_tidy(example: Path) -> None:
    ran = regcheck("fmt", "--check", "demo")
    assert (ran.code, ran.out) == (0, "")


def test_an_untidy_file_is_tidied_once(put: Put) -> None:
    file = put("specs/x.regspec", UNTIDY)
    assert regcheck("fmt", "--check").code == 1
    assert file.read_text(encoding="utf-8") == UNTIDY
    ran = regcheck("fmt")
    assert (ran.code, ran.out) == (0, "")
    assert file.read_text(encoding="utf-8") == TIDY
    assert "1個のファイルのうち0個を整えました。" in regcheck("fmt").err


def test_check_and_diff_write_nothing(put: Put) -> None:
    file = put("specs/x.regspec", UNTIDY)
    ran = regcheck("fmt", "--check")
    assert (ran.code, ran.out) == (1, "整っていません：specs/x.regspec\n")
    ran = regcheck("fmt", "--diff")
    assert ran.code == 1
    assert "-   病床数 : 整数(床) 0以上" in ran.out.splitlines()
    assert "+  病床数：整数（床）　0以上" in ran.out.splitlines()
    assert file.read_text(encoding="utf-8") == UNTIDY


def test_line_ends_stay_as_they_are(put: Put) -> None:
    file = put("specs/x.regspec", UNTIDY.replace("\n", "\r\n"))
    regcheck("fmt")
    assert file.read_bytes() == TIDY.replace("\n", "\r\n").encode()


@pytest.mark.parametrize("content", ["定義：\n", UNTIDY.encode("cp932")])
def test_a_file_that_cannot_be_read_is_left_alone_and_the_others_are_tidied(
    put: Put, content: str | bytes
) -> None:
    broken = put("specs/a.regspec", content)
    before = broken.read_bytes()
    good = put("specs/b.regspec", UNTIDY)
    ran = regcheck("fmt")
    assert ran.code == 1
    assert "specs/a.regspec" in ran.err
    assert broken.read_bytes() == before
    assert good.read_text(encoding="utf-8") == TIDY


def test_nothing_is_lost_when_writing_fails(put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    file = put("specs/x.regspec", UNTIDY)

    def full(*_: object) -> None:
        raise OSError("no space")

    monkeypatch.setattr("regcheck.app.writing.os.fdopen", full)
    ran = regcheck("fmt")
    assert ran.code == 1
    assert "「specs/x.regspec」に書き込めません" in ran.err
    assert file.read_text(encoding="utf-8") == UNTIDY
    assert [path.name for path in Path("specs").iterdir()] == ["x.regspec"]
