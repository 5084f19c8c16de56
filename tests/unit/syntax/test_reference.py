"""Protects: what the reference shows is what the language is: every example parses as laid out, every unit is listed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regcheck.source.numerals import narrow
from regcheck.source.span import SourceText
from regcheck.syntax import ast
from regcheck.syntax.items import KEYWORDS, cut
from regcheck.syntax.parse import parse_file
from regcheck.syntax.printer import print_file
from regcheck.syntax.units import canonical_unit, units

PAGE = (Path(__file__).parents[3] / "dsl/reference.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```regspec(?P<kind> fragment)?\n(?P<text>.*?)^```", re.MULTILINE | re.DOTALL)
EXAMPLES = [(match["text"], PAGE.count("\n", 0, match.start()) + 1) for match in FENCE.finditer(PAGE)]


@pytest.mark.parametrize(("text", "line"), EXAMPLES, ids=[f"line {line}" for _, line in EXAMPLES])
def test_examples_parse(text: str, line: int) -> None:
    parsed = parse_file(SourceText("reference.regspec", text))
    assert [(line + d.annotations[0].span.start, d.payload.ja()) for d in parsed.diagnostics] == []


@pytest.mark.parametrize(("text", "line"), EXAMPLES, ids=[f"line {line}" for _, line in EXAMPLES])
def test_examples_are_laid_out_as_the_printer_does(text: str, line: int) -> None:
    tree = parse_file(SourceText("reference.regspec", text)).file
    if " # " not in text:  # the example of comments shows one beside a line
        assert print_file(tree) == text


def test_every_item_has_an_example() -> None:
    shown = {raw.keyword for text, _ in EXAMPLES for raw in cut(SourceText("", text)).items}
    assert shown >= set(KEYWORDS) - {"対象事業", "設備区分", "維持管理区分"}  # as 定義


def test_every_kind_of_node_is_shown() -> None:
    shown = {kind for text, _ in EXAMPLES for kind in _kinds(parse_file(SourceText("", text)).file)}
    nodes = {n for n, c in vars(ast).items() if isinstance(c, type) and hasattr(c, "__struct_fields__")}
    assert nodes - shown <= {"JudgementEntry"}


def _kinds(node: object) -> set[str]:
    if isinstance(node, tuple):
        return {kind for part in node for kind in _kinds(part)}
    if not hasattr(node, "__struct_fields__"):
        return set()
    parts = (getattr(node, field) for field in node.__struct_fields__)
    return {type(node).__name__}.union(*map(_kinds, parts))


def test_the_table_of_units_is_the_list_of_units() -> None:
    table = PAGE[PAGE.index("\n## 単位") :]
    listed: dict[str, str] = {}
    for row in re.findall(r"^\| (?!何の|---)\S+ \| (.+) \|$", table, re.MULTILINE):
        for entry in re.split(r"、(?![^（]*）)", row):
            first, *others = re.split(r"[（、）]", entry.rstrip("）"))
            listed.update({narrow(spelling): first for spelling in (first, *others)})
    assert listed == {unit: canonical_unit(unit) for unit in units()}
