"""The days of a run, as early and as near to each other as they can be.

Owns: the order in which days are moved, and how far.
Refuses to know: whether a run with other days is still the case that is told (minimise.py asks the evaluator).

A reader counts from the beginning. So first the run as a whole begins as early as it can, and one day after the
other, with all that comes later, moves up to what came before. Then days that are one and the same move by
themselves, and at last each alone. A day is left at an edge: a day earlier would not do. What came early for no
reason, while all the rest had to wait, then follows as near as it can.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from regcheck.proof.records import Place

_SLACK = 10
"""More days than offices are closed in a row, or a month is shorter than another."""

Days = Mapping[Place, date]
Take = Callable[[Days], bool]
"""Tries other days for some places; whether they were taken."""


_REACHES: tuple[Callable[[Sequence[date], int], int], ...] = (
    lambda order, _: len(order),
    lambda order, place: bisect_right(order, order[place]),
    lambda _, place: place + 1,
)
"""Up to where days in order move together with the one at a place: all that follow, the same day, none."""


def move_up(days: Days, begin: date, take: Take) -> None:
    """Move the days of a run, none before `begin`, to as early as `take` allows."""
    moved, take = dict(days), _each_once(days, take)
    for reach in _REACHES:
        for count in range(len(moved)):
            order = sorted(moved, key=moved.__getitem__)
            earlier = moved[order[count - 1]] if count else begin
            end = reach([moved[place] for place in order], count)
            _move(moved, order[count:end], earlier, take)


def draw_near(days: Days, take: Take) -> None:
    """Move what comes early to what comes next, all that came before it along or not, as far as `take` allows."""
    moved = dict(days)
    for count in range(1, len(moved)):
        order = sorted(moved, key=moved.__getitem__)
        for begun in (order[:count], order[count - 1 : count]):
            _move(moved, begun, moved[order[count]], take)


def _each_once(days: Days, take: Take) -> Take:
    """The same, asked once of days that it does not take."""
    held, refused = dict(days), set[tuple[date, ...]]()

    def take_once(changed: Days) -> bool:
        tried = {**held, **changed}
        key = tuple(tried.values())
        if key in refused:
            return False
        if take(changed):
            held.update(changed)
            return True
        refused.add(key)
        return False

    return take_once


def _move(days: dict[Place, date], places: Sequence[Place], to: date, take: Take) -> None:
    """Move some days towards a day, which the nearest of them may reach, as far as can be had.

    Back, where closed days or a short month are in the way, all of them stop some days short, or all but the first."""
    start = {place: days[place] for place in places}
    backwards = to <= days[places[0]]
    whole = (to - days[places[0 if backwards else -1]]).days
    sign, most = (-1, -whole) if backwards else (1, whole)  # so far would be best
    if not most or _took(days, start, whole, 0, take):
        return
    if backwards and any(
        _took(days, start, whole + short, slack, take)
        for nearly in range(1, min(_SLACK, most))
        for short, slack in ((nearly, 0), (0, nearly))
    ):
        return
    least = 0  # so far is taken
    while most - least > 1:
        half = (least + most) // 2
        if _took(days, start, sign * half, 0, take):
            least = half
        else:
            most = half


def _took(days: dict[Place, date], start: Days, by: int, slack: int, take: Take) -> bool:
    first, *_ = start
    other = {p: day + timedelta(days=by + (slack if p != first else 0)) for p, day in start.items()}
    if not take(other):
        return False
    days.update(other)
    return True
