"""Lines to a tree: which 号 stands under which 項, by the form and the order of the labels.

Owns: labels, their depth and their order.
Refuses to know: what the lines say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from regcheck.documents.from_statutory.failure import Unread
from regcheck.frozen import Mutable, field
from regcheck.source.numerals import IROHA, from_kanji, narrow

_ROMAN = {"i": 1, "v": 5, "x": 10}
_LABEL = re.compile(
    f"([一二三四五六七八九十百千]+|[{IROHA}]|（[０-９]+）|（[ｉｖｘ]+）|[０-９]+)　(.*)", re.DOTALL
)


class Line(Mutable, kw_only=True):
    """One 項, 号, イ, （１） or （ｉ）, and the lines below it. `depth` is -1 for 項, 0 for 号."""

    label: str
    text: str
    depth: int = -1
    below: list[Line] = field(default_factory=list)


def to_lines(lines: Sequence[str]) -> list[Line]:
    """The 項 of a provision with everything below them. Raises Unread where a label is out of order."""
    paragraphs: list[Line] = []
    open_lines: list[Line] = []
    for text in lines:
        line = _line(text)
        while open_lines and open_lines[-1].depth >= line.depth:
            open_lines.pop()
        siblings = open_lines[-1].below if open_lines else paragraphs
        if line.depth != (open_lines[-1].depth + 1 if open_lines else -1):
            raise Unread(text, line.label)
        if _position(line) != len(siblings) + 1:
            raise Unread(text, line.label)
        siblings.append(line)
        open_lines.append(line)
    return paragraphs


def _line(text: str) -> Line:
    found = _LABEL.fullmatch(text)
    if found is None:
        return Line(label="", text=text)
    label, words = found.groups()
    return Line(label=label, text=words, depth=_depth(label))


def _depth(label: str) -> int:
    inner = narrow(label)
    if inner.isdigit():
        return -1
    if inner.startswith("("):
        return 2 if inner[1:-1].isdigit() else 3
    return 1 if label in IROHA else 0


def _position(line: Line) -> int:
    """Which of its kind a label is, counted from 1; the 項 without a number is the first."""
    label = narrow(line.label).strip("()")
    match line.depth:
        case -1:
            return int(label) if label else 1
        case 0:
            return from_kanji(label) or 0
        case 1:
            return IROHA.index(label) + 1
        case 2:
            return int(label)
        case _:
            return _from_roman(label)


def _from_roman(label: str) -> int:
    values = [_ROMAN[sign] for sign in label]
    after = [*values[1:], 0]
    return sum(-v if v < following else v for v, following in zip(values, after, strict=True))
