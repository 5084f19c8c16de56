"""Formulas in the shape that statutes can say: negation only where there is a word for it.

Owns: driving negations inward, joining nested 又は and かつ, and pairing two limits of one fact.
Refuses to know: words.

What is left has no Not but before a leaf, before an 一覧 (…を有しない) and before a labelled list (いずれにも該当しない).
There is no short form for "not all of these": it becomes any of the negated members.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from regcheck.frozen import replace
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Breaches,
    Comparator,
    Compare,
    Contains,
    Day,
    Except,
    Formula,
    Holds,
    HoldsIn,
    Implies,
    IsOneOf,
    Judged,
    Lawful,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Part,
    Quantity,
    SameValue,
    StageApplies,
    Truth,
)

OPPOSITE = {
    Comparator.GE: Comparator.LT,
    Comparator.LT: Comparator.GE,
    Comparator.GT: Comparator.LE,
    Comparator.LE: Comparator.GT,
    Comparator.EQ: Comparator.NE,
    Comparator.NE: Comparator.EQ,
}
MIRRORED = {
    Comparator.GE: Comparator.LE,
    Comparator.LE: Comparator.GE,
    Comparator.GT: Comparator.LT,
    Comparator.LT: Comparator.GT,
    Comparator.EQ: Comparator.EQ,
    Comparator.NE: Comparator.NE,
}
_OTHER = {Quantity.SOME: Quantity.ALL, Quantity.ALL: Quantity.SOME}

Connective = And | Or | AtLeast


def positive(formula: Formula) -> Formula:
    """The formula in printable shape."""
    return _normal(formula, truth=True)


def negative(formula: Formula) -> Formula:
    """Its denial in printable shape."""
    return _normal(formula, truth=False)


def is_list(formula: Formula) -> bool:
    """Whether the drafter wrote it as a list of 号: at least one member carries a label."""
    return isinstance(formula, Connective) and any(part.label for part in formula.parts)


def as_range(formula: Formula) -> tuple[Compare, Compare] | None:
    """The lower and upper limit, if the formula says a以上b未満 of one fact."""
    match formula:
        case And(parts=(Part(body=Compare() as low), Part(body=Compare() as high))):
            return (low, high) if not is_list(formula) and _is_pair(low, high) else None
        case _:
            return None


def _normal(formula: Formula, *, truth: bool) -> Formula:
    match formula:
        case Truth(value=value):
            return replace(formula, value=value is truth)
        case Compare(op=op):
            return formula if truth else replace(formula, op=OPPOSITE[op])
        case IsOneOf(values=()):
            return Truth(value=not truth, span=formula.span)
        case (
            Holds() | HoldsIn() | IsOneOf() | Contains() | SameValue() | Applies() | StageApplies()
            | OutcomeIs() | Judged() | Breaches() | Lawful()
        ):  # fmt: skip
            return formula if truth else Not(body=formula, span=formula.span)
        case Not(body=body):
            return _normal(body, truth=not truth)
        case And() | Or():
            return _connective(formula, truth=truth)
        case AtLeast():
            return _at_least(formula, truth=truth)
        case Except() | Implies():
            return _conditional(formula, truth=truth)
        case OverList() | OverSeries():
            return _quantified(formula, truth=truth)
        case _:
            assert_never(formula)


def _connective(formula: And | Or, *, truth: bool) -> Formula:
    if not truth and isinstance(formula, Or) and is_list(formula) and len(formula.parts) > 1:
        return Not(body=replace(formula, parts=_parts(formula.parts, truth=True)), span=formula.span)
    joins_all = isinstance(formula, And) is truth
    made = (And if joins_all else Or)(parts=_parts(formula.parts, truth=truth), span=formula.span)
    return _joined(made)


def _joined(formula: And | Or) -> Formula:
    """Without members of its own kind inside it, unless they are lists; a single member stands for itself."""
    kind = type(formula)
    if not formula.parts:
        return Truth(value=kind is And, span=formula.span)
    if len(formula.parts) == 1 and not formula.parts[0].label:
        return formula.parts[0].body
    if not is_list(formula):
        parts = tuple(inner for part in formula.parts for inner in _opened(kind, part))
        formula = replace(formula, parts=tuple(_with_ranges(parts)) if kind is And else parts)
    return formula.parts[0].body if len(formula.parts) == 1 else formula


def _opened(kind: type[And] | type[Or], part: Part) -> Iterator[Part]:
    if isinstance(part.body, kind) and not is_list(part.body):
        for inner in part.body.parts:
            yield from _opened(kind, inner)
    else:
        yield part


def _with_ranges(parts: Iterable[Part]) -> Iterator[Part]:
    """Two neighbours that limit one fact from both sides as one member."""
    held: Part | None = None
    for part in parts:
        pair = And(parts=(held, part)) if held else None
        if pair and as_range(pair):
            yield Part(body=pair, span=part.span)
            held = None
        else:
            if held:
                yield held
            held = part
    if held:
        yield held


def _is_pair(low: Compare, high: Compare) -> bool:
    limits = all(isinstance(c.right, Number | Day) for c in (low, high))
    return (
        limits
        and low.left == high.left
        and not isinstance(low.left, Number | Day)
        and low.op in (Comparator.GE, Comparator.GT)
        and high.op in (Comparator.LE, Comparator.LT)
    )


def _at_least(formula: AtLeast, *, truth: bool) -> Formula:
    """Not k of n is n-k+1 of the negated."""
    total = len(formula.parts)
    count = formula.count if truth else total - formula.count + 1
    parts = _parts(formula.parts, truth=truth)
    if count <= 0 or count > total:
        return Truth(value=count <= 0, span=formula.span)
    if count == total:
        return _joined(And(parts=parts, span=formula.span))
    if count == 1:
        return _joined(Or(parts=parts, span=formula.span))
    return AtLeast(count=count, parts=parts, span=formula.span)


def _conditional(formula: Except | Implies, *, truth: bool) -> Formula:
    match formula, truth:
        case Except(body=body, exceptions=()), _:
            return _normal(body, truth=truth)
        case Except(body=body, exceptions=exceptions, span=span), True:
            return Except(body=positive(body), exceptions=_parts(exceptions, truth=True), span=span)
        case Except(body=body, exceptions=exceptions, span=span), False:
            refused = Part(body=negative(body))
            return _joined(Or(parts=(refused, *_bare(_parts(exceptions, truth=True))), span=span))
        case Implies(premise=premise, conclusion=conclusion, span=span), True:
            return Implies(premise=positive(premise), conclusion=positive(conclusion), span=span)
        case Implies(premise=premise, conclusion=conclusion, span=span), _:
            met, missed = Part(body=positive(premise)), Part(body=negative(conclusion))
            return _joined(And(parts=(met, missed), span=span))
        case _:
            raise AssertionError(formula)


def without_exceptions(formula: Except) -> Formula:
    """body ∧ ¬exception as a conjunction, where a ただし書 cannot stand. Takes and gives printable shape."""
    denied = (Part(body=negative(part.body), span=part.span) for part in formula.exceptions)
    return _joined(And(parts=(Part(body=formula.body), *denied), span=formula.span))


def without_premise(formula: Implies) -> Formula:
    """P ならば Q as ¬P ∨ Q, where P is too long for a 場合にあっては. Takes and gives printable shape."""
    denied = Part(body=negative(formula.premise))
    return _joined(Or(parts=(denied, Part(body=formula.conclusion)), span=formula.span))


def _quantified(formula: OverList | OverSeries, *, truth: bool) -> Formula:
    body = formula.body
    if truth:
        return replace(formula, body=positive(body))
    if isinstance(formula, OverList) and formula.quantity is Quantity.SOME:
        return Not(body=replace(formula, body=positive(body)), span=formula.span)
    return replace(formula, quantity=_OTHER[formula.quantity], body=negative(body))


def _parts(parts: Iterable[Part], *, truth: bool) -> tuple[Part, ...]:
    return tuple(replace(part, body=_normal(part.body, truth=truth)) for part in parts)


def _bare(parts: Iterable[Part]) -> tuple[Part, ...]:
    return tuple(replace(part, label="") for part in parts)
