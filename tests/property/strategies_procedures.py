"""Random 手続 and runs of them: every field of model/procedures.py, over a few days or a few months.

    spec = draw(specifications_with_procedure())      one 手続 「手続」 about 案件
    run = draw(runs(spec))                            total: also the days of events that do not happen
    run = draw(runs(spec, partial=True))              facts, events and days are left 不明
    formula = draw(run_formulas(spec))                違反, 適法 and what is in them, to ask of a run

Days lie where something changes: at the bounds, at the ends of periods counted from each other, and a day beside.
Nothing sees to it that a run is lawful, or that a 手続 makes sense: a bound may rest on an event that never happens.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from regcheck.calendar.period import Period, Point
from regcheck.calendar.reckon import day_of_period
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record, Value
from regcheck.model.formula import (
    And,
    Applies,
    Breaches,
    Choice,
    Comparator,
    Compare,
    Day,
    Except,
    Expression,
    Fact,
    Formula,
    Holds,
    Lawful,
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
    Limit,
    Procedure,
    Rule,
    RuleKind,
    TimePeriod,
    Within,
    day_of,
    new_last_day_of,
)
from regcheck.model.specification import (
    FieldDefinition,
    Header,
    Predicate,
    PredicateKind,
    Specification,
    Subject,
)
from regcheck.model.types import BoolType, DateType, Type

NAME, SUBJECT, TERM = "手続", "案件", "特例該当"
FLAGS = ("緊急", "応諾")
DUE = "期日"
PLAIN = ("届出", "受理", "勧告", "回答")
CHANGING = ("延長", "短縮")
BEGINNINGS = (date(2026, 4, 24), date(2027, 1, 29), date(2028, 2, 27), date(2026, 12, 25))
"""Before a row of closed days, a short month, a leap day, the turn of the year."""
LABELS = "一二三"


def happens(event: str) -> Formula:
    return Holds(path=Path(steps=(event,)))


def day(event: str) -> Expression:
    return Fact(path=Path(steps=(day_of(event),)))


def new_last_day(event: str) -> Expression:
    return Fact(path=Path(steps=(new_last_day_of(event),)))


def every(*formulas: Formula) -> Formula:
    return And(parts=tuple(Part(body=formula) for formula in formulas))


# ---------------------------------------------------------------- days


@st.composite
def periods(draw: st.DrawFn, longest_months: int = 2) -> Period:
    """Days, weeks, months; of two units at once too; forwards, backwards, moved to an open day."""
    months = draw(st.sampled_from([0, 0, 0, 0, *range(1, longest_months + 1)]))
    weeks = draw(st.sampled_from([0, 0, 0, 1]))
    days = draw(st.integers(0 if months or weeks else 1, 3))
    backward = draw(st.sampled_from([False, False, False, True]))
    return Period(
        months=months,
        weeks=weeks,
        days=days,
        first_day_counts=draw(st.booleans()),
        backward=backward,
        point=Point.LAST if backward else draw(st.sampled_from(Point)),
        moves=draw(st.sampled_from([False, False, True])),
    )


class Sketch(Frozen):
    """What a 手続 that is being drawn has so far."""

    begin: date
    events: tuple[str, ...]
    asks_days: bool = True
    """Whether conditions ask for days of events that perhaps do not happen."""

    def event_days(self) -> list[Expression]:
        return [*map(day, self.events), *(new_last_day(e) for e in self.events if e in CHANGING)]

    def literals(self) -> st.SearchStrategy[Expression]:
        return st.integers(-1, 6).map(lambda n: Day(value=self.begin + timedelta(days=n)))


@st.composite
def day_expressions(draw: st.DrawFn, sketch: Sketch, depth: int = 1) -> Expression:
    """A day of an event, of the calendar or of the case, or one counted from it, or a choice between two."""
    kind = draw(
        st.sampled_from(["event", "event", "literal", "due", *(["end", "end", "choice"] if depth else [])])
    )
    match kind:
        case "event":
            return draw(st.sampled_from(sketch.event_days()))
        case "literal":
            return draw(sketch.literals())
        case "due":
            return Fact(path=Path(steps=(DUE,)))
        case "end":
            return PeriodEnd(start=draw(day_expressions(sketch, depth - 1)), period=draw(periods()))
        case _:
            return Choice(
                condition=draw(st.sampled_from(sketch.events).map(happens) | conditions(sketch, 0)),
                then=draw(day_expressions(sketch, depth - 1)),
                otherwise=draw(day_expressions(sketch, depth - 1)),
            )


@st.composite
def conditions(draw: st.DrawFn, sketch: Sketch, depth: int = 1) -> Formula:
    """受理がある, 緊急がある, 届出の日が…以前, 期日までに回答がない, 特例該当に該当する, and combinations."""
    kinds = [
        "event",
        "event",
        "flag",
        "term",
        "constant",
        *(["compare", "until"] if sketch.asks_days else []),
    ]
    kind = draw(st.sampled_from([*kinds, *(["not", "and", "or"] if depth else [])]))
    event = draw(st.sampled_from(sketch.events))
    match kind:
        case "event":
            return happens(event)
        case "flag":
            return Holds(path=Path(steps=(draw(st.sampled_from(FLAGS)),)))
        case "compare" | "until":
            wanted = draw(day_expressions(sketch, 1 if depth else 0))
            held = Compare(op=draw(st.sampled_from(Comparator)), left=day(event), right=wanted)
            return held if kind == "compare" else every(happens(event), held)
        case "term":
            return Applies(term=TERM, path=Path())
        case "constant":
            return Truth(value=draw(st.sampled_from([True, True, False])))
        case "not":
            return Not(body=draw(conditions(sketch, depth - 1)))
        case _:
            parts = tuple(Part(body=draw(conditions(sketch, depth - 1))) for _ in range(2))
            return And(parts=parts) if kind == "and" else Or(parts=parts)


@st.composite
def stretches(draw: st.DrawFn, sketch: Sketch, named: Sequence[Within] = ()) -> Within:
    """審査期間中, 期日までに, …以後, 遅滞なく (no limit)."""
    by_name = draw(st.booleans())
    if named and by_name:
        return draw(st.sampled_from([Within(), *named]))
    first = draw(st.none() | day_expressions(sketch))
    return Within(first=first, last=draw(st.none() | day_expressions(sketch)))


# ---------------------------------------------------------------- 手続


@st.composite
def _events(draw: st.DrawFn, sketch: Sketch) -> tuple[Event, ...]:
    """Each may come after earlier ones, and have bounds; half of all 手続 have nothing of this."""
    if draw(st.booleans()):
        return tuple(Event(name=name) for name in sketch.events)
    found = list[Event]()
    for name in sketch.events:
        earlier = [event.name for event in found]
        chosen = draw(st.lists(st.sampled_from(earlier), max_size=2, unique=True)) if earlier else []
        after = tuple(Before(event=one, strict=draw(st.booleans())) for one in chosen)
        others = replace(sketch, events=tuple(earlier) or (name,))
        bounds = draw(st.lists(stretches(others), max_size=1)) if draw(st.booleans()) else []
        found.append(Event(name=name, actor="主務大臣", after=after, within=tuple(bounds)))
    return tuple(found)


@st.composite
def _period(draw: st.DrawFn, sketch: Sketch, name: str) -> TimePeriod:
    first = draw(day_expressions(sketch, 0))
    last = PeriodEnd(start=first, period=draw(periods()))
    return TimePeriod(name=name, first=first, last=last, last_in_force=last)


@st.composite
def _rule(draw: st.DrawFn, sketch: Sketch, number: int, named: Sequence[Within]) -> Rule:
    kind = draw(st.sampled_from(RuleKind))
    grounds = draw(st.lists(_ground(sketch), max_size=2))
    labelled = tuple(
        replace(ground, label=label if len(grounds) > 1 else "")
        for ground, label in zip(grounds, LABELS, strict=False)
    )
    when: Formula = Or(parts=tuple(Part(body=g.formula, label=g.label) for g in labelled))
    if len(labelled) < 2:
        when = labelled[0].formula if labelled else draw(conditions(sketch))
    return Rule(
        name=f"規則{number}",
        kind=kind,
        actor="主務大臣",
        event=draw(st.sampled_from(sketch.events)),
        when=when,
        grounds=labelled,
        exceptions=draw(st.sampled_from([(), ()]) | conditions(sketch, 0).map(lambda found: (found,))),
        within=draw(stretches(sketch, named)),
        header=Header(name=f"規則{number}", keyword=kind.value),
    )


@st.composite
def _ground(draw: st.DrawFn, sketch: Sketch) -> Ground:
    days = draw(st.lists(st.sampled_from(sketch.event_days()) | day_expressions(sketch), max_size=2))
    formula = draw(st.just(Truth(value=True)) | conditions(sketch))
    return Ground(formula=formula, days=tuple(days))


@st.composite
def _change(draw: st.DrawFn, sketch: Sketch, event: str, period: TimePeriod, number: int) -> Rule:
    """A 権限 that changes a period, exercised within it as it was before."""
    extends = event == CHANGING[0]
    limit = draw(st.none() | day_expressions(sketch)) if extends else None
    return Rule(
        name=f"権限{number}",
        kind=RuleKind.POWER,
        actor="主務大臣",
        event=event,
        when=draw(st.just(Truth(value=True)) | conditions(sketch, 0)),
        within=draw(st.sampled_from([Within(), Within(first=period.first, last=period.last_in_force)])),
        change=Change(period=period.name, extends=extends, limit=limit),
        header=Header(name=f"権限{number}", keyword="権限"),
    )


@st.composite
def procedures(draw: st.DrawFn, asks_days: bool = True) -> Procedure:
    """A 手続 of one to five events and up to five rules."""
    plain = draw(st.lists(st.sampled_from(PLAIN), min_size=1, max_size=3, unique=True))
    changing = draw(st.sampled_from([(), (), CHANGING[:1], CHANGING[1:], CHANGING, CHANGING[::-1]]))
    begin = draw(st.sampled_from(BEGINNINGS))
    sketch = Sketch(begin=begin, events=(*plain, *changing), asks_days=asks_days)
    period, rules = draw(_period(sketch, "期間1")), dict[str, Rule]()
    for number, event in enumerate(changing, 1):
        for more in range(draw(st.sampled_from([1, 1, 1, 2]))):
            change = draw(_change(sketch, event, period, 2 * number + more))
            rules[change.name] = change
            period = replace(period, changes=(*period.changes, change.name))
        in_force = Choice(condition=happens(event), then=new_last_day(event), otherwise=period.last_in_force)
        period = replace(period, last_in_force=in_force)
    limit = Limit(name="期限1", day=PeriodEnd(start=draw(day_expressions(sketch, 0)), period=draw(periods())))
    named = (Within(first=period.first, last=period.last_in_force), Within(last=limit.day))
    for number in range(1, draw(st.integers(1, 4)) + 1):
        rule = draw(_rule(sketch, number, named))
        rules[rule.name] = rule
    end = sketch.begin + timedelta(days=draw(st.sampled_from([2, 5, 40])))
    return Procedure(
        header=Header(name=NAME, keyword="手続"),
        subject=SUBJECT,
        horizon=(sketch.begin, end),
        days=(sketch.begin, end + timedelta(days=100)),
        events={event.name: event for event in draw(_events(sketch))},
        periods={period.name: period},
        limits={limit.name: limit},
        rules=rules,
    )


@st.composite
def specifications_with_procedure(draw: st.DrawFn, asks_days: bool = True) -> Specification:
    """A 手続 about 案件, the 対象 of its runs, and a 定義 of 案件 that runs are asked for too.

    `asks_days` False: no condition asks for the day of an event, so that only the 手続 itself does."""
    procedure = draw(procedures(asks_days))
    low, high = procedure.days
    facts: dict[str, Type] = {**dict.fromkeys(FLAGS, BoolType()), DUE: DateType(low=low, high=high)}
    own: dict[str, Type] = dict.fromkeys(procedure.events, BoolType())
    dates = [day_of(event) for event in procedure.events]
    dates += [new_last_day_of(rule.event) for rule in procedure.rules.values() if rule.change]
    own |= dict.fromkeys(dates, DateType(low=low, high=high))
    term = Predicate(
        header=Header(name=TERM, keyword="定義"),
        kind=PredicateKind.DEFINITION,
        subject=SUBJECT,
        body=draw(st.sampled_from([_NOT_ACCEPTED, _due_late(procedure)])),
    )
    return Specification(
        subjects={SUBJECT: _subject(SUBJECT, facts), NAME: _subject(NAME, {**facts, **own})},
        predicates={TERM: term},
        procedures={NAME: procedure},
    )


_NOT_ACCEPTED = Not(body=Holds(path=Path(steps=(FLAGS[1],))))


def _due_late(procedure: Procedure) -> Formula:
    limit = Day(value=procedure.horizon[0] + timedelta(days=2))
    return Compare(op=Comparator.GE, left=Fact(path=Path(steps=(DUE,))), right=limit)


def _subject(name: str, types: dict[str, Type]) -> Subject:
    fields = {key: FieldDefinition(name=key, type=kind, may_be_unknown=True) for key, kind in types.items()}
    return Subject(header=Header(name=name), fields=fields)


# ---------------------------------------------------------------- runs


def runs(spec: Specification, partial: bool = False) -> st.SearchStrategy[Record]:
    """Runs of the 手続; total ones say also on which day an event that does not happen would have been."""
    return _runs(spec, partial, critical_days(spec.procedures[NAME]))


@st.composite
def _runs(draw: st.DrawFn, spec: Specification, partial: bool, days: Sequence[date]) -> Record:
    facts: dict[str, Value] = {}
    for name, definition in spec.subjects[NAME].fields.items():
        if partial and draw(st.sampled_from([True, False, False])):
            continue
        is_day = isinstance(definition.type, DateType)
        facts[name] = draw(st.sampled_from(days)) if is_day else draw(st.sampled_from([True, True, False]))
    return Record(subject=NAME, facts=facts)


def critical_days(procedure: Procedure) -> list[date]:
    """The first days, and for each period in the 手続 the days to which it comes from them, with a day beside."""
    first, last = procedure.days
    begin = [first + timedelta(days=n) for n in range(4)]
    reached = [day_of_period(period, start) for period in periods_in(procedure) for start in begin[:2]]
    beside = [end + timedelta(days=n) for end in reached for n in (-1, 0, 1)]
    return [one for one in dict.fromkeys([*begin, *beside, last]) if first <= one <= last]


def periods_in(node: object) -> list[Period]:
    """Every period that stands anywhere inside."""
    match node:
        case Period():
            return [node]
        case dict():
            return [found for part in node.values() for found in periods_in(part)]
        case tuple() | list():
            return [found for part in node for found in periods_in(part)]
        case Frozen():
            return [found for name in node.__struct_fields__ for found in periods_in(getattr(node, name))]
        case _:
            return []


# ---------------------------------------------------------------- questions about runs


def about_runs(procedure: Procedure) -> list[Formula]:
    """適法, orderly, and the breach of each rule."""
    name = procedure.header.name
    found: list[Formula] = [Lawful(procedure=name, path=Path(), rules=rules) for rules in (True, False)]
    return found + [Breaches(procedure=name, rule=rule, path=Path()) for rule in procedure.rules]


def days_asked(procedure: Procedure, depth: int = 2) -> st.SearchStrategy[Expression]:
    """Days to ask of a run: of events, of the calendar, counted, chosen; the periods and limits of the 手続 too."""
    known = [period.last_in_force for period in procedure.periods.values()]
    known += [limit.day for limit in procedure.limits.values()]
    sketch = Sketch(begin=procedure.horizon[0], events=tuple(procedure.events))
    return day_expressions(sketch, depth) | st.sampled_from(known)


@st.composite
def run_formulas(draw: st.DrawFn, spec: Specification) -> Formula:
    """違反, 適法, conditions on the days of a run, and an exception to one of them."""
    procedure = spec.procedures[NAME]
    sketch = Sketch(begin=procedure.horizon[0], events=tuple(procedure.events))
    days = days_asked(procedure)
    compared = st.builds(Compare, op=st.sampled_from(Comparator), left=days, right=days)
    leaf = st.sampled_from(about_runs(procedure)) | conditions(sketch, 2) | compared
    first, second = draw(leaf), draw(leaf)
    taken_out = Except(body=first, exceptions=(Part(body=second),))
    return draw(st.sampled_from([first, first, Not(body=first), every(first, second), taken_out]))
