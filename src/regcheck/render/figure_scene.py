"""A figure as shapes on a plane, and how much room words take on it.

Owns: lines, boxes, polygons and words with their places; estimated widths; boxes of words that must not meet.
Refuses to know: SVG, plans, what a shape stands for.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import east_asian_width

from regcheck.frozen import Frozen
from regcheck.source.width import width

_NARROW = 0.62
"""Ems of a narrow sign: the digits of the widest Japanese face in use, and a little more."""
_BROAD = 0.95
_ASCENT, _DESCENT = 0.88, 0.22
"""Of the height of the letters, above and below the line that they stand on."""


def text_width(text: str, size: float) -> float:
    """The room that words take, rather too much: signs of ambiguous width are wide in Japanese faces."""
    return size * sum(_ems(sign) for sign in text)


def _ems(sign: str) -> float:
    if east_asian_width(sign) == "A" or width(sign) > 1:
        return 1.0
    if not width(sign):
        return 0.0
    return _BROAD if sign in "MWmw@%&" else 0.75 if sign.isupper() else _NARROW


def wrapped(text: str, size: float, room: float) -> tuple[str, ...]:
    """The text in lines that fit the room, broken between any two signs."""
    lines = [""]
    for sign in text:
        if lines[-1] and text_width(lines[-1] + sign, size) > room:
            lines.append("")
        lines[-1] += sign
    return tuple(lines)


class Box(Frozen, kw_only=False):
    """A rectangle: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """They share more than an edge."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


class Words(Frozen):
    """A line of text; `y` is the line that the letters stand on, `style` a class of the style sheet."""

    text: str
    x: float
    y: float
    size: float
    style: str
    anchor: str = "start"

    @property
    def box(self) -> Box:
        """The room that the words take."""
        wide = text_width(self.text, self.size)
        left = self.x - {"start": 0.0, "middle": wide / 2, "end": wide}[self.anchor]
        return Box(left, self.y - _ASCENT * self.size, left + wide, self.y + _DESCENT * self.size)


class Area(Frozen):
    """A rectangle; `pattern` fills it with a hatching over the colour of its style."""

    x: float
    y: float
    width: float
    height: float
    style: str
    pattern: str = ""


class Stroke(Frozen):
    """A line through points."""

    points: tuple[tuple[float, float], ...]
    style: str


class Polygon(Frozen):
    """A closed shape."""

    points: tuple[tuple[float, float], ...]
    style: str


Shape = Words | Area | Stroke | Polygon


class Scene(Frozen):
    """Shapes, those below first."""

    width: float
    height: float
    shapes: tuple[Shape, ...]

    def words(self) -> Iterator[Words]:
        """All words of the scene."""
        return (shape for shape in self.shapes if isinstance(shape, Words))
