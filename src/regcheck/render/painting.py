"""Pages in colours.

Owns: what each role looks like on a terminal.
Refuses to know: when there are colours, streams.
"""

from __future__ import annotations

from regcheck.render.page import Page, Piece, Role

_SIGNS = {
    Role.ERROR: "1;31",
    Role.WARNING: "1;33",
    Role.INFO: "1;36",
    Role.HEADLINE: "1",
    Role.PLACE: "36",
    Role.GUTTER: "90",
    Role.MARKED: "4",
    Role.CARET: "1;31",
    Role.SECOND: "35",
    Role.LABEL: "1",
    Role.GOOD: "32",
    Role.DIM: "90",
    Role.ADDED: "32",
    Role.REMOVED: "31",
}
"""Roles that look different from plain text, as parameters of SGR (ECMA-48, 8.3.117)."""


def painted(page: Page) -> str:
    """The text of a page with its colours; every line ends with a line break."""
    return "".join("".join(map(_painted, one)) + "\n" for one in page)


def _painted(piece: Piece) -> str:
    sign = _SIGNS.get(piece.role)
    return f"\x1b[{sign}m{piece.text}\x1b[0m" if sign and piece.text else piece.text
