"""Grids → w:tbl.

Owns: columns, merged cells, borders, the direction of cells.
Refuses to know: sections, files.

Rows are written from left to right, once; looking cells up by row and column would be quadratic.
"""

from __future__ import annotations

from regcheck.documents.instrument.docx.paragraphs import empty_paragraph, paragraph
from regcheck.documents.instrument.docx.units import element
from regcheck.documents.instrument.flow import Box, Grid, Line
from regcheck.documents.instrument.profile import Direction, Profile

_SIDES = (("top", "BorderTop"), ("left", "BorderLeft"), ("bottom", "BorderBottom"), ("right", "BorderRight"))
_BORDERS = {"solid": "single", "none": "nil", "dotted": "dotted", "double": "double"}
_ALIGNED = {"left": "left", "center": "center", "right": "right", "justify": "both"}
PADDING = 85
"""Between the border and the beginning or end of a line, in twips."""
GAP = 30
"""Between the border and the first or last line."""
SHORT = 12
"""Rows of a table that stands on one page."""
TALL = 16
"""Lines of a row: one with more may run over the end of a page, and its table need not stand on one."""


def table(grid: Grid, length: int, profile: Profile) -> str:
    """A table as long as a line is (`length`, in twips); nothing for one without rows, which Word would not open."""
    if not grid.rows:
        return ""
    widths = _columns(grid.widths, length)
    rows = "".join(_row(number, grid, cells, widths, profile) for number, cells in enumerate(_by_row(grid)))
    columns = "".join(element("gridCol", w=width) for width in widths)
    return element("tbl", _properties(sum(widths)) + element("tblGrid", columns) + rows)


def _properties(length: int) -> str:
    borders = "".join(
        element(side, val="single", sz=4, space=0, color="000000")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    margins = "".join(
        element(side, w=width, type="dxa")
        for side, width in (("top", GAP), ("left", PADDING), ("bottom", GAP), ("right", PADDING))
    )
    return element(
        "tblPr",
        element("tblW", w=length, type="dxa")
        + element("tblBorders", borders)
        + element("tblLayout", type="fixed")
        + element("tblCellMar", margins),
    )


def _columns(widths: tuple[int, ...], length: int) -> list[int]:
    """The length in parts; what is left over goes to the last column."""
    whole = sum(widths)
    columns = [length * width // whole for width in widths]
    columns[-1] += length - sum(columns)
    return columns


def _by_row(grid: Grid) -> list[list[tuple[Box, bool]]]:
    """The boxes that touch each row, and whether they begin there."""
    found: list[list[tuple[Box, bool]]] = [[] for _ in grid.rows]
    for number, boxes in enumerate(grid.rows):
        for box in boxes:
            for down in range(box.rows):
                found[number + down].append((box, not down))
    return [sorted(row, key=lambda pair: pair[0].column) for row in found]


def _row(number: int, grid: Grid, cells: list[tuple[Box, bool]], widths: list[int], profile: Profile) -> str:
    heading = element("tblHeader") if number < grid.headings else ""
    keeps = _keeps(number, grid, widths, profile)
    written = "".join(_cell(box, begins, widths, profile, keeps) for box, begins in cells)
    whole = "" if _height(grid.rows[number], widths, profile) > TALL else element("cantSplit")
    return element("tr", element("trPr", whole + heading) + written)


def _keeps(number: int, grid: Grid, widths: list[int], profile: Profile) -> bool:
    """Whether a row stands on the page of the next: the headings, and all rows of a short table."""
    last = len(grid.rows) - 1
    if number >= last:
        return False
    return number <= max(grid.headings - 1, 0) or (
        len(grid.rows) <= SHORT and all(_height(row, widths, profile) <= TALL for row in grid.rows)
    )


def _height(row: tuple[Box, ...], widths: list[int], profile: Profile) -> int:
    """About how many lines the words of a row take."""
    return max((_lines(box, widths, profile) for box in row if box.rows == 1), default=0)


def _lines(box: Box, widths: list[int], profile: Profile) -> int:
    length = sum(widths[box.column : box.column + box.columns]) - 2 * PADDING
    signs = max(int(length / (profile.size * 20)), 1)
    texts = (part.words.text for part in box.content if isinstance(part, Line))
    return sum(-(-len(text) // signs) for text in texts)


def _cell(box: Box, begins: bool, widths: list[int], profile: Profile, keeps: bool) -> str:
    look = dict(box.look)
    length = sum(widths[box.column : box.column + box.columns])
    merged = element("vMerge", val="restart" if begins else None) if box.rows > 1 else ""
    properties = element(
        "tcPr",
        element("tcW", w=length, type="dxa")
        + (element("gridSpan", val=box.columns) if box.columns > 1 else "")
        + merged
        + _borders(look)
        + (element("textDirection", val="tbRl") if profile.direction is Direction.VERTICAL else "")
        + (element("vAlign", val=look["Valign"].replace("middle", "center")) if "Valign" in look else ""),
    )
    return element("tc", properties + (_content(box, length, profile, keeps) if begins else empty_cell()))


def _borders(look: dict[str, str]) -> str:
    sides = "".join(
        element(side, val=_BORDERS[look[name]], sz=4, space=0, color="000000")
        for side, name in _SIDES
        if look.get(name) in _BORDERS
    )
    return element("tcBorders", sides) if sides else ""


def _content(box: Box, length: int, profile: Profile, keeps: bool) -> str:
    align = _ALIGNED.get(dict(box.look).get("Align", ""), "")
    parts = "".join(
        paragraph(part, profile.size, "FormCell" if part.is_form else "Cell", align=align, keeps=keeps)
        if isinstance(part, Line)
        else table(part, length - 2 * PADDING, profile) + empty_paragraph()
        for part in box.content
    )
    return parts or empty_cell()


def empty_cell() -> str:
    """A cell has a paragraph even without words."""
    return element("p", element("pPr", element("pStyle", val="Cell")))
