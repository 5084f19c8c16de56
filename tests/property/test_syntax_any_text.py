"""Any text is read or explained: no exception, every finding at a place of the text, one for each broken item."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, strategies as st
from tests.property.effort import examples

from regcheck.source.span import SourceText
from regcheck.syntax.items import KEYWORDS, cut
from regcheck.syntax.parse import parse_file
from regcheck.syntax.printer import print_file

TOUR = (Path(__file__).parents[2] / "dsl/tour.regspec").read_text(encoding="utf-8")
WORDS = sorted(set(re.findall(r"「[^」]*」|[一-龥ァ-ヶー]+|[ぁ-ん]+|[0-9０-９]+|\n *|\S|\u3000", TOUR)))
HEADS = [f"{keyword}「X」：病院\n  " for keyword in KEYWORDS]

words = st.sampled_from(WORDS)
shuffled = st.lists(words, max_size=40).map("".join)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """A piece of the tour with a few words replaced, dropped or doubled."""
    found = re.findall(r"「[^」]*」|[一-龥ァ-ヶー]+|[ぁ-ん]+|[0-9０-９]+|\n *|\S|\u3000", TOUR)
    start = draw(st.integers(0, len(found) - 1))
    piece = found[start : start + draw(st.integers(1, 60))]
    for _ in range(draw(st.integers(0, 4))):
        place = draw(st.integers(0, len(piece) - 1))
        piece[place] = draw(st.sampled_from(["", piece[place] * 2, draw(words)]))
    return "".join(piece)


texts = st.one_of(
    st.text(max_size=80),
    shuffled,
    spoiled(),
    st.tuples(st.sampled_from(HEADS), st.one_of(shuffled, spoiled(), st.text(max_size=40))).map("".join),
)


@examples(120)
@given(texts)
def test_any_text_is_read_or_explained(text: str) -> None:
    source = SourceText("t.regspec", text)
    parsed = parse_file(source)
    assert len(parsed.diagnostics) <= len(cut(source).items)
    assert bool(parsed.diagnostics) == bool(parsed.file.broken)
    for found in parsed.diagnostics:
        assert found.place is not None
        assert 0 <= found.place.start <= found.place.end <= len(text)
        assert found.payload.ja().headline.strip("。")
        assert found.payload.en().headline


@examples(120)
@given(texts)
def test_what_is_read_is_printed_and_read_again(text: str) -> None:
    parsed = parse_file(SourceText("t.regspec", text))
    printed = print_file(parsed.file)
    again = parse_file(SourceText("t.regspec", printed))
    assert again.diagnostics == ()
    assert again.file == parsed.file
    assert print_file(again.file) == printed


HEAD = "定義「X」：病院\n  "
ENDLESS = {
    "parentheses": HEAD + "（" * 3000 + "承認があること" + "）" * 3000,
    "sums": HEAD + "（" * 3000 + "病床数" + "）" * 3000 + "が三床以上",
    "things": HEAD + "承認がある" + "設備を有する" * 2000 + "こと",
    "quantifiers": HEAD + "病院のいずれかが" * 2000 + "承認があること",
    "years": HEAD + "直近三事業年度のいずれかにおいて、" * 2000 + "承認があること",
    "groups": "事例「x」：病院\n  " + "病院は（" * 2000 + "承認あり" + "）" * 2000,
    "lists": "定義「X」：病院\n" + "".join("  " * i + "次のいずれかに該当すること\n" for i in range(1, 600)),
    "digits": HEAD + "病床数が" + "1" * 9000 + "床以上",
    "commas": HEAD + "病床数が" + "1,111" * 9000 + "床以上",
    "kanji": HEAD + "病床数が" + "千万" * 9000 + "床以上",
    "zeros": HEAD + "病床数が" + "〇" * 9000 + "床以上",
    "quotations": HEAD + "「" * 9000,
    "hiragana": HEAD + "あ" * 9000,
    "next": HEAD + "次の" * 9000,
    "joiners": HEAD + "又は、" * 9000,
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS.keys())
def test_nothing_endless_runs_out_of_stack_or_sense(text: str) -> None:
    (found,) = parse_file(SourceText("t.regspec", text)).diagnostics
    assert len(found.payload.ja().headline) < 200


def test_wide_sentences_are_no_deep_ones() -> None:
    wide = (
        HEAD
        + "、かつ、".join(["承認があり"] * 2000)
        + "\n  ただし、"
        + "、".join(["甲"] * 2000)
        + "に該当するものを除く\n"
    )
    parsed = parse_file(SourceText("t.regspec", wide))
    assert parsed.diagnostics == ()
    assert parse_file(SourceText("t.regspec", print_file(parsed.file))).file == parsed.file
