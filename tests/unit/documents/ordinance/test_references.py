"""Protects: references are as short as their place allows, and lead where they were meant."""

from __future__ import annotations

import pytest
from tests.unit.documents.ordinance.small import codes, composed, outline, printed, spec

from regcheck.documents.ordinance.checks.read_back import check_references
from regcheck.law.plain import lines

THREE = {"甲": "甲とする。", "乙": "[一項] 乙とする。\n[二項] 丙とする。", "丙": "丁とする。"}


def _last(text: str) -> str:
    """The last line of an article after the three others."""
    return printed({**THREE, "丁": text})[-1].partition("　")[2]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{{ 条("丙") }}による。', "前条による。"),
        ('{{ 条("甲") }}による。', "第一条による。"),
        ('{{ 条("乙/二項") }}による。', "第二条第二項による。"),
        ('{{ 条("乙/一項") }}及び{{ 条("乙/二項") }}による。', "第二条第一項及び第二項による。"),
        (
            '{{ 条("乙/一項") }}の乙を{{ 条("乙/二項") }}の丙とする。',
            "第二条第一項の乙を同条第二項の丙とする。",
        ),
        ('{{ 条("乙/一項") }}の乙を{{ 条("乙/一項") }}の丙とする。', "第二条第一項の乙を同項の丙とする。"),
        (
            '{{ 条("乙/一項") }}の乙とする。{{ 条("乙/一項") }}の丙とする。',
            "第二条第一項の乙とする。第二条第一項の丙とする。",
        ),
        (
            '乙（{{ 条("乙/一項") }}の乙をいう。）を{{ 条("乙/二項") }}の丙とする。',
            "乙（第二条第一項の乙をいう。）を第二条第二項の丙とする。",
        ),
    ],
)
def test_articles_and_paragraphs(text: str, words: str) -> None:
    assert _last(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '甲とする。\n{{ 法("第五条第一項") }}とする。',
            "見本に関する法律（令和四年法律第四十三号）第五条第一項とする。",
        ),
        ('{{ 法("第五条第一項") }}とする。\n{{ 法("第五条第二項") }}とする。', "法第五条第二項とする。"),
        (
            '{{ 法("第五条第一項") }}とする。\n{{ 法("第五条第二項") }}の甲を{{ 法("第五条第四項") }}の乙とする。',
            "法第五条第二項の甲を同条第四項の乙とする。",
        ),
        (
            '{{ 法("第五条第一項") }}とする。\n{{ 法("第五条第二項第一号イ") }}の甲を{{ 法("第五条第二項第一号ロ") }}の乙とする。',
            "法第五条第二項第一号イの甲を同号ロの乙とする。",
        ),
        (
            '{{ 法("第五条第一項") }}とする。\n{{ 法("第五条第二項") }}及び{{ 法("第六条第三項") }}による。',
            "法第五条第二項及び第六条第三項による。",
        ),
        (
            '{{ 法("第五条第一項") }}及び{{ 令("第二条") }}とする。\n{{ 令("第三条") }}及び{{ 法("第五条") }}による。',
            "令第三条及び法第五条による。",
        ),
    ],
)
def test_other_laws(text: str, words: str) -> None:
    assert printed({"甲": text})[-1].rpartition("　")[2] == words


def test_paragraphs_and_items_of_the_same_article() -> None:
    text = (
        "[一] 甲とする。\n"
        '[二] {{ 条("甲/一") }}の甲について、次のとおりとする。\n'
        "  [い] 乙\n"
        '  [ろ] {{ 条("甲/い") }}の乙\n'
        '    [は] {{ 条("甲/い") }}の丙\n'
        '    [に] {{ 条("甲/は") }}の丁\n'
        '  [ほ] {{ 条("甲/に") }}の戊\n'
        '{{ 条("甲/一", "甲/二") }}及び{{ 条("乙") }}は、{{ 条("甲/ろ") }}による。'
    )
    assert printed({"甲": text, "乙": "乙とする。"})[:8] == [
        "第一条　甲とする。",
        "２　前項の甲について、次のとおりとする。",
        "一　乙",
        "二　前号の乙",
        "イ　前号の丙",
        "ロ　イの丁",
        "三　前号ロの戊",
        "３　前二項及び次条は、前項第二号による。",
    ]


def test_what_is_not_right_before_is_named_one_by_one() -> None:
    text = '[一] 甲とする。\n乙とする。\n{{ 条("甲/一") }}とする。\n{{ 条("甲/一", "乙") }}による。'
    assert printed({"甲": text, "乙": "乙とする。"})[3] == "４　第一項及び次条による。"


def test_supplement_and_main_are_told_apart() -> None:
    given = outline(
        {"甲": '{{ 条("施行") }}による。', "乙": "乙とする。"},
        supplement={"施行": '{{ 条("乙") }}は、施行する。', "経過": '{{ 条("施行") }}による。'},
    )
    made = composed(given)
    assert made.law is not None
    text = str([s.text for a in made.law.supplements[0].children for p in a.paragraphs for s in p.sentences])  # type: ignore[union-attr]
    assert "第二条は、施行する。" in text
    assert "前条による。" in text
    assert printed({"甲": '{{ 条("施行") }}による。'}, supplement={"施行": "甲。", "他": "乙。"}) == [
        "第一条　附則第一条による。"
    ]


def test_a_supplement_of_one_article_is_made_of_its_paragraphs() -> None:
    text = '[公布] 公布の日から施行する。\n{{ 条("施行/公布") }}及び{{ 条("甲") }}による。'
    made = composed(outline({"甲": '{{ 条("施行/公布") }}による。'}, supplement={"施行": text}))
    assert made.law is not None
    assert [*lines(made.law.main)][-1] == "第一条　附則第一項による。"
    assert [*lines(made.law.supplements[0])][1:] == [
        "１　公布の日から施行する。",
        "２　前項及び第一条による。",
    ]


def test_every_reference_leads_where_it_was_meant() -> None:
    made = composed(outline({**THREE, "丁": '{{ 条("乙/一項") }}の乙を{{ 条("乙/二項") }}の丙とする。'}))
    assert made.law is not None
    titles = {name: one.title for name, one in spec().instruments.items()}
    assert list(check_references(made.law, made.mentions, titles)) == []


def test_a_reference_that_reads_as_another_is_told() -> None:
    made = composed(outline({**THREE, "丁": '{{ 条("乙/一項") }}による。'}))
    other = composed(outline({"初": "初とする。", **THREE, "丁": '{{ 条("乙/一項") }}による。'}))
    assert made.law is not None
    found = list(check_references(made.law, other.mentions, {}))
    assert [one.code.id for one in found] == ["RC877"]


def test_after_a_lone_label_the_article_is_named_again() -> None:
    """第一条第一項第一号イ、ロ及び第二項 would be read as a 項 of the article in which it stands."""
    first = "[一項] 甲とする。\n  [一号] 次のもの\n    [い] 乙\n    [ろ] 丙\n    [は] 丁\n[二項] 戊とする。"
    named = '{{ 条("甲/い") }}、{{ 条("甲/ろ") }}、{{ 条("甲/は") }}及び{{ 条("甲/二項") }}による。'
    given = outline({"甲": first, "乙": "乙とする。", "丙": named})
    made = composed(given)
    assert made.law is not None
    assert [*lines(made.law.main)][-1] == "第三条　第一条第一項第一号イ、ロ、ハ及び第一条第二項による。"
    assert list(check_references(made.law, made.mentions, {})) == []


@pytest.mark.parametrize(
    "typed", ["第三条による。", "前項による。", "様式第一による。", "法第五条第二項による。", "同項による。"]
)
def test_what_is_typed_by_hand_is_refused(typed: str) -> None:
    assert codes(outline({"甲": typed})) == ["RC873"]


def test_words_that_follow_any_place_may_be_typed() -> None:
    assert (
        codes(
            outline(
                {
                    "甲": '次の各号に掲げる者は、この条において同じ。\n{{ 条("乙") }}各号による。',
                    "乙": "乙\n  丙",
                }
            )
        )
        == []
    )


def test_a_reference_that_leads_nowhere_is_told_with_what_was_meant() -> None:
    made = composed(outline({"指定": "甲とする。", "乙": '{{ 条("指走") }}による。'}))
    (found,) = made.diagnostics
    assert found.code.id == "RC872"
    assert "指定" in found.payload.ja().advice


def test_what_follows_a_form_is_not_taken_for_a_part_of_it() -> None:
    text = '[一] 甲とする。\n乙とする。\n甲にあっては{{ 様式("届") }}、{{ 条("甲/一") }}の乙とする。'
    made = composed(outline({"甲": text}, forms=("届",)))
    assert made.law is not None
    assert [*lines(made.law.main)][-1] == "３　甲にあっては様式第一、この省令第一条第一項の乙とする。"
    assert list(check_references(made.law, made.mentions, {})) == []
