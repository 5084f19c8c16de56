"""Protects: the cells of a 区分表 mean what their column says, and それ以外 knows what it excludes."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.unit.model.build_ast import build, codes, enum, field, name, names, number, path, span, subject

from regcheck.model.from_syntax import Built
from regcheck.model.specification import AnyCell, HitPolicy, OtherCell, RangeCell, UnionCell, ValueCell
from regcheck.syntax import ast
from regcheck.syntax.ast import CompareWord

WORLD = (
    enum("種類", "構成", "保有"),
    subject(
        "変更",
        field("種類", "種類"),
        field("割合", "割合"),
        field("新設", "真偽"),
        field("部分", "種類", is_set=True),
    ),
)


def limits(*pairs: tuple[CompareWord, str]) -> ast.CellText:
    bounds = tuple(ast.Bound(op=op, value=number(value, "%"), span=span()) for op, value in pairs)
    return ast.CellText(bounds=bounds, span=span())


def words(*texts: str) -> ast.CellText:
    return ast.CellText(values=names(*texts), span=span())


def either(*cells: ast.CellText) -> ast.CellText:
    return ast.CellText(alternatives=cells, span=span())


ANY = ast.CellText(any=True, span=span())
OTHER = ast.CellText(other=True, span=span())


def row(*cells: ast.CellText) -> ast.TableRow:
    return ast.TableRow(cells=cells, outputs=names("案"), span=span())


def table(columns: tuple[str, ...], *rows: ast.TableRow) -> Built:
    item = ast.TableItem(
        name=name("表"),
        subject=name("変更"),
        header=ast.HeaderLines(sources=(ast.CitationText(source="法", provision="第一条"),)),
        hit_policy="該当は一つのみ",
        complete=True,
        columns=tuple(path(column) for column in columns),
        outputs=names("手続"),
        rows=rows,
        span=span(),
    )
    return build(*WORLD, item)


def test_cells_are_read_by_the_type_of_their_column() -> None:
    quarter = limits((CompareWord.GE, "1/4"), (CompareWord.LT, "1/3"))
    built = table(("種類", "割合", "新設"), row(words("構成", "保有"), quarter, words("あり")))
    assert built.diagnostics == ()
    found = built.specification.tables["表"]
    assert found.hit_policy is HitPolicy.UNIQUE
    assert [column.heading for column in found.columns] == ["種類", "割合", "新設"]
    ranged = RangeCell(low=Fraction(1, 4), low_strict=False, high=Fraction(1, 3), high_strict=True)
    assert found.rows[0].cells == (ValueCell(values=("構成", "保有")), ranged, ValueCell(values=("あり",)))


def test_otherwise_excludes_the_cells_of_rows_that_are_else_alike() -> None:
    quarter = limits((CompareWord.GE, "1/4"))
    tenth = limits((CompareWord.LT, "1/10"))
    built = table(
        ("種類", "割合"),
        row(words("構成"), limits((CompareWord.GE, "1/2"))),
        row(words("保有"), quarter),
        row(words("保有"), tenth),
        row(words("保有"), OTHER),
    )
    rows = built.specification.tables["表"].rows
    assert rows[3].cells[1] == OtherCell(excluded=(rows[1].cells[1], rows[2].cells[1]))


def test_cells_joined_by_or_and_open_cells() -> None:
    built = table(("種類", "割合"), row(either(words("構成"), words("保有")), ANY))
    assert built.specification.tables["表"].rows[0].cells == (
        UnionCell(cells=(ValueCell(values=("構成",)), ValueCell(values=("保有",)))),
        AnyCell(),
    )


@pytest.mark.parametrize(
    ("columns", "cells", "code"),
    [
        (("種類",), (words("移転"),), "RC201"),
        (("種類",), (limits((CompareWord.GE, "1/4")),), "RC247"),
        (("割合",), (words("構成"),), "RC247"),
        (("新設",), (words("たぶん"),), "RC247"),
        (("割合",), (limits((CompareWord.GE, "1/2"), (CompareWord.LT, "1/4")),), "RC241"),
        (("割合",), (limits((CompareWord.BEFORE, "1/2")),), "RC229"),
        (("種類",), (OTHER,), "RC248"),
        (("部分",), (ANY,), "RC220"),
        (("種別",), (ANY,), "RC201"),
        (("種類", "種類"), (ANY, ANY), "RC212"),
    ],
)
def test_cells_that_do_not_fit_are_told(
    columns: tuple[str, ...], cells: tuple[ast.CellText, ...], code: str
) -> None:
    built = table(columns, row(*cells))
    assert codes(built) == [code]
    assert built.specification.tables == {}


def test_every_bad_row_is_told_in_one_run() -> None:
    assert codes(table(("種類",), row(words("移転")), row(words("廃止")))) == ["RC201", "RC201"]
