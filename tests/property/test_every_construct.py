"""No construct escapes: every node of the syntax tree and every rule of the grammar is drawn by some strategy.

A construct that is added and forgotten in the strategies would never be printed, read or translated by a test.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from enum import Enum
from functools import cache
from pathlib import Path

from hypothesis import Phase, given, settings
from tests.property import strategies_files, strategies_steps

from regcheck.frozen import Frozen
from regcheck.model.from_syntax import build_specification
from regcheck.source.span import SourceText, Span
from regcheck.syntax import ast
from regcheck.syntax.compile_grammar import compile_tables
from regcheck.syntax.grammar import grammar_text, language
from regcheck.syntax.items import cut
from regcheck.syntax.machine import UnexpectedTokenError, read
from regcheck.syntax.parse import parse_file
from regcheck.syntax.printer import print_file
from regcheck.syntax.tables import Rules
from regcheck.syntax.tree import Node, Part

NO_ITEM = {"File"}
REFUSED = {"no_cell", "unsubjected"}
"""Rules that only help to explain: an empty cell, a limit of nothing."""
REFERENCE = Path(__file__).parents[2] / "dsl/reference.md"


SORTS = {
    strategies_files.simple_items: 120,
    strategies_files.rule_items: 320,
    strategies_files.stage_items: 40,
    strategies_files.property_items: 60,
    strategies_files.table_items: 60,
    strategies_files.scenario_items: 120,
    strategies_files.fact_table_items: 40,
    strategies_files.figure_items: 120,
    strategies_steps.procedure_items: 120,
    strategies_steps.ruled_items: 320,
    strategies_steps.name_items: 20,
}
"""How many items of each sort show all that there is."""


@cache
def drawn_items() -> tuple[ast.Item, ...]:
    found = list[ast.Item]()
    for sort, count in SORTS.items():

        @settings(max_examples=count, derandomize=True, database=None, phases=[Phase.generate])
        @given(sort())
        def collect(item: ast.Item) -> None:
            found.append(item)

        collect()
    return tuple(found)


def kinds(node: object) -> Iterator[str]:
    """Every class of the tree, and every word of its closed sets."""
    if isinstance(node, Enum):
        yield str(node)
    elif isinstance(node, tuple):
        for part in node:
            yield from kinds(part)
    elif isinstance(node, Frozen) and not isinstance(node, Span):
        yield type(node).__name__
        for name in node.__struct_fields__:
            yield from kinds(getattr(node, name))


def test_every_node_of_the_tree_is_drawn() -> None:
    exported = [value for value in vars(ast).values() if isinstance(value, type)]
    wanted = {t.__name__ for t in exported if issubclass(t, Frozen) and t.__module__.startswith(ast.__name__)}
    words = {str(member) for t in exported if issubclass(t, Enum) for member in t}
    met = {kind for item in drawn_items() for kind in kinds(item)}
    missing = (wanted | words) - met - NO_ITEM
    assert not missing


def rules(part: Part) -> Iterator[str]:
    if isinstance(part, Node):
        yield part.kind
        for child in part.children:
            yield from rules(child)


OTHER_WAYS = """\
対象　設備
  出力：整数（kW）　０以上

対象　病院
  名称：文字列
  設備：設備の一覧
  病床数：整数（床）　０以上

事実表「一覧」：病院
  資料「h.csv」
  時点　令和七年四月一日

定義「甲」：病院
  病床数が四百床以上の病院であること

定義「乙」：病院
  全ての設備について、出力が一kW以上であること

定義「丙」：病院
  設備であって出力が一kW以上であるものの数が二以上であること
"""
"""What can be written and is printed in other words."""


def read_rules(text: str) -> set[str]:
    """The rules of all items that can be read."""
    met, found = set[str](), cut(SourceText("t.regspec", text))
    for raw in found.items:
        place = slice(raw.start, raw.end)
        with suppress(UnexpectedTokenError):
            met |= set(rules(read(language(), text[place], found.shape[place])))
    return met


def test_every_rule_of_the_grammar_is_read() -> None:
    """Drawn, or in an example of the language reference (each is checked and proved by a test of its own)."""
    parsed = parse_file(SourceText("t.regspec", OTHER_WAYS))
    built = build_specification([parsed.file], frozenset())
    assert not parsed.diagnostics
    assert not built.diagnostics
    met = read_rules(OTHER_WAYS)
    for item in drawn_items():
        met |= read_rules(print_file(ast.File(name="t.regspec", items=(item,))))
    for example in re.findall(r"```regspec\n(.*?)```", REFERENCE.read_text(encoding="utf-8"), re.DOTALL):
        met |= read_rules(example)
    tables = compile_tables(grammar_text())
    rules = [Rules(tables)[number] for number in range(len(tables.rules))]
    wanted = {rule.kind for rule in rules if rule.kind and not rule.is_thin}
    missing = wanted - met - REFUSED
    assert not missing
