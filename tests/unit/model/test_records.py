"""Protects: the facts of a 事例 become the record they describe, and no fact of the wrong type slips in."""

from __future__ import annotations

from datetime import date
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
    window,
)

from regcheck.diagnostics.codes.values import WrongValue
from regcheck.model.case import UNKNOWN, Record
from regcheck.model.from_syntax import Built
from regcheck.syntax import ast
from regcheck.syntax.ast import CompareWord, FactEntry, FactValue

DISCRETION = ast.DiscretionItem(
    name=name("特に必要"),
    subject=name("病院"),
    header=ast.HeaderLines(),
    authority=name("主務大臣"),
    span=span(),
)
WORLD: tuple[ast.Item, ...] = (
    enum("種類", "国", "私立"),
    subject("設備", field("出力", "整数", "kW")),
    subject("開設者", field("種別", "種類"), field("名称", "文字列")),
    subject(
        "病院",
        field(
            "病床数",
            "整数",
            "床",
            bounds=(ast.Bound(op=CompareWord.GE, value=number(0)),),
        ),
        field("紹介率", "割合"),
        field("承認", "真偽"),
        field("承認日", "日付"),
        field("開設者", "開設者"),
        field("機能", "種類", is_set=True),
        field("設備", "設備", is_list=True, limit=2),
        field("残高", "整数", "円", window=window()),
    ),
    DISCRETION,
)


def entry(label: str, value: FactValue) -> FactEntry:
    return FactEntry(path=path(label), value=value, span=span())


def case(*entries: ast.FactEntry | ast.JudgementEntry) -> Built:
    expectation = ast.ExpectationLine(body=has("承認"), expected="該当", span=span())
    item = ast.ScenarioItem(
        name=name("例"),
        subject=name("病院"),
        header=ast.HeaderLines(),
        entries=entries,
        expectations=(expectation,),
        span=span(),
    )
    return build(*WORLD, item)


def record(*entries: ast.FactEntry | ast.JudgementEntry) -> Record:
    built = case(*entries)
    assert built.diagnostics == ()
    return built.specification.scenarios["例"].record


def test_values_of_every_type() -> None:
    found = record(
        entry("病床数", number(400, "床")),
        entry("紹介率", number("1/3")),
        entry("承認", True),
        entry("承認日", ast.DateLiteral(value=date(2026, 4, 1), text="2026-04-01")),
        entry("機能", names("国", "私立")),
        entry("残高", (number(1, "円"), None, number(3, "円"))),
    )
    assert dict(found.facts) == {
        "病床数": Fraction(400),
        "紹介率": Fraction(1, 3),
        "承認": True,
        "承認日": date(2026, 4, 1),
        "機能": frozenset({"国", "私立"}),
        "残高": (Fraction(1), UNKNOWN, Fraction(3)),
    }


def test_paths_and_groups_make_nested_records() -> None:
    found = record(entry("開設者の種別", name("国")), entry("開設者の名称", name("甲")))
    assert found.facts["開設者"] == Record(subject="開設者", facts={"種別": "国", "名称": "甲"})
    grouped = record(entry("開設者", ((entry("種別", name("国")),),)))
    assert grouped.facts["開設者"] == Record(subject="開設者", facts={"種別": "国"})


def test_a_list_is_given_in_groups() -> None:
    found = record(entry("設備", ((entry("出力", number(5, "kW")),), ())))
    assert found.facts["設備"] == (
        Record(subject="設備", facts={"出力": Fraction(5)}),
        Record(subject="設備", facts={}),
    )


def test_none_is_an_empty_list_or_an_empty_set() -> None:
    for none in (False, ()):
        found = record(entry("設備", none), entry("機能", none), entry("承認", none))
        assert dict(found.facts) == {"設備": (), "機能": frozenset(), "承認": False}


def test_unknown_is_a_value_and_what_is_not_said_is_absent() -> None:
    found = record(entry("病床数", None))
    assert dict(found.facts) == {"病床数": UNKNOWN}


def test_a_discretion_is_exercised() -> None:
    judged = ast.JudgementEntry(
        authority=name("主務大臣"), discretion=name("特に必要"), value=True, span=span()
    )
    assert dict(record(judged).judgements) == {"特に必要": True}


@pytest.mark.parametrize(
    ("label", "value", "shown"),
    [
        ("病床数", True, "あり"),
        ("病床数", False, "なし"),
        ("承認", name("国"), "国"),
        ("機能", number(4, "床"), "4"),
        ("機能", ((), ()), "（…）"),
        ("設備", name("国"), "国"),
        ("開設者", ((), ()), "（…）、（…）"),
        ("開設者", (), "（）"),
        ("病床数", ((),), "（…）"),
    ],
)
def test_a_wrong_value_is_shown_as_it_was_given(label: str, value: FactValue, shown: str) -> None:
    (finding,) = case(entry(label, value)).diagnostics
    assert isinstance(finding.payload, WrongValue)
    assert finding.payload.value == shown


@pytest.mark.parametrize(
    ("entries", "code"),
    [
        ((entry("病床敷", number(4, "床")),), "RC201"),
        ((entry("病床数", number(4)),), "RC222"),
        ((entry("病床数", number(4, "件")),), "RC221"),
        ((entry("病床数", number(-1, "床")),), "RC244"),
        ((entry("病床数", number("1/2", "床")),), "RC244"),
        ((entry("病床数", True),), "RC243"),
        ((entry("承認", name("国")),), "RC243"),
        ((entry("機能", names("公立")),), "RC201"),
        ((entry("残高", (number(1, "円"),)),), "RC245"),
        ((entry("残高", number(1, "円")),), "RC243"),
        ((entry("設備", ((), (), ())),), "RC246"),
        ((entry("設備", name("国")),), "RC243"),
        ((entry("開設者", ((), ())),), "RC243"),
        ((entry("設備の出力", number(1, "kW")),), "RC231"),
        ((entry("承認", True), entry("承認", False)), "RC212"),
        ((entry("開設者", None), entry("開設者の種別", name("国"))), "RC212"),
        (
            (ast.JudgementEntry(authority=name("知事"), discretion=name("特に必要"), value=True),),
            "RC214",
        ),
        (
            (ast.JudgementEntry(authority=name("主務大臣"), discretion=name("必要"), value=True),),
            "RC201",
        ),
    ],
)
def test_facts_that_do_not_fit_are_told(
    entries: tuple[ast.FactEntry | ast.JudgementEntry, ...], code: str
) -> None:
    built = case(*entries)
    assert codes(built) == [code]
    assert built.specification.scenarios == {}
