"""A comparison for review: 改正後, 改正前, and beside them what it means; then what moved, and what was left behind.

Owns: where the third column stands, the lists below the table.
Refuses to know: formats, what is told beside a row (telling.py), how meanings and references were compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.diagnostics.wording import Language, words
from regcheck.documents.comparison.forms import changed_forms
from regcheck.documents.comparison.meanings import Meanings
from regcheck.documents.comparison.styles import MHLW, NEW, OLD, Style
from regcheck.documents.comparison.tables import TwoSided, tables_of
from regcheck.documents.comparison.telling import Told
from regcheck.documents.instrument.flow import Align, Block, Box, Flow, Grid, Line, Role, title_line
from regcheck.documents.instrument.from_provision import of_table
from regcheck.documents.instrument.grids import grid_of
from regcheck.documents.instrument.position import Position
from regcheck.frozen import replace
from regcheck.law.comparing import Comparison
from regcheck.law.tree import Table
from regcheck.law.words import Words
from regcheck.source.numerals import to_kanji

SHARE = (2, 5)
"""How wide the third column is beside both sides."""


def comparison_flow(
    comparison: Comparison,
    meanings: Meanings | None = None,
    found: Sequence[Diagnostic] = (),
    style: Style = MHLW,
) -> Flow:
    """The document. `found` are the findings of the comparison."""
    name = comparison.new.name or comparison.old.name or "法令"
    title = f"{name}新旧対照表（検討用）"
    told = Told(comparison, meanings)
    said = [words(one.payload, Language.JA).headline for one in found]
    blocks = (
        *_head(title, comparison, style),
        *(_with_meanings(table, told) for table in tables_of(comparison.rows, style)),
        *_rest("条文の行にない項目の意味", told.rest()),
        *_rest("記載の変わる様式", changed_forms(comparison)),
        *_references(comparison),
        *_rest("引用の確認を要するもの", said),
    )
    return Flow(title=title, blocks=blocks)


def _head(title: str, comparison: Comparison, style: Style) -> Iterator[Block]:
    yield title_line(title)
    if comparison.is_same:
        yield _line("条文に違いはない。")
    elif style.above:
        yield Line(role=Role.TABLE_TITLE, parts=(Words(style.above),), keeps=True)


# ------------------------------------------------------------ the table


def _with_meanings(table: TwoSided, told: Told) -> Grid:
    """The two sides and a column beside them."""
    body = table.framed.body
    assert isinstance(body, Table)
    grid = of_table(body, Position())
    column = len(grid.widths)
    heads = len(grid.rows) - sum(extent for _, extent in table.extents)
    name = replace(_cell(told.heading), align=Align.CENTER)
    heading = Box(column=column, content=(name,), rows=heads, is_heading=grid.headings > 0)
    beside: dict[int, Box] = {0: heading}
    at = heads
    for row, extent in table.extents:
        look = dict(grid.rows[at][0].look)
        borders = tuple((name, value) for name, value in look.items() if name.startswith("Border"))
        content = tuple(map(_cell, told.beside(row)))
        beside[at] = Box(column=column, content=content, rows=extent, look=borders)
        at += extent
    rows = tuple((*row, *([beside[n]] if n in beside else [])) for n, row in enumerate(grid.rows))
    share, whole = SHARE
    scaled = tuple(width * (whole - share + 1) for width in grid.widths)
    return replace(grid, rows=rows, widths=(*scaled, sum(scaled) * share // (2 * (whole - share))))


def _cell(text: str) -> Line:
    return Line(role=Role.CELL, parts=(Words(text),))


# ------------------------------------------------------------ below the table


def _references(comparison: Comparison) -> Iterator[Block]:
    moved = comparison.references.moved
    if not moved:
        return
    yield _heading("番号とともに改まる引用")
    rows: list[tuple[str, ...]] = [
        (str(one.place), one.new, one.old, _target(str(one.target), str(one.destination))) for one in moved
    ]
    heads = ("引用のある条項", NEW, OLD, "指す条項")
    boxes = [[_box(text) for text in row] for row in (heads, *rows)]
    yield grid_of(boxes, headings=1)


def _target(old: str, new: str) -> str:
    return old if old == new else f"{new}（改正前の{old}）"


def _box(text: str) -> Box:
    return Box(column=0, content=(_cell(text),))


def _rest(heading: str, texts: Sequence[str]) -> Iterator[Block]:
    if not texts:
        return
    yield _heading(heading)
    for number, text in enumerate(texts, 1):
        yield Line(role=Role.ITEM, parts=(Words(to_kanji(number)), Words(text)), labels=1, first=1, rest=2)


def _heading(text: str) -> Line:
    return Line(role=Role.HEADING, parts=(Words(text),), first=2, rest=3, keeps=True)


def _line(text: str) -> Line:
    return Line(role=Role.PARAGRAPH, parts=(Words(text),), first=1)
