"""A case made readable: what does not matter left out, numbers at the limit that matters.

Owns: slicing a case to the facts that decide, delta debugging, and moving values to limits.
Refuses to know: where the case comes from. The evaluator is the only judge, asked a bounded number of times.

Two records are kept: the whole one, which must satisfy the question and all 前提 at every step, and the places
of it that are shown, which alone must still decide the question. So what is shown can always be completed to a
case that may really occur.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from regcheck.model.case import Record, Value
from regcheck.model.specification import Specification
from regcheck.model.types import NumberType, Type
from regcheck.proof.candidates import menu, step_of
from regcheck.proof.limits import limits
from regcheck.proof.question import Question
from regcheck.proof.records import (
    Place,
    kept,
    member_places,
    places,
    type_at,
    value_at,
    with_value,
    without_member,
)
from regcheck.proof.replay import Replay, answers, fits, replayed
from regcheck.proof.support import decisive_places

BUDGET = 1_500
"""Evaluations spent on one case at most; what is left out later is a matter of taste, not of truth."""


def decisive(spec: Specification, question: Question, replay: Replay) -> Record:
    """The record with only the facts that the evaluator's account of the answer rests on, values untouched."""
    record = replay.record
    shown = kept(record, decisive_places(spec, replay))
    if fits(spec, question, shown):
        return shown
    search = _Search(spec=spec, question=question, whole=record)
    search.shown = frozenset(places(spec, record))
    search.drop_facts()
    return kept(record, search.shown)


def minimised(spec: Specification, question: Question, record: Record) -> Record:
    """A small record, at limits where it can be, that still decides the question. `record` must answer it."""
    search = _Search(spec=spec, question=question, whole=record)
    search.drop_members()
    search.shown = decisive_places(spec, replayed(spec, question, search.whole))
    if not search.is_good(search.whole, search.shown):
        search.shown = frozenset(places(spec, search.whole))
    search.drop_facts()
    search.settle_hidden()
    search.move_to_limits()
    search.drop_facts()
    return kept(search.whole, search.shown)


class _Search:
    """The state of one minimisation."""

    def __init__(self, spec: Specification, question: Question, whole: Record) -> None:
        self.spec, self.question, self.whole = spec, question, whole
        self.shown = frozenset[Place]()
        self.spent = 0
        goals = [(part.label, part.formula) for part in self.question.parts]
        background = [
            (a.header.name, a.body)
            for a in self.spec.assumptions.values()
            if a.subject == self.question.subject
        ]
        self.limits = list(limits(self.spec, (*goals, *background)))

    def is_good(self, whole: Record, shown: frozenset[Place]) -> bool:
        """Whether the whole may occur and answers, and the shown part alone decides."""
        if self.spent >= BUDGET:
            return False
        self.spent += 1
        return fits(self.spec, self.question, kept(whole, shown)) and (
            whole is self.whole or answers(self.spec, self.question, whole)
        )

    def drop_members(self) -> None:
        """Members of 一覧 that are not needed, last ones first."""
        members = [p for p in member_places(self.whole) if p.steps]
        for place in reversed(members):
            *above, index = place.steps
            assert isinstance(index, int)
            fewer = without_member(self.whole, Place(steps=tuple(above)), index)
            self.spent += 1
            if answers(self.spec, self.question, fewer):
                self.whole = fewer

    def drop_facts(self) -> None:
        """Facts that are not needed: all of one field at once, then one by one, later fields first."""
        order = [place for place in places(self.spec, self.whole) if place in self.shown]
        groups = dict[str | int, set[Place]]()
        for place in order:
            groups.setdefault(place.steps[0], set()).add(place)
        for group in (*reversed(groups.values()), *({place} for place in reversed(order))):
            fewer = self.shown - group
            if fewer != self.shown and self.is_good(self.whole, fewer):
                self.shown = fewer

    def settle_hidden(self) -> None:
        """Facts that are not shown take their plainest value, lest they hold the shown ones by some 前提."""
        for place in places(self.spec, self.whole):
            if place not in self.shown:
                options = menu(self.spec, self._type(place), place.steps, ()).plain
                self._take_first(place, options[:1])

    def move_to_limits(self) -> None:
        """Every shown fact in turn goes to the best value that keeps the case what it is."""
        for place in places(self.spec, self.whole):
            if place in self.shown:
                offered = menu(self.spec, self._type(place), place.steps, self.limits)
                if not self._take_edge(place, offered.limits):
                    self._take_first(place, (*offered.limits, *offered.plain))

    def _type(self, place: Place) -> Type | None:
        return None if place.judged else type_at(self.spec, self.question.subject, place.steps)

    def _take_first(self, place: Place, values: tuple[Value, ...]) -> None:
        for value in values:
            if value == value_at(self.whole, place) or self._take(place, value):
                return

    def _take(self, place: Place, value: Value) -> bool:
        changed = with_value(self.whole, place, value)
        if self.is_good(changed, self.shown):
            self.whole = changed
            return True
        return False

    def _take_edge(self, place: Place, values: tuple[Value, ...]) -> bool:
        """The first value that keeps the case while a neighbour one step away does not."""
        before = self.whole
        for value in values:
            if value != value_at(before, place) and not self._take(place, value):
                continue
            if any(not self._would_do(place, near) for near in self._neighbours(place, value)):
                return True
            self.whole = before
        return False

    def _would_do(self, place: Place, value: Value) -> bool:
        return self.is_good(with_value(self.whole, place, value), self.shown)

    def _neighbours(self, place: Place, value: Value) -> tuple[Value, ...]:
        kind = self._type(place)
        if isinstance(value, Fraction) and isinstance(kind, NumberType):
            return value - step_of(kind), value + step_of(kind)
        if isinstance(value, date):
            return value - timedelta(days=1), value + timedelta(days=1)
        return ()
