"""Obligations in corners where rules meet: alike parts, chains of 特例, contradictions that others rest on."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.unit.proof.small import (
    HOSPITAL,
    beds,
    both,
    criterion,
    definition,
    either,
    flag,
    is_a,
    no,
    override,
    rank,
    world,
)

from regcheck.frozen import replace
from regcheck.model.formula import Implies, OutcomeIs, Path, Truth
from regcheck.model.specification import (
    Column,
    DecisionTable,
    Header,
    HitPolicy,
    Row,
    Specification,
    ValueCell,
)
from regcheck.model.types import BoolType
from regcheck.proof.decide import Decided, decide
from regcheck.proof.engine import Z3Prover
from regcheck.proof.families import obligations
from regcheck.proof.verdict import Verdict

ALWAYS = Truth(value=True)
SPECIAL = definition("特定", flag("承認"))


def ledger(spec: Specification) -> dict[str, Decided]:
    owed = tuple(obligations(spec))
    twice = [name for name, times in Counter(o.id for o in owed).items() if times > 1]
    assert not twice
    return {d.obligation.id: d for d in decide(spec, owed, Z3Prover(spec))}


def test_parts_on_both_sides_of_an_implication_are_told_apart() -> None:
    body = Implies(premise=both(flag("承認"), rank("地域")), conclusion=either(flag("国立"), beds(">=", 5)))
    found = ledger(world(definition("甲", body)))
    assert found["live_part:甲/1番目の条件"].verdict is Verdict.PROVED
    assert {"live_part:甲/1番目の条件（2つ目）", "live_part:甲/2番目の条件（2つ目）"} <= set(found)


def test_an_order_through_a_third_that_does_not_apply_decides() -> None:
    """丙 prevails over 乙 and 乙 over 甲; 乙 never applies, and 丙 prevails over 甲 all the same."""
    spec = world(
        criterion("基準", flag("承認")),
        override("甲", "基準", ALWAYS, outcome=True),
        override("乙", "基準", no(ALWAYS), outcome=True, over=("甲",)),
        override("丙", "基準", ALWAYS, outcome=False, over=("乙",)),
    )
    assert ledger(spec)["satisfiable:基準"].verdict is Verdict.REFUTED


def test_an_override_is_dead_if_what_it_would_turn_is_beaten_anyway() -> None:
    """乙 turns what 甲 says, and so does 丙, which prevails over 甲: nothing is left to 乙."""
    spec = world(
        SPECIAL,
        override("甲", "特定", flag("国立"), outcome=True),
        override("乙", "特定", flag("承認"), outcome=False),
        override("丙", "特定", flag("承認"), outcome=False, over=("甲",)),
    )
    assert ledger(spec)["live_part:特例/乙"].verdict is Verdict.REFUTED


def torn_table() -> DecisionTable:
    """Two rows that apply together and give different results."""
    said = Row(cells=(ValueCell(values=("あり",)),), outputs=("届出",))
    return DecisionTable(
        header=Header(name="表", keyword="区分表"),
        subject=HOSPITAL,
        hit_policy=HitPolicy.UNIQUE,
        complete=False,
        columns=(Column(heading="承認", path=Path(steps=("承認",)), type=BoolType()),),
        outputs=("手続",),
        rows=(said, replace(said, outputs=("軽微",))),
    )


@pytest.mark.parametrize("outcome", ["届出", "軽微"])
def test_rows_that_contradict_each_other_are_no_fault_of_the_tool(outcome: str) -> None:
    """What rests on the outcome is not run; the contradiction has a finding of its own."""
    table = torn_table()
    asked = OutcomeIs(table="表", output="手続", value=outcome, path=Path())
    spec = replace(world(definition("甲", asked), definition("乙", is_a("甲"))), tables={"表": table})
    found = ledger(spec)
    assert found["satisfiable:甲"].verdict in (Verdict.NOT_RUN, Verdict.REFUTED)
    assert Verdict.UNREPLAYED not in {d.verdict for d in found.values()}


def test_a_contradiction_that_is_found_later_is_no_fault_of_the_tool_either() -> None:
    """The condition of a 特例 rests on rows that contradict each other; 特例 are asked before rows."""
    table = torn_table()
    asked = OutcomeIs(table="表", output="手続", value="届出", path=Path())
    rules = (
        SPECIAL,
        override("甲", "特定", asked, outcome=True),
        override("乙", "特定", ALWAYS, outcome=False),
    )
    found = ledger(replace(world(*rules), tables={"表": table}))
    assert found["precedence:特定/甲・乙"].verdict in (Verdict.NOT_RUN, Verdict.PROVED)
    assert Verdict.UNREPLAYED not in {d.verdict for d in found.values()}
