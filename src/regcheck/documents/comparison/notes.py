"""What can be seen of a row without knowing what it means.

Owns: the few words beside a row: only its number, only references, a move.
Refuses to know: meanings, pages.
"""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.frozen import replace
from regcheck.law.comparing import Comparison
from regcheck.law.comparing.faces import Face, shown_words
from regcheck.law.comparing.pairing import Fate
from regcheck.law.comparing.references import MovedReference
from regcheck.law.comparing.rows import Row
from regcheck.law.comparing.units import Unit
from regcheck.law.words import Drawn

ONLY_NUMBER = "番号のみ"
ONLY_REFERENCES = "引用のみ"


def note_of(row: Row, comparison: Comparison) -> str:
    """The words, or nothing where the change has to be read."""
    match row.fate:
        case Fate.SAME:
            return ""
        case Fate.RENUMBERED:
            return ONLY_NUMBER
        case Fate.ADDED | Fate.REMOVED:
            return _move(row, comparison)
        case Fate.CHANGED:
            return _references(row, comparison)


def is_lined(row: Row) -> bool:
    """Whether a row shows other words or numbers than before, or one side alone."""
    if row.fate in {Fate.ADDED, Fate.REMOVED}:
        return True
    faces = [face for face in (row.old, row.new) if face is not None]
    marks = (mark for face in faces for words in shown_words(face) for mark in words.marks)
    return any(mark.drawn is Drawn.LINE for mark in marks)


def _move(row: Row, comparison: Comparison) -> str:
    face = row.new or row.old
    if face is None or not row.begins:
        return ""
    for move in comparison.moves:
        if row.new and _begins(move.new, face.units[0]):
            return f"{move.old.address}から移る"
        if row.old and _begins(move.old, face.units[0]):
            return f"{move.new.address}へ移る"
    return ""


def _begins(moved: Unit, unit: Unit) -> bool:
    """Whether a row that begins with a unit is the first of what moved: of an article, that of its first 項."""
    return moved is unit or (bool(moved.below) and moved.below[0] is unit)


def _references(row: Row, comparison: Comparison) -> str:
    """Whether nothing changed but references that moved, and perhaps the number."""
    if row.old is None or row.new is None or row.new.is_left_out or _caption(row.old) != _caption(row.new):
        return ""
    old, new = row.old.units[0], row.new.units[0]
    moved = [
        one
        for one in comparison.references.moved
        if replace(one.place, inside=new.address.inside) == new.address
    ]
    return ONLY_REFERENCES if moved and _followed(old.said, moved) == new.said else ""


def _caption(face: Face) -> str:
    return face.lead.caption.text if face.lead else ""


def _followed(text: str, moved: Sequence[MovedReference]) -> str:
    """A text with its references as they are now; they are in the order of the text."""
    at = 0
    for one in moved:
        found = text.find(one.old, at)
        if found >= 0:
            text = text[:found] + one.new + text[found + len(one.old) :]
            at = found + len(one.new)
    return text
