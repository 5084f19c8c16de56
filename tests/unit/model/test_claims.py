"""Protects: a claim about a fact table is typed before any file is read."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.unit.model.build_ast import (
    build,
    codes,
    enum,
    field,
    has,
    name,
    names,
    number,
    path,
    span,
    subject,
)

from regcheck.model.claims import (
    EveryRowClaim,
    FigureClaim,
    GroupsWithoutClaim,
    Selection,
    Statistic,
)
from regcheck.model.formula import Comparator, Fact, Holds, Path, Rounding
from regcheck.model.from_syntax import Built
from regcheck.syntax import ast
from regcheck.syntax.ast import CompareWord, RoundingWord

SOURCED = ast.HeaderLines(sources=(ast.CitationText(source="法", provision="第一条"),))
TABLE = ast.FactTableItem(
    name=name("一覧"),
    subject=name("病院"),
    header=ast.HeaderLines(),
    file="a.csv",
    columns=(
        ast.ColumnMapping(heading="ベッド", path=path("病床数")),
        ast.ColumnMapping(heading="備考", path=None),
    ),
    key=path("名称"),
    span=span(),
)
WORLD: tuple[ast.Item, ...] = (
    enum("県", "東京都", "千葉県"),
    subject(
        "病院",
        field("名称", "文字列"),
        field("所在", "県"),
        field("病床数", "整数", "床"),
        field("承認", "真偽"),
        field("承認日", "日付"),
        field("本院", "病院"),
    ),
)


def figure(
    statistic: str,
    about: str | None,
    value: ast.Expr,
    *,
    op: CompareWord = CompareWord.EQ,
    where: ast.Clause | None = None,
    table: str = "一覧",
) -> ast.FigureClaimLine:
    return ast.FigureClaimLine(
        selection=ast.SelectionText(table=name(table), where=where),
        statistic=statistic,
        path=path(about) if about else None,
        bound=ast.Bound(op=op, value=value, span=span()),
        places=1,
        mode=RoundingWord.HALF_UP,
        span=span(),
    )


def check(*claims: ast.ClaimLine, table: ast.FactTableItem = TABLE) -> Built:
    item = ast.FigureCheckItem(name=name("数字"), header=SOURCED, claims=claims, span=span())
    return build(*WORLD, table, item)


def test_a_mean_is_measured_in_the_unit_of_its_fact() -> None:
    built = check(figure("平均", "病床数", number("6683/10", "床"), where=has("承認")))
    assert built.diagnostics == ()
    assert built.specification.figure_checks["数字"].claims == (
        FigureClaim(
            selection=Selection(table="一覧", where=Holds(path=Path(steps=("承認",)))),
            statistic=Statistic.MEAN,
            value=Fact(path=Path(steps=("病床数",))),
            op=Comparator.EQ,
            expected=Fraction(6683, 10),
            unit="床",
            rounding=(1, Rounding.HALF_UP),
        ),
    )


def test_counts_take_bare_numbers_and_counters() -> None:
    built = check(figure("件数", None, number(88)), figure("種類の数", "所在", number(47)))
    assert built.diagnostics == ()
    counted, distinct = built.specification.figure_checks["数字"].claims
    assert isinstance(counted, FigureClaim)
    assert (counted.statistic, counted.value) == (Statistic.COUNT, None)
    assert isinstance(distinct, FigureClaim)
    assert (distinct.statistic, distinct.value) == (Statistic.DISTINCT, Path(steps=("所在",)))
    assert check(figure("件数", None, number(88, "件"))).diagnostics == ()


def test_every_row_and_groups() -> None:
    every = ast.EveryRowClaimLine(
        selection=ast.SelectionText(table=name("一覧")), condition=has("承認"), span=span()
    )
    without = ast.GroupsWithoutClaimLine(
        table=name("一覧"), condition=has("承認"), group=path("所在"), expected=names("千葉県"), span=span()
    )
    held = Holds(path=Path(steps=("承認",)))
    assert check(every, without).specification.figure_checks["数字"].claims == (
        EveryRowClaim(selection=Selection(table="一覧"), condition=held),
        GroupsWithoutClaim(table="一覧", condition=held, group=Path(steps=("所在",)), expected=("千葉県",)),
    )


def test_columns_lead_to_facts() -> None:
    table = build(*WORLD, TABLE).specification.fact_tables["一覧"]
    assert dict(table.columns) == {"ベッド": ("病床数",), "備考": None}
    assert table.key == ("名称",)


@pytest.mark.parametrize(
    ("claim", "code"),
    [
        (figure("件数", None, number(88), table="一欄"), "RC201"),
        (figure("平均", "病床敷", number(8, "床")), "RC201"),
        (figure("平均", "病床数", number(8)), "RC222"),
        (figure("平均", "病床数", number(8, "件")), "RC221"),
        (figure("平均", "承認", number(8, "床")), "RC220"),
        (figure("件数", None, number(8, "円")), "RC221"),
        (figure("件数", None, path("病床数")), "RC242"),
        (figure("最小", "病床数", number(8, "床"), op=CompareWord.SINCE), "RC229"),
        (
            ast.GroupsWithoutClaimLine(
                table=name("一覧"),
                condition=has("承認"),
                group=path("所在"),
                expected=names("京都府"),
                span=span(),
            ),
            "RC201",
        ),
        (
            ast.GroupsWithoutClaimLine(
                table=name("一覧"), condition=has("承認"), group=path("病床数"), expected=(), span=span()
            ),
            "RC220",
        ),
    ],
)
def test_claims_that_do_not_fit_are_told(claim: ast.ClaimLine, code: str) -> None:
    assert codes(check(claim)) == [code]


@pytest.mark.parametrize(("column", "code"), [("病床敷", "RC201"), ("本院", "RC220"), ("本院の病床数", "")])
def test_column_mappings_are_checked(column: str, code: str) -> None:
    mapped = ast.ColumnMapping(heading="x", path=path(column), span=span())
    table = ast.FactTableItem(
        name=name("一覧"),
        subject=name("病院"),
        header=ast.HeaderLines(),
        file="a.csv",
        columns=(mapped,),
        span=span(),
    )
    assert codes(build(*WORLD, table)) == ([code] if code else [])


def test_a_check_of_a_broken_table_is_silent() -> None:
    broken = ast.FactTableItem(
        name=name("一覧"),
        subject=name("病院"),
        header=ast.HeaderLines(),
        file="a.csv",
        key=path("名前"),
        span=span(),
    )
    built = check(figure("件数", None, number(88)), table=broken)
    assert codes(built) == ["RC201"]
    assert built.specification.figure_checks == {}
