"""When the law changes: the days that are known, and those that are not yet.

Owns: the range of every 未確定 day, and stretches of days on which the same days have come.
Refuses to know: which items there are on a day.

On one day, each 未確定 day whose range it lies in may have come or not, whatever the others did. So every choice
among them is looked at, and what holds for each choice holds for every admissible day. A 未確定 without a 範囲 lies
after every known day.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations, pairwise

from regcheck.frozen import Frozen, field
from regcheck.model.from_syntax.items import NamedItem, named_items
from regcheck.syntax import ast

Written = ast.DateLiteral | ast.Pending | None
"""施行, 失効, and the ends of a name."""

MOST_OPEN = 6
"""Days that may be open at once: of more, only none, each alone and all are looked at."""

_DAY = timedelta(days=1)


class Moment(Frozen):
    """A day, and the 未確定 that have come by then; `chosen` are those of them that might not have."""

    day: date
    come: frozenset[str] = frozenset()
    chosen: tuple[str, ...] = ()

    def has_come(self, written: Written, *, unless_written: bool) -> bool:
        match written:
            case ast.DateLiteral(value=value):
                return value <= self.day
            case ast.Pending(name=name):
                return name.text in self.come
            case None:
                return unless_written


class Stretch(Frozen):
    """Days from first to last on which the same has come. Of the 未確定 that are open on them, `chosen` have come
    and `left` have not."""

    first: date
    last: date
    come: frozenset[str] = frozenset()
    chosen: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def moment(self) -> Moment:
        return Moment(day=self.first, come=self.come, chosen=self.chosen)


class Range(Frozen):
    """The first and the last day that an open day can be."""

    first: date
    last: date

    def is_open_on(self, day: date) -> bool:
        """Whether it may have come by a day, and may not have; one without a last day may never come."""
        return self.first <= day and (day < self.last or self.last == date.max)


class Chronology(Frozen):
    """The days of some files. `first` and `last` bound what is looked at: the 検査期間, or all days."""

    known: tuple[date, ...] = ()
    ranges: Mapping[str, Range] = field(default_factory=dict)
    """Of the 未確定 whose range is written."""
    horizon: tuple[date, date] | None = None
    as_of: date | None = None
    """The only day that is looked at, if there is one; what may come on it has not."""

    def range_of(self, name: str) -> Range:
        """Also of a 未確定 of which nothing is written."""
        after = self.known[-1] + _DAY if self.known and self.known[-1] < date.max else date.min
        return self.ranges.get(name, Range(first=after, last=date.max))

    @property
    def assumed(self) -> tuple[str, ...]:
        """The 未確定 that may have come by the only day, and are read as if they had not."""
        if self.as_of is None:
            return ()
        return tuple(sorted(name for name, one in self.ranges.items() if one.is_open_on(self.as_of)))

    def stretches(self, days: Iterable[date], names: Collection[str]) -> Iterator[Stretch]:
        """All stretches between some days, in order; for each, every choice among some 未確定."""
        ranges = {name: self.range_of(name) for name in sorted(names)}
        if self.as_of is not None:
            yield _stretch(ranges, self.as_of, self.as_of, ())
            return
        first, last = self.horizon or (date.min, date.max)
        cuts = {*days, *(day for one in ranges.values() for day in (one.first, one.last))}
        starts = [first, *sorted(cut for cut in cuts if first < cut <= last and cut < date.max)]
        for start, after in pairwise([*starts, None]):
            assert start is not None
            open_ = [name for name, one in ranges.items() if one.is_open_on(start)]
            for chosen in choices(open_):
                yield _stretch(ranges, start, after - _DAY if after is not None else last, chosen)


def _stretch(ranges: Mapping[str, Range], first: date, last: date, chosen: Sequence[str]) -> Stretch:
    settled = {name for name, one in ranges.items() if one.first <= first and not one.is_open_on(first)}
    left = (name for name, one in ranges.items() if one.is_open_on(first) and name not in chosen)
    return Stretch(
        first=first, last=last, come=frozenset((*settled, *chosen)), chosen=tuple(chosen), left=tuple(left)
    )


def choices(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Every subset, the smaller first; of too many names only the simplest."""
    for size in range(len(names) + 1):
        if len(names) <= MOST_OPEN or size in (0, 1, len(names)):
            yield from combinations(names, size)


def chronology_of(files: Sequence[ast.File], own: frozenset[str], as_of: date | None = None) -> Chronology:
    """The days of some files; the 検査期間 of all 法令 of the own ones together is what is looked at."""
    items = named_items(files)
    known = {day.value for item in items for day in days_of(item) if type(day) is ast.DateLiteral}
    ranges = {
        item.name.text: Range(
            first=item.first.value if item.first else date.min,
            last=item.last.value if item.last else date.max,
        )
        for item in items
        if type(item) is ast.PlaceholderItem and (item.first or item.last)
    }
    horizons = [
        item.horizon
        for item in items
        if type(item) is ast.InstrumentItem and item.horizon and item.span.file in own
    ]
    return Chronology(
        known=tuple(sorted(known)),
        ranges=ranges,
        horizon=(min(h[0].value for h in horizons), max(h[1].value for h in horizons)) if horizons else None,
        as_of=as_of,
    )


def days_of(item: NamedItem) -> Sequence[Written]:
    """The days on which something of an item begins or ends."""
    if type(item) is ast.PlaceholderItem:
        return ()
    days = (item.header.effective, item.header.expires)
    if type(item) is ast.NameItem:
        return (*days, *(day for line in item.names for day in (line.since, line.until)))
    return days
