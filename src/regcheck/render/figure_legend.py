"""What the marks of a figure mean, below it.

Owns: the entries for the marks that occur, and their order.
Refuses to know: how a mark is drawn (figure_rows.py).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from regcheck.analysis.timeline import Days, Row, RowKind
from regcheck.frozen import Frozen
from regcheck.render.figure_axis import Scale
from regcheck.render.figure_rows import has_pale_part, marks
from regcheck.render.figure_scene import Area, Shape, Stroke, Words, text_width

_SIZE = 10.0
_SAMPLE, _GAP, _LINE = 34.0, 16.0, 17.0


class Piece(Frozen):
    """Shapes, and where the next may begin."""

    shapes: tuple[Shape, ...]
    bottom: float


def legend(
    rows: Sequence[Row], left: float, right: float, top: float, *, closed: bool, chosen: bool
) -> Piece:
    """The entries of the marks that the rows have, in lines from `left` to `right`; `closed`: closed days are shaded,
    `chosen`: a day was chosen."""
    x, y, shapes = left, top + _LINE / 2, list[Shape]()
    for text, sample in _entries(rows, closed=closed, chosen=chosen):
        wide = _SAMPLE + 6 + text_width(text, _SIZE)
        if x > left and x + wide > right:
            x, y = left, y + _LINE
        shapes += _drawn(sample, x, y)
        shapes.append(Words(text=text, x=x + _SAMPLE + 6, y=y + 3.5, size=_SIZE, style="small"))
        x += wide + _GAP
    return Piece(shapes=tuple(shapes), bottom=y + _LINE / 2)


def _drawn(sample: Row | str, x: float, y: float) -> tuple[Shape, ...]:
    """A row of ten days in little, or what lies behind the rows."""
    match sample:
        case "closed":
            return (Area(x=x + 10, y=y - 7, width=14, height=14, style="closed"),)
        case "chosen":
            return (Stroke(points=((x + _SAMPLE / 2, y - 7), (x + _SAMPLE / 2, y + 7)), style="chosen"),)
        case str():
            return ()
        case _:
            return marks(sample, Scale(first=_day(1), last=_day(10), left=x, right=x + _SAMPLE), y).shapes


def _entries(rows: Sequence[Row], *, closed: bool, chosen: bool) -> Iterator[tuple[str, Row | str]]:
    """What is said of each mark that occurs, and a row that has it."""
    features = {feature for row in rows for feature in _features(row)}
    yield from ((text, sample) for feature, text, sample in _samples() if feature in features)
    if closed:
        yield "閉庁日", "closed"
    if chosen:
        yield "選んだ日", "chosen"


def _features(row: Row) -> Iterator[str]:
    if row.is_empty:
        yield "empty"
    elif row.kind in (RowKind.EVENT, RowKind.LIMIT):
        yield f"{row.kind}{'point' if row.is_point else 'range'}"
    else:
        yield row.kind
        if has_pale_part(row):
            yield "pale"
    if row.moved_from is not None:
        yield "moved"
    if row.last.extended is not None:
        yield "extended"


def _samples() -> Iterator[tuple[str, str, Row]]:
    """Each feature with its words and a row that has it and nothing else that is worth telling."""
    for kind, words in ((RowKind.EVENT, "事象"), (RowKind.LIMIT, "期限")):
        yield f"{kind}point", f"{words}（定まった日）", _row(kind, 5, 5)
        if kind is RowKind.LIMIT:
            yield "moved", "閉庁日からの繰下げ", _row(kind, 8, 8, moved_from=_day(3))
        yield f"{kind}range", f"{words}（この間のいずれかの日）", _row(kind, 2, 9)
    for kind in (RowKind.PERIOD, RowKind.DUTY, RowKind.PROHIBITION, RowKind.POWER):
        yield kind, kind.value, _row(kind, 1, 10)
    pale = Row(kind=RowKind.PERIOD, name="", first=_only(1), last=Days(earliest=_day(5), latest=_day(10)))
    yield "pale", "濃い部分は必ず、淡い部分は場合により", pale
    extended = Days(earliest=_day(4), latest=_day(4), extended=_day(10))
    yield "extended", "延長された場合", Row(kind=RowKind.PERIOD, name="", first=_only(1), last=extended)
    yield "empty", "できる日がない", _row(RowKind.POWER, 5, 4, is_empty=True)


def _row(
    kind: RowKind, first: int, last: int, *, moved_from: date | None = None, is_empty: bool = False
) -> Row:
    """A row from one day of ten to another; the day of a point lies between."""
    return Row(
        kind=kind, name="", first=_only(first), last=_only(last), moved_from=moved_from, is_empty=is_empty
    )


def _only(day: int) -> Days:
    return Days(earliest=_day(day), latest=_day(day))


def _day(day: int) -> date:
    return date(2026, 1, day)
