"""The account of an evaluation: what was asked, what was looked at, what followed and why.

Owns: the trace tree, the place of a fact inside a record, and the reasons drawn from a tree.
Refuses to know: how a truth is computed, how a trace is printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from regcheck.evaluation.interval import Interval
from regcheck.evaluation.kleene import UNKNOWN, Kleene
from regcheck.frozen import Frozen
from regcheck.model import case
from regcheck.model.formula import Formula, PeriodEnd
from regcheck.model.specification import Header
from regcheck.model.types import BoolType, Type


class Address(Frozen):
    """Where a fact lies inside a record: field names, and 0-based positions in a 一覧 or 系列.

    With `discretion` it is that 裁量 on the record at the steps, not a fact."""

    steps: tuple[str | int, ...] = ()
    discretion: str = ""

    def at(self, *steps: str | int) -> Address:
        return Address(steps=self.steps + steps)

    def is_inside(self, other: Address) -> bool:
        return self.steps[: len(other.steps)] == other.steps


class Reading(Frozen):
    """A fact that was looked at: its place, type and value (case.UNKNOWN if 不明)."""

    address: Address
    type: Type = BoolType()
    value: case.Value

    @property
    def unknowns(self) -> tuple[Address, ...]:
        """The places in it that are 不明: itself, or years of a 系列."""
        if self.value is case.UNKNOWN:
            return (self.address,)
        if isinstance(self.value, tuple):
            return tuple(self.address.at(i) for i, v in enumerate(self.value) if v is case.UNKNOWN)
        return ()


def distinct(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Each place once, in the order they were first looked at."""
    return tuple({reading.address: reading for reading in readings}.values())


class Counted(Frozen):
    """A period that was counted: from which days (as ordinals), and what it came to."""

    expression: PeriodEnd
    start: Interval
    end: Interval


class Trace(Frozen):
    """One formula asked of one record.

    `label` is its 号 sign or ただし書. `about` says of what it was asked (2番目の設備, 1年目) or which piece of a
    rule it is (3行目, 第一段階). `rule` is the item that begins with it: the body of a predicate, a 特例.
    `readings` are the facts it looked at itself, `counted` the periods. `reasons` are those children that bring its truth about;
    for UNKNOWN, those that leave it open. `conflict` names 特例 or rows that give different results at once.
    """

    formula: Formula
    truth: Kleene
    label: str = ""
    about: str = ""
    rule: Header | None = None
    readings: tuple[Reading, ...] = ()
    counted: tuple[Counted, ...] = ()
    children: tuple[Trace, ...] = ()
    reasons: tuple[Trace, ...] = ()
    conflict: tuple[str, ...] = ()


class Evaluation(Frozen):
    """The answer to a formula, the account of it, and for UNKNOWN the facts whose being 不明 leaves it open."""

    truth: Kleene
    trace: Trace
    deciding_unknowns: tuple[Address, ...] = ()

    @property
    def conflicts(self) -> tuple[Trace, ...]:
        """The nodes that are open because rules contradict each other, not because a fact is missing."""
        return tuple(node for node in walk_reasons(self.trace) if node.conflict)


def walk_reasons(trace: Trace) -> Iterator[Trace]:
    """The node and everything that it rests on, from the top down."""
    yield trace
    for reason in trace.reasons:
        yield from walk_reasons(reason)


def open_readings(trace: Trace) -> Iterator[Reading]:
    """What was looked at where an UNKNOWN trace is open."""
    for node in walk_reasons(trace):
        if node.truth is UNKNOWN:
            yield from node.readings


def open_facts(trace: Trace) -> tuple[Address, ...]:
    """The unknown facts that leave an UNKNOWN trace open, in the order they were met, each once; else none."""
    return tuple(dict.fromkeys(a for reading in open_readings(trace) for a in reading.unknowns))
