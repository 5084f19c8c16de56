"""The seam for provers of tests, which answer many questions as they answer one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regcheck.proof.question import Answer, Question


class OneByOne:
    """What a prover does that answers many questions as it answers one, and always with the same record."""

    def ask(self, question: Question) -> Answer:
        raise NotImplementedError

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        return map(self.ask, questions)

    def example(self, question: Question) -> Answer:
        return self.ask(question)
