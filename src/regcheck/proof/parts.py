"""The parts of a condition that a drafter wrote one by one, and the condition without one of them.

Owns: addresses of conditions, list items at any depth and exceptions inside a formula; replacement there.
Refuses to know: what a part means in a case, how liveness is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum

from regcheck.frozen import Frozen, replace
from regcheck.model.formula import (
    And,
    AtLeast,
    Compare,
    Except,
    Formula,
    Implies,
    Not,
    Or,
    OverList,
    OverSeries,
    Part,
    Quantity,
    Truth,
    children,
)  # fmt: skip
from regcheck.proof.labels import part_label
from regcheck.source.span import NOWHERE, Span

Address = tuple[int, ...]


class PartKind(StrEnum):
    """A condition or list item, or what a ただし removes."""

    CONDITION = "condition"
    EXCEPTION = "exception"


class Slot(Frozen):
    """A part that can be left out: there, `neutral` says what its list would take in its place.

    `widens` is true if leaving the part out lets the whole formula hold in more cases, never fewer.
    `bound` is true inside いずれかの…が and 直近…において, where the part is asked of an element or a year.
    `aside` are the alternatives beside the one that the part stands in: what another alternative reaches
    anyway is no reason to call a condition of this one dead, so they are left out of the comparison.
    """

    address: Address
    parent: Address | None
    key: str
    label: str
    kind: PartKind
    neutral: bool
    widens: bool
    bound: bool
    aside: tuple[Address, ...]
    span: Span


def slots(formula: Formula, label: str) -> Iterator[Slot]:
    """Every part of a formula, outermost first. `label` is the provision of the whole.

    Parts without a sign of their own can be called alike (on both sides of ならば): later ones are numbered.
    """
    called = Counter[str]()
    for slot in _slots(formula, _Context(label=label)):
        called[slot.key] += 1
        times = called[slot.key]
        yield slot if times == 1 else replace(slot, key=f"{slot.key}（{times}つ目）")


def has_exceptions(formula: Formula) -> bool:
    """Whether any of the parts is an exception."""
    return type(formula) is Except or any(map(has_exceptions, children(formula)))


class _Context(Frozen):
    label: str
    address: Address = ()
    parent: Address | None = None
    key: str = ""
    positive: bool = True
    bound: bool = False
    aside: tuple[Address, ...] = ()

    def into(self, index: int, *, flip: bool = False) -> _Context:
        return replace(self, address=(*self.address, index), positive=self.positive != flip)


def _slots(formula: Formula, at: _Context) -> Iterator[Slot]:
    match formula:
        case And(parts=parts) if _is_range(parts):
            return
        case And(parts=parts):
            yield from _members(parts, at, neutral=True)
        case Or(parts=parts):
            yield from _members(parts, at, neutral=False, alternatives=True)
        case AtLeast(parts=parts):
            yield from _members(parts, at, neutral=False)
        case Except(body=body, exceptions=exceptions):
            yield from _slots(body, at.into(0))
            yield from _exceptions(exceptions, at)
        case Not(body=body):
            yield from _slots(body, at.into(0, flip=True))
        case Implies(premise=premise, conclusion=conclusion):
            yield from _slots(premise, at.into(0, flip=True))
            yield from _slots(conclusion, at.into(1))
        case OverList(body=body, quantity=quantity):
            inner = replace(at.into(0), bound=True)
            if quantity is Quantity.SOME and not isinstance(body, And | Truth):
                inner = replace(inner, key=f"{inner.key}/要素", label=f"{inner.label}（要素の条件）")
                slot = _slot(inner, PartKind.CONDITION, True, _span_of(body))
                yield slot
                inner = replace(inner, parent=slot.address)
            yield from _slots(body, inner)
        case OverSeries(body=body):
            yield from _slots(body, replace(at.into(0), bound=True))
        case _:
            return


def _is_range(parts: tuple[Part, ...]) -> bool:
    """四百床以上六百床未満 is one condition."""
    sides = {part.body.left if isinstance(part.body, Compare) else None for part in parts}
    return len(sides) == 1 and None not in sides and not any(part.label for part in parts)


def _members(
    parts: tuple[Part, ...], at: _Context, *, neutral: bool, alternatives: bool = False
) -> Iterator[Slot]:
    if len(parts) < 2:
        for index, part in enumerate(parts):
            yield from _slots(part.body, at.into(index))
        return
    for index, part in enumerate(parts):
        name = part.label or f"{index + 1}番目の条件"
        label = part_label(at.label, part.label) if part.label else f"{at.label}の{name}"
        inner = replace(at.into(index), key=f"{at.key}/{name}", label=label)
        slot = _slot(inner, PartKind.CONDITION, neutral, _span_of(part.body, part.span))
        yield slot
        others = _others(at, range(len(parts)), index) if alternatives else ()
        yield from _slots(part.body, replace(inner, parent=slot.address, aside=(*at.aside, *others)))


def _others(at: _Context, indices: Iterable[int], index: int) -> tuple[Address, ...]:
    return tuple((*at.address, other) for other in indices if other != index)


def _exceptions(exceptions: tuple[Part, ...], at: _Context) -> Iterator[Slot]:
    for index, part in enumerate(exceptions, start=1):
        name = "ただし書" if len(exceptions) == 1 else f"ただし書{index}"
        inner = replace(at.into(index, flip=True), key=f"{at.key}/{name}", label=f"{at.label}{name}")
        slot = _slot(inner, PartKind.EXCEPTION, False, _span_of(part.body, part.span))
        yield slot
        others = _others(at, range(1, len(exceptions) + 1), index)
        yield from _slots(part.body, replace(inner, parent=slot.address, aside=(*at.aside, *others)))


def _slot(at: _Context, kind: PartKind, neutral: bool, span: Span) -> Slot:
    return Slot(
        address=at.address,
        parent=at.parent,
        key=at.key,
        label=at.label,
        kind=kind,
        neutral=neutral,
        widens=neutral == at.positive,
        bound=at.bound,
        aside=at.aside,
        span=span,
    )


def _span_of(body: Formula, outer: Span = NOWHERE) -> Span:
    return outer if outer != NOWHERE else body.span


def at_address(formula: Formula, address: Address) -> Formula:
    """The formula at an address that slots() gave."""
    for index in address:
        formula = children(formula)[index]
    return formula


def setting(formula: Formula, slot: Slot) -> Formula:
    """The formula in which the part at the slot is to make a difference: without the alternatives beside it."""
    for address in slot.aside:
        formula = replaced(formula, address, Truth(value=False))
    return formula


def without(formula: Formula, slot: Slot) -> Formula:
    """The formula with the part at the slot replaced by its neutral element."""
    return replaced(formula, slot.address, Truth(value=slot.neutral, span=slot.span))


def replaced(formula: Formula, address: Address, new: Formula) -> Formula:
    """The formula with `new` at an address that slots() gave."""
    if not address:
        return new
    head, rest = address[0], address[1:]
    match formula:
        case And(parts=parts) | Or(parts=parts) | AtLeast(parts=parts):
            return replace(formula, parts=_replaced_part(parts, head, rest, new))
        case Except(body=body) if head == 0:
            return replace(formula, body=replaced(body, rest, new))
        case Except(exceptions=exceptions):
            return replace(formula, exceptions=_replaced_part(exceptions, head - 1, rest, new))
        case Not(body=body) | OverList(body=body) | OverSeries(body=body):
            return replace(formula, body=replaced(body, rest, new))
        case Implies(premise=premise) if head == 0:
            return replace(formula, premise=replaced(premise, rest, new))
        case Implies(conclusion=conclusion):
            return replace(formula, conclusion=replaced(conclusion, rest, new))
        case _:
            raise ValueError(address)


def _replaced_part(parts: tuple[Part, ...], index: int, rest: Address, new: Formula) -> tuple[Part, ...]:
    changed = replace(parts[index], body=replaced(parts[index].body, rest, new))
    return (*parts[:index], changed, *parts[index + 1 :])
