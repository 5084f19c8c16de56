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

FORM = "5"
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


class State(Frozen, kw_only=False, array_like=True):
    """What the automaton does in a state."""

    actions: dict[str, int]
    """What to do before a word: n goes on to state n, ~n applies rule n."""
    gotos: dict[str, int]
    """The state behind a rule that began here."""
    wanted: str
    """The terminals listed in it: hexadecimal bits, by the place in `patterns`."""


class Stretches(Frozen, kw_only=False, array_like=True):
    """Terminals by a sign."""

    bounds: list[int]
    """Code points, ascending from 0, from which on the terminals are others."""
    terminals: list[str]
    """For each of the bounds the terminals from there on, as bits."""


class Tables(Frozen, kw_only=False, array_like=True):
    """An automaton over words, from state 0 on, and how its words begin and look.

    A text meets a few of the states and rules, so each of them is packed by itself.
    """

    states: list[bytes]
    rules: list[bytes]
    patterns: list[tuple[str, str]]
    """Terminals and their regular expressions; of two equally long words the one listed first wins."""
    ignored: str
    """The one terminal of gaps, as a bit."""
    beginning: Stretches
    """The terminals that can begin with a sign."""
    following: Stretches
    """Those that can have it as their second sign, or end before it."""


class States(dict[int, State]):
    """The states that have been met."""

    def __init__(self, tables: Tables) -> None:
        self._packed = tables.states

    def __missing__(self, number: int) -> State:
        found = self[number] = msgspec.msgpack.decode(self._packed[number], type=State)
        return found


class Rules(dict[int, Rule]):
    """The rules that have been applied."""

    def __init__(self, tables: Tables) -> None:
        self._packed = tables.rules

    def __missing__(self, number: int) -> Rule:
        found = self[number] = msgspec.msgpack.decode(self._packed[number], type=Rule)
        return found


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


def pack(part: State | Rule) -> bytes:
    """A state or a rule as it stands in the tables."""
    return msgspec.msgpack.encode(part)


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
