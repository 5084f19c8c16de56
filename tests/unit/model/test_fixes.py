"""Protects: a fix that is offered mends the finding it is offered for."""

from __future__ import annotations

import pytest

from regcheck.diagnostics.diagnostic import Fix
from regcheck.model.from_syntax import Built, build_specification
from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

HOSPITAL = """
区分　種別
  国、私立

対象　病院
  病床数：整数（床）
  紹介率：割合
  承認日：日付
  承認：真偽
  種別：種別

定義「特定機能病院」：病院
  承認があること

定義「甲」：病院
"""


def built(text: str) -> Built:
    parsed = parse_file(SourceText("a.regspec", text))
    assert parsed.diagnostics == ()
    return build_specification([parsed.file], frozenset())


def applied(text: str, fix: Fix) -> str:
    return text[: fix.span.start] + fix.replacement + text[fix.span.end :]


@pytest.mark.parametrize(
    ("wrong", "code", "mended"),
    [
        ("病床敷が四百床以上であること", "RC201", "「病床数」が四百床以上であること"),
        ("種別が公立であること", "RC201", "種別が「私立」であること"),
        ("特定機能病陰に該当すること", "RC201", "「特定機能病院」に該当すること"),
        ("病床数が４００以上であること", "RC222", "病床数が４００床以上であること"),
        ("承認日が令和二年四月一日以上であること", "RC229", "承認日が令和二年四月一日以後であること"),
        ("病床数が四百床以前であること", "RC229", "病床数が四百床以下であること"),
    ],
)
def test_the_fix_mends_the_sentence(wrong: str, code: str, mended: str) -> None:
    text = HOSPITAL + "  " + wrong + "\n"
    (finding,) = built(text).diagnostics
    assert finding.code.id == code
    (fix,) = finding.fixes
    assert applied(text, fix) == HOSPITAL + "  " + mended + "\n"
    assert built(applied(text, fix)).diagnostics == ()


def test_nothing_is_offered_for_a_name_like_no_other() -> None:
    (finding,) = built(HOSPITAL + "  天気図があること\n").diagnostics
    assert finding.fixes == ()
