"""How long a period is, without counting it.

Owns: the fewest and the most days of a period, and of all periods in some lines of a text.
Refuses to know: from which day it is counted.
"""

from __future__ import annotations

from regcheck.calendar.period import Period
from regcheck.model.from_syntax.walking import nodes
from regcheck.syntax import ast

LONGEST_REST = 14
"""More than the days for which offices are closed on end, by which a limit can move."""


def shortest(period: Period) -> int:
    """Days that the period has at least."""
    return 365 * period.years + 28 * period.months + 7 * period.weeks + period.days


def longest(period: Period) -> int:
    """Days that can lie between the start and the day that the period comes to, at most."""
    moved = LONGEST_REST if period.moves else 0
    return 366 * period.years + 31 * period.months + 7 * period.weeks + period.days + 1 + moved


def reach(written: object) -> tuple[int, int]:
    """How far before and after its events a text can count: the sum of its periods, each taken once."""
    found = dict.fromkeys(node for node in nodes(written) if isinstance(node, ast.PeriodExpr))
    before = sum(longest(each.period) for each in found if each.period.backward)
    after = sum(longest(each.period) for each in found if not each.period.backward)
    return before, after
