"""Protects: the grammar is LALR(1) without a single conflict that Lark would settle in silence, and its tables fit it."""

from __future__ import annotations

import logging
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lark import Lark, logger
from tests.unit.syntax.lark_reader import OPTIONS, TriesAll

from regcheck.language import read_grammar
from regcheck.syntax import grammar, tables
from regcheck.syntax.beginnings import ALL, beginning, following
from regcheck.syntax.compile_grammar import compile_tables
from regcheck.syntax.grammar import grammar_text, shipped_tables
from regcheck.syntax.machine import read
from regcheck.syntax.patterns import code_of, pattern_of
from regcheck.syntax.tables import load

TOUR = read_grammar("tour.regspec")
SHIPPED = shipped_tables()
PATTERNS = compile_tables(grammar_text()).patterns


def test_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    logger.propagate, level = True, logger.level
    logger.setLevel(logging.DEBUG)
    try:
        with caplog.at_level(logging.DEBUG, logger=logger.name):
            Lark(grammar_text(), lexer=TriesAll, debug=True, **OPTIONS)
    finally:
        logger.setLevel(level)
    assert [m for m in caplog.messages if "onflict" in m] == []
    assert any("Unused terminals" in m for m in caplog.messages)  # the log was read at all


def test_the_shipped_tables_fit_and_are_those_of_the_grammar() -> None:
    shipped = Path(grammar.__file__).with_name(grammar.TABLES).read_bytes()
    assert shipped == SHIPPED, "the grammar or what compiles it is newer than the tables: make run"


def test_tables_are_the_same_whatever_order_sets_have() -> None:
    program = (
        "import sys; from regcheck.syntax.grammar import shipped_tables as f; sys.stdout.buffer.write(f())"
    )
    seed = {**os.environ, "PYTHONHASHSEED": "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"}
    made = subprocess.run([sys.executable, "-c", program], env=seed, capture_output=True, check=True).stdout
    assert made == SHIPPED


@pytest.mark.parametrize("content", [b"", b"\x00" * 40, b"\x93\x01\x02", SHIPPED[:-9]])
def test_a_file_that_is_no_tables_is_left_alone(content: bytes) -> None:
    assert load(content, grammar_text()) is None


def test_tables_of_another_grammar_or_form_do_not_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    assert load(SHIPPED, grammar_text()) is not None
    assert load(SHIPPED, grammar_text() + "\n") is None
    monkeypatch.setattr(tables, "FORM", "0")
    assert load(SHIPPED, grammar_text()) is None


def test_code_for_another_engine_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "ENGINE", "of another Python")
    found = load(SHIPPED, grammar_text())
    assert found is not None
    assert found[1] == {}


def test_without_tables_the_language_is_made_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grammar, "TABLES", "none.bin")
    made = grammar.language.__wrapped__()
    text = "区分「種別」\n  甲、乙\n"
    assert read(made, text, text) == read(grammar.language(), text, text)


def test_an_ordinary_run_never_loads_lark() -> None:
    program = (
        "import sys; from regcheck.source.span import SourceText; from regcheck.syntax.parse import parse_file;"
        "print(parse_file(SourceText('a', '区分「種別」\\n  甲、乙\\n')).diagnostics, 'lark' in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert found.stdout == "() False\n"


@pytest.mark.parametrize("name, source", PATTERNS)
def test_code_matches_what_its_pattern_matches(name: str, source: str) -> None:
    quick, slow = pattern_of(source, code_of(source)), re.compile(source)
    words = [TOUR[place : place + 30] for place in range(0, len(TOUR), 7)]
    assert [m and m.regs for m in map(quick.match, words)] == [m and m.regs for m in map(slow.match, words)]


@pytest.mark.parametrize("name, source", PATTERNS)
def test_no_word_begins_with_a_sign_that_its_terminal_cannot_begin_with(name: str, source: str) -> None:
    ranges, pattern = beginning(source), re.compile(source)
    for place in range(len(TOUR)):
        if (found := pattern.match(TOUR, place)) and found.end() > place:
            assert any(low <= ord(TOUR[place]) <= high for low, high in ranges), found


@pytest.mark.parametrize("name, source", PATTERNS)
def test_no_word_goes_on_with_a_sign_that_its_terminal_cannot_go_on_with(name: str, source: str) -> None:
    ranges, pattern = following(source), re.compile(source)
    for place in range(len(TOUR) - 1):
        if (found := pattern.match(TOUR, place)) and found.end() > place:
            assert any(low <= ord(TOUR[place + 1]) <= high for low, high in ranges), found


@pytest.mark.parametrize(
    "source, ranges",
    [
        ("ab", {(97, 97)}),
        ("a?b", {(97, 97), (98, 98)}),
        ("(?:a|[c-e])+x", {(97, 97), (99, 101)}),
        ("(?<=z)(?=y)a$", {(97, 97)}),
        ("(?:a*|b{2})(c)?d", {(97, 97), (98, 98), (99, 99), (100, 100)}),
        ("[^a]", {(0, sys.maxunicode)}),
        (r"\s", {(0, sys.maxunicode)}),
        (".", {(0, sys.maxunicode)}),
    ],
)  # fmt: skip
def test_beginnings(source: str, ranges: set[tuple[int, int]]) -> None:
    assert set(beginning(source)) == ranges


@pytest.mark.parametrize(
    "source, ranges",
    [
        ("abc", {(98, 98)}),
        ("ab?c", {(98, 98), (99, 99)}),
        ("a?bc", {(98, 98), (99, 99)}),
        ("(?:ab|[c-e]f)x", {(98, 98), (102, 102)}),
        ("a+b", {(97, 97), (98, 98)}),
        ("(?:ab)*c+d", {(98, 98), (99, 99), (100, 100)}),
        ("a++(?=z)b", {(97, 97), (98, 98)}),
        ("a|bc", set(ALL)),
        ("a(?=b)", set(ALL)),
        ("(?>ab)c", set(ALL)),
    ],
)  # fmt: skip
def test_followings(source: str, ranges: set[tuple[int, int]]) -> None:
    assert set(following(source)) == ranges
