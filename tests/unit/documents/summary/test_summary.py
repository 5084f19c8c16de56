"""Protects: a 要綱 says what the articles say, under the headings of the outline, and leaves none of them out."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.unit.documents.ordinance.small import outline, spec

from regcheck.documents.instrument.flow import Role, lines_of
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.outline.plans import Outline, SummaryPlan, TermPlan
from regcheck.documents.summary.compose import Summary, compose_summary
from regcheck.documents.summary.endings import as_summary
from regcheck.documents.summary.flow import joined, summary_flow
from regcheck.frozen import replace
from regcheck.law.address import Address

TEXTS = {
    "甲": "[一項] 甲とする。\n  [号] 一の甲\n  二の甲\nこの条において、乙は丙をいう。",
    "乙": '{{ 条("甲/一項") }}の甲は、{{ 法("第五条第一項") }}による。ただし、{{ 法("第五条第二項") }}の場合は、この限りでない。',
    "丙": '{{ 条("甲/号") }}及び{{ 条("乙") }}は、丁に適用する。',
}


def _made(given: Outline) -> Summary | list[str]:
    composed = compose_ordinance(spec(), given)
    assert composed.drafted is not None
    assert composed.numbering is not None, [one.payload.ja().headline for one in composed.diagnostics]
    made = compose_summary(spec(), given, composed.drafted, composed.numbering)
    return made if isinstance(made, Summary) else [one.code.id for one in made]


def _lines(texts: Mapping[str, str], *plans: SummaryPlan, terms: tuple[TermPlan, ...] = ()) -> list[str]:
    made = _made(replace(outline(texts, terms=terms), summary=plans))
    assert isinstance(made, Summary), made
    return [line.words.text for line in lines_of(summary_flow(made).blocks)]


def _codes(texts: Mapping[str, str], *plans: SummaryPlan, terms: tuple[TermPlan, ...] = ()) -> list[str]:
    made = _made(replace(outline(texts, terms=terms), summary=plans))
    assert not isinstance(made, Summary)
    return made


def test_without_headings_every_article_has_its_own() -> None:
    assert _lines(TEXTS) == [
        "見本に関する省令案要綱",
        "第一　甲",
        "１　甲とすること。（第一条第一項関係）",
        "一　一の甲",
        "二　二の甲",
        "２　第一条において、乙は丙をいうものとすること。（第一条第二項関係）",
        "第二　乙",
        "第一条第一項の甲は、見本に関する法律（令和四年法律第四十三号。以下「法」という。）第五条第一項によるものとすること。"
        "ただし、法第五条第二項の場合は、この限りでないものとすること。（第二条関係）",
        "第三　丙",
        "第一条第一項第一号及び第二条は、丁に適用するものとすること。（第三条関係）",
        "第四　施行",
        "この省令は、公布の日から施行すること。（附則関係）",
    ]


def test_headings_choose_the_provisions_and_their_order() -> None:
    said = _lines(
        TEXTS,
        SummaryPlan(heading="後の部", provisions=("丙", "乙")),
        SummaryPlan(heading="前の部", provisions=("甲/一項", "施行")),
    )
    assert [line.split("　")[0] for line in said[1:3]] == ["第一", "１"]
    assert said[2].endswith("（第三条関係）")
    assert said[3].startswith(
        "２　第一条第一項の甲は、見本に関する法律（令和四年法律第四十三号。以下「法」という。）"
    )
    assert said[4:] == [
        "第二　前の部",
        "１　甲とすること。（第一条第一項関係）",
        "一　一の甲",
        "二　二の甲",
        "２　この省令は、公布の日から施行すること。（附則関係）",
    ]


def test_what_a_heading_says_stands_for_its_provisions() -> None:
    says = ('{{ 法("第五条第一項") }}及び{{ 条("丙") }}の手続を定めること。', "様式を定めること。")
    said = _lines(
        TEXTS,
        SummaryPlan(heading="手続", provisions=("甲", "乙", "丙"), says=says),
        SummaryPlan(heading="施行", provisions=("施行",)),
    )
    assert said[2:4] == [
        "１　見本に関する法律（令和四年法律第四十三号）第五条第一項及びこの省令第三条の手続を定めること。",
        "２　様式を定めること。（第一条から第三条まで関係）",
    ]


@pytest.mark.parametrize(
    ("plans", "codes"),
    [
        ([("部", ("甲", "乙", "施行"), ())], ["RC896"]),
        ([("部", ("甲", "乙", "丙", "施行", "丁"), ())], ["RC872"]),
        ([("部", ("甲", "乙", "丙", "施行", "甲/号"), ())], ["RC872"]),
        ([("部", ("甲", "乙", "丙", "施行"), ("手続を定める。",))], ["RC897"]),
        ([("部", ("甲", "乙", "丙", "施行"), ("四百床以上とすること。",))], ["RC898"]),
        ([("部", ("甲", "乙", "丙", "施行"), ("三月以内に提出すること。",))], ["RC898"]),
        ([("部", ("甲", "乙", "丙", "施行"), ("30日とすること。",))], ["RC898"]),
        ([("部", ("甲", "乙", "丙", "施行"), ("第三条の手続を定めること。",))], ["RC873"]),
        ([("部", ("甲", "乙", "丙", "施行"), ('{{ 条("戊") }}を定めること。',))], ["RC872"]),
        ([("部", ("甲", "乙", "丙", "施行"), ('{{ 項目("重要設備") }}とすること。',))], ["RC871"]),
        ([("部", ("甲", "戊"), ("十台とする。",))], ["RC872", "RC898", "RC897", "RC896", "RC896", "RC896"]),
    ],
)
def test_what_is_wrong_is_told(
    plans: list[tuple[str, tuple[str, ...], tuple[str, ...]]], codes: list[str]
) -> None:
    given = [SummaryPlan(heading=heading, provisions=names, says=says) for heading, names, says in plans]
    assert _codes(TEXTS, *given) == codes


def test_words_that_are_no_numbers_are_not_told() -> None:
    says = ("第三者に一部を委託する場合及び一般の手続を定めること。",)
    every = SummaryPlan(heading="部", provisions=("甲", "乙", "丙", "施行"), says=says)
    assert _lines(TEXTS, every)[2].startswith("第三者に一部を委託する場合")


TERMS = (
    TermPlan(name="届出書", short="届出に係る書面"),
    TermPlan(name="事業者", means='{{ 法("第五条第一項") }}に規定する事業者'),
)
SAID = {
    "甲": '事業者は、届出書を出す。',
    "乙": '届出書は、事業者が書く。',
    "丙": '事業者は、甲とする。',
}  # fmt: skip


def test_terms_are_introduced_where_the_summary_first_has_them() -> None:
    said = _lines(
        SAID,
        SummaryPlan(heading="後", provisions=("丙", "乙")),
        SummaryPlan(heading="前", provisions=("甲", "施行")),
        terms=TERMS,
    )
    assert said[2].startswith(
        "１　事業者（見本に関する法律（令和四年法律第四十三号）第五条第一項に規定する事業者をいう。以下同じ。）は、"
    )
    assert (
        said[3]
        == "２　届出に係る書面（以下「届出書」という。）は、事業者が書くものとすること。（第二条関係）"
    )
    assert said[5] == "１　事業者は、届出書を出すものとすること。（第一条関係）"


def test_a_term_that_stands_once_has_no_short_name() -> None:
    said = _lines(
        SAID,
        SummaryPlan(heading="部", provisions=("甲", "施行")),
        SummaryPlan(heading="他", provisions=("乙", "丙"), says=("様式を定めること。",)),
        terms=TERMS,
    )
    assert said[2].endswith(
        "に規定する事業者をいう。）は、届出に係る書面を出すものとすること。（第一条関係）"
    )


def test_a_term_in_the_words_of_an_item_has_to_be_introduced_before() -> None:
    term = TermPlan(name="電子カルテ設備", short="電子カルテに係る設備")
    texts = {"甲": "電子カルテ設備とする。", "乙": '{{ 項目("重要設備") }}'}
    last = SummaryPlan(heading="終", provisions=("施行",))
    one, other = (SummaryPlan(heading=name, provisions=(name,)) for name in texts)
    assert _codes(texts, other, one, last, terms=(term,)) == ["RC874"]
    assert _lines(texts, one, other, last, terms=(term,))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("甲とする。", "甲とすること。"),
        ("行うものとする。", "行うものとすること。"),
        ("公布の日から施行する。", "公布の日から施行すること。"),
        ("届け出なければならない。", "届け出なければならないものとすること。"),
        ("省略することができる。", "省略することができるものとすること。"),
        ("乙をいう。", "乙をいうものとすること。"),
        ("この限りでない。", "この限りでないものとすること。"),
        ("方法を定めること。", "方法を定めること。"),
        ("甲", "甲"),
    ],
)
def test_endings(sentence: str, told: str) -> None:
    assert as_summary(sentence) == told


def test_articles_in_a_row_are_named_by_the_first_and_the_last() -> None:
    def named(*numbers: str, part: str = "") -> str:
        parts = [number.partition("/") for number in numbers]
        return joined([Address(part, article, paragraph) for article, _, paragraph in parts])

    assert named("3", "4", "5", "6") == "第三条から第六条まで"
    assert named("3", "4") == "第三条及び第四条"
    assert named("1", "3", "4", "5", "9/2") == "第一条、第三条から第五条まで及び第九条第二項"
    assert named("2", "3", "4", part="附則") == "附則第二条から附則第四条まで"
    assert named("1/1", "1/2", "1/3") == "第一条第一項、第一条第二項及び第一条第三項"


def test_lists_stand_one_step_below_the_sentence() -> None:
    made = _made(outline(TEXTS))
    assert isinstance(made, Summary)
    deep = {line.role: line.first for line in lines_of(summary_flow(made).blocks)}
    assert deep[Role.HEADING] < deep[Role.PARAGRAPH]
    assert deep[Role.ITEM] == 2
