"""Protects: which days a lawful run still leaves to what is open; none that it can have is lost."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from tests.unit.evaluation.review import (
    FREE,
    NAME,
    PROCEDURE,
    PROMULGATED,
    SPEC,
    counted,
    day,
    happens,
    rule,
    run,
    subject_of,
)

from regcheck.calendar.period import Point
from regcheck.evaluation.plans import Days, possible_days, settled
from regcheck.evaluation.scenarios import comes_out, run_scenario
from regcheck.frozen import replace
from regcheck.model.formula import Comparator, Compare, Day
from regcheck.model.procedures import Before, Event, Procedure, RuleKind, Within
from regcheck.model.specification import Expectation, Expected, Header, Scenario, Specification

Given = dict[str, date | bool | None]
APRIL_1 = date(2026, 4, 1)
FILED: Given = {"届出": APRIL_1, "受理": APRIL_1, "緊急": False}


def plan(procedure: Procedure = PROCEDURE, /, **given: date | bool | None) -> Mapping[str, Days]:
    spec = replace(SPEC, procedures={NAME: procedure}, subjects={NAME: subject_of(procedure)})
    return possible_days(spec, procedure, run(procedure, **given))


def days(first: date | None, last: date | None) -> Days:
    return Days(first=first, last=last)


def test_an_open_event_lies_within_its_bounds_and_what_is_counted_from_it_too() -> None:
    found = plan(公布=PROMULGATED, 指定=None)
    assert found["指定"] == days(date(2026, 1, 16), date(2027, 7, 14))
    assert found["免除期間の末日"] == days(date(2026, 7, 16), date(2028, 1, 14))


def test_a_power_is_used_within_its_stretch() -> None:
    found = plan(**FILED, 勧告=None)
    assert found["勧告"] == days(APRIL_1, date(2026, 4, 30))
    assert found["回答期限"] == days(date(2026, 4, 10), date(2026, 5, 11))


def test_a_new_last_day_lies_between_the_old_one_and_the_limit() -> None:
    found = plan(**FILED, 延長=None)
    assert found["延長後の末日"] == days(date(2026, 5, 1), date(2026, 7, 31))
    assert found["審査期間の末日"] == days(date(2026, 4, 30), date(2026, 7, 31))


def test_a_duty_that_is_owed_limits_its_event() -> None:
    found = plan(**FILED, 勧告=date(2026, 4, 24), 応諾の通知=None)
    assert found["応諾の通知"] == days(date(2026, 4, 24), date(2026, 5, 7))


def test_a_prohibition_moves_an_event_that_comes_after_its_beginning_behind_its_end() -> None:
    after = replace(PROCEDURE.events["導入"], after=(Before(event="受理"),))
    procedure = replace(PROCEDURE, events={**PROCEDURE.events, "導入": after})
    assert plan(procedure, **FILED, 導入=True)["導入"] == days(date(2026, 5, 1), None)


def test_what_is_known_of_the_end_limits_the_beginning() -> None:
    """From the day on which a duty begins the day of the designation: 2025-11-02 is from 2025-05-01, and no other."""
    start = counted(day("指定"), months=6)
    next_day = replace(start, period=replace(start.period, point=Point.NEXT))
    events = (
        Event(name="指定"),
        Event(name="義務の開始", within=(Within(first=next_day, last=next_day),)),
    )
    procedure = replace(PROCEDURE, events={e.name: e for e in events}, periods={}, limits={}, rules={})
    found = plan(procedure, 指定=True, 義務の開始=date(2025, 11, 2))
    assert found["指定"] == days(date(2025, 5, 1), date(2025, 5, 1))


def test_an_event_that_may_happen_says_nothing_of_those_that_do() -> None:
    """勧告 would have to come within the period; 受理 need not be near it, for 勧告 may never come."""
    later = replace(PROCEDURE.events["勧告"], within=(Within(first=None, last=counted(day("届出"), days=5)),))
    procedure = replace(PROCEDURE, events={**PROCEDURE.events, "勧告": later})
    found = plan(procedure, 届出=APRIL_1, 受理=True, 勧告=None, 緊急=False)
    assert found["勧告"].last == APRIL_1 + timedelta(days=5)
    assert found["受理"] == days(APRIL_1, None)
    happening = plan(procedure, 届出=APRIL_1, 受理=True, 勧告=True, 緊急=False)
    assert happening["受理"] == days(APRIL_1, APRIL_1 + timedelta(days=5))


def test_days_that_contradict_each_other_leave_nothing() -> None:
    found = plan(届出=date(2026, 4, 30), 受理=APRIL_1, 緊急=False)
    assert found["届出"].is_empty
    assert found["受理"].is_empty


def test_a_contradiction_without_end_is_given_up() -> None:
    """Each comes after the other: the days are moved on, and left at some time."""
    events = (
        Event(name="甲", after=(Before(event="乙", strict=True),)),
        Event(
            name="乙",
            after=(Before(event="甲", strict=True),),
            within=(Within(first=counted(day("丙"), days=1)),),
        ),
        Event(name="丙"),
    )
    procedure = replace(PROCEDURE, events={e.name: e for e in events}, periods={}, limits={}, rules={})
    found = plan(procedure, 甲=True, 乙=True, 丙=APRIL_1)
    assert found["甲"].first is not None
    assert found["甲"].first > APRIL_1


def test_an_event_that_does_not_happen_is_not_told() -> None:
    assert "導入" not in plan(**FILED)
    assert "免除期間の末日" not in plan(**FILED)


def test_two_powers_over_an_event_limit_nothing() -> None:
    """It happens by one of them, nobody knows which."""
    more = rule("第二の勧告", RuleKind.POWER, "主務大臣", "勧告", happens("届出"))
    procedure = replace(PROCEDURE, rules={**PROCEDURE.rules, more.name: more})
    assert plan(procedure, **FILED, 勧告=None)["勧告"] == days(APRIL_1, None)
    assert FREE.name in procedure.periods


def test_two_grounds_limit_nothing() -> None:
    """An order can follow a refusal, which needs no limit to pass."""
    asked: Given = {**FILED, "応諾": None, "勧告": APRIL_1}
    assert plan(**asked, 応諾の通知=None, 命令=None)["命令"] == days(APRIL_1, date(2026, 4, 30))
    silent = plan(**{**asked, "応諾": True}, 応諾の通知=False, 命令=None)
    assert silent["命令"] == days(date(2026, 4, 11), date(2026, 4, 30))


def test_a_prohibition_whose_ground_may_come_later_moves_nothing() -> None:
    """Only the filing has to come before the introduction."""
    grounds = PROCEDURE.rules["回答"].grounds
    waiting = replace(PROCEDURE.rules["導入の禁止"], when=happens("勧告"), grounds=grounds)
    after = replace(PROCEDURE.events["導入"], after=(Before(event="受理"),))
    rules = {**PROCEDURE.rules, waiting.name: waiting}
    procedure = replace(PROCEDURE, events={**PROCEDURE.events, "導入": after}, rules=rules)
    assert plan(procedure, **FILED, 勧告=date(2026, 4, 20), 導入=True)["導入"].first == date(2026, 4, 2)


def test_a_duty_that_is_perhaps_not_owed_limits_nothing() -> None:
    assert plan(届出=None, 導入=APRIL_1, 緊急=None)["届出"] == days(None, None)
    assert plan(届出=None, 導入=APRIL_1, 緊急=False)["届出"] == days(None, APRIL_1 - timedelta(days=1))


def harbour(**given: date | bool | None) -> tuple[Scenario, Specification]:
    """A duty that begins when six months from the designation are over; on which day was the designation?"""
    start = counted(day("指定"), months=6)
    next_day = replace(start, period=replace(start.period, point=Point.NEXT))
    begins = Event(name="義務の開始", within=(Within(first=next_day, last=next_day),))
    events = {"指定": Event(name="指定"), "義務の開始": begins}
    procedure = replace(PROCEDURE, events=events, periods={}, limits={}, rules={})
    spec = replace(SPEC, procedures={NAME: procedure}, subjects={NAME: subject_of(procedure)})
    designated = Compare(op=Comparator.EQ, left=day("指定"), right=Day(value=date(2026, 5, 1)))
    only = Expectation(formula=designated, expected=Expected.TRUE, only=True)
    scenario = Scenario(header=Header(name="例"), record=run(procedure, **given), expectations=(only,))
    return scenario, spec


def test_the_only_day_that_is_left_is_what_a_case_expects() -> None:
    scenario, spec = harbour(指定=None, 義務の開始=date(2026, 11, 2))
    (result,) = run_scenario(spec, scenario)
    assert result.holds
    assert comes_out(spec, scenario)
    found = settled(spec, spec.procedures[NAME], scenario.record)
    assert (found.facts["指定"], found.facts["指定の日"]) == (True, date(2026, 5, 1))


def test_another_day_is_not_the_one_that_is_expected() -> None:
    scenario, spec = harbour(指定=None, 義務の開始=date(2026, 11, 3))
    (result,) = run_scenario(spec, scenario)
    assert (result.holds, result.is_left_to_proof) == (False, False)
    assert not comes_out(spec, scenario)


def test_where_several_days_are_left_the_proof_has_the_last_word() -> None:
    """From three days in August the six months end on the last day of February."""
    scenario, spec = harbour(指定=None, 義務の開始=date(2028, 3, 1))
    (result,) = run_scenario(spec, scenario)
    assert (result.holds, result.is_left_to_proof) == (False, True)
