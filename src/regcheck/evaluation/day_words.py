"""Days in the words of the spec language: 受理の日から起算して三十日を経過する日, 審査期間の末日, 回答期限.

Owns: the names that a 手続 gives to days, and counted days in words.
Refuses to know: other expressions, conditions (sentences.py), how a day is counted.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.calendar.period import DAY_AFTER, DAY_BEFORE, Period, Point
from regcheck.evaluation.describe import name_text
from regcheck.model.formula import Choice, Day, Expression, Fact, Path, PeriodEnd
from regcheck.model.procedures import Procedure, TimePeriod, day_of, new_last_day_of
from regcheck.model.specification import Specification
from regcheck.model.types import DateType


def path_words(spec: Specification, path: Path) -> str:
    """開設者の種別; 受理の日 and 延長後の末日 for the days of events."""
    return "の".join(step_text(spec, step) for step in path.steps)


def step_text(spec: Specification, step: str) -> str:
    """A fact by its name; an event, its day and its new last day as they are written: 応諾の通知, 受理の日."""
    for event in (name for procedure in spec.procedures.values() for name in procedure.events):
        if step == event:
            return event_text(event)
        if step == day_of(event):
            return day_of(event_text(event))
        if step == new_last_day_of(event):
            return new_last_day_of(event_text(event))
    return name_text(step)


def event_text(event: str) -> str:
    """応諾の通知 bare, as no other fact: the words around its の are names."""
    parts = event.split("の")
    return event if all(part and name_text(part) == part for part in parts) else name_text(event)


def is_day(spec: Specification, expression: Expression) -> bool:
    """Whether an expression is a date: a fact is if every fact of its name is."""
    match expression:
        case Day() | PeriodEnd() | Choice():
            return True
        case Fact(path=Path(steps=(*_, name))):
            found = [s.fields[name].type for s in spec.subjects.values() if name in s.fields]
            return bool(found) and all(isinstance(kind, DateType) for kind in found)
        case _:
            return False


def named_day(spec: Specification, day: Expression) -> str:
    """The name that a 手続 has for a day, or ""."""
    if not isinstance(day, PeriodEnd | Choice):
        return ""
    return next((words for p in spec.procedures.values() for known, words in _names(p) if known == day), "")


def _names(procedure: Procedure) -> Iterator[tuple[Expression, str]]:
    for limit in procedure.limits.values():
        yield limit.day, name_text(limit.name)
    for period in procedure.periods.values():
        yield period.last_in_force, f"{name_text(period.name)}の末日"
        yield period.first, f"{name_text(period.name)}の初日"
        yield from _earlier_last_days(procedure, period)


def _earlier_last_days(procedure: Procedure, period: TimePeriod) -> Iterator[tuple[Expression, str]]:
    """The last days that a period has after one change and before the next."""
    from regcheck.evaluation.procedures import previous_last_day

    for event in dict.fromkeys(procedure.rules[name].event for name in period.changes):
        previous = previous_last_day(procedure, period, event)
        if previous != period.last:
            yield previous, f"{event_text(event)}前の{name_text(period.name)}の末日"


def is_neighbour(period: Period) -> bool:
    """Whether a period is only the day before or the day after: no law is asked how to count it."""
    return period in (DAY_BEFORE, DAY_AFTER)


def counted_day(start: str, period: Period) -> str:
    """The day that a period counted from `start` comes to."""
    if period == DAY_BEFORE:
        return f"{start}の前日"
    if period == DAY_AFTER:
        return f"{start}の翌日"
    from regcheck.calendar.wording import period_text  # few texts count days

    words = period_text(period)
    if period.backward:
        return f"{start}の{words}"
    if period.point is Point.LAST:
        words = (words if words.endswith("週間") else words.removesuffix("間")) + "を経過する日"
    return f"{start}から{words}{'（閉庁日繰下げ）' if period.moves else ''}"
