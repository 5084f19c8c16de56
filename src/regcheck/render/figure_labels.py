"""Where the labels of a row go, so that no two meet and none lies on a bar.

Owns: the placing. A label goes beside its mark if there is room; otherwise into the first lane below in which
its place is free. Lanes are made as they are needed, so there is a place for every label.
Refuses to know: dates, what a label says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from regcheck.frozen import Frozen

GAP = 5.0
"""Between a label and its mark."""
_LEAST = 4.0
"""Between a label and anything else."""


class Side(StrEnum):
    """Where a label belongs: to the left end of its mark, to the right end, or to the whole of it."""

    LEFT = "left"
    RIGHT = "right"
    WHOLE = "whole"


class Label(Frozen):
    """Words of some width at a mark that reaches from `left` to `right`."""

    text: str
    width: float
    left: float
    right: float
    side: Side = Side.WHOLE


class Placed(Frozen):
    """A label with the left edge that it got, in a lane (0: that of the bar). `from_right`: its right edge is what
    counts, should the words turn out narrower than they were thought."""

    text: str
    x: float
    lane: int
    width: float
    from_right: bool


Interval = tuple[float, float]


def place(labels: Sequence[Label], taken: Iterable[Interval], low: float, high: float) -> tuple[Placed, ...]:
    """Every label between `low` and `high`; `taken` is what the marks of the row cover."""
    lanes: list[list[Interval]] = [list(taken)]
    return tuple(_placed(label, lanes, low, high) for label in labels)


def lanes_of(placed: Iterable[Placed]) -> int:
    """How many lanes the labels need, with that of the bar."""
    return 1 + max((one.lane for one in placed), default=0)


def _placed(label: Label, lanes: list[list[Interval]], low: float, high: float) -> Placed:
    for x, from_right in _beside(label):
        if low <= x and x + label.width <= high and _is_free(lanes[0], x, label.width):
            return _put(label, lanes, 0, x, from_right)
    x = _below(label, low, high)
    from_right = x == label.right - label.width
    lane = next((n for n, held in enumerate(lanes) if n and _is_free(held, x, label.width)), len(lanes))
    return _put(label, lanes, lane, x, from_right)


def _beside(label: Label) -> Iterator[tuple[float, bool]]:
    """On the line of the mark: after it, before it, or either for a label of the whole."""
    if label.side is not Side.LEFT:
        yield label.right + GAP, False
    if label.side is not Side.RIGHT:
        yield label.left - GAP - label.width, True


def _below(label: Label, low: float, high: float) -> float:
    """Under the end that it belongs to, or under the middle; from the other end on where there is no room."""
    right = label.right - label.width
    match label.side:
        case Side.LEFT:
            wanted = label.left if label.left + label.width <= high else right
        case Side.RIGHT:
            wanted = right if right >= low else label.left
        case Side.WHOLE:
            wanted = (label.left + right) / 2
    return max(low, min(wanted, high - label.width))


def _is_free(held: Iterable[Interval], x: float, wide: float) -> bool:
    return all(x + wide + _LEAST <= left or right + _LEAST <= x for left, right in held)


def _put(label: Label, lanes: list[list[Interval]], lane: int, x: float, from_right: bool) -> Placed:
    if lane == len(lanes):
        lanes.append([])
    lanes[lane].append((x, x + label.width))
    return Placed(text=label.text, x=x, lane=lane, width=label.width, from_right=from_right)
