"""The part of a specification that an obligation rests on.

Owns: which items the questions of an obligation reach, whether two specifications say the same there, and what was
decided of the one that stands for the other.
Refuses to know: how anything is decided, why there are two specifications.

Whatever a formula, a type or a 手続 names is followed, found by its node wherever it stands, so that no construct is
forgotten. With a 対象 come its 前提 and the 手続 whose runs it holds, with a term the 特例 that override it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from regcheck.frozen import Frozen
from regcheck.model.formula import Applies, Breaches, Judged, Lawful, OutcomeIs, StageApplies
from regcheck.model.specification import Specification
from regcheck.model.types import EnumSetType, EnumType, ListType, ReferenceType
from regcheck.proof.decide import Decided, questions_of
from regcheck.proof.obligation import Obligation, Settled
from regcheck.proof.question import Question
from regcheck.proof.verdict import Verdict
from regcheck.source.span import Span

Item = tuple[str, str]
"""The field of a Specification and the name in it."""

_NAMED: dict[type, tuple[str, str]] = {
    Applies: ("predicates", "term"),
    StageApplies: ("plans", "plan"),
    OutcomeIs: ("tables", "table"),
    Judged: ("discretions", "discretion"),
    Breaches: ("procedures", "procedure"),
    Lawful: ("procedures", "procedure"),
    EnumType: ("enumerations", "enum"),
    EnumSetType: ("enumerations", "enum"),
    ListType: ("subjects", "subject"),
    ReferenceType: ("subjects", "subject"),
    Question: ("subjects", "subject"),
}
"""The nodes that name an item, with the field of the node that holds the name."""

_BARE = frozenset((str, bool, int, type(None), date, Fraction, Span))
"""Types of which nothing is made that could name an item."""

_OF_A_SUBJECT = ("predicates", "plans", "tables", "discretions", "procedures")

_LASTING = (Verdict.PROVED, Verdict.REFUTED, Verdict.VACUOUS)

Earlier = tuple[Specification, Mapping[str, Decided]]
"""A specification and what was decided of it, by the id of the obligation."""


Named = dict[int, tuple[Obligation, frozenset[Item]]]
"""What the questions of an obligation name, by its identity: specifications may owe the same one."""


def standing(
    spec: Specification,
    owed: Iterable[Obligation],
    earlier: Sequence[Earlier],
    named: Named | None = None,
) -> dict[str, Decided]:
    """What was decided of obligations that are the same, and rest on the same.

    The latest of some specifications comes first. What obligations name is looked up in `named`, and put there.
    """
    found: dict[str, Decided] = {}
    named = {} if named is None else named
    open_ = {o.id: o for o in owed if not isinstance(o.ask, Settled)}
    for before, decided in reversed(earlier):
        same = Sameness(before, spec, named)
        lasting = _LASTING if before.fact_tables == spec.fact_tables else (Verdict.PROVED,)
        alike = {n: decided[n] for n in open_.keys() & decided.keys() if decided[n].verdict in lasting}
        for name, known in alike.items():
            if _asks(known.obligation) == _asks(open_[name]) and same.holds(open_[name]):
                found[name] = known
                del open_[name]
    return {n: one for n, one in found.items() if not open_.keys() & set(one.obligation.presupposes)}


def _asks(obligation: Obligation) -> tuple[object, ...]:
    """What an obligation asks and tells."""
    return obligation.term, obligation.provisions, obligation.presupposes, obligation.span, obligation.ask


class Sameness:
    """Two specifications, held against each other item by item, each once."""

    def __init__(self, earlier: Specification, later: Specification, named: Named | None = None) -> None:
        self._earlier, self._later = earlier, later
        self._named: Named = {} if named is None else named
        self._next: dict[Item, frozenset[Item] | None] = {}

    def holds(self, obligation: Obligation) -> bool:
        """Whether everything that the questions of an obligation reach is the same in both."""
        waiting = set(self._names(obligation))
        seen = set(waiting)
        while waiting:
            reached = self._reached(waiting.pop())
            if reached is None:
                return False
            waiting |= reached - seen
            seen |= reached
        return True

    def _names(self, obligation: Obligation) -> frozenset[Item]:
        known = self._named.get(id(obligation))
        if known is None:
            known = obligation, frozenset(_named(questions_of(obligation)))
            self._named[id(obligation)] = known
        return known[1]

    def _reached(self, item: Item) -> frozenset[Item] | None:
        """What an item leads to; None if it is not the same in both."""
        if item not in self._next:
            content = _content(self._later, item)
            same = content == _content(self._earlier, item)
            self._next[item] = frozenset((*_named(content), *_own_subject(item, content))) if same else None
        return self._next[item]


def _content(spec: Specification, item: Item) -> tuple[object, ...]:
    """An item with all that changes what it means."""
    kind, name = item
    found = getattr(spec, kind).get(name)
    match kind:
        case "subjects":
            assumed = (each for each in spec.assumptions.values() if each.subject == name)
            return found, spec.procedures.get(name), *assumed
        case "predicates":
            return found, *(each for each in spec.overrides.values() if each.target == name)
        case _:
            return (found,)


def _own_subject(item: Item, content: tuple[object, ...]) -> Iterator[Item]:
    """The 対象 that an item is about; that of the runs of a 手続 has its name."""
    kind, name = item
    if kind in _OF_A_SUBJECT and (subject := getattr(content[0], "subject", "")):
        yield "subjects", subject
    if kind == "procedures":
        yield "subjects", name


def _named(node: Any) -> Iterator[Item]:
    """The items that are named in a node, however deep."""
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        if type(inner) in _BARE:
            continue
        if isinstance(inner, Frozen):
            if (named := _NAMED.get(type(inner))) is not None:
                kind, field = named
                yield kind, getattr(inner, field)
            waiting += [getattr(inner, field) for field in inner.__struct_fields__]
        elif isinstance(inner, tuple):
            waiting += inner
        elif isinstance(inner, Mapping):
            waiting += inner.values()
