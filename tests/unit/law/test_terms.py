"""Protects: defined terms are found with how far they hold."""

from __future__ import annotations

import pytest
from tests.unit.law.reading import codes, law, told

from regcheck.law.references import Follower
from regcheck.law.terms import Made, Terms, covers, defined_terms, uses_of

BODY = """
      第一章　総則

第一条　設備を運営する者（以下「運営者」という。）は、次に掲げる書類（以下この条において「書類」という。）を作る。
  一　計画（ロ及び次条第一号において「運営計画」という。）
    ロ　その写し
第二条　この章において「供給者」とは、部品を供給する者をいう。
  一　運営計画

      第二章　雑則

第三条　監督者（法第一条に規定する監督者をいう。以下同じ。）は、委託（第一条に規定する委託をいう。）をする。
２　前項の監督者は、「部品（以下「除外品」という。）」とあるのを読み替える。
"""


def terms() -> Terms:
    read = law(BODY)
    return defined_terms(read, Follower(read).references())


def test_how_terms_are_made() -> None:
    assert [(one.name, one.made) for one in terms().definitions] == [
        ("運営者", Made.SHORT),
        ("書類", Made.SHORT),
        ("運営計画", Made.SHORT),
        ("供給者", Made.MEANS),
        ("監督者", Made.BORROWED),
        ("委託", Made.BORROWED),
    ]


@pytest.mark.parametrize(
    ("name", "articles"),
    [
        ("運営者", {"1", "2", "3"}),
        ("書類", {"1"}),
        ("供給者", {"1", "2"}),
        ("監督者", {"1", "2", "3"}),
    ],
)
def test_where_terms_hold(name: str, articles: set[str]) -> None:
    found = terms()
    (made,) = found.by_name[name]
    assert {said.address.article for said in found.sentences if covers(made, said)} == articles


def test_a_term_that_holds_in_some_provisions() -> None:
    found = terms()
    (made,) = found.by_name["運営計画"]
    held = [str(said.address) for said in found.sentences if covers(made, said)]
    assert held == ["第一条第一項第一号", "第一条第一項第一号ロ", "第二条第一項第一号"]


def test_uses_are_words_of_their_own() -> None:
    read = law("第一条　設備（以下「特定設備」という。）は、特定設備等及び非特定設備を除き、特定設備とする。")
    found = defined_terms(read, ())
    assert [use.start for use in uses_of(found, "特定設備")] == [
        found.sentences[0].sentence.text.rindex("特定設備")
    ]


def test_a_list_of_meanings() -> None:
    read = law("""
第一条　次の各号に掲げる用語の意義は、当該各号に定めるところによる。
  一　運営者　設備を運営する者をいう。
  二　設備　病院の設備をいう。
""")
    assert [(one.name, one.made) for one in defined_terms(read, ()).definitions] == [
        ("運営者", Made.MEANS),
        ("設備", Made.MEANS),
    ]


@pytest.mark.parametrize("joint", ["又は", "若しくは", "及び", "並びに", "以外の"])
def test_what_joins_names_ends_a_name(joint: str) -> None:
    read = law(f"第一条　計画の書類（以下「計画書」という。）を作る。\n\n第二条　計画書{joint}写しを出す。\n")
    found = list(uses_of(defined_terms(read, Follower(read).references()), "計画書"))
    assert [use.said.address.article for use in found] == ["2"]


def test_a_longer_word_is_no_use() -> None:
    read = law("第一条　計画の書類（以下「計画書」という。）を作る。\n\n第二条　計画書類を出す。\n")
    assert not list(uses_of(defined_terms(read, Follower(read).references()), "計画書"))


def test_a_scope_may_name_items_of_the_same_list_by_their_letters() -> None:
    body = """
第一条　次の装置とする。
  一　次に掲げる機能を有する装置
    イ　自動車（ロ及び次条第一号において「事業用自動車」という。）の計画を作成する機能
    ロ　事業用自動車の現在地を確認する機能
    ハ　{}の状況を記録する機能

第二条　次の者とする。
  一　事業用自動車を保有する者
"""
    assert "RC747" not in codes(body.format("自動車"))
    assert ("RC747", "事業用自動車") in told(body.format("事業用自動車"))
    assert "RC747" not in codes(
        body.format("自動車").replace("ロ及び次条第一号において", "ロにおいて").replace("一　事業用", "一　")
    )
