"""Excerpts: carets stand under what they mean at any width, and no text can steer the terminal."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from regcheck.diagnostics.diagnostic import Annotation
from regcheck.render.excerpt import excerpt, location
from regcheck.render.page import plain, text_of
from regcheck.source.span import SourceText, Span
from regcheck.source.width import width


def shown(text: str, start: int, end: int, label: str = "") -> list[str]:
    source = SourceText("a.regspec", text)
    span = Span("a.regspec", start, end)
    page = excerpt([Annotation(span=span, label=label)], {"a.regspec": source})
    return plain(page).splitlines()


@pytest.mark.parametrize(
    ("text", "marked", "caret_line"),
    [
        ("病床数が400床", "400床", "  |         ^^^^^"),
        ("\u3000\u3000ｶﾅ一", "一", "  |       ^^"),
        ("\tab c", "c", "  |        ^"),
        ("か\u3099あ", "あ", "  |   ^^"),
    ],
)
def test_carets_stand_under_the_words(text: str, marked: str, caret_line: str) -> None:
    start = text.index(marked)
    assert shown(text, start, start + len(marked))[2] == caret_line


def test_a_span_over_lines_is_marked_to_the_end_of_its_first() -> None:
    assert shown("定義「A」  \n  承認がある\n", 0, 12)[1:] == ["1 | 定義「A」", "  | ^^^^^^^^^"]


def test_an_empty_span_and_one_past_the_end_have_one_caret() -> None:
    assert shown("ab", 1, 1)[2] == "  |  ^"
    assert shown("ab", 9, 12)[2] == "  |   ^"


def test_a_label_stands_behind_the_carets_and_secondary_places_come_last() -> None:
    source = SourceText("a", "一二")
    first = Annotation(span=Span("a", 1, 2), label="第二条", primary=False)
    second = Annotation(span=Span("a", 0, 1), label="第一条")
    assert [text_of(one) for one in excerpt([first, second], {"a": source})] == [
        " --> a:1:1",
        "1 | 一二",
        "  | ^^ 第一条",
        " ::: a:1:2",
        "1 | 一二",
        "  |   -- 第二条",
    ]


def test_without_its_text_a_place_is_the_file() -> None:
    assert location(Span("gone.csv", 3, 4), {}) == "gone.csv"


@given(st.text(max_size=60), st.integers(0, 70), st.integers(0, 70))
def test_any_text_gives_lines_without_control_signs(text: str, start: int, end: int) -> None:
    for one in shown(text, min(start, end), max(start, end), label=text):
        assert all(sign.isprintable() or sign.isspace() or width(sign) >= 0 for sign in one)
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in one)
