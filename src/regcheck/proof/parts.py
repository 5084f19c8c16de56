"""The parts of a condition that a drafter wrote one by one, and the condition without one of them.

Owns: addresses of conditions, list items at any depth and exceptions inside a formula; replacement there.
Refuses to know: what a part means in a case, how liveness is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeGuard

from regcheck.frozen import Frozen, replace
from regcheck.model.formula import (
    INSIDE,
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


def slots(formula: Formula, label: str) -> Sequence[Slot]:
    """Every part of a formula, outermost first. `label` is the provision of the whole.

    Parts without a sign of their own can be called alike (on both sides of ならば): later ones are numbered.
    """
    found = list[Slot]()
    _collect(formula, _Context(label=label), found)
    return found if len({slot.key for slot in found}) == len(found) else _numbered(found)


def _numbered(found: Iterable[Slot]) -> list[Slot]:
    called, numbered = Counter[str](), list[Slot]()
    for slot in found:
        called[slot.key] += 1
        times = called[slot.key]
        numbered.append(slot if times == 1 else replace(slot, key=f"{slot.key}（{times}つ目）"))
    return numbered


def has_exceptions(formula: Formula) -> bool:
    """Whether any of the parts is an exception."""
    return type(formula) is Except or any(map(has_exceptions, children(formula)))


class _Context(Frozen):
    """What the parts of a formula take over from the part that it is, and from what stands around it."""

    label: str
    address: Address = ()
    parent: Address | None = None
    key: str = ""
    positive: bool = True
    bound: bool = False
    aside: tuple[Address, ...] = ()

    def into(self, index: int, *, flip: bool = False) -> _Context:
        return replace(self, address=(*self.address, index), positive=self.positive != flip)


def _collect(formula: Formula, at: _Context, found: list[Slot]) -> None:
    collect = _COLLECTED.get(type(formula))
    if collect is not None:
        collect(formula, at, found)


def _all_of(formula: And, at: _Context, found: list[Slot]) -> None:
    if not _is_range(formula.parts):
        _members(formula.parts, at, found, neutral=True)


def _beside_exceptions(formula: Except, at: _Context, found: list[Slot]) -> None:
    _collect(formula.body, at.into(0), found)
    _exceptions(formula.exceptions, at, found)


def _claim(formula: Implies, at: _Context, found: list[Slot]) -> None:
    _collect(formula.premise, at.into(0, flip=True), found)
    _collect(formula.conclusion, at.into(1), found)


def _of_elements(formula: OverList, at: _Context, found: list[Slot]) -> None:
    inner, body = replace(at.into(0), bound=True), formula.body
    if formula.quantity is Quantity.SOME and not isinstance(body, And | Truth):
        label = f"{at.label}（要素の条件）"
        found.append(_condition(inner, inner.address, "要素", label, True, _span_of(body)))
        inner = _within(found[-1])
    _collect(body, inner, found)


def _is_range(parts: tuple[Part, ...]) -> bool:
    """四百床以上六百床未満 is one condition."""
    sides = {part.body.left if isinstance(part.body, Compare) else None for part in parts}
    return len(sides) == 1 and None not in sides and not any(part.label for part in parts)


def _members(
    parts: tuple[Part, ...], at: _Context, found: list[Slot], *, neutral: bool, alternatives: bool = False
) -> None:
    if len(parts) < 2:
        for index, part in enumerate(parts):
            _collect(part.body, at.into(index), found)
        return
    addresses = [(*at.address, index) for index in range(len(parts))]
    for number, part in enumerate(parts, start=1):
        name = part.label or f"{number}番目の条件"
        label = part_label(at.label, part.label) if part.label else f"{at.label}の{name}"
        span = _span_of(part.body, part.span)
        slot = _condition(at, addresses[number - 1], name, label, neutral, span)
        found.append(slot)
        if type(part.body) in _COLLECTED:
            _collect(part.body, _within(slot, addresses if alternatives else ()), found)


def _condition(at: _Context, address: Address, name: str, label: str, neutral: bool, span: Span) -> Slot:
    return Slot(
        address=address,
        parent=at.parent,
        key=f"{at.key}/{name}",
        label=label,
        kind=PartKind.CONDITION,
        neutral=neutral,
        widens=neutral is at.positive,
        bound=at.bound,
        aside=at.aside,
        span=span,
    )


def _exceptions(exceptions: tuple[Part, ...], at: _Context, found: list[Slot]) -> None:
    addresses = [(*at.address, index) for index in range(1, len(exceptions) + 1)]
    for number, part in enumerate(exceptions, start=1):
        name = "ただし書" if len(exceptions) == 1 else f"ただし書{number}"
        slot = Slot(
            address=addresses[number - 1],
            parent=at.parent,
            key=f"{at.key}/{name}",
            label=f"{at.label}{name}",
            kind=PartKind.EXCEPTION,
            neutral=False,
            widens=at.positive,
            bound=at.bound,
            aside=at.aside,
            span=_span_of(part.body, part.span),
        )
        found.append(slot)
        _collect(part.body, _within(slot, addresses), found)


def _within(slot: Slot, alternatives: Sequence[Address] = ()) -> _Context:
    """The part itself as what its parts stand in, with the alternatives among which it stands."""
    others = tuple([address for address in alternatives if address != slot.address])
    return _Context(
        label=slot.label,
        address=slot.address,
        parent=slot.address,
        key=slot.key,
        positive=slot.widens is slot.neutral,
        bound=slot.bound,
        aside=slot.aside + others,
    )


_COLLECTED: Mapping[type, Callable[[Any, _Context, list[Slot]], None]] = {
    And: _all_of,
    Or: lambda formula, at, found: _members(formula.parts, at, found, neutral=False, alternatives=True),
    AtLeast: lambda formula, at, found: _members(formula.parts, at, found, neutral=False),
    Except: _beside_exceptions,
    Not: lambda formula, at, found: _collect(formula.body, at.into(0, flip=True), found),
    Implies: _claim,
    OverList: _of_elements,
    OverSeries: lambda formula, at, found: _collect(formula.body, replace(at.into(0), bound=True), found),
}
"""How the parts of a formula are found; all other formulas are one condition."""


def _span_of(body: Formula, outer: Span = NOWHERE) -> Span:
    return outer if outer != NOWHERE else body.span


def inside(label: str, formula: Formula) -> list[tuple[str, Formula]]:
    """The formulas directly inside a formula, each under its provision."""
    if is_list(formula):
        return [(part_label(label, part.label) if part.label else label, part.body) for part in formula.parts]
    return [(label, child) for child in children(formula)] if type(formula) in INSIDE else []


def is_list(formula: Formula) -> TypeGuard[And | Or | AtLeast]:
    """Whether it is a list of parts, each with its own sign."""
    return type(formula) in _LISTS


_LISTS = frozenset((And, Or, AtLeast))


def at_address(formula: Formula, address: Address) -> Formula:
    """The formula at an address that slots() gave."""
    for index in address:
        formula = children(formula)[index]
    return formula


_NEUTRAL = {value: Truth(value=value) for value in (True, False)}
"""What stands in place of a part, one object each: what is made of it is made once."""


def setting(formula: Formula, slot: Slot) -> Formula:
    """The formula in which the part at the slot is to make a difference: without the alternatives beside it."""
    for address in slot.aside:
        formula = replaced(formula, address, _NEUTRAL[False])
    return formula


def without(formula: Formula, slot: Slot) -> Formula:
    """The formula with the part at the slot replaced by its neutral element."""
    return replaced(formula, slot.address, _NEUTRAL[slot.neutral])


def replaced(formula: Formula, address: Address, new: Formula) -> Formula:
    """The formula with `new` at an address that slots() gave."""
    if not address:
        return new
    replacing = _REPLACED.get(type(formula))
    if replacing is None:
        raise ValueError(address)
    return replacing(formula, address[0], address[1:], new)


def _in_list(formula: And | Or | AtLeast, head: int, rest: Address, new: Formula) -> Formula:
    return replace(formula, parts=_replaced_part(formula.parts, head, rest, new))


def _in_body(formula: Not | OverList | OverSeries, _: int, rest: Address, new: Formula) -> Formula:
    return replace(formula, body=replaced(formula.body, rest, new))


def _in_except(formula: Except, head: int, rest: Address, new: Formula) -> Formula:
    if head == 0:
        return replace(formula, body=replaced(formula.body, rest, new))
    return replace(formula, exceptions=_replaced_part(formula.exceptions, head - 1, rest, new))


def _in_claim(formula: Implies, head: int, rest: Address, new: Formula) -> Formula:
    if head == 0:
        return replace(formula, premise=replaced(formula.premise, rest, new))
    return replace(formula, conclusion=replaced(formula.conclusion, rest, new))


_REPLACED: Mapping[type, Callable[[Any, int, Address, Formula], Formula]] = {
    **dict.fromkeys((And, Or, AtLeast), _in_list),
    **dict.fromkeys((Not, OverList, OverSeries), _in_body),
    Except: _in_except,
    Implies: _in_claim,
}
"""How something inside a formula is replaced."""


def _replaced_part(parts: tuple[Part, ...], index: int, rest: Address, new: Formula) -> tuple[Part, ...]:
    old = parts[index]
    changed = Part(body=replaced(old.body, rest, new), label=old.label, span=old.span)
    return (*parts[:index], changed, *parts[index + 1 :])
