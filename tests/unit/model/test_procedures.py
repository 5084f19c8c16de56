"""Protects: what each line of a 手続 means, and the record that a run of it is."""

from __future__ import annotations

from datetime import date

import pytest
from tests.unit.model.procedure_world import PROCEDURE, SUBJECT, procedure_of, read, spec_of

from regcheck.calendar.period import Period, Point
from regcheck.calendar.reckon import day_of_period
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.model.formula import (
    Choice,
    Comparator,
    Compare,
    Day,
    Expression,
    Fact,
    Holds,
    Path,
    PeriodEnd,
    Truth,
)
from regcheck.model.procedures import Before, Change, Procedure, RuleKind, Within
from regcheck.model.specification import Citation
from regcheck.model.types import BoolType, DateType

HEAD = """手続「甲」
  検査期間　令和八年四月一日から令和九年三月三十一日まで
"""


@pytest.fixture(scope="module")
def review() -> Procedure:
    return procedure_of("審査", SUBJECT, PROCEDURE)


def fact(name: str) -> Fact:
    return Fact(path=Path(steps=(name,)))


def happens(name: str) -> Holds:
    return Holds(path=Path(steps=(name,)))


def counted(start: Expression, *, years: int = 0, months: int = 0, days: int = 0) -> PeriodEnd:
    period = Period(years=years, months=months, days=days, first_day_counts=True)
    return PeriodEnd(start=start, period=period)


def day_after(start: Expression) -> PeriodEnd:
    return PeriodEnd(start=start, period=Period(days=1))


THIRTY_DAYS = counted(fact("受理の日"), days=30)
EXTENDED = Choice(condition=happens("延長"), then=fact("延長後の末日"), otherwise=THIRTY_DAYS)
IN_FORCE = Choice(condition=happens("短縮"), then=fact("短縮後の末日"), otherwise=EXTENDED)
ANSWER = PeriodEnd(start=fact("勧告の日"), period=Period(days=10, first_day_counts=True, moves=True))


# ---------------------------------------------------------------- runs


def test_a_run_has_the_facts_of_the_subject_and_two_or_three_of_each_event(review: Procedure) -> None:
    runs = spec_of(SUBJECT, PROCEDURE).subjects["審査"]
    assert runs.header == review.header
    assert runs.header.keyword == Noun.PROCEDURE
    names = list(runs.fields)
    assert names[:3] == ["緊急やむを得ない場合", "応諾", "計画日"]
    assert names[3:7] == ["公布", "公布の日", "施行", "施行の日"]
    assert [name for name in names if name.endswith("後の末日")] == ["短縮後の末日", "延長後の末日"]
    assert runs.fields["受理"].type == BoolType()
    assert runs.fields["受理の日"].type == DateType(low=review.days[0], high=review.days[1])
    assert runs.fields["延長後の末日"].type == runs.fields["受理の日"].type
    assert runs.fields["計画日"].type == DateType(low=date(2026, 4, 1), high=date(2027, 3, 31))


def test_the_days_of_a_procedure_reach_as_far_as_its_periods_lead() -> None:
    chained = procedure_of(
        "甲",
        HEAD,
        """  事象　乙：者
  事象　丙：者　乙の日から二月以内
  事象　丁：者　丙の日から起算して三十日以内（閉庁日繰下げ）
  期間「終わり」　丁の日から六月間
""",
    )
    day = chained.horizon[1]
    for period in (
        Period(months=2),
        Period(days=30, first_day_counts=True, moves=True),
        Period(months=6),
        Period(days=1),
    ):
        day = day_of_period(period, day)
    assert day <= chained.days[1] <= date(2028, 3, 31)
    assert chained.days[0] == chained.horizon[0] == date(2026, 4, 1)


def test_what_is_counted_backwards_reaches_before_the_first_day() -> None:
    line = "  事象　変更：者\n  事象　届出：者\n  義務「届出」　者は、変更があるときは、変更の日の二週間前までに、届出をしなければならない\n"
    noticed = procedure_of("甲", HEAD, line)
    in_time = day_of_period(Period(weeks=2, backward=True), noticed.horizon[0])
    assert noticed.days[0] <= in_time


# ---------------------------------------------------------------- events, periods, limits


def test_events(review: Procedure) -> None:
    assert review.events["受理"].actor == "大臣"
    assert review.events["受理"].after == (Before(event="届出"),)
    assert review.events["勧告"].after == (Before(event="受理", strict=True),)
    promulgation, start, end = Day(value=date(2026, 6, 17)), fact("公布の日"), fact("公布の日")
    assert _days(review.events["公布"].within) == [(promulgation, promulgation)]
    assert _days(review.events["施行"].within) == [(start, counted(end, years=1, months=6))]
    assert _days(review.events["導入"].within) == [(Day(value=date(2026, 5, 1)), None)]


def test_a_limit_may_stand_before_an_event(review: Procedure) -> None:
    assert review.events["命令"].after == ()
    assert _days(review.events["命令"].within) == [(day_after(ANSWER), None)]


def _days(within: tuple[Within, ...]) -> list[tuple[Expression | None, Expression | None]]:
    return [(each.first, each.last) for each in within]


def test_periods_and_limits(review: Procedure) -> None:
    period = review.periods["審査期間"]
    assert (period.first, period.last) == (fact("受理の日"), THIRTY_DAYS)
    assert period.changes == ("延長", "短縮")
    assert period.last_in_force == IN_FORCE
    assert period.words == "受理の日から起算して三十日を経過する日"
    fixed = review.periods["準備期間"]
    assert (fixed.first, fixed.last, fixed.last_in_force) == (
        fact("公布の日"),
        fact("施行の日"),
        fact("施行の日"),
    )
    assert review.limits["回答期限"].day == ANSWER


def test_the_day_after_is_a_point_of_the_period() -> None:
    last = (
        procedure_of("甲", HEAD, "  事象　乙：者\n  期限「丙」　乙の日から六月を経過した日\n")
        .limits["丙"]
        .day
    )
    assert last == PeriodEnd(start=fact("乙の日"), period=Period(months=6, point=Point.NEXT))


# ---------------------------------------------------------------- rules


def test_a_prohibition(review: Procedure) -> None:
    rule = review.rules["導入の禁止"]
    assert (rule.kind, rule.actor, rule.event) == (RuleKind.PROHIBITION, "事業者", "導入")
    assert rule.when == Truth(value=True)
    assert rule.exceptions == (happens("緊急やむを得ない場合"),)
    assert _days((rule.within,)) == [(fact("受理の日"), IN_FORCE)]
    assert rule.header.provision == ("法第五十二条第三項",)
    assert rule.header.keyword == Noun.PROHIBITION
    assert rule.in_force_from == fact("施行の日")
    assert rule.penalty is not None
    assert rule.penalty.words == "二年以下の拘禁刑又は百万円以下の罰金"
    assert rule.penalty.sources == (Citation(source="法", provision="第九十二条第一項第二号"),)


def test_a_power_that_changes_a_period_is_held_against_the_day_before_its_own_change(
    review: Procedure,
) -> None:
    extend, shorten = review.rules["延長"], review.rules["短縮"]
    limit = counted(fact("受理の日"), months=4)
    assert extend.change == Change(period="審査期間", extends=True, limit=limit)
    assert shorten.change == Change(period="審査期間", extends=False)
    assert extend.within.last == THIRTY_DAYS
    assert shorten.within.last == EXTENDED
    assert review.rules["勧告"].within.last == IN_FORCE


def test_a_duty_with_a_limit_and_one_without(review: Procedure) -> None:
    answer = review.rules["回答"]
    assert answer.kind is RuleKind.DUTY
    assert answer.when == happens("勧告")
    assert _days((answer.within,)) == [(None, ANSWER)]
    prompt = review.rules["遅滞なく届出"].within
    assert (prompt.first, prompt.last, prompt.words) == (None, None, "遅滞なく")


def test_strict_limits_step_over_their_day(review: Procedure) -> None:
    before = review.rules["届出"].within
    assert before.first is None
    assert before.last is not None and isinstance(before.last, PeriodEnd)
    assert before.last.start == fact("導入の日")
    assert day_of_period(before.last.period, date(2026, 5, 1)) == date(2026, 4, 30)
    after = review.rules["命令"].within
    assert _days((after,)) == [(day_after(IN_FORCE), None)]


def test_a_literal_day_is_stepped_over_to_a_literal_day() -> None:
    text = "  事象　乙：者\n  義務「乙」　者は、令和八年五月一日より前に、乙をしなければならない\n"
    assert procedure_of("甲", HEAD, text).rules["乙"].within.last == Day(value=date(2026, 4, 30))


def test_several_stretches_leave_what_they_share() -> None:
    text = """  事象　乙：者
  事象　丙：者
  期間「猶予」　乙の日から六月間
  期限「締切」　令和八年八月一日まで
  義務「丙」　者は、猶予内に限り、締切までに、丙をしなければならない
"""
    within = procedure_of("甲", HEAD, text).rules["丙"].within
    half_year, day = PeriodEnd(start=fact("乙の日"), period=Period(months=6)), Day(value=date(2026, 8, 1))
    assert within.first == fact("乙の日")
    assert within.last == Choice(
        condition=Compare(op=Comparator.LE, left=half_year, right=day), then=half_year, otherwise=day
    )


def test_of_two_first_days_the_later_is_the_first() -> None:
    text = """  事象　乙：者
  事象　丙：者
  義務「丙」　者は、乙の日以後に、令和八年八月一日以後に、丙をしなければならない
"""
    within = procedure_of("甲", HEAD, text).rules["丙"].within
    first, second = fact("乙の日"), Day(value=date(2026, 8, 1))
    later = Compare(op=Comparator.GE, left=first, right=second)
    assert _days((within,)) == [(Choice(condition=later, then=first, otherwise=second), None)]


def test_the_grounds_of_a_rule_have_their_days(review: Procedure) -> None:
    silence, refusal = review.rules["命令"].grounds
    assert (silence.label, silence.days) == ("一", (day_after(ANSWER),))
    assert (refusal.label, refusal.days) == ("二", (fact("応諾の通知の日"),))
    assert review.rules["導入の禁止"].grounds[0].days == ()
    assert review.rules["回答"].grounds[0].days == (fact("勧告の日"),)


def test_a_rule_may_ask_what_the_subject_can_be_asked() -> None:
    text = """定義「急ぐ場合」：導入等
  緊急やむを得ない場合があること

"""
    rule = "  義務「急いで届出」　事業者は、「急ぐ場合」に該当するときは、届出をしなければならない\n"
    when = procedure_of("審査", SUBJECT, text, PROCEDURE + rule).rules["急いで届出"].when
    assert getattr(when, "term", "") == "急ぐ場合"
    assert getattr(when, "path", None) == Path()


def test_equal_mistakes_in_two_procedures_are_two_findings() -> None:
    text = "  事象　乙：者\n  権限「乙」　別の者は、乙をすることができる\n"
    found = read(HEAD, text, HEAD.replace("甲", "丙"), text).diagnostics
    assert [each.code.id for each in found] == ["RC610", "RC610"]
    assert len({each.fingerprint for each in found}) == 2
