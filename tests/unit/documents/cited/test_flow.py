"""Protects: 参照条文 has the provisions that are cited, in order, in the words of their laws and in no others."""

from __future__ import annotations

from datetime import date

from tests.unit.documents.cited.texts import act, made, order
from tests.unit.documents.ordinance.small import spec
from tests.unit.specs.ordinance import outline, specification

from regcheck.documents.cited.abridging import abridged
from regcheck.documents.cited.citations import CitedLaw, citations
from regcheck.documents.cited.flow import cited_flow
from regcheck.documents.cited.stored import Amendment, StoredLaw
from regcheck.documents.instrument.flow import Line, Role, lines_of
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.law.address import Address, read_address
from regcheck.law.places import Places
from regcheck.law.plain import lines, one_text
from regcheck.law.tree import Article


def _cited(text: str, *laws: StoredLaw, enactment: str = "見本の省令を定める。") -> tuple[CitedLaw, ...]:
    given = made({"甲": text}, enactment=enactment)
    assert given.law is not None
    return citations(given.mentions, spec().instruments, laws, Places.of(given.law))


def _lines(text: str, *laws: StoredLaw, enactment: str = "見本の省令を定める。") -> list[str]:
    flow = cited_flow("見本に関する省令", _cited(text, *laws, enactment=enactment))
    return [line.words.text for line in lines_of(flow.blocks)]


def test_a_law_with_what_is_cited_of_it_and_who_cites_it() -> None:
    text = '{{ 法("第二条第一項") }}による。\n{{ 法("第一条") }}及び{{ 法("第二条第四項") }}による。'
    assert _lines(text, act()) == [
        "見本に関する省令案参照条文",
        "○　見本に関する法律（令和四年法律第四十三号）（抄）",
        "令和八年六月十七日現在の条文による。",
        "（目的）",
        "第一条　この法律は、見本の目的を定める。",
        "（第一条第二項関係）",
        "（届出）",
        "第二条　事業者は、次に掲げる事項を届け出なければならない。ただし、主務省令で定める場合は、この限りでない。",
        "一　名称",
        "二　次に掲げる設備",
        "イ　電子カルテ",
        "ロ　手術の設備",
        "ハ　その他の設備",
        "三　所在地",
        "２及び３　（略）",
        "４　前項の書面は、写しを添える。",
        "（第一条第一項及び第一条第二項関係）",
    ]


def test_laws_stand_before_orders_and_among_themselves_by_first_reference() -> None:
    text = '{{ 令("第二条") }}、{{ 医療法("第四条") }}及び{{ 法("第一条") }}による。'
    assert [law.title for law in _cited(text)] == ["医療法", "見本に関する法律", "見本に関する法律施行令"]


def test_the_statement_of_powers_comes_first() -> None:
    found = _cited('{{ 医療法("第四条") }}による。', enactment='{{ 法("第二条の二") }}に基づき、定める。')
    assert [law.title for law in found] == ["見本に関する法律", "医療法"]
    assert [str(place) for place in found[0].articles[0].by] == ["制定文"]


def test_articles_stand_as_in_their_law() -> None:
    text = '{{ 法("附則") }}、{{ 法("第二条の二") }}、{{ 法("第二条第三項") }}及び{{ 法("第一条") }}による。'
    (law,) = _cited(text, act())
    assert [str(one.address) for one in law.articles] == ["第一条", "第二条", "第二条の二", "附則"]


def test_a_law_that_nobody_stored_is_listed_and_said_to_be_unchecked() -> None:
    said = _lines('{{ 医療法("第四条の二第一項") }}による。')
    assert said[2] == "この法令の条文の写しは、手元にない。引用する条項は、確かめていない。"
    assert said[3:] == ["第四条の二第一項　（条文の写しなし）", "（第一条関係）"]


def test_a_provision_that_could_not_be_had_is_listed() -> None:
    stored = act(part=True, absent=(Address("", "9"),))
    assert "第九条第二項　（条文の写しなし）" in _lines('{{ 法("第九条第二項") }}による。', stored)


def test_what_was_changed_since_is_said_below_the_article_and_only_there() -> None:
    second = tuple(filter(None, [read_address("第二条第二項"), read_address("第九条")]))
    later = (
        Amendment(provisions=second, by="令和八年法律第一号", day=date(2026, 9, 18)),
        Amendment(provisions=second[1:], by="令和九年法律第一号"),
    )
    said = _lines('{{ 法("第一条") }}及び{{ 法("第二条第二項") }}による。', act(later=later))
    notes = [line for line in said if line.startswith("注")]
    assert notes == [
        "注　第二条第二項は、令和八年法律第一号（令和八年九月十八日施行）により改められる。"
        "改められた後の条文の写しは、手元にない。"
    ]
    assert said.index(notes[0]) > said.index("２　主務大臣は、前項の届出を公示しなければならない。")


def _article(stored: StoredLaw, written: str) -> Article:
    place = stored.places.find(written)
    assert place is not None
    assert isinstance(place.node, Article)
    return place.node


def _abridged(*written: str) -> list[str]:
    addresses = [address for one in written if (address := read_address(one))]
    return list(lines(abridged(_article(act(), "第二条"), addresses)))[1:]


def test_an_item_stands_with_its_chapeau_and_the_others_are_left_out() -> None:
    head = (
        "事業者は、次に掲げる事項を届け出なければならない。ただし、主務省令で定める場合は、この限りでない。"
    )
    assert _abridged("第二条第一項第二号ロ") == [
        f"第二条　{head}", "一　（略）", "二　次に掲げる設備", "イ　（略）", "ロ　手術の設備", "ハ　（略）", "三　（略）",
        "２～４　（略）",
    ]  # fmt: skip


def test_an_article_without_its_first_paragraph() -> None:
    assert _abridged("第二条第三項") == [
        "第二条　（略）", "２　（略）", "３　第一項の届出は、書面による。", "４　（略）",
    ]  # fmt: skip


def test_the_whole_article_leaves_nothing_out() -> None:
    whole = list(lines(_article(act(), "第二条")))[1:]
    assert _abridged("第二条", "第二条第三項") == whole
    assert _abridged("第二条第一項", "第二条第一項第一号") == [*whole[:7], "２～４　（略）"]


def test_every_word_of_the_medical_draft_comes_from_the_stored_trees() -> None:
    given, spec_ = outline(), specification()
    composed = compose_ordinance(spec_, given)
    assert composed.law is not None
    laws = citations(composed.mentions, spec_.instruments, given.stored, Places.of(composed.law))
    assert all(law.stored for law in laws)
    flow = cited_flow(given.title, laws)
    stored = "\n".join(line for law in laws if law.stored for line in lines(law.stored.law))
    printed = [line for line in lines_of(flow.blocks) if _is_provision(line)]
    assert len(printed) > 60
    for line in printed:
        assert line.words.text in stored or line.words.text.endswith("（略）"), line.words.text


def _is_provision(line: Line) -> bool:
    return line.role in {Role.ARTICLE, Role.PARAGRAPH, Role.ITEM}


def test_a_cited_paragraph_is_printed_whole() -> None:
    stored = act()
    paragraph = _article(stored, "第二条").paragraphs[0]
    flow = cited_flow("見本に関する省令", _cited('{{ 法("第二条第一項") }}による。', stored))
    said = "".join(line.words.text for line in lines_of(flow.blocks) if _is_provision(line))
    assert one_text(paragraph) in said.replace("　", "")


def test_the_order_is_kept_when_nothing_is_stored() -> None:
    text = '{{ 令("第二条") }}及び{{ 法("第一条") }}による。'
    assert _lines(text)[1:4] == [
        "目次",
        "○　見本に関する法律（令和四年法律第四十三号）（抄）",
        "○　見本に関する法律施行令（令和四年政令第三百九十四号）（抄）",
    ]
    assert _lines(text, order())[4] == "○　見本に関する法律（令和四年法律第四十三号）（抄）"
