"""Protects: the conditions in a 要綱 are read back from its own words; one word, number or label that is wrong is caught."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.unit.documents.ordinance.small import LAWS, changed, outline, spec
from tests.unit.documents.specs import build

from regcheck.documents.instrument.flow import lines_of
from regcheck.documents.ordinance.build import build_ordinance
from regcheck.documents.ordinance.checks.read_back import with_derived
from regcheck.documents.ordinance.compose import Composed, compose_ordinance
from regcheck.documents.ordinance.outline.plans import Layout, Outline, SummaryPlan
from regcheck.documents.print_proofs.prove import PrintProof, prove
from regcheck.documents.summary.compose import Summary, compose_summary
from regcheck.documents.summary.flow import summary_flow
from regcheck.documents.summary.read_back import read_summary
from regcheck.frozen import replace
from regcheck.proof.engine import Z3Prover

GIVEN = outline(
    {
        "設備": '{{ 法("第五条") }}の主務省令で定める{{ 項目("重要設備") }}\n[区分] {{ 区分("電子カルテ設備", "手術設備") }}',
        "届出": '{{ 法("第六条") }}の主務省令で定める{{ 結果("手続", "届出", "重要な変更") }}',
    },
    supplement={"施行": "この省令は、公布の日から施行する。", "順": '{{ 項目("順次") }}'},
)


def _composed(given: Outline) -> tuple[Composed, Summary]:
    composed = compose_ordinance(spec(), given)
    assert composed.drafted is not None
    assert composed.numbering is not None
    summary = compose_summary(spec(), given, composed.drafted, composed.numbering)
    assert isinstance(summary, Summary)
    return composed, summary


def _proof(composed: Composed, summary: Summary) -> PrintProof:
    assert composed.draft is not None
    whole = with_derived(spec(), composed.draft)
    return prove(whole, read_summary(whole, summary), Z3Prover(whole))


@pytest.mark.parametrize("layout", list(Layout))
def test_what_it_prints_is_proved_in_both_layouts(layout: Layout) -> None:
    proof = _proof(*_composed(replace(GIVEN, layout=layout)))
    assert proof.diagnostics == ()
    assert [entry.id for entry in proof.entries] == [
        "print:summary/第一の１/設備区分「重要設備」",
        "print:summary/第二の１/区分「重要な変更」",
        "print:summary/第四の１/段階「順次」第一段階",
        "print:summary/第四の１/段階「順次」第二段階",
        "print:summary/第一の２/設備区分「電子カルテ設備」",
        "print:summary/第一の２/設備区分「手術設備」",
    ]


def test_other_headings_are_proved_as_well() -> None:
    plans = (
        SummaryPlan(heading="経過", provisions=("順", "施行")),
        SummaryPlan(heading="届出", provisions=("届出",)),
        SummaryPlan(heading="設備", provisions=("設備/区分",)),
    )
    proof = _proof(*_composed(replace(GIVEN, summary=plans)))
    assert proof.diagnostics == ()
    assert "print:summary/第三の１/設備区分「手術設備」" in [entry.id for entry in proof.entries]


SLIPS = (
    ("十台以上", "十台を超え"),
    ("十台以上", "十一台以上"),
    ("十台以上", "百台以上"),
    ("、かつ、", "、又は"),
    ("又は手術設備", "及び手術設備"),
    ("いずれにも該当する設備", "いずれかに該当する設備"),
    ("二台未満", "二台以下"),
    ("妨害可能性があること", "妨害可能性がないこと"),
    ("用途が電子カルテであり", "用途が手術であり"),
    ("令和十年四月一日", "令和十年四月二日"),
    ("ただし、", ""),
)


@pytest.mark.parametrize(("was", "spoilt"), SLIPS)
def test_a_slip_of_one_word_is_caught(was: str, spoilt: str) -> None:
    composed, summary = _composed(GIVEN)
    law = changed(summary.law, lambda text: text.replace(was, spoilt))
    assert law != summary.law, "the words have to be there"
    assert _proof(composed, replace(summary, law=law)).diagnostics


def test_an_ordinance_whose_summary_leaves_out_an_article_is_not_made() -> None:
    plans = (SummaryPlan(heading="設備", provisions=("設備",)),)
    made = build_ordinance(spec(), replace(GIVEN, summary=plans), Z3Prover(spec()))
    assert made.law is None
    assert [one.code.id for one in made.diagnostics] == ["RC896", "RC896", "RC896"]


OVERRIDDEN = build(
    LAWS
    + """
特例「大きなもの」：設備
  「重要設備」の規定にかかわらず、規模が五百台以上である設備は、該当しないものとする

特例「手術のもの」：設備
  「重要設備」の規定にかかわらず、用途が手術である設備は、該当するものとする
  「大きなもの」に優先する
"""
)


def _overridden(spoil: Callable[[str], str] = str) -> tuple[Summary, PrintProof]:
    given = outline({"前": "甲とする。", "設備": '{{ 項目("重要設備") }}'})
    composed = compose_ordinance(OVERRIDDEN, given)
    assert composed.drafted is not None
    assert composed.numbering is not None
    plans = (
        SummaryPlan(heading="部", provisions=("前", "設備/重要設備")),
        SummaryPlan(heading="施行", provisions=("施行",)),
    )
    summary = compose_summary(OVERRIDDEN, replace(given, summary=plans), composed.drafted, composed.numbering)
    assert isinstance(summary, Summary)
    summary = replace(summary, law=changed(summary.law, spoil))
    return summary, prove(OVERRIDDEN, read_summary(OVERRIDDEN, summary), Z3Prover(OVERRIDDEN))


def test_an_item_of_several_paragraphs_comes_whole_and_names_them_by_their_article() -> None:
    summary, proof = _overridden()
    said = [line.words.text for line in lines_of(summary_flow(summary).blocks)]
    assert said[3].startswith("２　重要設備は、")
    assert said[4].startswith("３　第二条第一項の規定にかかわらず、")
    assert said[5].startswith("４　第二条第一項の規定にかかわらず、")
    assert proof.diagnostics == ()
    assert len(proof.entries) > 1


@pytest.mark.parametrize(
    ("was", "spoilt"),
    [
        ("五百台以上", "五百台を超え"),
        ("第二条第一項の規定にかかわらず", "第一条第一項の規定にかかわらず"),
        ("第二条第一項の規定にかかわらず", "第二条第二項の規定にかかわらず"),
        ("第二条第三項の規定は、第二条第二項の規定に優先", "第二条第二項の規定は、第二条第三項の規定に優先"),
        ("該当しないものとする", "該当するものとする"),
    ],
)
def test_a_slip_in_a_later_paragraph_is_caught(was: str, spoilt: str) -> None:
    assert _overridden(lambda text: text.replace(was, spoilt))[1].diagnostics
