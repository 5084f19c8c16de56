"""Many workers for one specification.

Owns: questions sent to an executor in portions, the answers put back in order, and what happens when a worker dies.
Refuses to know: which executor it is (processes of this machine, a cluster), how an answer is found.

Any executor of the interface of concurrent.futures will do. A portion does not depend on the number of workers, so
neither do the answers. When a worker dies, the questions of its portion are asked once more, one by one, and the one
that ends a second worker is Unanswered.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from functools import lru_cache

from regcheck.model.specification import Specification
from regcheck.proof.question import LOST, Answer, Prover, Question

PORTION = 200
"""Questions that go to a worker together."""

Executors = Callable[[], Executor]
"""Makes an executor; called again when one is broken."""

_BROKEN = (BrokenExecutor, CancelledError, EOFError, ConnectionError)


class PooledProver:
    """A prover whose questions are answered by workers; single ones and examples by the prover at home."""

    def __init__(
        self, specification: Specification, rlimit: int, home: Prover, executors: Executors, least: int = 0
    ) -> None:
        self._specification, self._rlimit, self._home = specification, rlimit, home
        self._executors, self._least = executors, least

    def ask(self, question: Question) -> Answer:
        return self._home.ask(question)

    def example(self, question: Question) -> Answer:
        return self._home.example(question)

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        """The answers in order; fewer questions than pay for a worker are answered at home."""
        if len(questions) <= self._least:
            return self._home.answers(questions)
        return self._pooled(questions)

    def _pooled(self, questions: Sequence[Question]) -> Iterator[Answer]:
        portions = [questions[start : start + PORTION] for start in range(0, len(questions), PORTION)]
        crew = _Crew(pickle.dumps(self._specification), self._rlimit, self._executors)
        try:
            crew.send(portions)
            for place in range(len(portions)):
                yield from crew.receive(place)
        finally:
            crew.leave()


class _Crew:
    """An executor, replaced when it breaks, and the portions that it was sent."""

    def __init__(self, specification: bytes, rlimit: int, executors: Executors) -> None:
        self._specification, self._rlimit, self._executors = specification, rlimit, executors
        self._executor = executors()
        self._portions: list[Sequence[Question]] = []
        self._futures: list[Future[list[Answer]]] = []

    def send(self, portions: list[Sequence[Question]]) -> None:
        self._portions = portions
        self._futures = [self._submit(portion) for portion in portions]

    def receive(self, place: int) -> list[Answer]:
        """The answers to a portion."""
        try:
            return self._futures[place].result()
        except _BROKEN:
            answers = [self._once_more(question) for question in self._portions[place]]
            self._replace(place + 1)
            return answers

    def leave(self) -> None:
        for future in self._futures:
            future.cancel()
        self._executor.shutdown()

    def _submit(self, questions: Sequence[Question]) -> Future[list[Answer]]:
        return self._executor.submit(answer_all, self._specification, self._rlimit, tuple(questions))

    def _once_more(self, question: Question) -> Answer:
        """The answer of a worker that is asked nothing else; each has an executor that nobody has broken yet."""
        self.leave()
        self._executor = self._executors()
        try:
            return self._submit((question,)).result()[0]
        except _BROKEN:
            return LOST

    def _replace(self, place: int) -> None:
        """What was sent to the broken executor is sent to a new one."""
        self.leave()
        self._executor = self._executors()
        for later in range(place, len(self._portions)):
            self._futures[later] = self._submit(self._portions[later])


def answer_all(specification: bytes, rlimit: int, questions: Sequence[Question]) -> list[Answer]:
    """What a worker does: a plain function of plain values."""
    return list(_prover(specification, rlimit).answers(questions))


@lru_cache(maxsize=2)
def _prover(specification: bytes, rlimit: int) -> Prover:
    from regcheck.proof.engine import Z3Prover  # the worker loads the solver, not who sends

    return Z3Prover(pickle.loads(specification), rlimit)
