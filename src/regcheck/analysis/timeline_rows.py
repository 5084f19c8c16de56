"""From a 手続 and the days of some events to its plan.

Owns: which rows there are, their days, how these were counted, which provisions belong to a row.
Refuses to know: how days are narrowed (timeline_courses.py), which days may be chosen, how a plan is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from regcheck.analysis.timeline import OPEN, Days, Plan, Row, RowKind
from regcheck.analysis.timeline_courses import Courses, courses, parts
from regcheck.calendar.period import Period
from regcheck.calendar.reasons import Reason
from regcheck.calendar.reckon import OutsideCalendar, day_of_period, reckon
from regcheck.frozen import replace
from regcheck.model.formula import Choice, Day, Expression, PeriodEnd
from regcheck.model.header import Citation
from regcheck.model.procedures import Event, Ground, Limit, Procedure, Rule, RuleKind, TimePeriod
from regcheck.model.specification import Specification

_KINDS = {
    RuleKind.DUTY: RowKind.DUTY,
    RuleKind.PROHIBITION: RowKind.PROHIBITION,
    RuleKind.POWER: RowKind.POWER,
}


def plan_of(spec: Specification, procedure: Procedure, chosen: Mapping[str, date]) -> Plan:
    """The plan where these days are chosen (timeline_courses.py says how they are named)."""
    known = courses(spec, procedure, chosen)
    return Plan(
        procedure=procedure.header.name,
        provisions=procedure.header.provision,
        chosen=chosen,
        horizon=procedure.horizon,
        effective=procedure.header.effective,
        expires=procedure.header.expires,
        rows=tuple(_rows(procedure, known, chosen)),
    )


def _rows(procedure: Procedure, known: Courses, chosen: Mapping[str, date]) -> Iterator[Row]:
    for event in procedure.events.values():
        yield _event_row(procedure, event, known, chosen.get(event.name))
    for period in procedure.periods.values():
        yield _period_row(procedure, period, known)
    for limit in procedure.limits.values():
        yield _limit_row(procedure, limit, known)
    for rule in procedure.rules.values():
        yield from _rule_rows(procedure, rule, known)


# ---------------------------------------------------------------- events, periods and limits


def _event_row(procedure: Procedure, event: Event, known: Courses, chosen: date | None) -> Row:
    first, last = known.event(event.name)
    if chosen is not None:
        first = last = Days(earliest=chosen, latest=chosen)
    ends = [end for within in event.within for end in (within.first, within.last) if end is not None]
    return Row(
        kind=RowKind.EVENT,
        name=event.name,
        actor=event.actor,
        first=first,
        last=last,
        is_chosen=chosen is not None,
        is_empty=_is_empty(first, last),
        words=_event_words(event),
        counted=() if chosen else _counted(dict.fromkeys(ends), known),
        provisions=_provisions(rule for rule in procedure.rules.values() if rule.event == event.name),
    )


def _event_words(event: Event) -> str:
    """届出以後、公布の日から起算して一年六月を超えない範囲内."""
    after = [before.words for before in event.after]
    counted = [w.words for w in event.within if w.words and not isinstance(w.last or w.first, Day)]
    return "、".join(dict.fromkeys((*after, *counted)))


def _period_row(procedure: Procedure, period: TimePeriod, known: Courses) -> Row:
    first, last = known.day(period.first), known.day(period.last_in_force)
    return Row(
        kind=RowKind.PERIOD,
        name=period.name,
        first=first,
        last=last,
        is_empty=_is_empty(first, last),
        words=period.words,
        counted=_counted((period.last,), known),
        provisions=_provisions(_users(procedure, (period.last, period.last_in_force))),
    )


def _limit_row(procedure: Procedure, limit: Limit, known: Courses) -> Row:
    days = known.day(limit.day)
    return Row(
        kind=RowKind.LIMIT,
        name=limit.name,
        first=Days(earliest=days.earliest, latest=days.earliest),
        last=Days(earliest=days.latest, latest=days.latest, extended=days.extended),
        moved_from=_moved_from(limit.day, known),
        words=limit.words,
        counted=_counted((limit.day,), known),
        provisions=_provisions(_users(procedure, (limit.day,))),
    )


# ---------------------------------------------------------------- rules


def _rule_rows(procedure: Procedure, rule: Rule, known: Courses) -> Iterator[Row]:
    """A row for the rule; where its grounds are there from different days, a row for each of these."""
    grounds = [g for g in rule.grounds or (Ground(formula=rule.when),) if known.can_hold(g.formula)]
    found = [(_rule_first(rule, ground, known), ground.label) for ground in grounds]
    for first, same in groupby(found, key=lambda pair: pair[0]):
        labels = [label for _, label in same]
        shown = "、".join(filter(None, labels)) if len(labels) < len(found) else ""
        yield _rule_row(procedure, rule, first, shown, known)


def _rule_row(procedure: Procedure, rule: Rule, first: Days, label: str, known: Courses) -> Row:
    last, own = known.day(rule.within.last), _own_ends(procedure, rule)
    is_empty = _is_empty(first, last)
    if not is_empty:
        first, last = _within_each_other(first, last)
    return Row(
        kind=_KINDS[rule.kind],
        name=rule.name,
        label=label,
        actor=rule.actor,
        first=first,
        last=last,
        has_first=first != OPEN or rule.within.first is not None,
        has_last=rule.within.last is not None,
        is_empty=is_empty,
        moved_from=_moved_from(rule.within.last, known) if rule.within.last in own else None,
        words=rule.within.words,
        counted=_counted(own, known),
        provisions=_provisions((rule,)),
        penalty=rule.penalty.words if rule.penalty else "",
        penalty_provisions=tuple(map(_citation, rule.penalty.sources)) if rule.penalty else (),
    )


def _rule_first(rule: Rule, ground: Ground, known: Courses) -> Days:
    """From when a rule bites: its stretch has begun, its ground is there, its provision is in force.

    A 義務 may have to be met before its ground is there (届出 before 導入); then it bites from no day on.
    """
    grounded = [known.day(wanted) for wanted in ground.days]
    if rule.kind is RuleKind.DUTY and not _come_before(grounded, known.day(rule.within.last)):
        grounded = []
    in_force = known.day(rule.in_force_from)
    if rule.header.effective is not None:
        in_force = Days(earliest=rule.header.effective, latest=rule.header.effective)
    return _latest_of((known.day(rule.within.first), *grounded, in_force))


def _come_before(days: Iterable[Days], last: Days) -> bool:
    """No day can come after the last one, as far as is known of both."""
    if last == OPEN:
        return True
    return all(
        day.earliest is not None and last.earliest is not None and day.earliest <= last.earliest
        and (last.latest is None or (day.latest is not None and day.latest <= last.latest))
        for day in days
    )  # fmt: skip


def _latest_of(days: Sequence[Days]) -> Days:
    """The latest of some days, of which the open ones say nothing."""
    told = [day for day in days if day != OPEN]
    early = [day.earliest for day in told if day.earliest is not None]
    late = [day.latest for day in told if day.latest is not None]
    return Days(
        earliest=max(early, default=None), latest=max(late) if late and len(late) == len(told) else None
    )


def _is_empty(first: Days, last: Days) -> bool:
    return first.earliest is not None and last.latest is not None and first.earliest > last.latest


def _within_each_other(first: Days, last: Days) -> tuple[Days, Days]:
    """What is known of both ends where there is a day between them: a beginning after every end, or an end before
    every beginning, would leave none."""
    end = last.extended or last.latest
    if first.latest is not None and end is not None and first.latest > end:
        first = replace(first, latest=end)
    if last.earliest is not None and first.earliest is not None and last.earliest < first.earliest:
        last = replace(last, earliest=None)
    return first, last


def _own_ends(procedure: Procedure, rule: Rule) -> tuple[Expression, ...]:
    """The days that the rule counts itself, not by the name of a period or limit."""
    periods = (
        day for p in procedure.periods.values() for last in (p.first, p.last_in_force) for day in parts(last)
    )
    named = {*periods, *(limit.day for limit in procedure.limits.values())}
    ends = (rule.within.first, rule.within.last)
    return tuple(dict.fromkeys(end for end in ends if end is not None and end not in named))


# ---------------------------------------------------------------- counting and provisions


def _counted(days: Iterable[Expression], known: Courses) -> tuple[Reason, ...]:
    """How days were counted whose beginnings are known."""
    return tuple(dict.fromkeys(reason for wanted in days for reason in _reasons(wanted, known)))


def _reasons(wanted: Expression, known: Courses) -> Iterator[Reason]:
    match wanted:
        case PeriodEnd(start=start, period=period):
            yield from _reasons(start, known)
            if _is_next_day(period):
                return
            if (began := _settled(known.day(start))) is not None:
                try:
                    yield from reckon(period, began).reasons
                except OutsideCalendar:
                    return
        case Choice(otherwise=otherwise):
            yield from _reasons(otherwise, known)
        case _:
            return


def _is_next_day(period: Period) -> bool:
    """The day before or after another is a bound (導入の前), not a period that somebody counts."""
    return period.days == 1 and not (period.years or period.months or period.weeks or period.moves)


def _moved_from(wanted: Expression | None, known: Courses) -> date | None:
    """The closed day on which a limit would have fallen."""
    match wanted:
        case PeriodEnd(start=start, period=period) if period.moves:
            began, came = _settled(known.day(start)), _settled(known.day(wanted))
            if began is None or came is None:
                return None
            unmoved = day_of_period(replace(period, moves=False), began)
            return unmoved if unmoved != came else None
        case _:
            return None


def _settled(days: Days) -> date | None:
    return days.earliest if days.is_settled else None


def _users(procedure: Procedure, days: Sequence[Expression]) -> Iterator[Rule]:
    """The rules that speak of one of the days, as far as these have a name of their own."""
    named_days = {day for day in days if isinstance(day, PeriodEnd | Choice)}
    for rule in procedure.rules.values():
        spoken_of = (rule.within.first, rule.within.last, *(d for g in rule.grounds for d in g.days))
        named = {part for day in spoken_of if day is not None for part in parts(day)}
        if named & named_days:
            yield rule


def _provisions(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(place for rule in rules for place in rule.header.provision))


def _citation(citation: Citation) -> str:
    return f"{citation.source}{citation.provision}"
