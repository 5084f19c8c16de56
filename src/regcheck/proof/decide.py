"""From obligations to verdicts.

Owns: asking the prover, replaying every case, the lattice of verdicts, and the finding of what fails.
Refuses to know: which obligations there are, Z3, how a case is shrunk or put into words.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, assert_never

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Evidence, Payload
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record
from regcheck.model.specification import Specification
from regcheck.proof.conjuncts import Refiner, refined
from regcheck.proof.obligation import Measure, NoCase, Obligation, Refutation, Settled, SomeCase
from regcheck.proof.question import (
    LOST,
    Answer,
    Impossible,
    Possible,
    Prover,
    Question,
    Unanswered,
    Undecided,
)
from regcheck.proof.replay import Replay, answers, replayed
from regcheck.proof.verdict import Verdict
from regcheck.source.span import NOWHERE

if TYPE_CHECKING:  # what tells a case is loaded with the first that is told
    from regcheck.proof.touching import Touched

Rows = Mapping[str, Sequence[tuple[str, Record]]]
"""Records that exist, with their names, by 対象: the rows of 事実表."""

Progress = Callable[[int, int], None]
"""Called with how many obligations are decided, and of how many."""

_FAILED = (Verdict.REFUTED, Verdict.VACUOUS, Verdict.NOT_RUN)
"""Verdicts that leave nothing to ask about what presupposes the obligation."""

_DOUBTFUL = Undecided(reason="二度問うて答えが違った")


class Decided(Frozen):
    """An obligation with its verdict. `rests_on` are the labels that suffice for the answer."""

    obligation: Obligation
    verdict: Verdict
    rests_on: Sequence[str] = ()
    witness: Evidence | None = None
    case: Record | None = None
    """The record that the witness tells."""
    diagnostic: Diagnostic | None = None
    note: str = ""


def decide(
    spec: Specification,
    owed: Iterable[Obligation],
    prover: Prover,
    progress: Progress | None = None,
    rows: Rows | None = None,
    *,
    witnesses: bool = False,
    more: int = 0,
    standing: Mapping[str, Decided] | None = None,
    briefly: Container[str] = (),
    refiner: Refiner | None = None,
) -> Iterator[Decided]:
    """Every obligation decided, in the given order; what an obligation presupposes must come before it.

    What is `standing`, by the id of the obligation, was decided before and is not asked again. Of `rows`, those that
    are counterexamples themselves are named beside the shrunk case. With `witnesses`, an obligation that a case proves
    shows it; a refuted one always does, and `more` that differ in what decides. Of measured findings whose fingerprint
    is among `briefly` only the headline is wanted: their case is replayed, and neither shrunk nor put into words. What
    a `refiner` has cut before is not cut again.
    """
    listed, known = tuple(owed), standing or {}
    tell = progress or (lambda _done, _total: None)
    refine = (refiner or Refiner(spec)).refine
    asked = [() if o.id in known else [refine(question) for question in questions_of(o)] for o in listed]
    answers = prover.answers([question for questions in asked for question in questions])
    bench = _Bench(spec=spec, prover=prover, rows=rows or {}, witnesses=witnesses, more=more, briefly=briefly)
    done, failed = dict[str, Decided](), dict[str, Decided]()
    for count, (obligation, questions) in enumerate(zip(listed, asked, strict=True)):
        tell(count, len(listed))
        given = [next(answers) for _ in questions]
        one = _unasked(obligation, known.get(obligation.id), failed)
        if one is None:
            one = _decide(_Trial(bench=bench, obligation=obligation, done=done, answers=given))
        done[obligation.id] = one
        if one.verdict in _FAILED:
            failed[obligation.id] = one
        yield one
    next(answers, None)  # nothing is left, and a prover that keeps what it found may end its work
    tell(len(listed), len(listed))


def _unasked(obligation: Obligation, before: Decided | None, failed: Mapping[str, Decided]) -> Decided | None:
    """How it is decided by the failure of what it presupposes, or was `before`; None if neither."""
    cause = next((failed[i] for i in obligation.presupposes if i in failed), None) if failed else None
    if cause is not None:
        return _not_asked(obligation, cause)
    if before is None or before.obligation is obligation:
        return before
    return replace(before, obligation=obligation)


def lost(obligation: Obligation) -> Decided:
    """An obligation whose deciding has ended two processes."""
    return _open(obligation, LOST)


def questions_of(obligation: Obligation) -> tuple[Question, ...]:
    """What a prover is asked for it: the question itself, then the premises that must be possible."""
    match obligation.ask:  # the most frequent comes first
        case SomeCase(question=question):
            return (question,)
        case NoCase(question=question, premises=premises):
            return (question, *premises)
        case Settled():
            return ()
        case _:
            assert_never(obligation.ask)


class _Bench(Frozen):
    """What every obligation of a specification is decided with."""

    spec: Specification
    prover: Prover
    rows: Rows
    witnesses: bool
    more: int
    briefly: Container[str]


class _Trial(Frozen):
    """What is needed to decide one obligation: the answers to `questions_of` it, and what is decided so far."""

    bench: _Bench
    obligation: Obligation
    done: Mapping[str, Decided]
    answers: Sequence[Answer]

    @property
    def spec(self) -> Specification:
        return self.bench.spec

    def example(self, question: Question) -> Answer:
        """The record that stands for all that answer."""
        return self.bench.prover.example(refined(self.spec, question))


def _decide(trial: _Trial) -> Decided:
    obligation = trial.obligation
    match obligation.ask:
        case SomeCase() as ask:
            return _some_case(trial, ask)
        case NoCase() as ask:
            return _no_case(trial, ask)
        case Settled() as settled:
            return Decided(
                obligation=obligation,
                verdict=settled.verdict,
                rests_on=settled.rests_on,
                witness=settled.witness,
                diagnostic=settled.diagnostic,
                note=settled.note,
            )
        case _:
            assert_never(obligation.ask)


def _not_asked(obligation: Obligation, failed: Decided) -> Decided:
    """The finding of what it presupposes stands for it; 前提 that contradict each other make it vacuous."""
    vacuous = failed.obligation.family == "consistency" or failed.verdict is Verdict.VACUOUS
    return Decided(
        obligation=obligation,
        verdict=Verdict.VACUOUS if vacuous else Verdict.NOT_RUN,
        diagnostic=failed.diagnostic,
        note=f"{failed.obligation.id}が成り立たないため",
    )


def _no_case(trial: _Trial, ask: NoCase) -> Decided:
    match trial.answers[0]:  # the most frequent comes first
        case Impossible(core=core):
            return _proved_unless_vacuous(trial, core)
        case Possible(record=record) if trial.obligation.measure is not None:
            return _measured(trial, ask, record, trial.obligation.measure)
        case Possible():
            return _refuted(trial, ask, ask.question)
        case Undecided() | Unanswered() as answer:
            return _open(trial.obligation, answer)


def _measured(trial: _Trial, ask: NoCase, record: Record, measure: Measure) -> Decided:
    """The verdict over the case that comes nearest to an end."""
    from regcheck.proof.measuring import measured  # few obligations are measured

    nearest = measured(trial.spec, ask.question, record, measure, trial.bench.prover)
    if nearest is None:
        return _refuted(trial, ask, ask.question)
    brief = _briefly(trial, ask, record, nearest.number) if trial.bench.briefly else None
    return brief or _refuted(trial, ask, nearest.question, nearest.number)


def _briefly(trial: _Trial, ask: NoCase, record: Record, number: int) -> Decided | None:
    """The verdict over any case, where only the headline is wanted; None where more is, or the case does not answer."""
    if not answers(trial.spec, ask.question, record):
        return None
    payload = ask.blame(Refutation(record=record, number=number, mended_by=_mended_by(trial)))
    found = _failed(trial.obligation, Verdict.REFUTED, payload)
    is_wanted = found.diagnostic is not None and found.diagnostic.fingerprint in trial.bench.briefly
    return found if is_wanted else None


def _refuted(trial: _Trial, ask: NoCase, question: Question, number: int | None = None) -> Decided:
    """The verdict over a case that answers the question, which is as narrow as that of the obligation or narrower."""
    return _with_example(
        trial, question, lambda replay: _counterexample(trial, ask, question, replay.record, number)
    )


def _some_case(trial: _Trial, ask: SomeCase) -> Decided:
    match trial.answers[0]:
        case Possible(record=record) if not trial.bench.witnesses and answers(
            trial.spec, ask.question, record
        ):
            return Decided(obligation=trial.obligation, verdict=Verdict.PROVED)
        case Possible():
            return _with_example(trial, ask.question, lambda replay: _witnessed(trial, ask, replay))
        case Impossible(core=core):
            payload = ask.blame(Refutation(core=core))
            return _failed(trial.obligation, Verdict.REFUTED, payload, core=core)
        case Undecided() | Unanswered() as answer:
            return _open(trial.obligation, answer)


def _with_example(trial: _Trial, question: Question, judge: Callable[[Replay], Decided]) -> Decided:
    """The verdict over the record that stands for all, once the evaluator has said that it answers."""
    match trial.example(question):
        case Possible(record=record):
            replay = replayed(trial.spec, question, record)
            return judge(replay) if replay.answers else _spurious(trial, question, replay)
        case Impossible():
            return _open(trial.obligation, _DOUBTFUL)
        case Undecided() | Unanswered() as answer:
            return _open(trial.obligation, answer)


def _witnessed(trial: _Trial, ask: SomeCase, replay: Replay) -> Decided:
    from regcheck.proof.evidence import evidence
    from regcheck.proof.minimise import decisive

    shown = decisive(trial.spec, ask.question, replay)
    witness = evidence(trial.spec, shown, trial.obligation.shows, "実例", trial.obligation.marks)
    return Decided(obligation=trial.obligation, verdict=Verdict.PROVED, witness=witness, case=shown)


def _counterexample(
    trial: _Trial, ask: NoCase, question: Question, record: Record, number: int | None
) -> Decided:
    from regcheck.proof.evidence import told_case
    from regcheck.proof.minimise import minimised
    from regcheck.proof.touching import touched

    small = minimised(trial.spec, question, record)
    shown = _shown(trial, question, small)
    if trial.bench.more:
        from regcheck.proof.further import further  # few ask for more

        others = further(trial.spec, ask.question, small, trial.bench.prover, trial.bench.more)
        told = tuple(_shown(trial, narrowed, case, n) for n, (case, narrowed) in enumerate(others.cases, 2))
        shown = replace(shown, further=told, is_all=others.is_all)
    payload = ask.blame(
        Refutation(
            record=small,
            case=told_case(trial.spec, small),
            number=number,
            mended_by=_mended_by(trial),
        )
    )
    at_limits = touched(trial.spec, question, small)
    return _failed(trial.obligation, Verdict.REFUTED, payload, witness=shown, case=small, at_limits=at_limits)


def _mended_by(trial: _Trial) -> tuple[str, ...]:
    """The obligations that are proved, of those by which the finding would be mended."""
    done = trial.done
    return tuple(n for n in trial.obligation.mended_by if n in done and done[n].verdict is Verdict.PROVED)


def _shown(trial: _Trial, question: Question, case: Record, number: int = 1) -> Evidence:
    """A shrunk case in words, with the row of a 事実表 that is nearest to it."""
    from regcheck.proof.evidence import counterexample

    owed = trial.obligation
    name = _case_name(owed) + (str(number) if number > 1 else "")
    shown = counterexample(trial.spec, case, owed.shows, name, owed.marks, owed.provisions)
    rows = trial.bench.rows.get(question.subject, ())
    if not rows:
        return shown
    from regcheck.proof.existing import example_of  # few subjects have rows

    return replace(shown, example=example_of(trial.spec, question, case, rows))


def _case_name(obligation: Obligation) -> str:
    """A name for the case as a 事例; 「」 cannot stand inside 「」."""
    return f"{obligation.id.split(':', 1)[1]}の反例".translate(str.maketrans("「」", "『』"))


def _proved_unless_vacuous(trial: _Trial, core: tuple[str, ...]) -> Decided:
    for answer in trial.answers[1:]:
        match answer:
            case Possible():
                continue
            case Impossible(core=clash):
                payload = codes.dead.Vacuous(name=_called(trial.obligation), core=clash)
                note = "、".join(clash)
                return _failed(trial.obligation, Verdict.VACUOUS, payload, core=clash, note=note)
            case Undecided() | Unanswered():
                return _open(trial.obligation, answer)
    return Decided(obligation=trial.obligation, verdict=Verdict.PROVED, rests_on=core)


def _spurious(trial: _Trial, question: Question, replay: Replay) -> Decided:
    """A case in which the text contradicts itself is that finding's; any other one is the tool's own fault."""
    cause = next((d for d in trial.done.values() if _is_conflict(d)), None)
    if replay.conflicts:
        note = f"{'と'.join(replay.conflicts)}の結果が食い違うため"
        told = cause.diagnostic if cause is not None else None
        return Decided(obligation=trial.obligation, verdict=Verdict.NOT_RUN, diagnostic=told, note=note)
    from regcheck.proof.evidence import evidence

    payload = codes.internal.Unreplayed(obligation=trial.obligation.id)
    shown = evidence(trial.spec, replay.record, question.parts)
    return _failed(trial.obligation, Verdict.UNREPLAYED, payload, witness=shown)


def _is_conflict(decided: Decided) -> bool:
    return decided.verdict is Verdict.REFUTED and decided.obligation.family in ("precedence", "exclusive")


def _open(obligation: Obligation, answer: Undecided | Unanswered) -> Decided:
    """Neither proved nor refuted; the clause is named."""
    clause = "、".join(obligation.provisions) or obligation.term
    note = f"{clause}：{answer.reason}"
    if isinstance(answer, Unanswered):
        lost = codes.internal.WorkerLost(obligation=obligation.id, reason=answer.reason)
        return _failed(obligation, Verdict.NOT_RUN, lost, note=note)
    payload = codes.internal.NotDecided(obligation=obligation.id, clause=clause, reason=answer.reason)
    return _failed(obligation, Verdict.UNDECIDED, payload, note=note)


def _called(obligation: Obligation) -> str:
    """性質「X」, or for a part of one the id without its family."""
    _, _, part = obligation.id.partition("/")
    return f"{obligation.term}（{part}）" if part else obligation.term


def _failed(
    obligation: Obligation,
    verdict: Verdict,
    payload: Payload,
    *,
    core: tuple[str, ...] = (),
    witness: Evidence | None = None,
    case: Record | None = None,
    at_limits: tuple[Touched, ...] = (),
    note: str = "",
) -> Decided:
    annotations = [Annotation(span=obligation.span, label=obligation.term), *obligation.places]
    annotations += [Annotation(span=t.span, label=t.words, primary=False) for t in at_limits]
    named = (*obligation.provisions, *core, *(t.label for t in at_limits))
    diagnostic = Diagnostic(
        payload=payload,
        annotations=tuple(dict.fromkeys(a for a in annotations if a.span != NOWHERE)),
        provisions=tuple(dict.fromkeys(named)),
        evidence=witness,
        anchor=obligation.term,
    )
    return Decided(
        obligation=obligation,
        verdict=verdict,
        rests_on=core,
        witness=witness,
        case=case,
        diagnostic=diagnostic,
        note=note,
    )
