"""A grammar with words of one specification in it.

Owns: the parser of a grammar file in which some terminals stand for words that are known only later.
Refuses to know: which grammar, which words, what they mean.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO

from lark import Lark
from lark.lexer import PatternRE

from regcheck.language import read_grammar

_NOTHING = "\x00"


def worded_parser(grammar: str, starts: tuple[str, ...], patterns: Mapping[str, str]) -> Lark:
    """The parser of a grammar file with these patterns for its terminals by name."""
    saved = pickle.loads(_tables(grammar, starts))
    for entry in saved["memo"].values():
        if entry["__type__"] == "TerminalDef" and entry["name"] in patterns:
            entry["pattern"] = PatternRE(patterns[entry["name"]]).serialize(None)
    return Lark.load(BytesIO(pickle.dumps(saved)))


@cache
def _tables(grammar: str, starts: tuple[str, ...]) -> bytes:
    """A grammar compiled, in the form that Lark keeps it in: the costly step, the same for all words."""
    made = Lark(read_grammar(grammar), parser="lalr", start=list(starts), maybe_placeholders=False)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def one_of(words: Iterable[str]) -> str:
    """The pattern of any of some words, the longest first; of none, one that nothing matches."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first)) or _NOTHING
