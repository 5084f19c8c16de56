"""Which facts an answer rests on, read off the evaluator's account of it.

Owns: choosing, from the reasons of a trace, as few places of the record as the account allows.
Refuses to know: whether those places alone decide (minimise.py asks the evaluator).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.evaluation.trace import Address, Trace
from regcheck.model.formula import And, AtLeast, Except, Implies, Or, OverList, OverSeries, Quantity
from regcheck.model.specification import Specification
from regcheck.proof.records import Place, places
from regcheck.proof.replay import Replay

Support = frozenset[Place]


def decisive_places(spec: Specification, replay: Replay) -> Support:
    """The known places of the record that its answer rests on."""
    read = _union(_support(part.trace) for part in replay.account())
    return frozenset(p for p in places(spec, replay.record) if p in read or _is_year_of(p, read))


def _support(trace: Trace) -> Support:
    own = frozenset(place for reading in trace.readings for place in _places_of(reading.address))
    needed = sorted((_support(reason) for reason in trace.reasons), key=len)
    return own | _union(needed[: enough(trace)])


def enough(trace: Trace) -> int:
    """How many of the reasons suffice: one true member of いずれか, one false member of いずれにも."""
    match trace.formula:
        case Or() | Implies() if trace.truth is TRUE:
            return 1
        case And() | Except() if trace.truth is FALSE:
            return 1
        case OverList(quantity=quantity) | OverSeries(quantity=quantity):
            return 1 if (quantity is Quantity.SOME) == (trace.truth is TRUE) else len(trace.reasons)
        case AtLeast(count=count) if trace.truth is TRUE:
            return count
        case AtLeast(count=count, parts=parts) if trace.truth is FALSE:
            return len(parts) - count + 1
        case _:
            return len(trace.reasons)


def _union(supports: Iterable[Support]) -> Support:
    return frozenset[Place]().union(*supports)


def _places_of(address: Address) -> Iterator[Place]:
    """The place itself and the 一覧 on the way to it."""
    if address.discretion:
        yield Place(steps=(*address.steps, address.discretion), judged=True)
    for end in range(1, len(address.steps) + 1):
        yield Place(steps=address.steps[:end])


def _is_year_of(place: Place, read: Support) -> bool:
    """A 系列 is read as a whole; its years are the places."""
    return isinstance(place.steps[-1], int) and Place(steps=place.steps[:-1]) in read
