"""The events of a run as entries of a 事例: 届出は令和八年四月一日, 延長後の末日は令和八年七月三十一日, 命令は不明.

Owns: which facts of a run are told by its events, and their words, in the order of the days.
Refuses to know: the other facts of a run (scenario_text.py).

An event that does not happen is not told: who names an event says that it does, or that it is 不明.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from regcheck.evaluation.day_words import event_text
from regcheck.model.case import Record
from regcheck.model.procedures import Procedure, day_of, new_last_day_of
from regcheck.source.eras import day_text


def facts_of_events(procedure: Procedure) -> frozenset[str]:
    """The facts of a run that say whether an event happens, when, and which last day it sets."""
    return frozenset(
        fact for event in procedure.events for fact in (event, day_of(event), new_last_day_of(event))
    )


def event_entries(procedure: Procedure, run: Record) -> Iterator[str]:
    """Those that happen by their days, then those of which the day is not known, then those that are open."""
    happened = [event for event in procedure.events if run.facts.get(event) is True]
    for event in sorted(happened, key=lambda event: _day(run, day_of(event)) or date.max):
        on = _day(run, day_of(event))
        yield f"{event_text(event)}は{day_text(on)}" if on else f"{event_text(event)}あり"
        yield from _set_by(run, event)
    for event in procedure.events:
        if not isinstance(run.facts.get(event), bool):
            yield f"{event_text(event)}は不明"
            if on := _day(run, day_of(event)):
                yield f"{day_of(event_text(event))}は{day_text(on)}"
            yield from _set_by(run, event)


def _set_by(run: Record, event: str) -> Iterator[str]:
    """The new last day that an event sets."""
    if last := _day(run, new_last_day_of(event)):
        yield f"{new_last_day_of(event_text(event))}は{day_text(last)}"


def _day(run: Record, fact: str) -> date | None:
    value = run.facts.get(fact)
    return value if isinstance(value, date) else None
