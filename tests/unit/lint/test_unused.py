"""Names that nobody uses are told; what is printed is its own use."""

from __future__ import annotations

import pytest
from tests.unit.model.procedure_world import spec_of
from tests.unit.proof.small import beds, claim, criterion, definition, is_a, judged, plan, world

from regcheck.frozen import replace
from regcheck.lint.unused import find_unused
from regcheck.model.formula import Implies
from regcheck.model.specification import (
    Enumeration,
    Header,
    Instrument,
    InstrumentKind,
    Placeholder,
    PropertyKind,
    Specification,
)


def unused(spec: Specification) -> list[str]:
    return [d.payload.ja().headline.removesuffix("はどこにも用いられていません") for d in find_unused(spec)]


def test_a_definition_and_a_discretion_that_nothing_names() -> None:
    spec = world(definition("甲", beds(">", 3)), criterion("乙", beds(">", 4)))
    assert unused(spec) == ["定義「甲」", "裁量「特に必要」"]


def test_a_use_anywhere_counts() -> None:
    in_text = world(definition("甲", judged("特に必要")), criterion("乙", is_a("甲")))
    assert unused(in_text) == []
    in_claim = claim("丙", PropertyKind.ALWAYS, Implies(premise=judged("特に必要"), conclusion=is_a("甲")))
    assert unused(world(definition("甲", beds(">", 3)), in_claim)) == []
    covered = plan("案", judged("特に必要"), covers=("甲",))
    assert unused(world(definition("甲", beds(">", 3)), covered)) == []


def test_a_category_that_no_fact_takes() -> None:
    base = world(criterion("乙", judged("特に必要")))
    more = Enumeration(header=Header(name="余り", keyword="区分"), members=("い", "ろ"))
    assert unused(replace(base, enumerations={**base.enumerations, "余り": more})) == ["区分「余り」"]


def test_a_placeholder_is_used_by_an_instrument_or_a_date() -> None:
    base = world(criterion("乙", judged("特に必要")))
    open_names = {"号番号": Placeholder(name="号番号"), "余り": Placeholder(name="余り")}
    open_names["後の条文"] = Placeholder(name="後の条文", provision=("法第五十二条",))
    act = Instrument(
        header=Header(name="法", keyword="法令"), kind=InstrumentKind.ACT, title="法", pending=("号番号",)
    )
    spec = replace(base, placeholders=open_names, instruments={"法": act})
    assert unused(spec) == ["未確定「余り」"]


def test_an_event_that_nothing_in_its_procedure_speaks_of() -> None:
    spec = spec_of(
        """手続「審査」
  検査期間　令和八年四月一日から令和十年三月三十一日まで
  事象　公布：国　令和八年六月十七日
  事象　届出：事業者
  事象　受理：大臣　届出以後
  事象　延長：大臣
  事象　公示：大臣
  事象　施行：国
  事象　撤回：事業者
  事象　導入：事業者
  事象　無縁：事業者　公布の日から六月を経過した日
  期間「審査期間」　受理の日から三十日間
  事象　締切：国
  権限「届出」　事業者は、締切の前に、届出をすることができる
  権限「延長」　大臣は、審査期間内に限り、延長により、審査期間を受理の日から四月間を限度として延長することができる
  義務「公示」　大臣は、撤回がないときは、公示をしなければならない
    施行　施行の日
    ただし、導入の日が受理の日以前であるときは、この限りでない

"""
    )
    assert unused(spec) == ["手続「審査」の事象「無縁」"]
    assert unused(replace(spec, own=frozenset({"another.regspec"}))) == []


EVENT = """手続「審査」
  検査期間　令和八年四月一日から令和十年三月三十一日まで
  事象　届出：事業者
  事象　開始：国　届出の日から六月を経過した日
"""


@pytest.mark.parametrize(
    "text",
    [
        "性質「一」\n  すべての審査について、開始の日が令和八年六月一日以後である",
        "事例「一」：審査\n  届出は令和八年四月一日、開始は令和八年十月二日\n  → 適法である",
        "事例「一」：審査\n  届出は令和八年四月一日\n  → 開始がない",
        "性質「一」\n  審査について、次の各号は排他\n    一　「丙」に該当すること\n    二　届出がないこと\n\n"
        "定義「丙」：審査\n  開始があること",
    ],
)
def test_an_event_that_a_sentence_or_a_case_about_the_runs_names(text: str) -> None:
    assert unused(spec_of(EVENT)) == ["手続「審査」の事象「開始」"]
    assert unused(spec_of(EVENT, text)) == []
    other = EVENT.replace("審査", "別の審査")
    found = unused(spec_of(EVENT, text, other))
    assert found == ["手続「別の審査」の事象「開始」"]
