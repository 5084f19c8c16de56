"""The events of a run, as a reader looks at them: what happens, on which day.

Owns: which facts of a record belong to an event, runs without some events, which of the facts are shown together.
Refuses to know: whether a run may be shown so (minimise.py asks the evaluator).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from regcheck.model.case import Record
from regcheck.model.procedures import day_of, new_last_day_of
from regcheck.model.specification import Specification
from regcheck.proof.records import Place, with_value


class Course:
    """The events of the runs that are records of a 対象; of any other 対象 there are none."""

    def __init__(self, spec: Specification, subject: str) -> None:
        procedure = spec.procedures.get(subject)
        self._after: dict[str, list[str]] = {}
        self._owners: dict[str | int, str] = {}
        self._dates: dict[str, tuple[str, str]] = {}
        for event in procedure.events.values() if procedure else ():
            self._dates[event.name] = dates = day_of(event.name), new_last_day_of(event.name)
            self._owners |= dict.fromkeys((event.name, *dates), event.name)
            for before in event.after:
                self._after.setdefault(before.event, []).append(event.name)

    def thinnings(self) -> Iterator[frozenset[str]]:
        """Events to leave out together: one with all that come after it, then one by one, last ones first."""
        yield from (frozenset(self._followers(event)) for event in self._dates)
        yield from (frozenset((event,)) for event in reversed(self._dates))

    def _followers(self, event: str) -> list[str]:
        """An event and those that come after it, also through others between them."""
        found = [event]
        for earlier in found:
            found += [later for later in self._after.get(earlier, ()) if later not in found]
        return found

    def without(self, record: Record, events: Iterable[str]) -> Record:
        """The run in which these do not happen."""
        for event in sorted(events):
            if record.facts.get(event) is True:
                record = with_value(record, Place(steps=(event,)), False)
        return record

    def owner(self, place: Place) -> str | None:
        """The event that a fact belongs to."""
        return self._owners.get(place.steps[0])

    def dated(self, record: Record, shown: frozenset[Place]) -> frozenset[Place]:
        """What is shown, an event that happens with its days, and one that does not without."""
        for event, names in self._dates.items():
            dates = frozenset(Place(steps=(name,)) for name in names if name in record.facts)
            if shown & dates and event in record.facts:
                shown |= {Place(steps=(event,))}
            happens = record.facts.get(event) is True and Place(steps=(event,)) in shown
            shown = shown | dates if happens else shown - dates
        return shown

    def days(self, record: Record, shown: Iterable[Place], *, set_too: bool = True) -> dict[Place, date]:
        """The days of events among what is shown; `set_too`: and the new last days that they set."""
        wanted = {dates[index] for dates in self._dates.values() for index in range(1 + set_too)}
        owned = {p: record.facts[str(p.steps[0])] for p in shown if p.steps[0] in wanted}
        return {place: day for place, day in owned.items() if isinstance(day, date)}
