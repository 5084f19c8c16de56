"""All mutants of a specification and what became of each.

Owns: the fates of mutants, and the order of the search: who notices, and if nobody does, whether anybody could.
Refuses to know: files, the baseline's form, how the outcome is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from regcheck.analysis.epochs import Epoch
from regcheck.analysis.mutation.mutants import Mutant
from regcheck.analysis.mutation.sight import key_of
from regcheck.analysis.mutation.standing import Bench
from regcheck.analysis.mutation.trial import tried
from regcheck.analysis.mutation.twins import Difference, difference
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.frozen import Frozen


class Fate(StrEnum):
    """EXPLAINED is a survivor that is accepted with a reason; the first pass knows no reasons."""

    KILLED = "killed"
    EQUIVALENT = "equivalent"
    EXPLAINED = "explained"
    SURVIVED = "survived"


class Outcome(Frozen):
    """A mutant and what became of it."""

    mutant: Mutant
    fate: Fate
    killer: str = ""
    """Of a killed one: the obligation, or the other finding, that notices it."""
    diagnostic: Diagnostic | None = None
    """Of a survivor: what is told, with the case that tells the texts apart."""
    reason: str = ""
    """Of an explained survivor."""


def outcomes(bench: Bench, listed: Iterable[Mutant]) -> Iterator[Outcome]:
    """Each mutant in turn, when it is wanted."""
    for mutant in listed:
        yield _outcome(bench, mutant)


def _outcome(bench: Bench, mutant: Mutant) -> Outcome:
    trial = tried(bench, mutant)
    if trial.killer:
        return Outcome(mutant=mutant, fate=Fate.KILLED, killer=trial.killer)
    found = _compared(bench, mutant, trial.epochs)
    if found.is_same:
        return Outcome(mutant=mutant, fate=Fate.EQUIVALENT)
    return Outcome(mutant=mutant, fate=Fate.SURVIVED, diagnostic=_finding(mutant, found))


def _compared(bench: Bench, mutant: Mutant, changed: tuple[Epoch, ...]) -> Difference:
    """The same only if it is so at all times, and everything begins and ends on the same days."""
    if mutant.days_moved or len(changed) != len(bench.epochs):
        return Difference()
    found = Difference()  # an item that is never in force is not the same as anything
    for standing, epoch in zip(bench.epochs, changed, strict=True):
        if standing.holds(mutant.item):
            sight = standing.sight(key_of(mutant.item))
            found = difference(standing.specification, epoch.specification, mutant.item, sight, bench.prover)
            if not found.is_same:
                break
    return found


def _finding(mutant: Mutant, found: Difference) -> Diagnostic:
    edit = mutant.edit
    payload = codes.mutation.BY_KIND[edit.kind](
        item=mutant.title, before=edit.before, after=edit.after, number=mutant.number, reason=found.reason
    )
    return Diagnostic(
        payload=payload,
        annotations=(Annotation(span=edit.span, label=mutant.place),),
        evidence=found.case,
        anchor=mutant.place,
    )


class Score(Frozen):
    """How many mutants there are by fate, and the part that is noticed."""

    killed: int = 0
    equivalent: int = 0
    explained: int = 0
    survived: int = 0

    @property
    def total(self) -> int:
        return self.killed + self.equivalent + self.explained + self.survived

    @property
    def percent(self) -> int:
        """Killed of those that can be, in whole hundredths, rounded down; all of none."""
        able = self.total - self.equivalent
        return 100 * self.killed // able if able else 100


def score_of(found: Iterable[Outcome]) -> Score:
    """Count the fates."""
    fates = [outcome.fate for outcome in found]
    return Score(**{fate.value: fates.count(fate) for fate in Fate})


class Verdicts(Frozen):
    """What is shown of a run: the outcomes with the reasons of the survivors, and reasons that no survivor needs."""

    outcomes: tuple[Outcome, ...]
    complaints: tuple[Diagnostic, ...] = ()
    at_least: int = 0
    """The part of the mutants, in hundredths, that must be noticed."""
    interrupted: bool = False

    @property
    def score(self) -> Score:
        return score_of(self.outcomes)

    @property
    def is_clean(self) -> bool:
        """Enough is noticed, and everything else has a reason."""
        return not self.score.survived and self.score.percent >= self.at_least and not self.complaints
