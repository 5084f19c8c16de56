"""A run is told as briefly as it can be: what must happen, each day as early as the question allows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from tests.unit.evaluation.review import (
    AFTER_ANSWER,
    EVENTS,
    FOUR_MONTHS,
    NAME,
    SPEC,
    UNCHANGED,
    day,
    happens,
    run,
)

from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import Breaches, Comparator, Compare, Day, Expression, Formula, Lawful, Not, Path
from regcheck.model.procedures import day_of
from regcheck.proof.earliest import move_up
from regcheck.proof.engine import Z3Prover
from regcheck.proof.minimise import minimised
from regcheck.proof.question import Labelled, Possible, Question
from regcheck.proof.records import Place
from regcheck.proof.replay import answers, fits

BEGIN = date(2026, 1, 1)
LAWFUL, ORDERLY = (Lawful(procedure=NAME, path=Path(), rules=rules) for rules in (True, False))


def question(*formulas: Formula) -> Question:
    return Question(
        subject=NAME, parts=tuple(Labelled(label=f"問{n}", formula=f) for n, f in enumerate(formulas))
    )


def shrunk(*formulas: Formula) -> dict[str, date]:
    """The days of what happens in the case that is told; it answers, and names nothing of what does not happen."""
    asked = question(*formulas)
    answer = Z3Prover(SPEC).example(asked)
    assert isinstance(answer, Possible)
    case = minimised(SPEC, asked, answer.record)
    assert fits(SPEC, asked, case)
    return days_of(case)


def days_of(case: Record) -> dict[str, date]:
    """What happens, and when; nothing else has a day."""
    told = {
        event.name: case.facts[day_of(event.name)] for event in EVENTS if case.facts.get(event.name) is True
    }
    assert {fact for fact, value in case.facts.items() if isinstance(value, date)} <= {
        fact for event in told for fact in (day_of(event), f"{event}後の末日")
    }
    return {event: value for event, value in told.items() if isinstance(value, date)}


def compared(left: Expression, op: str, right: Expression) -> Formula:
    return Compare(op=Comparator(op), left=left, right=right)


def on(number: int) -> date:
    """The n-th day of the days of the review."""
    return BEGIN + timedelta(days=number - 1)


def test_a_recommendation_too_late_for_an_order_is_told_on_day_21() -> None:
    """The tenth day from it is the thirtieth from 受理; the answer that is not there leaves no day for an order."""
    silence = (
        happens("勧告"),
        Not(body=happens("延長")),
        Not(body=happens("短縮")),
        compared(AFTER_ANSWER, ">", UNCHANGED),
    )
    told = shrunk(ORDERLY, Not(body=Breaches(procedure=NAME, rule="勧告", path=Path())), *silence)
    assert told == {"届出": on(1), "受理": on(1), "勧告": on(21)}


def test_what_must_come_after_a_period_is_told_on_the_day_after_it() -> None:
    late = happens("導入"), compared(day("導入"), ">", day("受理")), Not(body=happens("緊急"))
    entered = shrunk(LAWFUL, happens("受理"), *late)
    assert entered == {"届出": on(1), "受理": on(1), "導入": on(31)}


def test_a_whole_run_begins_as_early_as_a_fixed_day_lets_it() -> None:
    told = shrunk(ORDERLY, happens("指定"), compared(day("指定"), ">", Day(value=date(2026, 2, 1))))
    assert told == {"公布": date(2026, 1, 15), "指定": date(2026, 2, 2)}


@pytest.mark.parametrize("event", [event.name for event in EVENTS])
def test_only_what_an_event_needs_happens_with_it(event: str) -> None:
    needed = {
        "公布": {"公布"},
        "指定": {"公布", "指定"},
        "届出": {"届出"},
        "受理": {"届出", "受理"},
        "短縮": {"届出", "受理", "短縮"},
        "延長": {"届出", "受理", "延長"},
        "勧告": {"届出", "受理", "勧告", "応諾の通知"},
        "応諾の通知": {"届出", "受理", "勧告", "応諾の通知"},
        "導入": {"届出", "導入"},
        "命令": {"届出", "受理", "勧告", "応諾の通知", "命令"},
    }
    assert set(shrunk(LAWFUL, happens(event))) == needed[event]


def test_a_shrunk_run_still_answers_when_its_days_hang_together() -> None:
    """A long extension, an order on its last day: everything has to move at once."""
    late = _whole(
        受理=date(2026, 10, 30), 届出=date(2026, 10, 30), 延長=date(2026, 11, 2), 勧告=date(2027, 2, 10),
        応諾の通知=date(2027, 2, 10), 命令=date(2027, 2, 28), 延長後の末日=date(2027, 2, 28),
    )  # fmt: skip
    asked = question(ORDERLY, happens("命令"), compared(day("命令"), ">=", FOUR_MONTHS))
    assert answers(SPEC, asked, late)
    told = days_of(minimised(SPEC, asked, late))
    assert told["届出"] == told["受理"] == BEGIN
    assert told["命令"] == date(2026, 4, 30)


def _whole(**given: date) -> Record:
    """A run with a day for every event, whether it happens or not."""
    course = run(**given)
    days = {day_of(event.name): BEGIN for event in EVENTS} | {"短縮後の末日": BEGIN}
    return replace(course, facts={**days, **course.facts})


def test_days_move_together_first_and_alone_at_last() -> None:
    """Three days at least ten apart, the first no earlier than the fifth."""
    places = [Place(steps=(name,)) for name in "甲乙丙"]
    moved = dict(zip(places, map(on, (50, 70, 90)), strict=True))

    def take(other: Mapping[Place, date]) -> bool:
        first, second, third = (({**moved, **other})[place] for place in places)
        good = first >= on(5) and (second - first).days >= 10 and (third - second).days >= 10
        if good:
            moved.update(other)
        return good

    move_up(dict(moved), BEGIN, take)
    assert list(moved.values()) == [on(5), on(15), on(25)]


@pytest.mark.parametrize(("gap", "first"), [(10, 4), (13, 1)])
def test_where_days_cannot_go_all_the_way_they_stop_short_of_it(gap: int, first: int) -> None:
    """Both of them before closed days, or the second alone where a month is short; nothing in between will do."""
    places = [Place(steps=(name,)) for name in "甲乙"]
    moved = dict(zip(places, map(on, (50, 60)), strict=True))

    def take(other: Mapping[Place, date]) -> bool:
        good = [({**moved, **other})[place] for place in places] == [on(first), on(first + gap)]
        if good:
            moved.update(other)
        return good

    move_up(dict(moved), BEGIN, take)
    assert list(moved.values()) == [on(first), on(first + gap)]


def test_days_that_were_refused_are_not_tried_again() -> None:
    places = [Place(steps=(name,)) for name in "甲乙丙"]
    days, tried = dict(zip(places, map(on, (10, 20, 30)), strict=True)), list[tuple[date, ...]]()

    def refuse(other: Mapping[Place, date]) -> bool:
        tried.append(tuple(({**days, **other}).values()))
        return False

    move_up(days, BEGIN, refuse)
    assert len(tried) == len(set(tried)) > 0
