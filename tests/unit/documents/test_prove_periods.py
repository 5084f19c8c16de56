"""Protects: the words of periods, limits and stretches of days are those of the specification; a slip is told with the first day
on which it matters."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from tests.unit.documents.specs import build

from regcheck.analysis.timeline import Row, RowKind
from regcheck.analysis.timeline_rows import plan_of
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.drawn import Drawn
from regcheck.documents.from_statutory import Unread
from regcheck.documents.from_statutory.periods import Stretch, Timed, read_stretches
from regcheck.documents.model import Table
from regcheck.documents.print_proofs.periods import (
    prove_timelines,
    read_period,
    read_periods,
    read_row,
    stretches_in,
)
from regcheck.documents.print_proofs.prove import PrintProof, prove
from regcheck.documents.sections.timeline import timeline_section
from regcheck.documents.to_statutory import period_words
from regcheck.frozen import replace
from regcheck.model.formula import Day
from regcheck.model.procedures import Before
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover

REVIEW = """
手続「審査」
  検査期間　令和八年四月一日から令和九年三月三十一日まで
  事象　届出：事業者
  事象　受理：大臣　届出以後
  事象　通知：大臣　受理より後、受理の日から起算して二月を超えない範囲内
  事象　勧告：大臣　受理以後
  事象　応諾：事業者　勧告以後
  事象　導入：事業者　受理以後
  事象　延長：大臣　受理以後
  期間「審査期間」　受理した日から起算して三十日を経過する日まで
  期間「準備期間」　届出を受けた日から一年六月間
  期間「書類の期間」　届出の日の三月前から届出の日まで
  期限「回答期限」　勧告を受けた日から起算して十日以内（閉庁日繰下げ）
  期限「基準日」　届出の日の二月前
  禁止「導入の禁止」　事業者は、審査期間の末日までは、導入をしてはならない
  義務「回答」　事業者は、勧告があったときは、回答期限までに、応諾をしなければならない
  権限「勧告」　大臣は、審査期間内に限り、勧告をすることができる
  権限「延長」　大臣は、審査期間内に限り、延長により、審査期間を受理した日から起算して四月間を限度として延長することができる
"""


@cache
def world() -> tuple[Specification, Timed]:
    spec = build(REVIEW)
    return spec, Timed.of(spec, spec.procedures["審査"])


def _prove(findings: list[object]) -> PrintProof:
    spec, _ = world()
    return prove(spec, findings, Z3Prover(spec))  # type: ignore[arg-type]


def _rows() -> tuple[Row, ...]:
    spec, timed = world()
    return plan_of(spec, timed.procedure, {}).rows


def test_every_row_of_a_plan_is_proved() -> None:
    spec, timed = world()
    procedure = timed.procedure
    drawn = Drawn(plan=plan_of(spec, procedure, {}), ident="", caption="", file="", parts=(), spec=spec)
    proof = prove_timelines((drawn,), Z3Prover)
    assert proof.diagnostics == ()
    ends = 2 * len(procedure.periods) + len(procedure.limits)
    assert proof.proved == ends + 2 + 1 + 1 + 2 + 2, "and the bounds of 通知, 導入の禁止, 回答, 勧告 and 延長"
    assert len({entry.id for entry in proof.entries}) == proof.proved


def _words(timed: Timed) -> dict[str, str]:
    """The words of every 期間 and 期限 by name."""
    periods = {name: period.words for name, period in timed.procedure.periods.items()}
    return periods | {name: limit.words for name, limit in timed.procedure.limits.items()}


def _slip(name: str, old: str, new: str) -> Diagnostic:
    _, timed = world()
    words = _words(timed)[name]
    assert old in words
    (finding,) = _prove(list(read_period(timed, name, words.replace(old, new)))).diagnostics
    return finding


SLIPS = (
    ("審査期間", "起算して", "", "受理の日が令和八年四月一日であれば、仕様では令和八年四月三十日、言葉では令和八年五月一日"),
    ("審査期間", "三十日", "三十一日", "仕様では令和八年四月三十日、言葉では令和八年五月一日"),
    ("審査期間", "三十日", "一月", "受理の日が令和八年五月一日であれば、仕様では令和八年五月三十日、言葉では令和八年五月三十一日"),
    ("審査期間", "経過する", "経過した", "仕様では令和八年四月三十日、言葉では令和八年五月一日"),
    ("準備期間", "から", "から起算して", "言葉では令和九年九月三十日"),
    ("準備期間", "一年六月", "六月", "言葉では令和八年十月一日"),
    ("書類の期間", "三月前", "二月前", "初日の言葉は仕様と違い"),
    ("書類の期間", "の三月前", "の起算して三月前", "届出の日が令和八年四月一日であれば"),
    ("基準日", "二月前", "二週間前", "届出の日が令和八年四月一日であれば"),
    ("回答期限", "（閉庁日繰下げ）", "", "勧告の日が令和八年四月二日であれば、仕様では令和八年四月十三日、言葉では令和八年四月十一日"),
    ("回答期限", "十日", "十一日", "勧告の日が令和八年四月一日であれば、仕様では令和八年四月十日、言葉では令和八年四月十三日"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "said"), SLIPS)
def test_a_slip_is_told_with_the_first_day_on_which_it_matters(
    name: str, old: str, new: str, said: str
) -> None:
    finding = _slip(name, old, new)
    assert finding.code.id == "RC858"
    assert said in finding.payload.ja().headline


def test_another_event_is_another_period() -> None:
    finding = _prove(list(read_period(world()[1], "審査期間", "勧告した日から起算して三十日を経過する日")))
    assert {one.code.id for one in finding.diagnostics} == {"RC858"}


@pytest.mark.parametrize(
    "words",
    ["受理した日から起算して三十日後まで", "受諾した日から三十日間", "受理した日から一千日間", "三十日以内"],
)
def test_words_that_are_no_period_are_unreadable(words: str) -> None:
    (finding,) = _prove(list(read_period(world()[1], "審査期間", words))).diagnostics
    assert finding.code.id == "RC852"


def test_a_stretch_that_loses_an_end_is_told() -> None:
    (finding,) = _prove(list(read_period(world()[1], "書類の期間", "届出の日まで"))).diagnostics
    assert finding.code.id == "RC854"


def test_a_row_that_loses_its_words_is_told() -> None:
    _, timed = world()
    told = {
        row.name: [one.code.id for one in _prove(list(read_row(timed, replace(row, words="")))).diagnostics]
        for row in _rows()
    }
    assert all(
        codes == ["RC854"] or (name == "届出" and not codes) for name, codes in told.items() if name != "通知"
    )


def test_what_goes_before_an_event_is_read() -> None:
    _, timed = world()
    row = next(row for row in _rows() if row.kind is RowKind.EVENT and row.name == "通知")
    later = replace(row, words=row.words.replace("受理より後", "受理以後"))
    assert [one.code.id for one in _prove(list(read_row(timed, later))).diagnostics] == ["RC854"]
    assert read_stretches("受理より後", timed) == (Before(event="受理", strict=True),)


def test_a_power_reads_the_period_as_it_was_before_its_change() -> None:
    _, timed = world()
    (before,) = read_stretches("審査期間内", timed, "延長")
    (after,) = read_stretches("審査期間内", timed)
    assert isinstance(before, Stretch)
    assert isinstance(after, Stretch)
    assert before.last == timed.procedure.periods["審査期間"].last
    assert after.last == timed.procedure.periods["審査期間"].last_in_force


SENTENCE = "書類は、届出の日の三月前から届出の日までの間に作成されたもの（届出の日において有効なもの）でなければならない。"


def test_periods_are_found_in_a_sentence() -> None:
    _, timed = world()
    assert stretches_in(SENTENCE, timed) == ("届出の日の三月前から届出の日まで",)
    assert stretches_in("届出の日の二月前の日以前に終了した三事業年度", timed) == (
        "届出の日の二月前の日以前",
    )
    assert stretches_in("届出の日に届出書を提出する。", timed) == ()


def test_a_period_that_a_drafter_wrote_beside_is_passed_over() -> None:
    _, timed = world()
    sentence = f"受理の日から三日以内に、{SENTENCE}"
    assert _prove(list(read_periods(timed, ["書類の期間"], sentence))).diagnostics == ()
    spoilt = sentence.replace("三月前", "四月前")
    assert _prove(list(read_periods(timed, ["書類の期間"], spoilt))).diagnostics


def test_a_period_that_is_lost_from_a_sentence_is_told() -> None:
    _, timed = world()
    lost = SENTENCE.replace("届出の日の三月前から届出の日までの間", "近ごろ")
    (finding,) = _prove(list(read_periods(timed, ["書類の期間"], lost))).diagnostics
    assert finding.code.id == "RC852"


def test_fixed_days_are_read() -> None:
    _, timed = world()
    (since,) = read_stretches("令和八年九月二十三日以後", timed)
    (before,) = read_stretches("令和八年九月二十三日より前", timed)
    assert since == Stretch(first=Day(value=date(2026, 9, 23)))
    assert before == Stretch(last=Day(value=date(2026, 9, 22)))
    with pytest.raises(Unread):
        read_stretches("令和八年二月三十日以後", timed)


WORDINGS = """
対象　法人
  設立日：日付　令和元年五月一日以後令和十二年十二月三十一日以前

対象　案件
  申請日：日付　令和元年五月一日以後令和十二年十二月三十一日以前
  申請者：法人

手続「審査」：案件
  検査期間　令和八年四月一日から令和九年三月三十一日まで
  事象　届出：事業者　2026年5月1日以後
  事象　受理：大臣　届出以後、令和8年5月1日から令和9年3月1日まで
  事象　通知：大臣　受理より後、受理の日から起算して２か月以内
  事象　公表：大臣　通知後
  事象　名称等の変更：事業者　届出前
  事象　点検：事業者　審査期間内
  事象　勧告：大臣　受理以後、回答期限まで
  期間「審査期間」　受理をした日から起算して30日を経過する日まで
  期間「一」　届出を行った日から１年６箇月間
  期間「二」　届出をしようとする日の三月前から届出の日まで
  期間「三」　通知のあった日から三月を経過した日から十日以内
  期間「四」　通知の日から三月の末日まで
  期間「五」　申請日から三月間
  期間「六」　申請者の設立日から三月を超えない期間内
  期間「七」　審査期間の末日から回答期限まで
  期間「八」　令和八年四月一日から令和八年六月三十日まで
  期間「九」　届出する日から２週間
  期限「回答期限」　勧告を受けた日から起算して十日以内（閉庁日繰下げ）
  期限「基準日」　名称等の変更の日の２週間前まで
  期限「期末」　令和九年三月三十一日
  期限「三日前」　審査期間の末日の三日前
  義務「十」　事業者は、勧告があったときは、勧告の日から起算して10日以内に、届出をしなければならない
  義務「十一」　事業者は、勧告があったときは、審査期間の末日の前に、点検をしなければならない
  義務「十二」　事業者は、勧告があったときは、令和九年三月三十一日以前に、点検をしなければならない
  禁止「十三」　事業者は、申請日より前に、届出をしてはならない
  禁止「十四」　事業者は、審査期間の間は、点検をしてはならない
  禁止「十五」　事業者は、回答期限後は、点検をしてはならない
"""


def test_every_wording_of_the_language_is_read_back() -> None:
    spec = build(WORDINGS)
    timed = Timed.of(spec, spec.procedures["審査"])
    for row in plan_of(spec, timed.procedure, {}).rows:
        proof = prove(spec, read_row(timed, row), Z3Prover(spec))
        assert proof.diagnostics == (), row.words


def test_words_that_are_inserted_in_an_ordinance_are_those_of_a_statute() -> None:
    spec = build(WORDINGS)
    timed = Timed.of(spec, spec.procedures["審査"])
    said = {name: period_words(words) for name, words in _words(timed).items()}
    assert said["審査期間"] == "受理をした日から起算して三十日を経過する日"
    assert said["一"] == "届出を行った日から一年六月間"
    assert said["回答期限"] == (
        "勧告を受けた日から起算して十日以内"
        "（その末日が行政機関の休日に当たるときは、その日後において最も近い行政機関の休日でない日まで）"
    )
    for name, words in said.items():
        proof = prove(spec, read_period(timed, name, words), Z3Prover(spec))
        assert proof.diagnostics == (), words
        assert stretches_in(f"書類は、{words}に提出する。", timed) or name in ("七", "期末"), words


def test_what_is_proved_is_what_the_table_says() -> None:
    spec, timed = world()
    plan = plan_of(spec, timed.procedure, {})
    drawn = Drawn(plan=plan, ident="timeline-1", caption="", file="", parts=(), spec=spec)
    section = timeline_section((drawn,))
    assert section is not None
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    said = [{line.text for cell in cells for line in cell.lines} for cells in table.rows]
    assert all(row.words in lines for row, lines in zip(plan.rows, said, strict=True) if row.words)
    assert any("閉庁日繰下げ" in row.words for row in plan.rows)
