"""手続 read as conditions on one run: what makes it orderly, when a rule is breached.

Owns: orders, bounds, new last days, 義務, 禁止 and 権限 as formulas over the run.
Refuses to know: how a formula is evaluated, how the encoder reads the same page (model/procedures.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.frozen import Frozen
from regcheck.model.formula import (
    And,
    Choice,
    Comparator,
    Compare,
    Day,
    Except,
    Expression,
    Fact,
    Formula,
    Holds,
    Implies,
    Not,
    Or,
    Part,
    Path,
    PeriodEnd,
    Truth,
)
from regcheck.model.procedures import (
    Before,
    Event,
    Ground,
    Procedure,
    Rule,
    RuleKind,
    TimePeriod,
    Within,
    day_of,
    new_last_day_of,
)
from regcheck.model.references import subexpressions

_ALWAYS = Truth(value=True)


class Demand(Frozen):
    """What an orderly run owes for one event that happens: its place after another, a bound, or a new last day."""

    event: str
    formula: Formula
    before: Before | None = None
    within: Within | None = None
    period: str = ""


# ---------------------------------------------------------------- events and days


def happens(event: str) -> Holds:
    """受理がある."""
    return Holds(path=Path(steps=(event,)))


def day(event: str) -> Fact:
    """受理の日."""
    return Fact(path=Path(steps=(day_of(event),)))


def new_last_day(event: str) -> Fact:
    """延長後の末日."""
    return Fact(path=Path(steps=(new_last_day_of(event),)))


def is_there(procedure: Procedure, wanted: Expression | None) -> Formula:
    """That the events happen on which a day rests; always where it rests on none."""
    match wanted:
        case Fact(path=Path(root="", steps=(name,))):
            event = event_of(procedure, name)
            return happens(event) if event else _ALWAYS
        case PeriodEnd(start=start):
            return is_there(procedure, start)
        case Choice(condition=condition, then=then, otherwise=otherwise):
            return _chosen(condition, is_there(procedure, then), is_there(procedure, otherwise))
        case _:
            return _ALWAYS


def event_of(procedure: Procedure, fact: str) -> str:
    """The event of 受理の日 and 延長後の末日; "" for a fact of the 対象."""
    return next((e for e in procedure.events if fact in (day_of(e), new_last_day_of(e))), "")


def _chosen(condition: Formula, then: Formula, otherwise: Formula) -> Formula:
    """The one where the condition holds, else the other."""
    if then == otherwise:
        return then
    if then == condition:
        return _some((condition, otherwise))
    return _some((_every((condition, then)), _every((Not(body=condition), otherwise))))


def previous_last_day(procedure: Procedure, period: TimePeriod, event: str) -> Expression:
    """The last day of a period in force before the event changes it: under the changes named before its own."""
    found = period.last
    for name in period.changes:
        earlier = procedure.rules[name].event
        if earlier == event:
            break
        found = Choice(condition=happens(earlier), then=new_last_day(earlier), otherwise=found)
    return found


# ---------------------------------------------------------------- orderly runs


def demands(procedure: Procedure) -> Iterator[Demand]:
    """Everything that an orderly run owes, in the order of the events, then of the periods."""
    for name, event in procedure.events.items():
        for before in event.after:
            yield _demand(name, _every(_after(name, before)), before=before)
        for within in event.within:
            yield _demand(name, _every(_inside(procedure, name, within)), within=within)
        if _begins(procedure, event):
            first, last = (Day(value=day) for day in procedure.horizon)
            horizon = Within(first=first, last=last, words="検査期間")
            yield _demand(name, _every(in_stretch(name, horizon)), within=horizon)
    for period in procedure.periods.values():
        changing = [procedure.rules[name] for name in period.changes]
        for event_name in dict.fromkeys(rule.event for rule in changing):
            allowed = [_allowed(procedure, period, rule) for rule in changing if rule.event == event_name]
            yield _demand(event_name, _some(allowed), period=period.name)


def _begins(procedure: Procedure, event: Event) -> bool:
    """Whether no other event goes before one, in its order or in the days of its bounds."""
    ends = (end for within in event.within for end in (within.first, within.last) if end is not None)
    days = (part for end in ends for part in subexpressions(end))
    rests = (day for day in days if isinstance(day, Fact) and event_of(procedure, day.path.steps[0]))
    return not event.after and next(rests, None) is None


def _demand(
    event: str, owed: Formula, *, before: Before | None = None, within: Within | None = None, period: str = ""
) -> Demand:
    formula = Implies(premise=happens(event), conclusion=owed)
    return Demand(event=event, formula=formula, before=before, within=within, period=period)


def _after(event: str, before: Before) -> Iterator[Formula]:
    yield happens(before.event)
    op = Comparator.GT if before.strict else Comparator.GE
    yield Compare(op=op, left=day(event), right=day(before.event))


def _inside(procedure: Procedure, event: str, within: Within) -> Iterator[Formula]:
    """The day of the event lies in the stretch, and the stretch is there."""
    yield from _stretch_is_there(procedure, within)
    yield from in_stretch(event, within)


def _stretch_is_there(procedure: Procedure, within: Within) -> Iterator[Formula]:
    yield is_there(procedure, within.first)
    yield is_there(procedure, within.last)


def in_stretch(event: str, within: Within) -> Iterator[Formula]:
    """The day of the event is none before the first and none after the last day."""
    if within.first is not None and within.first == within.last:
        yield Compare(op=Comparator.EQ, left=day(event), right=within.first)
        return
    if within.first is not None:
        yield Compare(op=Comparator.GE, left=day(event), right=within.first)
    if within.last is not None:
        yield Compare(op=Comparator.LE, left=day(event), right=within.last)


def _allowed(procedure: Procedure, period: TimePeriod, rule: Rule) -> Formula:
    """That a power allows the new last day that its event sets."""
    change, new = rule.change, new_last_day(rule.event)
    assert change is not None
    previous = previous_last_day(procedure, period, rule.event)
    limit = change.limit if change.extends else None
    owed = [is_there(procedure, previous), is_there(procedure, limit)]
    if change.extends:
        owed.append(Compare(op=Comparator.GT, left=new, right=previous))
    else:
        owed.append(Compare(op=Comparator.LT, left=new, right=previous))
        owed.append(Compare(op=Comparator.GE, left=new, right=day(rule.event)))
    if limit is not None:
        owed.append(Compare(op=Comparator.LE, left=new, right=limit))
    return _every(owed)


# ---------------------------------------------------------------- rules


def is_owed(procedure: Procedure, rule: Rule) -> Formula:
    """That a 義務 is owed in the run: a ground, no exception, and a stretch of days that is there."""
    return _every((_unless(rule.when, rule), *_stretch_is_there(procedure, rule.within)))


def is_met(rule: Rule) -> Formula:
    """That the event of a 義務 happens within its stretch."""
    return _every((happens(rule.event), *in_stretch(rule.event, rule.within)))


def bites(procedure: Procedure, rule: Rule) -> Formula:
    """That a 禁止 forbids, or a 権限 allows, the event on the day on which it happens."""
    on_day = (
        Part(body=_on_day(procedure, rule.event, ground), label=ground.label, span=ground.formula.span)
        for ground in rule.all_grounds
    )
    listed = tuple(on_day)
    ground = listed[0].body if len(listed) == 1 else Or(parts=listed)
    return _every((_unless(ground, rule), *_inside(procedure, rule.event, rule.within)))


def _on_day(procedure: Procedure, event: str, ground: Ground) -> Formula:
    """That a ground is there on the day of the event."""
    there = (is_there(procedure, wanted) for wanted in ground.days)
    come = (Compare(op=Comparator.GE, left=day(event), right=wanted) for wanted in ground.days)
    return _every((ground.formula, *there, *come))


def _unless(condition: Formula, rule: Rule) -> Formula:
    if not rule.exceptions:
        return condition
    exceptions = tuple(Part(body=exception, span=exception.span) for exception in rule.exceptions)
    return Except(body=condition, exceptions=exceptions, span=condition.span)


def breach(procedure: Procedure, rule: Rule) -> Formula:
    """When a run breaches a 義務 or a 禁止."""
    assert rule.kind is not RuleKind.POWER
    if rule.kind is RuleKind.DUTY:
        return _every((is_owed(procedure, rule), Not(body=is_met(rule))))
    return _every((happens(rule.event), bites(procedure, rule)))


def powers_over(procedure: Procedure, event: str) -> tuple[Rule, ...]:
    """The 権限 over one event: where it happens, one of them has to be there."""
    return tuple(r for r in procedure.rules.values() if r.kind is RuleKind.POWER and r.event == event)


def rules_to_keep(procedure: Procedure) -> Iterator[Rule]:
    """The rules of which a lawful run breaches none; of several 権限 over one event the first speaks for all."""
    powers = set[str]()
    for rule in procedure.rules.values():
        if rule.kind is not RuleKind.POWER or rule.event not in powers:
            yield rule
        if rule.kind is RuleKind.POWER:
            powers.add(rule.event)


# ---------------------------------------------------------------- joining


def _every(formulas: Iterable[Formula]) -> Formula:
    """All of them, each once, those that always hold left out."""
    listed = tuple(dict.fromkeys(part for f in formulas for part in _conjuncts(f)))
    if not listed:
        return _ALWAYS
    return listed[0] if len(listed) == 1 else And(parts=tuple(Part(body=f) for f in listed))


def _conjuncts(formula: Formula) -> Iterator[Formula]:
    match formula:
        case Truth(value=True):
            return
        case And(parts=parts) if parts and not any(part.label for part in parts):
            yield from (inner for part in parts for inner in _conjuncts(part.body))
        case _:
            yield formula


def _some(formulas: Iterable[Formula]) -> Formula:
    """One of them at least; always if one of them always holds."""
    listed = tuple(dict.fromkeys(formulas))
    if _ALWAYS in listed:
        return _ALWAYS
    return listed[0] if len(listed) == 1 else Or(parts=tuple(Part(body=f) for f in listed))
