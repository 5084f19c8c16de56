"""Lists of the same 区分 are held against each other: one missing member is told, other lists are left alone."""

from __future__ import annotations

from tests.corpus.test_corpus_proof import checked

HEAD = """区分　種類
  国、都道府県、市町村、学校法人、医療法人

対象　病院
  設置者：種類
  受託者：種類
  機能：種類の集合

"""


def missing(*items: str) -> list[str]:
    report = checked(HEAD + "\n".join(items))
    assert not any(d.code.id.startswith(("RC1", "RC2")) for d in report.diagnostics)
    return [d.payload.ja().headline for d in report.diagnostics if d.code.id == "RC313"]


def article(number: str, condition: str) -> str:
    return f"指定基準「基準{number}」：病院\n  条項　第{number}条\n  {condition}\n"


LONG = article("二", "設置者が国、都道府県又は市町村であること")
TOLD = "第二条が設置者について掲げる市町村が、第三条の列記にはありません"


def test_a_member_that_a_parallel_list_has_is_named_with_both_provisions() -> None:
    assert missing(LONG, article("三", "設置者が国又は都道府県であること")) == [TOLD]


def test_the_order_of_the_provisions_does_not_matter() -> None:
    short = article("一", "設置者が国又は市町村であること")
    assert missing(short, LONG) == ["第二条が設置者について掲げる都道府県が、第一条の列記にはありません"]


def test_a_list_with_an_item_for_each_member_is_a_list() -> None:
    lines = (
        "次の各号のいずれかに該当すること\n    一　設置者が国であること\n    二　設置者が都道府県であること"
    )
    assert missing(LONG, article("三", lines)) == [TOLD]


def test_equal_lists_and_lists_that_differ_in_more_are_left_alone() -> None:
    assert not missing(LONG, article("三", "設置者が市町村、国又は都道府県であること"))
    assert not missing(LONG, article("三", "設置者が国、都道府県又は医療法人であること"))
    assert not missing(LONG, article("三", "設置者が国であること"))
    assert not missing(
        article("二", "設置者が国、都道府県、市町村又は学校法人であること"),
        article("三", "設置者が国又は都道府県であること"),
    )


def test_lists_of_other_facts_are_left_alone() -> None:
    assert not missing(LONG, article("三", "受託者が国又は都道府県であること"))


def test_two_lists_in_one_provision_are_not_parallel() -> None:
    both = "次の各号のいずれかに該当すること\n    一　設置者が国、都道府県又は市町村であること"
    assert not missing(article("二", f"{both}\n    二　受託者が国又は都道府県であること"))


def test_members_of_a_set_are_a_list() -> None:
    long = article("二", "機能に国、都道府県又は市町村を含むこと")
    told = missing(long, article("三", "機能に国又は都道府県を含むこと"))
    assert told == ["第二条が機能について掲げる市町村が、第三条の列記にはありません"]
