"""One row of a figure: marks for what is known of its days, and labels that meet nothing.

Owns: which mark stands for what. Every kind has a shape or a hatching of its own, so that nothing hangs on colour.
Refuses to know: other rows, the axis above them, SVG.

    ◆ an event on a known day            ◇─◇ an event that can happen on these days
    ▼ a limit, ▽→▼ moved from a closed day   a bar: days on which it holds or bites for certain
    a pale bar: perhaps                  an empty dashed bar: only if it is extended
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from regcheck.analysis.timeline import Row, RowKind
from regcheck.analysis.timeline_words import JA, between, both, extended_words, open_words
from regcheck.frozen import Frozen
from regcheck.render.figure_axis import Scale
from regcheck.render.figure_labels import Interval, Label, Placed, Side, lanes_of, place
from regcheck.render.figure_scene import Area, Polygon, Shape, Stroke, Words, text_width
from regcheck.source.span import shown

LABEL_SIZE = 10.0
LANE = 15.0
PAD = 5.0
_HALF = 5.5
"""Half the height of a bar."""
_STEEP = 4.5
"""Half the width of a diamond or triangle."""
_LEAST = 3.0
"""The narrowest bar that can be seen."""
_HEAD = 7.0
"""The length of an arrow head at an open end."""

PATTERNS = {
    RowKind.PERIOD: "",
    RowKind.DUTY: "level",
    RowKind.PROHIBITION: "slant",
    RowKind.POWER: "dots",
}
STYLES = {
    RowKind.EVENT: "event",
    RowKind.PERIOD: "period",
    RowKind.LIMIT: "limit",
    RowKind.DUTY: "duty",
    RowKind.PROHIBITION: "forbid",
    RowKind.POWER: "power",
}


class Marks(Frozen):
    """Shapes of a row, what they cover of the line, and what is to be said at them."""

    shapes: tuple[Shape, ...]
    taken: tuple[Interval, ...]
    labels: tuple[Label, ...]
    shorter: tuple[Label, ...] = ()
    """The same said at once, for where it takes fewer lanes."""


class Drawn(Frozen):
    """A row as shapes, and how far down it reaches."""

    shapes: tuple[Shape, ...]
    bottom: float


def draw_row(row: Row, scale: Scale, top: float) -> Drawn:
    """The marks of a row whose upper edge is at `top`, and their labels."""
    middle = top + PAD + LANE / 2
    found = marks(row, scale, middle)
    placed = _placed(found, scale)
    words = tuple(_words(one, middle) for one in placed)
    return Drawn(shapes=(*found.shapes, *words), bottom=top + 2 * PAD + lanes_of(placed) * LANE)


def _placed(found: Marks, scale: Scale) -> tuple[Placed, ...]:
    """The labels at their marks, or said at once if that takes fewer lanes."""
    placed = place(found.labels, found.taken, scale.left, scale.right)
    if not found.shorter:
        return placed
    shorter = place(found.shorter, found.taken, scale.left, scale.right)
    return shorter if lanes_of(shorter) < lanes_of(placed) else placed


def _words(label: Placed, middle: float) -> Words:
    return Words(
        text=label.text,
        x=label.x + label.width if label.from_right else label.x,
        y=middle + label.lane * LANE + 0.35 * LABEL_SIZE,
        size=LABEL_SIZE,
        style="label",
        anchor="end" if label.from_right else "start",
    )


def marks(row: Row, scale: Scale, y: float) -> Marks:
    """What stands for a row on its line."""
    if row.is_empty:
        return _nothing(row, scale, y)
    if row.kind in (RowKind.EVENT, RowKind.LIMIT):
        return _point(row, scale, y) if row.is_point else _range(row, scale, y)
    return _stretch(row, scale, y)


# ---------------------------------------------------------------- points


def _point(row: Row, scale: Scale, y: float) -> Marks:
    """An event or a limit on a known day, and the closed day from which it moved."""
    assert row.last.latest is not None
    x = scale.middle(row.last.latest)
    own = _diamond(x, y, "event") if row.kind is RowKind.EVENT else _triangle(x, y, "limit")
    shapes: list[Shape] = [own]
    left = x
    if row.moved_from is not None:
        left = scale.middle(row.moved_from)
        shapes += [_triangle(left, y, "limit hollow"), *_arrow(left + _STEEP, x - _STEEP, y)]
    taken = (min(left, x) - _STEEP, max(left, x) + _STEEP)
    said = both(row.last.latest) + ("（閉庁日繰下げ）" if row.moved_from is not None else "")
    more = _extension(row, scale, y, taken[1])
    return Marks(
        shapes=(*shapes, *more.shapes),
        taken=(taken, *more.taken),
        labels=(_label(said, *taken), *more.labels),
    )


def _range(row: Row, scale: Scale, y: float) -> Marks:
    """An event or a limit on one of some days; an end that is open is an arrow."""
    style = STYLES[row.kind]
    ends = row.first.earliest, row.last.latest
    left = scale.left if ends[0] is None else scale.middle(ends[0])
    right = scale.right if ends[1] is None else scale.middle(ends[1])
    shapes: list[Shape] = [Stroke(points=((left, y), (right, y)), style=f"{style} range")]
    sign = _diamond if row.kind is RowKind.EVENT else _triangle
    shapes += [sign(x, y, f"{style} hollow") for x, day in zip((left, right), ends, strict=True) if day]
    shapes += _open_ends(scale, y, ends)
    taken = (left - _STEEP if ends[0] else left, right + _STEEP if ends[1] else right)
    labels = [_label(JA.early.format(day=both(ends[0])), *taken, Side.LEFT)] if ends[0] else []
    labels += [_label(JA.late.format(day=both(ends[1])), *taken, Side.RIGHT)] if ends[1] else []
    if not any(ends):
        labels = [_label(shown(open_words(row)), *taken)]
    more = _extension(row, scale, y, taken[1])
    return Marks(
        shapes=(*shapes, *more.shapes),
        taken=(taken, *more.taken),
        labels=(*labels, *more.labels),
        shorter=_at_once(ends, taken, "のいずれかの日", more.labels),
    )


def _nothing(row: Row, scale: Scale, y: float) -> Marks:
    """A rule whose days end before they begin: a cross where they should begin."""
    day = row.first.earliest or row.last.latest or scale.first
    x = scale.start(day)
    arm = _STEEP
    shapes = (
        Stroke(points=((x - arm, y - arm), (x + arm, y + arm)), style="cross"),
        Stroke(points=((x - arm, y + arm), (x + arm, y - arm)), style="cross"),
    )
    taken = (x - arm, x + arm)
    more = _extension(row, scale, y, x + arm)
    said = JA.only_extended if more.shapes else JA.nothing
    return Marks(
        shapes=(*shapes, *more.shapes),
        taken=(taken, *more.taken),
        labels=(_label(said, *taken, Side.LEFT if more.shapes else Side.WHOLE), *more.labels),
    )


# ---------------------------------------------------------------- bars


def _stretch(row: Row, scale: Scale, y: float) -> Marks:
    """A bar: certain where both ends allow it, pale where one may not reach."""
    style, pattern = STYLES[row.kind], PATTERNS[row.kind]
    left = scale.left if row.first.earliest is None else scale.start(row.first.earliest)
    right = scale.right if row.last.latest is None else scale.end(row.last.latest)
    right = max(right, left + _LEAST)
    shapes: list[Shape] = [_bar(left, right, y, f"{style} faint", pattern)]
    if core := _core(row, scale):
        shapes.append(_bar(*core, y, style, pattern))
    shapes += _notches(row, scale, y)
    ends = row.first.earliest, row.last.latest
    if row.kind is RowKind.DUTY and ends[1]:
        shapes.append(Stroke(points=((right, y - _HALF - 2), (right, y + _HALF + 2)), style="stop"))
    shapes += _open_ends(scale, y, ends)
    taken = (left, right + 1)
    more = _extension(row, scale, y, right)
    settled = row.first.is_settled and row.last.is_settled
    shorter = _at_once(ends, taken, "", more.labels) if settled else ()
    labels = tuple(_end_labels(row, scale, taken)) or (_label(shown(open_words(row)), *taken),)
    return Marks(
        shapes=(*shapes, *more.shapes),
        taken=(taken, *more.taken),
        labels=(*labels, *more.labels),
        shorter=shorter,
    )


def _at_once(
    ends: tuple[date | None, date | None], taken: Interval, more: str, others: tuple[Label, ...]
) -> tuple[Label, ...]:
    """Both ends in one label, and the other labels of the row."""
    if ends[0] is None or ends[1] is None:
        return ()
    return (_label(between(ends[0], ends[1]) + more, *taken), *others)


def has_pale_part(row: Row) -> bool:
    """Whether a bar has an end that is there but not settled."""
    return (row.has_first and not row.first.is_settled) or (row.has_last and not row.last.is_settled)


def _core(row: Row, scale: Scale) -> tuple[float, float] | None:
    """From the latest beginning to the earliest end."""
    late, early = row.first.latest, row.last.earliest
    left = scale.start(late) if late else None if row.has_first else scale.left
    right = scale.end(early) if early else None if row.has_last else scale.right
    if left is None or right is None or left >= right:
        return None
    return left, max(right, left + _LEAST)


def _notches(row: Row, scale: Scale, y: float) -> Iterator[Stroke]:
    """The latest beginning and the earliest end, where they are not settled."""
    late = None if row.first.is_settled else row.first.latest
    early = None if row.last.is_settled else row.last.earliest
    for x in (scale.start(late) if late else None, scale.end(early) if early else None):
        if x is not None:
            yield Stroke(points=((x, y - _HALF), (x, y + _HALF)), style="notch")


def _end_labels(row: Row, scale: Scale, taken: Interval) -> Iterator[Label]:
    first, last = row.first, row.last
    if first.earliest == last.latest and first.is_settled and last.is_settled and first.earliest:
        yield _label(f"{both(first.earliest)}のみ", *taken)
        return
    for days, end, side, x in (
        (first, "から", Side.LEFT, scale.start),
        (last, "まで", Side.RIGHT, scale.end),
    ):
        for day, words in ((days.earliest, JA.early), (days.latest, JA.late)):
            if day is not None and days.is_settled:
                yield _label(both(day) + end, *taken, side)
                break
            if day is not None:
                yield _label(words.format(day=both(day)) + end, x(day), x(day), side)


def _extension(row: Row, scale: Scale, y: float, left: float) -> Marks:
    """How far an extension can carry the last day: an empty dashed bar."""
    day = row.last.extended
    if day is None or scale.end(day) <= left:
        return Marks(shapes=(), taken=(), labels=())
    right = scale.end(day)
    shape = Area(x=left, y=y - _HALF, width=right - left, height=2 * _HALF, style="extended")
    said = extended_words(row, day)
    return Marks(shapes=(shape,), taken=((left, right),), labels=(_label(said, left, right, Side.RIGHT),))


# ---------------------------------------------------------------- shapes


def _label(text: str, left: float, right: float, side: Side = Side.WHOLE) -> Label:
    return Label(text=text, width=text_width(text, LABEL_SIZE), left=left, right=right, side=side)


def _bar(left: float, right: float, y: float, style: str, pattern: str) -> Area:
    return Area(x=left, y=y - _HALF, width=right - left, height=2 * _HALF, style=style, pattern=pattern)


def _diamond(x: float, y: float, style: str) -> Polygon:
    r = _STEEP
    return Polygon(points=((x, y - r - 1), (x + r, y), (x, y + r + 1), (x - r, y)), style=style)


def _triangle(x: float, y: float, style: str) -> Polygon:
    r = _STEEP
    return Polygon(points=((x - r, y - r), (x + r, y - r), (x, y + r)), style=style)


def _arrow(left: float, right: float, y: float) -> Iterator[Shape]:
    """From the closed day to the open one, if there is room."""
    if right - left >= 2:
        yield Stroke(points=((left, y), (right, y)), style="moved")


def _open_ends(scale: Scale, y: float, ends: tuple[date | None, date | None]) -> Iterator[Polygon]:
    """Heads that point out of the figure."""
    for day, x, way in ((ends[0], scale.left, -1), (ends[1], scale.right, 1)):
        if day is None:
            tip, back = (x + way * _HEAD, y), x
            yield Polygon(points=((back, y - _HALF), tip, (back, y + _HALF)), style="open")
