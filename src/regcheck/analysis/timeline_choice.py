"""Whether days can be chosen for a plan.

Owns: which events have days to choose, the days that lie outside, break an order or a rule, or leave no day for what
has to happen.
Refuses to know: how a choice was written, rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from regcheck.analysis.timeline_courses import event_of, run_of
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload
from regcheck.evaluation.plans import possible_days
from regcheck.evaluation.procedures import Demand
from regcheck.evaluation.runs import RuleConduct, conduct
from regcheck.model.case import Record
from regcheck.model.procedures import Procedure, RuleKind, day_of, new_last_day_of
from regcheck.model.specification import Specification


def names_to_choose(procedure: Procedure) -> tuple[str, ...]:
    """Events, and the new last days that some of them set."""
    changing = dict.fromkeys(rule.event for rule in procedure.rules.values() if rule.change)
    return (*procedure.events, *map(new_last_day_of, changing))


def outside(procedure: Procedure, chosen: Mapping[str, date]) -> Iterator[Payload]:
    """Days that the 手続 does not reach, and a run that begins when its text is not the law."""
    name = procedure.header.name
    yield from _not_in_force(procedure, chosen)
    for event, day in chosen.items():
        first, last = _reach(procedure, event)
        if not first <= day <= last:
            yield codes.timeline.DayOutsideHorizon(
                event=event, day=day, procedure=name, first=first, last=last
            )


def _not_in_force(procedure: Procedure, chosen: Mapping[str, date]) -> Iterator[Payload]:
    """The first of the days is judged: a run that has begun goes on under the text it began with."""
    header, event = procedure.header, min(chosen, key=lambda name: (chosen[name], name), default="")
    if not event:
        return
    day, first = chosen[event], header.effective
    last = header.expires - timedelta(days=1) if header.expires else None
    if (first and day < first) or (last and day > last):
        yield codes.timeline.NotInForce(procedure=header.name, event=event, day=day, first=first, last=last)


def _reach(procedure: Procedure, name: str) -> tuple[date, date]:
    """The days of an event; a run begins within the 検査期間."""
    event = procedure.events.get(name)
    begins = event is not None and not event.after and not event.within
    return procedure.horizon if begins else procedure.days


def disorder(spec: Specification, procedure: Procedure, chosen: Mapping[str, date]) -> Iterator[Payload]:
    """What the order of events says against the days; where nothing does, what they leave no day for."""
    run = run_of(procedure, chosen)
    account = conduct(spec, procedure, run)
    found = dict.fromkeys((one.demand.event, _bound(one.demand)) for one in account.disorder)
    for event, bound in found:
        yield codes.timeline.DisorderlyDay(event=event, day=_day(run, event), bound=bound)
    if not found and not account.breached:
        yield from _left_out(spec, procedure, run, chosen)


def _left_out(
    spec: Specification, procedure: Procedure, run: Record, chosen: Mapping[str, date]
) -> Iterator[Payload]:
    """Chosen events, and those that go before one, that no day is left for."""
    days, due = possible_days(spec, procedure, run), [event_of(procedure, name) for name in chosen]
    for event in due:
        due += [b.event for b in procedure.events[event].after if b.event not in due]
        found = days.get(event)
        if found and found.first and found.last and found.is_empty:
            yield codes.timeline.NoDayLeft(event=event, first=found.first, last=found.last)
            return


def breaches(spec: Specification, procedure: Procedure, chosen: Mapping[str, date]) -> Iterator[Payload]:
    """The rules that the days break, whatever else happens."""
    account = conduct(spec, procedure, run_of(procedure, chosen))
    for found in account.breached:
        yield _breach(found)


def _breach(found: RuleConduct) -> Payload:
    rule = found.rule
    penalty = rule.penalty.words if rule.penalty and rule.kind is not RuleKind.POWER else ""
    return codes.timeline.UnlawfulDay(
        rule=rule.name, kind=rule.kind.value, provisions=rule.header.provision, penalty=penalty
    )


def _bound(demand: Demand) -> str:
    """受理以後, 受理より後, the words of a stretch of days, or the period whose new last day is not allowed."""
    if demand.before is not None:
        return demand.before.words
    if demand.within is not None and demand.within.words:
        return demand.within.words
    return f"{demand.period}の変更の限度" if demand.period else "定められた日"


def _day(run: Record, event: str) -> date | None:
    day = run.facts.get(day_of(event))
    return day if isinstance(day, date) else None
