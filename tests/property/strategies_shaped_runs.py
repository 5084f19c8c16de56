"""Small 手続 of the shapes in which gaps lie: a review with an answer and an order, and days on which one may not act."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from hypothesis import strategies as st
from tests.property.strategies_small_runs import (
    ACTORS,
    BEGINNINGS,
    FLAG,
    NAME,
    PERIOD,
    World,
    after,
    before,
    change_of,
    day,
    every,
    happens,
    world_of,
)

from regcheck.calendar.period import Period
from regcheck.frozen import replace
from regcheck.model.formula import (
    Choice,
    Comparator,
    Compare,
    Day,
    Expression,
    Fact,
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
    new_last_day_of,
)
from regcheck.model.specification import Header


@st.composite
def reviews(draw: st.DrawFn) -> World:
    """勧告, 回答 and 命令 in a period that can be changed: a power that waits for a limit or an answer, and duties of
    which one comes after the other."""
    begin = draw(st.sampled_from(BEGINNINGS)) + timedelta(days=draw(st.integers(0, 3)))
    change = draw(st.sampled_from(["", "延長", "延長", "短縮"]))
    start = draw(st.sampled_from([Day(value=begin), day("勧告")]))
    last = PeriodEnd(start=start, period=Period(days=draw(st.integers(1, 3)), first_day_counts=True))
    period = TimePeriod(name=PERIOD, first=start, last=last, last_in_force=last)
    found = dict[str, Rule]()
    if change:
        power = change_of(draw(st.sampled_from(ACTORS)), change, period, draw(st.integers(2, 4)))
        if draw(st.booleans()):  # only soon
            soon = begin + timedelta(days=draw(st.integers(0, 1)))
            power = replace(power, within=Within(last=Day(value=soon)))
        found[power.name] = power
        new = Fact(path=Path(steps=(new_last_day_of(change),)))
        in_force = Choice(condition=happens(change), then=new, otherwise=last)
        period = replace(period, last_in_force=in_force, changes=(power.name,))
    limit = PeriodEnd(
        start=day("勧告"),
        period=Period(
            days=draw(st.integers(1, 2)), first_day_counts=draw(st.booleans()), moves=draw(st.booleans())
        ),
    )
    for rule in _rules_of_review(draw, begin, period, limit):
        found[rule.name] = rule
    names = ("勧告", "回答", "命令", *([change] if change else []))
    orders = {"勧告": "", "回答": "勧告", "命令": draw(st.sampled_from(["回答", "回答", "勧告", ""]))}
    placed = {
        name: Event(
            name=name,
            actor=ACTORS[name == "回答"],
            after=tuple(Before(event=one) for one in [orders.get(name, "")] if one),
        )
        for name in names
    }
    end = begin + timedelta(days=3)
    procedure = Procedure(
        header=Header(name=NAME, keyword="手続"),
        subject="",
        horizon=(begin, end),
        days=(begin, end),
        events=placed,
        periods={PERIOD: period},
        rules=found,
    )
    world = world_of(procedure)
    return replace(world, runs=tuple(run for run in world.runs if not run.facts[FLAG]))


@st.composite
def extensions(draw: st.DrawFn) -> World:
    """An order against silence in a period that may be extended: perhaps only soon, perhaps not far enough."""
    begin = draw(st.sampled_from(BEGINNINGS))
    start = Day(value=begin)
    last = PeriodEnd(start=start, period=Period(days=draw(st.integers(1, 2)), first_day_counts=True))
    plain = TimePeriod(name=PERIOD, first=start, last=last, last_in_force=last)
    power = change_of(ACTORS[0], "延長", plain, draw(st.integers(3, 4)))
    if draw(st.booleans()):
        power = replace(power, within=Within(last=start))
    new = Fact(path=Path(steps=(new_last_day_of("延長"),)))
    in_force = Choice(condition=happens("延長"), then=new, otherwise=last)
    period = replace(plain, last_in_force=in_force, changes=(power.name,))
    limit = PeriodEnd(start=day("勧告"), period=Period(days=1, first_day_counts=draw(st.booleans())))
    in_time = every(happens("回答"), Compare(op=Comparator.LE, left=day("回答"), right=limit))
    silence = Ground(formula=Not(body=in_time), days=(after(limit, 1),))
    asked = Ground(formula=happens("勧告"), days=(day("勧告"),))
    within = Within(first=period.first, last=in_force)
    listed = [
        power,
        _rule("命令する", RuleKind.POWER, ACTORS[0], "命令", (silence,), within),
        _rule("回答する", RuleKind.DUTY, ACTORS[1], "回答", (asked,), Within(last=limit)),
    ]
    orders = {"勧告": "", "回答": "勧告", "命令": "勧告", "延長": ""}
    procedure = Procedure(
        header=Header(name=NAME, keyword="手続"),
        subject="",
        horizon=(begin, begin + timedelta(days=3)),
        days=(begin, begin + timedelta(days=3)),
        events={
            name: Event(name=name, actor=ACTORS[name == "回答"], after=(Before(event=one),) if one else ())
            for name, one in orders.items()
        },
        periods={PERIOD: period},
        rules={rule.name: rule for rule in listed},
    )
    world = world_of(procedure)
    return replace(world, runs=tuple(run for run in world.runs if not run.facts[FLAG]))


@st.composite
def curfews(draw: st.DrawFn) -> World:
    """回答 that is owed or allowed in a stretch of days, some of which are forbidden, perhaps by its own day."""
    begin = draw(st.sampled_from(BEGINNINGS))

    def at(number: int) -> Expression:
        return Day(value=begin + timedelta(days=number))

    sent = Ground(formula=happens("届出"), days=(day("届出"),))
    always = Ground(formula=Truth(value=True))
    found = dict[str, Rule]()
    for number in range(draw(st.integers(1, 3))):
        first = draw(st.sampled_from([None, at(0), at(1), day("届出"), after(day("届出"), 1)]))
        last = draw(st.sampled_from([None, None, at(1), at(2), day("届出"), after(day("届出"), 1)]))
        own = every(
            happens("届出"),
            Compare(
                op=draw(st.sampled_from([*Comparator, Comparator.GE, Comparator.EQ])),
                left=day("回答"),
                right=draw(
                    st.sampled_from([day("届出"), after(day("届出"), 2), after(day("届出"), 2), at(2)])
                ),
            ),
        )
        rule = _rule(
            f"禁止{number}",
            RuleKind.PROHIBITION,
            ACTORS[1],
            "回答",
            (draw(st.sampled_from([sent, always])),),
            Within(first=first, last=last),
        )
        found[rule.name] = replace(rule, exceptions=draw(st.sampled_from([(), (own,)])))
    kind = draw(st.sampled_from([RuleKind.DUTY, RuleKind.DUTY, RuleKind.POWER]))
    stretch = Within(
        first=draw(st.sampled_from([None, at(0), day("届出")])),
        last=draw(
            st.sampled_from([at(2), after(day("届出"), 1), after(day("届出"), 2), before(day("届出"), 1)])
        ),
    )
    found["回答"] = _rule("回答", kind, ACTORS[1], "回答", (draw(st.sampled_from([sent, always])),), stretch)
    end = begin + timedelta(days=5)
    procedure = Procedure(
        header=Header(name=NAME, keyword="手続"),
        subject="",
        horizon=(begin, end),
        days=(begin, end),
        events={name: Event(name=name, actor=ACTORS[0]) for name in ("届出", "回答")},
        rules=found,
    )
    return world_of(procedure)


def _rules_of_review(draw: st.DrawFn, begin: date, period: TimePeriod, limit: Expression) -> Iterator[Rule]:
    """勧告 and 命令 within the period, 回答 until the limit, and perhaps 命令 as a duty or 回答 forbidden for a while."""
    within = Within(first=period.first, last=period.last_in_force)
    in_time = every(happens("回答"), Compare(op=Comparator.LE, left=day("回答"), right=limit))
    silence = Ground(formula=Not(body=in_time), days=(after(limit, 1),), label="一")
    refusal = Ground(formula=happens("回答"), days=(day("回答"),), label="二")
    asked = Ground(formula=happens("勧告"), days=(day("勧告"),))
    always = Ground(formula=Truth(value=True))
    listed = draw(st.sampled_from([(silence,), (refusal,), (silence, refusal)]))
    yield _rule("命令する", RuleKind.POWER, ACTORS[0], "命令", listed, within)
    yield _rule("回答する", RuleKind.DUTY, ACTORS[1], "回答", (asked,), Within(last=limit))
    if draw(st.booleans()):
        yield _rule("勧告する", RuleKind.POWER, ACTORS[0], "勧告", (always,), within)
    if draw(st.integers(0, 2)):
        later = draw(st.sampled_from([after(day("勧告"), 1), Day(value=begin), limit, day("勧告")]))
        yield _rule("命令すべき", RuleKind.DUTY, ACTORS[0], "命令", (asked,), Within(last=later))
    if draw(st.integers(0, 3)) == 0:
        yield _rule("回答しない", RuleKind.PROHIBITION, ACTORS[1], "回答", (asked,), within)


def _rule(
    name: str, kind: RuleKind, actor: str, event: str, listed: tuple[Ground, ...], within: Within
) -> Rule:
    parts = tuple(Part(body=ground.formula, label=ground.label) for ground in listed)
    return Rule(
        name=name,
        kind=kind,
        actor=actor,
        event=event,
        when=Or(parts=parts) if len(parts) > 1 else parts[0].body,
        grounds=listed,
        within=within,
        header=Header(name=name, keyword=kind.value),
    )
