"""The whole draft ordinance of the medical sector: proved from its own words, its references followed, nothing for a drafter to mend."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree
from tests.unit.specs.ordinance import outline, specification

from regcheck.documents.ordinance.build import Ordinance, build_ordinance
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.outline.plans import STYLES, Layout
from regcheck.frozen import replace
from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.from_xml import from_xml
from regcheck.law.lints import lint
from regcheck.law.places import Places
from regcheck.law.plain import one_text
from regcheck.law.references import Follower, Status
from regcheck.law.schema import breaches
from regcheck.law.to_lawtext import to_lawtext
from regcheck.law.to_xml import to_xml
from regcheck.law.tree import Law
from regcheck.proof.engine import Z3Prover
from regcheck.source.span import SourceText

LAYOUTS = [("items", "mhlw"), ("annex", "houshiki"), ("annex", "mhlw")]
CONDITIONS = 32
"""Six rules and definitions, twelve halves of 対応号, three outcomes of 変更の手続, seven stages, 構成設備, three days of 届出の書類."""

PERIODS = 3
"""The two ends of the 期間 in which documents are made, and the day that ends the years of account."""
IN_SUMMARY = CONDITIONS + 2
"""The same conditions in the 要綱, and the one 期間 that it has."""


@cache
def _made(layout: str, style: str) -> Ordinance:
    given = replace(outline(), layout=Layout(layout), style=STYLES[style])
    return build_ordinance(specification(), given, Z3Prover(specification()))


def _law(layout: str, style: str) -> Law:
    law = _made(layout, style).law
    assert law is not None, [one.payload.ja().headline for one in _made(layout, style).diagnostics]
    return law


@pytest.mark.parametrize(("layout", "style"), LAYOUTS)
def test_every_condition_is_proved_from_the_words_of_the_ordinance(layout: str, style: str) -> None:
    assert _made(layout, style).diagnostics == ()
    proved = [one for one in _made(layout, style).entries if one.id.startswith("print:ordinance/")]
    assert len(proved) == CONDITIONS


def test_the_outline_is_that_of_the_sectors() -> None:
    law = _law("items", "mhlw")
    captions = [(article.title.text, article.caption.text) for article in law.main.children]  # type: ignore[union-attr]
    assert len(captions) == 26
    assert captions[0] == ("第一条", "（特定重要設備）")
    assert captions[25] == ("第二十六条", "（立入検査の証明書）")
    forms = [appendix.title.text.split("　")[0] for appendix in law.appendices]
    assert forms == [
        "様式第一", "様式第二", "様式第三", "様式第四（一）", "様式第四（二）", "様式第五",
        "様式第六", "様式第七", "様式第八", "様式第九", "様式第十", "様式第十一",
    ]  # fmt: skip


def test_items_stand_where_the_specification_says() -> None:
    """条項 of the specification, where it names an article of 本則, is where its words stand."""
    places = Places.of(_law("items", "mhlw"))
    spec = specification()
    for name in ("特定重要設備", "特定社会基盤事業者の基準", "構成設備"):
        (provision,) = spec.predicates[name].header.provision
        found = places.find(provision) if isinstance(provision, str) else None
        assert found is not None, provision
        assert name in one_text(found.node)


@pytest.mark.parametrize(("layout", "style"), LAYOUTS)
def test_every_reference_into_itself_resolves(layout: str, style: str) -> None:
    found = [one for one in Follower(_law(layout, style)).references() if one.status is Status.MISSING]
    assert found == []


@pytest.mark.parametrize(("layout", "style"), LAYOUTS)
def test_drafters_find_nothing(layout: str, style: str) -> None:
    assert [(one.code.id, one.provisions) for one in lint(_law(layout, style))] == []


@pytest.mark.parametrize(("layout", "style"), LAYOUTS)
def test_both_formats_hold_all_of_it(layout: str, style: str) -> None:
    law = _law(layout, style)
    xml = to_xml(law)
    assert list(breaches(etree.fromstring(xml.encode()))) == []
    back = from_xml(SourceText("ordinance.xml", xml))
    text = from_lawtext(SourceText("ordinance.law.txt", to_lawtext(law)))
    assert isinstance(back, Law)
    assert isinstance(text, Law)
    assert one_text(back) == one_text(law)
    assert one_text(text) == one_text(law)


def test_a_final_run_names_everything_that_is_open() -> None:
    found = build_ordinance(specification(), outline(), Z3Prover(specification()), final=True)
    said = [(one.code.id, one.payload.name) for one in found.diagnostics]  # type: ignore[attr-defined]
    assert said == [
        ("RC875", ""),
        ("RC875", "法の号番号"),
        ("RC875", "法の号番号"),
        ("RC875", "施行期日"),
        ("RC875", "甲案の最終段階の開始日"),
        ("RC875", "設備の拡大の開始日"),
    ]


def test_no_number_is_typed() -> None:
    """Moving every article to the other end renumbers all and breaks nothing."""
    given = outline()
    turned = replace(given, articles=tuple(reversed(given.articles)), terms={})
    made = compose_ordinance(specification(), turned)
    assert made.diagnostics == ()
    assert made.law is not None
    assert [one for one in Follower(made.law).references() if one.status is Status.MISSING] == []
