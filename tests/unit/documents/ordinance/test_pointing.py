"""Protects: a finding about a line of a template marks the words that it is about, and no more than the line."""

from __future__ import annotations

import pytest
from tests.unit.documents.ordinance.small import outline, spec

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.ordinance.build import build_ordinance
from regcheck.documents.ordinance.outline.plans import Outline
from regcheck.frozen import replace
from regcheck.proof.engine import Z3Prover


def _given(text: str) -> Outline:
    texts = {"前": "甲とする。", "文": text}
    return replace(outline(texts), names={name: f"ordinance/{name}.j2" for name in texts})


def _told(text: str, code: str) -> Diagnostic:
    made = build_ordinance(spec(), _given(text), Z3Prover(spec()))
    (found,) = (one for one in (*made.diagnostics, *made.remarks) if one.code.id == code)
    return found


@pytest.mark.parametrize(
    ("text", "code", "marked"),
    [
        ("第二十五条の病院は、届け出る。", "RC873", "第二十五条"),
        ('{{ 法("第一条") }}の乙。\n  {{ 法("第九条") }}は、第九条による。', "RC873", "第九条"),
        ("甲は、{{ 基間() }}とする。", "RC871", "基間"),
        ('甲は、{{ 条("前々") }}による。', "RC872", "前々"),
        ("病院は、すべての届出をする。", "RC754", "すべて"),
        ("甲は、次に掲げる事項を届け出る。\n   名称", "RC871", "名称"),
    ],
)
def test_the_words_are_marked(text: str, code: str, marked: str) -> None:
    span = _told(text, code).place
    assert span is not None
    assert span.file == "ordinance/文.j2"
    assert text[span.start : span.end] == marked


def test_a_reference_inside_of_an_expression_is_not_the_one_that_was_typed() -> None:
    text = '{{ 法("第九条") }}の者は、第九条による。'
    span = _told(text, "RC873").place
    assert span is not None
    assert span.start == text.rindex("第九条")
