"""That printed words cannot be read back.

Owns: the line, and where the reading stopped or what was missed.
Refuses to know: how this is told.
"""

from __future__ import annotations


class Unread(Exception):  # noqa: N818 - the words are at fault, not the reader
    """A line that is no provision, or that speaks of things which do not exist."""

    def __init__(self, line: str, near: str) -> None:
        super().__init__(line, near)
        self.line = line
        self.near = near
