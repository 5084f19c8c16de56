"""Kleene's strong three-valued logic.

Owns: 該当, 非該当, 要確認 and the connectives over them.
Refuses to know: formulas, records, why something is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Kleene(StrEnum):
    """該当, 非該当, 要確認; the words are those of model Expected."""

    TRUE = "該当"
    FALSE = "非該当"
    UNKNOWN = "要確認"


TRUE, FALSE, UNKNOWN = Kleene.TRUE, Kleene.FALSE, Kleene.UNKNOWN


def of_bool(value: bool) -> Kleene:
    """TRUE or FALSE."""
    return TRUE if value else FALSE


def negation(value: Kleene) -> Kleene:
    """UNKNOWN stays UNKNOWN."""
    match value:
        case Kleene.TRUE:
            return FALSE
        case Kleene.FALSE:
            return TRUE
        case Kleene.UNKNOWN:
            return UNKNOWN


def at_least(count: int, values: Iterable[Kleene]) -> Kleene:
    """Whether `count` or more of the values are TRUE."""
    listed = tuple(values)
    surely = listed.count(TRUE)
    if surely >= count:
        return TRUE
    return UNKNOWN if surely + listed.count(UNKNOWN) >= count else FALSE


def conjunction(values: Iterable[Kleene]) -> Kleene:
    """FALSE as soon as one is; TRUE of none."""
    listed = tuple(values)
    return at_least(len(listed), listed)


def disjunction(values: Iterable[Kleene]) -> Kleene:
    """TRUE as soon as one is; FALSE of none."""
    return at_least(1, values)
