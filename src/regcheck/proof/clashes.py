"""Terms of a question that cannot hold together, as far as that can be seen without a choice.

Owns: narrowing ranges (aiming.py) by what must be, and which of the terms narrowed them.
Refuses to know: questions, solvers, whether it is true.

What comes out is a guess, which a solver confirms before anybody believes it (bench.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from regcheck.logic.terms import Term
from regcheck.proof.aiming import Aims, Choice, Demand, Key

Blame = int
"""Places of terms, a bit for each."""


class ClashError(Exception):
    """Nothing is left of a range or of a choice."""

    def __init__(self, blame: Blame) -> None:
        self.blame = blame


def clash(aims: Aims, wanted: Sequence[Term]) -> frozenset[Term] | None:
    """Those of the terms that stand in each other's way; None where that takes a choice to see."""
    try:
        _Narrowed(aims).settle(aims.demands(wanted))
    except ClashError as found:
        return frozenset(term for place, term in enumerate(wanted) if found.blame >> place & 1)
    return None


class _Narrowed:
    """Ranges, each end with the terms that put it there, and the choices that are open."""

    def __init__(self, aims: Aims) -> None:
        self._aims = aims
        self._ranges: dict[Key, tuple[int, Blame, int, Blame]] = {}
        self._choices: list[tuple[Choice, Blame]] = []

    def settle(self, demands: Iterable[Demand]) -> None:
        """Meet all demands, until only true choices are left. Raises ClashError."""
        for place, demand in enumerate(demands):
            self._take(demand, 1 << place)
        is_settled = False
        while not is_settled:
            choices, self._choices = self._choices, []
            is_settled = not sum([self._is_forced(choice, blame) for choice, blame in choices])

    def _take(self, demand: Demand, blame: Blame) -> None:
        ranges = self._ranges
        self._note(demand.choices, blame)
        for key, low, high in demand.ranges:
            known = ranges.get(key)
            if known is None:
                (least, most), besides = self._aims.start(key)
                self._note(besides, blame)
                known = least, 0, most, 0
            least, below, most, above = known
            if low > least:
                least, below = low, blame
            if high < most:
                most, above = high, blame
            if least > most:
                raise ClashError(below | above)
            ranges[key] = least, below, most, above

    def _note(self, choices: Sequence[Choice], blame: Blame) -> None:
        if choices:
            self._choices += [(choice, blame) for choice in choices]

    def _is_forced(self, choice: Choice, blame: Blame) -> bool:
        """Take the alternatives that are left, if all of them are needed. What stays open is noted."""
        alternatives, count, _ = choice
        left, all_blame = list[Demand](), blame
        for alternative in alternatives:
            against = self._against(alternative)
            if against is None:
                left.append(alternative)
            else:
                all_blame |= against
        if len(left) < count:
            raise ClashError(all_blame)
        if len(left) > count:
            self._note([choice], blame)
            return False
        for alternative in left:
            self._take(alternative, all_blame)
        return True

    def _against(self, demand: Demand) -> Blame | None:
        """Who keeps a demand from being met; None if nobody does."""
        for key, low, high in demand.ranges:
            least, below, most, above = self._ranges.get(key) or (low, 0, high, 0)
            if least > high:
                return below
            if most < low:
                return above
        return None
