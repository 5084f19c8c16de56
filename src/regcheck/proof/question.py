"""What is asked of a prover, and what it answers: the seam between obligations and engines.

Owns: questions over one record of a 対象, in formulas of the model, and the three answers.
Refuses to know: terms, SMT-LIB, Z3, how a family of obligations makes its questions.
"""

from __future__ import annotations

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


class Possible(Frozen):
    """Yes: this record, total on every fact that the question and the 前提 mention (not yet replayed or shrunk)."""

    record: Record


class Impossible(Frozen):
    """No: and these labels suffice for the contradiction. 前提 appear as 前提「名」."""

    core: tuple[str, ...]


class Undecided(Frozen):
    """The budget was spent; `reason` in the words of the engine, for a note."""

    reason: str


Answer = Possible | Impossible | Undecided


class Prover(Protocol):
    """Anything that can answer. The kind of answer and the core depend on specification and question only; which
    record is found may depend on the questions before, and is the same for the same ones in the same order."""

    def ask(self, question: Question) -> Answer: ...
