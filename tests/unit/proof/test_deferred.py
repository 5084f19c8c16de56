"""What a verdict rests on is worked out when it is read, once, and is then what it always was."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from fractions import Fraction

from tests.unit.proof.brute import BruteProver
from tests.unit.proof.small import HOSPITAL, beds, both, criterion, is_a, world

from regcheck.deferred import Deferred
from regcheck.frozen import replace
from regcheck.model.case import Record
from regcheck.model.specification import Expectation, Expected, Header, Scenario
from regcheck.proof.decide import Decided, decide
from regcheck.proof.families import obligations
from regcheck.proof.obligation import Settled
from regcheck.proof.verdict import Verdict


class Maker:
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def __call__(self) -> Iterator[str]:
        self.asked += 1
        yield from ("第一条", "第二条")


def test_it_is_made_once_and_not_before_it_is_read() -> None:
    make = Maker()
    held = Deferred(make)
    assert make.asked == 0
    assert (list(held), len(held), held[0], held[:1]) == (["第一条", "第二条"], 2, "第一条", ("第一条",))
    assert make.asked == 1


def test_it_is_the_tuple_to_everybody() -> None:
    wanted, held = ("第一条", "第二条"), Deferred(Maker())
    assert held == wanted and wanted == held and held == Deferred(Maker())
    assert held != ("第一条",)
    assert hash(Deferred(Maker())) == hash(wanted)
    assert repr(Deferred(Maker())) == repr(wanted)
    restored: object = pickle.loads(pickle.dumps(Deferred(Maker())))
    assert type(restored) is tuple and restored == wanted
    assert not Deferred(tuple)


def decided(bedded: int) -> Decided:
    """The 事例 that a hospital with so many 床 meets 4床以上 (一) and 8床未満 (二)."""
    spec = world(criterion("基準", both(beds(">=", 4), beds("<", 8), labels="一二"), "第二条"))
    example = Scenario(
        header=Header(name="例", keyword="事例"),
        record=Record(subject=HOSPITAL, facts={"病床数": Fraction(bedded)}),
        expectations=(Expectation(formula=is_a("基準"), expected=Expected.TRUE),),
    )
    spec = replace(spec, scenarios={"例": example})
    return next(
        d for d in decide(spec, obligations(spec), BruteProver(spec)) if d.obligation.id == "scenario:例"
    )


def test_a_scenario_that_comes_out_rests_on_the_provisions_that_decide() -> None:
    found = decided(6)
    assert found.verdict is Verdict.PROVED
    assert found.rests_on == ("第二条第一号", "第二条第二号")


def test_a_scenario_that_does_not_names_them_in_its_finding() -> None:
    found = decided(9)
    assert found.verdict is Verdict.REFUTED
    assert found.rests_on == ()
    assert found.diagnostic is not None
    assert "第二条第二号" in found.diagnostic.provisions and "第二条第一号" not in found.diagnostic.provisions


def test_an_obligation_is_the_same_whether_what_it_rests_on_was_read_or_not() -> None:
    read, unread = decided(6).obligation, decided(6).obligation
    assert isinstance(read.ask, Settled) and list(read.ask.rests_on)
    assert read == unread
