"""A sentence as what it says and what its brackets say.

Owns: the text at each level of brackets, with the place of every sign.
Refuses to know: what the words mean.
"""

from __future__ import annotations

from regcheck.frozen import Frozen, Mutable
from regcheck.law.sentences import BRACKET, CLOSING, OPENING


class Segment(Frozen):
    """The words of a sentence, or of one bracket in it; each bracket inside is one 〓."""

    text: str
    offsets: tuple[int, ...]
    """Where each sign stands in the sentence."""
    opening: str = ""
    """The sign that opens the bracket; nothing for the sentence itself."""
    around: Segment | None = None
    is_quoted: bool = False
    """It stands in 「」, however deep: the words are another text's."""


class _Filled(Mutable):
    signs: list[str]
    offsets: list[int]
    opening: str
    around: int
    is_quoted: bool


def segments(text: str) -> tuple[Segment, ...]:
    """The sentence, then its brackets in the order in which they open. One that never closes ends with the text."""
    filled = [_Filled([], [], "", -1, False)]
    open_ = [0]
    start = 0
    for found in BRACKET.finditer(text):
        at, sign, here = found.start(), found[0], filled[open_[-1]]
        _add(here, text, start, at)
        start = at + 1
        opening, closing = ("「", "」") if here.is_quoted else (OPENING, CLOSING)
        if sign in closing and len(open_) > 1:
            open_.pop()
            continue
        here.signs.append("〓" if sign in opening else sign)
        here.offsets.append(at)
        if sign in opening:
            filled.append(_Filled([], [], sign, open_[-1], here.is_quoted or sign == "「"))
            open_.append(len(filled) - 1)
    _add(filled[open_[-1]], text, start, len(text))
    made: list[Segment] = []
    for one in filled:
        made.append(
            Segment(
                text="".join(one.signs),
                offsets=tuple(one.offsets),
                opening=one.opening,
                around=made[one.around] if one.around >= 0 else None,
                is_quoted=one.is_quoted,
            )
        )
    return tuple(made)


def _add(here: _Filled, text: str, start: int, end: int) -> None:
    here.signs.append(text[start:end])
    here.offsets.extend(range(start, end))
