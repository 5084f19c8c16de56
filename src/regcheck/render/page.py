"""Styled text without a terminal: what renderers make and a terminal paints.

Owns: the roles a piece of text can have, lines of such pieces, and their plain text.
Refuses to know: colours, terminals, what a report is.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from msgspec.structs import force_setattr

from regcheck.frozen import Frozen
from regcheck.source.width import width


class Role(StrEnum):
    """What a piece of text is; the painter decides how that looks."""

    PLAIN = "plain"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    HEADLINE = "headline"
    PLACE = "place"
    GUTTER = "gutter"
    MARKED = "marked"
    CARET = "caret"
    SECOND = "second"
    LABEL = "label"
    GOOD = "good"
    DIM = "dim"
    ADDED = "added"
    REMOVED = "removed"


class Piece(Frozen, kw_only=False):
    """Some text in one role. Control signs are made visible, so that no user's text steers a terminal."""

    text: str
    role: Role = Role.PLAIN

    def __post_init__(self) -> None:
        force_setattr(self, "text", visible(self.text))


_TAB = "    "
_DELETE = 0x7F
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def visible(text: str) -> str:
    """Tabs as spaces, other control signs as their pictures (NUL as ␀), turns of direction as �."""
    return text if text.isprintable() else "".join(_visible_sign(sign) for sign in text)


def _visible_sign(sign: str) -> str:
    code = ord(sign)
    if sign == "\t":
        return _TAB
    if code < ord(" "):
        return chr(0x2400 + code)
    if code == _DELETE:
        return "\u2421"
    return "\ufffd" if sign in _BIDI or 0x80 <= code < 0xA0 or 0xD800 <= code < 0xE000 else sign


Line = tuple[Piece, ...]
Page = tuple[Line, ...]


def line(*parts: Piece | str) -> Line:
    """A line of pieces; bare strings are PLAIN."""
    return tuple(Piece(p) if isinstance(p, str) else p for p in parts if p)


def text_of(one: Line) -> str:
    """The plain text of a line, without spaces at its end."""
    return "".join(piece.text for piece in one).rstrip(" ")


def plain(page: Iterable[Line]) -> str:
    """The plain text of a page; every line ends with a line break."""
    return "".join(text_of(one) + "\n" for one in page)


def columns(rows: Iterable[tuple[str, str]], gap: int = 2) -> list[tuple[str, str]]:
    """The rows with the left cells padded to one display width."""
    kept = list(rows)
    widest = max((width(left) for left, _ in kept), default=0)
    return [(left + " " * (widest - width(left) + gap), right) for left, right in kept]
