"""What is said of two versions of a 手続 is what looking at every run says in both.

A small 手続 and the same with one thing changed: the length of its period, the order or bounds of an event, an exception
of a rule, the days that are looked at. oracle_runs.py reads every run once more, for each version by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta
from functools import partial

from hypothesis import event, given, strategies as st
from tests.property.effort import examples
from tests.property.oracle_runs import RunOracle
from tests.property.strategies_small_runs import FLAG, NAME, PERIOD, World, small_procedures, world_of

from regcheck.analysis.meanings import Case, Change, ChangeKind, Version, compare_meanings
from regcheck.calendar.period import Period
from regcheck.frozen import Frozen, replace
from regcheck.model.case import Record
from regcheck.model.formula import Choice, Expression, Holds, Path, PeriodEnd
from regcheck.model.procedures import Before, Procedure, RuleKind, Within, day_of, new_last_day_of
from regcheck.proof.engine import Z3Prover
from regcheck.source.eras import day_text

LONGEST = 4


class Versions(Frozen):
    """A 手続 in two versions, with every run that both know."""

    earlier: World
    later: World


# ---------------------------------------------------------------- drawing


@st.composite
def versions(draw: st.DrawFn) -> Versions:
    """One thing changed."""
    earlier = draw(small_procedures())
    vary = draw(st.sampled_from([other_period, other_event, other_rule, fewer_days]))
    return Versions(earlier=earlier, later=world_of(vary(draw, earlier.procedure)))


def other_period(draw: st.DrawFn, procedure: Procedure) -> Procedure:
    period = procedure.periods[PERIOD]
    first_counts = draw(st.booleans())
    length = Period(days=draw(st.integers(1, LONGEST)), first_day_counts=first_counts)
    last = PeriodEnd(start=period.first, period=length)
    in_force: Expression = last
    if isinstance(period.last_in_force, Choice):
        in_force = replace(period.last_in_force, otherwise=last)
    return replace(procedure, periods={PERIOD: replace(period, last=last, last_in_force=in_force)})


def other_event(draw: st.DrawFn, procedure: Procedure) -> Procedure:
    name = draw(st.sampled_from(list(procedure.events)))
    first = next(iter(procedure.events))
    after = () if name == first or draw(st.booleans()) else (Before(event=first, strict=draw(st.booleans())),)
    changed = replace(procedure.events[name], after=after, within=())
    return replace(procedure, events={**procedure.events, name: changed})


def other_rule(draw: st.DrawFn, procedure: Procedure) -> Procedure:
    name = draw(st.sampled_from(list(procedure.rules)))
    rule = procedure.rules[name]
    within = draw(st.sampled_from([rule.within, Within()]))
    flagged = Holds(path=Path(steps=(FLAG,)))
    exceptions = draw(st.sampled_from([(), rule.exceptions, (*rule.exceptions, flagged)]))
    return replace(
        procedure, rules={**procedure.rules, name: replace(rule, within=within, exceptions=exceptions)}
    )


def fewer_days(_: st.DrawFn, procedure: Procedure) -> Procedure:
    """Runs begin a day earlier at the latest."""
    first, last = procedure.horizon
    return replace(procedure, horizon=(first, last - timedelta(days=1)))


# ---------------------------------------------------------------- judging


class Judge:
    """Every run in both versions."""

    def __init__(self, pair: Versions) -> None:
        self.pair = pair
        self.runs = pair.earlier.runs
        self.sides = {
            Version.EARLIER: [_oracle(pair.earlier, run) for run in self.runs],
            Version.LATER: [_oracle(pair.later, run) for run in self.runs],
        }
        before, after = (
            {n for n, one in enumerate(side) if one.is_orderly()} for side in self.sides.values()
        )
        self.domains = {None: before & after, Version.LATER: after - before, Version.EARLIER: before - after}

    def complaints(self, changes: Mapping[str, Change]) -> Iterator[str]:
        title, earlier, later = f"手続「{NAME}」", self.pair.earlier.procedure, self.pair.later.procedure
        order = changes[f"{title}の事象の順序"]
        yield from self.condition(order, lambda one, _: one.is_orderly(), wide=True)
        for name, rule in later.rules.items():
            change = changes[f"{title}の{rule.kind}「{name}」"]
            event(f"rule {change.kind}")
            yield from self.condition(change, partial(self._bites, name))
        period = changes[f"{title}の期間「{PERIOD}」"]
        event(f"period {period.kind}")
        last = earlier.periods[PERIOD].last_in_force, later.periods[PERIOD].last_in_force
        yield from self.days(period, *last)

    def _bites(self, name: str, one: RunOracle, version: Version) -> bool:
        world = self.pair.earlier if version is Version.EARLIER else self.pair.later
        rule = world.procedure.rules[name]
        if rule.kind is RuleKind.POWER:
            return one.happened(rule.event) and not one.is_breached(rule)
        return one.is_breached(rule)

    def condition(
        self, change: Change, holds: Callable[[RunOracle, Version], bool], *, wide: bool = False
    ) -> Iterator[str]:
        """`wide`: which runs are orderly is the very thing that is asked."""
        before, after = (
            {n for n, one in enumerate(side) if holds(one, version)} for version, side in self.sides.items()
        )
        for what, case, parted in (
            ("gained", change.gained, after - before),
            ("lost", change.lost, before - after),
        ):
            allowed = parted & set().union(*self.domains.values())
            if (case is not None) != bool(allowed):
                yield f"{change.title}: {what} {case}, right is {len(allowed)} runs"
            elif case is not None:
                domain = allowed if wide else self.domains[case.only_in]
                yield from self.case(change, case, parted, domain)
                if case.only_in is not None and parted & self.domains[None]:
                    yield f"{change.title}: {what} only in {case.only_in}"

    def case(self, change: Change, case: Case, parted: set[int], domain: set[int]) -> Iterator[str]:
        meant = {n for n in domain if _agrees(self.pair, case.record, self.runs[n])}
        if not meant:
            yield f"{change.title}: {case.record} cannot occur"
        elif meant - parted:
            yield f"{change.title}: {case.record} does not part the versions"

    def days(self, change: Change, earlier: Expression, later: Expression) -> Iterator[str]:
        """The last day in force; the first is the same in all that is drawn."""
        pairs = [
            (before.day(earlier), after.day(later))
            for before, after in zip(*self.sides.values(), strict=True)
        ]
        anywhere = set().union(*self.domains.values())
        parted = {n for n in anywhere if pairs[n][0] != pairs[n][1]}
        if (change.kind is ChangeKind.DIFFERENT) != bool(parted):
            yield f"{change.title}: {change.kind}, right is {len(parted)} runs"
        if change.parted is not None and parted:
            yield from self.case(change, change.parted, parted, self.domains[change.parted.only_in])
            told = change.parted.earlier, change.parted.later
            days = {tuple(f"末日が{day_text(day)}" for day in pairs[n] if day) for n in parted}
            if told not in days:
                yield f"{change.title}: {told}"


def _oracle(world: World, run: Record) -> RunOracle:
    return RunOracle(world.spec, world.procedure, run)


def _agrees(pair: Versions, case: Record, run: Record) -> bool:
    """Whether a run has the facts of a case; the days of events that do not happen say nothing."""
    silent = {
        fact
        for name in pair.later.procedure.events
        if run.facts[name] is False
        for fact in (day_of(name), new_last_day_of(name))
    }
    return all(run.facts[fact] == value for fact, value in case.facts.items() if fact not in silent)


@examples(60)
@given(versions())
def test_changes_of_procedures(pair: Versions) -> None:
    changes = compare_meanings(pair.earlier.spec, pair.later.spec, Z3Prover)
    assert not list(Judge(pair).complaints(changes))
