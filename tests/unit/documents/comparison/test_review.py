"""Protects: the table for review tells what each change means, once, beside its provision; and what moved, and what did not."""

from __future__ import annotations

from collections.abc import Mapping

from tests.unit.documents.comparison.versions import comparison
from tests.unit.documents.ordinance.small import LAWS, outline
from tests.unit.documents.specs import build

from regcheck.analysis.meanings import compare_meanings
from regcheck.documents.comparison import comparison_flow
from regcheck.documents.comparison.forms import changed_forms
from regcheck.documents.comparison.meanings import Meanings, standing
from regcheck.documents.instrument.flow import Flow, Grid, Line, lines_of
from regcheck.documents.instrument.form import Field, Form
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.draft import Draft
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
    spec = build(laws)
    made = compose_ordinance(spec, outline(texts))
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
    assert [row[2] for row in rows if "一台以下" in row[0]] == ["同じ"]


def test_no_meaning_is_told_twice() -> None:
    """What moved stands in two rows: where it was removed, and where it was added."""
    turned = {name: TEXTS[name] for name in ("目的", "手術", "電子カルテ")}
    laws = LAWS.replace("規模が十台以上", "規模が五台以上").replace("規模が二台未満", "規模が三台未満")
    flow = comparison_flow(*reviewed(laws, turned))
    said = " ".join(line.words.text for line in lines_of(flow.blocks))
    assert said.count("設備区分「電子カルテ設備」") == said.count("設備区分「手術設備」") == 1


def test_a_form_whose_fields_changed_is_named() -> None:
    texts = {"届出": '届出は、{{ 様式("届出書") }}による。'}
    made = compose_ordinance(build(LAWS), outline(texts, forms=("届出書",)))
    assert made.law is not None
    one = {"./pict/様式第一.pdf": Form(title="届出書", fields=(Field("氏名"),))}
    other = {"./pict/様式第一.pdf": Form(title="届出書", fields=(Field("氏名"), Field("住所")))}
    same = compare(made.law, made.law)
    assert changed_forms(same, one, one) == ()
    assert changed_forms(same, one, other) == ("様式第一",)
