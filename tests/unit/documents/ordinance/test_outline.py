"""Protects: a mistake in outline.toml or in a text is told with its place, and never a traceback."""

from __future__ import annotations

import tomllib

import pytest
from tests.unit.documents.ordinance.small import codes, composed, outline, printed

from regcheck.documents.ordinance.outline.from_toml import read_outline
from regcheck.documents.ordinance.outline.plans import Layout, Outline, TermPlan
from regcheck.frozen import replace
from regcheck.source.span import SourceText

GOOD = """
title = "見本に関する省令"
enactment = "見本を定める。"
layout = "annex"
style = "houshiki"
[[article]]
id = "甲"
caption = "見出し"
answers = ["法第五条"]
[[supplement]]
id = "施行"
caption = "施行期日"
[[term]]
name = "語"
short = "言葉"
[[form]]
id = "届出書"
title = "届出書"
"""


def _read(text: str) -> Outline | list[tuple[str, str]]:
    found = read_outline("outline.toml", tomllib.loads(text), {"甲": "甲", "施行": "乙"}, {})
    if isinstance(found, Outline):
        return found
    return [(one.code.id, one.payload.key) for one in found]  # type: ignore[attr-defined]


def test_an_outline_is_read() -> None:
    found = _read(GOOD)
    assert isinstance(found, Outline)
    assert (found.layout, found.style.name, found.number) == (
        Layout.ANNEX,
        "houshiki",
        "令和〇年厚生労働省令第〇号",
    )
    assert found.articles[0].answers == ("法第五条",)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ('title = "見本に関する省令"\n', "", "title"),
        ('title = "見本に関する省令"', "title = 3", "title"),
        ('layout = "annex"', 'layout = "table"', "layout"),
        ('layout = "annex"', 'layuot = "annex"', "layuot"),
        ('caption = "見出し"\n', "", "article.caption"),
        ('answers = ["法第五条"]', "answers = 5", "article.answers"),
        ('id = "施行"', 'id = "甲"', "甲"),
        ('id = "施行"', 'id = "別"', "別"),
        ('short = "言葉"', 'short = "言葉"\nmeans = "言葉"', "term 語"),
        ("[[article]]", "[article]", "article"),
    ],
)
def test_a_mistake_is_told_by_its_key(old: str, new: str, key: str) -> None:
    assert _read(GOOD.replace(old, new)) == [("RC870", key)]


@pytest.mark.parametrize(
    ("old", "new", "meant"),
    [
        ("caption =", "captoin =", "caption"),
        ("layout =", "layuot =", "layout"),
        ("short =", "shrot =", "short"),
    ],
)
def test_a_mistyped_key_is_guessed(old: str, new: str, meant: str) -> None:
    texts = {"甲": "甲", "施行": "乙"}
    found = read_outline("outline.toml", tomllib.loads(GOOD.replace(old, new, 1)), texts, {})
    assert not isinstance(found, Outline)
    hints = [one.payload.ja().advice.partition("。")[0] for one in found if one.payload.similar]  # type: ignore[attr-defined]
    assert hints == [f"「{meant}」のことではありませんか"]


def test_a_list_of_unknown_tables_is_told_at_the_first() -> None:
    text = GOOD.replace("[[term]]", "[[trem]]")
    found = read_outline("outline.toml", tomllib.loads(text), {"甲": "甲", "施行": "乙"}, {}, text)
    assert not isinstance(found, Outline)
    assert [one.place.start for one in found if one.place] == [text.index("[[trem]]")]


def test_all_mistakes_are_told_at_once_each_in_its_line() -> None:
    text = GOOD.replace('caption = "見出し"', 'captoin = "見出し"').replace('"annex"', '"table"')
    source = SourceText(name="outline.toml", text=text)
    found = read_outline("outline.toml", tomllib.loads(text), {"甲": "甲", "施行": "乙"}, {}, text)
    assert not isinstance(found, Outline)
    told = {(one.payload.key, source.line_of(one.place.start)) for one in found if one.place}  # type: ignore[attr-defined]
    wanted = {"layout": 'layout = "table"', "article.captoin": "captoin", "article.caption": "[[article]]"}
    assert told == {(key, source.line_of(text.index(words))) for key, words in wanted.items()}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ 法( }}", "RC871"),
        ("{% if %}", "RC871"),
        ("{{ 民法('第一条') }}", "RC871"),
        ("{{ 法(3) }}", "RC871"),
        ("{{ ''.__class__.__mro__[1].__subclasses__() }}", "RC871"),
        ("{{ 1 / 0 }}", "RC871"),
        ("", "RC871"),
        ("   甲", "RC871"),
        ("\t甲", "RC871"),
        ("甲\n    乙", "RC871"),
        ("甲\n  乙\n    丙\n      丁\n        戊\n          己", "RC871"),
        ("甲\n  乙\n" + "    丙\n" * 48, "RC871"),
        ('甲\n  {{ 項目("重要設備") }}', "RC871"),
        ('{{ 項目("重要設備") }}とする。', "RC871"),
        ('{{ 項目("重要設備") }}\n  一', "RC871"),
        ('{{ 区分("重要設備", "順次") }}', "RC872"),
        ('{{ 項目("重要") }}', "RC872"),
        ('{{ 結果("手続", "報告", "名") }}', "RC872"),
        ('{{ 期間("手続", "期間") }}', "RC872"),
        ("{{ 区分() }}", "RC871"),
        ("{{ 条() }}", "RC871"),
        ("{{ 条(3) }}", "RC872"),
        ("{{ 様式([]) }}", "RC871"),
        ('{{ 結果("手続", "届出", "重要設備") }}', "RC872"),
        ('{{ 結果("手続", "届出", "名") }}\n{{ 結果("手続", "不要", "名") }}', "RC870"),
        ('{{ 様式("届出") }}', "RC872"),
        ('甲とする。\n  一の項目\n    {{ 条("無") }}の項目', "RC872"),
        ("甲とする。\n  一の項目\n    前項の項目", "RC873"),
        ('{{ 法("第五") }}', "RC872"),
        ('{{ 未確定("日", "〇") }}', "RC872"),
    ],
)
def test_a_broken_text_is_told(text: str, code: str) -> None:
    assert codes(outline({"甲": text})) == [code]


def test_the_place_of_a_broken_text_is_its_line() -> None:
    given = replace(outline({"甲": "甲とする。\n乙とする。\n前項による。"}), names={"甲": "ordinance/甲.j2"})
    (found,) = composed(given).diagnostics
    assert found.place is not None
    assert (found.place.file, found.place.start) == ("ordinance/甲.j2", len("甲とする。\n乙とする。\n"))


@pytest.mark.parametrize(
    "broken",
    [
        '{{ 条("甲") }',
        "{{ 条(“甲”) }}",
        '{{ 基間("手続", "期間") }}',
        "{{ 条(甲) }}",
        "{{ 1 / 0 }}",
        '{{ 項目("重要") }}',
        "   乙",
        '{{ 項目("重要設備") }}とする。',
    ],
)
def test_a_broken_expression_is_told_at_its_line(broken: str) -> None:
    texts = {"甲": f"甲とする。\n乙とする。\n{broken}"}
    given = replace(outline(texts), names={"甲": "ordinance/甲.j2"})
    (found,) = composed(given).diagnostics
    assert found.place is not None
    assert (found.place.file, found.place.start) == ("ordinance/甲.j2", len("甲とする。\n乙とする。\n"))


def test_every_broken_text_is_told_at_once() -> None:
    texts = {"甲": "{{ 条( }}", "乙": "   乙", "丙": "丙とする。", "丁": '{{ 項目("重要") }}'}
    term = TermPlan(name="語", short='{{ 様式("無") }}')
    given = outline(texts, terms=(term,), enactment='{{ 法("第五") }}')
    assert codes(given) == ["RC872", "RC871", "RC871", "RC872", "RC872"]


def test_a_function_that_is_mistyped_is_guessed() -> None:
    (found,) = composed(outline({"甲": '{{ 基間("手続", "期間") }}'})).diagnostics
    assert found.payload.ja().advice.startswith("「期間」のことではありませんか")


def test_what_no_line_shows_is_told_at_its_table() -> None:
    text = GOOD + '[[phrase]]\nof = "設備"\nfact = "規模"\nsays = "大きい"\n'
    texts = {"甲": "語とする。語による。", "施行": "乙"}
    read = read_outline("outline.toml", tomllib.loads(text), texts, {}, text)
    assert isinstance(read, Outline)
    source = SourceText(name="outline.toml", text=text)
    for given, table in ((read, "[[phrase]]"), (replace(read, phrases=(), forms={}), "[[article]]")):
        first = composed(given).diagnostics[0]
        assert first.place is not None
        assert source.line_of(first.place.start) == source.line_of(text.index(table))


def test_an_answer_that_the_text_does_not_name_is_told() -> None:
    given = outline({"甲": '{{ 法("第五条第一項ただし書") }}による。'})
    plan = replace(given.articles[0], answers=("法第五条第一項", "法第六条"))
    assert codes(replace(given, articles=(plan,))) == ["RC876"]


def test_templates_may_choose_and_repeat() -> None:
    text = "甲とする。\n{% for 名 in ['乙', '丙'] %}\n{{ 名 }}とする。\n{% endfor %}\n{# 覚え書き #}\n"
    assert printed({"甲": text}) == ["第一条　甲とする。", "２　乙とする。", "３　丙とする。"]


def test_an_item_of_several_paragraphs_stands_at_the_head() -> None:
    assert codes(outline({"甲": '甲とする。\n{{ 項目("重要設備") }}'})) == []


def test_names_in_terms_and_in_the_enactment_are_looked_up_too() -> None:
    term = TermPlan(name="語", short='{{ 条("無") }}の言葉')
    assert codes(outline({"甲": "語とする。語による。"}, terms=(term,))) == ["RC872"]
    assert codes(outline({"甲": "甲とする。"}, enactment='{{ 様式("届") }}', forms=("届",))) == [
        "RC872",
        "RC874",
    ]
