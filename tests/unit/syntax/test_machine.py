"""Protects: the machine reads what Lark reads, stops where Lark stops, and knows there what Lark knows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given, strategies as st
from tests.property import strategies_files
from tests.property.effort import examples
from tests.unit.syntax.lark_reader import Answer, answer

from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.grammar import language
from regcheck.syntax.items import cut
from regcheck.syntax.machine import LayoutError, UnexpectedTokenError, read
from regcheck.syntax.printer import print_file
from regcheck.syntax.tree import Part, Token

ROOT = Path(__file__).parents[3]
TOUR = (ROOT / "dsl/tour.regspec").read_text(encoding="utf-8")
CORPUS = [page.read_text(encoding="utf-8") for page in sorted((ROOT / "tests/corpus").glob("*.md"))]


def machine(text: str, shape: str) -> Answer:
    try:
        return told(read(language(), text, shape))
    except UnexpectedTokenError as error:
        return "unexpected", error.token.kind, error.token.start, error.acceptable - {"$END"}
    except LayoutError as error:
        return "layout", error.start, error.end, error.has_tab


def told(part: Part) -> Answer:
    if isinstance(part, Token):
        return part.kind, part.text, part.start, part.end
    return part.kind, *map(told, part.children)


def items(text: str) -> Iterator[tuple[str, str]]:
    """The items of a text, and their shapes."""
    found = cut(SourceText("t.regspec", text))
    for raw in found.items:
        if raw.keyword:
            yield text[raw.start : raw.end], found.shape[raw.start : raw.end]


def written() -> list[str]:
    """Every spec that lies about."""
    specs = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "specs").rglob("*.regspec"))]
    return [
        TOUR,
        *specs,
        *(block for page in CORPUS for block in re.findall(r"```regspec\n(.*?)```", page, re.S)),
    ]


def test_all_that_is_written_is_read_as_lark_reads_it() -> None:
    found = [item for text in written() for item in items(text)]
    assert len(found) > 500
    wrong = [text for text, shape in found if machine(text, shape) != answer(text, shape)]
    assert wrong == []
    assert any(machine(*item)[0] == "unexpected" for item in found)


PIECES = re.findall(r"「[^」]*」|[一-龥ァ-ヶー]+|[ぁ-ん]+|[0-9０-９]+|\n *|\S|\u3000", TOUR)


@examples(60)
@given(st.data())
def test_spoiled_items_stop_at_the_same_place(data: st.DataObject) -> None:
    text, _ = data.draw(st.sampled_from([*items(TOUR)]))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 4)))
    added = data.draw(st.sampled_from(["", *PIECES]))
    for found, shape in items(text[:start] + added + text[end:]):
        assert machine(found, shape) == answer(found, shape)


@examples(60)
@given(strategies_files.items())
def test_every_construct_is_read_as_lark_reads_it(item: ast.Item) -> None:
    for text, shape in items(print_file(ast.File(name="t.regspec", items=(item,)))):
        assert machine(text, shape) == answer(text, shape)


def test_an_item_that_breaks_off_at_any_sign_is_read_as_lark_reads_it() -> None:
    text = "定義「甲」：病院\n  床が3床以上である又は次の各号のいずれかに該当すること"
    for end in range(6, len(text)):
        for cut_off in items(text[:end]):
            assert machine(*cut_off) == answer(*cut_off)
