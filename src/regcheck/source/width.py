"""How many terminal columns a text takes.

Owns: display width by East Asian Width (wide and full-width count two; ambiguous counts one); breaking Japanese and
English text into lines.
Refuses to know: terminals, colours, layout.
"""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width

_CHUNK = r"(?s)[!-~]+|."
_NOT_FIRST = "、。，．）」』】ー・：；？！…"


def width(text: str) -> int:
    """Columns of a text without line breaks or tabs."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def pad(text: str, columns: int) -> str:
    """The text, filled with spaces on the right to a number of columns."""
    return text + " " * max(0, columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most that many columns (plus a closing sign); words of Latin letters stay whole."""
    lines = [""]
    for chunk in re.findall(_CHUNK, text):
        if width(lines[-1] + chunk) > columns and chunk not in _NOT_FIRST:
            lines.append("")
        lines[-1] += chunk if lines[-1] or chunk != " " else ""
    return [line.rstrip() for line in lines]
