"""手続 so small that every run can be written down, of the shapes that drafters write.

    world = draw(small_procedures())      one 手続 over a few days, with every run of it

Conditions ask for the day of an event only where it happens. No stretch of a rule rests on the event of the rule.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from hypothesis import strategies as st

from regcheck.calendar.period import Period
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record, Value
from regcheck.model.formula import (
    And,
    Choice,
    Comparator,
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
    Truth,
)
from regcheck.model.procedures import (
    Before,
    Change,
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
from regcheck.model.specification import FieldDefinition, Header, Specification, Subject
from regcheck.model.types import BoolType, DateType, Type

NAME, FLAG, PERIOD = "手続", "緊急", "期間"
EVENTS = ("届出", "勧告", "回答")
ACTORS = ("大臣", "事業者")
BEGINNINGS = (date(2026, 4, 28), date(2026, 5, 14), date(2026, 12, 24))
"""Before a holiday, a weekend, and the turn of the year."""


class World(Frozen):
    """A 手続, and every run of it: each event on each day or not at all."""

    spec: Specification
    runs: tuple[Record, ...]

    @property
    def procedure(self) -> Procedure:
        return self.spec.procedures[NAME]


def happens(event: str) -> Formula:
    return Holds(path=Path(steps=(event,)))


def day(event: str) -> Expression:
    return Fact(path=Path(steps=(day_of(event),)))


def every(*formulas: Formula) -> Formula:
    return And(parts=tuple(Part(body=formula) for formula in formulas))


def after(of: Expression, days: int) -> Expression:
    return PeriodEnd(start=of, period=Period(days=days))


def before(of: Expression, days: int) -> Expression:
    return PeriodEnd(start=of, period=Period(days=days, backward=True, first_day_counts=True))


class Sketch(Frozen):
    """What a 手続 that is being drawn has so far."""

    begin: date
    events: tuple[str, ...]
    period: TimePeriod

    def others(self, event: str) -> tuple[str, ...]:
        return tuple(name for name in self.events if name != event)


@st.composite
def limits(draw: st.DrawFn, sketch: Sketch, event: str) -> Expression:
    """A day counted from another event, which may move to an open day; or one of the calendar."""
    others = sketch.others(event)
    if not others or draw(st.integers(0, 4)) == 0:
        return Day(value=sketch.begin + timedelta(days=draw(st.integers(0, 4))))
    start, number = day(draw(st.sampled_from(others))), draw(st.integers(1, 3))
    match draw(st.sampled_from(["after", "after", "moves", "before", "same"])):
        case "after":
            return after(start, number)
        case "moves":
            return PeriodEnd(start=start, period=Period(days=number, first_day_counts=True, moves=True))
        case "before":
            return before(start, number)
        case _:
            return start


@st.composite
def grounds(draw: st.DrawFn, sketch: Sketch, event: str) -> Ground:
    """Another event happened; did not by a limit; did not at all; a fact; or two of them."""
    others = sketch.others(event)
    kind = draw(st.sampled_from(["always", "event", "event", "both", "until", "flag", "never"]))
    if not others or kind == "always":
        return Ground(formula=Truth(value=True))
    other = draw(st.sampled_from(others))
    match kind:
        case "event":
            return Ground(formula=happens(other), days=(day(other),))
        case "both":
            flag = Holds(path=Path(steps=(FLAG,)))
            return Ground(formula=every(happens(other), flag), days=(day(other),))
        case "until":
            limit = draw(limits(sketch, other).filter(lambda found: found != day(event)))
            if day(event) in (limit, getattr(limit, "start", None)):
                return Ground(formula=happens(other), days=(day(other),))
            in_time = every(happens(other), Compare(op=Comparator.LE, left=day(other), right=limit))
            return Ground(formula=Not(body=in_time), days=(after(limit, 1),))
        case "flag":
            return Ground(formula=Holds(path=Path(steps=(FLAG,))))
        case _:
            return Ground(formula=Not(body=happens(other)))


@st.composite
def stretches(draw: st.DrawFn, sketch: Sketch, event: str) -> Within:
    """In the period; until a limit; between an event and a limit; from an event on; at once."""
    others = sketch.others(event)
    in_period = Within(first=sketch.period.first, last=sketch.period.last_in_force)
    of_period = event not in ("短縮", "延長") and sketch.period.first != day(event)
    match draw(st.sampled_from(["period", "until", "between", "since", "open", "at once"])):
        case "period" if of_period:
            return in_period
        case "until":
            return Within(last=draw(limits(sketch, event)))
        case "between" if others:
            first = day(draw(st.sampled_from(others)))
            return Within(first=first, last=draw(limits(sketch, event)))
        case "since" if others:
            return Within(first=day(draw(st.sampled_from(others))))
        case "at once":
            return Within(words="遅滞なく")
        case _:
            return Within()


@st.composite
def exceptions(draw: st.DrawFn, sketch: Sketch, kind: RuleKind, event: str) -> tuple[Formula, ...]:
    """A fact; another event; of a prohibition or power also where the event comes as late as another one."""
    others = sketch.others(event)
    found: list[Formula] = [Holds(path=Path(steps=(FLAG,))), *map(happens, others[:1])]
    if kind is not RuleKind.DUTY and others:
        compared = (
            Compare(op=op, left=day(event), right=day(others[0]))
            for op in (Comparator.GE, Comparator.GT, Comparator.LT, Comparator.EQ)
        )
        found += [every(happens(others[0]), one) for one in compared]
    return tuple(draw(st.lists(st.sampled_from(found), max_size=1)))


@st.composite
def rules(draw: st.DrawFn, sketch: Sketch, number: int) -> Rule:
    kind, event = draw(st.sampled_from(RuleKind)), draw(st.sampled_from(sketch.events))
    listed = draw(st.lists(grounds(sketch, event), min_size=1, max_size=2))
    labelled = tuple(
        replace(ground, label=label if len(listed) > 1 else "")
        for ground, label in zip(listed, "一二", strict=False)
    )
    parts = tuple(Part(body=ground.formula, label=ground.label) for ground in labelled)
    effective = draw(st.none() | st.integers(0, 4).map(lambda n: sketch.begin + timedelta(days=n)))
    return Rule(
        name=f"規則{number}",
        kind=kind,
        actor=draw(st.sampled_from(ACTORS)),
        event=event,
        when=Or(parts=parts) if len(parts) > 1 else parts[0].body,
        grounds=labelled,
        exceptions=draw(exceptions(sketch, kind, event)),
        within=draw(stretches(sketch, event)),
        header=Header(name=f"規則{number}", keyword=kind.value, effective=effective),
    )


@st.composite
def events(draw: st.DrawFn, sketch: Sketch) -> tuple[Event, ...]:
    """Each may come after one before it, and has perhaps a bound."""
    found = list[Event]()
    for number, name in enumerate(sketch.events):
        earlier = sketch.events[:number]
        chosen = draw(st.lists(st.sampled_from(earlier), max_size=1)) if earlier else []
        bound = []
        if draw(st.integers(0, 3)) == 0:
            last = draw(limits(replace(sketch, events=(*earlier, name)), name))
            bound = [Within(last=last)] if draw(st.booleans()) else [Within(first=last)]
        found.append(
            Event(
                name=name,
                actor=draw(st.sampled_from(ACTORS)),
                after=tuple(Before(event=one, strict=draw(st.booleans())) for one in chosen),
                within=tuple(bound),
            )
        )
    return tuple(found)


@st.composite
def small_procedures(draw: st.DrawFn) -> World:
    """Two events and perhaps a change of a period, or three events; up to four rules."""
    begin, long = draw(st.sampled_from(BEGINNINGS)), draw(st.integers(3, 4))
    change = draw(st.sampled_from(["", "", "延長", "短縮"]))
    plain = EVENTS[:2] if change else EVENTS[: draw(st.integers(1, 3))]
    first = day(plain[0])
    last = PeriodEnd(start=first, period=Period(days=draw(st.integers(1, 3)), first_day_counts=True))
    period = TimePeriod(name=PERIOD, first=first, last=last, last_in_force=last)
    changing = dict[str, Rule]()
    if change:
        power = change_of(draw(st.sampled_from(ACTORS)), change, period, draw(st.integers(2, 4)))
        changing[power.name] = power
        new = Fact(path=Path(steps=(new_last_day_of(change),)))
        in_force = Choice(condition=happens(change), then=new, otherwise=last)
        period = replace(period, last_in_force=in_force, changes=(power.name,))
    sketch = Sketch(begin=begin, events=(*plain, *([change] if change else [])), period=period)
    drawn = [draw(rules(sketch, number)) for number in range(1, draw(st.integers(1, 4)) + 1)]
    end = begin + timedelta(days=long)
    procedure = Procedure(
        header=Header(name=NAME, keyword="手続"),
        subject="",
        horizon=(begin, end),
        days=(begin, end),
        events={event.name: event for event in draw(events(sketch))},
        periods={PERIOD: period},
        rules=changing | {rule.name: rule for rule in drawn},
    )
    return world_of(procedure)


def change_of(actor: str, event: str, period: TimePeriod, longest: int) -> Rule:
    limit = PeriodEnd(start=period.first, period=Period(days=longest, first_day_counts=True))
    extends = event == "延長"
    return Rule(
        name=event,
        kind=RuleKind.POWER,
        actor=actor,
        event=event,
        when=Truth(value=True),
        within=Within(first=period.first, last=period.last),
        change=Change(period=period.name, extends=extends, limit=limit if extends else None),
        header=Header(name=event, keyword="権限"),
    )


def world_of(procedure: Procedure) -> World:
    """The 手続 with the 対象 of its runs, and all of them."""
    dates = DateType(low=procedure.days[0], high=procedure.days[1])
    types: dict[str, Type] = {FLAG: BoolType()}
    for event in procedure.events:
        types |= {event: BoolType(), day_of(event): dates}
    types |= {new_last_day_of(rule.event): dates for rule in procedure.rules.values() if rule.change}
    fields = {name: FieldDefinition(name=name, type=kind) for name, kind in types.items()}
    runs = Subject(header=Header(name=NAME, keyword="手続"), fields=fields)
    spec = Specification(subjects={NAME: runs}, procedures={NAME: procedure})
    return World(spec=spec, runs=tuple(_runs(procedure)))


def _runs(procedure: Procedure) -> Iterator[Record]:
    """An event that does not happen has the first day, which says nothing."""
    low, high = procedure.days
    days = [low + timedelta(days=n) for n in range((high - low).days + 1)]
    changing = {rule.event for rule in procedure.rules.values() if rule.change is not None}
    courses: list[list[dict[str, Value]]] = [[{FLAG: False}, {FLAG: True}]]
    for event in procedure.events:
        on, new = day_of(event), new_last_day_of(event)
        gone: dict[str, Value] = {event: False, on: low}
        if event in changing:
            dated: list[dict[str, Value]] = [{event: True, on: d, new: n} for d in days for n in days]
            courses.append([{**gone, new: low}, *dated])
        else:
            plain: list[dict[str, Value]] = [{event: True, on: d} for d in days]
            courses.append([gone, *plain])
    for parts in product(*courses):
        yield Record(subject=NAME, facts={k: v for part in parts for k, v in part.items()})
