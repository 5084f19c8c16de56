"""Protects: the one layout, and comments that stay where they were put."""

from __future__ import annotations

from pathlib import Path

import pytest

from regcheck.source.span import SourceText
from regcheck.syntax.items import cut
from regcheck.syntax.parse import parse_file
from regcheck.syntax.printer import print_file

ROOT = Path(__file__).parents[3]
FILES = sorted([*ROOT.glob("dsl/*.regspec"), *ROOT.glob("specs/**/*.regspec")])


def tidied(text: str) -> str:
    parsed = parse_file(SourceText("t", text))
    assert [d.payload.ja() for d in parsed.diagnostics] == []
    return print_file(parsed.file)


MESSY = """＃ 頭書き

#見出し
定義「X」:病院   # 横の注
    条項 第二条
    # 本文の前の注
    次のいずれかに該当すること。ただし、種別が国である場合は、この限りでない。
        # 一の前
        一 承認がある  # 一の横
        二 病床数が400床以上   かつ 600床未満
             # 深い注
             ただし、甲に該当するものを除く
利用「a」
利用「b」
# 終わり
"""

TIDY = """# 頭書き

# 見出し
# 横の注
定義「X」：病院
  条項　第二条
  # 本文の前の注
  次のいずれかに該当すること
    # 一の前
    # 一の横
    一　承認があること
    二　病床数が400床以上であり、かつ、病床数が600床未満であること
      # 深い注
      ただし、甲に該当するものを除く
  ただし、種別が国であるものを除く

利用「a」
利用「b」

# 終わり
"""


def test_one_layout() -> None:
    assert tidied(MESSY) == TIDY
    assert tidied(TIDY) == TIDY


def test_tables_are_aligned_by_columns_of_the_terminal() -> None:
    text = "区分表「x」：変更\n  該当は一つのみ\n  |種類|A|→手続|\n  # 注\n  |構成設備の変更|―|甲|\n"
    assert tidied(text) == (
        "区分表「x」：変更\n  該当は一つのみ\n"
        "  | 種類           | A | → 手続 |\n  # 注\n  | 構成設備の変更 | ― | 甲     |\n"
    )


def test_lines_of_facts_stay_lines() -> None:
    text = "事例「x」：病院\n  病床数は5床、承認あり\n  区域は甲\n  → 基準に該当する\n"
    assert tidied(text) == text


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_real_files_lose_nothing(file: Path) -> None:
    source = SourceText(file.name, file.read_text(encoding="utf-8"))
    parsed = parse_file(source)
    assert parsed.diagnostics == ()
    printed = print_file(parsed.file)
    again = parse_file(SourceText(file.name, printed))
    assert again.file == parsed.file
    assert print_file(again.file) == printed
    written = sorted(c.text for c in cut(source).comments if c.text)
    assert sorted(c.text for c in cut(SourceText("t", printed)).comments if c.text) == written
