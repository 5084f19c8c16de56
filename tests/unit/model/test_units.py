"""Protects: numbers of different units never meet, and everything that is built is linear."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests.unit.model.build_ast import (
    at_least,
    build,
    codes,
    define,
    field,
    limit,
    number,
    path,
    span,
    subject,
    window,
)

from regcheck.diagnostics.codes.types import (
    BadProduct,
    MissingUnit,
    Reason,
    TypeMismatch,
    UnitMismatch,
)
from regcheck.diagnostics.codes.wants import Want
from regcheck.model.formula import (
    Comparator,
    Compare,
    Day,
    Expression,
    Fact,
    Formula,
    Number,
    Path,
    Rounded,
    Rounding,
    Total,
)
from regcheck.model.from_syntax import Built
from regcheck.syntax import ast
from regcheck.syntax.ast import AggregateWord, CompareWord, RoundingWord

WORLD = (
    subject("設備", field("出力", "整数", "kW")),
    subject(
        "病院",
        field("病床数", "整数", "床"),
        field("余裕", "整数", "床"),
        field("件数", "整数", "件"),
        field("階数", "整数"),
        field("割合", "割合"),
        field("月数", "期間", "月"),
        field("日数", "期間", "日"),
        field("承認日", "日付"),
        field("設備", "設備", is_list=True, limit=5),
        field("無制限設備", "設備", is_list=True),
        field("残高", "整数", "円", window=window()),
    ),
)
BEDS = Fact(path=Path(steps=("病床数",)))
SPARE = Fact(path=Path(steps=("余裕",)))


def world(body: ast.Clause) -> Built:
    return build(*WORLD, define("甲", "病院", body))


def left_of(expression: ast.Expr, value: int | str = 4, unit: str = "床") -> Expression:
    built = world(at_least(expression, value, unit))
    assert built.diagnostics == ()
    found: Formula = built.specification.predicates["甲"].body
    assert isinstance(found, Compare)
    return found.left


def product(left: ast.Expr, right: ast.Expr) -> ast.ProductExpr:
    return ast.ProductExpr(left=left, right=right, span=span())


def total(*parts: ast.Expr) -> ast.SumExpr:
    return ast.SumExpr(parts=parts, span=span())


def test_sums_and_differences_keep_their_unit() -> None:
    assert left_of(total(path("病床数"), path("余裕"))) == Total(
        terms=((Fraction(1), BEDS), (Fraction(1), SPARE))
    )
    less = ast.DifferenceExpr(left=path("病床数"), right=path("余裕"), span=span())
    assert left_of(less) == Total(terms=((Fraction(1), BEDS), (Fraction(-1), SPARE)))


@pytest.mark.parametrize("swapped", [False, True])
def test_a_product_with_a_constant_is_a_coefficient(swapped: bool) -> None:
    sides = (number("1/3"), path("病床数")) if swapped else (path("病床数"), number("1/3"))
    assert left_of(product(*sides)) == Total(terms=((Fraction(1, 3), BEDS),))


def test_the_constant_of_a_product_is_told_from_a_fact_without_unit() -> None:
    floors = Fact(path=Path(steps=("階数",)))
    for sides in ((path("階数"), number(2)), (number(2), path("階数"))):
        assert left_of(product(*sides), 4, "") == Total(terms=((Fraction(2), floors),))


def test_a_product_of_constants_is_a_constant_with_the_unit_of_one() -> None:
    assert left_of(product(number(2), number(200, "床"))) == Number(value=Fraction(400), unit="床")


def test_a_product_of_two_facts_is_refused_with_both_named() -> None:
    built = world(at_least(product(path("病床数"), path("階数")), 4, "床"))
    payload = BadProduct(left="病床数", right="階数", reason=Reason.NONLINEAR)
    assert [d.payload for d in built.diagnostics] == [payload]


def test_a_factor_with_a_unit_is_refused() -> None:
    built = world(at_least(product(path("病床数"), number(3, "円")), 4, "床"))
    payload = BadProduct(left="病床数", right="3", reason=Reason.UNIT)
    assert [d.payload for d in built.diagnostics] == [payload]


def test_rounding_keeps_its_place_and_direction() -> None:
    rounded = ast.RoundedExpr(value=path("病床数"), places=2, mode=RoundingWord.DOWN, span=span())
    assert left_of(rounded) == Rounded(value=BEDS, places=2, mode=Rounding.DOWN)


@pytest.mark.parametrize("unit", ["%", ""])
def test_a_ratio_takes_percent_fractions_and_bare_numbers(unit: str) -> None:
    built = world(at_least("割合", "1/4", unit))
    assert built.diagnostics == ()
    found = built.specification.predicates["甲"].body
    assert isinstance(found, Compare)
    assert found.right == Number(value=Fraction(1, 4), unit="割合")


def test_a_bare_number_is_proposed_its_unit() -> None:
    built = world(at_least("病床数", 400))
    assert [d.payload for d in built.diagnostics] == [MissingUnit(number="400", unit="床")]
    assert [fix.replacement for fix in built.diagnostics[0].fixes] == ["400床"]


@pytest.mark.parametrize(
    ("left", "right", "units"),
    [
        ("病床数", number(4, "件"), ("床", "件")),
        ("月数", number(4, "日"), ("月", "日")),
        ("月数", path("日数"), ("月", "日")),
        ("階数", number(4, "床"), ("", "床")),
        ("病床数", number("1/4", "%"), ("床", "割合")),
    ],
)
def test_different_units_are_both_named(left: str, right: ast.Expr, units: tuple[str, str]) -> None:
    built = world(limit(left, CompareWord.GE, right))
    assert [d.payload for d in built.diagnostics] == [UnitMismatch(left=units[0], right=units[1])]


def test_units_are_checked_inside_sums_as_well() -> None:
    assert codes(world(at_least(total(path("病床数"), path("件数")), 4, "床"))) == ["RC221"]
    assert codes(world(at_least(total(path("病床数"), number(4)), 4, "床"))) == ["RC222"]


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        (CompareWord.UNTIL, Comparator.LE),
        (CompareWord.SINCE, Comparator.GE),
        (CompareWord.BEFORE, Comparator.LT),
        (CompareWord.AFTER, Comparator.GT),
    ],
)
def test_before_and_after_exclude_their_day_and_until_and_since_include_it(
    word: CompareWord, wanted: Comparator
) -> None:
    day = ast.DateLiteral(value=date(2020, 4, 1), text="2020-04-01", span=span())
    built = world(limit("承認日", word, day))
    assert built.specification.predicates["甲"].body == Compare(
        op=wanted, left=Fact(path=Path(steps=("承認日",))), right=Day(value=date(2020, 4, 1))
    )


def test_words_for_days_and_for_numbers_do_not_mix() -> None:
    day = ast.DateLiteral(value=date(2020, 4, 1), text="2020-04-01", span=span())
    assert codes(world(limit("承認日", CompareWord.GE, day))) == ["RC229"]
    assert codes(world(limit("病床数", CompareWord.BEFORE, number(4, "床")))) == ["RC229"]


def test_a_date_is_neither_added_nor_compared_with_a_number() -> None:
    assert codes(world(at_least(total(path("承認日"), path("病床数")), 4, "床"))) == ["RC232"]
    assert codes(world(limit("承認日", CompareWord.SINCE, number(4, "日")))) == ["RC229"]
    wanted = TypeMismatch(what="4", found="整数（日）", wanted=Want.DATE)
    for sides in (("承認日", number(4, "日")), (number(4, "日"), path("承認日"))):
        built = world(limit(sides[0], CompareWord.EQ, sides[1]))
        assert [d.payload for d in built.diagnostics] == [wanted]


@pytest.mark.parametrize(
    ("function", "over", "code"),
    [
        (AggregateWord.SUM, "無制限設備の出力", "RC224"),
        (AggregateWord.MAX, "設備の出力", "RC225"),
        (AggregateWord.MEAN, "設備の出力", "RC225"),
        (AggregateWord.SUM, "設備", "RC220"),
        (AggregateWord.SUM, "病床数", "RC220"),
        (AggregateWord.SUM, "設備の重さ", "RC201"),
    ],
)
def test_lists_are_only_summed_and_only_within_a_limit(function: AggregateWord, over: str, code: str) -> None:
    summed = ast.ListSumExpr(path=path(over), function=function, span=span())
    assert codes(world(at_least(summed, 4, "kW"))) == [code]


def test_what_is_aggregated_is_named_by_what_it_should_be() -> None:
    plain = ast.ListSumExpr(path=path("病床数"), function=AggregateWord.SUM, span=span())
    described = ast.ListSumExpr(
        path=path("病床数"), function=AggregateWord.SUM, where=at_least("病床数", 4, "床"), span=span()
    )
    for expression, wanted in ((plain, Want.SERIES), (described, Want.LIST)):
        built = world(at_least(expression, 4, "床"))
        payload = TypeMismatch(what="病床数", found="整数（床）", wanted=wanted)
        assert [d.payload for d in built.diagnostics] == [payload]


def test_a_series_is_asked_for_the_window_it_has() -> None:
    other = ast.SeriesExpr(path=path("残高"), function=AggregateWord.MAX, window=window(5), span=span())
    assert codes(world(at_least(other, 4, "円"))) == ["RC227"]
    inside = ast.SeriesClause(
        quantity=ast.QuantityWord.SOME, window=window(5), body=at_least("残高", 4, "円"), span=span()
    )
    assert codes(world(inside)) == ["RC227"]


def test_spellings_of_one_window_are_one_window() -> None:
    for text in ("直近三事業年度", "直近の３事業年度", "直近3事業年度"):
        written = ast.Window(text=text, length=3, span=span())
        found = ast.SeriesExpr(path=path("残高"), function=AggregateWord.MAX, window=written, span=span())
        assert codes(world(at_least(found, 4, "円"))) == []
    years = ast.Window(text="直近三年", length=3, span=span())
    other = ast.SeriesExpr(path=path("残高"), function=AggregateWord.MAX, window=years, span=span())
    assert codes(world(at_least(other, 4, "円"))) == ["RC227"]


def test_a_year_without_any_series_inside_is_told() -> None:
    clause = ast.SeriesClause(
        quantity=ast.QuantityWord.SOME, window=window(), body=at_least("病床数", 4, "床"), span=span()
    )
    assert codes(world(clause)) == ["RC228"]
