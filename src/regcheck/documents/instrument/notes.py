"""What stands beside a provision on the page for review.

Owns: the shape of a note.
Refuses to know: where specifications, proofs and cases are kept.
"""

from __future__ import annotations

from enum import StrEnum

from regcheck.frozen import Frozen


class NoteKind(StrEnum):
    """What a note leads to."""

    SPECIFICATION = "spec"
    PROOF = "proof"
    CASE = "case"
    NOTE = "note"


class Note(Frozen, kw_only=False):
    """A short text and, if it leads anywhere, a link."""

    text: str
    href: str = ""
    kind: NoteKind = NoteKind.NOTE
