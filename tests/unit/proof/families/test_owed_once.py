"""What a 手続 owes is made once for all epochs in which it is the same, and is what each epoch by itself would owe."""

from __future__ import annotations

from tests.unit.proof.families.test_procedures import REVIEW
from tests.unit.proof.test_slices import built

from regcheck.proof.families import obligations, obligations_of_each
from regcheck.proof.obligation import Obligation

TEXT = REVIEW.format(answer="十日", limit="四月間")
OTHER = """
手続「別」：案件
  検査期間　令和八年四月一日から令和九年三月三十一日まで
  事象　届出：事業者
  義務「届出」　事業者は、令和八年十二月一日までに、届出をしなければならない
"""


def by_id(owed: tuple[Obligation, ...]) -> dict[str, Obligation]:
    return {one.id: one for one in owed}


def test_the_same_procedure_owes_the_same_objects() -> None:
    first, second = map(by_id, obligations_of_each([built(TEXT + OTHER)] * 2))
    of_runs = [
        name for name, one in first.items() if one.term == "手続「審査」" and one.family != "consistency"
    ]
    assert of_runs
    assert all(first[name] is second[name] for name in of_runs)


def test_a_procedure_that_says_something_else_owes_its_own() -> None:
    specs = [built(TEXT + OTHER), built(TEXT.replace("三十日", "二十日") + OTHER)]
    first, second = map(by_id, obligations_of_each(specs))
    assert first["exercisable:審査/命令"] is not second["exercisable:審査/命令"]
    assert first["lawful_run:別"].ask == second["lawful_run:別"].ask


def test_a_procedure_at_another_place_is_told_at_that_place() -> None:
    specs = [built(TEXT), built("# 一行\n" + TEXT)]
    first, second = map(by_id, obligations_of_each(specs))
    assert first["live_rule:審査/命令"].span != second["live_rule:審査/命令"].span


def test_together_they_owe_what_each_owes_alone() -> None:
    specs = [
        built(TEXT + OTHER),
        built(TEXT),
        built(OTHER.replace("手続「別」：案件", "対象　案件\n  承認：真偽\n\n手続「別」：案件")),
    ]
    together = obligations_of_each(specs)
    assert [[one.id for one in owed] for owed in together] == [
        [one.id for one in obligations(s)] for s in specs
    ]
    assert [[one.span for one in owed] for owed in together] == [
        [one.span for one in obligations(s)] for s in specs
    ]
