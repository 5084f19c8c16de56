"""Protects: an edit costs reading what was edited, and what comes out is what a new process would read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.source.span import SourceText
from regcheck.syntax import remembered as memory
from regcheck.syntax.parse import Parsed, parse_file
from regcheck.syntax.remembered import remembered

TOUR = (Path(__file__).parents[3] / "dsl/tour.regspec").read_text(encoding="utf-8")


def parse(text: str) -> Parsed:
    return parse_file(SourceText("t.regspec", text))


def afresh(text: str) -> Parsed:
    remembered().clear()
    return parse(text)


def test_only_what_was_edited_is_read_again(texts_read: list[str]) -> None:
    afresh(TOUR)
    edited = TOUR.replace("四百床以上", "五百床以上", 1)
    texts_read.clear()
    parse(edited)
    assert len(texts_read) == 1
    assert "五百床以上" in texts_read[0]


def test_items_that_move_keep_their_trees(texts_read: list[str]) -> None:
    afresh(TOUR)
    parse(f"\n{TOUR}")
    texts_read.clear()
    assert parse(f"\n\n{TOUR}").file.items == parse(TOUR).file.items
    assert texts_read == []


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 2000)
    for number in range(500):
        afresh_or_not = parse(f"区分「{number}」\n  甲、乙\n")
        assert afresh_or_not.diagnostics == ()
    assert sum(map(len, remembered())) <= 2000


LINES = TOUR.splitlines(keepends=True)


@examples(40)
@given(st.data())
def test_after_any_edit_the_text_is_read_as_if_for_the_first_time(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(LINES) - 40))
    lines = LINES[start : start + 40]
    parse("".join(lines))
    place = data.draw(st.integers(0, len(lines) - 1))
    lines[place] = data.draw(
        st.sampled_from(
            ["", "\n", "# 注記\n", "  # 注記\n", lines[place] * 2, lines[place][1:], "定義「別」：病院\n"]
        )
    )
    warm = parse("".join(lines))
    assert repr(warm) == repr(afresh("".join(lines)))  # places and comments too, which equality leaves out
