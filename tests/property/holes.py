"""The parts of a condition, each as a hole that can be filled: once more, from the promise of live parts.

A part is a member of a list or connective, or a ただし. Two limits on one number are one condition. To ask whether
a part inside an alternative matters, the other alternatives are set aside; so are the other ただし.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

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
)

Fill = Callable[[Formula], Formula]
NEVER, ALWAYS = Truth(value=False), Truth(value=True)


class Hole(Frozen):
    """`fill(part)` is the condition as far as the part is concerned, `fill(neutral)` the one without it."""

    key: str
    part: Formula
    neutral: Formula
    fill: Fill
    guard: Formula | None = None
    """What the part is an exception to."""
    bound: bool = False
    """Whether the part speaks of an element or a year."""

    @property
    def kept(self) -> Formula:
        return self.fill(self.part)

    @property
    def left_out(self) -> Formula:
        return self.fill(self.neutral)


def holes(formula: Formula) -> Iterator[Hole]:
    """Every part, outermost first; of those called alike the later ones are numbered."""
    called = Counter[str]()
    for hole in _holes(formula):
        called[hole.key] += 1
        times = called[hole.key]
        yield hole if times == 1 else replace(hole, key=f"{hole.key}（{times}つ目）")


def _holes(formula: Formula) -> Iterator[Hole]:
    match formula:
        case And(parts=parts) if _one_range(parts):
            return
        case And(parts=parts):
            yield from _members(formula, parts, ALWAYS)
        case Or(parts=parts) | AtLeast(parts=parts):
            yield from _members(formula, parts, NEVER)
        case Except():
            yield from _inside(formula.body, "", lambda new: replace(formula, body=new))
            yield from _exceptions(formula)
        case Not(body=body):
            yield from _inside(body, "", lambda new: replace(formula, body=new))
        case Implies(premise=premise, conclusion=conclusion):
            yield from _inside(premise, "", lambda new: replace(formula, premise=new))
            yield from _inside(conclusion, "", lambda new: replace(formula, conclusion=new))
        case OverList(body=body) | OverSeries(body=body):
            yield from _elements(formula, body)
        case _:
            return


def _one_range(parts: tuple[Part, ...]) -> bool:
    asked = [part.body.left for part in parts if isinstance(part.body, Compare) and not part.label]
    return len(asked) == len(parts) and len(set(asked)) == 1


def _inside(body: Formula, key: str, wrap: Fill) -> Iterator[Hole]:
    for hole in _holes(body):
        yield replace(hole, key=key + hole.key, fill=_after(hole.fill, wrap))


def _after(inner: Fill, outer: Fill) -> Fill:
    return lambda new: outer(inner(new))


def _put(parts: tuple[Part, ...], index: int, new: Formula, *, alone: bool = False) -> tuple[Part, ...]:
    """The parts with one replaced; alone: the others never hold."""
    rest = [replace(part, body=NEVER) if alone else part for part in parts]
    return (*rest[:index], replace(parts[index], body=new), *rest[index + 1 :])


def _members(whole: And | Or | AtLeast, parts: tuple[Part, ...], neutral: Formula) -> Iterator[Hole]:
    alone = isinstance(whole, Or)
    for index, part in enumerate(parts):
        key = f"/{part.label or f'{index + 1}番目の条件'}" if len(parts) > 1 else ""
        if key:
            yield Hole(key=key, part=part.body, neutral=neutral, fill=_filling(whole, parts, index))
        inner = _filling(whole, parts, index, alone=alone and len(parts) > 1)
        yield from _inside(part.body, key, inner)


def _filling(whole: And | Or | AtLeast, parts: tuple[Part, ...], index: int, *, alone: bool = False) -> Fill:
    return lambda new: replace(whole, parts=_put(parts, index, new, alone=alone))


def _exceptions(whole: Except) -> Iterator[Hole]:
    found = whole.exceptions
    for index, part in enumerate(found):
        key = "/ただし書" if len(found) == 1 else f"/ただし書{index + 1}"

        def fill(new: Formula, index: int = index, alone: bool = False) -> Formula:
            return replace(whole, exceptions=_put(found, index, new, alone=alone))

        yield Hole(key=key, part=part.body, neutral=NEVER, fill=fill, guard=whole.body)
        yield from _inside(part.body, key, lambda new, fill=fill: fill(new, alone=True))  # type: ignore[misc]


def _elements(whole: OverList | OverSeries, body: Formula) -> Iterator[Hole]:
    def fill(new: Formula) -> Formula:
        return replace(whole, body=new)

    some = isinstance(whole, OverList) and whole.quantity is Quantity.SOME
    key = "/要素" if some and not isinstance(body, And | Truth) else ""
    if key:
        yield Hole(key=key, part=body, neutral=ALWAYS, fill=fill, bound=True)
    for hole in _inside(body, key, fill):
        yield replace(hole, bound=True)
