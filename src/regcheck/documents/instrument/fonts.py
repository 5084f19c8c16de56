"""The font of the PDF, and the signs that it does not have.

Owns: which font, and finding a sign that would be printed as an empty box.
Refuses to know: how pages are made.

The font comes with a package, so that a PDF is the same on every machine.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from regcheck.documents.instrument.flow import Flow, Line, lines_of
from regcheck.frozen import Frozen

FAMILY = "Noto Serif JP"
_SELECTORS = frozenset((*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0)))
"""They choose a shape of the sign before them and have none of their own."""


class Missing(Frozen, kw_only=False):
    """A sign without a shape, and the first place where it stands."""

    sign: str
    place: str

    @property
    def code_point(self) -> str:
        """U+1F600."""
        return f"U+{ord(self.sign):04X}"


SUPPORT = ("fontTools", "pylopdf_fonts_jp", "typst")
"""What a PDF needs and an installation may not have."""


def has_support() -> bool:
    """Whether a PDF can be made here."""
    return all(find_spec(name) for name in SUPPORT)


def font_file() -> Path:
    """Where the package keeps the font."""
    import pylopdf_fonts_jp

    return Path(pylopdf_fonts_jp.serif_path())


def missing_signs(flow: Flow) -> tuple[Missing, ...]:
    """Signs of the flow that the font does not have, each once, in reading order."""
    found: dict[str, Missing] = {}
    for line in lines_of(flow.blocks):
        for sign in _printed(line):
            if sign not in found and not _has_shape(sign):
                found[sign] = Missing(sign, str(line.address) or line.words.text[:20])
    return tuple(found.values())


def _printed(line: Line) -> str:
    readings = "".join(mark.value for part in line.parts for mark in part.marks if mark.drawn == "Ruby")
    return line.words.text + readings + line.aside


def _has_shape(sign: str) -> bool:
    return ord(sign) in _shapes() or ord(sign) in _SELECTORS or unicodedata.category(sign) in {"Zs", "Cf"}


@cache
def _shapes() -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(font_file(), lazy=True) as font:
        return frozenset(font.getBestCmap())
