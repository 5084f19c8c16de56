"""Plans of a 手続: which days are known of each row, how they were counted, and where they are laid down."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.analysis.review import REMINDER, specification

from regcheck.analysis.timeline import Days, Plan, Row, RowKind
from regcheck.analysis.timeline_choice import breaches, disorder, outside
from regcheck.analysis.timeline_rows import plan_of
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Payload

ACCEPTED = date(2026, 4, 1)
LAST, LONGEST = date(2026, 4, 30), date(2026, 7, 31)


def plan(**chosen: date) -> Plan:
    spec = specification()
    return plan_of(spec, spec.procedures["審査"], chosen)


def row(found: Plan, kind: RowKind, name: str, label: str = "") -> Row:
    (only,) = [r for r in found.rows if (r.kind, r.name, r.label) == (kind, name, label)]
    return only


def on(day: date, extended: date | None = None) -> Days:
    return Days(earliest=day, latest=day, extended=extended)


def test_rows_stand_in_the_order_of_the_text() -> None:
    names = [r.name for r in plan(受理=ACCEPTED).rows]
    assert names == [
        *("公布", "施行", "届出", "受理", "延長", "勧告", "回答", "命令", "導入"),
        *("審査期間", "準備期間", "回答期限"),
        *("導入の禁止", "延長", "勧告", "回答", "届出", "命令", "命令"),
    ]


def test_a_period_is_plain_and_as_long_as_it_can_be() -> None:
    period = row(plan(受理=ACCEPTED), RowKind.PERIOD, "審査期間")
    assert (period.first, period.last) == (on(ACCEPTED), on(LAST, LONGEST))
    assert period.words == "受理の日から起算して三十日を経過する日"
    assert [reason.provision for reason in period.counted] == ["民法第百三十八条", "民法第百四十一条"]


def test_a_period_that_was_extended_has_no_plain_end() -> None:
    period = row(plan(受理=ACCEPTED, 延長=date(2026, 4, 20)), RowKind.PERIOD, "審査期間")
    assert (period.last.earliest, period.last.latest) == (date(2026, 5, 1), LONGEST)
    chosen = {"受理": ACCEPTED, "延長後の末日": date(2026, 6, 30)}
    spec = specification()
    settled = plan_of(spec, spec.procedures["審査"], chosen)
    assert row(settled, RowKind.PERIOD, "審査期間").last == on(date(2026, 6, 30))


def test_an_order_for_silence_has_no_day_when_the_answer_is_due_on_the_last_one() -> None:
    """Advice on day 20 leaves day 30; on day 21 it leaves none, unless the period is extended."""
    early = row(plan(受理=ACCEPTED, 勧告=date(2026, 4, 17)), RowKind.POWER, "命令", "一")
    assert not early.is_empty
    late = row(plan(受理=ACCEPTED, 勧告=date(2026, 4, 21)), RowKind.POWER, "命令", "一")
    assert late.is_empty
    assert (late.first, late.last.extended) == (on(date(2026, 5, 1)), LONGEST)
    refusal = row(plan(受理=ACCEPTED, 勧告=date(2026, 4, 21)), RowKind.POWER, "命令", "二")
    assert not refusal.is_empty


def test_a_limit_that_falls_on_a_closed_day_says_where_it_fell() -> None:
    limit = row(plan(受理=ACCEPTED, 勧告=date(2026, 4, 24)), RowKind.LIMIT, "回答期限")
    assert (limit.moved_from, limit.last) == (date(2026, 5, 3), on(date(2026, 5, 7)))
    unmoved = row(plan(受理=ACCEPTED, 勧告=date(2026, 4, 21)), RowKind.LIMIT, "回答期限")
    assert (unmoved.moved_from, unmoved.last) == (None, on(date(2026, 4, 30)))


def test_open_days_are_ranges() -> None:
    found = plan()
    begins = row(found, RowKind.EVENT, "施行")
    assert (begins.first.earliest, begins.last.latest) == (date(2026, 1, 1), date(2027, 6, 30))
    ready = row(found, RowKind.PERIOD, "準備期間")
    assert ready.first == on(date(2026, 1, 1))
    assert ready.last == Days(earliest=date(2026, 1, 1), latest=date(2027, 6, 30))
    assert row(found, RowKind.LIMIT, "回答期限").last == Days()


def test_a_duty_that_is_met_before_its_ground_begins_with_no_day() -> None:
    """届出 is owed before 導入: that 導入 is its ground does not make it begin with 導入."""
    duty = row(plan(導入=date(2026, 8, 1)), RowKind.DUTY, "届出")
    assert duty.first == Days()
    assert duty.last == on(date(2026, 7, 31))
    assert duty.counted == (), "the day before another is a bound, not a period"


def test_a_duty_on_a_ground_begins_with_it() -> None:
    duty = row(plan(受理=ACCEPTED, 勧告=date(2026, 4, 21)), RowKind.DUTY, "回答")
    assert (duty.first, duty.last) == (on(date(2026, 4, 21)), on(date(2026, 4, 30)))


def test_a_rule_begins_before_it_ends() -> None:
    """照会 can come on day 30, but then there would be no day for 督促: it begins with day 10 at the latest."""
    spec = specification(REMINDER)
    found = plan_of(spec, spec.procedures["督促"], {"届出": ACCEPTED})
    power = row(found, RowKind.POWER, "督促")
    assert power.first == Days(earliest=ACCEPTED, latest=date(2026, 4, 10))
    assert power.last == on(date(2026, 4, 10))


def test_rows_say_where_they_are_laid_down() -> None:
    found = plan(受理=ACCEPTED)
    assert row(found, RowKind.EVENT, "命令").provisions == ("第五十二条第十項",)
    assert "第五十二条第七項" in row(found, RowKind.LIMIT, "回答期限").provisions
    assert "第五十二条第六項" in row(found, RowKind.PERIOD, "審査期間").provisions
    assert row(found, RowKind.PERIOD, "準備期間").provisions == ()
    forbidden = row(found, RowKind.PROHIBITION, "導入の禁止")
    assert (forbidden.penalty, forbidden.penalty_provisions) == ("百万円以下の罰金", ("第九十二条",))


def test_days_that_break_the_law_are_drawn_as_they_were_chosen() -> None:
    """Lawful runs have no such day, so what they would have says nothing."""
    found = plan(受理=ACCEPTED, 勧告=date(2026, 9, 1))
    assert row(found, RowKind.EVENT, "勧告").first == on(date(2026, 9, 1))
    assert row(found, RowKind.PERIOD, "審査期間").last.earliest == LAST
    assert row(found, RowKind.LIMIT, "回答期限").last == on(date(2026, 9, 10))


# ---------------------------------------------------------------- what can be chosen


def objections(**chosen: date) -> list[Payload]:
    spec = specification()
    procedure = spec.procedures["審査"]
    return [
        *outside(procedure, chosen),
        *disorder(spec, procedure, chosen),
        *breaches(spec, procedure, chosen),
    ]


def test_orderly_and_lawful_days_meet_no_objection() -> None:
    assert objections(届出=ACCEPTED, 受理=ACCEPTED, 勧告=date(2026, 4, 30)) == []


@pytest.mark.parametrize("day", [date(2025, 12, 31), date(2029, 1, 1)])
def test_a_run_begins_within_the_horizon(day: date) -> None:
    (found,) = outside(specification().procedures["審査"], {"届出": day})
    assert isinstance(found, codes.timeline.DayOutsideHorizon)
    (later,) = outside(specification().procedures["審査"], {"勧告": date(2040, 1, 1)})
    assert isinstance(later, codes.timeline.DayOutsideHorizon)
    assert later.last > date(2028, 12, 31), "what goes on after the run has begun may lie later"


def test_an_order_that_is_not_kept_is_named() -> None:
    assert objections(届出=date(2026, 4, 2), 受理=ACCEPTED) == [
        codes.timeline.DisorderlyDay(event="受理", day=ACCEPTED, bound="届出以後")
    ]
    (found,) = objections(施行=date(2027, 7, 1))
    assert isinstance(found, codes.timeline.DisorderlyDay)
    assert found.bound == "公布の日から起算して一年六月を超えない範囲内"


def test_days_that_leave_none_between_them_are_refused() -> None:
    """勧告 comes before 命令 and on the day of 回答 at the latest: both on one day leave it none."""
    found = objections(受理=ACCEPTED, 回答=date(2026, 4, 20), 命令=date(2026, 4, 5), 届出=date(2026, 4, 10))
    assert [type(one).__name__ for one in found] == ["DisorderlyDay"]
    (left,) = objections(受理=date(2026, 4, 10), 命令=date(2026, 4, 10))
    assert isinstance(left, codes.timeline.NoDayLeft)


def test_a_breach_names_the_rule() -> None:
    (found,) = objections(受理=ACCEPTED, 勧告=date(2026, 4, 2), 回答=date(2026, 4, 20))
    assert isinstance(found, codes.timeline.UnlawfulDay)
    assert (found.kind, found.rule, found.provisions) == ("義務", "回答", ("第五十二条第七項",))
    assert objections(受理=ACCEPTED, 導入=date(2026, 4, 20)) == [], "an emergency would excuse it"
