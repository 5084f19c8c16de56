"""Lengths as docx counts them, and elements in the order that docx wants.

Owns: twips and 字, escaping, the shape of an element.
Refuses to know: what is printed.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from regcheck.documents.instrument.profile import Profile

TWIPS_A_POINT = 20
MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

text_of = escape


def twips(millimetres: float) -> int:
    """Twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def sign_pitch(profile: Profile) -> float:
    """How far two signs of a line are apart, in twips."""
    return twips(profile.line_length) / profile.signs


def line_pitch(profile: Profile) -> int:
    """How far two lines of a page are apart, in twips."""
    return twips(profile.depth) // profile.lines


def element(tag: str, inside: str = "", **values: object) -> str:
    """`w:tag` with attributes in `w:`; those that are None are left out."""
    given = "".join(
        f" w:{name}={quoteattr(str(value))}" for name, value in values.items() if value is not None
    )
    return f"<w:{tag}{given}>{inside}</w:{tag}>" if inside else f"<w:{tag}{given}/>"
