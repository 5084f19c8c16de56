"""The parser of the language, made from the grammars in dsl/ when it is first needed.

Owns: the Lark object, its tables, and where they may be kept between runs.
Refuses to know: what is parsed with it.
"""

from __future__ import annotations

from functools import cache

from lark import Lark

from regcheck.language import read_grammar
from regcheck.syntax.lexer import ContextLexer, Layout

GRAMMARS = ("words.lark", "units.lark", "sentences.lark", "items.lark")


@cache
def grammar_text() -> str:
    """All grammar files as one grammar."""
    return "\n".join(read_grammar(name) for name in GRAMMARS)


@cache
def parser() -> Lark:
    """The parser, with the start rules `item` and `statement`."""
    return Lark(
        grammar_text(),
        parser="lalr",
        lexer=ContextLexer,
        postlex=Layout(),
        propagate_positions=True,
        maybe_placeholders=False,
        start=["item", "statement"],
    )
