"""A small world of hospitals, and the meaning of one condition in it."""

from __future__ import annotations

from fractions import Fraction

from tests.unit.model.build_ast import build, define, enum, field, has, names, path, span, subject, window

from regcheck.model.formula import Formula, Number, Path
from regcheck.model.from_syntax import Built
from regcheck.syntax import ast

WORLD: tuple[ast.Item, ...] = (
    enum("種類", "国", "私立"),
    enum("機能区分", "救急", "災害"),
    subject(
        "設備",
        field("出力", "整数", "kW"),
        field("稼働", "真偽"),
        field("種別", "種類"),
        field("病床数", "整数", "床"),
    ),
    subject(
        "開設者",
        field("種別", "種類"),
        field("所在地", "文字列"),
        field("預金", "整数", "円", window=window()),
        field("黒字", "真偽", window=window()),
        field("国営", "真偽"),
    ),
    subject(
        "病院",
        field("病床数", "整数", "床"),
        field("基準数", "整数", "床"),
        field("紹介率", "割合"),
        field("承認", "真偽"),
        field("承認日", "日付"),
        field("種別", "種類"),
        field("所在地", "文字列"),
        field("開設者", "開設者"),
        field("機能", "機能区分", is_set=True),
        field("設備", "設備", is_list=True, limit=5),
        field("無制限設備", "設備", is_list=True),
        field("輸入量", "整数", "t"),
        field("輸入量の割合", "割合"),
        field("職員の数", "整数", "人"),
    ),
    define("基準", "病院", has("承認")),
    define("国の開設者", "開設者", ast.IsClause(path=path("種別"), values=names("国"), span=span())),
)


def world(body: ast.Clause) -> Built:
    return build(*WORLD, define("甲", "病院", body))


def meaning(body: ast.Clause) -> Formula:
    built = world(body)
    assert built.diagnostics == ()
    return built.specification.predicates["甲"].body


def here(*steps: str) -> Path:
    return Path(steps=steps)


def beds(value: int | str, unit: str = "床") -> Number:
    return Number(value=Fraction(value), unit=unit)


VARIABLE = "定義「甲」#1"


def element(*steps: str) -> Path:
    return Path(root=VARIABLE, steps=steps)
