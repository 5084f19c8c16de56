"""Protects: the words by which every message and table names a place in the law."""

from __future__ import annotations

import pytest

from regcheck.model.formula import And, Except, Not, Or, Part, Truth
from regcheck.model.provisions import (
    is_provision,
    labelled_parts,
    normalise_provision,
    provision_label,
)
from regcheck.model.specification import Header
from regcheck.source.span import Span

YES = Truth(value=True)


@pytest.mark.parametrize(
    "text",
    [
        "第二条",
        "第一条の五第一項",
        "第二条第一項第一号イ（１）",
        "第五十条第一項第十五号",
        "第二条第三号の二ロ",
        "附則第二条",
        "附則",
        "別表第一",
        "別表第一の二",
        "様式第三",
        "第二条ただし書",
    ],
)
def test_the_forms_of_a_provision_are_read(text: str) -> None:
    assert is_provision(text)


@pytest.mark.parametrize(
    "text", ["第二条第一号第一項", "二条", "第一号", "第二条イ", "第二条第一項（１）", "第一条第二条", ""]
)
def test_levels_out_of_order_are_refused(text: str) -> None:
    assert not is_provision(text)


def test_a_number_that_no_law_counts_to_is_left_alone() -> None:
    assert normalise_provision("第" + "9" * 5000 + "条") == "第" + "9" * 5000 + "条"


def test_digits_become_kanji_except_in_the_last_level() -> None:
    assert normalise_provision("第５０条第1項第2号イ(1)") == "第五十条第一項第二号イ（１）"


@pytest.mark.parametrize(
    ("provision", "labels", "shown"),
    [
        ("第二条", ("一", "ロ", "（１）"), "第二条第一号ロ（１）"),
        ("第二条第一項", ("三の二",), "第二条第一項第三号の二"),
        ("第二条第一号", ("イ",), "第二条第一号イ"),
        ("第二条", ("一", "(2)"), "第二条第一号（２）"),
        ("第二条", ("一", "ただし書"), "第二条第一号ただし書"),
        ("", ("一", "ロ"), "指定基準「X」一ロ"),
        ("", (), "指定基準「X」"),
    ],
)
def test_labels_join_the_provision(provision: str, labels: tuple[str, ...], shown: str) -> None:
    header = Header(name="X", keyword="指定基準", provision=(provision,) if provision else ())
    assert provision_label(header, labels) == shown


def test_every_labelled_part_is_found_with_its_way_in() -> None:
    inner = Or(parts=(Part(body=YES, label="イ"), Part(body=YES, label="ロ")))
    formula = Except(
        body=Not(body=And(parts=(Part(body=inner, label="一"), Part(body=YES)))),
        exceptions=(Part(body=YES),),
    )
    labels = [part.labels for part in labelled_parts(formula)]
    assert labels == [("一",), ("一", "イ"), ("一", "ロ"), ("ただし書",)]


def test_a_part_stands_where_it_was_written_and_else_where_its_body_was() -> None:
    part, body = Span("a", 1, 2), Span("a", 3, 4)
    formula = And(
        parts=(
            Part(body=Truth(value=True, span=body), label="一", span=part),
            Part(body=Truth(value=True, span=body), label="二"),
        )
    )
    assert [each.span for each in labelled_parts(formula)] == [part, body]
