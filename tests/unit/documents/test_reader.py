"""Protects: the reader takes printed words at their word. What no drafter would write is not read at all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.unit.documents.specs import criterion

from regcheck.documents.from_statutory import StatutoryReader, Unread
from regcheck.model.formula import (
    And,
    Applies,
    Comparator,
    Compare,
    Except,
    Fact,
    Holds,
    Number,
    Or,
    Part,
    Path,
)

SPEC = criterion("承認があること")
READER = StatutoryReader(SPEC)
HEAD = "基準は、次の各号のいずれにも該当することとする。"

APPROVED = Holds(path=Path(steps=("承認",)))


def _beds(op: Comparator, beds: int) -> Compare:
    return Compare(
        op=op, left=Fact(path=Path(steps=("病床数",))), right=Number(value=Fraction(beds), unit="床")
    )


def test_a_provision_is_read_as_a_formula() -> None:
    rule = READER.read_rule(
        [
            "基準は、次の各号のいずれかに該当することとする。ただし、承認があるものを除く。",
            "一　承認があること。",
            "二　病床数が四百床を超えること。",
        ],
        "病院",
    )
    assert (rule.name, rule.form) == ("基準", "criterion")
    listed = Or(parts=(Part(body=APPROVED, label="一"), Part(body=_beds(Comparator.GT, 400), label="二")))
    assert rule.body == Except(body=listed, exceptions=(Part(body=APPROVED),))


def test_labels_in_brackets_and_iroha_make_a_tree() -> None:
    rule = READER.read_rule(
        [
            HEAD,
            "一　次のいずれかに該当すること。",
            "イ　承認があること。",
            "ロ　特定機能病院に該当すること。",
        ],
        "病院",
    )
    term = Applies(term="特定機能病院", path=Path())
    inner = Or(parts=(Part(body=APPROVED, label="イ"), Part(body=term, label="ロ")))
    assert rule.body == And(parts=(Part(body=inner, label="一"),))


UNREADABLE = {
    "a label is missing": [HEAD, "一　承認があること。", "三　承認があること。"],
    "labels are swapped": [HEAD, "二　承認があること。", "一　承認があること。"],
    "a level is jumped over": [HEAD, "イ　承認があること。"],
    "a line below is not spoken of": ["基準は、承認があることとする。", "一　承認があること。"],
    "nothing stands below": [HEAD],
    "各号 are spoken of below a 号": [HEAD, "一　次の各号のいずれかに該当すること。", "イ　承認があること。"],
    "the name is unknown": ["基準は、面積が四百床以上であることとする。"],
    "the term is unknown": ["基準は、「小さな病院」に該当することとする。"],
    "the member is unknown": ["基準は、災害拠点が「三次」であることとする。"],
    "又は and かつ are mixed": [
        "基準は、承認があり、かつ、承認があり、又は病床数が四百床以上であることとする。"
    ],
    "a clause ends the sentence too early": [
        "基準は、承認がある、かつ、病床数が四百床以上であることとする。"
    ],
    "若しくは stands without 又は": ["基準は、都道府県が「東京都」若しくは「大阪府」であることとする。"],
    "a denial of A又はB is open to two readings": [
        "基準は、都道府県が「東京都」又は「大阪府」でないこととする。"
    ],
    "a number is compared like a day": ["基準は、病床数が四百床以後であることとする。"],
    "a day is compared like a number": ["基準は、承認日が令和二年四月一日以上であることとする。"],
    "there is no such day": ["基準は、承認日が令和二年二月三十日以後であることとする。"],
    "一千 is no statutory numeral": ["基準は、病床数が一千床以上であることとする。"],
    "a range has two lower limits": ["基準は、病床数が四百床以上六百床を超えることとする。"],
    "the authority is another": ["基準は、病院が「特に必要」と認めることとする。"],
    "a sum over one 号 too many": [HEAD, "一　承認があること。", "二　承認があり。"],
}


@pytest.mark.parametrize("lines", UNREADABLE.values(), ids=UNREADABLE.keys())
def test_what_is_not_read(lines: list[str]) -> None:
    with pytest.raises(Unread):
        READER.read_rule(lines, "病院")


def test_the_reader_says_where_it_stopped() -> None:
    with pytest.raises(Unread) as failure:
        READER.read_rule(["基準は、病床数が四百床程度であることとする。"], "病院")
    assert failure.value.near.startswith("程度")
