"""The grammar of printed provisions, with the names of one specification in it.

Owns: which words are names, units and windows; the parsers.
Refuses to know: meaning; how provisions are printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lark import Lark, Token, Tree
from lark.exceptions import UnexpectedInput

from regcheck.documents.from_statutory.failure import Unread
from regcheck.documents.from_statutory.worded import one_of, worded_parser
from regcheck.documents.phrasebook import NO_PHRASES, Phrasebook
from regcheck.frozen import Frozen
from regcheck.model.specification import Specification
from regcheck.model.types import NumberType, SeriesType
from regcheck.syntax.units import units

Node = Tree[Token]

STARTS = ("first", "later", "item", "stage", "entry", "heading", "cell")

_NAME = "一-鿿々ァ-ヺー・A-Za-z0-9_"
_BARE = re.compile(f"[{_NAME}]+")
_FIGURES = "〇零一二三四五六七八九十百千万億兆"
_LABEL = re.compile(f"第[{_FIGURES}]+(?:段階|号|項)|[ァ-ヶ]|数|合計|平均|最大|最小|前日|翌日")
_AFTER = f"(?![{_NAME}])|(?=以上|以下|未満|以前|以後|又は|若しくは|及び|並びに|以外)"


class Vocabulary(Frozen):
    """What words there are beside those of the grammar."""

    names: frozenset[str]
    units: frozenset[str]
    windows: frozenset[str]
    phrases: frozenset[str] = frozenset()


def vocabulary_of(spec: Specification, phrases: Phrasebook = NO_PHRASES) -> Vocabulary:
    """The words of a specification, and those that an ordinance has for its facts."""
    types = [field.type for subject in spec.subjects.values() for field in subject.fields.values()]
    series = [found for found in types if isinstance(found, SeriesType)]
    numbers = [found for found in (*types, *(s.element for s in series)) if isinstance(found, NumberType)]
    listed = frozenset({*units(), *(number.unit for number in numbers)} - {""})
    return Vocabulary(
        names=frozenset(name for name in _names(spec) if _may_stand_bare(name, listed)),
        units=listed,
        windows=frozenset(s.window for s in series),
        phrases=phrases.words,
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
    is_label = _LABEL.fullmatch(name) is not None
    return _BARE.fullmatch(name) is not None and not is_figure and not is_label


@lru_cache(maxsize=8)
def parsers(words: Vocabulary) -> Lark:
    """One parser for all kinds of line: the tables of the grammar, with the words in place of its marks."""
    patterns = {
        "BARE": f"(?:{one_of(words.names)})(?:{_AFTER})",
        "UNIT": one_of(words.units),
        "WINDOW": one_of(words.windows),
        "PHRASE": one_of(words.phrases),
    }
    return worded_parser("statutory.lark", STARTS, patterns)


def parse_line(parser: Lark, text: str, start: str) -> Node:
    """The tree of one line. Raises Unread where the line is no sentence of the grammar."""
    try:
        return parser.parse(text, start=start)
    except UnexpectedInput as error:
        place = error.pos_in_stream if error.pos_in_stream is not None else len(text)
        raise Unread(text, text[max(place, 0) :][:12]) from None
