"""Protects: 号, their labels and nesting, what announces them, and their own exceptions."""

from __future__ import annotations

import pytest
from tests.unit.syntax.reading import clause, item, predicate

from regcheck.syntax import ast
from regcheck.syntax.labels import Label, Style, read_label

NESTED = """次の各号のいずれにも該当すること
    一　承認があること
    一の二　次のいずれかに該当すること
      イ　次の要件のいずれにも該当しないこと
        （１）　病床数が千床以上であること
        （２）　次に掲げる基準のうち二以上に該当すること
          （ｉ）　承認があること
          (ii)　承認がないこと
      ロ　承認があること
        ただし、次のいずれかに該当するものを除く
          （１）　種別が国であること
    二　承認があること"""


def test_nesting_modes_and_exceptions() -> None:
    found = clause(NESTED)
    assert isinstance(found, ast.ListClause)
    assert (found.mode, found.heading) == (ast.ListMode.ALL, "次の各号")
    assert [i.label for i in found.items] == ["一", "一の二", "二"]
    inner = found.items[1].body
    assert isinstance(inner, ast.ListClause)
    assert (inner.mode, inner.heading) == (ast.ListMode.ANY, "")
    none = inner.items[0].body
    assert isinstance(none, ast.ListClause)
    assert (none.mode, none.heading) == (ast.ListMode.NONE, "次の要件")
    some = none.items[1].body
    assert isinstance(some, ast.ListClause)
    assert (some.mode, some.count) == (ast.ListMode.AT_LEAST, 2)
    assert [i.label for i in some.items] == ["（ｉ）", "（ｉｉ）"]
    (exception,) = inner.items[1].exceptions
    assert isinstance(exception.body, ast.ListClause)


@pytest.mark.parametrize(
    ("heading", "mode"),
    [
        ("次の各号のいずれにも該当すること", ast.ListMode.ALL),
        ("次に掲げる要件の全てに該当すること", ast.ListMode.ALL),
        ("次に掲げる基準のいずれにも適合すること", ast.ListMode.ALL),
        ("次に掲げる要件の全てを満たすこと", ast.ListMode.ALL),
        ("次の各号のいずれかに該当すること", ast.ListMode.ANY),
        ("次の各号のいずれか一つに該当すること", ast.ListMode.ANY),
        ("次のいずれにも該当しないこと", ast.ListMode.NONE),
        ("次の（１）から（３）までのうち一以上に該当すること", ast.ListMode.AT_LEAST),
    ],
)
def test_headings(heading: str, mode: ast.ListMode) -> None:
    found = clause(f"{heading}\n    （１）　承認があること")
    assert isinstance(found, ast.ListClause)
    assert found.mode is mode


def test_a_list_may_stand_anywhere_in_a_sentence() -> None:
    found = clause("病院のいずれかが次のいずれにも該当し、かつ、承認があること\n    一　承認があること")
    assert isinstance(found, ast.ConnectiveClause)
    assert isinstance(found.parts[0], ast.QuantifiedClause)
    assert isinstance(found.parts[0].body, ast.ListClause)
    held = clause("設備であって、次のいずれにも該当するものを有すること\n    一　同時設置があること")
    assert isinstance(held, ast.PossessClause)
    assert isinstance(held.where, ast.ListClause)


def test_the_list_of_an_exception_on_the_same_line() -> None:
    found = predicate(
        "承認があること。ただし、次のいずれかに該当するものを除く。\n    一　種別が国であること"
    )
    assert isinstance(found.body, ast.HasClause)
    (exception,) = found.exceptions
    assert isinstance(exception.body, ast.ListClause)


def test_exceptions_belong_to_the_line_above_them() -> None:
    text = (
        "定義「X」：病院\n  次のいずれかに該当すること\n    一　承認があること\n      ただし、甲に該当するものを除く\n"
        "  ただし、乙に該当するものを除く\n"
    )
    found = item(text, ast.PredicateItem)
    assert isinstance(found.body, ast.ListClause)
    assert len(found.body.items[0].exceptions) == len(found.exceptions) == 1


@pytest.mark.parametrize(
    "text", ["一", "十二", "一の二", "二の三の二", "イ", "ス", "（１）", "（１２）", "（ｉ）", "（ｉｘ）"]
)
def test_labels_keep_their_form(text: str) -> None:
    assert read_label(text).text == text


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [("一", "二", True), ("一", "一の二", True), ("一の二", "一の三", True), ("一の二", "二", True), ("一の二", "一の二の二", True),
     ("一", "三", False), ("一", "一の三", False), ("二", "一", False), ("一", "一", False)],
)  # fmt: skip
def test_what_follows_what(before: str, after: str, expected: bool) -> None:
    assert read_label(after).follows(read_label(before)) is expected


def test_half_width_labels_are_the_same() -> None:
    assert read_label("(2)") == read_label("（２）") == Label(Style.ARABIC, (2,))
    assert read_label("(iv)") == Label(Style.ROMAN, (4,))


def test_a_block_without_labels_lists_nothing() -> None:
    text = "性質「X」\n  病院について、次の各号は排他\n    ただし、承認がある場合を除く\n"
    assert item(text, ast.PropertyItem).members == ()
