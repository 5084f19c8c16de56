"""Protects: what is proposed parses when it is put in the place of what was written."""

from __future__ import annotations

import pytest

from regcheck.source.span import SourceText
from regcheck.syntax.parse import parse_file

BODY = "定義「X」：病院\n  "


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("定儀「X」：病院\n  承認があること\n", "定義"),
        ("区分災害拠点区分\n  甲、乙\n", "区分\u3000災害拠点区分"),
        (BODY + "条頂　第二条\n  承認があること\n", "条項"),
        (BODY + "病床数が四〇〇床以上であること\n", "四百床"),
        (BODY + "病床数が一千床以上であること\n", "千床"),
        (BODY + "出力が5kw以上であること\n", "kW"),
        (BODY + "病床数四百床以上であること\n", "病床数が四百床以上"),
    ],
)
def test_a_fix_makes_the_item_parse(text: str, instead: str) -> None:
    (found,) = parse_file(SourceText("t", text)).diagnostics
    (fix,) = found.fixes
    assert fix.replacement == instead
    fixed = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    assert parse_file(SourceText("t", fixed)).diagnostics == ()


@pytest.mark.parametrize(
    "text", ["承認があること\n", BODY + "病床数が5ベッド以上であること\n", BODY + "四百床以上であること\n"]
)
def test_nothing_is_proposed_where_nothing_is_known(text: str) -> None:
    (found,) = parse_file(SourceText("t", text)).diagnostics
    assert found.fixes == ()
