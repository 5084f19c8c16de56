"""The language that the grammars in dsl/ describe, ready to be read.

Owns: which tables are run: those that a build has shipped (hatch_build.py), or, if they do not fit the grammar or are
not there, tables made again in memory.
Refuses to know: how tables are made, shipped and run.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from regcheck.language import read_grammar
from regcheck.syntax.machine import Language
from regcheck.syntax.tables import dump, load

GRAMMARS = ("words.lark", "units.lark", "sentences.lark", "items.lark", "procedures.lark")
TABLES = "tables.bin"


@cache
def grammar_text() -> str:
    """All grammar files as one grammar."""
    return "\n".join(read_grammar(name) for name in GRAMMARS)


@cache
def language() -> Language:
    """What reads items."""
    tables = Path(__file__).with_name(TABLES)
    found = load(tables.read_bytes(), grammar_text()) if tables.is_file() else None
    if found is not None:
        return Language(*found)
    from regcheck.syntax.compile_grammar import compile_tables

    return Language(compile_tables(grammar_text()), {})


def shipped_tables() -> bytes:
    """The tables as a build ships them."""
    from regcheck.syntax.compile_grammar import compile_tables

    return dump(compile_tables(grammar_text()), grammar_text())
