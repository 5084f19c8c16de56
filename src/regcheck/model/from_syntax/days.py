"""Days that are counted from days, and days that are named by what happened on them.

Owns: ast.PeriodExpr → PeriodEnd, ast.EventDayExpr → the day of an event, which days an expression can be.
Refuses to know: numbers, stretches of days (stretches.py), how a day is counted (calendar).

A period can be counted from every date that has a first and a last day: a literal, the day of an event of a 手続, a
date of a 対象 that is declared within limits, and a day that is itself counted from one of these.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from regcheck.calendar.period import DAY_AFTER, DAY_BEFORE
from regcheck.calendar.reckon import OutsideCalendar, day_of_period
from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.wants import Want
from regcheck.frozen import replace
from regcheck.model.formula import (
    And,
    Choice,
    Compare,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    Not,
    Or,
    Part,
    Path,
    PeriodEnd,
)
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.expressions import Measured, Measurer
from regcheck.model.from_syntax.findings import Broken
from regcheck.model.from_syntax.lengths import shortest
from regcheck.model.from_syntax.scope import Frame, Scope, first_fact
from regcheck.model.from_syntax.words import path_words
from regcheck.model.procedures import day_of
from regcheck.model.types import DateType, ReferenceType
from regcheck.syntax import ast

MOVES = "（閉庁日繰下げ）"

Days = tuple[date, date]
"""The first and the last day that something can be."""


def counted(measurer: Measurer, written: ast.PeriodExpr) -> Measured:
    """受理の日から起算して三十日を経過する日: a period, counted from a day that has limits."""
    start = day_at(measurer, written.start)
    joint = "の" if written.period.backward else "から"
    words = f"{start.words}{joint}{written.words}{MOVES if written.period.moves else ''}"
    end = PeriodEnd(start=start.expression, period=written.period)
    _check_days(measurer, written, start, end)
    return Measured(expression=end, unit=None, words=words, span=written.span)


def _check_days(measurer: Measurer, written: ast.PeriodExpr, start: Measured, end: PeriodEnd) -> None:
    context, scope = measurer.context, measurer.scope
    starts = days_of(context, scope, start.expression)
    if starts is None:
        raise context.findings.broken(scope.place, codes.time.UnboundedDate(what=start.words), start.span)
    try:
        days_of(context, scope, end)
    except OutsideCalendar:
        outside = codes.time.OutsideTable(
            period=written.words, first=starts[0], last=starts[1], moves=written.period.moves
        )
        raise context.findings.broken(scope.place, outside, written.span) from None
    room = _room(context, scope, starts)
    if starts[0] < starts[1] and shortest(written.period) > room:
        long = codes.time.LongPeriod(period=written.words, days=room)
        context.findings.report(scope.place, long, written.span, label=written.words)


def _room(context: Context, scope: Scope, starts: Days) -> int:
    """How many days are looked at: those of 検査期間, or those that the date can be."""
    procedures = context.signatures.procedures
    run = next((procedures[frame.subject] for frame in scope.frames if frame.subject in procedures), None)
    first, last = starts if run is None else run.horizon
    return (last - first).days + 1


def day_at(measurer: Measurer, written: ast.Expr) -> Measured:
    """An expression that is a day; an event stands for its day. What is no day is reported."""
    context, scope = measurer.context, measurer.scope
    if isinstance(written, ast.PathName):
        event = _event_path(context, scope, written)
        if event is not None:
            return replace(measurer.measure(event), words=path_words(written), span=written.span)
    found = measurer.measure(written)
    if found.unit is not None:
        number = codes.types.TypeMismatch(what=found.words, found="数", wanted=Want.DATE)
        raise context.findings.broken(scope.place, number, found.span)
    return found


def _event_path(context: Context, scope: Scope, path: ast.PathName) -> ast.PathName | None:
    """導入 as 導入の日, where 導入 is an event."""
    run = context.signatures.procedures.get(scope.frames[-1].subject)
    return _with_step(path, "日") if run is not None and path_words(path) in run.actors else None


def event_day(measurer: Measurer, written: ast.EventDayExpr) -> Measured:
    """指定を受けた日: the day of the event, or the date of a 対象 that is called so."""
    context, scope = measurer.context, measurer.scope
    paths = tuple(_readings(written))
    known = next((path for path in paths if _is_day(context, scope, path)), paths[0])
    found = measurer.measure(replace(known, span=written.span))
    return replace(found, words=f"{path_words(written.event)}{written.anchor}", span=written.span)


def _readings(written: ast.EventDayExpr) -> Iterator[ast.PathName]:
    """承認を受けた日 as 承認の日, 承認を受けた日 and 承認日."""
    yield _with_step(written.event, "日")
    for tail in (written.anchor, "日"):
        *before, last = written.event.steps
        yield replace(written.event, steps=(*before, replace(last, text=last.text + tail)))


def _with_step(path: ast.PathName, name: str) -> ast.PathName:
    return replace(path, steps=(*path.steps, ast.Name(text=name, span=path.steps[-1].span)))


def _is_day(context: Context, scope: Scope, path: ast.PathName) -> bool:
    """Whether a path leads to a date, asked without a word."""
    return any(isinstance(_type_at(context, frame, path.steps), DateType) for frame in scope.frames)


def _type_at(context: Context, frame: Frame, steps: tuple[ast.Name, ...]) -> object:
    subject = frame.subject
    while count := first_fact(context.fields(subject), steps):
        field = context.fields(subject)["の".join(step.text for step in steps[:count])]
        steps = steps[count:]
        if field is None:
            raise Broken
        if not steps or not isinstance(field.type, ReferenceType):
            return None if steps else field.type
        subject = field.type.subject
    return None


def days_of(context: Context, scope: Scope, expression: Expression) -> Days | None:
    """The first and the last day that an expression can be, None if it has no limits. Raises OutsideCalendar."""
    match expression:
        case Day(value=value):
            return value, value
        case Fact(path=path):
            return _declared(context, scope, path)
        case PeriodEnd(start=start, period=period):
            days = days_of(context, scope, start)
            return None if days is None else (day_of_period(period, days[0]), day_of_period(period, days[1]))
        case Choice(then=then, otherwise=otherwise):
            one, other = days_of(context, scope, then), days_of(context, scope, otherwise)
            return None if one is None or other is None else (min(one[0], other[0]), max(one[1], other[1]))
        case _:
            return None


def _declared(context: Context, scope: Scope, path: Path) -> Days | None:
    subject = next(frame.subject for frame in scope.frames if frame.root == path.root)
    for step in path.steps:
        field = context.fields(subject)[step]
        match field.type if field is not None else None:
            case ReferenceType(subject=inner):
                subject = inner
            case DateType(low=low, high=high) if low is not None and high is not None:
                return low, high
            case _:
                return None
    return None


def with_days_there(context: Context, scope: Scope, comparison: Compare) -> Formula:
    """The comparison, and that the events happen whose days it compares: a day of an event that does not happen is
    not there, and nothing is before or after it."""
    run = context.signatures.procedures.get(scope.frames[-1].subject)
    events = run.actors if run is not None else ()
    days = {day_of(event): event for event in events if event != scope.about}
    found = dict.fromkeys((*_there(days, comparison.left), *_there(days, comparison.right)))
    if not found:
        return comparison
    parts = (*found, comparison)
    return And(parts=tuple(Part(body=part, span=part.span) for part in parts), span=comparison.span)


def _there(days: Mapping[str, str], expression: Expression) -> Iterator[Formula]:
    """That a day is there; `days` are the facts that hold the days of events."""
    match expression:
        case Fact(path=Path(root="", steps=(name,))) if name in days:
            yield Holds(path=Path(steps=(days[name],)))
        case PeriodEnd(start=start):
            yield from _there(days, start)
        case Choice(condition=condition, then=then, otherwise=otherwise):
            branches = [
                And(parts=tuple(Part(body=one) for one in (case, *_there(days, day))))
                for case, day in ((condition, then), (Not(body=condition), otherwise))
            ]
            yield Or(parts=tuple(Part(body=branch) for branch in branches))
        case _:
            return


def shifted(expression: Expression, days: int) -> Expression:
    """The day after (1) or before (-1) a day."""
    if isinstance(expression, Day):
        return Day(value=expression.value + timedelta(days=days))
    return PeriodEnd(start=expression, period=DAY_AFTER if days > 0 else DAY_BEFORE)
