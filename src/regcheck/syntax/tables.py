"""What a build makes of the grammar: all that the machine and the lexer run on.

Owns: the form in which it is shipped, and whether it fits the grammar.
Refuses to know: Lark, how the tables are made, how they are run.
"""

# Annotations are values here: msgspec would compile each of their texts before it decodes.
import msgspec

from regcheck.frozen import Frozen
from regcheck.syntax.patterns import ENGINE, Code, code_of

START = "item"
"""The rule that a whole text must match."""

NEWLINE = "_NL"
INDENT = "_INDENT"
DEDENT = "_DEDENT"
END = "$END"

FORM = "3"
"""Counts the forms that shipped tables have had; another form does not fit."""


class Rule(Frozen, kw_only=False, array_like=True):
    """What is built when all of a rule has been seen."""

    origin: str
    size: int
    kind: str
    """The kind of its node; "" hands the children up as they are."""
    kept: tuple[bool, ...]
    """For each part that is kept, whether its children take its place."""
    is_thin: bool
    """A single child stands for the node."""


class Tables(Frozen, kw_only=False, array_like=True):
    """An automaton over words, from state 0 on, and how its words begin and look."""

    actions: list[dict[str, int]]
    """What to do in a state before a word: n goes on to state n, ~n applies rule n."""
    gotos: list[dict[str, int]]
    """The state behind a rule, by the state before it."""
    rules: list[Rule]
    patterns: list[tuple[str, str]]
    """Terminals and their regular expressions; of two equally long words the one listed first wins."""
    wanted: list[str]
    """For each state the terminals listed in it: hexadecimal bits, by the place in `patterns`."""
    ignored: str
    """The terminals of gaps, as bits."""
    bounds: list[int]
    """Code points, ascending from 0, from which on other terminals can begin."""
    beginning: list[str]
    """For each of the bounds the terminals that can begin there, as bits."""


class Shipped(Frozen, kw_only=False, array_like=True):
    """What a build makes and a run finds."""

    form: str
    grammar: str
    """What the tables were made of."""
    engine: str
    """What the codes were made for."""
    tables: Tables
    codes: dict[str, Code]
    """The patterns compiled, by the name of their terminal."""


def dump(tables: Tables, grammar: str) -> bytes:
    """The file that is shipped."""
    codes = {name: code_of(source) for name, source in tables.patterns}
    return msgspec.msgpack.encode(Shipped(FORM, grammar, ENGINE, tables, codes))


def load(content: bytes, grammar: str) -> tuple[Tables, dict[str, Code]] | None:
    """The tables that were dumped and the codes that hold here; None if the file is of another grammar or form."""
    try:
        found = msgspec.msgpack.decode(content, type=Shipped)
    except msgspec.DecodeError:
        return None
    if (found.form, found.grammar) != (FORM, grammar):
        return None
    return found.tables, found.codes if found.engine == ENGINE else {}
