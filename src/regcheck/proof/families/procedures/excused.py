"""Which rules a ground presupposes to be broken: an order against silence needs somebody who does not answer.

Owns: reading off a ground the duties that it says are not met and the prohibitions that it says are not kept.
Refuses to know: what is asked of runs in which they are broken.

More runs are looked at than those in which just these rules are broken; that they exist is asked where it matters.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.model.formula import (
    And,
    AtLeast,
    Comparator,
    Compare,
    Except,
    Expression,
    Formula,
    Holds,
    Implies,
    Not,
    Or,
    Path,
)
from regcheck.model.procedures import Ground, Procedure, Rule, RuleKind
from regcheck.proof.families.procedures.runs import ancestors, events_of, grounds_of, rules_over

_LATE = (Comparator.GE, Comparator.GT)
_EARLY = (Comparator.LE, Comparator.LT)


def excused_by(procedure: Procedure, ground: Ground) -> tuple[Rule, ...]:
    """Duties over events that the ground says did not happen, or happened late; prohibitions over those that did."""
    missing, present = set[str](), set[str]()
    for event, is_missing in _said(procedure, ground.formula, denied=False):
        (missing if is_missing else present).add(event)
    return tuple(
        rule
        for rule in procedure.rules.values()
        if (rule.kind is RuleKind.DUTY and rule.event in missing)
        or (rule.kind is RuleKind.PROHIBITION and rule.event in present)
    )


def excused_on_the_way(procedure: Procedure, event: str) -> tuple[Rule, ...]:
    """What the powers over an event, and over those that must go before it, presuppose to be broken."""
    found = dict[str, Rule]()
    for name in (event, *ancestors(procedure, event)):
        for power in rules_over(procedure, name, RuleKind.POWER):
            for ground in grounds_of(power):
                found |= {rule.name: rule for rule in excused_by(procedure, ground)}
    return tuple(found.values())


def _said(procedure: Procedure, formula: Formula, *, denied: bool) -> Iterator[tuple[str, bool]]:
    """(event, whether it is said to be missing or late), for every mention."""
    match formula:
        case Holds(path=Path(root="", steps=(name,))) if name in procedure.events:
            yield name, denied
        case Compare():
            yield from ((event, True) for event in _late(procedure, formula, denied=denied))
        case Not(body=body):
            yield from _said(procedure, body, denied=not denied)
        case And(parts=parts) | Or(parts=parts) | AtLeast(parts=parts):
            for part in parts:
                yield from _said(procedure, part.body, denied=denied)
        case Except(body=body, exceptions=exceptions):
            yield from _said(procedure, body, denied=denied)
            for part in exceptions:
                yield from _said(procedure, part.body, denied=not denied)
        case Implies(premise=premise, conclusion=conclusion):
            yield from _said(procedure, premise, denied=not denied)
            yield from _said(procedure, conclusion, denied=denied)
        case _:
            return


def _late(procedure: Procedure, formula: Compare, *, denied: bool) -> tuple[str, ...]:
    """The events whose day a comparison says to lie late."""
    late: Expression | None = None
    if formula.op in (_EARLY if denied else _LATE):
        late = formula.left
    elif formula.op in (_LATE if denied else _EARLY):
        late = formula.right
    return () if late is None else events_of(procedure, late)
