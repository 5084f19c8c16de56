"""Protects: every expression for a provision is found, read where it stands, and followed to what it names."""

from __future__ import annotations

import pytest
from tests.unit.law.reading import law, references

from regcheck.law.cited import cited
from regcheck.law.law_names import LawName, Library
from regcheck.law.references import Follower, Reference, Status
from regcheck.law.tree import Law

ACT = """試験法
（令和四年法律第一号）

第一条　甲とする。
２　乙とする。
  一　丙
  二　丁
    イ　戊
３　己とする。
第二条　庚とする。ただし、辛を除く。

      附　則

第一条　壬とする。
  一　癸
"""


def act() -> Law:
    return law(ACT.split("\n\n", 1)[1], head=ACT.split("\n\n", 1)[0] + "\n\n", file="試験法.law.txt")


BODY = """
第一条　甲とする。
２　乙とする。
  一　丙
  二　丁
    イ　戊
    ロ　己
  三　庚
  四　辛
３　壬とする。

第二条　癸とする。

第三条　"""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("第一条第二項第二号イに掲げる設備とする。", [("第一条第二項第二号イ", "第一条第二項第二号イ")]),
        ("第一条第二項第一号、第二号及び第四号に掲げる設備とする。",
         [("第一条第二項第一号", "第一条第二項第一号"), ("第二号", "第一条第二項第二号"), ("第四号", "第一条第二項第四号")]),
        ("第一条第二項第二号イ及びロに掲げる設備とする。",
         [("第一条第二項第二号イ", "第一条第二項第二号イ"), ("ロ", "第一条第二項第二号ロ")]),
        ("第一条第一項及び第三項並びに前条の規定による。",
         [("第一条第一項", "第一条第一項"), ("第三項", "第一条第三項"), ("前条", "第二条")]),
        ("前二条の規定による。", [("前二条", "第一条・第二条")]),
        ("第一条第二項各号に掲げる設備とする。", [("第一条第二項各号", "第一条第二項第*号")]),
        ("第一条第二項（第一号に係る部分に限る。）の規定による。",
         [("第一条第二項", "第一条第二項"), ("第一号", "第一条第二項第一号")]),
        ("第一条（この条において「甲」という。）の規定による。", [("第一条", "第一条"), ("この条", "第三条")]),
        ("第一条第二項の届出は、同項第三号に掲げる設備とする。",
         [("第一条第二項", "第一条第二項"), ("同項第三号", "第一条第二項第三号")]),
        ("第一条（第二条に規定する甲をいう。）の届出は、同条第三項による。",
         [("第一条", "第一条"), ("第二条", "第二条"), ("同条第三項", "第一条第三項")]),
        ("「第九十九条」とあるのは、「第一条」とする。", []),
        ("令和五年厚生労働省令第三号の例による。", []),
    ],
)  # fmt: skip
def test_what_expressions_mean(sentence: str, expected: list[tuple[str, str]]) -> None:
    found = [one for one in references(BODY + sentence) if one.said.address.article == "3"]
    assert _named(found) == expected
    assert all(one.status is Status.FOUND for one in found)


def _named(found: list[Reference]) -> list[tuple[str, str]]:
    told = []
    for one in found:
        targets = [f"{target.up}第*号" if target.items == ("*",) else str(target) for target in one.targets]
        told.append((one.text, "・".join(targets)))
    return told


def test_neighbours_in_their_own_list() -> None:
    found = references("""
第一条　甲とする。
２　前項の規定は、次の場合に準用する。
  一　次号に掲げる場合
  二　前号に掲げる場合
    イ　前号の場合
    ロ　イに掲げる場合
  三　前二号及び前各号に掲げる場合
""")
    assert _named(found) == [
        ("前項", "第一条第一項"),
        ("次号", "第一条第二項第二号"),
        ("前号", "第一条第二項第一号"),
        ("前号", "第一条第二項第一号"),
        ("イ", "第一条第二項第二号イ"),
        ("前二号", "第一条第二項第一号・第一条第二項第二号"),
        ("前各号", "第一条第二項第一号・第一条第二項第二号"),
    ]


def test_lone_labels_below_a_number() -> None:
    found = references("""
第一条　次の者とする。
  一　次に掲げる者
    イ　融資（以下ロにおいて「資金」という。）を受けた者
    ロ　その他の者等イに掲げる者に準ずる者
      （１）　イからハまでに定める者
      （２）　（１）に掲げる者
    ハ　イ号機の運転者
""")
    assert _named(found) == [
        ("ロ", "第一条第一項第一号ロ"),
        ("イ", "第一条第一項第一号イ"),
        ("イ", "第一条第一項第一号イ"),
        ("ハ", "第一条第一項第一号ハ"),
        ("（１）", "第一条第一項第一号ロ（１）"),
    ]


def test_a_proviso_takes_up_what_its_sentence_named() -> None:
    found = references("第一条　第二条第一項の届出をする。ただし、同項の期間を除く。\n\n第二条　乙とする。")
    assert [(one.text, one.status) for one in found] == [
        ("第二条第一項", Status.FOUND),
        ("同項", Status.FOUND),
    ]


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("第四条の規定による。", "第四条"),
        ("第一条第四項の規定による。", "第一条第四項"),
        ("第一条第二項第五号に掲げる設備とする。", "第一条第二項第五号"),
        ("第一条第二項第二号ハに掲げる設備とする。", "第一条第二項第二号ハ"),
        ("第一条第二項第一号から第六号までに掲げる設備とする。", "第一条第二項第六号"),
        ("第二条各号に掲げる設備とする。", "第二条"),
        ("第一条第一号に掲げる設備とする。", "第一条第一号"),  # which of its 項
        ("同項の規定による。", ""),
        ("次条の規定による。", ""),
        ("第二条ただし書の規定による。", "第二条ただし書"),
        ("第一条第一項後段の規定による。", "第一条第一項後段"),
        ("第一条第三項各号列記以外の部分の規定による。", "第一条第三項各号列記以外の部分"),
        ("別表第一の上欄による。", "別表第一"),
        ("様式第二による。", "様式第二"),
    ],
)
def test_what_is_not_there_is_missing(sentence: str, missing: str) -> None:
    found = [one for one in references(BODY + sentence) if one.status is Status.MISSING]
    assert found
    told = found[0].missing
    assert (str(told.up if told.items == ("*",) else told) if told else "") == missing


def test_parts_that_are_there() -> None:
    found = references(
        "第一条　甲とする。この場合において、乙とする。ただし、丙を除く。\n  一　丁\n\n"
        "第二条　前条ただし書、前条後段及び前条各号列記以外の部分の規定による。"
    )
    assert [(one.tail, one.status) for one in found] == [
        ("ただし書", Status.FOUND),
        ("後段", Status.FOUND),
        ("各号列記以外の部分", Status.FOUND),
    ]


def test_the_inside_of_a_range_has_to_be_there() -> None:
    body = "第一条　次のものとする。\n  一　甲\n  三　乙\n\n第二条　前条第一号から第三号までによる。"
    (miss,) = [one for one in references(body) if one.status is Status.MISSING]
    assert str(miss.missing) == "第一条第二号"


def test_what_is_listed_is_no_range() -> None:
    found = references("第一条　次のものとする。\n  一　甲\n  三　乙\n\n第二条　前条第一号及び第三号による。")
    assert {one.status for one in found} == {Status.FOUND}
    assert [str(one.range_from) for one in found if one.range_from] == []


def test_relative_and_absolute() -> None:
    found = references("第一条　甲とする。\n\n第二条　前条、第一条及び同条の規定による。")
    assert [one.is_relative for one in found] == [True, False, True]


def test_other_laws_are_followed_by_number_short_name() -> None:
    found = references(
        """
第一条　試験法（令和四年法律第一号。以下「法」という。）第一条第二項第二号イに掲げる設備とする。
第二条　法第一条第一項及び第三項並びに同法第二条ただし書並びに法附則第一条第一号による。
第三条　法第二条第二項及び商法第十条による。
""",
        act(),
    )
    assert [(one.text, one.status.value, one.law.number if one.law else None) for one in found] == [
        ("第一条第二項第二号イ", "found", "令和四年法律第一号"),
        ("第一条第一項", "found", "令和四年法律第一号"),
        ("第三項", "found", "令和四年法律第一号"),
        ("第二条ただし書", "found", "令和四年法律第一号"),
        ("附則第一条第一号", "found", "令和四年法律第一号"),
        ("第二条第二項", "missing", "令和四年法律第一号"),
        ("第十条", "elsewhere", ""),
    ]
    assert found[3].tail == "ただし書"
    assert found[-1].law == LawName(name="商法")


def test_a_law_that_is_not_at_hand_is_elsewhere() -> None:
    (found,) = references("第一条　試験法（令和四年法律第一号）第九十九条による。")
    assert found.status is Status.ELSEWHERE


def test_the_law_itself_by_its_name() -> None:
    (found,) = Follower(act(), Library.of([act()])).of_sentence(
        next(iter(references("第一条　試験法第一条による。", act()))).said
    )
    assert (found.law, found.status) == (None, Status.FOUND)


def test_a_name_that_holds_a_number_is_no_reference() -> None:
    assert not list(cited("第四号施行日前においても、", in_item=False))


def test_the_supplement_of_an_amendment_speaks_of_the_amending_law() -> None:
    found = references("""
第一条　甲とする。

      附　則

この省令は、公布の日から施行する。

      附　則　（令和九年厚生労働省令第一号）

第一条　附則第八条及び第九条の規定は、公布の日から施行する。
""")
    assert {one.status for one in found} == {Status.ELSEWHERE}


def test_the_words_of_a_reference_are_pointed_at() -> None:
    (found,) = references("第一条　第九条の規定による。")
    assert found.span.end - found.span.start == len("第九条")


def test_all_items_of_a_list_have_a_written_form() -> None:
    (found,) = references(
        "第一条　次条各号に掲げる設備とする。\n\n第二条　次のとおりとする。\n  一　甲\n  二　乙"
    )
    assert [str(target) for target in found.targets] == ["第二条各号"]
