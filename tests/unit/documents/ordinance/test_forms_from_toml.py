"""Protects: `[[form]]` tables are read whole, and every mistake in them is told with its line."""

from __future__ import annotations

import tomllib

import pytest
from tests.unit.documents.ordinance.small import composed

from regcheck.documents.ordinance.outline.from_toml import read_outline
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.source.span import SourceText

HEAD = """title = "見本に関する省令"
enactment = "見本を定める。"
[[article]]
id = "甲"
caption = "見出し"
[[supplement]]
id = "施行"
caption = "施行期日"
"""
FORM = (
    HEAD
    + """[[form]]
id = "届"
title = "届出書"
[[form.field]]
label = "名称"
answers = "甲"
given = '''
[[form.field]]
label = "本文の中"
'''
[[form.field]]
group = "組"
label = "名称"
answers = ["甲", "法第五条"]
rows = 3
"""
)


def read(text: str) -> Outline | list[tuple[str, str, int]]:
    """The outline, or what is wrong: the code, what is named, the line."""
    source = SourceText(name="outline.toml", text=text)
    found = read_outline("outline.toml", tomllib.loads(text), {"甲": "甲", "施行": "乙"}, {}, source.text)
    if isinstance(found, Outline):
        return found
    return [
        (one.code.id, one.payload.ja().headline, source.line_of(one.annotations[0].span.start))
        for one in found
    ]


def line_of(words: str, text: str, nth: int = 1) -> int:
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return text[:at].count("\n") + 1


def test_fields_are_read() -> None:
    found = read(FORM)
    assert isinstance(found, Outline)
    first, second = found.forms["届"].fields
    assert (first.label, first.group, first.rows, first.answers) == ("名称", "", 1, ("甲",))
    assert (second.group, second.rows, second.answers) == ("組", 3, ("甲", "法第五条"))
    assert FORM.splitlines()[FORM[: second.span.start].count("\n")] == "[[form.field]]"


@pytest.mark.parametrize(
    ("old", "new", "code", "words", "at"),
    [
        ('title = "届出書"', 'title = ""', "RC870", "form.title", 'title = ""'),
        ('title = "届出書"', 'tilte = "届出書"', "RC870", "form.tilte", "tilte"),
        (
            'label = "名称"\nanswers = ["',
            'label = " "\nanswers = ["',
            "RC870",
            "form.field.label",
            'label = " "',
        ),
        ('answers = "甲"\n', "", "RC870", "form.field.answers", '[[form.field]]\nlabel = "名称"'),
        ("rows = 3", "rows = 0", "RC870", "form.field.rows", "rows = 0"),
        ("rows = 3", 'rows = "3"', "RC870", "form.field.rows", "rows ="),
        ('group = "組"', 'group = "組\\n合"', "RC870", "form.field.group", "group ="),
        ("rows = 3", "rwos = 3", "RC870", "form.field.rwos", "rwos"),
        ("rows = 3", "rows = 3\n[form.card]\nphto = '写真'", "RC870", "form.card.phto", "phto"),
        ('group = "組"\n', "", "RC856", "欄「名称」が二つ", '[[form.field]]\nlabel = "名称"\nanswers = ["'),
        ("rows = 3", 'entries = ["氏名", "氏名"]', "RC856", "欄「氏名」が二つ", "[[form.field]]\ngroup"),
    ],
)
def test_a_mistake_in_a_form_is_told_with_its_line(
    old: str, new: str, code: str, words: str, at: str
) -> None:
    text = FORM.replace(old, new)
    told = read(text)
    assert isinstance(told, list)
    assert (code, line_of(at, text)) in {(found, line) for found, _, line in told}
    assert any(words in said for _, said, _ in told)


def test_both_places_of_a_repeated_field_are_shown() -> None:
    text = FORM.replace('group = "組"\n', "")
    (found,) = read_outline("outline.toml", tomllib.loads(text), {"甲": "甲", "施行": "乙"}, {}, text)  # type: ignore[misc]
    second, first = found.annotations
    assert (second.primary, first.primary) == (True, False)
    assert first.span.start < second.span.start


def test_all_mistakes_are_told_at_once() -> None:
    text = (
        FORM.replace('title = "届出書"', "")
        .replace("rows = 3", "rwos = 3")
        .replace('label = "名称"\nanswers = "甲"', "")
    )
    assert len(read(text)) == 4  # type: ignore[arg-type]


def test_a_group_that_is_torn_apart_is_told() -> None:
    text = (
        FORM
        + '[[form.field]]\nlabel = "間"\nanswers = "甲"\n[[form.field]]\ngroup = "組"\nlabel = "後"\nanswers = "甲"\n'
    )
    assert read(text) == [
        (
            "RC893",
            "様式「届出書」のまとまり「組」が、二か所に分かれている",
            line_of("[[form.field]]\ngroup", text, 2),
        )
    ]


def test_two_forms_of_one_id_are_told() -> None:
    assert [code for code, _, _ in read(FORM + '[[form]]\nid = "届"\ntitle = "別"\n')] == ["RC870"]  # type: ignore[union-attr]


def test_a_form_that_nobody_cites_is_shown_in_its_line() -> None:
    given = read(FORM)
    assert isinstance(given, Outline)
    (found,) = composed(given).diagnostics
    assert (found.code.id, found.place) == ("RC874", given.forms["届"].span)
    span = given.forms["届"].span
    assert FORM[span.start : span.end] == "[[form]]"
