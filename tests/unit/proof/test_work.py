"""Protects: a record that was made where an obligation was decided is taken for just that verdict."""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.frozen import replace
from regcheck.proof.decide import Decided
from regcheck.proof.obligation import Obligation, Settled
from regcheck.proof.verdict import Verdict
from regcheck.proof.work import ALONE, Recording


def decided(name: str, verdict: Verdict = Verdict.PROVED) -> Decided:
    owed = Obligation(id=name, family="property", term=name, ask=Settled(verdict=verdict))
    return Decided(obligation=owed, verdict=verdict)


def test_what_was_recorded_before_is_not_recorded_again() -> None:
    asked: list[str] = []

    def make(some: Sequence[Decided]) -> list[tuple[Decided, str]]:
        asked.extend(one.obligation.id for one in some)
        return [(one, f"{one.obligation.id}の記録") for one in some]

    listed = [decided("甲"), decided("乙"), decided("丙")]
    recording = Recording(make)
    withdrawn = replace(listed[1], verdict=Verdict.UNREPLAYED)
    recording.note(listed[1], (withdrawn, "前の記録"))
    found = recording.of(listed, ALONE)
    assert found == [(listed[0], "甲の記録"), (withdrawn, "前の記録"), (listed[2], "丙の記録")]
    assert asked == ["甲", "丙"]


def test_a_verdict_that_has_changed_since_is_recorded_anew() -> None:
    recording = Recording(lambda some: [(one, str(one.verdict)) for one in some])
    recording.note(decided("甲"), (decided("甲"), "前の記録"))
    changed = decided("甲", Verdict.NOT_RUN)
    assert recording.of([changed], ALONE) == [(changed, str(Verdict.NOT_RUN))]
