"""Who notices a slip: the first obligation, fact check or other finding that a check of the mutant would add.

Owns: which parts of a check are worth running for a mutant, and in which order.
Refuses to know: how a verdict is reached; mutants that nobody notices.

What no slip can reach is not asked again: an obligation is left out if it reads as before and nothing that it
names leads to the changed item. Cheap and likely killers come first: 事例, what the text settles by itself,
確認, 性質, then every other family. Lint makes notes only, and is not asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from regcheck.analysis.days import check_days
from regcheck.analysis.epochs import Epoch, epochs
from regcheck.analysis.facts import fact_entries
from regcheck.analysis.mutation.mutants import Mutant
from regcheck.analysis.mutation.sight import Sight, key_of
from regcheck.analysis.mutation.standing import Bench, Standing
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen, replace
from regcheck.model.claims import Claim, EveryRowClaim, FigureClaim, GroupsWithoutClaim
from regcheck.model.formula import Compare, Formula, Number, Path
from regcheck.model.specification import Specification
from regcheck.proof.decide import decide
from regcheck.proof.families import FAMILIES, obligations
from regcheck.proof.families.scenario import scenario
from regcheck.proof.obligation import NoCase, Obligation, Settled, SomeCase
from regcheck.proof.verdict import Verdict

_FIRST = ("property", "exclusive", "cover", "stage", "precedence", "delegation")
"""Families that are asked before the others."""

_BUT_SCENARIOS = tuple(family for family in FAMILIES if family is not scenario)


class Tried(Frozen):
    """A mutant that was built, and what notices it, if anything does."""

    epochs: tuple[Epoch, ...]
    killer: str = ""
    """The id of an obligation, or the code of another finding and the item it is about."""


def tried(bench: Bench, mutant: Mutant) -> Tried:
    """Build the mutant and look for the first that notices it."""
    files = [mutant.file if file.name == mutant.file.name else file for file in bench.files]
    found = epochs(files, bench.own, bench.as_of)
    if len(found) > 1:
        news = (d for d in check_days(files, bench.own, {}, bench.as_of).diagnostics if bench.is_news(d))
        for diagnostic in news:
            return Tried(epochs=found, killer=f"{diagnostic.code.id} {diagnostic.anchor}")
    same = bench.epochs if len(found) == len(bench.epochs) else (None,) * len(found)
    for epoch, standing in zip(found, same, strict=True):
        trial = Trial(bench=bench, epoch=epoch, standing=standing, sight=_sight(standing, mutant))
        killer = next(trial.killers(), "")
        if killer:
            return Tried(epochs=found, killer=killer)
    return Tried(epochs=found)


def _sight(standing: Standing | None, mutant: Mutant) -> Sight | None:
    return standing.sight(key_of(mutant.item)) if standing is not None else None


class Trial(Frozen):
    """A mutant in one epoch. Without a standing (a day moved an epoch) everything is asked again."""

    bench: Bench
    epoch: Epoch
    standing: Standing | None
    sight: Sight | None

    @property
    def spec(self) -> Specification:
        return self.epoch.specification

    def killers(self) -> Iterator[str]:
        """Everything that notices, each found when it is wanted."""
        yield from self._news(self.epoch.diagnostics)
        yield from self._asked(scenario(self._with_seeing_scenarios()))
        others = {o.id: o for o in obligations(self.spec, families=_BUT_SCENARIOS)}
        settled = [o for o in others.values() if isinstance(o.ask, Settled)]
        yield from self._asked(settled)
        yield from self._facts()
        yield from self._asked([o for o in others.values() if not isinstance(o.ask, Settled)], others)

    def _news(self, diagnostics: Iterable[Diagnostic]) -> Iterator[str]:
        yield from (f"{d.code.id} {d.anchor}".strip() for d in diagnostics if self.bench.is_news(d))

    # ------------------------------------------------------------ obligations

    def _asked(
        self, owed: Iterable[Obligation], presupposed: Mapping[str, Obligation] = MappingProxyType({})
    ) -> Iterator[str]:
        wanted = sorted((o for o in owed if self._may_differ(o)), key=_rank)
        order = _with_presupposed(wanted, presupposed, self._is_doubtful)
        if order:
            for decided in decide(self.spec, order, self.bench.prover(self.spec)):
                yield from self._noticed(decided.obligation.id, decided.verdict, decided.diagnostic)

    def _noticed(self, owed: str, verdict: Verdict, diagnostic: Diagnostic | None) -> Iterator[str]:
        """A verdict that is not green and not known; or a known finding that is gone."""
        is_told = diagnostic is not None and diagnostic.fingerprint in self.bench.told
        gone = verdict.is_green and owed + self.epoch.mark in self.bench.accepted
        if gone or not (verdict.is_green or is_told):
            yield owed

    def _may_differ(self, obligation: Obligation) -> bool:
        if self.standing is None or self.sight is None:
            return True
        before = self.standing.owed.get(obligation.id)
        if before is None or before.ask != obligation.ask:
            return True
        match obligation.ask:
            case NoCase(question=question, premises=premises):
                return any(map(self.sight.question, (question, *premises)))
            case SomeCase(question=question):
                return self.sight.question(question)
            case Settled():
                return False

    def _is_doubtful(self, obligation: Obligation) -> bool:
        """Whether an obligation that others presuppose may fail."""
        before = self.bench.verdicts.get(obligation.id + self.epoch.mark)
        return before is not Verdict.PROVED or self._may_differ(obligation)

    def _with_seeing_scenarios(self) -> Specification:
        sight, spec = self.sight, self.spec
        if sight is None:
            return spec
        seeing = {
            name: example
            for name, example in spec.scenarios.items()
            if example.record.subject in sight.subjects
            or any(sight.formula(expectation.formula) for expectation in example.expectations)
        }
        return replace(spec, scenarios=seeing)

    # ------------------------------------------------------------ facts

    def _facts(self) -> Iterator[str]:
        for entry in fact_entries(self._with_seeing_checks(), self.bench.tables_of(self.spec), ""):
            yield from self._noticed(entry.id, entry.verdict, entry.diagnostic)

    def _with_seeing_checks(self) -> Specification:
        sight, spec = self.sight, self.spec
        if sight is None:
            return spec
        checks = {
            name: replace(check, claims=claims)
            for name, check in spec.figure_checks.items()
            if (claims := tuple(c for c in check.claims if any(map(sight.formula, _formulas(c)))))
        }
        premises = {name: a for name, a in spec.assumptions.items() if name in sight.premises}
        return replace(spec, figure_checks=checks, assumptions=premises)


def _formulas(claim: Claim) -> tuple[Formula, ...]:
    match claim:
        case FigureClaim(selection=selection, value=value):
            rows = (selection.where,) if selection.where is not None else ()
            if value is None or isinstance(value, Path):
                return rows
            expected = Number(value=claim.expected, unit=claim.unit)
            return (*rows, Compare(op=claim.op, left=value, right=expected))
        case EveryRowClaim(selection=selection, condition=condition):
            return (condition, selection.where) if selection.where is not None else (condition,)
        case GroupsWithoutClaim(condition=condition):
            return (condition,)


def _rank(obligation: Obligation) -> int:
    return _FIRST.index(obligation.family) if obligation.family in _FIRST else len(_FIRST)


def _with_presupposed(
    wanted: Iterable[Obligation], listed: Mapping[str, Obligation], is_doubtful: Callable[[Obligation], bool]
) -> list[Obligation]:
    """What is wanted, each after those that it presupposes and that may fail."""
    order = dict[str, Obligation]()

    def put(obligation: Obligation) -> None:
        if obligation.id in order:
            return
        for name in obligation.presupposes:
            if name in listed and is_doubtful(listed[name]):
                put(listed[name])
        order[obligation.id] = obligation

    for obligation in wanted:
        put(obligation)
    return list(order.values())
