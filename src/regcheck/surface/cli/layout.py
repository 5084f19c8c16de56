"""Help pages laid out by display width.

Owns: breaking Japanese and English text into lines, and lists of names with texts beside them.
Refuses to know: click, which verbs there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from regcheck.source.width import pad, width

COLUMNS = 80
_CHUNK = re.compile(r"[!-~]+|.", re.DOTALL)
_NOT_FIRST = "、。，．）」』】ー・：；？！…"


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most that many columns (plus a closing sign); words of Latin letters stay whole."""
    lines = [""]
    for chunk in _CHUNK.findall(text):
        if width(lines[-1] + chunk) > columns and chunk not in _NOT_FIRST:
            lines.append("")
        lines[-1] += chunk if lines[-1] or chunk != " " else ""
    return [line.rstrip() for line in lines]


def paragraphs(text: str, indent: int = 2) -> Iterator[str]:
    """Paragraphs, parted by empty lines, wrapped and indented."""
    for number, paragraph in enumerate(text.split("\n\n")):
        if number:
            yield ""
        yield from (" " * indent + line for line in wrap(paragraph, COLUMNS - indent))


def definitions(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Names in a left column with their texts wrapped beside them; a long name stands on its own line."""
    kept = list(rows)
    left = min(max((width(name) for name, _ in kept), default=0), 30) + 4
    for name, text in kept:
        first, *rest = wrap(text, COLUMNS - left)
        if width(name) + 4 > left:
            yield f"  {name}"
            yield " " * left + first
        else:
            yield pad(f"  {name}", left) + first
        yield from (" " * left + line for line in rest)
