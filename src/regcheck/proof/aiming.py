"""Cases made for a question: its terms are made true one after the other.

Owns: what a term asks of variables, the choice between alternatives, and values that sums can have.
Refuses to know: whether a term holds in a case (sampling.py), questions, solvers.

A term asks for ranges of variables (a truth is a range within 0 and 1) and for choices. Ranges only become narrower;
where one is empty, the last choice is taken back, a few times. Sums are not weighed against each other before the end.
So what comes out is a guess, which is found out in a sample like any other case.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar

from regcheck.frozen import Frozen
from regcheck.logic.terms import (
    AtLeast,
    Conjunction,
    Constant,
    Definition,
    Disjunction,
    Exactly,
    Gated,
    Negation,
    Stepped,
    Switch,
    Term,
    Terms,
    Unit,
    Variable,
    Whole,
)

MOST_TRIALS = 60
"""Alternatives that are tried for one question."""

_TURNS = 8
"""How often values are moved until all sums are as they should be."""

_FAR = 10**30
"""Farther than any limit: the end of a range that has none."""

Key = Variable | Term
"""What has a range: a variable, or the truth of what is more than that."""

Ranges = dict[Key, tuple[int, int]]
Plan = dict[Variable, int]
"""Values of variables; a truth is 0 or 1."""


Weights = Sequence[tuple[Unit, int]]


class Demand(Frozen, eq=False):
    """Ranges that are asked for, and choices."""

    ranges: Sequence[tuple[Key, int, int]] = ()
    choices: Sequence[Choice] = ()


Choice = tuple[Sequence[Demand], int, frozenset[Key]]
"""Alternatives, how many of them are asked for, and the keys of all."""

Start = tuple[tuple[int, int], Sequence[Choice]]
"""A range, and choices."""

_NEVER = Demand(choices=[((), 1, frozenset())])


class Aims:
    """What the terms of one factory ask for; each is found out once."""

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._demands: tuple[dict[Term, Demand], dict[Term, Demand]] = {}, {}
        """Of terms that are to be false, and of those that are to be true."""
        self._starts: dict[Key, Start] = {}

    def plan(self, wanted: Iterable[Term]) -> Plan | None:
        """Values that may well make all of the terms true; None where none are found."""
        ranges = _Attempt(self).settled(self.demands(wanted))
        return None if ranges is None else _values(ranges)

    def demands(self, wanted: Iterable[Term]) -> list[Demand]:
        """What is asked for by each of the terms, that it be true."""
        known = self._demands[True]
        return [known.get(term) or self.demand(term, True) for term in wanted]

    def demand(self, term: Term, wanted: bool) -> Demand:
        """What is asked for where a term is to be true, or false."""
        known = self._demands[wanted].get(term)
        if known is None:
            known = self._demands[wanted][term] = self._KINDS[type(term)](self, term, wanted)
        return known

    def _of_parts(self, term: Conjunction | Disjunction, wanted: bool) -> Demand:
        demands = [self.demand(part, wanted) for part in term.parts]
        return _all(demands) if wanted is (type(term) is Conjunction) else _some(term, wanted, demands)

    def _of_least(self, term: AtLeast, wanted: bool) -> Demand:
        only, least = only_variable(term.weights), term.least
        if only is not None:
            return _ranges((only, least, _FAR) if wanted else (only, -_FAR, least - 1))
        conditions = counted(term.weights)
        if conditions is None:
            return _ranges((term, wanted, wanted))
        count = least if wanted else len(conditions) - least + 1
        return _some(term, wanted, [self.demand(one, wanted) for one in conditions], count)

    def _of_exact(self, term: Exactly, wanted: bool) -> Demand:
        only = only_variable(term.weights) if wanted else None
        more = () if only is None else ((only, term.value, term.value),)
        return _ranges(*more, (term, wanted, wanted))

    _KINDS: ClassVar[Mapping[type, Callable[[Aims, Any, bool], Demand]]] = {
        AtLeast: _of_least,
        Exactly: _of_exact,
        Negation: lambda self, term, wanted: self.demand(term.body, not wanted),
        Conjunction: _of_parts,
        Disjunction: _of_parts,
        Definition: lambda self, term, wanted: self.demand(term.body, wanted),
        Switch: lambda _, term, wanted: _ranges((term, wanted, wanted)),
        Constant: lambda _, term, wanted: Demand() if term.value is wanted else _NEVER,
    }

    def start(self, key: Key) -> Start:
        """The range that there is anyhow, and what is asked for besides as soon as the key is mentioned."""
        known = self._starts.get(key)
        if known is None:
            known = self._starts[key] = self._start(key)
        return known

    def _start(self, key: Key) -> Start:
        low, high = (-_FAR, _FAR) if type(key) is Whole else (0, 1)
        besides: list[Choice] = []
        for demand in self._mentioned(key):
            match demand.ranges, demand.choices:
                case [(only, least, most)], () if only is key:
                    low, high = max(low, least), min(high, most)
                case _:
                    besides.append(_choice([demand]))
        return (low, high), besides

    def _mentioned(self, key: Key) -> Sequence[Demand]:
        if type(key) is Switch or type(key) is Whole:
            return self.demands(self._terms.axioms.get(key, ()))
        if type(key) is AtLeast or type(key) is Exactly:
            units = [unit.variable if type(unit) is Stepped else unit for unit, _ in key.weights]
            return [_ranges(*[(unit, -_FAR, _FAR) for unit in units if type(unit) is Whole])]
        return ()


class _State:
    """Ranges, choices that were looked at and are open, new choices, and the keys that were narrowed since."""

    def __init__(self, ranges: Ranges, opened: list[Choice]) -> None:
        self.ranges, self.opened = ranges, opened
        self.new: list[Choice] = []
        self.touched: set[Key] = set()


class _Attempt:
    """The search for ranges that meet all demands."""

    def __init__(self, aims: Aims) -> None:
        self._aims, self._left = aims, MOST_TRIALS

    def settled(self, demands: Iterable[Demand]) -> Ranges | None:
        """Ranges that leave no choice open; None where none are found."""
        state = _State({}, [])
        return self._chosen(state) if self._take(state, demands) else None

    def _take(self, state: _State, demands: Iterable[Demand]) -> bool:
        """Narrow the ranges, and note the choices; whether something is left of each range."""
        ranges, new, touched = state.ranges, state.new, state.touched
        for demand in demands:
            new += demand.choices
            for key, low, high in demand.ranges:
                known = ranges.get(key)
                if known is None:
                    known, besides = self._aims.start(key)
                    new += besides
                least, most = known
                if low < least:
                    low = least
                if high > most:
                    high = most
                if low > high:
                    return False
                ranges[key] = low, high
                touched.add(key)
        return True

    def _chosen(self, state: _State) -> Ranges | None:
        """The ranges, narrowed until no choice is open. What must be is taken first, then the choice of fewest."""
        while state.touched or state.new:
            if not self._all_taken(state):
                return None
        if not state.opened:
            return state.ranges
        fewest = min(state.opened, key=_freedom)
        state.opened.remove(fewest)
        return self._tried(state, fewest)

    def _all_taken(self, state: _State) -> bool:
        """Look at the choices that are new or have a key that was narrowed; whether what must be can be taken."""
        opened, before = state.opened, state.touched
        state.opened, state.touched = [], set()
        for choice in opened:
            keys = choice[2]
            if keys.isdisjoint(before) and keys.isdisjoint(state.touched):
                state.opened.append(choice)
            elif not self._is_taken(state, choice):
                return False
        for choice in state.new:  # more of them come while what must be is taken
            if not self._is_taken(state, choice):
                return False
        state.new.clear()
        return True

    def _is_taken(self, state: _State, choice: Choice) -> bool:
        """Whether a choice can be had. What must be is taken, and what is open is noted."""
        alternatives, count, _ = left = _open(state.ranges, choice)
        if len(alternatives) > count:
            state.opened.append(left)
            return True
        return not count or (len(alternatives) == count and self._take(state, alternatives))

    def _tried(self, state: _State, choice: Choice) -> Ranges | None:
        alternatives, count, keys = choice
        for place, alternative in enumerate(alternatives, 1):
            self._left -= 1
            if self._left < 0:
                break
            narrowed = _State(state.ranges.copy(), [*state.opened])
            if count > 1:
                narrowed.new.append((alternatives[place:], count - 1, keys))
            if self._take(narrowed, (alternative,)):
                found = self._chosen(narrowed)
                if found is not None:
                    return found
        return None


def _ranges(*asked: tuple[Key, int, int]) -> Demand:
    return Demand(ranges=asked)


def _some(term: Term, wanted: bool, alternatives: Sequence[Demand], count: int = 1) -> Demand:
    """What is wanted so and elsewhere otherwise is found out by the term itself."""
    return Demand(ranges=[(term, wanted, wanted)], choices=[_choice(alternatives, count)])


def _choice(alternatives: Sequence[Demand], count: int = 1) -> Choice:
    return alternatives, count, frozenset([key for one in alternatives for key, _, _ in one.ranges])


def _all(demands: Sequence[Demand]) -> Demand:
    return Demand(
        ranges=[asked for demand in demands for asked in demand.ranges],
        choices=[choice for demand in demands for choice in demand.choices],
    )


def _freedom(choice: Choice) -> int:
    alternatives, count, _ = choice
    return len(alternatives) - count


def _open(ranges: Ranges, choice: Choice) -> Choice:
    """The alternatives of a choice that are left, and how many of them are missing."""
    alternatives, count, keys = choice
    possible: list[Demand] = []
    for alternative in alternatives:
        is_met = not alternative.choices
        for key, low, high in alternative.ranges:
            known = ranges.get(key)
            if known is None:
                is_met = False
                continue
            least, most = known
            if least > high or most < low:
                break
            if least < low or most > high:
                is_met = False
        else:
            if not is_met:
                possible.append(alternative)
            elif count == 1:
                return (), 0, keys
            else:
                count -= 1
    return possible, count, keys


def _values(ranges: Ranges) -> Plan:
    """The values nearest to zero, moved until the sums are as they should be."""
    plan: Plan = {}
    sums: list[tuple[AtLeast | Exactly, int]] = []
    for key, (low, high) in ranges.items():
        if type(key) is Switch or type(key) is Whole:
            plan[key] = low if low > 0 else high if high < 0 else 0
        elif type(key) is AtLeast or type(key) is Exactly:
            sums.append((key, low))
    for _ in range(_TURNS if sums else 0):
        if not sum([_is_mended(plan, ranges, term, wanted) for term, wanted in sums]):
            break
    return plan


def _is_mended(plan: Plan, ranges: Ranges, term: AtLeast | Exactly, wanted: int) -> bool:
    """Whether values were moved so that a comparison comes out as wanted."""
    weights, total = term.weights, 0
    for unit, weight in weights:
        if type(unit) is Whole and unit.name:
            total += weight * plan[unit]
        elif type(unit) is Stepped:
            total += weight * unit.steps.at(plan[unit.variable])
        else:
            return False  # only a sample tells what it comes to
    if isinstance(term, AtLeast):
        more, less = (term.least - total, 0) if wanted else (0, total - term.least + 1)
    else:
        apart = term.value - total
        more, less = (apart, -apart) if wanted else (not apart, not apart)
    return _is_raised(plan, ranges, weights, more) or _is_raised(plan, ranges, weights, less, -1)


def _weight(weighted: tuple[Unit, int]) -> int:
    return weighted[1]


def _is_raised(plan: Plan, ranges: Ranges, weights: Weights, missing: int, sign: int = 1) -> bool:
    """Whether values were moved, to make a sum, or its opposite, larger by what is missing."""
    if missing <= 0:
        return False
    is_moved = False
    turned = [(unit, sign * weight) for unit, weight in weights]
    for unit, weight in sorted(turned, key=_weight, reverse=True):
        if missing > 0 and type(unit) is Whole:
            low, high = ranges[unit]
            step, before = -(-missing // abs(weight)), plan[unit]
            plan[unit] = min(before + step, high) if weight > 0 else max(before - step, low)
            missing -= weight * (plan[unit] - before)
            is_moved |= plan[unit] != before
    return is_moved


def only_variable(weights: Weights) -> Whole | None:
    """The variable, if a sum is nothing but that."""
    if len(weights) > 1:
        return None
    ((unit, weight),) = weights
    return unit if weight == 1 and type(unit) is Whole else None


def counted(weights: Iterable[tuple[Unit, int]]) -> list[Term] | None:
    """The conditions, if a sum only counts how many of them hold."""
    conditions: list[Term] = []
    for unit, weight in weights:
        if weight != 1 or type(unit) is not Gated or unit.unit is not None:
            return None
        conditions.append(unit.condition)
    return conditions
