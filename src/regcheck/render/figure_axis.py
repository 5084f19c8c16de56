"""The axis of days: where a day lies, and the bands and ticks above the rows.

Owns: the scale, which units are shown at which scale, era and western years in the bands.
Refuses to know: rows, shapes.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from regcheck.analysis.timeline import Plan, Row
from regcheck.calendar.closed_days import FIRST_YEAR, LAST_YEAR, closed_days
from regcheck.frozen import Frozen
from regcheck.source.eras import ERAS, to_era
from regcheck.source.numerals import to_kanji

_DAY = timedelta(days=1)
_DAYS_SHOWN, _WEEKS_SHOWN, _MONTHS_SHOWN, _QUARTERS_SHOWN = 17.0, 4.6, 1.0, 0.36
"""Units of length that a day needs at least, for a number on each day, Monday, month and quarter."""
_YEAR_FITS = 66.0
"""What a year of either calendar needs with its longest name (昭和六十四年)."""
_CLOSED_SHOWN = 2.4
"""…and for closed days to be shaded."""
_ROOM = 30
"""One day is left free at each end for so many days between the first and the last; at least one."""


class Scale(Frozen):
    """Days from `first` to `last` on a line from `left` to `right`; each day takes the same length."""

    first: date
    last: date
    left: float
    right: float

    @property
    def unit(self) -> float:
        """The length of a day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    def start(self, day: date) -> float:
        """Where a day begins; days outside the scale lie at its ends."""
        return self._clipped((day - self.first).days)

    def end(self, day: date) -> float:
        """Where a day ends."""
        return self._clipped((day - self.first).days + 1)

    def middle(self, day: date) -> float:
        """The middle of a day."""
        return (self.start(day) + self.end(day)) / 2

    def _clipped(self, days: float) -> float:
        return min(max(self.left + days * self.unit, self.left), self.right)


class Cell(Frozen):
    """A month or a year of the upper band: its days and its names, the fullest first (era, western)."""

    first: date
    last: date
    names: tuple[tuple[str, str], ...]


class Tick(Frozen):
    """The beginning of a day, week, month, quarter or year, with what stands beside it ("" for a line only)."""

    day: date
    text: str = ""

    def day_start(self, scale: Scale) -> float:
        """Where it stands."""
        return scale.start(self.day)


def scale_of(plan: Plan, left: float, right: float) -> Scale:
    """All days that the rows name, and some room beside them; the first year of the 検査期間 where they name none."""
    named = sorted({day for row in plan.rows for day in _named(row)} | {*plan.chosen.values()})
    first, last = (named[0], named[-1]) if named else (plan.horizon[0], plan.horizon[0] + 364 * _DAY)
    room = max(1, (last - first).days // _ROOM)
    return Scale(first=_moved(first, -room), last=_moved(last, room), left=left, right=right)


def _named(row: Row) -> Iterator[date]:
    days = (row.first.earliest, row.first.latest, row.last.earliest, row.last.latest, row.last.extended)
    return (day for day in (*days, row.moved_from) if day is not None)


def _moved(day: date, days: int) -> date:
    """So many days away, within what a calendar can say."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def shaded(scale: Scale) -> tuple[tuple[date, date], ...]:
    """Runs of closed days, where a day is wide enough to be seen and the calendar knows the holidays."""
    known = scale.first.year >= FIRST_YEAR and scale.last.year <= LAST_YEAR
    runs = list[tuple[date, date]]()
    for day in closed_days(scale.first, scale.last) if known and scale.unit >= _CLOSED_SHOWN else ():
        if runs and day - runs[-1][1] == _DAY:
            runs[-1] = runs[-1][0], day
        else:
            runs.append((day, day))
    return tuple(runs)


def cells(scale: Scale) -> tuple[Cell, ...]:
    """The upper band: months where days or weeks are ticked, elsewhere years, or several of them, by the first."""
    monthly, years = scale.unit >= _WEEKS_SHOWN, _years_together(scale)
    begins = (day for day in _days(scale) if (day.day == 1 if monthly else _begins_year(day, years)))
    starts = list(dict.fromkeys((scale.first, *begins)))
    ends = [day - _DAY for day in starts[1:]] + [scale.last]
    return tuple(
        Cell(first=first, last=last, names=_names(first, monthly=monthly))
        for first, last in zip(starts, ends, strict=True)
    )


def ticks(scale: Scale) -> tuple[Tick, ...]:
    """The lower band."""
    return tuple(_ticks(scale))


def _ticks(scale: Scale) -> Iterator[Tick]:
    for day in _days(scale):
        if scale.unit >= _WEEKS_SHOWN:
            if scale.unit >= _DAYS_SHOWN or day.weekday() == 0:
                yield Tick(day=day, text=str(day.day) if scale.unit >= _DAYS_SHOWN else _month_day(day))
        elif day.day == 1:
            yield from _month_tick(scale, day)


def _month_tick(scale: Scale, day: date) -> Iterator[Tick]:
    """A month, or what stands for several at this scale."""
    if scale.unit >= _MONTHS_SHOWN:
        yield Tick(day=day, text=f"{day.month}月")
    elif scale.unit >= _QUARTERS_SHOWN:
        if day.month % 3 == 1:
            yield Tick(day=day, text=f"{day.month}月")
    elif day.month == 1:
        yield Tick(day=day)


def _month_day(day: date) -> str:
    return f"{day.month}/{day.day}"


def _days(scale: Scale) -> Iterator[date]:
    """Every day of the scale."""
    return (scale.first + n * _DAY for n in range((scale.last - scale.first).days + 1))


def _years_together(scale: Scale) -> int:
    """How many years make a cell in which both names fit: 1, 5, 10, 50, 100 …"""
    years = 1
    while years * 365 * scale.unit < _YEAR_FITS and years < date.max.year:
        years *= 2 if str(years)[0] == "5" else 5
    return years


def _begins_year(day: date, years: int) -> bool:
    """A cell of so many years begins, or an era."""
    new_year = (day.month, day.day) == (1, 1) and day.year % years == 0
    return new_year or any(day == first for _, first in ERAS)


def _names(day: date, *, monthly: bool) -> tuple[tuple[str, str], ...]:
    era = _era_year(day)
    if monthly:
        month = f"{to_kanji(day.month)}月"
        return ((f"{era}{month}", f"{day.year}年{day.month}月"), (month, f"{day.month}月"))
    return ((era, f"{day.year}年"), ("", str(day.year)))


def _era_year(day: date) -> str:
    """令和八年; nothing before 1873."""
    try:
        return to_era(day).partition("年")[0] + "年"
    except ValueError:
        return ""
