"""Protects: the grammar is LALR(1) without a single conflict that Lark would settle in silence."""

from __future__ import annotations

import logging

import pytest
from lark import Lark, logger

from regcheck.syntax.grammar import grammar_text
from regcheck.syntax.lexer import ContextLexer, Layout


def test_no_conflicts(caplog: pytest.LogCaptureFixture) -> None:
    logger.propagate, level = True, logger.level
    logger.setLevel(logging.DEBUG)
    try:
        with caplog.at_level(logging.DEBUG, logger=logger.name):
            Lark(
                grammar_text(),
                parser="lalr",
                lexer=ContextLexer,
                postlex=Layout(),
                maybe_placeholders=False,
                start=["item", "statement"],
                debug=True,
            )
    finally:
        logger.setLevel(level)
    assert [m for m in caplog.messages if "onflict" in m] == []
    assert any("Unused terminals" in m for m in caplog.messages)  # the log was read at all
