"""A run of a 手続 as a table of its days.

Owns: the days of a run in order: its events, the ends of its periods and limits, and which day of each period it is.
Refuses to know: how a table is shown, why the run was asked for.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date

from regcheck.diagnostics.diagnostic import Step
from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.evaluation.procedures import is_there
from regcheck.evaluation.truth import number_of, truth_of
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.formula import Expression, Fact, Holds, Path
from regcheck.model.procedures import Procedure, Rule, day_of
from regcheck.model.specification import Specification
from regcheck.proof.obligation import Mark


class RunTable(Frozen):
    """The days of a run, those of its events alone, and the events that do not happen in it."""

    steps: tuple[Step, ...]
    events: tuple[Step, ...]
    absent: tuple[str, ...]


def run_table(
    spec: Specification, run: Record, marks: Sequence[Mark] = (), about: Container[str] | None = None
) -> RunTable:
    """What is known of a run; `marks` are days to be shown besides those of the 手続 itself. At the ends of periods
    and limits stand only the provisions that the run is shown `about`, if those are given."""
    asked = _Asked(spec, spec.procedures[run.subject], run, about)
    events = _by_day(asked.events())
    steps = _by_day((*events, *asked.ends(), *asked.marked(marks)))
    absent = (
        name
        for name in asked.procedure.events
        if truth_of(spec, Holds(path=Path(steps=(name,))), run) is FALSE
    )
    return RunTable(steps=steps, events=events, absent=tuple(absent))


def _by_day(steps: Iterable[Step]) -> tuple[Step, ...]:
    return tuple(sorted(dict.fromkeys(steps), key=lambda step: step.day))


class _Asked:
    """A run that is asked for its days."""

    def __init__(
        self, spec: Specification, procedure: Procedure, run: Record, about: Container[str] | None
    ) -> None:
        self.spec, self.procedure, self.run, self.about = spec, procedure, run, about
        self._periods = [
            (name, first, last)
            for name, period in procedure.periods.items()
            if (first := self.day(period.first)) is not None
            and (last := self.day(period.last_in_force)) is not None
        ]

    def day(self, of: Expression) -> date | None:
        """The day itself if it is there and known."""
        if truth_of(self.spec, is_there(self.procedure, of), self.run) is not TRUE:
            return None
        found = number_of(self.spec, of, self.run)
        is_known = found.low is not None and found.low == found.high
        return date.fromordinal(int(found.low or 0)) if is_known else None

    def events(self) -> Iterator[Step]:
        for name, event in self.procedure.events.items():
            happened = truth_of(self.spec, Holds(path=Path(steps=(name,))), self.run)
            on = self.day(Fact(path=Path(steps=(day_of(name),)))) if happened is TRUE else None
            if on is not None:
                rules = (rule for rule in self.procedure.rules.values() if rule.event == name)
                yield self._step(on, name, event.actor, _provisions(rules))

    def ends(self) -> Iterator[Step]:
        for name, period in self.procedure.periods.items():
            on = self.day(period.last_in_force)
            if on is not None:
                yield self._step(on, f"{name}の末日", provisions=self._ending_at(period.last_in_force))
        for name, limit in self.procedure.limits.items():
            on = self.day(limit.day)
            if on is not None:
                yield self._step(on, name, provisions=self._ending_at(limit.day))

    def marked(self, marks: Iterable[Mark]) -> Iterator[Step]:
        """The marks on days that nothing else in the table says."""
        told = {period.last_in_force for period in self.procedure.periods.values()}
        told |= {limit.day for limit in self.procedure.limits.values()}
        told |= {Fact(path=Path(steps=(day_of(name),))) for name in self.procedure.events}
        for mark in marks:
            on = self.day(mark.day) if mark.day not in told else None
            if on is not None:
                yield self._step(on, mark.label, provisions=mark.provisions)

    def _ending_at(self, last: Expression) -> tuple[str, ...]:
        """The provisions of the rules that end on a day."""
        found = _provisions(rule for rule in self.procedure.rules.values() if rule.within.last == last)
        return tuple(one for one in found if self.about is None or one in self.about)

    def _step(self, on: date, what: str, who: str = "", provisions: tuple[str, ...] = ()) -> Step:
        counts = tuple(
            (name, (on - first).days + 1) for name, first, last in self._periods if first <= on <= last
        )
        return Step(day=on, what=what, who=who, counts=counts, provisions=provisions)


def _provisions(rules: Iterable[Rule]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for rule in rules for p in rule.header.provision))
