"""Protects: what stands in the finished tree is what the specification says, in either layout; a slip of one word is caught."""

from __future__ import annotations

import re
from typing import TypeVar

import pytest
from tests.unit.documents.ordinance.small import changed, composed, outline, proof, spec
from tests.unit.proof.one_by_one import OneByOne

from regcheck.documents.ordinance.build import build_ordinance
from regcheck.documents.ordinance.outline.plans import Layout, Outline
from regcheck.documents.to_statutory import plan_words, predicate_words
from regcheck.frozen import replace
from regcheck.law.plain import lines
from regcheck.proof.engine import Z3Prover

T = TypeVar("T")

TEXTS = {
    "設備": '{{ 法("第五条") }}の主務省令で定める{{ 項目("重要設備") }}\n{{ 区分("電子カルテ設備", "手術設備") }}',
    "届出": '{{ 法("第六条") }}の主務省令で定める{{ 結果("手続", "届出", "重要な変更") }}',
}
PLAN = {"順": '{{ 項目("順次") }}'}
CONDITIONS = 1 + 2 + 1 + 2
"""重要設備, the two halves of the 対応号, the rows of the 区分表, the two stages."""


def _outline(layout: Layout) -> Outline:
    return outline(TEXTS, supplement={"施行": "この省令は、公布の日から施行する。", **PLAN}, layout=layout)


@pytest.mark.parametrize("layout", list(Layout))
def test_both_layouts_are_proved(layout: Layout) -> None:
    made = build_ordinance(spec(), _outline(layout), Z3Prover(spec()))
    assert made.diagnostics == ()
    assert sum(entry.id.startswith("print:ordinance/") for entry in made.entries) == CONDITIONS


def test_the_words_in_the_tree_are_those_that_are_printed_of_the_item() -> None:
    made = composed(_outline(Layout.ITEMS))
    assert made.law is not None
    said = "\n".join(lines(made.law))
    rule = predicate_words(spec(), spec().predicates["重要設備"]).lines
    plan = plan_words(spec(), spec().plans["順次"]).lines
    assert "\n".join(rule) in said
    assert "\n".join(plan) in said


SLIPS = (
    ("十台以上", "十台を超え"),
    ("十台以上", "十一台以上"),
    ("、かつ、", "、又は"),
    ("又は手術設備", "及び手術設備"),
    ("いずれにも該当する設備", "いずれかに該当する設備"),
    ("二台未満", "二台以下"),
    ("妨害可能性があること", "妨害可能性がないこと"),
    ("用途が電子カルテであり", "用途が手術であり"),
    ("令和十年四月一日", "令和十年四月二日"),
    ("電子カルテ設備に該当する設備", "手術設備に該当する設備"),
    ("次の各号に掲げる設備は、", "次の各号に掲げる病院は、"),
    ("それぞれ当該各号に定める設備とする", "それぞれ当該各号に掲げる設備とする"),
)


@pytest.mark.parametrize(("old", "new"), SLIPS)
def test_a_slip_in_the_tree_is_caught(old: str, new: str) -> None:
    made = composed(_outline(Layout.ITEMS))
    assert made.law is not None
    spoilt = changed(made.law, lambda text: text.replace(old, new))
    assert spoilt != made.law, "the slip is in the text"
    assert proof(made, spoilt).diagnostics


@pytest.mark.parametrize(
    ("old", "new"),
    [("上欄", "下欄"), ("同表の下欄", "同表の上欄"), ("別表の", "別表第二の"), ("二台未満", "三台未満")],
)
def test_a_slip_around_an_annex_is_caught(old: str, new: str) -> None:
    made = composed(_outline(Layout.ANNEX))
    assert made.law is not None
    spoilt = changed(made.law, lambda text: text.replace(old, new, 1) if len(text) > len(old) else text)
    assert spoilt != made.law
    assert proof(made, spoilt).diagnostics


def test_an_item_that_stands_twice_is_proved_twice() -> None:
    given = outline({"甲": '{{ 項目("重要設備") }}', "乙": '{{ 項目("重要設備") }}'})
    made = composed(given)
    assert made.law is not None
    assert proof(made, made.law).proved == 2
    first, *others = made.law.main.children
    spoilt = replace(made.law, main=replace(made.law.main, children=(_slip(first), *others)))
    assert proof(made, spoilt).diagnostics


def _slip(node: T) -> T:
    return changed(node, lambda text: text.replace("又は手術設備", "及び手術設備"))


def test_rows_that_change_places_are_caught() -> None:
    made = composed(_outline(Layout.ITEMS))
    assert made.law is not None
    swapped = changed(
        made.law,
        lambda text: re.sub(
            "電子カルテ設備$|手術設備$", lambda m: "手術設備" if m[0][0] == "電" else "電子カルテ設備", text
        ),
    )
    assert proof(made, swapped).diagnostics


def test_what_the_solver_cannot_decide_stops_the_ordinance() -> None:
    from regcheck.proof.question import Answer, Question, Undecided

    class _Tired(OneByOne):
        def ask(self, question: Question) -> Answer:
            return Undecided(reason="予算")

    made = build_ordinance(spec(), _outline(Layout.ITEMS), _Tired())
    assert made.law is None
    assert {one.code.id for one in made.diagnostics} == {"RC853"}


def test_a_final_text_has_nothing_unsettled() -> None:
    given = outline({"甲": '{{ 法("第五条") }}{{ 未確定("施行の日", "第〇号") }}による。'}, supplement=PLAN)
    assert build_ordinance(spec(), given, Z3Prover(spec())).diagnostics == ()
    found = build_ordinance(spec(), given, Z3Prover(spec()), final=True).diagnostics
    said = [(one.payload.place, one.payload.shown, one.payload.name) for one in found]  # type: ignore[attr-defined]
    assert said == [
        ("法令番号", "令和〇年厚生労働省令第〇号", ""),
        ("第一条第一項", "第〇号", "施行の日"),
        ("附則第一項第二号", "令和〇年〇月〇日", "施行の日"),
    ]
