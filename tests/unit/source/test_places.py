"""Protects: places count code points of the user's own text; width counts columns of a terminal."""

from __future__ import annotations

from regcheck.source.span import SourceText, Span, shown
from regcheck.source.width import pad, width

TEXT = SourceText("a.regspec", "一行\r\n二行目𠮟る\n\n終わり")


def test_lines_and_columns() -> None:
    assert [TEXT.line_of(i) for i in (0, 3, 4, 10, 11)] == [1, 1, 2, 3, 4]
    assert TEXT.column_of(4) == 1
    assert TEXT.column_of(7) == 4
    assert [TEXT.line(n) for n in (1, 2, 3, 4)] == ["一行", "二行目𠮟る", "", "終わり"]


def test_a_sign_outside_the_basic_plane_is_one_place() -> None:
    assert TEXT.text[7] == "𠮟"
    assert TEXT.column_of(8) == 5


def test_the_smallest_span_that_holds_both() -> None:
    assert Span("a", 3, 5).to(Span("a", 1, 4)) == Span("a", 1, 5)


def test_width() -> None:
    assert width("病院A1ｱ") == 7
    assert width("が") == 2
    assert width("か\u3099") == 2
    assert pad("病院", 6) == "病院  "
    assert pad("病院", 2) == "病院"


def test_long_words_are_quoted_by_their_beginning() -> None:
    assert shown("病床数") == "病床数"
    assert len(shown("あ" * 100)) == 24
    assert shown("あ" * 100).endswith("…")
