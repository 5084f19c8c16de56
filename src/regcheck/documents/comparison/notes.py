"""What can be seen of a row without knowing what it means.

Owns: the few words beside a row: only its number, only references, a move.
Refuses to know: meanings, pages.
"""

from __future__ import annotations

from regcheck.law.comparing import Comparison
from regcheck.law.comparing.marking import changes
from regcheck.law.comparing.pairing import Fate
from regcheck.law.comparing.rows import Row
from regcheck.law.comparing.units import Unit

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
    if row.old is None or row.new is None or row.new.is_left_out:
        return ""
    old, new = row.old.units[0], row.new.units[0]
    moved = {(one.old, one.new) for one in comparison.references.moved if one.place == new.address}
    found = {(old.said[a:b], new.said[c:d]) for (a, b), (c, d) in changes(old.said, new.said)}
    return ONLY_REFERENCES if found and found <= moved else ""
