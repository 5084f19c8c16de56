"""Protects: what model/procedures.py says of orders, bounds, new last days, duties, prohibitions and powers."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from tests.unit.evaluation.review import NAME, PROCEDURE, PROMULGATED, SPEC, counted, day, happens, run

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.evaluation.procedures import is_there
from regcheck.evaluation.reasons import deciding_provisions
from regcheck.evaluation.trace import Address
from regcheck.evaluation.truth import truth_of
from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.formula import Applies, Breaches, Choice, Day, Formula, Lawful, Path
from regcheck.model.procedures import Change, Procedure, Within
from regcheck.model.specification import Header, Predicate, PredicateKind, Specification

Given = dict[str, date | bool | None]
APRIL_1 = date(2026, 4, 1)
FILED: Given = {"届出": APRIL_1, "受理": APRIL_1, "緊急": False, "応諾": False}
ONE = timedelta(days=1)


def asked(formula: Formula, given: Record, spec: Specification = SPEC) -> Kleene:
    """The truth; both forms have to say it."""
    told = evaluate(spec, formula, given).truth
    assert truth_of(spec, formula, given) is told
    return told


def lawful(spec: Specification = SPEC, /, **given: date | bool | None) -> Kleene:
    return asked(Lawful(procedure=NAME, path=Path()), run(**given), spec)


def orderly(spec: Specification = SPEC, /, **given: date | bool | None) -> Kleene:
    return asked(Lawful(procedure=NAME, path=Path(), rules=False), run(**given), spec)


def breaches(rule: str, spec: Specification = SPEC, /, **given: date | bool | None) -> Kleene:
    return asked(Breaches(procedure=NAME, rule=rule, path=Path()), run(**given), spec)


def with_rule(name: str, **changes: object) -> Specification:
    """The review with one rule changed."""
    return with_procedure(
        replace(PROCEDURE, rules={**PROCEDURE.rules, name: replace(PROCEDURE.rules[name], **changes)})
    )


def with_procedure(procedure: Procedure) -> Specification:
    return replace(SPEC, procedures={NAME: procedure})


# ---------------------------------------------------------------- order


def test_an_event_comes_after_those_that_go_before_it() -> None:
    assert orderly(**FILED) is TRUE
    assert orderly(**{**FILED, "届出": APRIL_1 + ONE}) is FALSE
    assert orderly(**{**FILED, "届出": False}) is FALSE
    assert orderly(**{**FILED, "届出": None}) is UNKNOWN


def test_strictly_after_is_not_on_the_same_day() -> None:
    assert orderly(公布=PROMULGATED, 指定=PROMULGATED) is FALSE
    assert orderly(公布=PROMULGATED, 指定=PROMULGATED + ONE) is TRUE


def test_an_event_lies_within_its_bounds() -> None:
    assert orderly(公布=PROMULGATED + ONE) is FALSE
    assert orderly(公布=PROMULGATED, 指定=date(2027, 7, 14)) is TRUE
    assert orderly(公布=PROMULGATED, 指定=date(2027, 7, 15)) is FALSE


def test_a_bound_that_rests_on_an_event_that_does_not_happen_is_not_kept() -> None:
    bound = Within(last=counted(day("届出"), days=400))
    event = replace(PROCEDURE.events["導入"], within=(bound,))
    spec = with_procedure(replace(PROCEDURE, events={**PROCEDURE.events, "導入": event}))
    assert orderly(spec, 導入=APRIL_1) is FALSE
    assert orderly(spec, 届出=APRIL_1, 導入=APRIL_1) is TRUE


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        (date(2026, 4, 30), FALSE),
        (date(2026, 5, 1), TRUE),
        (date(2026, 7, 31), TRUE),
        (date(2026, 8, 1), FALSE),
        (None, UNKNOWN),
    ],
)
def test_an_extension_is_later_than_before_and_within_its_limit(last: date | None, expected: Kleene) -> None:
    assert orderly(**FILED, 延長=APRIL_1, 延長後の末日=last) is expected


@pytest.mark.parametrize(
    ("last", "expected"), [(date(2026, 4, 9), FALSE), (date(2026, 4, 10), TRUE), (date(2026, 4, 30), FALSE)]
)
def test_a_shortened_period_ends_earlier_and_not_before_the_event(last: date, expected: Kleene) -> None:
    assert orderly(**FILED, 短縮=date(2026, 4, 10), 短縮後の末日=last) is expected


def test_a_period_that_was_extended_is_shortened_from_its_new_last_day() -> None:
    extended: Given = {**FILED, "延長": APRIL_1, "延長後の末日": date(2026, 7, 31), "短縮": date(2026, 5, 10)}
    assert orderly(**extended, 短縮後の末日=date(2026, 6, 1)) is TRUE
    assert orderly(**extended, 短縮後の末日=date(2026, 7, 31)) is FALSE
    assert orderly(**{**extended, "延長": False}, 短縮後の末日=date(2026, 6, 1)) is FALSE


def test_no_new_last_day_is_allowed_where_the_old_one_or_the_limit_is_not_there() -> None:
    limited = Change(period="審査期間", extends=True, limit=counted(day("指定"), months=9))
    spec = with_rule("延長", change=limited)
    extended: Given = {**FILED, "延長": APRIL_1, "延長後の末日": date(2026, 7, 31)}
    assert orderly(spec, **extended) is FALSE
    assert orderly(spec, **extended, 公布=PROMULGATED, 指定=date(2026, 2, 1)) is TRUE
    free = replace(PROCEDURE.events["延長"], after=())
    loose = with_procedure(replace(PROCEDURE, events={**PROCEDURE.events, "延長": free}))
    assert orderly(loose, 延長=APRIL_1, 延長後の末日=date(2026, 7, 31)) is FALSE


# ---------------------------------------------------------------- rules


def test_a_prohibition_bites_on_every_day_of_its_stretch() -> None:
    for when, expected in (
        (APRIL_1 - ONE, FALSE),
        (APRIL_1, TRUE),
        (date(2026, 4, 30), TRUE),
        (date(2026, 5, 1), FALSE),
    ):
        assert breaches("導入の禁止", **FILED, 導入=when) is expected
    assert breaches("導入の禁止", **{**FILED, "緊急": True}, 導入=APRIL_1) is FALSE


def test_the_stretch_of_a_prohibition_moves_with_the_period() -> None:
    extended: Given = {**FILED, "延長": APRIL_1, "延長後の末日": date(2026, 7, 31)}
    assert breaches("導入の禁止", **extended, 導入=date(2026, 7, 31)) is TRUE
    assert breaches("導入の禁止", **extended, 導入=date(2026, 8, 1)) is FALSE


def test_nothing_is_forbidden_where_the_stretch_is_not_there() -> None:
    assert breaches("導入の禁止", 導入=APRIL_1, 緊急=False) is FALSE


def test_a_prohibition_bites_only_from_its_ground_on() -> None:
    grounds = (replace(PROCEDURE.rules["回答"].grounds[0]),)
    spec = with_rule("導入の禁止", when=happens("勧告"), grounds=grounds)
    recommended: Given = {**FILED, "勧告": date(2026, 4, 10)}
    assert breaches("導入の禁止", spec, **recommended, 導入=date(2026, 4, 9)) is FALSE
    assert breaches("導入の禁止", spec, **recommended, 導入=date(2026, 4, 10)) is TRUE


def test_a_duty_is_met_on_the_moved_day_and_not_after_it() -> None:
    recommended: Given = {**FILED, "勧告": date(2026, 4, 24)}
    assert breaches("回答", **recommended, 応諾の通知=date(2026, 5, 7)) is FALSE
    assert breaches("回答", **recommended, 応諾の通知=date(2026, 5, 8)) is TRUE
    assert breaches("回答", **recommended) is TRUE
    assert breaches("回答", **FILED) is FALSE


def test_a_duty_is_not_owed_where_its_stretch_is_not_there() -> None:
    spec = with_rule("回答", when=happens("届出"), grounds=())
    assert breaches("回答", spec, **FILED) is FALSE
    assert breaches("回答", spec, **FILED, 勧告=APRIL_1) is TRUE


def test_a_duty_before_an_event_is_met_on_the_day_before() -> None:
    assert breaches("届出", 導入=APRIL_1, 届出=APRIL_1 - ONE, 緊急=False) is FALSE
    assert breaches("届出", 導入=APRIL_1, 届出=APRIL_1, 緊急=False) is TRUE


def test_a_power_needs_a_ground_that_is_there_on_the_day() -> None:
    """Silence is a ground only when the time for an answer is over."""
    silent: Given = {**FILED, "勧告": date(2026, 4, 14)}
    assert breaches("命令", **silent, 命令=date(2026, 4, 23)) is TRUE
    assert breaches("命令", **silent, 命令=date(2026, 4, 24)) is FALSE
    assert breaches("命令", **silent, 命令=date(2026, 5, 1)) is TRUE
    assert breaches("命令", **silent) is FALSE


def test_a_ground_that_waits_for_a_day_that_is_not_there_is_never_there() -> None:
    """Nobody has answered, but nobody was asked."""
    assert breaches("命令", **FILED, 命令=APRIL_1) is TRUE


def test_another_power_over_the_event_suffices_and_without_any_all_are_breached() -> None:
    silent: Given = {**FILED, "勧告": APRIL_1, "命令": APRIL_1}
    assert breaches("命令", **silent) is TRUE
    assert breaches("緊急の命令", **silent) is TRUE
    assert breaches("命令", **{**silent, "緊急": True}) is FALSE


def test_a_refusal_is_a_ground_from_its_day_on() -> None:
    refused: Given = {**FILED, "勧告": APRIL_1, "応諾の通知": date(2026, 4, 10)}
    assert breaches("命令", **refused, 命令=date(2026, 4, 9)) is TRUE
    assert breaches("命令", **refused, 命令=date(2026, 4, 10)) is FALSE
    assert breaches("命令", **{**refused, "応諾": True}, 命令=date(2026, 4, 10)) is TRUE


def test_lawful_is_orderly_without_a_breach() -> None:
    assert lawful(**FILED) is TRUE
    assert lawful(**FILED, 導入=APRIL_1) is FALSE
    assert orderly(**FILED, 導入=APRIL_1) is TRUE
    assert lawful(**{**FILED, "届出": APRIL_1 + ONE}) is FALSE


def test_what_is_open_is_named() -> None:
    found = evaluate(SPEC, Breaches(procedure=NAME, rule="導入の禁止", path=Path()), run(**FILED, 導入=None))
    assert found.truth is UNKNOWN
    assert found.deciding_unknowns == (Address(steps=("導入",)), Address(steps=("導入の日",)))


def test_the_provision_of_a_breach_is_told() -> None:
    found = evaluate(SPEC, Lawful(procedure=NAME, path=Path()), run(**FILED, 導入=APRIL_1, 勧告=APRIL_1))
    told = [p for p in deciding_provisions(found.trace) if not p.endswith("ただし書")]
    assert told == ["第五十二条第一項", "第五十二条第三項", "第五十二条第七項"]


# ---------------------------------------------------------------- days that are there


def test_a_choice_is_there_if_the_chosen_day_is() -> None:
    """Not because the other one would be."""
    choice = Choice(condition=happens("勧告"), then=day("延長"), otherwise=Day(value=APRIL_1))
    there = is_there(PROCEDURE, choice)
    assert asked(there, run(勧告=APRIL_1)) is FALSE
    assert asked(there, run(勧告=APRIL_1, 延長=APRIL_1)) is TRUE
    assert asked(there, run()) is TRUE
    assert asked(there, run(勧告=None)) is UNKNOWN


def test_a_term_of_the_case_is_asked_of_its_run() -> None:
    """A 定義 of the 対象 that a 手続 is about reads the facts of the case in the run."""
    case = replace(SPEC.subjects[NAME], header=Header(name="案件"))
    body = replace(happens("緊急"))
    term = Predicate(header=Header(name="特例"), kind=PredicateKind.DEFINITION, subject="案件", body=body)
    spec = replace(
        with_rule("回答", when=Applies(term="特例", path=Path()), grounds=()), predicates={"特例": term}
    )
    spec = replace(spec, subjects={**SPEC.subjects, "案件": case})
    assert breaches("回答", spec, **{**FILED, "緊急": True}, 勧告=APRIL_1) is TRUE
    assert breaches("回答", spec, **FILED, 勧告=APRIL_1) is FALSE


def test_the_first_power_over_an_event_speaks_for_all() -> None:
    """One event without any power is one breach in the account of 適法, not two."""
    found = evaluate(SPEC, Lawful(procedure=NAME, path=Path()), run(**FILED, 勧告=APRIL_1, 命令=APRIL_1))
    failed = [reason.formula for reason in found.trace.reasons]
    assert len(failed) == 2, "回答 and 命令"
