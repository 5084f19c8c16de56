"""Which questions a verdict rests on, and what the verdict says of each.

Owns: the questions of a decided obligation by name, and whether each must have a case.
Refuses to know: how a question is written down or answered.
"""

from __future__ import annotations

from collections.abc import Sequence

from regcheck.frozen import Frozen
from regcheck.proof.decide import Decided, questions_of
from regcheck.proof.obligation import How, NoCase, Settled, SomeCase
from regcheck.proof.question import Question
from regcheck.proof.verdict import Verdict
from regcheck.source.numerals import to_kanji


class Posed(Frozen):
    """A question under its name; `possible` is whether a case answers it, None where the verdict does not say."""

    id: str
    question: Question
    possible: bool | None


def posed(decided: Decided, mark: str = "") -> tuple[Posed, ...]:
    """The question of an obligation, then the premises that must be possible; none for one without a question.

    A case that refutes needs no premise. `mark` tells epochs apart.
    """
    obligation = decided.obligation
    match obligation.ask:
        case Settled(same=None):
            return ()
        case Settled(same=same) if same is not None:
            listed: Sequence[Question] = (same(),)
        case _:
            listed = questions_of(obligation)
    name, proved = obligation.id + mark, decided.verdict is Verdict.PROVED
    question, *premises = listed
    return (
        Posed(id=name, question=question, possible=_said(decided)),
        *(
            Posed(id=f"{name}/前提{to_kanji(number)}", question=premise, possible=True if proved else None)
            for number, premise in enumerate(premises, 1)
            if decided.verdict is not Verdict.REFUTED
        ),
    )


def _said(decided: Decided) -> bool | None:
    """Whether a case answers the question itself."""
    if decided.verdict not in (Verdict.PROVED, Verdict.REFUTED):
        return None
    by_existence = isinstance(decided.obligation.ask, SomeCase)
    return by_existence is (decided.verdict is Verdict.PROVED)


def decided_by(decided: Decided) -> How:
    """What decided an obligation; nothing if it was not asked."""
    match decided.obligation.ask:
        case _ if decided.verdict is Verdict.NOT_RUN:
            return How.NOTHING
        case Settled(by=by):
            return by
        case NoCase() | SomeCase():
            is_asked = decided.verdict is not Verdict.VACUOUS or decided.rests_on
            return How.SOLVER if is_asked else How.NOTHING
