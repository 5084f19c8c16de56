"""Accounts of verdicts: what decided, which texts, how many steps; a text that says otherwise is red."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

import pytest
from tests.unit.proof.small import beds, both, claim, criterion, world

from regcheck.analysis.account import Account
from regcheck.analysis.ledger_file import Recorder
from regcheck.frozen import replace
from regcheck.model.specification import PropertyKind
from regcheck.proof.counting import Count, StepCounter
from regcheck.proof.decide import Decided, decide
from regcheck.proof.engine import Z3Prover
from regcheck.proof.families import obligations
from regcheck.proof.obligation import How
from regcheck.proof.solver import Outcome
from regcheck.proof.verdict import Verdict

BUDGET = 1_000_000
SPEC = world(
    criterion("大きい", beds(">=", 7)),
    criterion("中ほど", both(beds(">=", 3), beds("<", 7), labels="一二")),
    claim("排他", PropertyKind.EXCLUSIVE, beds(">=", 7), beds("<", 7)),
)
RECORDER = Recorder(solver="Z3", texts=True, counter=StepCounter(BUDGET))


def decided() -> list[Decided]:
    return list(decide(SPEC, tuple(obligations(SPEC)), Z3Prover(SPEC), witnesses=True))


def accounts(recorder: Recorder, listed: Sequence[Decided], mark: str = "") -> dict[str, Account]:
    return {d.obligation.id: account for d, account in recorder.record(SPEC, listed, mark)}


def test_a_question_has_its_text_its_hash_and_its_steps() -> None:
    found = accounts(RECORDER, decided())["exclusive:排他/第一号・第二号"]
    assert (found.by, found.solver) == (How.SOLVER, "Z3")
    assert [(a.id, a.expected) for a in found.asked] == [
        ("exclusive:排他/第一号・第二号", "unsat"),
        ("exclusive:排他/第一号・第二号/前提一", "sat"),
        ("exclusive:排他/第一号・第二号/前提二", "sat"),
    ]
    for asked in found.asked:
        assert asked.sha256 == sha256(asked.text.encode()).hexdigest()
        assert asked.rlimit is not None and asked.rlimit > 0


def test_an_account_does_not_depend_on_what_else_is_recorded() -> None:
    listed = decided()
    whole = accounts(RECORDER, listed)
    for one in reversed(listed):
        assert accounts(RECORDER, [one]) == {one.obligation.id: whole[one.obligation.id]}


def test_what_no_solver_decided_has_no_steps() -> None:
    found = accounts(RECORDER, decided())
    silent = [account for account in found.values() if account.by is not How.SOLVER]
    assert silent
    assert all(account.solver == "" for account in silent)
    assert not any(asked.rlimit for account in silent for asked in account.asked)


def test_what_was_not_asked_was_decided_by_nothing() -> None:
    given_up = [replace(one, verdict=Verdict.NOT_RUN) for one in decided()]
    assert {account.by for account in accounts(RECORDER, given_up).values()} == {How.NOTHING}


def test_epochs_have_names_of_their_own() -> None:
    found = accounts(RECORDER, decided(), "@2028-04-01")["exclusive:排他/第一号・第二号"]
    assert [asked.id for asked in found.asked][:2] == [
        "exclusive:排他/第一号・第二号@2028-04-01",
        "exclusive:排他/第一号・第二号@2028-04-01/前提一",
    ]


class Remembering:
    """A memory that counts what it is asked."""

    def __init__(self) -> None:
        self.kept = dict[bytes, bytes]()
        self.put_in = 0

    def get(self, keys: Sequence[bytes]) -> Mapping[bytes, bytes]:
        return {key: self.kept[key] for key in keys if key in self.kept}

    def put(self, found: Mapping[bytes, bytes]) -> None:
        self.put_in += len(found)
        self.kept |= found


def test_steps_are_counted_once() -> None:
    memory = Remembering()
    recorder = replace(RECORDER, counter=StepCounter(BUDGET, memory))
    first = accounts(recorder, decided())
    counted = memory.put_in
    assert first == accounts(recorder, decided()) == accounts(RECORDER, decided())
    assert memory.put_in == counted == len(memory.kept)


@pytest.mark.parametrize(
    ("outcome", "verdict", "code"),
    [
        (Outcome.SATISFIABLE, Verdict.UNREPLAYED, "RC903"),
        (Outcome.UNSATISFIABLE, Verdict.PROVED, ""),
        (Outcome.UNKNOWN, Verdict.PROVED, ""),
    ],
)
def test_a_text_that_says_otherwise_alone_is_red(outcome: Outcome, verdict: Verdict, code: str) -> None:
    """A budget that is spent on a text alone says nothing against the verdict."""

    class Planted(StepCounter):
        def counts(self, texts: Sequence[str]) -> Mapping[str, Count]:
            right = super().counts(texts)
            return {t: replace(c, outcome=outcome) if "/前提" not in t else c for t, c in right.items()}

    (one,) = [d for d in decided() if d.obligation.family == "exclusive"]
    recorder = replace(RECORDER, counter=Planted(BUDGET))
    ((found, _),) = recorder.record(SPEC, [one], "")
    assert (found.verdict, found.diagnostic.code.id if found.diagnostic else "") == (verdict, code)
