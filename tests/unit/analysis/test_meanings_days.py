"""段階, 区分表 and 手続 of two versions: the first day, the rows and the earliest run in which they part."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from tests.unit.analysis.versions_of_text import amended, compared, read

from regcheck.analysis.meanings import ChangeKind, Ground, compare_meanings, meaning_text
from regcheck.analysis.meanings.joint import joint
from regcheck.analysis.meanings.parting import Bench, Outcome
from regcheck.analysis.meanings.tables import parting_of
from regcheck.calendar.period import Period
from regcheck.calendar.reckon import day_of_period
from regcheck.frozen import replace
from regcheck.model.case import Record, Value
from regcheck.model.formula import Comparator, Compare, Day, Fact, Path
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Answer, Labelled, Possible, Question
from regcheck.source.eras import day_text

STAGES = """対象　病院
  病床数：整数（床）　０以上

未確定「最後の日」

段階「案」：病院
  条項　附則第二条
  第一段階　令和十年四月一日から　病床数が八百床以上であること
  第二段階　令和十一年四月一日から　病床数が六百床以上であること
  第三段階　未確定「最後の日」から　病床数が四百床以上であること
  拡大のみ
"""
PLAN = "段階「案」"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "令和十一年四月一日",
            "令和十年十月一日",
            "広がる：令和十年十月一日から、病床数が600床の病院は改正後だけ該当",
        ),
        (
            "令和十一年四月一日",
            "令和十二年四月一日",
            "狭まる：令和十一年四月一日から、病床数が600床の病院は改正前だけ該当",
        ),
        (
            "六百床以上",
            "五百床以上",
            "広がる：令和十一年四月一日から、病床数が500床の病院は改正後だけ該当",
        ),
        (
            "四百床以上",
            "三百床以上",
            "広がる：未確定「最後の日」から、病床数が300床の病院は改正後だけ該当",
        ),
        (
            "未確定「最後の日」から",
            "令和十二年四月一日から",
            "変わる：第三段階の始まりが未確定「最後の日」から令和十二年四月一日になる",
        ),
    ],
)
def test_stages_part_on_a_day(old: str, new: str, said: str) -> None:
    assert meaning_text(amended(STAGES, (old, new))[PLAN]) == said


def test_a_stage_in_between_that_reaches_no_more_is_no_change() -> None:
    """The second stage was first; now it has two names, and nothing is reached that was not."""
    later = STAGES.replace(
        "  第三段階　未確定",
        "  第三段階　令和十二年四月一日から　病床数が七百床以上であること\n  第四段階　未確定",
    ).replace("  拡大のみ\n", "")
    change = compared(STAGES.replace("  拡大のみ\n", ""), later)[PLAN]
    assert (change.kind, change.ground) == (ChangeKind.SAME, Ground.PROOF)


def test_some_reached_earlier_and_some_later() -> None:
    change = amended(
        STAGES, ("令和十年四月一日から　病床数が八百床", "令和十年三月一日から　病床数が九百床")
    )[PLAN]
    assert change.kind is ChangeKind.BOTH
    assert change.gained is not None
    assert change.lost is not None
    assert (change.gained.since, change.gained.words) == (date(2028, 3, 1), "病床数が900床")
    assert (change.lost.since, change.lost.words) == (date(2028, 4, 1), "病床数が800床")


# ---------------------------------------------------------------- 区分表

TABLE = """区分　事項
  名称、住所、割合

対象　変更
  事項：事項
  国名変更：真偽
  割合：割合　０以上１以下

区分表「手続」：変更
  条項　第五条
  該当は一つのみ、漏れなし
  | 事項 | 国名変更 | 割合    | → 手続 |
  | 名称 | ―        | ―       | 届出   |
  | 住所 | あり     | ―       | 届出   |
  | 住所 | なし     | ―       | 不要   |
  | 割合 | ―        | 25%未満 | 不要   |
  | 割合 | ―        | 25%以上 | 報告   |
"""
PROCEDURE = "区分表「手続」"


def test_rows_that_decide_otherwise_are_told_each() -> None:
    changes = amended(
        TABLE,
        ("| 住所 | なし     | ―       | 不要   |", "| 住所 | なし     | ―       | 報告   |"),
        ("25%未満 |", "50%未満 |"),
        ("25%以上 |", "50%以上 |"),
    )
    change = changes[PROCEDURE]
    told = {(c.words, c.earlier, c.later, c.rows) for c in change.cases}
    assert change.kind is ChangeKind.DIFFERENT
    assert change.is_all
    assert told == {
        ("事項が住所、国名変更なし", "不要", "報告", (3, 3)),
        ("事項が割合、割合が25%", "報告", "不要", (5, 4)),
    }


def test_a_row_more_takes_from_another() -> None:
    change = amended(
        TABLE,
        (
            "  | 名称 | ―        | ―       | 届出   |\n",
            "  | 名称 | あり     | ―       | 届出   |\n  | 名称 | なし     | ―       | 報告   |\n",
        ),
    )[PROCEDURE]
    assert meaning_text(change) == (
        "変わる：事項が名称、国名変更なしの変更は、改正前は届出（一行目）、改正後は報告（二行目）"
    )


def test_rows_in_another_order_mean_the_same() -> None:
    rows = ("  | 住所 | あり     | ―       | 届出   |\n", "  | 住所 | なし     | ―       | 不要   |\n")
    change = amended(TABLE, (rows[0] + rows[1], rows[1] + rows[0]))[PROCEDURE]
    assert (change.kind, change.ground) == (ChangeKind.SAME, Ground.PROOF)


def test_of_rows_that_meet_the_first_one_decides() -> None:
    """Two rows hold of 住所, and which of them is told depends on their order."""
    text = TABLE.replace("該当は一つのみ、漏れなし", "先の行を優先")
    both = text.replace(
        "  | 住所 | あり     |", "  | 住所 | ―        | ―       | 報告   |\n  | 住所 | あり     |"
    )
    changes = compared(text, both)[PROCEDURE]
    told = {(c.earlier, c.later, c.rows) for c in changes.cases}
    assert changes.is_all
    assert told == {("届出", "報告", (2, 2)), ("不要", "報告", (3, 2))}


def test_where_all_rows_count_no_row_alone_is_told() -> None:
    text = TABLE.replace("該当は一つのみ、漏れなし", "全て該当")
    row = "  | 住所 | あり     |"
    changes = compared(text, text.replace(row, "  | 住所 | あり     | ―       | 報告   |\n" + row))[PROCEDURE]
    assert [(c.earlier, c.later, c.rows) for c in changes.cases] == [("届出", "届出、報告", (2, None))]


def test_a_row_that_is_gone_leaves_a_gap() -> None:
    later = TABLE.replace("  | 住所 | なし     | ―       | 不要   |\n", "").replace("、漏れなし", "")
    change = compared(TABLE.replace("、漏れなし", ""), later)[PROCEDURE]
    assert change.parted is not None
    assert (change.parted.later, change.parted.rows) == ("どの行にも当たらない", (3, None))


def _outcome_of(earlier: str, later: str, **facts: Value) -> Outcome | None:
    """What two versions of the table make of a case, whatever a prover says of it."""
    specs = read(earlier), read(later)
    tables = [spec.tables["手続"] for spec in specs]
    asked = parting_of(Bench(joint(*specs), Z3Prover), PROCEDURE, tables[0], tables[1], [])
    return asked.outcome(Record(subject="変更", facts=facts))


def test_a_case_of_which_both_tables_make_the_same_is_none() -> None:
    later = TABLE.replace("25%", "50%")
    assert _outcome_of(TABLE, later, 事項="割合", 国名変更=False, 割合=Fraction(1, 5)) is None
    assert _outcome_of(TABLE, later, 事項="割合", 国名変更=False, 割合=Fraction(2, 5)) is not None


def test_no_row_is_told_after_one_that_may_apply() -> None:
    """先の行を優先, and both rows give the same: which of them does is not known."""
    text = TABLE.replace("該当は一つのみ、漏れなし", "先の行を優先")
    rows = text[text.index("  | 名称") :]
    either = "  | 住所 | あり     | ―       | {0}   |\n  | 住所 | ―        | ―       | {0}   |\n"
    versions = [text.replace(rows, either.format(given)) for given in ("届出", "報告")]
    maybe = _outcome_of(*versions, 事項="住所", 割合=Fraction(0))
    surely = _outcome_of(*versions, 事項="住所", 国名変更=False, 割合=Fraction(0))
    assert maybe is not None
    assert (maybe.earlier, maybe.later, maybe.rows) == ("届出", "報告", (None, None))
    assert surely is not None
    assert surely.rows == (2, 2)


# ---------------------------------------------------------------- 手続

PROCESS = """手続「指定」
  条項　第七条
  検査期間　令和七年四月一日から令和八年三月三十一日まで
  事象　指定：大臣
  事象　導入：事業者　指定以後
  事象　届出：事業者　指定以後
  期間「経過期間」　{period}
  期限「届出期限」　指定の日から起算して十日以内
  義務「届出」　事業者は、導入があるときは、届出期限までに、届出をしなければならない
  禁止「導入の禁止」　事業者は、指定があったときは、経過期間の末日までは、導入をしてはならない
"""
FROM_NEXT = "指定を受けた日から六月間"
PERIOD = "手続「指定」の期間「経過期間」"


def process(period: str) -> str:
    return PROCESS.format(period=period)


@pytest.mark.parametrize(
    ("old", "new", "periods"),
    [
        (
            FROM_NEXT,
            "指定を受けた日から起算して六月間",
            (Period(months=6), Period(months=6, first_day_counts=True)),
        ),
        (FROM_NEXT, "指定を受けた日から百八十四日間", (Period(months=6), Period(days=184))),
        (FROM_NEXT, "指定を受けた日から百八十三日間", (Period(months=6), Period(days=183))),
        (
            FROM_NEXT,
            "指定を受けた日から起算して百八十四日間",
            (Period(months=6), Period(days=184, first_day_counts=True)),
        ),
    ],
)
def test_a_period_parts_from_the_first_day_on_which_it_does(
    old: str, new: str, periods: tuple[Period, Period]
) -> None:
    """As looking at every day says."""
    change = compared(process(old), process(new))[PERIOD]
    parted = [
        (start, *ends)
        for n in range(365)
        for start in (date(2025, 4, 1) + timedelta(days=n),)
        if len(set(ends := [day_of_period(period, start) for period in periods])) > 1
    ]
    assert change.parted is not None
    start, before, after = parted[0]
    assert change.parted.words == f"指定が{day_text(start)}"
    assert (change.parted.earlier, change.parted.later) == (
        f"末日が{day_text(before)}",
        f"末日が{day_text(after)}",
    )


def test_days_are_those_of_runs_that_begin_when_the_procedure_is_looked_at() -> None:
    """A year is 365 days as long as no 29 February lies in it; the first that does ends on one."""
    later = process("指定を受けた日から三百六十五日間")
    earlier = process("指定を受けた日から一年間")
    change = compared(earlier, later)[PERIOD]
    assert (change.kind, change.ground) == (ChangeKind.SAME, Ground.PROOF)
    longer = ("令和八年三月三十一日まで", "令和二十五年三月三十一日まで")
    change = compared(earlier.replace(*longer), later.replace(*longer))[PERIOD]
    assert change.parted is not None
    assert change.parted.words == "指定が令和九年二月二十八日"


class Late(Z3Prover):
    """A prover whose examples are late, if they can be."""

    def example(self, question: Question) -> Answer:
        late = Compare(
            op=Comparator.GE,
            left=Fact(path=Path(steps=("指定の日",))),
            right=Day(value=date(2035, 1, 1)),
        )
        narrowed = replace(question, parts=(*question.parts, Labelled(label="遅い", formula=late)))
        answer = super().example(narrowed)
        return answer if isinstance(answer, Possible) else super().example(question)


def test_the_earliest_run_is_the_earliest_of_all_whatever_the_prover_shows() -> None:
    """Between two years with a 29 February no day is near another one that parts the versions."""
    earlier, later = (
        process(period).replace("令和八年三月三十一日まで", "令和二十五年三月三十一日まで")
        for period in ("指定を受けた日から一年間", "指定を受けた日から三百六十五日間")
    )
    change = compare_meanings(read(earlier), read(later), Late)[PERIOD]
    assert change.parted is not None
    assert change.parted.words == "指定が令和九年二月二十八日"


def test_a_limit_and_the_duty_that_ends_with_it() -> None:
    changes = amended(process(FROM_NEXT), ("起算して十日以内", "起算して十四日以内"))
    assert meaning_text(changes["手続「指定」の期限「届出期限」"]) == (
        "変わる：指定が令和七年四月一日のときは、改正前は期限が令和七年四月十日、改正後は期限が令和七年四月十四日"
    )
    duty = changes["手続「指定」の義務「届出」"]
    assert duty.kind is ChangeKind.NARROWER
    assert duty.lost is not None
    assert (duty.lost.earlier, duty.lost.later) == ("違反", "違反でない")
    filed = [step.day for step in duty.lost.evidence.run if step.what == "届出"]
    assert filed == [date(2025, 4, 11)]
    assert changes["手続「指定」の禁止「導入の禁止」"].ground is Ground.PROOF


def test_a_longer_period_forbids_more() -> None:
    changes = amended(process(FROM_NEXT), ("六月間", "七月間"))
    assert meaning_text(changes["手続「指定」の禁止「導入の禁止」"]) == (
        "広がる：指定が令和七年四月一日、導入が令和七年十月二日のときは改正後だけ違反"
    )


def test_the_order_of_events() -> None:
    changes = amended(process(FROM_NEXT), ("事象　届出：事業者　指定以後", "事象　届出：事業者　指定より後"))
    change = changes["手続「指定」の事象の順序"]
    assert change.kind is ChangeKind.NARROWER
    assert change.lost is not None
    assert change.lost.words == "指定が令和七年四月一日、届出が令和七年四月一日"


def test_parts_that_one_version_alone_has() -> None:
    later = process(FROM_NEXT) + "  期限「報告期限」　指定の日から一月以内\n"
    changes = compared(process(FROM_NEXT), later)
    assert changes["手続「指定」の期限「報告期限」"].kind is ChangeKind.NEW
    back = compared(later, process(FROM_NEXT))["手続「指定」の期限「報告期限」"]
    assert (back.kind, back.earlier_provisions) == (ChangeKind.REMOVED, ("第七条",))


def test_where_a_rule_stands_is_no_other_meaning() -> None:
    duty = "届出をしなければならない\n"
    text = process(FROM_NEXT).replace(duty, duty + "    条項　第八条\n")
    changes = amended(text, ("条項　第八条", "条項　第九条"), ("条項　第七条", "条項　第六条"))
    assert {(c.kind, c.ground) for c in changes.values()} == {(ChangeKind.SAME, Ground.IDENTITY)}
    assert changes["手続「指定」の義務「届出」"].provisions == ("第九条",)


def test_a_procedure_that_one_version_alone_has() -> None:
    changes = compared(STAGES, STAGES + "\n" + process(FROM_NEXT))
    assert changes["手続「指定」"].kind is ChangeKind.NEW
    assert changes[PLAN].ground is Ground.IDENTITY


def test_a_period_from_another_event() -> None:
    change = compared(process(FROM_NEXT), process("届出をした日から六月間"))[PERIOD]
    assert change.parted is not None
    happened = [(step.what, step.day) for step in change.parted.evidence.run if step.who]
    assert happened == [("指定", date(2025, 4, 1)), ("届出", date(2025, 4, 2))]
    assert change.parted.earlier == "末日が令和七年十月一日"
    assert change.parted.later == "末日が令和七年十月二日"


def test_a_day_that_is_there_in_other_runs() -> None:
    """The same day, wherever both versions have it; where the event does not happen one has none."""
    text = process(FROM_NEXT).replace(
        "届出：事業者　指定以後", "届出：事業者　指定以後、指定の日から指定の日まで"
    )
    later = text.replace(FROM_NEXT, "届出をした日から六月間")
    change = compared(text, later)[PERIOD]
    assert change.parted is not None
    assert change.parted.evidence.run[0].what == "指定"
    assert (change.parted.earlier, change.parted.later) == ("末日が定まる", "末日が定まらない")


POWERS = (
    process(FROM_NEXT)
    + """  事象　延期：大臣　指定以後
  権限「延期」　大臣は、経過期間内に限り、延期をすることができる
"""
)


def test_a_power_is_wider_where_it_allows_more() -> None:
    changes = amended(POWERS, ("六月間", "七月間"))
    power = changes["手続「指定」の権限「延期」"]
    assert power.kind is ChangeKind.WIDER
    assert power.gained is not None
    assert (power.gained.earlier, power.gained.later) == ("できない", "できる")
    assert power.gained.words == "指定が令和七年四月一日、延期が令和七年十月二日"
