"""Filters of the templates.

Owns: kanji numerals, Markdown escapes, addresses of files, the mark of a draft.
Refuses to know: templates, blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

from regcheck.documents.model import Cell
from regcheck.source.numerals import to_kanji

DRAFT = "【未検証】"

_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def href(name: str) -> str:
    """The name of a file as a relative address."""
    return quote(name)


def kanji(number: int) -> str:
    """3 as 三."""
    return to_kanji(number)


def marked(text: str, draft: bool) -> str:
    """A heading of a draft says so."""
    return DRAFT + text if draft else text


def escaped(text: str) -> str:
    """Text in which Markdown finds no markup."""
    return _SPECIAL.sub(r"\\\1", text)


def cell(cell: Cell) -> str:
    """A cell of a Markdown table: its lines with breaks between them."""
    return "<br>".join(escaped(line.text) for line in cell.lines if line.text)


def row(cells: Iterable[str]) -> str:
    """A row of a Markdown table."""
    return f"| {' | '.join(cells)} |"
