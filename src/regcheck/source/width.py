"""How many terminal columns a text takes.

Owns: display width by East Asian Width (wide and full-width count two; ambiguous counts one).
Refuses to know: terminals, colours, layout.
"""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """Columns of a text without line breaks or tabs."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def pad(text: str, columns: int) -> str:
    """The text, filled with spaces on the right to a number of columns."""
    return text + " " * max(0, columns - width(text))
