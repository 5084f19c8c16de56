"""How a page is set: paper, direction, signs a line and lines a page.

Owns: the profiles that there are.
Refuses to know: what is printed, formats.

閣議 wants bills and cabinet orders in 縦書き with 48 signs a line and 13 lines a page; a 省令 is free.
"""

from __future__ import annotations

from enum import StrEnum

from regcheck.frozen import Frozen


class Direction(StrEnum):
    """横書き or 縦書き."""

    HORIZONTAL = "yoko"
    VERTICAL = "tate"


class Profile(Frozen):
    """A page. Lengths are millimetres, the type is points."""

    name: str
    direction: Direction
    signs: int
    """字 a line."""
    lines: int
    """Lines a page."""
    width: int = 210
    height: int = 297
    top: int = 30
    right: int = 30
    bottom: int = 30
    left: int = 30
    size: float = 10.5

    @property
    def line_length(self) -> int:
        """How long a line is."""
        if self.direction is Direction.VERTICAL:
            return self.height - self.top - self.bottom
        return self.width - self.left - self.right

    @property
    def depth(self) -> int:
        """How far the lines of a page reach, from the first to the last."""
        if self.direction is Direction.VERTICAL:
            return self.width - self.left - self.right
        return self.height - self.top - self.bottom


PLAIN = Profile(name="plain", direction=Direction.HORIZONTAL, signs=40, lines=36)
PLAIN_VERTICAL = Profile(
    name="plain-tate",
    direction=Direction.VERTICAL,
    signs=42,
    lines=26,
    width=297,
    height=210,
    top=25,
    right=25,
    bottom=25,
    left=25,
)
KAKUGI = Profile(
    name="kakugi",
    direction=Direction.VERTICAL,
    signs=48,
    lines=13,
    width=297,
    height=210,
    top=16,
    right=25,
    bottom=16,
    left=25,
)
PROFILES = {profile.name: profile for profile in (PLAIN, PLAIN_VERTICAL, KAKUGI)}
