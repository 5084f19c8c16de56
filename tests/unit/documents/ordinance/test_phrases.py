"""Protects: what an ordinance says of a fact is read back as that fact and no other; phrases that cannot be told apart, or have
no certain form before another clause, are refused all at once."""

from __future__ import annotations

import pytest
from tests.unit.documents.ordinance.small import changed, composed, outline, proof

from regcheck.documents.ordinance.outline.plans import Outline, PhrasePlan
from regcheck.documents.phrasebook import linking_form
from regcheck.frozen import replace
from regcheck.law.plain import lines

RECORDS = PhrasePlan(
    of="設備",
    fact="用途",
    value="電子カルテ",
    says="電子カルテの用に供する",
    denies="電子カルテの用に供しない",
)
SURGERY = PhrasePlan(of="設備", fact="用途", value="手術", says="手術に用いる")
RISK = PhrasePlan(
    of="設備", fact="妨害可能性", says="妨害に使われるおそれがある", denies="妨害に使われるおそれがない"
)
TEXTS = {
    "設備": '{{ 項目("重要設備") }}\n{{ 区分("電子カルテ設備", "手術設備") }}',
    "順": '{{ 項目("順次") }}',
}


def _outline(*phrases: PhrasePlan) -> Outline:
    return replace(outline(TEXTS), phrases=phrases)


def _said(*phrases: PhrasePlan) -> str:
    made = composed(_outline(*phrases))
    assert made.law is not None, [d.payload.ja() for d in made.diagnostics]
    return "\n".join(lines(made.law.main))


def test_facts_are_said_in_the_words_of_the_ordinance() -> None:
    said = _said(RECORDS, SURGERY, RISK)
    assert "電子カルテの用に供し、かつ、規模が十台以上である設備" in said
    assert "イ　手術に用いること。" in said
    assert "ロ　妨害に使われるおそれがあること。" in said
    assert "用途が" not in said and "妨害可能性が" not in said


def test_what_has_no_phrase_is_said_of_the_name_of_the_fact() -> None:
    said = _said(RECORDS)
    assert "イ　用途が手術であること。" in said


def test_what_is_said_is_proved() -> None:
    made, plain = composed(_outline(RECORDS, SURGERY, RISK)), composed(_outline())
    assert made.law is not None and plain.law is not None
    found = proof(made, made.law)
    assert found.diagnostics == ()
    assert found.proved == proof(plain, plain.law).proved > 0


@pytest.mark.parametrize(
    ("was", "is_", "code"),
    [
        ("妨害に使われるおそれがある", "妨害に使われるおそれがない", "RC851"),
        ("電子カルテの用に供し", "手術に用い", "RC851"),
        ("妨害に使われるおそれがあること", "妨害に使われるおそれがありこと", "RC852"),
        ("手術に用いる", "手術のために用いる", "RC852"),
        ("電子カルテの用に供し、", "電子カルテの用に供する、", "RC852"),
    ],
)
def test_another_phrase_is_another_fact(was: str, is_: str, code: str) -> None:
    made = composed(_outline(RECORDS, SURGERY, RISK))
    assert made.law is not None
    spoilt = changed(made.law, lambda text: text.replace(was, is_))
    assert spoilt != made.law
    found = proof(made, spoilt)
    assert {diagnostic.code.id for diagnostic in found.diagnostics} == {code}


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (replace(RISK, of="装置"), "RC872"),
        (replace(RISK, fact="妨害"), "RC872"),
        (replace(RISK, value="あり"), "RC870"),
        (replace(RECORDS, value="カルテ"), "RC872"),
        (replace(RECORDS, fact="規模", value=""), "RC870"),
        (replace(RISK, says="妨害に係る"), "RC870"),
        (replace(RISK, denies="妨害を限る"), "RC870"),
        (replace(RISK, denies=RISK.says), "RC870"),
        (replace(RISK, fact="用途", value="手術", says=RECORDS.says), "RC870"),
        (RECORDS, "RC870"),
    ],
)
def test_a_phrase_that_cannot_be_used(plan: PhrasePlan, code: str) -> None:
    made = composed(_outline(RECORDS, plan))
    assert made.law is None
    assert {diagnostic.code.id for diagnostic in made.diagnostics} == {code}


def test_everything_wrong_is_told_at_once() -> None:
    made = composed(_outline(replace(RISK, fact="妨害"), replace(RECORDS, value="カルテ")))
    assert len(made.diagnostics) == 2


def test_the_form_that_cannot_be_told_is_given() -> None:
    given = replace(RECORDS, says="電子カルテに係る", denies="", links="電子カルテに係り")
    assert "電子カルテに係り、かつ、規模が十台以上である設備" in _said(given)


@pytest.mark.parametrize(
    ("final", "linking"),
    [
        ("承認を受けている", "承認を受けており"),
        ("営んでいる", "営んでおり"),
        ("有する", "有し"),
        ("生ずる", "生じ"),
        ("おそれがある", "おそれがあり"),
        ("おそれがない", "おそれがなく"),
        ("提供することができる", "提供することができ"),
        ("できなくなる", "できなくなり"),
        ("妨げられる", "妨げられ"),
        ("用いる", "用い"),
        ("支障が及ぶ", "支障が及び"),
        ("事業を行う", "事業を行い"),
        ("国である", "国であり"),
        ("変わる", "変わり"),
        ("係る", None),
        ("見る", None),
        ("設備", None),
        ("", None),
    ],
)
def test_the_form_before_another_clause(final: str, linking: str | None) -> None:
    assert linking_form(final) == linking
