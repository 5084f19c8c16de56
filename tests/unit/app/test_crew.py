"""How many processes decide changes nothing; one that dies costs a second try, then a red line, never a green one."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

import pytest
from tests.unit.analysis.test_workers import DSL
from tests.unit.app.test_forks import nothing_left  # noqa: F401

from regcheck.analysis.ledger_file import Recorder
from regcheck.analysis.pipeline import Inputs, check
from regcheck.app import crew
from regcheck.app.crew import Crew
from regcheck.app.forks import has_copies
from regcheck.app.ledger import Wanted, recorder_for
from regcheck.frozen import Mutable, replace
from regcheck.model.specification import Specification
from regcheck.proof.decide import Decided, Progress, decide
from regcheck.proof.engine import RLIMIT, Z3Prover
from regcheck.proof.obligation import Obligation, Settled
from regcheck.proof.verdict import Verdict
from regcheck.proof.work import ALONE, Hands, Recording
from regcheck.render.ledger_json import Checked, ledger_json

pytestmark = pytest.mark.skipif(not has_copies(), reason="processes are copied on Linux only")

INPUTS = Inputs(
    own=frozenset({"tour.regspec"}),
    files={"tour.regspec": (DSL / "tour.regspec").read_bytes()},
    facts={"tour.csv": (DSL / "tour.csv").read_bytes()},
)


def ledger_by(hands: Hands) -> bytes:
    """The ledger of the tour of the language, witnesses, steps and certificates included."""
    recorder = recorder_for(Wanted(ledger=True, certificates=True), RLIMIT)
    report = check(INPUTS, Z3Prover, recorder=recorder, hands=hands)
    return ledger_json([Checked(name="tour", report=report, inputs=INPUTS.files)])


@pytest.mark.parametrize("count", [2, 3])
def test_any_number_of_processes_writes_the_same_ledger(count: int) -> None:
    assert ledger_by(Crew(hands=count, pays=0)) == ledger_by(ALONE)


def test_who_decides_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """This process makes no record of what a copy decided."""
    made: list[str] = []
    record = Recorder.record

    def noted(
        self: Recorder, spec: Specification, decided: Sequence[Decided], *rest: Any, **more: Any
    ) -> Any:
        made.extend(one.obligation.id for one in decided if not isinstance(one.obligation.ask, Settled))
        return record(self, spec, decided, *rest, **more)

    monkeypatch.setattr(Recorder, "record", noted)
    ledger_by(ALONE)
    alone = len(made)
    made.clear()
    ledger_by(Crew(hands=2, pays=0))
    assert len(made) < alone


def test_what_a_copy_decided_is_not_left_to_be_recorded(monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    record = Crew.record

    def noted(self: Crew, decided: Sequence[Decided], *rest: Any) -> Any:
        left.extend(one.obligation.id for one in decided if not isinstance(one.obligation.ask, Settled))
        return record(self, decided, *rest)

    monkeypatch.setattr(Crew, "record", noted)
    ledger_by(Crew(hands=2, pays=0))
    assert left == []


def test_little_work_is_not_divided(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fork", lambda: pytest.fail("nobody is needed"))
    check(INPUTS, Z3Prover, hands=Crew(hands=2, pays=10_000))
    check(INPUTS, Z3Prover, hands=Crew(hands=1, pays=0))


def test_where_the_system_gives_no_process_one_does_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    before = ledger_by(ALONE)
    monkeypatch.setattr(os, "fork", refuse)
    assert ledger_by(Crew(hands=2, pays=0)) == before


# ------------------------------------------------------------ one specification


@cache
def owed() -> tuple[Specification, tuple[Obligation, ...]]:
    """The tour and what it owes."""
    found: list[tuple[Specification, tuple[Obligation, ...]]] = []

    class Noting:
        def decide(self, owed: Sequence[Obligation], *_: object) -> Iterator[Decided]:
            found.append((seen[-1], tuple(owed)))
            return iter(())

        record = ALONE.record

    seen: list[Specification] = []

    def prover(spec: Specification) -> Z3Prover:
        seen.append(spec)
        return Z3Prover(spec)

    check(INPUTS, prover, hands=Noting())
    return found[-1]


def by_two(work: Any, progress: Progress | None = None, pays: int = 0, memory: Any = None) -> list[Decided]:
    return list(Crew(hands=2, pays=pays, memory=memory).decide(owed()[1], {}, progress, work))


def working() -> Any:
    spec, _ = owed()
    return partial(decide, spec, prover=Z3Prover(spec))


def verdicts(decided: Sequence[Decided]) -> dict[str, Verdict]:
    return {one.obligation.id: one.verdict for one in decided}


PARENT = [0]


@pytest.fixture(autouse=True)
def parent(monkeypatch: pytest.MonkeyPatch) -> None:
    PARENT[0] = os.getpid()
    monkeypatch.setattr(crew, "can_fork", lambda: True)  # whatever other tests have left running


class Mortal:
    """Work over which processes die when they come to one obligation, `deaths` of them at most."""

    def __init__(self, name: str, deaths: int) -> None:
        self._name, self._work = name, working()
        self._lives, put = os.pipe()
        os.write(put, bytes(deaths))
        os.close(put)

    def __call__(
        self,
        owed: Sequence[Obligation],
        *,
        standing: Mapping[str, Decided],
        progress: Progress | None = None,
    ) -> Iterator[Decided]:
        for one in self._work(owed, standing=standing):
            is_it = one.obligation.id == self._name and self._name not in standing
            if is_it and os.getpid() != PARENT[0] and os.read(self._lives, 1):
                os.kill(os.getpid(), signal.SIGKILL)
            yield one


def of_the_other() -> str:
    """An obligation in the share of the process that is a copy."""
    return next(o.id for o in reversed(owed()[1]) if o.family == "property")


def test_who_dies_once_is_replaced() -> None:
    assert verdicts(by_two(Mortal(of_the_other(), 1))) == verdicts(list(working()(owed()[1])))


def test_what_ends_two_processes_is_red_and_the_rest_is_as_always() -> None:
    name = of_the_other()
    found, alone = by_two(Mortal(name, 2)), verdicts(list(working()(owed()[1])))
    (red,) = [one for one in found if one.obligation.id == name]
    assert red.verdict is Verdict.NOT_RUN
    assert red.diagnostic is not None
    assert red.diagnostic.code.id == "RC910"
    assert {**verdicts(found), name: alone[name]} == alone


def obligation(name: str, *mended_by: str) -> Obligation:
    return replace(
        next(o for o in owed()[1] if o.family == "property"), id=name, term=name, mended_by=mended_by
    )


def test_what_a_finding_names_as_a_way_to_mend_it_is_decided_with_it() -> None:
    listed = [obligation("乙"), *(obligation(f"甲{n}", "乙") for n in range(20))]

    def work(owed: Sequence[Obligation], standing: Mapping[str, Decided], **_: object) -> Iterator[Decided]:
        names = [one.id for one in owed]
        assert all(set(one.mended_by) <= set(names[: names.index(one.id)]) for one in owed)
        return (standing.get(one.id) or Decided(obligation=one, verdict=Verdict.PROVED) for one in owed)

    found = list(Crew(hands=2, pays=0).decide(listed, {}, None, work))
    assert [one.obligation.id for one in found] == [one.id for one in listed]


def test_what_may_depend_on_others_is_decided_with_all_of_them() -> None:
    listed = [obligation(f"甲{n}") for n in range(20)]

    def work(owed: Sequence[Obligation], standing: Mapping[str, Decided], **_: object) -> Iterator[Decided]:
        verdict = Verdict.PROVED if len(owed) == len(listed) else Verdict.NOT_RUN
        return (standing.get(one.id) or Decided(obligation=one, verdict=verdict) for one in owed)

    found = list(Crew(hands=2, pays=0).decide(listed, {}, None, work))
    assert {one.verdict for one in found} == {Verdict.PROVED}


def test_a_mistake_in_a_copy_is_met_again_here() -> None:
    def failing(owed: Sequence[Obligation], **_: object) -> Iterator[Decided]:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        by_two(failing)


def test_what_is_known_stays_when_the_user_breaks_off() -> None:
    work, broken_off = working(), list[bool]()

    def impatient(owed: Sequence[Obligation], **options: Any) -> Iterator[Decided]:
        for count, one in enumerate(work(owed, **options)):
            if count > 20 and not broken_off and os.getpid() == PARENT[0]:
                broken_off.append(True)
                raise KeyboardInterrupt
            yield one

    found = list[Decided]()
    with pytest.raises(KeyboardInterrupt):
        found += Crew(hands=2, pays=0).decide(owed()[1], {}, None, impatient)
    assert broken_off
    assert len(found) > 20
    alone = verdicts(list(work(owed()[1])))
    assert verdicts(found).items() <= alone.items()
    assert [one.obligation.id for one in found] == [name for name in alone if name in verdicts(found)]


def test_progress_goes_up_to_the_end() -> None:
    told = list[tuple[int, int]]()
    by_two(working(), lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert told[-1] == (len(owed()[1]),) * 2


def test_what_copies_remember_counts() -> None:
    class Memory(Mutable):
        asked: int = 0
        found: int = 0
        held: int = 0

        def hold(self) -> None:
            self.held += 1

        def release(self) -> None:
            self.held -= 1

    memory, work = Memory(), working()

    def counted(owed: Sequence[Obligation], **options: Any) -> Iterator[Decided]:
        for one in work(owed, **options):
            if one.obligation.id not in options["standing"]:
                memory.asked += 1
            yield one

    by_two(counted, memory=memory)
    assert memory.asked >= sum(not isinstance(one.ask, Settled) for one in owed()[1])


# ------------------------------------------------------------ shares


def items(*sizes: int) -> list[list[Obligation]]:
    """Items with so many obligations of the same weight."""
    one = next(o for o in owed()[1] if not isinstance(o.ask, Settled))
    return [[replace(one, id=f"{n}/{m}", term=str(n)) for m in range(size)] for n, size in enumerate(sizes)]


@pytest.mark.parametrize(
    ("sizes", "count", "expected"),
    [
        ((5, 5, 2), 2, [5, 7]),
        ((7, 5), 2, [7, 5]),
        ((3, 6, 3), 2, [6, 6]),
        ((12,), 2, [6, 6]),
        ((4, 4, 4), 3, [4, 4, 4]),
        ((1, 1), 4, [1, 1]),
    ],
)
def test_a_share_ends_with_an_item_where_one_ends_nearby(
    sizes: tuple[int, ...], count: int, expected: list[int]
) -> None:
    whole = [one for item in items(*sizes) for one in item]
    shares = crew._shares(list(map(crew._weighed, whole)), count)
    assert list(map(len, shares)) == expected
    assert [one for share in shares for one in share] == whole


def test_where_verdicts_are_recorded_that_weighs_too(monkeypatch: pytest.MonkeyPatch) -> None:
    weights: list[int] = []
    shares = crew._shares

    def noted(waiting: Sequence[crew._Weighed], count: int) -> list[list[Obligation]]:
        weights.append(sum(one.weight for one in waiting))
        return shares(waiting, count)

    monkeypatch.setattr(crew, "_shares", noted)
    by_two(working())
    recording = Recording(lambda decided: [(one, "") for one in decided])
    list(Crew(hands=2, pays=0).decide(owed()[1], {}, None, working(), recording))
    deciding, both = weights
    assert both > deciding
