"""Protects: 句点, the order inside a bracket, 柱書 with their items, ranges, terms that the Act has made: each slip, and what is in order."""

from __future__ import annotations

import pytest
from tests.unit.law.reading import codes, law, told

from regcheck.law.lints import lint
from regcheck.law.tree import Law

# ------------------------------------------------------------ 句点


@pytest.mark.parametrize(
    ("body", "slip"),
    [
        ("第一条　病院に適用する", "病院に適用する"),
        ("第一条　甲とする。\n２　乙とする", "乙とする"),
        ("第一条　次のとおりとする。\n  一　四百以上であること", "四百以上であること"[-8:]),
        ("第一条　次のとおりとする。\n  一　届け出たとき（休日の場合を除く。）", "の場合を除く。）"),
        ("第一条　次のとおりとする。\n  一　病院。", "病院。"),
        ("第一条　次のとおりとする。\n  一　病院。ただし、国の病院を除く", "だし、国の病院を除く"[-8:]),
        ("第一条　次のとおりとする。\n  一　救急を行うもの。", "救急を行うもの。"),
        ("第一条　区分に応じ、次に定めるとおりとする。\n  一　病院　手術設備。", "手術設備。"),
        (
            "第一条　甲とする。\n\n      附　則\n\nこの省令は、公布の日から施行する",
            "公布の日から施行する"[-8:],
        ),
    ],
)
def test_a_full_stop_that_is_missing_or_too_many(body: str, slip: str) -> None:
    assert told(body) == [("RC768", slip)]


@pytest.mark.parametrize(
    "body",
    [
        "第一条　削除",
        "第一条　次のとおりとする。\n  一　病院。ただし、国の病院を除く。\n  二　診療所",
        "第一条　次のとおりとする。\n  一　病院を開設した場合。\n  二　届け出た時。",
        "第一条　区分に応じ、次に定めるとおりとする。\n  一　開設したとき　十日\n  二　廃止したとき　五日",
        "第一条　次のとおりとする。\n  一　病院（国の病院を除く。）\n  二　診療所",
        "第一条　次のとおりとする。\n  一　次のいずれかに該当すること。\n    イ　四百以上であること。\n    ロ　百未満であること。",
    ],
)
def test_full_stops_in_order(body: str) -> None:
    assert "RC768" not in codes(body)


# ------------------------------------------------------------ the order inside a bracket

NAMED = "第一条　病院（{}）の開設者は、届け出る。特定病院の管理者は、記録する。"


def test_a_restriction_behind_the_name() -> None:
    late = NAMED.format("以下「特定病院」という。国の病院を除く。")
    assert told(late) == [("RC739", "国の病院を除く。")]
    same = (
        "第一条　病院（法第一条に規定する病院をいう。以下この条において同じ。国の病院を除く。）は、届け出る。"
    )
    assert ("RC739", "国の病院を除く。") in told(same)


@pytest.mark.parametrize(
    "inside",
    [
        "国の病院を除く。以下「特定病院」という。",
        "国の病院を除き、県の病院に限る。以下「特定病院」という。",
        "以下「特定病院」という。",
        "国の病院（県の病院（分院を含む。以下同じ。）を除く。）を除く。以下「特定病院」という。",
    ],
)
def test_brackets_in_order(inside: str) -> None:
    assert "RC739" not in codes(NAMED.format(inside))


def test_words_of_another_text_may_stand_in_any_order() -> None:
    assert (
        codes("第一条　「（以下「甲」という。乙を除く。）」とあるのは、「（乙を除く。）」とする。") == set()
    )


# ------------------------------------------------------------ a 柱書 and its items


@pytest.mark.parametrize(
    ("body", "slip"),
    [
        ("第一条　次の各号のいずれにも該当する病院とする。", "次の各号"),
        ("第一条　病院（次に掲げるものを除く。）とする。", "次に掲げる"),
        (
            "第一条　次のとおりとする。\n  一　次のいずれかに該当すること。\n  二　乙であること。",
            "次のいずれ",
        ),
        ("第一条　区分に応じ、次の各号に定めるとおりとする。\n  一　病院　次に掲げる設備", "次に掲げる"),
    ],
)
def test_items_that_have_been_lost(body: str, slip: str) -> None:
    assert ("RC737", slip) in told(body)


def test_items_that_nothing_announces() -> None:
    assert told("第一条　病院とする。\n  一　甲\n  二　乙") == [("RC736", "病院とする。")]


@pytest.mark.parametrize(
    "body",
    [
        "第一条　「次の各号」とあるのは、「次に掲げるもの」とする。",
        "第一条　次に掲げるとおりとする。\n\n  * - 甲\n    - 乙",
        "第一条　病院が各号の一に該当するときは、届け出る。\n  一　甲\n  二　乙",
        "第一条　第二条各号に掲げる書類による。\n\n第二条　次の書類とする。\n  一　甲\n  二　乙",
    ],
)
def test_items_in_order(body: str) -> None:
    assert not {"RC736", "RC737"} & codes(body)


# ------------------------------------------------------------ both commas of かつ


def test_either_comma_may_be_missing() -> None:
    assert told("第一条　監視しかつ、制御する。") == [("RC752", "かつ、")]
    assert told("第一条　監視し、かつ制御する。") == [("RC752", "、かつ")]
    assert told("第一条　包括的かつ集中的に、なおかつ、（かつ、制御する。）監視する。") == []


# ------------------------------------------------------------ terms of the Act

ACT = """
第一条　この法律において「特定設備」とは、病院の設備をいう。
２　特定設備を設ける者（以下この条において「設置者」という。）は、主務省令で定める事項を届け出る。設置者は、記録する。
"""
OWN = """
第一条　試験法（令和四年法律第一号。以下「法」という。）第一条第二項の主務省令で定める事項は、名称とする。

第二条　{}を設ける者は、法第一条第二項の届出に記録を添える。
２　特定設備は、保存する。
"""


def act() -> Law:
    return law(ACT, head="試験法\n（令和四年法律第一号）\n\n", file="法.law.txt")


def test_a_term_that_the_act_has_made() -> None:
    assert told(OWN.format("手術の装置（以下「特定設備」という。）"), act()) == [("RC769", "特定設備")]


@pytest.mark.parametrize(
    "words",
    [
        "法第一条第一項に規定する特定設備（以下「特定設備」という。）",
        "特定設備（法第一条第一項に規定する特定設備をいう。以下同じ。）",
        "設備（「特定設備」とは、法第一条第一項に規定する特定設備をいう。）",
        "特定設備",
    ],
)
def test_a_term_that_is_taken_up(words: str) -> None:
    assert "RC769" not in codes(OWN.format(words), act())


def test_a_name_that_holds_in_one_article_of_the_act_is_free() -> None:
    body = OWN.format("病院（以下「設置者」という。）").replace("特定設備は", "設置者は")
    assert "RC769" not in codes(body, act())


def test_without_the_act_nothing_is_said_of_its_terms() -> None:
    assert "RC769" not in codes(OWN.format("手術の装置（以下「特定設備」という。）"))


# ------------------------------------------------------------ how far the provisions go


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("第九条", "あるのは第二条までです。"),
        ("第二条第四項", "あるのは第二条第二項までです。"),
        ("第二条第一項第三号", "あるのは第二条第一項第二号までです。"),
        ("第九条第二項第一号", "あるのは第二条までです。"),
        ("別表第二", ""),
        ("同項", ""),
    ],
)
def test_a_reference_to_nothing_is_told_with_what_there_is(words: str, last: str) -> None:
    body = f"第一条　{words}の規定による。\n\n第二条　次のとおりとする。\n  一　甲\n  二　乙\n２　丙とする。"
    (found,) = [one for one in lint(law(body)) if one.code.id == "RC740"]
    assert found.payload.ja().advice.partition("条を挿入し")[0].partition("前に同じ")[0] == last


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("次条第一項第三号から第一号まで", True),
        ("次条第一項第二号から第二号まで", True),
        ("第三条から第二条まで", True),
        ("第二条第二項から第一項まで", True),
        ("次条第一項第一号から第三号まで", False),
        ("第二条から第三条まで", False),
        ("第二条第一項から第二項まで", False),
    ],
)
def test_a_range_runs_forwards(words: str, found: bool) -> None:
    body = f"第一条　{words}による。\n\n第二条　次のとおりとする。\n  一　甲\n  二　乙\n  三　丙\n２　丁とする。\n\n第三条　戊とする。"
    assert ("RC735" in codes(body)) is found
