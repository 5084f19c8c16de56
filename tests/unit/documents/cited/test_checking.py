"""Protects: a reference to a provision that its law does not have is told, with the one that was probably meant."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.unit.documents.cited.texts import act, made, order
from tests.unit.documents.ordinance.small import outline as small, spec
from tests.unit.specs.ordinance import outline, specification

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.cited.checking import check_cited
from regcheck.documents.cited.stored import StoredLaw
from regcheck.documents.ordinance.build import build_ordinance
from regcheck.documents.ordinance.checks.read_back import check_references
from regcheck.documents.ordinance.compose import compose_ordinance
from regcheck.documents.ordinance.outline.plans import Outline, SummaryPlan
from regcheck.frozen import replace
from regcheck.law.address import Address, read_address
from regcheck.proof.engine import Z3Prover


def outline_of(texts: Mapping[str, str], *, named: bool = False) -> Outline:
    """An outline, with the files of its texts if places are wanted."""
    given = small(texts)
    return replace(given, names={name: f"{name}.j2" for name in given.texts}) if named else given


def _told(text: str, *laws: StoredLaw) -> list[Diagnostic]:
    return list(check_cited(made({"甲": text}).mentions, spec().instruments, laws))


@pytest.mark.parametrize(
    "there",
    [
        "第一条", "第一条第一項", "第二条第一項第二号ハ", "第二条第一項ただし書", "第二条第四項", "第二条の二", "附則",
    ],
)  # fmt: skip
def test_what_is_there_is_not_told(there: str) -> None:
    assert _told(f'{{{{ 法("{there}") }}}}による。', act()) == []


@pytest.mark.parametrize(
    ("written", "missing", "nearest"),
    [
        ("第三条", "第三条", "第二条の二"),
        ("第九十条第一項", "第九十条第一項", "第二条の二"),
        ("第二条第五項", "第二条第五項", "第二条第四項"),
        ("第二条第一項第四号", "第二条第一項第四号", "第二条第一項第三号"),
        ("第二条第一項第二号ニ", "第二条第一項第二号ニ", "第二条第一項第二号ハ"),
        ("第二条第一項第三号イ", "第二条第一項第三号イ", "第二条第一項第三号"),
        ("第二条第三項第一号", "第二条第三項第一号", "第二条第三項"),
        ("第二条第一号", "第二条第一号", "第二条第一項第一号"),
        ("第二条第二項ただし書", "第二条第二項ただし書", "第二条第二項"),
        ("第二条の三", "第二条の三", "第二条の二"),
        ("別表第一", "別表第一", ""),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest(written: str, missing: str, nearest: str) -> None:
    (found,) = _told(f'{{{{ 法("{written}") }}}}による。', act())
    assert found.code.id == "RC785"
    assert isinstance(found.payload, codes.cited.NoSuchProvision)
    assert (found.payload.missing, found.payload.nearest) == (missing, nearest)
    assert found.payload.place == "第一条第一項"
    assert missing in found.payload.ja().headline
    assert nearest in found.payload.ja().advice


def test_every_reference_is_told_and_each_is_held_against_its_own_law() -> None:
    text = '{{ 法("第八条") }}及び{{ 令("第八条") }}並びに{{ 令("第一条第二号") }}による。'
    found = _told(text, act(), order())
    assert [one.payload.law for one in found] == ["法", "令"]  # type: ignore[attr-defined]


def test_a_law_that_nobody_stored_is_not_told() -> None:
    assert _told('{{ 法("第八条") }}及び{{ 医療法("第九百条") }}による。', act()) == _told(
        '{{ 法("第八条") }}による。', act()
    )


def test_the_statement_of_powers_is_checked_too() -> None:
    given = made({"甲": "甲とする。"}, enactment='{{ 法("第七条") }}の規定に基づき、この省令を定める。')
    (found,) = check_cited(given.mentions, spec().instruments, [act()])
    assert found.anchor == "制定文"


def test_an_extract_may_lack_an_article_and_not_a_paragraph() -> None:
    extract = act(part=True)
    (lacking,) = _told('{{ 法("第九条第一項") }}による。', extract)
    (wrong,) = _told('{{ 法("第二条第九項") }}による。', extract)
    assert (lacking.code.id, wrong.code.id) == ("RC786", "RC785")
    assert "act.law.txt" in lacking.payload.ja().advice


def test_what_could_not_be_had_is_not_told_and_nothing_else() -> None:
    item = Address("", "2", "1", ("8",))
    absent = act(part=True, absent=(Address("", "9"), Address("", "2", "9"), item))
    named = (
        '{{ 法("第九条第一項第二号") }}、{{ 法("第二条第九項") }}及び{{ 法("第二条第一項第八号イ") }}による。'
    )
    assert _told(named, absent) == []
    others = '{{ 法("第十条") }}、{{ 法("第二条第八項") }}及び{{ 法("第二条第一項第七号") }}による。'
    assert [one.code.id for one in _told(others, absent)] == ["RC786", "RC785", "RC785"]


def test_a_miss_is_told_at_its_line_and_in_an_ordinance_that_cannot_be_made_yet() -> None:
    given = replace(
        outline_of({"甲": '甲とする。\n{{ 法("第八条") }}による。', "乙": "第一条による。"}), stored=(act(),)
    )
    made = build_ordinance(spec(), given, Z3Prover(spec()))
    assert [one.code.id for one in made.diagnostics] == ["RC873", "RC785"]
    fine = replace(outline_of({"甲": '甲とする。\n{{ 法("第八条") }}による。'}, named=True), stored=(act(),))
    (found,) = build_ordinance(spec(), fine, Z3Prover(spec())).diagnostics
    span = found.annotations[0].span
    assert fine.texts["甲"][span.start : span.end] == '{{ 法("第八条") }}による。'


def test_what_only_a_form_or_the_summary_cites_is_checked() -> None:
    says = SummaryPlan(
        heading="部", provisions=("甲", "施行"), says=('{{ 法("第八条") }}の様式を定めること。',)
    )
    given = replace(outline_of({"甲": "甲とする。"}), stored=(act(),), summary=(says,))
    (found,) = build_ordinance(spec(), given, Z3Prover(spec())).diagnostics
    assert found.code.id == "RC785"
    assert found.anchor.startswith("要綱")


# ---------------------------------------------------------------- the medical draft


def _levels(target: Address) -> list[Address]:
    """The address with one of its numbers wrong: each of them in turn."""
    found = [replace(target, article="999")]
    if target.paragraph:
        found.append(replace(target, paragraph="99", inside=""))
    items = target.items
    spoilt = [(*items[:n], "40", *items[n + 1 :]) for n in range(len(items))]
    return [*found, *(replace(target, items=one, inside="") for one in spoilt)]


def test_one_wrong_number_in_any_reference_of_the_medical_draft_is_caught() -> None:
    given, spec_ = outline(), specification()
    composed = compose_ordinance(spec_, given)
    assert list(check_cited(composed.mentions, spec_.instruments, given.stored)) == []
    tried = missed = 0
    for mention in composed.mentions:
        for wrong in (one for target in mention.meant for one in _levels(target)) if mention.law else ():
            spoilt = replace(mention, meant=(wrong,))
            tried += 1
            missed += not list(check_cited([spoilt], spec_.instruments, given.stored))
    assert tried > 100
    assert missed == 0


def test_a_number_that_was_changed_in_the_finished_words_is_caught() -> None:
    """第五十二条 instead of 第五十四条 is there too: then the words do not say what was meant."""
    given, spec_ = outline(), specification()
    composed = compose_ordinance(spec_, given)
    assert composed.law is not None
    titles = {name: one.title for name, one in spec_.instruments.items()}
    spoilt = [
        replace(one, meant=(read_address("第五十四条第二項") or Address(),))
        if one.law == "法" and str(one.meant[0]) == "第五十二条第一項" and one.here.part != "制定文"
        else one
        for one in composed.mentions
    ]
    assert list(check_references(composed.law, composed.mentions, titles)) == []
    found = list(check_references(composed.law, spoilt, titles))
    changed = [one for one, was in zip(spoilt, composed.mentions, strict=True) if one != was]
    assert len(found) == len(changed) > 3
    assert {one.code.id for one in found} == {"RC877"}
