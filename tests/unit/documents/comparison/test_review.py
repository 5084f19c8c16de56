"""Protects: the table for review tells what each change means, once, beside its provision; and what moved, and what did not."""

from __future__ import annotations

from collections.abc import Mapping

from tests.unit.documents.comparison.versions import comparison
from tests.unit.documents.ordinance.small import LAWS, outline
from tests.unit.documents.specs import build

from regcheck.analysis.meanings import compare_meanings
from regcheck.documents.comparison import comparison_flow
from regcheck.documents.comparison.meanings import Meanings, standing
from regcheck.documents.comparison.notes import is_lined
from regcheck.documents.comparison.telling import PARTLY, Told
from regcheck.documents.instrument.flow import Flow, Grid, Line, lines_of
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.draft import Draft
from regcheck.documents.ordinance.outline.plans import Layout
from regcheck.frozen import replace
from regcheck.law.comparing import Comparison, compare
from regcheck.law.comparing.findings import findings
from regcheck.law.tree import Law
from regcheck.model.specification import Specification
from regcheck.proof.engine import Z3Prover

TEXTS = {
    "目的": "この省令は、設備について定める。",
    "電子カルテ": '{{ 法("第五十条") }}の{{ 項目("電子カルテ設備") }}',
    "手術": '{{ 法("第五十条") }}の{{ 項目("手術設備") }}',
}


def texts_of(flow: Flow) -> list[list[str]]:
    """Every row of every table; a box has its lines joined."""
    return [
        [" ".join(line.words.text for line in lines_of(box.content)) for box in row]
        for block in flow.blocks
        if isinstance(block, Grid)
        for row in block.rows
    ]


def below(flow: Flow) -> list[str]:
    return [block.words.text for block in flow.blocks if isinstance(block, Line)]


def test_without_specifications_only_what_can_be_seen_is_told() -> None:
    flow = comparison_flow(comparison(), found=findings(comparison()))
    rows = texts_of(flow)
    assert rows[0] == ["改正後", "改正前", "備考"]
    assert [
        "（届出） 第一条　届出は、第四条の様式による。",
        "（届出） 第一条　届出は、第三条の様式による。",
        "引用のみ",
    ] in rows
    assert ["第四条　（略）", "第三条　（略）", "番号のみ"] in rows
    assert ["一　病床の数が八百以上であること。", "一　病床の数が四百以上であること。", ""] in rows
    assert ["第一条第一項", "第四条", "第三条", "第四条（改正前の第三条）"] in rows
    assert any(
        "別表の関係条の「第三条」は改正前の第三条を指していたが、それは第四条に移り" in text
        for text in below(flow)
    )


def test_what_moved_past_others_says_from_where() -> None:
    old, new = (compose({name: TEXTS[name] for name in names})[1] for names in (TEXTS, reversed(TEXTS)))
    rows = texts_of(comparison_flow(compare(old, new)))
    notes = {row[2] for row in rows}
    assert any(note.endswith("から移る") for note in notes)
    assert any(note.endswith("へ移る") for note in notes)


def compose(texts: Mapping[str, str], laws: str = LAWS) -> tuple[Specification, Law, Draft]:
    return compose_in(texts, laws, Layout.ITEMS)


def compose_in(texts: Mapping[str, str], laws: str, layout: Layout) -> tuple[Specification, Law, Draft]:
    spec = build(laws)
    made = compose_ordinance(spec, outline(texts, layout=layout))
    assert made.law is not None, made.diagnostics
    assert made.draft is not None
    return spec, made.law, made.draft


def reviewed(laws: str, texts: Mapping[str, str] = TEXTS) -> tuple[Comparison, Meanings]:
    (spec, law, draft), (later, new_law, new_draft) = compose(TEXTS), compose(texts, laws)
    changes = compare_meanings(spec, later, Z3Prover)
    meanings = Meanings(changes=changes, old=standing(spec, draft), new=standing(later, new_draft))
    return compare(law, new_law), meanings


def test_the_meaning_stands_beside_the_provision_that_says_it() -> None:
    flow = comparison_flow(*reviewed(LAWS.replace("規模が十台以上", "規模が五台以上")))
    rows = texts_of(flow)
    assert rows[0][2] == "意味"
    (changed,) = [row for row in rows if "電子カルテ設備" in row[2]]
    assert "五台以上" in changed[0]
    assert "十台以上" in changed[1]
    assert "広がる" in changed[2]
    assert "規模が5台" in changed[2] or "規模が9台" in changed[2]


def test_the_meaning_of_a_provision_whose_words_stayed_is_told_where_it_changed() -> None:
    """重要設備 names 電子カルテ設備: its words are the same, and more is 重要設備."""
    comparison, meanings = reviewed(LAWS.replace("規模が十台以上", "規模が五台以上"))
    told = below(comparison_flow(comparison, meanings))
    assert any(text.startswith("一　設備区分「重要設備」　広がる") for text in told)


def test_a_row_whose_meaning_stayed_says_so() -> None:
    laws = LAWS.replace("規模が二台未満であるもの", "規模が一台以下であるもの")
    rows = texts_of(comparison_flow(*reviewed(laws)))
    assert [row[2] for row in rows if "一台以下" in row[0]] == ["同じ（証明済み）"]


def test_no_meaning_is_told_twice() -> None:
    """What moved stands in two rows: where it was removed, and where it was added."""
    turned = {name: TEXTS[name] for name in ("目的", "手術", "電子カルテ")}
    laws = LAWS.replace("規模が十台以上", "規模が五台以上").replace("規模が二台未満", "規模が三台未満")
    flow = comparison_flow(*reviewed(laws, turned))
    said = " ".join(line.words.text for line in lines_of(flow.blocks))
    assert said.count("設備区分「電子カルテ設備」") == said.count("設備区分「手術設備」") == 1


def test_what_nothing_is_proved_of_says_so() -> None:
    """目的 has no item: added, removed or in other words, it is outside of what is proved."""
    longer = {**TEXTS, "目的": "この省令は、設備と手続について定める。", "手数料": "手数料は、徴収しない。"}
    shorter = {name: text for name, text in TEXTS.items() if name != "目的"}
    notes = [row[2] for row in texts_of(comparison_flow(*reviewed(LAWS, longer)))]
    assert notes.count("文言が変わる（証明の対象外）") == 1
    assert notes.count("新設（証明の対象外）") == 1
    gone = [row[2] for row in texts_of(comparison_flow(*reviewed(LAWS, shorter)))]
    assert gone.count("削る（証明の対象外）") == 1


def test_no_row_that_differs_is_silent() -> None:
    """Whatever is underlined has a word beside it, in its row or in the first of what it is a part of."""
    changes = (
        ("規模が十台以上", "規模が五台以上"),
        ("規模が二台未満であるもの", "規模が一台以下であるもの"),
        ("妨害可能性があること", "規模が三台以上であること"),
    )
    for before, after in changes:
        comparison, meanings = reviewed(LAWS.replace(before, after))
        told = Told(comparison, meanings)
        for row in comparison.rows:
            assert told.beside(row) or not is_lined(row)


def test_a_row_of_an_annex_has_the_meaning_of_its_item() -> None:
    texts = {"区分": '{{ 法("第五十条") }}の設備は、{{ 区分("電子カルテ設備", "手術設備") }}'}
    laws = LAWS.replace("規模が十台以上", "規模が五台以上").replace("二台未満である", "一台以下である")
    made = [compose_in(texts, text, Layout.ANNEX) for text in (LAWS, laws)]
    (spec, law, draft), (later, new_law, new_draft) = made
    changes = compare_meanings(spec, later, Z3Prover)
    meanings = Meanings(changes=changes, old=standing(spec, draft), new=standing(later, new_draft))
    rows = texts_of(comparison_flow(compare(law, new_law), meanings))
    (wider,) = [row[-1] for row in rows if row[0] == "電子カルテ設備"]
    assert wider.startswith("設備区分「電子カルテ設備」 広がる")
    (same,) = [row[-1] for row in rows if row[0] == "手術設備"]
    assert same == "同じ（証明済み）"


def test_a_part_of_a_proved_item_is_never_outside_of_what_is_proved() -> None:
    """手術設備 has its conditions in 号: the row of a 号 has no item of its own."""
    laws = LAWS.replace("妨害可能性があること", "規模が三台以上であること")
    rows = texts_of(comparison_flow(*reviewed(laws)))
    assert [row[2] for row in rows if "三台以上" in row[0]] != []
    assert not any("対象外" in row[2] for row in rows)


def test_words_around_a_proved_period_are_not_called_proved() -> None:
    comparison, meanings = reviewed(LAWS.replace("規模が十台以上", "規模が五台以上"))
    (title,) = [title for title in meanings.changes if "電子カルテ設備" in title]
    told = Told(comparison, replace(meanings, parts=frozenset({title})))
    said = [text for row in comparison.rows for text in told.beside(row)]
    assert said[said.index(title) + 2] == PARTLY
