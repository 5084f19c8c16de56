"""A comparison for review: 改正後, 改正前, and beside them what it means; then what moved, and what was left behind.

Owns: the third column, the lists below the table.
Refuses to know: formats, how meanings and references were compared.

Without a specification there are no meanings, and the third column only tells what can be seen in the words: a number, a
reference, a place that changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.analysis.meanings import Change, ChangeKind, meaning_text
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.diagnostics.wording import Language, words
from regcheck.documents.comparison.meanings import Meanings
from regcheck.documents.comparison.notes import note_of
from regcheck.documents.comparison.styles import MHLW, NEW, OLD, Style
from regcheck.documents.comparison.tables import TwoSided, tables_of
from regcheck.documents.instrument.flow import Align, Block, Box, Flow, Grid, Line, Role
from regcheck.documents.instrument.from_provision import of_table
from regcheck.documents.instrument.grids import grid_of
from regcheck.documents.instrument.position import Position
from regcheck.frozen import replace
from regcheck.law.comparing import Comparison
from regcheck.law.comparing.rows import Row
from regcheck.law.tree import Table
from regcheck.law.words import Words
from regcheck.source.numerals import to_kanji

MEANING, NOTE = "意味", "備考"
SHARE = (2, 5)
"""How wide the third column is beside both sides."""


def comparison_flow(
    comparison: Comparison,
    meanings: Meanings | None = None,
    found: Sequence[Diagnostic] = (),
    forms: Sequence[str] = (),
    style: Style = MHLW,
) -> Flow:
    """The document. `found` are the findings of the comparison, `forms` the 様式 whose content is another."""
    name = comparison.new.name or comparison.old.name or "法令"
    title = f"{name}新旧対照表（検討用）"
    told = _Told(comparison, meanings)
    said = [words(one.payload, Language.JA).headline for one in found]
    blocks = (
        *_head(title, comparison, style),
        *(_with_meanings(table, told) for table in tables_of(comparison.rows, style)),
        *_rest("条文の行にない項目の意味", told.rest()),
        *_rest("記載の変わる様式", forms),
        *_references(comparison),
        *_rest("引用の確認を要するもの", said),
    )
    return Flow(title=title, blocks=blocks)


def _head(title: str, comparison: Comparison, style: Style) -> Iterator[Block]:
    yield Line(role=Role.TITLE, parts=(Words(title),), first=3, rest=3, keeps=True)
    if comparison.is_same:
        yield _line("条文に違いはない。")
    elif style.above:
        yield Line(role=Role.TABLE_TITLE, parts=(Words(style.above),), keeps=True)


class _Told:
    """What is said beside each row; every change of meaning is said once."""

    def __init__(self, comparison: Comparison, meanings: Meanings | None) -> None:
        self._comparison, self._meanings = comparison, meanings
        self._said: set[str] = set()
        self.heading = MEANING if meanings is not None else NOTE

    def beside(self, row: Row) -> list[str]:
        """The meaning of the items that begin in a row; without any, what can be seen in its words."""
        changes = [change for change in self._changes(row) if change.title not in self._said]
        self._said |= {change.title for change in changes}
        if changes:
            return [text for change in changes for text in _texts(change)]
        return list(filter(None, [note_of(row, self._comparison)]))

    def _changes(self, row: Row) -> Iterator[Change]:
        """Those whose item stands in the row; of what is left out, those whose meaning did not stay."""
        if self._meanings is None:
            return
        stays = row.new is not None and row.new.is_left_out
        for title, change in self._meanings.changes.items():
            if (stays and change.kind is ChangeKind.SAME) or not self._stands_in(title, change, row):
                continue
            yield change

    def _stands_in(self, title: str, change: Change, row: Row) -> bool:
        assert self._meanings is not None
        sides = (
            (row.new, self._meanings.new.get(title, ())),
            (row.old, self._meanings.old.get(change.was or title, ())),
        )
        here = next(((face, places) for face, places in sides if face is not None and places), None)
        if here is None:
            return False
        units = [unit for top in here[0].units for unit in (top.walk() if here[0].is_whole else (top,))]
        return any(unit.address in here[1] for unit in units)

    def rest(self) -> list[str]:
        """The changes that stand beside no row."""
        if self._meanings is None:
            return []
        left = (
            change
            for title, change in self._meanings.changes.items()
            if title not in self._said and change.kind is not ChangeKind.SAME
        )
        return [f"{change.title}　{meaning_text(change)}" for change in left]


def _texts(change: Change) -> tuple[str, ...]:
    """The item and what has become of it; what stayed is not named."""
    said = meaning_text(change)
    return (said,) if change.kind is ChangeKind.SAME else (change.title, said)


# ------------------------------------------------------------ the table


def _with_meanings(table: TwoSided, told: _Told) -> Grid:
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
