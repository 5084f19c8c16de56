"""What a 様式 says, line by line, in both versions.

Owns: which line of a picture is which line of its other version; what is shown where no words differ.
Refuses to know: how the words of a picture are found, rows, pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from regcheck.law.comparing.faces import Face
from regcheck.law.comparing.marking import marked_pair, marked_whole
from regcheck.law.comparing.units import Unit
from regcheck.law.tree import Framed, Picture, Sentence
from regcheck.law.words import NOTHING, Words

ANOTHER_LAYOUT = "（欄の数又は大きさが変わる。）"
"""Of a picture whose words stayed."""

Faces = tuple[Face | None, Face | None]
"""改正前 and 改正後."""


def picture_of(unit: Unit | None) -> Picture | None:
    """The picture that a unit is, if it is known what it says."""
    own = unit.own if unit else None
    if isinstance(own, Framed) and isinstance(own.body, Picture) and own.body.words:
        return own.body
    return None


def picture_faces(old: Unit | None, new: Unit | None) -> Iterator[Faces]:
    """The lines of two pictures side by side; nothing of what says nothing that is known."""
    ones, others = (_lines(unit) for unit in (old, new))
    if not ones and not others:
        return
    if old is None or new is None or not ones or not others:
        yield from ((_alone(old, one), None) for one in ones)
        yield from ((None, _alone(new, other)) for other in others)
    elif ones == others:
        said = (Words(ANOTHER_LAYOUT),) * 2
        yield _face(old, marked_whole(said[0])), _face(new, marked_whole(said[1]))
    else:
        yield from _side_by_side(old, ones, new, others)


def _lines(unit: Unit | None) -> tuple[str, ...]:
    picture = picture_of(unit)
    return picture.words if picture else ()


def _side_by_side(old: Unit, ones: Sequence[str], new: Unit, others: Sequence[str]) -> Iterator[Faces]:
    for tag, a, b, c, d in SequenceMatcher(None, ones, others, autojunk=False).get_opcodes():
        if tag == "equal":
            yield _face(old, NOTHING), _face(new, NOTHING)
            continue
        for one, other in zip_longest(ones[a:b], others[c:d]):
            if one is None or other is None:
                yield _alone(old, one), _alone(new, other)
                continue
            (before,), (after,) = marked_pair([Words(one)], [Words(other)])
            yield _face(old, before), _face(new, after)


def _alone(unit: Unit | None, line: str | None) -> Face | None:
    return None if unit is None or line is None else _face(unit, marked_whole(Words(line)))


def _face(unit: Unit, words: Words) -> Face:
    """A line of a picture; without words, lines that stay."""
    return Face(units=(unit,), own=Sentence(words=words), is_left_out=not words.text)
