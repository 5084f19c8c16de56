"""Help pages laid out by display width.

Owns: paragraphs, and lists of names with texts beside them.
Refuses to know: click, which verbs there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.source.width import pad, width, wrap

COLUMNS = 80


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
