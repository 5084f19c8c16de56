"""The parser of the language, made from the grammars in dsl/ when it is first needed.

Owns: the Lark object, and its tables: a build compiles them once (hatch_build.py); tables that do not fit the
grammar, or are not there, are made again in memory.
Refuses to know: what is parsed with it.
"""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from importlib.resources import files
from io import BytesIO

import lark
from lark import Lark

from regcheck.language import read_grammar
from regcheck.syntax.lexer import ContextLexer, Layout

GRAMMARS = ("words.lark", "units.lark", "sentences.lark", "items.lark")
TABLES = "tables.bin"


@cache
def grammar_text() -> str:
    """All grammar files as one grammar."""
    return "\n".join(read_grammar(name) for name in GRAMMARS)


@cache
def parser() -> Lark:
    """The parser, with the start rules `item` and `statement`."""
    tables = files("regcheck.syntax") / TABLES
    if tables.is_file():
        stamp, compiled = _split(tables.read_bytes())
        if stamp == _stamp():
            return Lark.load(BytesIO(compiled))
    return _build()


def compile_tables() -> bytes:
    """The tables as a build ships them, stamped with the grammar and the version of Lark they were made of."""
    out = BytesIO()
    _build().save(out)
    return _stamp() + out.getvalue()


def _build() -> Lark:
    return Lark(
        grammar_text(),
        parser="lalr",
        lexer=ContextLexer,
        postlex=Layout(),
        maybe_placeholders=False,
        start=["item", "statement"],
    )


def _stamp() -> bytes:
    return sha256(f"{lark.__version__}\n{grammar_text()}".encode()).digest()


def _split(shipped: bytes) -> tuple[bytes, bytes]:
    return shipped[:32], shipped[32:]
