"""Protects: the account of one run: where each rule stands, by which day, how that day was counted."""

from __future__ import annotations

from datetime import date

from tests.unit.evaluation.review import PROCEDURE, PROMULGATED, SPEC, run

from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN
from regcheck.evaluation.runs import Conduct, Standing, conduct

APRIL_1, APRIL_24, APRIL_30 = date(2026, 4, 1), date(2026, 4, 24), date(2026, 4, 30)


def told(**given: date | bool | None) -> Conduct:
    return conduct(SPEC, PROCEDURE, run(**given))


def standings(found: Conduct) -> dict[str, Standing]:
    return {name: one.standing for name, one in found.rules.items()}


def test_where_each_rule_stands() -> None:
    found = told(届出=APRIL_1, 受理=APRIL_1, 勧告=APRIL_24, 導入=APRIL_30, 緊急=False, 応諾=False)
    assert standings(found) == {
        "届出": Standing.OBSERVED,
        "導入の禁止": Standing.BREACHED,
        "延長": Standing.IDLE,
        "短縮": Standing.IDLE,
        "勧告": Standing.USED,
        "回答": Standing.BREACHED,
        "命令": Standing.IDLE,
        "緊急の命令": Standing.IDLE,
    }
    assert (found.lawful, found.orderly) == (FALSE, TRUE)
    assert [one.rule.name for one in found.breached] == ["導入の禁止", "回答"]


def test_a_duty_that_is_not_owed_is_idle() -> None:
    found = standings(told(届出=APRIL_1, 緊急=False))
    assert (found["届出"], found["回答"], found["導入の禁止"]) == (Standing.IDLE,) * 3


def test_of_two_powers_the_one_that_is_there_is_used() -> None:
    found = standings(told(届出=APRIL_1, 受理=APRIL_1, 勧告=APRIL_1, 命令=APRIL_1, 緊急=True, 応諾=False))
    assert (found["命令"], found["緊急の命令"]) == (Standing.IDLE, Standing.USED)


def test_an_open_fact_leaves_rules_open() -> None:
    found = told(届出=APRIL_1, 受理=APRIL_1, 導入=APRIL_30, 緊急=None)
    assert found.rules["導入の禁止"].standing is Standing.OPEN
    assert found.lawful is UNKNOWN


def test_the_days_of_a_rule_and_how_they_were_counted() -> None:
    limit = told(届出=APRIL_1, 受理=APRIL_1, 勧告=APRIL_24).rules["回答"].stretch.last
    assert limit is not None
    assert limit.day == date(2026, 5, 7)
    (counted,) = limit.counted
    assert (counted.words, counted.start) == (
        "勧告の日から起算して十日を経過する日（閉庁日繰下げ）",
        APRIL_24,
    )
    assert counted.reckoned.day == date(2026, 5, 7)
    assert [reason.provision for reason in counted.reckoned.reasons][-1] == "行政機関の休日に関する法律第二条"


def test_a_period_that_was_changed_ends_on_its_new_day() -> None:
    new = date(2026, 7, 31)
    found = told(届出=APRIL_1, 受理=APRIL_1, 延長=APRIL_1, 延長後の末日=new)
    last = found.periods["審査期間"].last
    assert last is not None
    assert (last.day, last.counted) == (new, ())


def test_a_day_that_is_not_there_is_none_and_an_open_one_has_two_ends() -> None:
    limits = told(届出=APRIL_1).limits["回答期限"]
    assert (limits.there, limits.day, limits.first) == (FALSE, None, None)
    free = told(公布=PROMULGATED, 指定=True).periods["免除期間"].last
    assert free is not None
    assert (free.there, free.day) == (TRUE, None)
    assert (free.first, free.last) == (date(2026, 7, 1), date(2029, 6, 30))


def test_what_is_out_of_order_is_told_with_the_event_it_should_follow() -> None:
    (one,) = told(届出=APRIL_30, 受理=APRIL_1).disorder
    assert one.demand.event == "受理"
    assert one.demand.before is not None
    assert one.demand.before.event == "届出"


def test_the_day_before_is_counted_by_no_law() -> None:
    last = told(届出=APRIL_1, 導入=APRIL_24, 緊急=False).rules["届出"].stretch.last
    assert last is not None
    assert (last.day, last.counted) == (date(2026, 4, 23), ())
