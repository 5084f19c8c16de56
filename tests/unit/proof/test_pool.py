"""Workers change no answer; one that dies costs a second try, then a red line, never a green one."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from typing import Any

import pytest
from tests.property.constructs import SPECIFICATION
from tests.unit.proof.small import beds, world
from tests.unit.proof.test_decide import never
from tests.unit.proof.test_engine import ALL
from tests.unit.proof.test_memory import Refusing, canonical

from regcheck.proof import pool
from regcheck.proof.decide import decide
from regcheck.proof.engine import RLIMIT, Z3Prover
from regcheck.proof.pool import PooledProver, answer_all
from regcheck.proof.question import Answer, Question, Unanswered
from regcheck.proof.verdict import Verdict


def pooled(executors: Callable[[], Executor]) -> PooledProver:
    return PooledProver(SPECIFICATION, RLIMIT, Refusing(), executors)


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "PORTION", 7)


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_answers_do_not_depend_on_the_number_of_workers(workers: int) -> None:
    alone = [canonical(answer) for answer in Z3Prover(SPECIFICATION).answers(ALL)]
    found = pooled(lambda: ThreadPoolExecutor(workers)).answers(ALL)
    assert [canonical(answer) for answer in found] == alone


def test_processes_answer_as_the_prover_at_home() -> None:
    alone = [canonical(answer) for answer in Z3Prover(SPECIFICATION).answers(ALL)]
    found = pooled(lambda: ProcessPoolExecutor(2)).answers(ALL)
    assert [canonical(answer) for answer in found] == alone


def test_few_questions_stay_at_home() -> None:
    home = Z3Prover(SPECIFICATION)
    prover = PooledProver(SPECIFICATION, RLIMIT, home, _nobody, least=len(ALL))
    assert len(list(prover.answers(ALL))) == len(ALL)


def _nobody() -> Executor:
    raise AssertionError("no worker is needed")


class Mortal(ThreadPoolExecutor):
    """An executor whose workers die over one question while `deaths` are left."""

    def __init__(self, fatal: Question, deaths: list[int]) -> None:
        super().__init__(1)
        self._fatal, self._deaths, self._broken_by_death = fatal, deaths, False

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        return super().submit(self._run, fn, *args, **kwargs)

    def _run(self, fn: Callable[..., Any], spec: bytes, rlimit: int, questions: Sequence[Question]) -> Any:
        if self._broken_by_death:
            raise BrokenProcessPool
        if self._fatal in questions and self._deaths[0]:
            self._deaths[0] -= 1
            self._broken_by_death = True
            raise BrokenProcessPool
        return fn(spec, rlimit, questions)


def test_a_worker_that_dies_once_is_unnoticed() -> None:
    alone = [canonical(answer) for answer in Z3Prover(SPECIFICATION).answers(ALL)]
    found = pooled(partial(Mortal, ALL[9], [1])).answers(ALL)
    assert [canonical(answer) for answer in found] == alone


def test_a_death_costs_no_more_than_its_portion() -> None:
    """A new executor for each question of the portion, and one for all that comes after."""
    made: list[Executor] = []
    deaths = [1]

    def make() -> Executor:
        made.append(Mortal(ALL[9], deaths))
        return made[-1]

    assert len(list(pooled(make).answers(ALL))) == len(ALL)
    assert len(made) == 1 + pool.PORTION + 1


def test_a_question_that_ends_two_workers_is_unanswered_and_the_others_are_not() -> None:
    alone: list[object] = [canonical(answer) for answer in Z3Prover(SPECIFICATION).answers(ALL)]
    alone[9] = Unanswered
    found = pooled(partial(Mortal, ALL[9], [2])).answers(ALL)
    assert [canonical(answer) for answer in found] == alone


def _die(_spec: bytes, _rlimit: int, _questions: Sequence[Question]) -> list[Answer]:
    os._exit(1)


def test_processes_that_end_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "answer_all", _die)
    (found,) = pooled(lambda: ProcessPoolExecutor(1)).answers(ALL[:1])
    assert isinstance(found, Unanswered)
    assert answer_all is not _die


def test_an_unanswered_obligation_is_not_run_and_red() -> None:
    class Lost(Refusing):
        def answers(self, questions: Sequence[Question]) -> Any:
            return iter([Unanswered(reason="落ちた")] * len(questions))

    (found,) = decide(world(), [never(beds(">", 5))], Lost())
    assert found.verdict is Verdict.NOT_RUN
    assert not found.verdict.is_green
    assert found.diagnostic is not None
    assert found.diagnostic.code.id == "RC910"
    assert "第一条" in found.note
