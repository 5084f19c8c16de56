"""What would change in a text, as lines that were removed and added.

Owns: the unified form of a difference.
Refuses to know: why a text changes.
"""

from __future__ import annotations

from difflib import unified_diff

from regcheck.render.page import Line, Page, Piece, Role, line


def difference(name: str, old: str, new: str) -> Page:
    """The hunks with three lines around each; nothing if the texts are equal."""
    hunks = unified_diff(old.splitlines(), new.splitlines(), name, name, lineterm="")
    return tuple(_line(one) for one in hunks)


def _line(text: str) -> Line:
    if text.startswith(("---", "+++", "@@")):
        return line(Piece(text, Role.PLACE))
    role = {"+": Role.ADDED, "-": Role.REMOVED}.get(text[:1], Role.PLAIN)
    return line(Piece(text, role))
