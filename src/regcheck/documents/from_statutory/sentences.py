"""Sentences and lists to formulas.

Owns: かつ and 又は between clauses, conditions in front of them, 号 below them, ただし書.
Refuses to know: the predicates of clauses, the sentence around a condition.

What the eye takes for granted is checked: that only the last clause of a sentence ends it, that the last joint
says how all are joined, that every line below is spoken of, that 若しくは and 並びに do not stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lark import Lark, Token, Tree

from regcheck.documents.from_statutory.clauses import constant, read_clause, read_phrase_clause, verb_of
from regcheck.documents.from_statutory.failure import Unread
from regcheck.documents.from_statutory.figures import to_whole
from regcheck.documents.from_statutory.lexicon import Node, parse_line
from regcheck.documents.from_statutory.lines import Line
from regcheck.documents.from_statutory.phrases import element_subject, read_phrase
from regcheck.documents.from_statutory.reading import Below, Reading, Scope, tokens, trees
from regcheck.model.formula import (
    And,
    AtLeast,
    Except,
    Formula,
    Implies,
    Not,
    Or,
    OverList,
    OverSeries,
    Part,
    Quantity,
)

_JOINTS = {"COMMA", "KATSU", "MATAWA"}
_FINAL = re.compile("[るいむ]$")
_QUOTED = re.compile("「[^」]*」")
_COUNT = re.compile("うち(.+)以上に")
_OUTER = {"若しくは": "又は", "並びに": "及び"}


def start_reading(parser: Lark, scope: Scope, line: Line) -> Reading:
    """The reading of one line, after a look at its joints."""
    bare = _QUOTED.sub("", line.text)
    for inner, outer in _OUTER.items():
        if inner in bare and outer not in bare:
            raise Unread(line.text, inner)
    return Reading(parser=parser, scope=scope, below=Below(line.below), line=line.text)


def read_item(parser: Lark, scope: Scope, line: Line) -> Formula:
    """A 号, イ, （１） or （ｉ） with everything below it."""
    reading = start_reading(parser, scope, line)
    sentence, *rest = trees(parse_line(parser, line.text, "item"))
    found = read_with_proviso(sentence, rest, reading)
    reading.check_all_used()
    return found


def read_with_proviso(sentence: Node, rest: Sequence[Node], reading: Reading) -> Formula:
    """A condition, and what ただし takes out of it."""
    body = read_sentence(sentence, reading)
    if not rest:
        return body
    (proviso,) = rest
    taken = tuple(Part(body=read_sentence(part, reading)) for part in trees(proviso))
    return Except(body=body, exceptions=taken)


# ---------------------------------------------------------------- one sentence


def read_sentence(node: Node, reading: Reading) -> Formula:
    """A `sentence` node: what stands in front reaches to its end."""
    first, *rest = trees(node)
    if not rest:
        return _chain(first, reading)
    remainder: Node = Tree("sentence", list(rest))
    match first.data:
        case "premise":
            premise = _chain(trees(first)[0], reading)
            return Implies(premise=premise, conclusion=read_sentence(remainder, reading))
        case "for_all":
            return _for_all(first, remainder, reading)
        case "years":
            return _years(first, remainder, reading)
        case _:
            raise reading.unread(first)


def _for_all(prefix: Node, remainder: Node, reading: Reading) -> Formula:
    phrase = read_phrase(trees(prefix)[0], reading)
    if not phrase.every or phrase.listed != len(phrase.steps):
        raise reading.unread(prefix)
    inner = reading.about(reading.scope.inside(element_subject(phrase.path, reading)))
    body = read_sentence(remainder, inner)
    return OverList(quantity=Quantity.ALL, path=phrase.path, variable=inner.scope.here, body=body)


def _years(prefix: Node, remainder: Node, reading: Reading) -> Formula:
    window, word = tokens(prefix)
    inner = reading.about(reading.scope.in_year(str(window)))
    return OverSeries(
        quantity=Quantity.SOME if "いずれか" in word else Quantity.ALL,
        window=str(window),
        length=reading.scope.length_of(str(window)),
        index=inner.scope.years[-1][0],
        body=read_sentence(remainder, inner),
    )


def _chain(node: Node, reading: Reading) -> Formula:
    """Clauses and the joints between them, which must all say the same."""
    clauses = [child for child in node.children if not _is_joint(child)]
    joints = [child.type for child in node.children if _is_joint(child) and isinstance(child, Token)]
    *before, last = clauses
    if not _is_final(last, reading) or any(_is_final(clause, reading) for clause in before):
        raise reading.unread(node)
    found = tuple(Part(body=_clause(clause, reading)) for clause in clauses)
    if not joints:
        return found[0].body
    if joints[-1] == "COMMA" or any(joint != "COMMA" for joint in joints[:-1]):
        raise reading.unread(node)
    return And(parts=found) if joints[-1] == "KATSU" else Or(parts=found)


def _is_joint(child: Node | Token) -> bool:
    return isinstance(child, Token) and child.type in _JOINTS


def _is_final(clause: Node | Token, reading: Reading) -> bool:
    verb = verb_of(clause)
    if verb.type == "PHRASE":
        return reading.scope.phrases.is_final(verb)
    return _FINAL.search(verb) is not None


def _clause(node: Node | Token, reading: Reading) -> Formula:
    if isinstance(node, Tree):
        return read_clause(node, reading, read_sentence)
    match node.type:
        case "LIST":
            return _list(node, reading)
        case "REFERENCE":
            return _reference(node, reading)
        case "PHRASE":
            return read_phrase_clause(node, reading)
        case _:
            return constant(node)


# ---------------------------------------------------------------- the lines below


def _list(word: Token, reading: Reading) -> Formula:
    """次のいずれにも, いずれか, うち二以上: over every line below."""
    is_second = bool(reading.below.used)
    lines = reading.below.all()
    if is_second or not lines or ("各号" in word) is not (lines[0].depth == 0):
        raise reading.unread(word)
    parts = tuple(
        Part(body=read_item(reading.parser, reading.scope, line), label=line.label) for line in lines
    )
    if counted := _COUNT.search(word):
        return AtLeast(count=to_whole(counted[1]), parts=parts)
    if "いずれか" in word:
        return Or(parts=parts)
    return Not(body=Or(parts=parts)) if word.endswith("しない") else And(parts=parts)


def _reference(word: Token, reading: Reading) -> Formula:
    """イに該当する: one line below, asked of whoever is spoken of here."""
    label = word.removesuffix("に該当する").removeprefix("第").removesuffix("号")
    line = reading.below.one(label)
    if line is None:
        raise reading.unread(word)
    return read_item(reading.parser, reading.scope, line)
