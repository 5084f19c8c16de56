"""区分表 as aligned lines.

Owns: cells, and columns aligned by display width.
Refuses to know: what the words in the cells mean.
"""

from __future__ import annotations

from regcheck.source.width import pad, width
from regcheck.syntax import ast
from regcheck.syntax.printer import words
from regcheck.syntax.printer.items import bound, head
from regcheck.syntax.printer.layout import GAP, Sheet


def table(sheet: Sheet, item: ast.TableItem) -> None:
    """区分表."""
    head(sheet, "区分表", item.name, item.subject, item.header)
    if item.within:
        sheet.body(1, f"範囲{GAP}", item.within)
    sheet.line(1, item.hit_policy + ("、漏れなし" if item.complete else ""))
    heading = [words.path(column) for column in item.columns]
    heading += [f"→ {words.name(output)}" for output in item.outputs]
    rows = [_row(row) for row in item.rows]
    widths = [max(width(cells[i]) for cells in (heading, *rows)) for i in range(len(heading))]
    sheet.line(1, _line(heading, widths))
    for row, cells in zip(item.rows, rows, strict=True):
        sheet.comments(1, row.comments)
        sheet.line(1, _line(cells, widths))


def _line(cells: list[str], widths: list[int]) -> str:
    return "| " + " | ".join(pad(cell, w) for cell, w in zip(cells, widths, strict=True)) + " |"


def _row(row: ast.TableRow) -> list[str]:
    return [*(cell_text(cell) for cell in row.cells), *(words.name(output) for output in row.outputs)]


def cell_text(cell: ast.CellText) -> str:
    """One cell as written: 25%以上1/3未満, A又はB, ―."""
    if cell.any:
        return "―"
    if cell.other:
        return "それ以外"
    if cell.alternatives:
        return words.joined([cell_text(part) for part in cell.alternatives], ast.Joiner.OR)
    if cell.values:
        return words.names(cell.values, ast.Joiner.OR)
    *before, last = cell.bounds
    return "".join(_inner(b) for b in before) + bound(last)


def _inner(found: ast.Bound) -> str:
    """A limit before another one: 25%を超え50%以下."""
    return bound(found).replace("を超える", "を超え")
