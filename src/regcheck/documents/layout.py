"""Views of blocks that every format needs.

Owns: the lines of an article as a tree with their margins; table rows with spans filled in.
Refuses to know: any format.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.documents.model import Article, Cell, Margin, Table
from regcheck.documents.provision import IDEOGRAPHIC_SPACE, Item, Paragraph
from regcheck.frozen import Frozen


class LineView(Frozen):
    """One printed line of an article, and those below it."""

    text: str
    """Label, ideographic space and words, as they are proved."""
    depth: int
    margin: Margin
    below: tuple[LineView, ...]


def article_lines(article: Article) -> tuple[LineView, ...]:
    """The 項 of an article with everything below them."""
    return tuple(_views(article.provision.paragraphs, iter(article.margins), 0))


def _views(parts: Sequence[Paragraph | Item], margins: Iterator[Margin], depth: int) -> Iterator[LineView]:
    for part in parts:
        margin = next(margins)
        text = part.label + IDEOGRAPHIC_SPACE + part.text if part.label else part.text
        below = tuple(_views(part.items, margins, depth + 1))
        yield LineView(text=text, depth=depth, margin=margin, below=below)


def filled_rows(table: Table) -> Iterator[tuple[Cell, ...]]:
    """Every row with as many cells as there are headings: a cell that spans rows stands in each of them."""
    open_cells: dict[int, tuple[int, Cell]] = {}
    for row in table.rows:
        own, filled = iter(row), list[Cell]()
        for column in range(len(table.headings)):
            left, held = open_cells.get(column, (0, None))
            cell = held if left and held else next(own)
            rows = left if left else cell.rows
            open_cells[column] = (rows - 1, cell)
            filled.append(cell)
        yield tuple(filled)
