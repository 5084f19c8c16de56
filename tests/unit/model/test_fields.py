"""Protects: types and bounds of facts as declared, and that one bad fact does not take the others along."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from tests.unit.model.build_ast import (
    build,
    codes,
    define,
    enum,
    field,
    has,
    number,
    path,
    span,
    subject,
    window,
)

from regcheck.frozen import replace
from regcheck.model.types import (
    BoolType,
    DateType,
    EnumSetType,
    EnumType,
    ListType,
    NumberType,
    ReferenceType,
    SeriesType,
    Type,
)
from regcheck.syntax import ast
from regcheck.syntax.ast import CompareWord


def bound(op: CompareWord, value: int | str, unit: str = "") -> ast.Bound:
    return ast.Bound(op=op, value=number(value, unit), span=span())


def type_of(line: ast.FieldLine) -> Type:
    built = build(enum("種類", "国"), subject("部屋"), subject("病院", line))
    assert built.diagnostics == ()
    return built.specification.subjects["病院"].fields[line.name.text].type


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (field("a", "整数", "床"), NumberType(unit="床")),
        (field("a", "整数"), NumberType(unit="")),
        (field("a", "小数", "日", places=1), NumberType(unit="日", places=1)),
        (field("a", "割合", places=3), NumberType(unit="割合", places=3)),
        (field("a", "期間", "月"), NumberType(unit="月")),
        (field("a", "種類"), EnumType(enum="種類")),
        (field("a", "種類", is_set=True), EnumSetType(enum="種類")),
        (field("a", "部屋"), ReferenceType(subject="部屋")),
        (field("a", "部屋", is_list=True, limit=5), ListType(subject="部屋", limit=5)),
        (
            field("a", "真偽", window=window()),
            SeriesType(window="直近三事業年度", length=3, element=BoolType()),
        ),
    ],
)
def test_types_are_read_as_written(line: ast.FieldLine, wanted: Type) -> None:
    assert type_of(line) == wanted


def test_bounds_are_inclusive_and_strict_ones_move_to_the_next_point() -> None:
    strict = (bound(CompareWord.GT, 0), bound(CompareWord.LT, 10))
    assert type_of(field("a", "整数", "床", bounds=strict)) == NumberType(
        unit="床", low=Fraction(1), high=Fraction(9)
    )
    tenths = type_of(field("a", "小数", "日", places=1, bounds=strict))
    assert tenths == NumberType(unit="日", places=1, low=Fraction(1, 10), high=Fraction(99, 10))
    series = type_of(field("a", "整数", "円", window=window(), bounds=(bound(CompareWord.GE, 0),)))
    assert isinstance(series, SeriesType)
    assert series.element == NumberType(unit="円", low=Fraction(0))


def since(year: int) -> ast.Bound:
    day = ast.DateLiteral(value=date(year, 4, 1), text=f"{year}-04-01", span=span())
    return ast.Bound(op=CompareWord.SINCE, value=day, span=span())


def before(year: int) -> ast.Bound:
    return replace(since(year), op=CompareWord.BEFORE)


def test_a_date_may_have_a_first_and_a_last_day() -> None:
    assert type_of(field("a", "日付")) == DateType()
    assert type_of(field("a", "日付", bounds=(since(2026),))) == DateType(low=date(2026, 4, 1))
    both = type_of(field("a", "日付", bounds=(since(2026), before(2028))))
    assert both == DateType(low=date(2026, 4, 1), high=date(2028, 3, 31))
    strict = type_of(field("a", "日付", bounds=(replace(since(2026), op=CompareWord.AFTER),)))
    assert strict == DateType(low=date(2026, 4, 2))
    until = type_of(field("a", "日付", bounds=(replace(since(2026), op=CompareWord.UNTIL),)))
    assert until == DateType(high=date(2026, 4, 1))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (field("a", "真偽", "床"), "RC240"),
        (field("a", "整数", "床", places=1), "RC240"),
        (field("a", "割合", "床"), "RC240"),
        (field("a", "期間"), "RC240"),
        (field("a", "部屋", is_set=True), "RC240"),
        (field("a", "種類", is_list=True), "RC240"),
        (field("a", "整数", is_list=True), "RC240"),
        (field("a", "日付", window=window()), "RC240"),
        (field("a", "日付", bounds=(bound(CompareWord.GE, 0),)), "RC242"),
        (field("a", "日付", bounds=(since(2026), bound(CompareWord.UNTIL, 5))), "RC242"),
        (field("a", "日付", bounds=(since(2026), before(2026))), "RC241"),
        (field("a", "真偽", bounds=(bound(CompareWord.GE, 0),)), "RC240"),
        (field("a", "整敷"), "RC201"),
        (field("a", "部室", is_list=True), "RC201"),
        (field("a", "整数", bounds=(bound(CompareWord.GE, 5), bound(CompareWord.LE, 4))), "RC241"),
        (field("a", "整数", "床", bounds=(bound(CompareWord.GE, 5, "件"),)), "RC242"),
        (field("a", "整数", bounds=(bound(CompareWord.SINCE, 5),)), "RC242"),
        (field("a", "整数", bounds=(ast.Bound(op=CompareWord.GE, value=path("b")),)), "RC242"),
    ],
)
def test_types_that_cannot_be_are_told(line: ast.FieldLine, code: str) -> None:
    built = build(enum("種類", "国"), subject("部屋"), subject("病院", line, field("承認", "真偽")))
    assert codes(built) == [code]
    assert list(built.specification.subjects["病院"].fields) == ["承認"]


def test_what_asks_a_broken_fact_is_silent_and_the_rest_is_built() -> None:
    built = build(
        subject("病院", field("区域", "区城"), field("承認", "真偽")),
        define("甲", "病院", has("区域")),
        define("乙", "病院", has("承認")),
    )
    assert codes(built) == ["RC201"]
    assert list(built.specification.predicates) == ["乙"]


def test_facts_and_members_given_twice_are_told() -> None:
    built = build(enum("種類", "国", "国"), subject("病院", field("承認", "真偽"), field("承認", "整数")))
    assert codes(built) == ["RC212", "RC212"]
    assert built.specification.enumerations["種類"].members == ("国",)
    assert built.specification.subjects["病院"].fields["承認"].type == BoolType()
