"""Protects: forms say computed references, and are held against the provisions that ask for their entries, both ways."""

from __future__ import annotations

import pytest
from tests.unit.documents.ordinance.small import composed, outline, spec

from regcheck.documents.cited.stored import Source, StoredLaw
from regcheck.documents.instrument.flow import lines_of
from regcheck.documents.instrument.form import Form
from regcheck.documents.ordinance.build import build_ordinance
from regcheck.documents.ordinance.forms.pages import form_files
from regcheck.documents.ordinance.forms.texts import in_arabic
from regcheck.documents.ordinance.outline.plans import FieldPlan, FormPlan, Outline
from regcheck.frozen import replace
from regcheck.law.from_lawtext import from_lawtext
from regcheck.law.tree import Law
from regcheck.proof.engine import Z3Prover
from regcheck.source.span import SourceText

LIST = """{{ 法("第五条第二項") }}の主務省令で定める事項は、次に掲げる事項とする。
  [名称] 名称又は氏名
  [時期] 導入の時期"""
USE = '{{ 法("第五条第一項") }}の規定による届出は、{{ 様式("届") }}を大臣に提出して行う。'
TEXTS = {"事項": LIST, "届出": f'{USE}\n{{{{ 様式("届") }}}}には、写しを添える。'}


def plan(*fields: FieldPlan, **more: object) -> FormPlan:
    return FormPlan(id="届", title="届出書", fields=fields, **more)  # type: ignore[arg-type]


def field(label: str, *answers: str, through: str = "") -> FieldPlan:
    return FieldPlan(label=label, answers=answers, through=through)


NAME, WHEN = field("名称又は氏名", "事項/名称"), field("導入の時期", "事項/時期")


def with_form(
    form: FormPlan, texts: dict[str, str] | None = None, style: str = "mhlw", **more: object
) -> Outline:
    given = outline(texts or TEXTS, forms=("届",), style=style, **more)  # type: ignore[arg-type]
    return replace(given, forms={"届": form})


def told(form: FormPlan, texts: dict[str, str] | None = None, **more: object) -> list[tuple[str, str]]:
    made = composed(replace(with_form(form, texts), **more))
    return [(one.code.id, one.payload.ja().headline) for one in made.diagnostics]


def printed(form: FormPlan, style: str = "mhlw") -> Form:
    made = composed(with_form(form, style=style))
    assert made.law is not None, [one.payload.ja().headline for one in made.diagnostics]
    (found,) = made.forms.by_file.values()
    return found


def test_references_in_a_form_are_computed_and_laws_named_in_full() -> None:
    opening = '{{ 法("第五条第一項") }}の規定により、{{ 法("第五条第二項") }}の事項を{{ 法("第六条") }}の者に届け出ます。'
    made = printed(
        plan(NAME, WHEN, opening=opening, remarks=('{{ 条("事項/時期") }}による。', "別紙を添える。"))
    )
    assert made.opening == (
        "見本に関する法律第五条第一項の規定により、同条第二項の事項を同法第六条の者に届け出ます。"
    )
    assert made.remarks == ("第一条第二号による。", "別紙を添える。")


def test_the_reader_of_laws_follows_the_references_of_forms() -> None:
    form = plan(NAME, WHEN, opening='{{ 法("第五条第一項") }}及び{{ 条("届出") }}により届け出ます。')
    made = build_ordinance(spec(), with_form(form), Z3Prover(spec()))
    assert made.diagnostics == ()
    assert [one.opening for one in made.forms.values()] == [
        "見本に関する法律第五条第一項及びこの省令第二条により届け出ます。"
    ]


def test_a_reference_typed_into_a_form_is_told() -> None:
    assert [code for code, _ in told(plan(NAME, WHEN, remarks=("第一条による。",)))] == ["RC873"]
    assert [code for code, _ in told(plan(NAME, WHEN, opening='{{ 条("無") }}による。'))] == ["RC872"]
    assert [code for code, _ in told(plan(NAME, WHEN, opening="{{ 無 }}"))] == ["RC871"]


@pytest.mark.parametrize(
    ("style", "head", "remark"),
    [
        ("mhlw", "様式第一（第二条第一項及び第二項関係）", "第一条第二号による。"),
        ("houshiki", "様式第１（第２条第１項及び第２項関係）", "第１条第２号による。"),
    ],
)
def test_the_heading_has_the_provisions_in_the_numbers_of_the_house(
    style: str, head: str, remark: str
) -> None:
    made = composed(with_form(plan(NAME, WHEN, remarks=('{{ 条("事項/時期") }}による。',)), style=style))
    assert made.law is not None
    ((name, flow),) = form_files(made.law, made.forms.by_file)
    assert (name, next(lines_of(flow.blocks)).words.text) == ("01", head)
    assert printed(plan(NAME, WHEN, remarks=('{{ 条("事項/時期") }}による。',)), style).remarks == (remark,)


def test_only_numbers_of_provisions_become_arabic() -> None:
    assert in_arabic("第十二条の二第三項第一号、第二条の三種類、様式第四（一）、百分の五、第一種") == (
        "第１２条の２第３項第１号、第２条の三種類、様式第四（一）、百分の五、第一種"
    )


def test_forms_of_one_number_are_files_side_by_side() -> None:
    texts = {**TEXTS, "届出": '{{ 様式("甲") }}又は{{ 様式("乙") }}による。{{ 様式("丙") }}もよる。'}
    given = outline(texts, forms=("甲", "乙", "丙"), groups={"甲": "組", "乙": "組"})
    made = composed(
        replace(given, forms={n: replace(form, fields=(NAME, WHEN)) for n, form in given.forms.items()})
    )
    assert made.law is not None
    assert [name for name, _ in form_files(made.law, made.forms.by_file)] == ["01-1", "01-2", "02"]


def test_an_open_point_in_a_form_is_open_in_the_ordinance() -> None:
    form = plan(NAME, WHEN, remarks=('{{ 未確定("施行の日", "令和〇年") }}から用いる。',))
    made = build_ordinance(spec(), with_form(form), Z3Prover(spec()), final=True)
    assert ("届出書", "施行の日") in {(one.payload.place, one.payload.name) for one in made.diagnostics}  # type: ignore[attr-defined]


def test_a_term_that_a_form_uses_holds_to_the_end() -> None:
    from regcheck.documents.ordinance.outline.plans import TermPlan
    from regcheck.law.plain import one_text

    terms = (TermPlan(name="所在地", short="主たる事務所の所在地"),)
    texts = {**TEXTS, "届出": f"所在地を示す。所在地による。{USE}"}
    near = composed(with_form(plan(NAME, WHEN), texts, terms=terms))
    far = composed(with_form(plan(NAME, WHEN, opening="所在地を記す。"), texts, terms=terms))
    assert near.law is not None
    assert far.law is not None
    assert "（以下この条において「所在地」という。）" in one_text(near.law)
    assert "（以下「所在地」という。）" in one_text(far.law)


# ---------------------------------------------------------------- what they ask for


def test_a_complete_form_is_in_order() -> None:
    assert told(plan(NAME, WHEN)) == []


def test_an_entry_without_a_field_is_named_with_its_form() -> None:
    assert told(plan(NAME)) == [("RC890", "様式「届出書」に、第一条第二号（導入の時期）を書く欄がない")]


def test_a_field_for_the_whole_list_is_enough() -> None:
    assert told(plan(field("事項", "事項"))) == []


def test_a_list_that_no_form_takes_up_is_told() -> None:
    assert [code for code, _ in told(plan(field("日", "届出")))] == ["RC892"]


def test_a_form_named_by_the_list_has_all_of_it() -> None:
    texts = {
        "届出": '次に掲げる事項を記載した{{ 様式("届") }}を提出する。\n  [甲] 名称\n  [乙] 時期',
        "別": "別とする。",
    }
    assert told(plan(field("別", "別")), texts) == [
        ("RC890", "様式「届出書」に、第一条第一号（名称）を書く欄がない"),
        ("RC890", "様式「届出書」に、第一条第二号（時期）を書く欄がない"),
    ]


def test_what_is_below_an_item_stands_for_it() -> None:
    texts = {**TEXTS, "事項": LIST + "\n    [始め] 始まる日\n    [終わり] 終わる日"}
    first, last = field("始まる日", "事項/始め"), field("終わる日", "事項/終わり")
    assert told(plan(NAME, first, last), texts) == []
    assert [code for code, _ in told(plan(NAME, first), texts)] == ["RC890"]


def test_a_list_that_is_published_asks_for_nothing() -> None:
    texts = {**TEXTS, "公示": "公示は、次に掲げる事項について行う。\n  名称\n  日"}
    assert told(plan(NAME, WHEN), texts) == []


def test_an_entry_that_takes_up_another_list_wants_each_of_it() -> None:
    again = '{{ 法("第六条") }}の主務省令で定める事項は、次に掲げる事項とする。\n  [者] 相手方に係る{{ 条("事項") }}各号に掲げる事項'
    texts = {**TEXTS, "相手": again}
    name = field("相手方の名称", "事項/名称", through="相手/者")
    when = field("相手方の時期", "事項/時期", through="相手/者")
    assert told(plan(NAME, WHEN, name, when), texts) == []
    assert told(plan(NAME, WHEN, name), texts) == [
        ("RC890", "様式「届出書」に、第三条第一号に係る第一条第二号（導入の時期）を書く欄がない")
    ]
    assert ("RC890", "様式「届出書」に、第一条第一号（名称又は氏名）を書く欄がない") in told(
        plan(WHEN, name, when), texts
    )
    assert told(plan(NAME, WHEN, field("相手方", "相手/者")), texts) == []


@pytest.mark.parametrize("name", ["事項/名", "法第五", "民法第五条", "第五条"])
def test_a_field_that_answers_nothing_is_told(name: str) -> None:
    found = told(plan(NAME, WHEN, field("無", name)))
    assert found == [("RC891", f"様式「届出書」の「無」が応える条項「{name}」がない")]
    assert [code for code, _ in told(plan(NAME, WHEN, covers=(name,)))] == ["RC891"]


LAW = """見本に関する法律
（令和四年法律第四十三号）

第五条　届け出る。
２　次に掲げる事項を記載する。
  一　概要
  二　次に掲げる事項
    イ　内容
    ロ　主務省令で定める事項
"""


def stored() -> tuple[StoredLaw, ...]:
    found = from_lawtext(SourceText(name="law.law.txt", text=LAW))
    assert isinstance(found, Law), found
    return (StoredLaw.of(found, Source(file="law.law.txt")),)


def test_what_a_form_covers_is_held_against_the_text_of_the_law() -> None:
    whole = {"covers": ("法第五条第二項",)}
    texts = {**TEXTS, "事項": LIST.replace("第五条第二項", "第五条第二項第二号ロ")}
    given = with_form(plan(NAME, WHEN, **whole), texts)
    answering = replace(given.articles[0], answers=("法第五条第二項第二号ロ",))

    def missing(*fields: FieldPlan) -> list[str]:
        forms = {"届": plan(NAME, WHEN, *fields, **whole)}
        made = composed(
            replace(given, articles=(answering, *given.articles[1:]), forms=forms, stored=stored())
        )
        return [one.payload.ja().headline for one in made.diagnostics]

    text = "様式「届出書」に、法第五条第二項{}を書く欄がない"
    assert missing() == [text.format("第一号"), text.format("第二号イ")]
    assert missing(field("概要", "法第五条第二項第一号")) == [text.format("第二号イ")]
    assert missing(field("概要", "法第五条第二項第一号"), field("内容", "法第五条第二項第二号イ")) == []


def test_a_provision_that_the_stored_law_does_not_have_is_told() -> None:
    form = plan(NAME, WHEN, field("無", "法第五条第三項"))
    assert [code for code, _ in told(form, stored=stored())] == ["RC891"]
    assert told(form) == []


def test_an_opening_under_another_provision_is_told() -> None:
    opening = '{{ 法("第六条") }}の規定により届け出ます。'
    assert told(plan(NAME, WHEN, opening=opening)) == [
        ("RC894", "様式「届出書」の前文は法第六条によるとするが、この様式を用いる規定は法第五条第一項による")
    ]
    other = '{{ 令("第六条") }}の規定により届け出ます。'
    assert told(plan(NAME, WHEN, opening=other)) == []


def test_a_reference_of_a_form_into_a_stored_law_is_followed() -> None:
    def codes_of(provision: str) -> set[str]:
        form = plan(
            NAME,
            WHEN,
            opening=f'{{{{ 法("第五条第一項") }}}}及び{{{{ 法("{provision}") }}}}により届け出ます。',
        )
        given = replace(with_form(form), stored=stored())
        return {one.code.id for one in build_ordinance(spec(), given, Z3Prover(spec())).diagnostics}

    assert codes_of("第五条第三項") - codes_of("第五条第二項")
