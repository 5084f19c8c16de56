"""The figure of a plan: a Gantt chart with real days, as a scene.

Owns: what stands where: title, axis, rows in groups, legend; which rows share a page.
Refuses to know: the marks of a row (figure_rows.py), the days that the axis shows (figure_axis.py), SVG.

A figure is 800 units wide, so that a sheet of A4 prints its smallest letters 2.2 mm high.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from regcheck.analysis.timeline import Plan, Row, RowKind
from regcheck.analysis.timeline_words import notes, plan_title, row_name, row_sentence
from regcheck.render.figure_axis import Cell, Scale, cells, scale_of, shaded, ticks
from regcheck.render.figure_legend import Piece, legend
from regcheck.render.figure_rows import PAD, draw_row
from regcheck.render.figure_scene import Area, Scene, Shape, Stroke, Words, text_width, wrapped
from regcheck.render.figure_svg import svg

WIDTH = 800.0
_MARGIN = 12.0
_NAMES = 176.0
"""The column of names."""
_TITLE, _NAME, _SMALL = 15.0, 12.0, 10.0
_LINE = 14.0
_BAND, _TICKS, _GROUP = 29.0, 17.0, 19.0
_TALLEST = 1080.0
"""What fits on a page of A4 beside its margins."""

_GROUPS = {
    RowKind.EVENT: "事象",
    RowKind.PERIOD: "期間及び期限",
    RowKind.LIMIT: "期間及び期限",
    RowKind.DUTY: "義務、禁止及び権限",
    RowKind.PROHIBITION: "義務、禁止及び権限",
    RowKind.POWER: "義務、禁止及び権限",
}


def scene(plan: Plan) -> Scene:
    """The whole plan in one figure."""
    return _compose(plan, plan.rows)


def pages(plan: Plan) -> tuple[tuple[Row, ...], ...]:
    """The rows in parts of about one height, no more parts than are needed for each to fit a sheet."""
    heights = _heights(plan)
    least = max(heights, default=0.0)
    room = max(_TALLEST - _around(plan), least)
    count = len(_filled(heights, room))
    while room - _LINE >= least and len(_filled(heights, room - _LINE)) == count:
        room -= _LINE
    cuts = [0, *accumulate(_filled(heights, room))]
    return tuple(plan.rows[first:last] for first, last in pairwise(cuts)) or ((),)


def _heights(plan: Plan) -> tuple[float, ...]:
    """What each row takes, with the heading of its group if it is the first of it."""
    scale, group, found = _scale(plan), "", list[float]()
    for row in plan.rows:
        found.append(_row(row, scale, 0.0).bottom + (_GROUP if _GROUPS[row.kind] != group else 0.0))
        group = _GROUPS[row.kind]
    return tuple(found)


def _around(plan: Plan) -> float:
    """What stands above and below the rows, and a heading that is said once more."""
    return _compose(plan, ()).height + _foot(plan, plan.rows, 0.0).bottom + _GROUP


def _filled(heights: Sequence[float], room: float) -> list[int]:
    """How many rows go into each part if as many are put there as fit."""
    counts, left = list[int](), 0.0
    for height in heights:
        if height > left:
            counts.append(0)
            left = room
        counts[-1] += 1
        left -= height
    return counts


def _compose(plan: Plan, rows: Sequence[Row]) -> Scene:
    scale = _scale(plan)
    head = _head(plan)
    axis = _axis(scale, head.bottom)
    body = _body(rows, scale, axis.bottom)
    foot = _foot(plan, rows, body.bottom)
    height = foot.bottom + _MARGIN
    paper = Area(x=0, y=0, width=WIDTH, height=height, style="paper")
    behind = _grid(plan, scale, axis.bottom, body.bottom)
    shapes = (paper, *head.shapes, *behind, *axis.shapes, *body.shapes, *foot.shapes)
    return Scene(width=WIDTH, height=height, shapes=shapes)


def _scale(plan: Plan) -> Scale:
    return scale_of(plan, _MARGIN + _NAMES, WIDTH - _MARGIN)


def _foot(plan: Plan, rows: Sequence[Row], top: float) -> Piece:
    """What the marks of the rows mean."""
    closed = bool(shaded(_scale(plan)))
    return legend(rows, _MARGIN, WIDTH - _MARGIN, top + PAD, closed=closed, chosen=bool(plan.chosen))


def _head(plan: Plan) -> Piece:
    """The name of the 手続, the days that were chosen, and of which days its text is the law."""
    y, shapes = _MARGIN, list[Shape]()
    lines = ((plan_title(plan), _TITLE, "title"), *((note, _SMALL, "small") for note in notes(plan)))
    for text, size, style in lines:
        for line in wrapped(text, size, WIDTH - 2 * _MARGIN):
            y += size * 1.35
            shapes.append(Words(text=line, x=_MARGIN, y=y - 0.3 * size, size=size, style=style))
    return Piece(shapes=tuple(shapes), bottom=y + PAD)


# ---------------------------------------------------------------- axis


def _axis(scale: Scale, top: float) -> Piece:
    bottom = top + _BAND + _TICKS
    shapes: list[Shape] = [
        Area(x=scale.left, y=top, width=scale.right - scale.left, height=_BAND + _TICKS, style="band")
    ]
    for cell in cells(scale):
        shapes += _cell(cell, scale, top)
    shown = ticks(scale)
    places = [tick.day_start(scale) for tick in shown]
    for tick, (x, end) in zip(shown, pairwise([*places, scale.right]), strict=True):
        shapes += _tick(x, end, tick.text, top + _BAND)
    shapes.append(Stroke(points=((scale.left, bottom), (scale.right, bottom)), style="rule"))
    return Piece(shapes=tuple(shapes), bottom=bottom)


def _cell(cell: Cell, scale: Scale, top: float) -> Iterator[Shape]:
    """A month or year with the fullest name that fits between its borders."""
    left, right = scale.start(cell.first), scale.end(cell.last)
    yield Stroke(points=((left, top), (left, top + _BAND)), style="rule")
    for name in cell.names:
        if all(text_width(line, _SMALL) <= right - left - 6 for line in name):
            for number, line in enumerate(name):
                y = top + 12 + 12.5 * number
                yield Words(text=line, x=left + 4, y=y, size=_SMALL, style="axis" if number else "era")
            return


def _tick(x: float, end: float, text: str, top: float) -> Iterator[Shape]:
    """A line, and its words if they fit before the next."""
    yield Stroke(points=((x, top), (x, top + _TICKS)), style="rule")
    if text and x + 3 + text_width(text, _SMALL) <= end:
        yield Words(text=text, x=x + 3, y=top + 12, size=_SMALL, style="axis")


def _grid(plan: Plan, scale: Scale, top: float, bottom: float) -> Iterator[Shape]:
    """Closed days, the beginnings of ticks, and the days that were chosen, behind the rows."""
    for first, last in shaded(scale):
        x = scale.start(first)
        yield Area(x=x, y=top, width=scale.end(last) - x, height=bottom - top, style="closed")
    for tick in ticks(scale):
        x = tick.day_start(scale)
        yield Stroke(points=((x, top), (x, bottom)), style="grid")
    for day in sorted(set(plan.chosen.values())):
        x = scale.middle(day)
        yield Stroke(points=((x, top), (x, bottom)), style="chosen")


# ---------------------------------------------------------------- rows


def _body(rows: Sequence[Row], scale: Scale, top: float) -> Piece:
    """The rows, under the headings of their groups."""
    y, group, shapes = top, "", list[Shape]()
    for row in rows:
        if _GROUPS[row.kind] != group:
            group = _GROUPS[row.kind]
            shapes += _heading(group, y)
            y += _GROUP
        piece = _row(row, scale, y)
        shapes += piece.shapes
        y = piece.bottom
    shapes.append(Stroke(points=((_MARGIN, y), (WIDTH - _MARGIN, y)), style="rule"))
    return Piece(shapes=tuple(shapes), bottom=y)


def _heading(group: str, top: float) -> Iterator[Shape]:
    yield Area(x=_MARGIN, y=top, width=WIDTH - 2 * _MARGIN, height=_GROUP, style="band")
    yield Words(text=group, x=_MARGIN + 4, y=top + 13.5, size=_SMALL, style="group")


def _row(row: Row, scale: Scale, top: float) -> Piece:
    """The name and the actor on the left, the marks on the right."""
    drawn = draw_row(row, scale, top)
    y, shapes = top + PAD, list[Shape]()
    for text, size, style in ((row_name(row), _NAME, "name"), (row.actor, _SMALL, "small")):
        for line in wrapped(text, size, _NAMES - 12) if text else ():
            shapes.append(Words(text=line, x=_MARGIN + 4, y=y + 0.85 * size, size=size, style=style))
            y += _LINE
    bottom = max(drawn.bottom, y + PAD)
    rule = Stroke(points=((_MARGIN, bottom), (WIDTH - _MARGIN, bottom)), style="grid")
    return Piece(shapes=(*shapes, *drawn.shapes, rule), bottom=bottom)


# ---------------------------------------------------------------- SVG


def whole_svg(plan: Plan, ident: str) -> str:
    """The plan as one SVG document."""
    return svg(scene(plan), ident, title_text(plan), description(plan.rows))


def inline_svgs(plan: Plan, ident: str) -> tuple[str, ...]:
    """The plan as parts of a page, none taller than a sheet; each tells in words what it shows."""
    parts = pages(plan)
    made = (_compose(plan, rows) for rows in parts)
    return tuple(
        svg(one, f"{ident}-{n}", _numbered(plan, n, len(parts)), description(rows), inline=True)
        for n, (one, rows) in enumerate(zip(made, parts, strict=True), start=1)
    )


def _numbered(plan: Plan, number: int, count: int) -> str:
    return title_text(plan) + (f"（{number}／{count}）" if count > 1 else "")


def title_text(plan: Plan) -> str:
    """The title of the figure with what stands below it."""
    return "　".join((plan_title(plan), *notes(plan)))


def description(rows: Sequence[Row]) -> str:
    """What the figure shows, a line for each row."""
    return "\n".join(row_sentence(row) for row in rows)
