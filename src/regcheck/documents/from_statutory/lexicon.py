"""The grammar of printed provisions, with the names of one specification in it.

Owns: which words are names, units and windows; the parsers.
Refuses to know: meaning; how provisions are printed.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from io import BytesIO

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput
from lark.lexer import PatternRE

from regcheck.documents.from_statutory.failure import Unread
from regcheck.frozen import Frozen
from regcheck.language import read_grammar
from regcheck.model.specification import Specification
from regcheck.model.types import NumberType, SeriesType
from regcheck.syntax.units import units

Node = Tree[Token]

STARTS = ("first", "later", "item", "stage", "entry", "heading", "cell")

_NAME = "一-鿿々ァ-ヺー・A-Za-z0-9_"
_BARE = re.compile(f"[{_NAME}]+")
_FIGURES = "〇零一二三四五六七八九十百千万億兆"
_AFTER = f"(?![{_NAME}])|(?=以上|以下|未満|以前|以後|又は|若しくは|及び|並びに|以外)"
_NOTHING = "\x00"


class Vocabulary(Frozen):
    """What words there are beside those of the grammar."""

    names: frozenset[str]
    units: frozenset[str]
    windows: frozenset[str]


def vocabulary_of(spec: Specification) -> Vocabulary:
    """The words of a specification."""
    types = [field.type for subject in spec.subjects.values() for field in subject.fields.values()]
    series = [found for found in types if isinstance(found, SeriesType)]
    numbers = [found for found in (*types, *(s.element for s in series)) if isinstance(found, NumberType)]
    listed = frozenset({*units(), *(number.unit for number in numbers)} - {""})
    return Vocabulary(
        names=frozenset(name for name in _names(spec) if _may_stand_bare(name, listed)),
        units=listed,
        windows=frozenset(s.window for s in series),
    )


def _names(spec: Specification) -> Iterator[str]:
    """Every name that a provision can speak of."""
    for named in (spec.predicates, spec.plans, spec.tables, spec.subjects, spec.enumerations):
        yield from named
    for enumeration in spec.enumerations.values():
        yield from enumeration.members
    for subject in spec.subjects.values():
        yield from subject.fields
    for table in spec.tables.values():
        yield from table.outputs
        yield from (value for row in table.rows for value in row.outputs)
    yield from (discretion.authority for discretion in spec.discretions.values())


def _may_stand_bare(name: str, listed: frozenset[str]) -> bool:
    """A name of name signs only that is no figure (四百床) and no label (第一段階, イ)."""
    tail = name.lstrip(_FIGURES)
    is_figure = tail != name and tail in {"", *listed}
    is_label = re.fullmatch(f"第[{_FIGURES}]+(?:段階|号|項)|[ァ-ヶ]|数|合計|平均|最大|最小", name) is not None
    return _BARE.fullmatch(name) is not None and not is_figure and not is_label


@lru_cache(maxsize=8)
def parsers(words: Vocabulary) -> Lark:
    """One parser for all kinds of line: the tables of the grammar, with the words in place of its marks."""
    patterns = {
        "BARE": f"(?:{_one_of(words.names)})(?:{_AFTER})",
        "UNIT": _one_of(words.units),
        "WINDOW": _one_of(words.windows),
    }
    saved = pickle.loads(_tables())
    for entry in saved["memo"].values():
        if entry["__type__"] == "TerminalDef" and entry["name"] in patterns:
            entry["pattern"] = PatternRE(patterns[entry["name"]]).serialize(None)
    return Lark.load(BytesIO(pickle.dumps(saved)))


@cache
def _tables() -> bytes:
    """The grammar compiled, in the form that Lark keeps it in: the costly step, the same for all vocabularies."""
    made = Lark(read_grammar("statutory.lark"), parser="lalr", start=list(STARTS), maybe_placeholders=False)
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def _one_of(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(map(re.escape, longest_first)) or _NOTHING


def parse_line(parser: Lark, text: str, start: str) -> Node:
    """The tree of one line. Raises Unread where the line is no sentence of the grammar."""
    try:
        return parser.parse(text, start=start)
    except UnexpectedInput as error:
        place = error.pos_in_stream if error.pos_in_stream is not None else len(text)
        raise Unread(text, text[max(place, 0) :][:12]) from None
