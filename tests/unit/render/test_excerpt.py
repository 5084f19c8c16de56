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


LONG = "あ" * 200


@pytest.mark.parametrize(
    ("start", "end"),
    [(0, 2), (3, 5), (24, 26), (99, 101), (150, 152), (196, 198), (198, 200), (200, 200), (7, 7)],
)
def test_of_a_long_line_what_is_around_the_mark_is_shown(start: int, end: int) -> None:
    marked = LONG[:start] + "い" * (end - start) + LONG[end:]
    _, text, carets = shown(marked, start, end)
    body = text.removeprefix("1 | ")
    assert 98 <= width(body.strip("…")) <= 100
    assert body.startswith("…") is not body.startswith("あ" * min(start, 60))
    at = body.index("い") if end > start else None
    column = len(carets.removeprefix("  | ")) - carets.count("^")
    assert at is None or (column == width(body[:at]) and carets.count("^") == 4)
    assert end > start or carets.count("^") == 1


def test_a_mark_that_is_longer_than_a_page_is_cut_with_its_carets() -> None:
    _, text, carets = shown(LONG, 60, 180)
    assert text == "1 | …" + "あ" * 50 + "…"
    assert carets == "  |  " + "^" * 100


def test_a_line_that_is_not_much_longer_than_a_page_is_whole() -> None:
    assert shown("あ" * 60, 0, 60)[1:] == ["1 | " + "あ" * 60, "  | " + "^" * 120]


@given(st.text(alphabet="aあｱか\u3099\t", max_size=200), st.integers(0, 200), st.integers(0, 80))
def test_the_first_caret_stands_under_the_first_sign_of_the_mark(text: str, start: int, length: int) -> None:
    start = min(start, len(text))
    _, line, carets = shown("い" + text[:start] + "X" + text[start:] + "い", start + 1, start + 2 + length)
    column = len(carets.removeprefix("  | ")) - carets.count("^")
    assert width(line.removeprefix("1 | ").split("X")[0]) == column


def test_without_its_text_a_place_is_the_file() -> None:
    assert location(Span("gone.csv", 3, 4), {}) == "gone.csv"


@given(st.text(max_size=60), st.integers(0, 70), st.integers(0, 70))
def test_any_text_gives_lines_without_control_signs(text: str, start: int, end: int) -> None:
    for one in shown(text, min(start, end), max(start, end), label=text):
        assert all(sign.isprintable() or sign.isspace() or width(sign) >= 0 for sign in one)
        assert not any(ord(sign) < 32 or 0x7F <= ord(sign) < 0xA0 for sign in one)
