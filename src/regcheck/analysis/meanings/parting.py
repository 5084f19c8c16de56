"""One question to both versions: is there a case in which they part, and the smallest one, replayed in both.

Owns: asking over the cases of both versions first, then over those of one alone; the replay; the case in words.
Refuses to know: which items there are, what kind of change a case makes.

A case that the evaluator does not confirm in both versions is never shown: then nobody knows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from regcheck.analysis.meanings.change import Case, Version
from regcheck.analysis.meanings.joint import Joint, Reading
from regcheck.diagnostics.diagnostic import Evidence
from regcheck.evaluation.scenario_text import scenario_text
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record, Value
from regcheck.model.formula import Applies, Formula, OutcomeIs, StageApplies
from regcheck.model.specification import Expectation, Expected, Specification
from regcheck.proof.asking import SELF
from regcheck.proof.evidence import evidence, told_case
from regcheck.proof.families.procedures.runs import is_orderly
from regcheck.proof.measuring import measured
from regcheck.proof.minimise import minimised
from regcheck.proof.obligation import Measure
from regcheck.proof.question import Impossible, Labelled, Possible, Prover, Question, Unanswered, Undecided
from regcheck.proof.records import in_order
from regcheck.proof.replay import answers, replayed

Provers = Callable[[Specification], Prover]

_INNER_QUOTES = str.maketrans("「」", "『』")


class Open(Frozen):
    """Nobody knows whether there is a case."""

    reason: str


class Outcome(Frozen):
    """What each version says of a case."""

    earlier: str
    later: str
    rows: tuple[int | None, int | None] | None = None
    expected: tuple[tuple[Formula, bool], ...] = ()
    """What the later version says, for a 事例 of it."""


class Parting(Frozen):
    """What is asked: `formula`, in the names of the joint specification, holds of a record if the versions part in it.

    `outcome` runs a record in both versions, each as it was given, and says what they make of it; None if they do not
    part. With a measure the case is the one that it takes to be the nearest.
    """

    title: str
    subject: str
    formula: Formula
    outcome: Callable[[Record], Outcome | None]
    measure: Measure | None = None


class Bench:
    """Both versions with the provers of their readings, each made when it is first needed."""

    def __init__(self, joint: Joint, prover: Provers) -> None:
        self.joint, self._make = joint, prover
        self._provers: dict[int, Prover] = {}

    def find(self, parting: Parting) -> Case | Open | None:
        """A case; None if there is none for certain."""
        question = Question(
            subject=parting.subject, parts=(Labelled(label=parting.title, formula=parting.formula),)
        )
        for index, reading in enumerate(self.joint.readings):
            match self._prover(index).ask(question):
                case Impossible():
                    continue
                case Undecided(reason=reason) | Unanswered(reason=reason):
                    return Open(reason=reason)
                case Possible(record=record):
                    return self._found(self._prover(index), reading, question, parting, record)
        return None

    def _prover(self, index: int) -> Prover:
        if index not in self._provers:
            self._provers[index] = self._make(self.joint.readings[index].specification)
        return self._provers[index]

    def _found(
        self, prover: Prover, reading: Reading, question: Question, parting: Parting, some: Record
    ) -> Case | Open:
        """The case that stands for all: the nearest one if they are measured."""
        spec = reading.specification
        if parting.measure is not None:
            nearest = measured(spec, question, some, parting.measure, prover)
            question = question if nearest is None else nearest.question
        match prover.example(question):
            case Possible(record=record):
                small = self._confirmed(reading, question, parting, record)
                return Open(reason="事案を評価で再現できない") if small is None else small
            case Undecided(reason=reason) | Unanswered(reason=reason):
                return Open(reason=reason)
            case Impossible():
                return Open(reason="二度問うて答えが違った")

    def _confirmed(
        self, reading: Reading, question: Question, parting: Parting, record: Record
    ) -> Case | None:
        """The small case, if the evaluator says of it in both versions what was said of the whole one; the whole one
        if the small one shows that they part and not what each of them says."""
        spec = reading.specification
        if not replayed(spec, question, record).answers or not self._may_occur(reading, record):
            return None
        for shown in (minimised(spec, question, record), record):
            outcome = parting.outcome(shown)
            if outcome is not None:
                return self._told(reading, parting, shown, outcome)
        return None

    def _may_occur(self, reading: Reading, record: Record) -> bool:
        """Whether the versions of a reading, each as it was given, allow the case."""
        versions = tuple(Version) if reading.only_in is None else (reading.only_in,)
        return all(_allows(self.joint.specification_of(version), record) for version in versions)

    # ------------------------------------------------------------ words

    def _told(self, reading: Reading, parting: Parting, small: Record, outcome: Outcome) -> Case:
        spec = reading.specification
        return Case(
            subject=small.subject,
            words=told_case(spec, small),
            earlier=outcome.earlier,
            later=outcome.later,
            evidence=self._evidence(reading, parting, small, outcome),
            record=small,
            only_in=reading.only_in,
            unshared=self._unshared(small),
            rows=outcome.rows,
        )

    def _evidence(self, reading: Reading, parting: Parting, small: Record, outcome: Outcome) -> Evidence:
        told = evidence(reading.specification, small)
        lines = ((f"改正前の{parting.title}", outcome.earlier), (f"改正後の{parting.title}", outcome.later))
        return replace(told, outcomes=lines, snippet=self._snippet(reading, parting, small, outcome))

    def _snippet(self, reading: Reading, parting: Parting, small: Record, outcome: Outcome) -> str:
        """The case as a 事例 of the later version, if that allows it and a 事例 can say what is expected."""
        wanted = [
            Expectation(formula=formula, expected=Expected.TRUE if holds else Expected.FALSE)
            for formula, holds in outcome.expected
            if isinstance(formula, Applies | StageApplies | OutcomeIs) and formula.path == SELF
        ]
        if not wanted or reading.only_in is Version.EARLIER:
            return ""
        later = self.joint.later
        name = f"{parting.title}の改正".translate(_INNER_QUOTES)
        return scenario_text(later, of_version(later, small), wanted, name).rstrip("\n")

    def _unshared(self, small: Record) -> tuple[str, ...]:
        """The facts of the case that one version alone declares."""
        sides = (self.joint.earlier, self.joint.later)
        declared = [
            spec.subjects[small.subject].fields if small.subject in spec.subjects else {} for spec in sides
        ]
        shown = in_order(self.joint.readings[0].specification, small)
        return tuple(name for name in shown if (name in declared[0]) != (name in declared[1]))


# ---------------------------------------------------------------- one version


def _allows(spec: Specification, record: Record) -> bool:
    """Whether all 前提 of a version hold of a case, and a run has the order that its 手続 demands."""
    parts: Sequence[Labelled] = ()
    if record.subject in spec.procedures:
        parts = (is_orderly(spec.procedures[record.subject]),)
    question = Question(subject=record.subject, parts=tuple(parts))
    return answers(spec, question, of_version(spec, record))


def of_version(spec: Specification, record: Record) -> Record:
    """The record with the facts that a version declares."""
    subject = spec.subjects.get(record.subject)
    fields: Mapping[str, object] = subject.fields if subject is not None else {}
    facts = {name: _of_version(spec, value) for name, value in record.facts.items() if name in fields}
    judgements = {name: found for name, found in record.judgements.items() if name in spec.discretions}
    return Record(subject=record.subject, facts=facts, judgements=judgements)


def _of_version(spec: Specification, value: Value) -> Value:
    match value:
        case Record():
            return of_version(spec, value)
        case tuple() if value and isinstance(value[0], Record):
            return tuple(of_version(spec, member) for member in value if isinstance(member, Record))
        case _:
            return value
