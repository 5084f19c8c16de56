"""Protects: a term is defined where it is first used, for as far as it is used, and never out of order."""

from __future__ import annotations

import pytest
from tests.unit.documents.ordinance.small import codes, composed, law, outline, printed

from regcheck.documents.ordinance.outline.plans import TermPlan
from regcheck.law.plain import lines

SHORT = (TermPlan(name="供給者等", short="供給者又は委託の相手方"),)
MEANS = (TermPlan(name="計画書", means='{{ 法("第五条第一項") }}に規定する計画書'),)


@pytest.mark.parametrize(
    ("texts", "scope"),
    [
        ({"甲": "供給者等とし、供給者等を除く。"}, "以下この条において"),
        ({"甲": "供給者等とし、供給者等を除く。\n乙とする。"}, "以下この項において"),
        ({"甲": "供給者等とする。\n供給者等を除く。"}, "以下この条において"),
        ({"甲": "供給者等とする。", "乙": "供給者等を除く。"}, "次条において"),
        ({"甲": "供給者等とする。", "乙": "乙とする。", "丙": "供給者等を除く。"}, "第三条において"),
        (
            {"甲": "供給者等とし、供給者等を除く。", "乙": "乙。", "丙": "供給者等又は丙。"},
            "以下この条及び第三条において",
        ),
        ({"甲": "供給者等とする。", "乙": "供給者等。", "丙": "供給者等。"}, "以下"),
    ],
)
def test_the_scope_is_where_it_is_used(texts: dict[str, str], scope: str) -> None:
    first = printed(texts, terms=SHORT)[0]
    assert f"供給者又は委託の相手方（{scope}「供給者等」という。）" in first


def test_a_borrowed_term_says_what_it_means() -> None:
    found = printed(
        {"甲": "計画書とする。", "乙": "計画書による。", "丙": "計画書等とし、計画書及び丁とする。"},
        terms=MEANS,
    )
    assert found == [
        "第一条　計画書（見本に関する法律（令和四年法律第四十三号）第五条第一項に規定する計画書をいう。以下同じ。）とする。",
        "第二条　計画書による。",
        "第三条　計画書等とし、計画書及び丁とする。",
    ]


def test_the_definition_moves_with_the_first_use() -> None:
    found = printed({"新": "計画書とする。", "甲": "計画書とする。", "乙": "計画書による。"}, terms=MEANS)
    assert "をいう" in found[0]
    assert found[1] == "第二条　計画書とする。"


def test_a_law_has_its_number_once_and_a_short_name_only_if_it_is_used_again() -> None:
    text = '{{ 法("第五条") }}及び{{ 医療法("第四条") }}による。\n{{ 法("第六条") }}による。\n{{ 医療法("第五条") }}による。'
    assert printed({"甲": text}) == [
        "第一条　見本に関する法律（令和四年法律第四十三号。以下この条において「法」という。）第五条及び医療法（昭和二十三年法律第二百五号）第四条による。",
        "２　法第六条による。",
        "３　医療法第五条による。",
    ]


def test_the_number_of_a_law_stands_in_the_enactment_where_it_names_the_law() -> None:
    text = '{{ 法("第五条") }}による。\n{{ 法("第六条") }}による。'
    made = law(outline({"甲": text}, enactment='{{ 法("第五条") }}に基づき定める。'))
    assert made.enactments[0].text == "見本に関する法律（令和四年法律第四十三号）第五条に基づき定める。"
    assert "第一条　見本に関する法律（以下この条において「法」という。）第五条による。" in lines(made.main)


@pytest.mark.parametrize(
    ("texts", "terms", "why"),
    [
        ({"甲": "供給者等とする。"}, SHORT, "once"),
        ({"甲": "甲とする。"}, SHORT, "never"),
        (
            {"甲": '{{ 項目("重要設備") }}', "乙": "手術設備とする。", "丙": "手術設備による。"},
            (TermPlan(name="手術設備", short="手術のための設備"),),
            "before",
        ),
    ],
)
def test_terms_out_of_order_are_told(texts: dict[str, str], terms: tuple[TermPlan, ...], why: str) -> None:
    found = composed(outline(texts, terms=terms)).diagnostics
    assert [(one.code.id, one.payload.why) for one in found] == [("RC874", why)]  # type: ignore[attr-defined]


def test_a_form_that_nobody_uses_is_told() -> None:
    assert codes(outline({"甲": "甲とする。"}, forms=("届出書",))) == ["RC874"]


def test_forms_are_numbered_by_first_use_and_know_their_articles() -> None:
    given = outline(
        {
            "甲": '{{ 様式("後") }}とする。',
            "乙": '{{ 様式("一") }}又は{{ 様式("二") }}とする。',
            "丙": '{{ 様式("後") }}とする。',
        },
        forms=("一", "二", "後"),
        groups={"一": "組", "二": "組"},
    )
    heads = [(one.title.text, one.related.text) for one in law(given).appendices]
    assert heads == [
        ("様式第一", "（第一条及び第三条関係）"),
        ("様式第二（一）", "（第二条関係）"),
        ("様式第二（二）", "（第二条関係）"),
    ]
    assert "様式第１" in printed({"甲": '{{ 様式("後") }}とする。'}, forms=("後",), style="houshiki")[0]
