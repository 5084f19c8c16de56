"""Values, places and formulas in the words of the language, and 事例 as they are run."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests.unit.evaluation.hospital import (
    DAY,
    SPEC,
    YEN,
    applies,
    beds,
    compare,
    fact,
    parts,
    path,
    record,
    with_term,
)

from regcheck.evaluation.describe import address_text, name_text, number_text, value_text
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN
from regcheck.evaluation.scenario_text import scenario_text
from regcheck.evaluation.scenarios import comes_out, run_scenario
from regcheck.evaluation.sentences import expression_text, formula_text, heading_text
from regcheck.evaluation.trace import Address
from regcheck.frozen import replace
from regcheck.model import case
from regcheck.model.case import Value
from regcheck.model.formula import (
    Aggregate,
    And,
    AtLeast,
    Comparator,
    Compare,
    Contains,
    Count,
    Day,
    Except,
    Formula,
    Holds,
    Implies,
    IsOneOf,
    Judged,
    ListTotal,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Part,
    Quantity,
    Rounded,
    Rounding,
    SameValue,
    SeriesAggregate,
    SeriesItem,
    StageApplies,
    Total,
)
from regcheck.model.specification import Expectation, Expected, Header, Scenario
from regcheck.model.types import RATIO, ListType, NumberType, SeriesType, Type

GE, GT, LT, NE = Comparator.GE, Comparator.GT, Comparator.LT, Comparator.NE


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Fraction(400), "床", "400床"),
        (Fraction(10**13), "円", "10兆円"),
        (Fraction(500_000), "kW", "50万kW"),
        (Fraction(10_001), "件", "1万1件"),
        (Fraction(29, 2), "日", "14.5日"),
        (Fraction(-3, 2), "日", "-1.5日"),
        (Fraction(1, 4), RATIO, "25%"),
        (Fraction(1, 3), RATIO, "1/3"),
        (Fraction(0), RATIO, "0%"),
        (Fraction(0), "円", "0円"),
    ],
)
def test_numbers(value: Fraction, unit: str, text: str) -> None:
    assert number_text(value, unit) == text


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (True, None, "あり"),
        (case.UNKNOWN, None, "不明"),
        (date(2028, 4, 1), None, "令和十年四月一日"),
        (date(1800, 1, 1), None, "1800-01-01"),
        ("国", None, "国"),
        ("指定なし", None, "「指定なし」"),
        (frozenset({"甲", "乙"}), None, "乙及び甲"),
        (frozenset(), None, "なし"),
        (Fraction(3), NumberType(unit="床"), "3床"),
        ((Fraction(1), case.UNKNOWN), SeriesType(window="直近", length=2, element=YEN), "（1円、不明）"),
        ((record("設備"),) * 2, ListType(subject="設備"), "2件"),
    ],
)
def test_values(value: Value, kind: Type | None, text: str) -> None:
    assert value_text(value, kind) == text


@pytest.mark.parametrize("name", ["四百床", "第一種", "病床数以上", "その他", "A又はB", "使用前", "不明"])
def test_names_that_would_be_misread_stand_in_brackets(name: str) -> None:
    assert name_text(name) == f"「{name}」"


def test_places() -> None:
    assert address_text(Address(steps=("開設者", "種別"))) == "開設者の種別"
    assert address_text(Address(steps=("開設者", "設備", 1, "出力"))) == "開設者の2番目の設備の出力"
    assert address_text(Address(steps=("開設者",), discretion="特に必要")) == "開設者の裁量「特に必要」"


NATIONAL = IsOneOf(path=path("開設者の種別"), values=("国", "その他"))
BIG = compare(fact("出力", "e"), GE, 500_000, "kW")
SERIES = SeriesItem(path=path("預金残高"), index="y")


@pytest.mark.parametrize(
    ("formula", "text", "denial"),
    [
        (beds(GE, 400), "病床数が400床以上", "病床数が400床未満"),
        (beds(GT, 400), "病床数が400床を超える", "病床数が400床以下"),
        (beds(NE, 400), "病床数が400床でない", "病床数が400床である"),
        (
            Compare(op=LT, left=Number(value=Fraction(400), unit="床"), right=fact("病床数")),
            "病床数が400床を超える",
            "病床数が400床以下",
        ),
        (
            Compare(op=LT, left=fact("承認日"), right=Day(value=DAY)),
            "承認日が令和八年四月一日より前",
            "承認日が令和八年四月一日以後",
        ),
        (Holds(path=path("承認")), "承認がある", "承認がない"),
        (NATIONAL, "開設者の種別が国又は「その他」である", "開設者の種別が国又は「その他」でない"),
        (Contains(path=path("機能"), value="運行"), "機能に運行を含む", "機能に運行を含まない"),
        (
            SameValue(left=path("都道府県"), right=path("開設者の都道府県")),
            "都道府県が開設者の都道府県と同じである",
            "都道府県が開設者の都道府県と同じでない",
        ),
        (applies("基準", "開設者"), "開設者が基準に該当する", "開設者が基準に該当しない"),
        (
            StageApplies(plan="甲案", number=2, path=path("")),
            "「甲案」の第二段階に該当する",
            "「甲案」の第二段階に該当しない",
        ),
        (
            OutcomeIs(table="表", output="手続", value="軽微", path=path("")),
            "「表」の手続が軽微である",
            "「表」の手続が軽微でない",
        ),
        (
            Judged(discretion="特に必要", path=path("")),
            "主務大臣が「特に必要」と認める",
            "主務大臣が「特に必要」と認めない",
        ),
        (Not(body=Holds(path=path("承認"))), "承認がない", "承認がある"),
    ],
)
def test_leaves_and_their_denials(formula: Formula, text: str, denial: str) -> None:
    assert formula_text(SPEC, formula) == text
    assert formula_text(SPEC, formula, denied=True) == denial


A, B = Holds(path=path("承認")), beds(GE, 400)


@pytest.mark.parametrize(
    ("formula", "heading", "text"),
    [
        (And(parts=parts(A, B)), "次のいずれにも該当する", "承認がある、かつ、病床数が400床以上"),
        (
            Or(parts=parts(A, And(parts=parts(A, B)))),
            "次のいずれかに該当する",
            "承認がある又は（承認がある、かつ、病床数が400床以上）",
        ),
        (
            AtLeast(count=2, parts=parts(A, B)),
            "次のうち二以上に該当する",
            "承認がある、病床数が400床以上のうち二以上",
        ),
        (
            Not(body=Or(parts=parts(A, B))),
            "次のいずれにも該当しない",
            "（承認がある又は病床数が400床以上）ではない",
        ),
        (
            Except(body=A, exceptions=(Part(body=B),)),
            "次に該当する（ただし書のものを除く）",
            "承認がある（病床数が400床以上のものを除く）",
        ),
        (
            Implies(premise=A, conclusion=B),
            "前者に該当するならば、後者に該当する",
            "承認があるならば、病床数が400床以上",
        ),
        (
            OverList(quantity=Quantity.SOME, path=path("設備"), variable="e", body=BIG),
            "設備のいずれかについて、次に該当する",
            "設備のいずれかについて、出力が50万kW以上",
        ),
        (
            OverSeries(
                quantity=Quantity.ALL,
                window="直近三事業年度",
                length=3,
                index="y",
                body=Compare(op=GE, left=SERIES, right=Number(value=Fraction(1), unit="円")),
            ),
            "直近三事業年度の全てにおいて、次に該当する",
            "直近三事業年度の全てにおいて、預金残高が1円以上",
        ),
    ],
)
def test_compound_formulas(formula: Formula, heading: str, text: str) -> None:
    assert heading_text(SPEC, formula) == heading
    assert formula_text(SPEC, formula) == text


def test_expressions() -> None:
    weighed = Total(terms=((Fraction(1), fact("病床数")), (Fraction(2), fact("定員"))))
    assert expression_text(SPEC, weighed) == "病床数と定員に2を乗じた数の合計"
    mean = SeriesAggregate(function=Aggregate.MEAN, path=path("預金残高"))
    assert expression_text(SPEC, mean) == "預金残高の平均"
    assert expression_text(SPEC, Count(path=path("設備"), variable="e", where=None)) == "設備の数"
    counted = Count(path=path("設備"), variable="e", where=BIG)
    assert expression_text(SPEC, counted) == "設備であって出力が50万kW以上のものの数"
    total = ListTotal(path=path("設備"), variable="e", value=fact("出力", "e"), where=None)
    assert expression_text(SPEC, total) == "設備の出力の合計"
    rate = Rounded(value=fact("紹介率"), places=2, mode=Rounding.HALF_UP)
    assert expression_text(SPEC, rate) == "紹介率（小数点以下二位未満を四捨五入）"


# ---------------------------------------------------------------- 事例

RULED = with_term(SPEC, "大規模", And(parts=parts(A, B)))


def scenario(*expected: Expected, **facts: Value | int) -> Scenario:
    expectations = tuple(Expectation(formula=applies("大規模"), expected=each) for each in expected)
    return Scenario(header=Header(name="例"), record=record("病院", **facts), expectations=expectations)


def test_every_expectation_of_a_scenario_is_run() -> None:
    run = run_scenario(RULED, scenario(Expected.TRUE, Expected.FALSE, Expected.UNKNOWN, 病床数=399))
    assert [result.evaluation.truth for result in run] == [FALSE, FALSE, FALSE]
    assert [result.holds for result in run] == [False, True, False]
    assert run[0].provisions == ("第二条第二号",)


@pytest.mark.parametrize("expected", Expected)
@pytest.mark.parametrize("number", [399, 400])
def test_a_scenario_comes_out_if_every_expectation_holds(expected: Expected, number: int) -> None:
    for made in (scenario(expected, 病床数=number), scenario(Expected.FALSE, expected, 病床数=number)):
        assert comes_out(RULED, made) is all(result.holds for result in run_scenario(RULED, made))


def test_what_is_not_said_is_unknown() -> None:
    (result,) = run_scenario(RULED, scenario(Expected.UNKNOWN, 病床数=400))
    assert result.holds
    assert result.evaluation.deciding_unknowns == (Address(steps=("承認",)),)
    (decided,) = run_scenario(RULED, scenario(Expected.TRUE, 病床数=400, 承認=True))
    assert decided.evaluation.truth is TRUE
    assert decided.evaluation.truth is not UNKNOWN


def test_a_record_as_a_scenario() -> None:
    made = scenario(Expected.TRUE, Expected.FALSE, Expected.UNKNOWN, 病床数=400, 承認=False, 名称="甲病院")
    held = replace(made.record, judgements={"特に必要": False})
    owner = record("事業者", 種別="国", 設備=(record("設備", 出力=1), record("設備")), 機能=frozenset())
    held = replace(held, facts={**held.facts, "開設者": owner})
    assert scenario_text(RULED, held, made.expectations, "四百床") == (
        "事例「四百床」：病院\n"
        "  名称は「甲病院」、開設者の種別は国、開設者の設備は（出力は1kW）、（）\n"
        "  開設者の機能はなし、病床数は400床、承認なし\n"
        "  主務大臣は「特に必要」と認めない\n"
        "  → 大規模に該当する\n"
        "  → 大規模に該当しない\n"
        "  → 大規模は要確認\n"
    )


def test_a_compound_expectation_is_denied_by_its_outcome() -> None:
    """There is no one word that denies two conditions at once."""
    both = Expectation(formula=And(parts=parts(A, B)), expected=Expected.FALSE)
    lines = scenario_text(SPEC, record("病院"), (both,)).splitlines()
    assert lines[-1] == "  → 承認がある、かつ、病床数が400床以上は非該当"
