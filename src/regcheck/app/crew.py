"""Obligations decided, and decided ones recorded, by several processes of this machine at the same time.

Owns: when that pays, who does which portion, and what happens when a process dies.
Refuses to know: how an obligation is decided or recorded, how a process is copied.

Each process has a share of what is on the same items. What was found then stands already when all are decided in their
order: so whatever one obligation has to do with another is as if there was one process, and what nobody found is found
there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate, islice, pairwise
from typing import Any, Generic, TypeVar

from regcheck.app.forks import can_fork
from regcheck.app.helper import Counting, Helper
from regcheck.frozen import Frozen
from regcheck.proof.decide import Decided, Progress, lost, questions_of
from regcheck.proof.obligation import NoCase, Obligation, Settled
from regcheck.proof.verdict import Verdict
from regcheck.proof.work import ALONE, Record, Recording, Work

_TOGETHER = 50
"""Verdicts that a copy brings at a time."""

_MEASURED = 40
"""What measuring a finding weighs; an obligation weighs one, and one more for each part of what it asks."""

_SEARCHED = 5
"""What it weighs that there should be no case: that takes a solver."""

_RECORDED = 1
"""What recording an obligation weighs besides."""

_OVER = 0.25
"""How far a share may reach over its end, to end with an item: a part of what it should weigh."""

_LASTING = (Verdict.PROVED, Verdict.REFUTED, Verdict.VACUOUS, Verdict.UNDECIDED)
"""Verdicts that depend on nothing but the obligation and what it names."""

T = TypeVar("T")


class Crew(Frozen):
    """So many processes, this one among them. `memory` counts what all of them remember."""

    hands: int
    memory: Counting | None = None
    pays: int
    """Weight of obligations above which more processes than one save time."""

    def decide(
        self,
        owed: Sequence[Obligation],
        standing: Mapping[str, Decided],
        progress: Progress | None,
        work: Work,
        recording: Recording[T] | None = None,
    ) -> Iterator[Decided]:
        """Every obligation decided, in the given order."""
        more = _RECORDED if recording is not None else 0
        waiting = [_weighed(o, more) for o in owed if o.id not in standing and not isinstance(o.ask, Settled)]
        if not self._pay(sum(one.weight for one in waiting)):
            yield from ALONE.decide(owed, standing, progress, work)
            return
        shift = _Shift(owed, waiting, self, partial(work, standing=standing), recording)
        try:
            shift.run(progress)
        except KeyboardInterrupt:
            found = {**standing, **shift.found}
            known = [one for one in owed if one.id in found or isinstance(one.ask, Settled)]
            yield from work(known, standing=found)
            raise
        yield from work(owed, standing={**standing, **shift.found})
        if progress is not None:
            progress(len(owed), len(owed))

    def record(self, decided: Sequence[Decided], record: Record[T]) -> Sequence[tuple[Decided, T]]:
        """Each as it stands when it is recorded, and its record, in the given order."""
        if not self._pay(_RECORDED * len(decided)):
            return ALONE.record(decided, record)
        before = {one.obligation.id: one for one in decided}
        listed = [one for item in _by_item(decided, lambda one: one.obligation.term) for one in item]
        each = -(-len(listed) // self.hands)
        own, *shares = (listed[first : first + each] for first in range(0, len(listed), each))
        others = [Helper(partial(_changed, share, record), self.memory) for share in shares]
        try:
            found = _recorded(own, record)
            for share, other in zip(shares, others, strict=True):
                ended = other.wait()
                found |= _unpacked(before, other.leave()) if ended else _recorded(share, record)
        finally:
            for other in others:
                other.leave()
        return [found[name] for name in before]

    def _pay(self, weight: int) -> bool:
        return self.hands > 1 and weight > self.pays and can_fork()


class _Shift(Generic[T]):
    """All processes at work on some obligations; `found` has what is known, by the id of the obligation. Each records
    what it decided, all at once: questions that are recorded together share their text."""

    def __init__(
        self,
        owed: Sequence[Obligation],
        waiting: Sequence[_Weighed],
        crew: Crew,
        decide: Callable[..., Iterator[Decided]],
        recording: Recording[T] | None,
    ) -> None:
        self.found: dict[str, Decided] = {}
        self._owed = {obligation.id: obligation for obligation in owed}
        self._waiting = [one.obligation for one in waiting]
        self._crew, self._decide, self._recording = crew, decide, recording
        self._shares = list(map(self._with_needed, _shares(waiting, crew.hands)))

    def run(self, progress: Progress | None) -> None:
        """Decide the own share, and gather what the others found."""
        memory = self._crew.memory
        if memory is not None:
            memory.hold()
        own, *rest = self._shares
        others = [self._helper(partial(self._decide, share)) for share in rest]
        try:
            self._record([self._noted(one) for one in self._decide(own, progress=self._of_all(progress))])
            ended = [other.wait() for other in others if other.has_begun]
        finally:
            for other in others:
                self._receive(other.leave())
            if memory is not None:
                memory.release()
        if not all(ended):
            self._once_more([one for one in self._waiting if one.id not in self.found])

    def _of_all(self, progress: Progress | None) -> Progress | None:
        """The progress of one share, as if the others went on alike."""
        if progress is None:
            return None
        count = len(self._owed)
        return lambda done, total: progress(count * done // (total + 1), count)

    def _record(self, decided: Sequence[Decided]) -> None:
        if self._recording is not None:
            for one, made in zip(decided, self._recording.make(decided), strict=True):
                self._recording.note(one, made)

    def _with_needed(self, share: Sequence[Obligation]) -> list[Obligation]:
        """A share, after what its findings name as ways to mend them."""
        named = (self._owed[name] for one in share for name in one.mended_by if name in self._owed)
        return list({one.id: one for one in (*named, *share)}.values())

    def _helper(
        self, make: Callable[[], Iterator[Decided]], together: int = _TOGETHER
    ) -> Helper[_Brought[T]]:
        return Helper(lambda: self._brought(make(), together), self._crew.memory)

    def _brought(self, found: Iterator[Decided], together: int) -> Iterator[_Brought[T]]:
        """What a copy makes: its verdicts as they are found, and at last their records."""
        decided: list[Decided] = []
        while some := list(islice(found, together)):
            decided += some
            yield [_parcel(one) for one in some], []
        if self._recording is not None:
            yield [], list(_changed(decided, self._recording.make))

    def _noted(self, one: Decided) -> Decided:
        if one.verdict in _LASTING:
            self.found[one.obligation.id] = one
        return one

    def _receive(self, brought: Iterable[_Brought[T]]) -> set[str]:
        """Note what a process brought; the ids of the obligations."""
        decided: dict[str, Decided] = {}
        for parcels, changes in brought:
            for name, fields in parcels:
                decided[name] = self._noted(_received(self._owed[name], fields))
            for name, made in _unpacked(decided, changes).items():
                if self._recording is not None:
                    self._recording.note(decided[name], made)
        return set(decided)

    def _once_more(self, left: Sequence[Obligation]) -> None:
        """What a process died over, by others; what ends a second one has no verdict. Where the system gives no more
        processes, it is left to this one."""
        while left:
            wanted = self._with_needed(left)
            other = self._helper(partial(self._decide, wanted), together=1)
            try:
                ended = other.wait()
            finally:
                brought = self._receive(other.leave())
            if not other.has_begun:
                return
            left = [] if ended else [one for one in wanted if one.id not in brought]
            if left:
                self.found[left[0].id] = lost(left[0])
                left = left[1:]


_Parcel = tuple[str, dict[str, Any]]
"""The id of an obligation and how it was decided: what can be sent."""

_Change = tuple[str, dict[str, Any] | None, T]
"""The id of an obligation, how it is decided if that is no longer as before, and what was recorded."""

_Brought = tuple[list[_Parcel], list[_Change[T]]]
"""Verdicts, and records of verdicts that were brought before."""

_FIELDS = tuple(name for name in Decided.__struct_fields__ if name != "obligation")


def _parcel(one: Decided) -> _Parcel:
    return one.obligation.id, {name: getattr(one, name) for name in _FIELDS}


def _received(obligation: Obligation, fields: Mapping[str, Any]) -> Decided:
    return Decided(obligation=obligation, **fields)


def _recorded(share: Sequence[Decided], record: Record[T]) -> dict[str, tuple[Decided, T]]:
    return {after.obligation.id: (after, made) for after, made in record(share)}


def _changed(share: Sequence[Decided], record: Record[T]) -> Iterator[_Change[T]]:
    for one, (after, made) in zip(share, record(share), strict=True):
        name, fields = _parcel(after)
        yield name, None if after is one else fields, made


def _unpacked(before: Mapping[str, Decided], changes: Iterable[_Change[T]]) -> dict[str, tuple[Decided, T]]:
    found: dict[str, tuple[Decided, T]] = {}
    for name, fields, made in changes:
        one = before[name]
        found[name] = one if fields is None else _received(one.obligation, fields), made
    return found


def _by_item(listed: Iterable[T], term: Callable[[T], str]) -> list[list[T]]:
    """Those on one item together."""
    by_term: dict[str, list[T]] = {}
    for one in listed:
        by_term.setdefault(term(one), []).append(one)
    return list(by_term.values())


class _Weighed(Frozen, kw_only=False, eq=False):
    """An obligation and how much there is to do for it."""

    obligation: Obligation
    weight: int


def _weighed(obligation: Obligation, more: int = 0) -> _Weighed:
    parts = sum([len(question.parts) for question in questions_of(obligation)])
    searched = _SEARCHED if type(obligation.ask) is NoCase else 0
    measured = _MEASURED if obligation.measure is not None else 0
    return _Weighed(obligation, 1 + parts + searched + measured + more)


def _shares(waiting: Sequence[_Weighed], count: int) -> list[list[Obligation]]:
    """So many shares of neighbours of about the same weight, or fewer. A share ends with an item where one ends nearby:
    what is on one item reaches the same text, and is best compiled by one process."""
    items = _by_item(waiting, lambda one: one.obligation.term)
    listed = [one for item in items for one in item]
    sums = list(accumulate([one.weight for one in listed], initial=0))
    last = {sums[end] for end in accumulate(map(len, items))}
    each = sums[-1] / count
    cuts = {0, len(listed)}
    for wanted in (each * n for n in range(1, count)):
        near = min(last, key=lambda end: (abs(end - wanted), end))
        end = near if abs(near - wanted) <= each * _OVER else next(s for s in sums if s >= wanted)
        cuts.add(sums.index(end))
    return [[one.obligation for one in listed[first:after]] for first, after in pairwise(sorted(cuts))]
