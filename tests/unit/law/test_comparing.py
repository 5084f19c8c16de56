"""Protects: provisions are paired by what they say; the table has a row for each pair and leaves out what nothing touches;
references that moved are listed, and those left behind are found."""

from __future__ import annotations

import pytest
from tests.unit.law.reading import law

from regcheck.law.comparing import Comparison, compare
from regcheck.law.comparing.faces import Face, shown_words
from regcheck.law.comparing.findings import findings
from regcheck.law.comparing.marking import changes, marked_pair
from regcheck.law.comparing.tokens import tokens
from regcheck.law.words import Drawn, Mark, Words, runs_of
from regcheck.source.numerals import to_kanji

BASE = """
  （届出）
第一条　届出は、第三条の様式による。

  （公表）
第二条　厚生労働大臣は、前条の届出を公表する。

  （様式）
第三条　様式は、次に掲げる事項を記載したものとする。
  一　届出をする者の氏名
  二　届出をする者の住所
  三　届出の日
２　前項の様式は、日本産業規格とする。

      附則

この省令は、公布の日から施行する。
"""


def compared(new: str, old: str = BASE) -> Comparison:
    return compare(law(old), law(new))


def shown(face: Face | None) -> str:
    """A side of a row: ［ ］ around what is underlined."""
    if face is None:
        return ""
    said = (
        "".join(f"［{r.text}］" if is_lined(r.marks) else r.text for r in runs_of(w))
        for w in shown_words(face)
    )
    return "　".join(said) + ("（略）" if face.is_left_out else "")


def is_lined(marks: tuple[Mark, ...]) -> bool:
    return any(mark.drawn is Drawn.LINE for mark in marks)


def table(comparison: Comparison) -> list[tuple[str, str]]:
    """(改正後, 改正前) of every row that is printed."""
    return [(shown(row.new), shown(row.old)) for row in comparison.rows if row.is_printed]


# ------------------------------------------------------------ pairs and rows


def test_an_inserted_article_is_added_and_those_after_it_change_their_numbers_only() -> None:
    new = BASE.replace(
        "  （様式）\n第三条", "  （手数料）\n第三条　手数料は、無料とする。\n\n  （様式）\n第四条"
    )
    new = new.replace("第三条の様式", "第四条の様式")
    assert table(compared(new)) == [
        (
            "（届出）　第一条　届出は、［第四条］の様式による。",
            "（届出）　第一条　届出は、［第三条］の様式による。",
        ),
        ("第二条（略）", "第二条（略）"),
        ("［（手数料）］　［第三条］　［手数料は、無料とする。］", ""),
        ("［第四条］（略）", "［第三条］（略）"),
        ("附則（略）", "附則（略）"),
    ]


def test_a_removed_item_stands_alone_and_the_next_takes_its_number() -> None:
    new = BASE.replace("  二　届出をする者の住所\n  三　届出", "  二　届出")
    assert table(compared(new)) == [
        ("第一条・第二条（略）", "第一条・第二条（略）"),
        ("（様式）　第三条（略）", "（様式）　第三条（略）"),
        ("一（略）", "一（略）"),
        ("", "［二］　［届出をする者の住所］"),
        ("［二］（略）", "［三］（略）"),
        ("２（略）", "２（略）"),
        ("附則（略）", "附則（略）"),
    ]


def test_an_item_that_says_something_else_under_its_number_is_rewritten() -> None:
    new = BASE.replace("三　届出の日", "三　手数料")
    assert ("三　［手数料］", "三　［届出の日］") in table(compared(new))


def test_an_article_is_known_by_its_caption_when_its_words_are_all_new() -> None:
    new = BASE.replace("厚生労働大臣は、前条の届出を公表する。", "官報に掲載して行う。")
    rows = table(compared(new))
    assert (
        "（公表）　第二条　［官報に掲載して行う］。",
        "（公表）　第二条　［厚生労働大臣は、前条の届出を公表する］。",
    ) in rows


def test_another_article_under_a_number_is_no_version_of_the_one_that_had_it() -> None:
    new = BASE.replace("（公表）", "（手数料）").replace(
        "厚生労働大臣は、前条の届出を公表する。", "無料とする。"
    )
    rows = table(compared(new))
    assert ("", "［（公表）］　［第二条］　［厚生労働大臣は、前条の届出を公表する。］") in rows
    assert ("［（手数料）］　［第二条］　［無料とする。］", "") in rows


def test_a_new_first_paragraph_moves_the_old_one_down() -> None:
    new = BASE.replace("第二条　厚生", "第二条　届出は、公表する。\n２　厚生")
    rows = table(compared(new))
    assert ("（公表）　第二条　［届出は、公表する。］", "") in rows
    assert ("［２］（略）", "（公表）　第二条（略）") in rows


def test_an_article_that_moves_past_others_is_removed_here_and_added_there() -> None:
    first, second, third = BASE.strip("\n").split("\n\n")[:3]
    moved = "\n\n".join((second, third, first.replace("第三条", "第二条").replace("第一条", "第三条")))
    comparison = compared(moved.replace("第二条　厚", "第一条　厚").replace("第三条　様", "第二条　様"))
    assert [(str(move.old.address), str(move.new.address)) for move in comparison.moves] == [
        ("第一条", "第三条")
    ]
    assert ("［（届出）］　［第三条］　［届出は、第二条の様式による。］", "") in table(comparison)
    assert ("", "［（届出）］　［第一条］　［届出は、第三条の様式による。］") in table(comparison)


def test_of_two_that_are_alike_each_keeps_its_own_partner() -> None:
    old = "第一条　甲は、病床の数が四百以上であること。\n\n第二条　乙は、病床の数が四百以上であること。\n"
    new = "第一条　乙は、病床の数が四百以上であること。\n"
    assert table(compared(new, old)) == [
        ("", "［第一条］　［甲は、病床の数が四百以上であること。］"),
        ("［第一条］（略）", "［第二条］（略）"),
    ]


def test_a_chapter_put_in_above_an_article_leaves_the_article_alone() -> None:
    old = "      第一章　総則\n\n第一条　甲とする。\n\n第二条　乙とする。\n"
    new = "      第一章　総則\n\n第一条　甲とする。\n\n      第二章　雑則\n\n第二条　乙とする。\n"
    assert table(compared(new, old)) == [
        ("第一条（略）", "第一条（略）"),
        ("［第二章　雑則］", ""),
        ("第二条（略）", "第二条（略）"),
    ]


ANNEX = """
第一条　別表のとおりとする。

# 別表（第一条関係）

  * * 設備
    * 内容
  * - 手術設備
    - 手術台
  * - 検査設備
    - 検査台
"""


def test_rows_of_a_table_are_units_of_their_own() -> None:
    new = ANNEX.replace("検査台", "検査台及び測定器").replace(
        "  * - 手", "  * - 監視設備\n    - 画面\n  * - 手"
    )
    assert table(compared(new, ANNEX)) == [
        ("第一条（略）", "第一条（略）"),
        ("別表（第一条関係）", "別表（第一条関係）"),
        ("設備　内容", "設備　内容"),
        ("［監視設備］　［画面］", ""),
        ("（略）", "（略）"),
        ("検査設備　検査台［及び測定器］", "検査設備　検査台"),
    ]


def test_equal_texts_have_no_rows_to_read() -> None:
    comparison = compared(BASE)
    assert comparison.is_same
    assert table(comparison) == [
        ("第一条～第三条（略）", "第一条～第三条（略）"),
        ("附則（略）", "附則（略）"),
    ]


# ------------------------------------------------------------ words


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ("前項の規定により", "前項第一号の規定により", [("前項", "前項第一号")]),
        ("法第五十条第一項の基準", "法第五十一条第一項の基準", [("第五十条第一項", "第五十一条第一項")]),
        ("病床の数が四百以上であること。", "病床の数が八百以上であること。", [("四百", "八百")]),
        ("百分の二十五以上である", "百分の五十以上である", [("分の二十五", "分の五十")]),
        ("届出を行う者", "届出を行わせる者", [("行う", "行わせる")]),
        ("登録を受けた病院", "認定を受けた病院", [("登録", "認定")]),
        ("病院の開設者に限る。", "特定病院の主たる開設者に限る。", [("病院の", "特定病院の主たる")]),
        (
            "この省令は、公布の日から施行する。",
            "この省令は、公布の日から施行する。ただし、第二条は除く。",
            [("", "ただし、第二条は除く。")],
        ),
        ("同じ文である。", "同じ文である。", []),
    ],
)
def test_whole_words_are_underlined(old: str, new: str, wanted: list[tuple[str, str]]) -> None:
    assert [(old[a:b], new[c:d]) for (a, b), (c, d) in changes(old, new)] == wanted


def test_the_words_of_a_text_are_the_text() -> None:
    text = "令和八年四月一日から起算して三十日を経過する日までに、前項第一号に掲げる病院であって、ＡＢＣ１２．３％のもの"
    assert "".join(tokens(text)) == text
    assert {"令和", "八", "三十", "前項第一号", "掲げる", "病院", "であって", "１２．３"} <= set(tokens(text))


def test_a_text_of_which_little_is_left_is_underlined_whole() -> None:
    old, new = "甲は、乙に、丙を、届け出る。", "丁が、戊へ、己で、申し出た。"
    assert changes(old, new) == [((0, len(old)), (0, len(new)))]


def test_lines_of_another_amendment_give_way_and_readings_are_underlined_whole() -> None:
    old = Words("埠頭の設備", (Mark(0, 2, Drawn.LINE, "solid"),))
    new = Words("埠頭の装置", (Mark(3, 5, Drawn.RUBY, "そうち"),))
    (one,), (other,) = marked_pair([old], [new])
    assert one.marks == (Mark(3, 5, Drawn.LINE, "solid"),)
    assert other.marks == (Mark(3, 5, Drawn.LINE, "solid"), Mark(3, 5, Drawn.RUBY, "そうち"))


# ------------------------------------------------------------ references


INSERTED = (
    BASE.replace(
        "  （公表）\n第二条　厚生労働大臣は、前条",
        "  （手数料）\n第二条　手数料は、無料とする。\n\n  （公表）\n第三条　厚生労働大臣は、{before}",
    )
    .replace("  （様式）\n第三条", "  （様式）\n第四条")
    .replace("、第三条の様式", "、{form}の様式")
)


def left_behind(comparison: Comparison) -> list[tuple[str, str]]:
    return [(d.code.id, d.provisions[0]) for d in findings(comparison)]


def test_references_that_follow_their_provision_are_listed() -> None:
    comparison = compared(INSERTED.format(form="第四条", before="第一条"))
    assert left_behind(comparison) == []
    moved = comparison.references.moved
    assert [(str(one.place), one.old, one.new, str(one.target), str(one.destination)) for one in moved] == [
        ("第一条第一項", "第三条", "第四条", "第三条", "第四条"),
        ("第三条第一項", "前条", "第一条", "第一条", "第一条"),
    ]


def test_a_reference_that_kept_the_old_number_is_found() -> None:
    comparison = compared(INSERTED.format(form="第三条", before="第一条"))
    (found,) = findings(comparison)
    assert (found.code.id, found.provisions) == ("RC770", ("第一条第一項",))
    assert "改正前の第三条を指していたが、それは第四条に移り、今は第三条を指す" in found.payload.ja().headline
    assert found.place is not None


def test_a_relative_reference_is_left_behind_by_what_is_put_in_before_it() -> None:
    assert left_behind(compared(INSERTED.format(form="第四条", before="前条"))) == [("RC770", "第三条第一項")]


def test_a_reference_to_what_was_removed_is_found() -> None:
    new = BASE[: BASE.index("  （様式）")]
    assert left_behind(compared(new)) == [("RC771", "第一条第一項")]


def test_a_new_reference_to_the_old_number_is_no_slip() -> None:
    """「第三条」 is put in on purpose beside the one that moved to 第四条."""
    comparison = compared(INSERTED.format(form="第三条及び第四条", before="第一条"))
    assert left_behind(comparison) == []


def test_the_articles_named_above_a_table_are_references_too() -> None:
    new = ANNEX.replace("第一条　別", "第一条　目的とする。\n\n第二条　別")
    assert left_behind(compared(new, ANNEX)) == [("RC770", "別表の関係条")]


def test_references_into_other_laws_are_theirs() -> None:
    old = "第一条　医療法（昭和二十三年法律第二百五号）第二条の病院とする。\n\n第二条　甲とする。\n"
    new = old.replace("第二条　甲", "第二条　乙を丙とする。\n\n第三条　甲")
    assert left_behind(compared(new, old)) == []


FORMS = """
第一条　届出は、様式第一による。

第二条　変更の届出は、様式第二による。

# 様式第一（一）　届出書（第一条関係）

  <Fig src="./pict/様式第一（一）.pdf"/>

# 様式第一（二）　届出書（第一条関係）

  <Fig src="./pict/様式第一（二）.pdf"/>

# 様式第二　変更の届出書（第二条関係）

  <Fig src="./pict/様式第二.pdf"/>
"""


def test_references_to_forms_follow_their_numbers() -> None:
    assert left_behind(compared(FORMS, FORMS)) == []
    new = FORMS.replace("様式第二", "様式第三").replace("様式第一", "様式第二")
    new = new.replace(
        "# 様式第二（一）", '# 様式第一　目録\n\n  <Fig src="./pict/様式第一.pdf"/>\n\n# 様式第二（一）'
    )
    comparison = compared(new, FORMS)
    assert left_behind(comparison) == []
    moved = [(one.old, one.new, str(one.destination)) for one in comparison.references.moved]
    assert moved == [("様式第一", "様式第二", "様式第二"), ("様式第二", "様式第三", "様式第三")]
    forgotten = compared(new.replace("届出は、様式第三", "届出は、様式第二"), FORMS)
    assert left_behind(forgotten) == [("RC770", "第二条第一項")]


def test_references_that_change_places_are_no_slip() -> None:
    old = "第一条　第二条の届出及び第三条の様式とする。\n\n第二条　甲とする。\n\n第三条　乙とする。\n"
    new = old.replace("第二条の届出及び第三条の様式", "第三条の様式及び第二条の届出")
    assert left_behind(compared(new, old)) == []


def test_a_relative_reference_that_has_lost_what_it_named_is_found() -> None:
    old = "第一条　甲とする。\n\n第二条　前条の甲を公表する。\n"
    assert left_behind(compared("第一条　前条の甲を公表する。\n", old)) == [("RC771", "第一条第一項")]


def test_what_goes_on_with_a_reference_left_behind_is_not_told_again() -> None:
    old = "第一条　第三条第一項及び第二項の届出とし、同項の様式による。\n\n第二条　甲とする。\n\n第三条　乙とする。\n２　丙とする。\n"
    new = old.replace("第三条　乙", "第三条　新たに丁を定める。\n\n第四条　乙")
    (found,) = findings(compared(new, old))
    assert found.annotations[0].label == "第三条第一項"


def test_a_large_law_is_paired_between_the_articles_that_stayed() -> None:
    def body(numbers: list[int]) -> str:
        said = (f"その{to_kanji(n)}の届出は、様式{to_kanji(n * 7)}による。" for n in numbers)
        return "\n\n".join(f"第{to_kanji(n)}条　{text}" for n, text in enumerate(said, 1)) + "\n"

    old = list(range(1, 301))
    new = [*old[1:100], 900, *old[100:250], *old[251:], 1]
    rows = [row for row in compared(body(new), body(old)).rows if row.fate.value in {"added", "removed"}]
    assert [shown(row.new) or shown(row.old) for row in rows] == [
        "［第一条］　［その一の届出は、様式七による。］",
        "［第百条］　［その九百の届出は、様式六千三百による。］",
        "［第二百五十一条］　［その二百五十一の届出は、様式千七百五十七による。］",
        "［第三百条］　［その一の届出は、様式七による。］",
    ]
