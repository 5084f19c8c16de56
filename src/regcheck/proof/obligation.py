"""What a specification owes: one obligation per question, with everything needed to tell its outcome.

Owns: the obligation, the three ways in which it can be asked, and the refutation handed to its message.
Refuses to know: which families there are, how an answer is found, files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum

from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Evidence, Payload
from regcheck.frozen import Frozen, detail
from regcheck.model.case import Record
from regcheck.model.formula import Expression
from regcheck.proof.question import Labelled, Question
from regcheck.proof.verdict import Verdict
from regcheck.source.span import NOWHERE, Span


class Refutation(Frozen):
    """Why an obligation fails: a case (minimised, replayed, and in words), or a contradiction (its core)."""

    record: Record | None = None
    case: str = ""
    core: tuple[str, ...] = ()
    number: int | None = None
    """The least, or greatest, number of days that the measure of the obligation takes in any case."""
    mended_by: tuple[str, ...] = ()
    """Those of the obligations named in `mended_by` that are proved."""

    def besides(self, *own: str) -> tuple[str, ...]:
        """What else the contradiction needs, besides the text that is blamed."""
        return tuple(label for label in self.core if label not in own)


Blame = Callable[[Refutation], Payload]
"""The finding of an obligation that fails."""


class NoCase(Frozen):
    """PROVED iff no record answers the question; an answer is the counterexample.

    Each of `premises` must be possible, or the proof says nothing (VACUOUS).
    """

    question: Question
    blame: Blame = detail()
    premises: tuple[Question, ...] = ()


class SomeCase(Frozen):
    """PROVED iff some record answers the question; that record is the witness."""

    question: Question
    blame: Blame = detail()


class How(StrEnum):
    """What an obligation was decided by."""

    SOLVER = "solver"
    GEOMETRY = "geometry"
    EVALUATOR = "evaluator"
    SHAPE = "shape"
    NOTHING = "nothing"


class Settled(Frozen):
    """Decided while it was made: by the shape of the text, by the evaluator, or over the fact tables."""

    verdict: Verdict
    by: How = How.SHAPE
    same: Callable[[], Question] | None = detail(default=None)
    """The same for a solver: a question that no record answers if this is PROVED."""
    rests_on: Sequence[str] = detail(default=())
    witness: Evidence | None = detail(default=None)
    diagnostic: Diagnostic | None = None
    note: str = ""


Ask = NoCase | SomeCase | Settled


class Mark(Frozen):
    """A day of a run that is shown in its table besides the days of its events."""

    label: str
    day: Expression
    provisions: tuple[str, ...] = ()


class Measure(Frozen):
    """How far a day lies in a stretch of days: the cases are told by the one in which it lies nearest to the first,
    or, with `last`, farthest from the last. Both ends count: the first day itself is the number 1."""

    first: Expression
    day: Expression
    last: Expression | None = None


class Obligation(Frozen):
    """One line of the ledger before it is decided. `id` is family:term[/part] and never a line number."""

    id: str
    family: str
    term: str
    ask: Ask
    provisions: tuple[str, ...] = ()
    span: Span = NOWHERE
    places: tuple[Annotation, ...] = ()
    """Further places that the finding points at, besides `span`."""
    shows: tuple[Labelled, ...] = ()
    """Formulas whose outcome in the case is shown beside it."""
    marks: tuple[Mark, ...] = ()
    """Days that the table of a run shows."""
    measure: Measure | None = None
    mended_by: tuple[str, ...] = ()
    """Obligations that come before it and whose proof is a way to mend it."""
    presupposes: tuple[str, ...] = ()
    """Obligations without which this one is not asked: if one of them fails, its finding stands for this."""
