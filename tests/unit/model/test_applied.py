"""Protects: what a 手続 takes over from another, under which names, and what its own lines leave out."""

from __future__ import annotations

from tests.unit.model.procedure_world import procedure_of, read, spec_of

from regcheck.model.formula import Fact, Holds, Path, PeriodEnd
from regcheck.model.procedures import Before, Procedure

SOURCE = """対象　案件
  緊急：真偽
対象　変更
  至急：真偽

手続「審査」：案件
  検査期間　令和八年四月一日から令和十年三月三十一日まで
  事象　届出：事業者
  事象　受理：大臣　届出以後
  事象　応諾の届出：事業者　届出以後
  事象　無縁：大臣
  期間「審査期間」　届出を受理した日から起算して三十日を経過する日まで
  期限「回答期限」　審査期間の末日から十日以内
  義務「届出」　事業者は、緊急があるときは、審査期間中に、届出をしなければならない
    条項　「法」第一条
  義務「回答」　事業者は、受理があったときは、回答期限までに、応諾の届出をしなければならない
  権限「受理」　大臣は、届出があり、かつ、届出の日が令和九年四月一日以前であるときは、受理をすることができる

"""
OTHER = """手続「変更の審査」：変更
  検査期間　令和八年四月一日から令和九年三月三十一日まで
"""


def taken(*lines: str) -> Procedure:
    return procedure_of("変更の審査", SOURCE, OTHER + "\n".join(f"  {line}" for line in lines) + "\n")


def day(event: str) -> Fact:
    return Fact(path=Path(steps=(f"{event}の日",)))


def test_rules_bring_the_events_periods_and_limits_that_they_mention() -> None:
    found = taken("準用　「審査」のうち「回答」")
    assert list(found.rules) == ["回答"]
    assert list(found.events) == ["届出", "受理", "応諾の届出"]
    assert list(found.limits) == ["回答期限"]
    assert list(found.periods) == ["審査期間"]
    assert found.rules["回答"].within.last == found.limits["回答期限"].day
    assert found.applied[0].procedure == "審査"
    assert found.applied[0].rules == ("回答",)


def test_a_rule_that_is_taken_over_keeps_its_provision() -> None:
    source = spec_of(SOURCE).procedures["審査"].rules["回答"]
    assert taken("準用　「審査」のうち「回答」").rules["回答"] == source


def test_all_but_some() -> None:
    found = taken("準用　「審査」（「届出」を除く）")
    assert list(found.rules) == ["回答", "受理"]


def test_names_are_read_for_others_wherever_they_stand() -> None:
    found = taken(
        "準用　「審査」、届出は変更の案の届出と、緊急は至急と、受理は承認と、事業者は変更者と読み替える"
    )
    assert list(found.events) == ["変更の案の届出", "承認", "応諾の届出"]
    assert found.events["変更の案の届出"].actor == "変更者"
    assert found.events["承認"].after == (Before(event="変更の案の届出"),)
    rule = found.rules["届出"]
    assert (rule.event, rule.actor) == ("変更の案の届出", "変更者")
    assert rule.when == Holds(path=Path(steps=("至急",)))
    assert found.periods["審査期間"].first == day("承認")
    assert found.rules["受理"].grounds[0].days == (day("変更の案の届出"),)
    assert dict(found.applied[0].renamed)["届出"] == "変更の案の届出"


def test_a_name_inside_a_longer_name_is_another_name() -> None:
    found = taken("準用　「審査」のうち「回答」、届出は申告と読み替える")
    assert found.rules["回答"].event == "応諾の届出"
    assert list(found.events) == ["申告", "受理", "応諾の届出"]


def test_own_lines_stand_for_those_of_the_same_name() -> None:
    found = taken(
        "準用　「審査」（「届出」を除く）",
        "事象　受理：知事",
        "期間「審査期間」　受理の日から六月間",
        "権限「受理」　知事は、受理をすることができる",
    )
    assert found.events["受理"].actor == "知事"
    assert found.events["受理"].after == ()
    assert found.rules["受理"].actor == "知事"
    last = found.periods["審査期間"].last
    assert isinstance(last, PeriodEnd)
    assert last.period.months == 6
    assert found.limits["回答期限"].day == PeriodEnd(
        start=last,
        period=spec_of(SOURCE).procedures["審査"].limits["回答期限"].day.period,  # type: ignore[union-attr]
    )


def test_what_is_taken_over_can_be_taken_over_again() -> None:
    third = """手続「再変更」：変更
  検査期間　令和八年四月一日から令和九年三月三十一日まで
  準用　「変更の審査」、承認は再承認と読み替える
"""
    middle = OTHER + "  準用　「審査」のうち「回答」、受理は承認と読み替える\n\n"
    for order in ((SOURCE, middle, third), (third, middle, SOURCE)):
        found = procedure_of("再変更", *order)
        assert list(found.rules) == ["回答"]
        assert list(found.events) == ["届出", "再承認", "応諾の届出"]
        assert found.rules["回答"].when == Holds(path=Path(steps=("再承認",)))


def test_procedures_stand_in_the_order_of_the_text() -> None:
    middle = OTHER + "  準用　「審査」のうち「回答」\n"
    assert list(spec_of(middle, SOURCE).procedures) == ["変更の審査", "審査"]


def test_what_is_wrong_with_what_is_taken_over_is_said_at_the_line_that_takes_it() -> None:
    text = "\n".join((SOURCE, OTHER)) + "  準用　「審査」\n"
    (found,) = read(text).diagnostics
    assert found.code.id == "RC201"
    assert found.place is not None
    assert text[found.place.start : found.place.end] == "「審査」"
    assert [text[a.span.start : a.span.end] for a in found.annotations if not a.primary] == ["緊急"]
    assert found.fixes == ()
