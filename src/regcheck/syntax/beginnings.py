"""With which two signs a match of a regular expression can begin.

Owns: sets of ranges that hold every such sign; what the pattern asks of its surroundings is left out of account.
Refuses to know: the language. Only a build needs it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from re import _parser
from typing import Any

from regcheck.frozen import Frozen

Range = tuple[int, int]
"""First and last code point."""

ALL: tuple[Range, ...] = ((0, sys.maxunicode),)
Step = tuple[Any, Any]
"""A part of a pattern as `re` parses it: what it is, and its argument."""

_WITHOUT_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_ONE_SIGN = ("LITERAL", "NOT_LITERAL", "ANY", "IN")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class Beginning(Frozen, kw_only=False):
    """The signs a match can begin with; `may_be_empty`: what follows can also come first."""

    ranges: tuple[Range, ...]
    may_be_empty: bool


def beginning(source: str) -> tuple[Range, ...]:
    """Ranges in which the first sign of every match lies that is not empty."""
    return _of_sequence(_parser.parse(source)).ranges


def following(source: str) -> tuple[Range, ...]:
    """Ranges in which the second sign of every match lies; any sign may follow a match of one sign."""
    ranges: tuple[Range, ...] = ()
    for rest in _behind_first(list(_parser.parse(source))):
        found = _of_sequence(rest)
        if found.may_be_empty:
            return ALL
        ranges += found.ranges
    return ranges


def _behind_first(steps: list[Step]) -> Iterator[list[Step]]:
    """What is left of a sequence when one sign is matched, for every part of it that can match it."""
    for place, (step, argument) in enumerate(steps):
        for rest in _behind_first_of(step, argument):
            yield rest + steps[place + 1 :]
        if not _of_step(str(step), argument).may_be_empty:
            return


def _behind_first_of(step: Any, argument: Any) -> Iterator[list[Step]]:
    match str(step):
        case kind if kind in _WITHOUT_WIDTH:
            return
        case "SUBPATTERN":
            yield from _behind_first(list(argument[-1]))
        case "BRANCH":
            for branch in argument[1]:
                yield from _behind_first(list(branch))
        case kind if kind in _REPEATS:
            least, most, repeated = argument
            again: list[Step] = [(step, (max(least - 1, 0), most, repeated))] if most > 1 else []
            for rest in _behind_first(list(repeated)):
                yield rest + again
        case kind if kind in _ONE_SIGN:
            yield []
        case _:
            yield [("ANYTHING", None)]


def _of_sequence(steps: Iterable[Step]) -> Beginning:
    ranges: tuple[Range, ...] = ()
    for step, argument in steps:
        found = _of_step(str(step), argument)
        ranges += found.ranges
        if not found.may_be_empty:
            return Beginning(ranges, False)
    return Beginning(ranges, True)


def _of_step(step: str, argument: Any) -> Beginning:
    if step in _WITHOUT_WIDTH:
        return Beginning((), True)
    match step:
        case "LITERAL":
            return Beginning(((argument, argument),), False)
        case "IN":
            return Beginning(_of_class(argument), False)
        case "SUBPATTERN":
            return _of_sequence(argument[-1])
        case kind if kind in _REPEATS:
            least, _, repeated = argument
            found = _of_sequence(repeated)
            return Beginning(found.ranges, found.may_be_empty or least == 0)
        case "BRANCH":
            branches = [_of_sequence(branch) for branch in argument[1]]
            ranges = tuple(bounds for branch in branches for bounds in branch.ranges)
            return Beginning(ranges, any(branch.may_be_empty for branch in branches))
        case _:
            return Beginning(ALL, True)


def _of_class(members: list[tuple[Any, Any]]) -> tuple[Range, ...]:
    kinds = {str(kind) for kind, _ in members}
    if not kinds <= {"LITERAL", "RANGE"}:
        return ALL
    return tuple(bounds if str(kind) == "RANGE" else (bounds, bounds) for kind, bounds in members)
