"""Two days of a 手続 that should be one: the earliest beginning from which they come apart.

Owns: days counted from beginnings that are known.
Refuses to know: how days are read, how the difference is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from regcheck.calendar.reckon import OutsideCalendar, day_of_period
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.formula import Day, Expression, Fact, Path, PeriodEnd
from regcheck.model.procedures import Procedure


class PartedDays(Frozen):
    """Where counting began, by the names of the days, and what comes of it."""

    started: tuple[tuple[str, date], ...]
    wanted: date
    found: date


def earliest_parting(procedure: Procedure, wanted: Expression, found: Expression) -> PartedDays | None:
    """With all beginnings on one day, the earliest of the days of the 手続 on which the two are apart; None if there is
    none, or a day depends on more than its beginning."""
    day, last = procedure.horizon[0], procedure.days[1]
    names = tuple(dict.fromkeys((*_beginnings(wanted), *_beginnings(found))))
    while day <= last:
        if case := _apart(wanted, found, dict.fromkeys(names, day)):
            return case
        day += timedelta(days=1)
    return None


def parted(wanted: Expression, found: Expression, record: Record) -> PartedDays | None:
    """The two days in a run, if they are apart and can be counted from its days alone."""
    days = {name: value for name, value in record.facts.items() if isinstance(value, date)}
    names = (*_beginnings(wanted), *_beginnings(found))
    return _apart(wanted, found, {name: days[name] for name in names if name in days})


def _apart(wanted: Expression, found: Expression, known: Mapping[str, date]) -> PartedDays | None:
    one, other = _day(wanted, known), _day(found, known)
    if one is None or other is None or one == other:
        return None
    return PartedDays(started=tuple(known.items()), wanted=one, found=other)


def _beginnings(day: Expression) -> Iterator[str]:
    match day:
        case Fact(path=Path(root="", steps=(name,))):
            yield name
        case PeriodEnd(start=start):
            yield from _beginnings(start)
        case _:
            return


def _day(expression: Expression, known: Mapping[str, date]) -> date | None:
    match expression:
        case Day(value=value):
            return value
        case Fact(path=Path(root="", steps=(name,))):
            return known.get(name)
        case PeriodEnd(start=start, period=period):
            begun = _day(start, known)
            try:
                return None if begun is None else day_of_period(period, begun)
            except OutsideCalendar:
                return None
        case _:
            return None
