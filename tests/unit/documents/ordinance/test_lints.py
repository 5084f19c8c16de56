"""Protects: a slip in an outline's text is told at its line; errors refuse the ordinance, warnings do not; delegations are
held against the stored law both by the text and by `answers`."""

from __future__ import annotations

from collections.abc import Mapping

from tests.unit.documents.ordinance.small import outline, spec
from tests.unit.law.reading import law as read

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.cited.stored import Source, StoredLaw
from regcheck.documents.ordinance.build import build_ordinance
from regcheck.documents.ordinance.checks.lints import Linted, lint_ordinance
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.outline.plans import Layout, Outline
from regcheck.frozen import replace
from regcheck.proof.engine import Z3Prover

ACT = """
      第一章　届出

第一条　大臣は、主務省令で定める基準に該当する者を指定する。
２　指定を受けた者は、主務省令で定めるところにより、主務省令で定める書類を添えて、届け出る。
３　前項の主務省令で定める書類は、保存する。

      第二章　雑則

第二条　この法律の実施について必要な事項は、主務省令で定める。
"""
TEXTS = {
    "基準": '{{ 法("第一条第一項") }}の主務省令で定める基準は、四百とする。',
    "届出": '{{ 法("第一条第二項") }}の規定による届出は、書面により行う。\n'
    '{{ 法("第一条第二項") }}の主務省令で定める書類は、次に掲げる書類とする。\n  図面\n  [写し] 証明書の写し',
}
ANSWERS = {"基準": ("法第一条第一項",), "届出": ("法第一条第二項",)}


def given(
    texts: Mapping[str, str] = TEXTS, answers: Mapping[str, tuple[str, ...]] = ANSWERS, **more: object
) -> Outline:
    head = "見本に関する法律\n（令和四年法律第四十三号）\n\n"
    act = StoredLaw.of(read(ACT, head=head, file="法.law.txt"), Source(file="法.law.txt"))
    made = outline(texts, **more)  # type: ignore[arg-type]
    articles = (replace(one, answers=answers.get(one.id, ())) for one in made.articles)
    names = {name: f"{name}.j2" for name in made.texts}
    return replace(made, articles=tuple(articles), names=names, stored=(act,))


def linted(one: Outline) -> Linted:
    made = compose_ordinance(spec(), one)
    assert made.law is not None, [found.payload.ja().headline for found in made.diagnostics]
    assert made.draft is not None
    return lint_ordinance(spec(), one, made.draft, made.law)


def place(found: Diagnostic, texts: Mapping[str, str]) -> tuple[str, str]:
    """The file, and the line there."""
    assert found.place is not None
    text = texts[found.place.file.removesuffix(".j2")]
    start = text.rfind("\n", 0, found.place.start + 1) + 1
    return found.place.file, text[start:].split("\n")[0]


def said(found: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(one.code.id, one.payload.ja().headline) for one in found]


def test_nothing_is_found_where_all_is_in_order() -> None:
    assert linted(given()) == Linted()


def test_a_slip_of_wording_is_told_at_its_line() -> None:
    texts = {**TEXTS, "届出": TEXTS["届出"].replace("証明書の写し", "すべての証明書の写し")}
    found = linted(given(texts))
    assert found.refusals == ()
    (slip,) = found.remarks
    assert (slip.code.id, slip.provisions) == ("RC754", ("第二条第二項第二号",))
    assert place(slip, texts) == ("届出.j2", "  [写し] すべての証明書の写し")


def test_a_warning_is_told_and_refuses_nothing() -> None:
    texts = {**TEXTS, "基準": TEXTS["基準"].replace("四百", "すべての病院")}
    made = build_ordinance(spec(), given(texts), Z3Prover(spec()))
    assert made.law is not None
    assert [one.code.id for one in made.remarks] == ["RC754"]
    assert made.diagnostics == ()


def test_an_error_refuses_the_ordinance() -> None:
    texts = {**TEXTS, "基準": TEXTS["基準"].replace("四百", "四百（三百")}
    made = build_ordinance(spec(), given(texts), Z3Prover(spec()))
    assert made.law is None
    (slip,) = made.diagnostics
    assert slip.code.id == "RC755"
    assert place(slip, texts)[0] == "基準.j2"


def test_what_the_specification_prints_is_in_order_in_both_layouts() -> None:
    texts = {**TEXTS, "設備": '{{ 区分("電子カルテ設備", "手術設備") }}'}
    for layout in Layout:
        assert linted(given(texts, layout=layout)) == Linted()


def test_a_delegation_that_no_sentence_answers() -> None:
    texts = {**TEXTS, "届出": TEXTS["届出"].replace("の主務省令で定める書類", "に規定する書類")}
    assert said(linted(given(texts)).remarks) == [
        ("RC763", "法第一条第二項の「主務省令で定める書類」に応える条項がありません")
    ]


def test_a_delegation_that_is_answered_twice() -> None:
    texts = {**TEXTS, "基準": TEXTS["基準"] + "\n" + TEXTS["基準"].replace("四百", "三百")}
    assert said(linted(given(texts)).remarks) == [
        ("RC764", "法第一条第一項の委任には第一条第一項が既に応えています")
    ]


def test_a_delegation_that_the_outline_does_not_promise() -> None:
    found = linted(given(answers={"基準": ("法第一条第一項",)}))
    assert said(found.remarks) == [("RC738", "「法第一条第二項」の委任に応える条が、組立てにありません")]


def test_an_answer_that_the_act_does_not_ask_for() -> None:
    texts = {**TEXTS, "届出": TEXTS["届出"] + '\n{{ 法("第一条第三項") }}の規定による保存は、三年とする。'}
    found = linted(given(texts, {**ANSWERS, "届出": ("法第一条第二項", "法第一条第三項")}))
    assert said(found.refusals) == [("RC765", "法第一条第三項は省令に委任していません")]


def test_without_the_law_nothing_is_said_of_delegations() -> None:
    texts = {"届出": TEXTS["届出"]}
    assert linted(replace(given(texts, {}), stored=())) == Linted()
