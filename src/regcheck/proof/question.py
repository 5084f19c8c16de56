"""What is asked of a prover, and what it answers: the seam between obligations and engines.

Owns: questions over one record of a 対象, in formulas of the model, and the three answers.
Refuses to know: terms, SMT-LIB, Z3, how a family of obligations makes its questions.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.formula import Formula


class Labelled(Frozen):
    """A formula with the name that an unsat core gives back: a provision, or an item and 号."""

    label: str
    formula: Formula


class Question(Frozen):
    """Is there a record of the subject, within the types and (if `assume`) all 前提, that satisfies every part?

    裁量 are free: a record that answers may choose them. 不明 does not exist here: every fact has a value.
    """

    subject: str
    parts: tuple[Labelled, ...]
    assume: bool = True
    why: bool = True
    """Whether anybody reads which parts suffice for a no; to find that out costs more than the no itself."""


class Possible(Frozen):
    """Yes: this record, total on every fact that the question and the 前提 mention (not yet replayed or shrunk).

    Only the record of an `example` is shown to anybody.
    """

    record: Record


class Impossible(Frozen):
    """No: and these labels suffice for the contradiction, unless nobody asked why. 前提 appear as 前提「名」."""

    core: tuple[str, ...]


class Undecided(Frozen):
    """The budget was spent; `reason` in the words of the engine, for a note."""

    reason: str


class Unanswered(Frozen):
    """Nobody came to an answer: the one who was asked died over it, twice."""

    reason: str


LOST = Unanswered(reason="問いを解いていた処理が二度落ちた")
"""Two processes died over it."""

Answer = Possible | Impossible | Undecided | Unanswered


class Prover(Protocol):
    """Anything that can answer. The kind of an answer, its core and the record of an example depend on the question
    and on what it reaches, never on what else was asked, by whom, or what is remembered."""

    def answers(self, questions: Sequence[Question]) -> Iterator[Answer]:
        """The answers in order, each when it is wanted; many together cost less than each alone."""
        ...

    def ask(self, question: Question) -> Answer:
        """The answer to one question, with some record if there is one."""
        ...

    def example(self, question: Question) -> Answer:
        """The answer with the record that stands for all."""
        ...
