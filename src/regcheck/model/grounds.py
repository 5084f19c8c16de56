"""On which day a condition is there: the grounds of a rule.

Owns: the alternatives of a condition over a run, each with the days that must have come.
Refuses to know: how conditions are written, how they are proved.

「一　回答期限までに回答がないこと　二　回答があり、かつ、応諾がないこと」 has two grounds. The first is there from the day
after 回答期限 on, the second from 回答の日 on. A fact of the 対象 has no day.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import combinations, product

from regcheck.calendar.period import DAY_AFTER
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import (
    And,
    AtLeast,
    Comparator,
    Compare,
    Except,
    Expression,
    Fact,
    Formula,
    Holds,
    Implies,
    Not,
    Or,
    Part,
    Path,
    PeriodEnd,
)
from regcheck.model.procedures import Ground, day_of

MOST = 64
"""More alternatives than this are not told apart."""
_MOST_PARTS = 8
"""Of a list of more 号, うち二以上 is one condition."""


class _Alternative(Frozen, kw_only=False):
    """A conjunction, and the 号 that lead to it."""

    parts: tuple[Formula, ...]
    label: str = ""


def grounds_of(when: Formula, events: Container[str]) -> tuple[Ground, ...]:
    """The alternatives of a condition; one that has too many is a single ground without days."""
    found = _alternatives(when)
    if len(found) > MOST:
        return (Ground(formula=when),)
    return tuple(_ground(each, events, when if len(found) == 1 else None) for each in found)


def _ground(alternative: _Alternative, events: Container[str], whole: Formula | None) -> Ground:
    days = dict.fromkeys(day for part in alternative.parts for day in _days(part, events))
    return Ground(formula=whole or _every(alternative.parts), days=tuple(days), label=alternative.label)


def _every(parts: tuple[Formula, ...]) -> Formula:
    return parts[0] if len(parts) == 1 else And(parts=tuple(Part(body=part) for part in parts))


def _days(part: Formula, events: Container[str]) -> Iterator[Expression]:
    """The day of an event that happened, or the day after the limit that passed without it."""
    match part:
        case Holds(path=Path(root="", steps=(event,))) if event in events:
            yield Fact(path=Path(steps=(day_of(event),)))
        case Not(body=body):
            event, limit = _until(body) or ("", None)
            if event in events and limit is not None:
                yield PeriodEnd(start=limit, period=DAY_AFTER)


def _until(formula: Formula) -> tuple[str, Expression] | None:
    """The event and the limit of 「…までに…がある」, None for any other condition."""
    match formula:
        case And(
            parts=(
                Part(body=Holds(path=Path(root="", steps=(event,)))),
                Part(
                    body=Compare(op=Comparator.LE, left=Fact(path=Path(root="", steps=(day,))), right=limit)
                ),
            )
        ) if day == day_of(event):
            return event, limit
    return None


def _alternatives(formula: Formula) -> list[_Alternative]:
    """The condition as alternatives, each a conjunction; of more than MOST, some."""
    match formula:
        case Or(parts=parts):
            return [_labelled(each, part.label) for part in parts for each in _alternatives(part.body)]
        case And(parts=parts):
            return _all_of([_alternatives(part.body) for part in parts])
        case AtLeast(count=count, parts=parts) if len(parts) <= _MOST_PARTS:
            some = [And(parts=chosen) for chosen in combinations(parts, count)]
            return [each for chosen in some for each in _alternatives(chosen)]
        case Except(body=body, exceptions=exceptions):
            return _all_of([_alternatives(body), *(_denied(part.body) for part in exceptions)])
        case Implies(premise=premise, conclusion=conclusion):
            return [*_denied(premise), *_alternatives(conclusion)]
        case Not(body=body):
            return _denied(body)
        case _:
            return [_Alternative((formula,))]


def _denied(formula: Formula) -> list[_Alternative]:
    """The alternatives of a denial. 「…までに…がない」 stays one condition: the days of its halves say nothing."""
    match formula:
        case Not(body=body):
            return _alternatives(body)
        case Or(parts=parts):
            return _all_of([_denied(part.body) for part in parts])
        case And(parts=parts) if _until(formula) is None:
            return [each for part in parts for each in _denied(part.body)]
        case Implies(premise=premise, conclusion=conclusion):
            return _all_of([_alternatives(premise), _denied(conclusion)])
        case Except(body=body, exceptions=exceptions):
            return [*_denied(body), *(each for part in exceptions for each in _alternatives(part.body))]
        case _:
            return [_Alternative((Not(body=formula, span=formula.span),))]


def _all_of(parts: Sequence[list[_Alternative]]) -> list[_Alternative]:
    """One alternative of every part together, in every way."""
    found = [_Alternative(())]
    for alternatives in parts:
        found = [
            _Alternative((*one.parts, *other.parts), one.label + other.label)
            for one, other in product(found, alternatives)
        ][: MOST + 1]
    return found


def _labelled(alternative: _Alternative, label: str) -> _Alternative:
    return replace(alternative, label=label + alternative.label)
