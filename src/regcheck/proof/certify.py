"""Every proof and every refutation decided again, every case run again.

Owns: what is asked of the second solver, what a disagreement makes of a verdict, and what nobody can ask again.
Refuses to know: which solver it is, how questions share a text.

The second solver gets the questions in the terms of which their texts are written. Where it says otherwise, or a
case does not come out as told, one of two programs is wrong: the verdict is withdrawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Payload
from regcheck.frozen import replace
from regcheck.logic.terms import Term, Terms
from regcheck.model.specification import Specification
from regcheck.proof.certificate import Agreement, Certificate
from regcheck.proof.decide import Decided
from regcheck.proof.posed import Posed, posed
from regcheck.proof.recheck import Doubt, Second, recheck
from regcheck.proof.replay import broken_assumptions, fits
from regcheck.proof.sampling import Case
from regcheck.proof.smt_files import status
from regcheck.proof.solver import Outcome
from regcheck.proof.stating import Stated, Stater
from regcheck.proof.verdict import Verdict
from regcheck.source.span import NOWHERE

Wanted = tuple[Term, ...]

_POSSIBLE = {Outcome.SATISFIABLE: True, Outcome.UNSATISFIABLE: False, Outcome.UNKNOWN: None}


Certified = tuple[Decided, Certificate | None]
"""A verdict as it stands now; no certificate for one that is neither a proof nor a refutation."""


def certify(
    spec: Specification, decided: Sequence[Decided], solver: Callable[[], Second], stater: Stater
) -> list[Certified]:
    """Each verdict checked again, in order."""
    asked = [posed(one) if _is_claim(one) else () for one in decided]
    answers = _answers(decided, asked, stater, solver)
    return [
        _certified(spec, one, questions, [answers[q.id] for q in questions])
        for one, questions in zip(decided, asked, strict=True)
    ]


def _is_claim(decided: Decided) -> bool:
    return decided.verdict in (Verdict.PROVED, Verdict.REFUTED)


def _answers(
    decided: Sequence[Decided],
    asked: Sequence[tuple[Posed, ...]],
    stater: Stater,
    solver: Callable[[], Second],
) -> Mapping[str, Outcome]:
    """What the second solver says of each question, by its name; what is asked twice is answered once."""
    listed = [
        (one, question) for one, questions in zip(decided, asked, strict=True) for question in questions
    ]
    stated = [stater.refined(question.question) for _, question in listed]
    cases = _cases(listed, stated, stater)
    shelves = dict[int, tuple[Terms, dict[Wanted, Doubt]]]()
    for (one, question), state in zip(listed, stated, strict=True):
        if state is not None:
            _, doubts = shelves.setdefault(id(state.factory), (state.factory, {}))
            doubts.setdefault(state.terms, _doubt(one, question, state, cases.get(question.id)))
    found = dict[Wanted, Outcome]()
    if shelves:  # what was settled without a question needs no solver
        second = solver()
        for terms, doubts in shelves.values():
            found |= zip(doubts, recheck(terms, tuple(doubts.values()), second, solver), strict=True)
    return {
        question.id: found[state.terms] if state is not None else Outcome.UNKNOWN
        for (_, question), state in zip(listed, stated, strict=True)
    }


def _cases(
    listed: Sequence[tuple[Decided, Posed]], stated: Sequence[Stated | None], stater: Stater
) -> Mapping[str, Case | None]:
    """A case for each question that must have one, as far as drawn ones will do: a help for the second solver, which
    takes nothing on trust."""
    wanted = {
        question.id: state
        for (_, question), state in zip(listed, stated, strict=True)
        if question.possible and state is not None
    }
    return dict(zip(wanted, stater.cases(wanted.values()), strict=True))


def _doubt(decided: Decided, question: Posed, stated: Stated, case: Case | None) -> Doubt:
    """Questions on one term reach the same definitions; to find no case is quick however much is there."""
    group = decided.obligation.term if question.possible else ""
    return Doubt(group=group, wanted=stated.terms, case=case)


def _certified(
    spec: Specification, decided: Decided, questions: Sequence[Posed], answers: Sequence[Outcome]
) -> Certified:
    if not _is_claim(decided):
        return decided, None
    if decided.case is not None and not _replays(spec, decided, questions):
        return _withdrawn(
            decided, codes.internal.Unreplayed(obligation=decided.obligation.id), Agreement.DISAGREES
        )
    wrong = [q for q, answer in zip(questions, answers, strict=True) if _POSSIBLE[answer] is not q.possible]
    if wrong:
        return contradicted(decided, wrong[0], answers[questions.index(wrong[0])])
    agreement = Agreement.AGREES if questions else Agreement.EXEMPT
    replayed = decided.case is not None
    return decided, Certificate(agreement=agreement, questions=len(questions), replayed=replayed)


def _replays(spec: Specification, decided: Decided, questions: Sequence[Posed]) -> bool:
    """Whether the case that is told answers the question, whatever the facts it leaves open turn out to be."""
    case = decided.case
    return case is not None and all(
        fits(spec, q.question, case) and not (q.question.assume and broken_assumptions(spec, case))
        for q in questions[:1]
    )


def contradicted(decided: Decided, question: Posed, answer: Outcome) -> Certified:
    """The verdict withdrawn because a solver says otherwise, or nothing."""
    if answer is Outcome.UNKNOWN:
        return _withdrawn(decided, codes.internal.NotCertified(question=question.id), Agreement.UNDECIDED)
    payload = codes.internal.SecondDisagrees(
        question=question.id, first=status(question.possible), second=status(_POSSIBLE[answer])
    )
    return _withdrawn(decided, payload, Agreement.DISAGREES)


def _withdrawn(decided: Decided, payload: Payload, agreement: Agreement) -> Certified:
    """The same obligation without its verdict."""
    owed = decided.obligation
    places = () if owed.span == NOWHERE else (Annotation(span=owed.span, label=owed.term),)
    diagnostic = Diagnostic(
        payload=payload,
        annotations=places,
        provisions=owed.provisions,
        evidence=decided.witness,
        anchor=owed.term,
    )
    is_open = agreement is Agreement.UNDECIDED
    return replace(
        decided,
        verdict=Verdict.UNDECIDED if is_open else Verdict.UNREPLAYED,
        diagnostic=diagnostic,
        note=f"{decided.verdict}の再検査",
    ), Certificate(agreement=agreement)
