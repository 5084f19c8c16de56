"""Protects: a 条項 that is not where the ordinance has its item is told, with the place; the medical draft has none."""

from __future__ import annotations

import pytest
from tests.unit.documents.ordinance.small import LAWS, outline
from tests.unit.documents.specs import build
from tests.unit.specs.ordinance import outline as medical, specification

from regcheck.diagnostics import codes
from regcheck.documents.ordinance.checks.provisions import check_provisions
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.model.specification import Specification

TEXTS = {
    "前": "甲とする。",
    "設備": '{{ 項目("重要設備") }}\n{{ 区分("電子カルテ設備", "手術設備") }}',
    "届出": '{{ 結果("手続", "届出", "重要な変更") }}',
}


def _told(spec: Specification, given: Outline) -> list[tuple[str, str, str]]:
    made = compose_ordinance(spec, given)
    assert made.draft is not None
    assert made.numbering is not None
    found = [one.payload for one in check_provisions(spec, made.draft, made.numbering)]
    assert all(isinstance(one, codes.provisions.ProvisionElsewhere) for one in found)
    return [(one.item, one.written, one.place) for one in found]  # type: ignore[attr-defined]


def _spec(head: str, provision: str) -> Specification:
    assert head in LAWS
    return build(LAWS.replace(f"{head}：設備\n", f"{head}：設備\n  条項　{provision}\n"))


@pytest.mark.parametrize(
    ("head", "provision"),
    [
        ("設備区分「重要設備」", "第二条第一項"),
        ("設備区分「重要設備」", "第二条"),
        ("設備区分「手術設備」", "第二条第二項第二号"),
        ("設備区分「手術設備」", "第二条第二項"),
        ("区分表「手続」", "第三条"),
        ("区分表「手続」", "第三条、第九条"),
        ("段階「順次」", "第九条"),
    ],
)
def test_what_stands_where_it_says_is_not_told(head: str, provision: str) -> None:
    assert _told(_spec(head, provision), outline(TEXTS)) == []


@pytest.mark.parametrize(
    ("head", "provision", "place"),
    [
        ("設備区分「重要設備」", "第一条", "第二条"),
        ("設備区分「重要設備」", "第一条第二項", "第二条第一項"),
        ("設備区分「手術設備」", "第二条第二項第一号", "第二条第二項第二号"),
        ("設備区分「手術設備」", "第二条第二号", "第二条第二項第二号"),
        ("設備区分「手術設備」", "別表第一", "第二条第二項第二号"),
        ("区分表「手続」", "第二条、第四条", "第三条"),
    ],
)
def test_what_stands_elsewhere_is_told_with_its_place(head: str, provision: str, place: str) -> None:
    assert _told(_spec(head, provision), outline(TEXTS)) == [(head, provision, place)]


def test_a_moved_article_is_told() -> None:
    spec = _spec("設備区分「重要設備」", "第二条第一項")
    moved = {name: TEXTS[name] for name in ("前", "届出", "設備")}
    assert _told(spec, outline(moved)) == [("設備区分「重要設備」", "第二条第一項", "第三条第一項")]


def test_an_item_with_several_places_is_told_once_with_all_of_them() -> None:
    texts = {**TEXTS, "不要": '{{ 結果("手続", "不要", "軽微な変更") }}'}
    told = _told(_spec("区分表「手続」", "第三条、第五条"), outline(texts))
    assert told == [("区分表「手続」", "第三条、第五条", "第三条、第四条")]


def test_plans_in_the_supplement() -> None:
    given = outline(TEXTS, supplement={"施行": "公布の日から施行する。", "順": '{{ 項目("順次") }}'})
    assert _told(_spec("段階「順次」", "附則第二条"), given) == []
    assert _told(_spec("段階「順次」", "附則第一条"), given) == [("段階「順次」", "附則第一条", "附則第二条")]


def test_the_medical_specification_says_where_its_items_stand() -> None:
    assert _told(specification(), medical()) == []
