"""What is told of a gap: from which day of the period on, what cures it, and the run as a table."""

from __future__ import annotations

import pytest

from regcheck.analysis.pipeline import Inputs, check
from regcheck.analysis.report import Report
from regcheck.diagnostics.codes.powers import PowerComesTooLate, PowerComesTooLateExtended
from regcheck.diagnostics.codes.procedures import NoRunWithFacts, NotTheOnly
from regcheck.diagnostics.diagnostic import Evidence, Payload
from regcheck.proof.engine import Z3Prover
from regcheck.proof.verdict import Verdict

REVIEW = """\
対象　案件
  承認：真偽

手続「審査」：案件
  検査期間　令和八年四月一日から令和九年三月三十一日まで

  事象　受理：大臣
  事象　延長：大臣　受理以後
  事象　勧告：大臣　受理以後
  事象　回答：事業者　勧告以後
  事象　命令：大臣　勧告以後

  期間「審査期間」　受理の日から起算して三十日を経過する日まで
  期限「回答期限」　勧告の日から起算して{answer}以内

  権限「延長」　大臣は、審査期間内に限り、延長により、審査期間を受理の日から起算して{limit}を限度として延長することができる
    条項　第四条
  権限「勧告」　大臣は、審査期間内に限り、勧告をすることができる
  義務「回答」　事業者は、勧告があったときは、回答期限までに、回答をしなければならない
    条項　第七条
  権限「命令」　大臣は、回答期限までに回答がないときは、審査期間内に限り、命令をすることができる
    条項　第十条
"""

START = """\
手続「施行」
  検査期間　令和六年五月十七日から令和八年三月三十一日まで

  事象　公布：国　令和六年五月十七日
  事象　指定：大臣　公布以後
  事象　義務の開始：国　指定の日から六月を経過した日

事例「指定の日」：施行
  {facts}
  → 指定の日は令和七年五月一日に限る
"""


def report(spec: str) -> Report:
    name = "a.regspec"
    return check(Inputs(own=frozenset({name}), files={name: spec.encode()}), Z3Prover)


def told(found: Report, kind: type[Payload]) -> Payload:
    (payload,) = (d.payload for d in found.diagnostics if type(d.payload) is kind)
    return payload


def shown(found: Report, kind: type[Payload]) -> Evidence:
    (evidence,) = (d.evidence for d in found.diagnostics if type(d.payload) is kind)
    assert evidence is not None
    return evidence


def review(answer: str = "十日", limit: str = "四月間") -> Report:
    return report(REVIEW.format(answer=answer, limit=limit))


@pytest.mark.parametrize(("answer", "first"), [("十日", 21), ("一日", 30), ("二十九日", 2), ("三十日", 1)])
def test_the_day_from_which_on_it_is_too_late_is_exact(answer: str, first: int) -> None:
    """A recommendation on day n leaves the days from n + the length of the limit on."""
    found = told(review(answer), PowerComesTooLate)
    assert isinstance(found, PowerComesTooLate)
    assert found.number == first


def test_what_is_left_of_an_extended_period_is_exact() -> None:
    found = told(review("七日"), PowerComesTooLateExtended)
    assert isinstance(found, PowerComesTooLateExtended)
    assert found.number == 7


@pytest.mark.parametrize(("limit", "cures"), [("四月間", True), ("四十日間", True), ("三十五日間", False)])
def test_only_an_extension_that_always_helps_is_named_as_a_cure(limit: str, cures: bool) -> None:
    """From day 30 the limit takes up to day 39: a period of 40 days is enough, one of 35 is not."""
    found = told(review(limit=limit), PowerComesTooLate)
    assert isinstance(found, PowerComesTooLate)
    assert found.cures == ((("延長", "第四条"),) if cures else ())
    assert ("第四条" in found.ja().advice) is cures


def test_both_provisions_are_named() -> None:
    (found,) = (d for d in review().diagnostics if isinstance(d.payload, PowerComesTooLate))
    assert found.provisions == ("第十条", "第七条")


def test_the_run_is_told_day_by_day() -> None:
    """Events with who does them, the ends of period and limit, the day on which the order could be made at last."""
    evidence = shown(review(), PowerComesTooLate)
    days = [step.day for step in evidence.run]
    assert days == sorted(days)
    told_steps = {step.what: step for step in evidence.run}
    assert list(told_steps) == [
        "受理", "勧告", "審査期間の末日", "回答期限", "権限「命令」の要件が満たされる日",
    ]  # fmt: skip
    assert told_steps["勧告"].who == "大臣"
    assert told_steps["勧告"].counts == (("審査期間", 21),)
    assert told_steps["回答期限"].counts == (("審査期間", 30),)
    assert told_steps["回答期限"].provisions == ("第七条",)
    assert (told_steps["権限「命令」の要件が満たされる日"].day - told_steps["審査期間の末日"].day).days == 1
    assert evidence.absent == ("延長", "回答", "命令")
    assert evidence.facts == ()


def test_the_finding_does_not_change_with_the_case() -> None:
    """What is measured and what cures is told, and leaves the fingerprint alone."""
    prints = {
        d.fingerprint
        for answer in ("十日", "十一日")
        for d in review(answer).diagnostics
        if isinstance(d.payload, PowerComesTooLate)
    }
    assert len(prints) == 1


def test_only_one_day_is_possible() -> None:
    found = report(START.format(facts="公布は令和六年五月十七日、義務の開始は令和七年十一月二日、指定は不明"))
    (line,) = (entry for entry in found.entries if entry.id == "only:指定の日")
    assert line.verdict is Verdict.PROVED


def test_another_day_is_told() -> None:
    found = report(START.format(facts="公布は令和六年五月十七日、義務の開始は令和七年十一月三日、指定は不明"))
    payload = told(found, NotTheOnly)
    assert isinstance(payload, NotTheOnly)
    assert payload.found == "指定の日が令和七年五月二日である"


def test_an_event_that_need_not_happen_is_told() -> None:
    found = report(START.format(facts="公布は令和六年五月十七日、義務の開始は不明、指定は不明"))
    payload = told(found, NotTheOnly)
    assert isinstance(payload, NotTheOnly)
    assert payload.found == "指定がない"


def test_facts_that_no_run_has_are_told() -> None:
    found = report(START.format(facts="公布は令和六年五月十八日、指定は不明"))
    assert isinstance(told(found, NoRunWithFacts), NoRunWithFacts)
