"""With which signs a match of a regular expression can begin.

Owns: a set of ranges that holds every such sign; what the pattern asks of its surroundings is left out of account.
Refuses to know: the language. Only a build needs it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from re import _parser
from typing import Any

from regcheck.frozen import Frozen

Range = tuple[int, int]
"""First and last code point."""

ALL: tuple[Range, ...] = ((0, sys.maxunicode),)
_WITHOUT_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")


class Beginning(Frozen, kw_only=False):
    """The signs a match can begin with; `may_be_empty`: what follows can also come first."""

    ranges: tuple[Range, ...]
    may_be_empty: bool


def beginning(source: str) -> tuple[Range, ...]:
    """Ranges in which the first sign of every match lies that is not empty."""
    return _of_sequence(_parser.parse(source)).ranges


def _of_sequence(steps: Iterable[tuple[Any, Any]]) -> Beginning:
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
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
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
