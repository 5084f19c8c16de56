"""What a drafter would lose is shown, and no more of it than can be read."""

from __future__ import annotations

from regcheck.app.differences import difference


def test_lines_that_differ_are_shown_with_what_is_around_them() -> None:
    found = difference("一\n二\n三\n四\n五\n".encode(), "一\n二\n参\n四\n五\n".encode())
    assert found is not None
    assert found.lines == ("@@ -1,5 +1,5 @@", " 一", " 二", "-三", "+参", " 四", " 五")
    assert found.more == 0


def test_a_long_difference_is_cut_and_counted() -> None:
    found = difference(b"", "\n".join(map(str, range(100))).encode())
    assert found is not None
    assert (len(found.lines), found.more) == (40, 61)


def test_a_long_line_is_cut() -> None:
    found = difference(b"a" * 500, b"b")
    assert found is not None
    assert max(map(len, found.lines)) < 200


def test_what_is_no_text_has_no_lines() -> None:
    assert difference(b"PK\x03\x04\x00", b"text") is None
    assert difference(b"text", b"%PDF\xff\xfe") is None
