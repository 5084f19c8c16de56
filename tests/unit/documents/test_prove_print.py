"""Protects: words that say something else are not printed, and the finding names the case in which they part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest
from tests.property.print_mutants import changes_of
from tests.unit.documents.specs import altered, build, criterion
from tests.unit.proof.one_by_one import OneByOne

from regcheck.calendar.period import DAY_AFTER, DAY_BEFORE, Period, Point
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.print_proofs.conditions import prove_print, read_back
from regcheck.documents.print_proofs.pairs import Pair, difference
from regcheck.documents.printed import Printed, print_specification
from regcheck.frozen import replace
from regcheck.language import read_grammar
from regcheck.model.formula import (
    Breaches,
    Comparator,
    Compare,
    Day,
    Except,
    Fact,
    Formula,
    Holds,
    IsOneOf,
    Lawful,
    Not,
    Number,
    OverList,
    Part,
    Path,
    PeriodEnd,
    Quantity,
    Truth,
)
from regcheck.model.specification import Specification
from regcheck.model.types import DateType
from regcheck.proof.engine import Z3Prover
from regcheck.proof.question import Answer, Impossible, Labelled, Question, Undecided


def _prove(spec: Specification, printed: Printed) -> tuple[Diagnostic, ...]:
    return prove_print(spec, printed, Z3Prover(spec)).diagnostics


def _said(spec: Specification, *lines: str) -> Diagnostic:
    (finding,) = _prove(spec, Printed(predicates={"基準": altered(*lines)}))
    return finding


def test_the_finding_shows_the_hospital_at_the_limit() -> None:
    finding = _said(criterion("病床数が四百床以上であること"), "基準は、病床数が四百床を超えることとする。")
    assert finding.payload.ja().headline == (
        "指定基準「基準」の条文は仕様と違い、病床数が400床の病院は、仕様では該当、条文では非該当"
    )
    assert finding.code.id == "RC851"
    assert finding.evidence is not None
    assert finding.evidence.facts == (("病床数", "400床"),)


def test_unreadable_words_are_a_finding() -> None:
    finding = _said(criterion("病床数が四百床以上であること"), "基準は、病床数が四百床程度であることとする。")
    assert finding.code.id == "RC852"
    assert "「程度" in finding.payload.ja().headline


def test_another_name_is_a_finding() -> None:
    finding = _said(
        criterion("病床数が四百床以上であること"), "大基準は、病床数が四百床以上であることとする。"
    )
    assert finding.code.id in {"RC852", "RC854"}


class _Tired(OneByOne):
    def ask(self, question: Question) -> Answer:
        return Undecided(reason="予算")


def test_words_that_are_not_proved_are_a_finding() -> None:
    spec = criterion("病床数が四百床以上であること")
    findings = prove_print(spec, print_specification(spec), _Tired()).diagnostics
    assert {finding.code.id for finding in findings} == {"RC853"}


def test_no_assumption_is_used() -> None:
    more = "前提「全て承認」：病院\n  出典　資料「見本」\n  承認があること\n"
    spec = criterion("病床数が四百床以上であり、又は承認がないこと", more)
    finding = _said(spec, "基準は、病床数が四百床以上であることとする。")
    assert finding.code.id == "RC851", "the words differ only on records that the 前提 rules out"


PLAN = """
段階「甲案」：病院
  第一段階　令和十年四月一日から　病床数が千床以上であり、かつ、承認があること
  第二段階　令和十一年四月一日から　承認があること
"""
TABLE = """
区分表「手続」：病院
  該当は一つのみ、漏れなし
  | 承認 | 紹介率         | → 手続 |
  | あり | 25%未満        | 届出   |
  | あり | 25%以上1/3未満 | 報告   |
  | あり | それ以外       | 不要   |
  | なし | ―              | 不要   |
"""


def test_stages_and_tables_are_proved_too() -> None:
    spec = criterion("承認があること", PLAN + TABLE)
    printed = print_specification(spec)
    proof = prove_print(spec, printed, Z3Prover(spec))
    assert proof.diagnostics == ()
    assert proof.proved == 3 + 2 + 4
    assert printed.tables["手続"].rows[1] == ("あり", "百分の二十五以上三分の一未満", "報告")


# ---------------------------------------------------------------- a careless hand

SWAPS = (
    ("以上", "以下"), ("以上である", "を超える"), ("未満", "以下"), ("又は", "及び"), ("及び", "又は"),
    ("、又は", "、かつ、"), ("、かつ、", "、又は"), ("いずれにも", "いずれか"), ("いずれかに", "いずれにも"),
    ("いずれかにおいて", "全てにおいて"), ("四百", "四千"), ("がある", "がない"), ("である", "でない"),
    ("に該当する", "に該当しない"), ("ただし、[^。]*。", ""), ("二以上に", "三以上に"), ("を有する", "を有しない"),
    ("を含む", "を含まない"), ("平均", "合計"), ("に限る", "を除く"), ("八百", "九百"), ("四月", "五月"),
    ("前項", "第一項"), ("該当する(?=もの)", "該当しない"),
)  # fmt: skip


def _mutants(lines: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """One careless change each: a word, two neighbouring lines, a line lost."""
    for at, line in enumerate(lines):
        for before, after in SWAPS:
            for found in re.finditer(before, line):
                changed = line[: found.start()] + after + line[found.end() :]
                yield f"{found[0]}→{after}：{line}", (*lines[:at], changed, *lines[at + 1 :])
        for _, place, was, new in changes_of(line):
            changed = line[:place] + new + line[place + len(was) :]
            yield f"{was}→{new}：{line}", (*lines[:at], changed, *lines[at + 1 :])
    for at in range(len(lines) - 1):
        swapped = (*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :])
        yield f"入替え：{lines[at]}", swapped
        yield f"脱落：{lines[at + 1]}", (*lines[: at + 1], *lines[at + 2 :])


def _swapped_words(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The words of the first two 号 exchanged, their labels kept: the meaning stays."""
    first, second = (line.split("　", 1) for line in lines[1:3])
    return (lines[0], f"{first[0]}　{second[1]}", f"{second[0]}　{first[1]}", *lines[3:])


TOUR = build(read_grammar("tour.regspec"))
SAME_MEANING = {
    # 六 is contained in 五 (病院のいずれか), so its limit can be moved without a change of meaning.
    "以上である→を超える：ロ　病院の数が二以上であること。",
    "いずれにも→いずれか：六　次のいずれにも該当すること。",
    # Two decimal places: nothing lies between a hundredth and the next smaller number.
    "百→百一：七　「輸入量の割合」（小数点以下二位未満の端数があるときは、これを四捨五入する。）が百分の一以上であること。",
    "百→千：七　「輸入量の割合」（小数点以下二位未満の端数があるときは、これを四捨五入する。）が百分の一以上であること。",
}


def test_every_careless_change_of_the_tour_is_caught() -> None:
    printed, prover, silent = print_specification(TOUR), Z3Prover(TOUR), set[str]()
    caught = 0
    for field in ("predicates", "plans", "assumptions"):
        for name, provision in getattr(printed, field).items():
            for what, lines in _mutants(provision.lines):
                found = _is_caught(_only(field, name, lines), prover)
                silent |= set() if found else {what}
                caught += found
    assert silent <= SAME_MEANING
    assert caught > 100


def _is_caught(printed: Printed, prover: Z3Prover) -> bool:
    """As prove_print finds it, without looking for a readable case."""
    for finding in read_back(TOUR, printed):
        if not isinstance(finding, Pair):
            return True
        asked = Labelled(label="違い", formula=difference(finding.wanted, finding.found))
        if not isinstance(
            prover.ask(Question(subject=finding.subject, parts=(asked,), assume=False)), Impossible
        ):
            return True
    return False


def _only(field: str, name: str, lines: tuple[str, ...]) -> Printed:
    made = {name: altered(*lines)}
    match field:
        case "predicates":
            return Printed(predicates=made)
        case "plans":
            return Printed(plans=made)
        case _:
            return Printed(assumptions=made)


def test_items_in_another_order_mean_the_same() -> None:
    spec = criterion(
        "次の各号のいずれにも該当すること\n  一　承認があること\n  二　病床数が四百床以上であること"
    )
    lines = print_specification(spec).predicates["基準"].lines
    assert _prove(spec, Printed(predicates={"基準": altered(*_swapped_words(lines))})) == ()


def test_every_condition_of_the_tour_is_asked() -> None:
    pairs = [f for f in read_back(TOUR, print_specification(TOUR)) if isinstance(f, Pair)]
    rules = len(TOUR.predicates) + len(TOUR.overrides) + len(TOUR.assumptions)
    stages = sum(len(plan.stages) for plan in TOUR.plans.values())
    rows = sum(len(table.rows) for table in TOUR.tables.values())
    within = sum(table.within is not None for table in TOUR.tables.values())
    assert len(pairs) == rules + stages + rows + within


@pytest.mark.parametrize("sign", ["「", "」", "\n"])
def test_a_sign_that_would_break_the_quotation_is_refused(sign: str) -> None:
    spec = criterion("承認があること")
    body = IsOneOf(path=Path(steps=("名称",)), values=(f"甲{sign}乙",))
    broken = replace(spec, predicates={"基準": replace(spec.predicates["基準"], body=body)})
    (finding,) = print_specification(broken).diagnostics
    assert finding.code.id == "RC850"


GRANTED = Fact(path=Path(steps=("承認日",)))
COUNTED = PeriodEnd(start=GRANTED, period=Period(months=1, days=10))
LATE = Compare(op=Comparator.GE, left=COUNTED, right=Day(value=date(2026, 4, 1)))


DAYS = (
    (Period(months=6), "承認日から六月を経過する日"),
    (Period(years=1, months=6, first_day_counts=True), "承認日から起算して一年六月を経過する日"),
    (Period(weeks=2, point=Point.NEXT), "承認日から二週間を経過した日"),
    (Period(months=3, backward=True), "承認日の三月前の日"),
    (DAY_BEFORE, "承認日の前日"),
    (DAY_AFTER, "承認日の翌日"),
    (
        Period(days=10, moves=True),
        "承認日から十日を経過する日（その日が行政機関の休日に当たるときは、その日後において最も近い行政機関の休日でない日）",
    ),
)


def _counting(period: Period) -> Specification:
    """Whoever was granted the day so long before; from a date within limits, as the language wants it."""
    spec = criterion("承認があること")
    hospital = spec.subjects["病院"]
    within = DateType(low=date(2020, 1, 1), high=date(2030, 12, 31))
    granted = replace(hospital.fields["承認日"], type=within)
    hospital = replace(hospital, fields={**hospital.fields, "承認日": granted})
    counted = PeriodEnd(start=GRANTED, period=period)
    body = Compare(op=Comparator.GE, left=counted, right=Day(value=date(2026, 4, 1)))
    rule = replace(spec.predicates["基準"], body=body)
    return replace(spec, subjects={**spec.subjects, "病院": hospital}, predicates={"基準": rule})


@pytest.mark.parametrize(("period", "words"), DAYS)
def test_a_counted_day_is_printed_and_proved(period: Period, words: str) -> None:
    counted = _counting(period)
    printed = print_specification(counted)
    assert printed.predicates["基準"].lines == (f"基準は、{words}が令和八年四月一日以後であることとする。",)
    assert _prove(counted, printed) == ()


def test_a_lost_word_moves_a_counted_day_and_is_caught() -> None:
    counted = _counting(Period(days=30, first_day_counts=True))
    finding = _said(counted, "基準は、承認日から三十日を経過する日が令和八年四月一日以後であることとする。")
    assert finding.code.id == "RC851"
    assert "承認日が令和八年三月二日" in finding.payload.ja().headline, (
        "the one day that makes the difference"
    )


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (LATE, "数えて定まる日「一月十日間」"),
        (Breaches(procedure="審査", rule="届出", path=Path()), "「届出に違反する」"),
        (Not(body=Lawful(procedure="審査", path=Path())), "「適法である」"),
    ],
)
def test_what_is_said_of_counted_days_and_runs_is_refused(body: Formula, words: str) -> None:
    spec = criterion("承認があること")
    counted = replace(spec, predicates={"基準": replace(spec.predicates["基準"], body=body)})
    (finding,) = print_specification(counted).diagnostics
    assert finding.code.id == "RC850"
    assert words in finding.payload.ja().headline


SPARE = Holds(path=Path(root="e", steps=("予備",)))
STRONG = Compare(
    op=Comparator.GE,
    left=Fact(path=Path(root="e", steps=("出力",))),
    right=Number(value=Fraction(50), unit="kW"),
)
RESTRICTED = (
    (STRONG, "設備（出力が五十キロワット以上であるものに限る。）を有すること"),
    (Not(body=SPARE), "設備（予備があるものを除く。）を有すること"),
    (
        Except(body=STRONG, exceptions=(Part(body=SPARE),)),
        "設備（出力が五十キロワット以上であるものに限り、予備があるものを除く。）を有すること",
    ),
    (
        Except(body=Truth(value=True), exceptions=(Part(body=SPARE), Part(body=STRONG))),
        "設備（予備があるもの及び出力が五十キロワット以上であるものを除く。）を有すること",
    ),
)


@pytest.mark.parametrize(("where", "words"), RESTRICTED)
def test_things_of_a_list_are_limited_and_left_out(where: Formula, words: str) -> None:
    spec = criterion("承認があること")
    some = OverList(quantity=Quantity.SOME, path=Path(steps=("設備",)), variable="e", body=where)
    limited = replace(spec, predicates={"基準": replace(spec.predicates["基準"], body=some)})
    printed = print_specification(limited)
    assert printed.predicates["基準"].lines == (f"基準は、{words}とする。",)
    assert _prove(limited, printed) == ()
    for old, new in (
        ("に限る。", "を除く。"),
        ("を除く。", "に限る。"),
        ("に限り、", "を除き、"),
        ("及び", "又は"),
    ):
        if old in words:
            (finding,) = _prove(
                limited, Printed(predicates={"基準": altered(f"基準は、{words}とする。".replace(old, new))})
            )
            assert finding.code.id in ("RC851", "RC852")
