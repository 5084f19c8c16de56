"""Names that nobody uses are told; what is printed is its own use."""

from __future__ import annotations

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
    act = Instrument(
        header=Header(name="法", keyword="法令"), kind=InstrumentKind.ACT, title="法", pending=("号番号",)
    )
    spec = replace(base, placeholders=open_names, instruments={"法": act})
    assert unused(spec) == ["未確定「余り」"]
