"""A case made readable: what does not matter left out, numbers at the limit that matters.

Owns: slicing a case to the facts that decide, delta debugging, and moving values to limits.
Refuses to know: where the case comes from. The evaluator is the only judge, asked a bounded number of times.

Two records are kept: the whole one, which must satisfy the question and all 前提 at every step, and the places
of it that are shown, which alone must still decide the question. So what is shown can always be completed to a
case that may really occur.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import combinations

from regcheck.model.case import Record, Value
from regcheck.model.specification import Specification
from regcheck.model.types import DateType, EnumSetType, NumberType, Type
from regcheck.proof.candidates import above, below, days_around, is_written, menu, step_of
from regcheck.proof.courses import Course
from regcheck.proof.earliest import draw_near, move_up
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
from regcheck.proof.replay import Judge, Replay, fits, replayed
from regcheck.proof.support import decisive_places

BUDGET = 1_500
"""Evaluations spent on one case at most; what is left out later is a matter of taste, not of truth."""
_FEW = 6
"""Members of a 区分 of which every set is tried."""


def decisive(spec: Specification, question: Question, replay: Replay) -> Record:
    """The record with only the facts that the evaluator's account of the answer rests on, values untouched."""
    record = replay.record
    shown = kept(record, decisive_places(spec, replay))
    if fits(spec, question, shown):
        return shown
    search = _Search(spec, question, record)
    search.shown = frozenset(places(spec, record))
    search.drop_facts()
    return kept(record, search.shown)


def minimised(
    spec: Specification, question: Question, record: Record, among: Question | None = None
) -> Record:
    """A small record, at limits where it can be, that still decides the question. `record` must answer it.

    With `among`, a narrower question, the record answers that one, and so does some completion of the small one.
    """
    search = _Search(spec, question, record, among)
    search.drop_members()
    search.shown = frozenset(places(spec, search.whole))
    search.drop_events()
    search.shown = decisive_places(spec, replayed(spec, question, search.whole))
    if not search.is_good(search.whole, search.shown):
        search.shown = frozenset(places(spec, search.whole))
    search.date_events()
    search.even_out()
    search.drop_facts()
    search.settle_hidden()
    search.move_days()
    search.drop_events()
    search.draw_days_near()
    search.move_to_limits()
    search.date_events()
    search.drop_facts()
    return kept(search.whole, search.shown)


class _Search:
    """The state of one minimisation."""

    def __init__(
        self, spec: Specification, question: Question, whole: Record, among: Question | None = None
    ) -> None:
        self.spec, self.question, self.whole = spec, question, whole
        self._question, self._among = Judge(spec, question), Judge(spec, among or question)
        self.course = Course(spec, question.subject)
        self.shown = frozenset[Place]()
        self.even = frozenset[Place]()
        """Years that all have one value."""
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
        may_be = whole is self.whole or self._among.answers(whole)
        return may_be and self._question.fits(kept(whole, shown))

    def drop_members(self) -> None:
        """Members of 一覧 that are not needed, last ones first."""
        members = [p for p in member_places(self.whole) if p.steps]
        for place in reversed(members):
            *above, index = place.steps
            assert isinstance(index, int)
            fewer = without_member(self.whole, Place(steps=tuple(above)), index)
            self.spent += 1
            if self._among.answers(fewer):
                self.whole = fewer

    def drop_events(self) -> None:
        """Events of a run that need not happen."""
        for events in self.course.thinnings():
            fewer = self.course.without(self.whole, events)
            if fewer is not self.whole:
                self._take_record(fewer)

    def date_events(self) -> None:
        """A run is told with the days on which events happen, and of others without."""
        dated = self.course.dated(self.whole, self.shown)
        if dated != self.shown and self.is_good(self.whole, dated):
            self.shown = dated

    def move_days(self) -> None:
        """The days of a run as early as they can be."""
        days = self.course.days(self.whole, self._shown_in_order())
        kinds = [kind for kind in map(self._type, days) if isinstance(kind, DateType)]
        if kinds:
            move_up(days, max(kind.low or date.min for kind in kinds), self._take_all)

    def draw_days_near(self) -> None:
        """No gap between events that nothing asks for."""
        draw_near(self.course.days(self.whole, self._shown_in_order(), set_too=False), self._take_all)

    def _take_all(self, values: Mapping[Place, date]) -> bool:
        changed = self.whole
        for place, value in values.items():
            changed = with_value(changed, place, value)
        return self._take_record(changed)

    def even_out(self) -> None:
        """The years of a 系列 of numbers all take the same limit, where that keeps the case."""
        series = dict.fromkeys(p.steps[:-1] for p in self._shown_in_order() if self._is_year(p))
        for steps in series:
            years = [p for p in places(self.spec, self.whole) if p.steps[:-1] == steps]
            offered = menu(self.spec, self._type(years[0]), years[0].steps, self.limits)
            for value in offered.limits:
                even = self.whole
                for year in years:
                    even = with_value(even, year, value)
                if self.is_good(even, self.shown | frozenset(years)):
                    self.whole, self.shown = even, self.shown | frozenset(years)
                    self.even |= frozenset(years)
                    break

    def _is_year(self, place: Place) -> bool:
        return isinstance(place.steps[-1], int) and isinstance(self._type(place), NumberType)

    def drop_facts(self) -> None:
        """Facts that are not needed: all of one field at once, then one by one, later fields first."""
        order = self._shown_in_order()
        groups = dict[str | int, set[Place]]()
        for place in order:
            groups.setdefault(self.course.owner(place) or place.steps[0], set()).add(place)
        alone = ({place} for place in reversed(order) if self.course.owner(place) is None)
        for group in (*reversed(groups.values()), *alone):
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
        """Every shown fact in turn goes to the best value that keeps the case what it is; then numbers and days
        that stand at no edge go as near as they can to each other, or to what does not do."""
        free = [p for p in self._shown_in_order() if p not in self.even and self.course.owner(p) is None]
        for place in [p for p in free if not self._settle(p)]:
            kind = self._type(place)
            others = menu(self.spec, kind, place.steps, (), list(self._beside(place)))
            if not self._take_edge(place, others.limits) and isinstance(kind, NumberType):
                self._close_in(place, kind)

    def _shown_in_order(self) -> list[Place]:
        return [place for place in places(self.spec, self.whole) if place in self.shown]

    def _settle(self, place: Place) -> bool:
        """Whether the value is at the edge of what keeps the case, or as plain as any."""
        offered = menu(self.spec, self._type(place), place.steps, self.limits)
        if self._take_edge(place, offered.limits):
            return True
        smaller = tuple(self._smaller(place))
        self._take_first(place, (*offered.limits, *offered.plain, *smaller))
        return value_at(self.whole, place) in (*offered.plain, *smaller)

    def _smaller(self, place: Place) -> Iterator[frozenset[str]]:
        """Sets with no more members than this one, the smallest first; of a large one, those with one less."""
        kind, value = self._type(place), value_at(self.whole, place)
        if not isinstance(kind, EnumSetType) or not isinstance(value, frozenset):
            return
        members = self.spec.enumerations[kind.enum].members
        if len(members) <= _FEW:
            for size in range(2, len(value) + 1):
                yield from map(frozenset, combinations(members, size))
        else:
            yield from (value - {member} for member in members if member in value)

    def _beside(self, place: Place) -> Iterator[Value]:
        """Other shown values of the same type."""
        kind = self._type(place)
        for other in self._shown_in_order():
            if other != place and not other.judged and self._type(other) == kind:
                yield value_at(self.whole, other)

    def _close_in(self, place: Place, kind: NumberType) -> None:
        """The number goes next to the nearest of the plain ones that will not do."""
        step, value = step_of(kind), self._number_at(place)
        near = (below(value, step), above(value, step)) if value % step else ()
        self._take_first(place, tuple(v for v in near if is_written(kind, v)))
        value = self._number_at(place)
        plain = [v for v in menu(self.spec, kind, place.steps, ()).plain if isinstance(v, Fraction)]
        plain.sort(key=lambda v: abs(v - value))
        bad = next((v for v in plain if not self._would_do(place, v)), value)
        apart = int((bad - value) / step)
        while abs(apart) > 1:
            half = int(apart / 2)
            taken = self._take(place, self._number_at(place) + half * step)
            apart = apart - half if taken else half

    def _number_at(self, place: Place) -> Fraction:
        value = value_at(self.whole, place)
        assert isinstance(value, Fraction)
        return value

    def _type(self, place: Place) -> Type | None:
        return None if place.judged else type_at(self.spec, self.question.subject, place.steps)

    def _take_first(self, place: Place, values: tuple[Value, ...]) -> bool:
        return any(value == value_at(self.whole, place) or self._take(place, value) for value in values)

    def _take(self, place: Place, value: Value) -> bool:
        return self._take_record(with_value(self.whole, place, value))

    def _take_record(self, changed: Record) -> bool:
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
            return tuple(days_around(value))
        return ()
