"""How many slots of a 一覧 suffice.

Owns: what each atom about a 一覧 needs, and the number of slots that follows for each 一覧.
Refuses to know: terms, values, which atoms a question has (scope.py).

Let every atom about a 一覧 (いずれかの, 全ての, …の数) keep the truth that it has in some case. いずれかの needs one
element as its witness when true, 全ての one when false, a count compared with a constant n at most n + 1; all
other elements can be taken away. So the sum of these needs over the different atoms is enough. An atom that
also speaks of an element of another 一覧 counts once for each of that one's slots; if two 一覧 wait for each
other in this way no number is known, and only a case, not its absence, can be concluded (`complete`).

Counts that are compared with each other or with a fact need a number for every value. There a slot stands
for any number of equal elements (`multiple`). With k conditions on the elements, those that agree on all of
them can be made equal, so 2**k slots suffice, and by the bound on the support of integer conic sums in
k + 1 dimensions (Aliev, De Loera, Eisenbrand, Oertel, Weismantel 2018) so do 2(k+1)·log2(2√(k+1)).

A 一覧 over which values are added up has exactly as many slots as its declared limit.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor, log2, prod, sqrt

from regcheck.frozen import Frozen, Mutable, field
from regcheck.logic.affine import Affine
from regcheck.logic.places import Step
from regcheck.model.formula import Comparator, Compare, Count, Expression, Number, Total

ListSteps = tuple[Step, ...]


class Slots(Frozen):
    """The slots of one 一覧. `complete`: no case needs more."""

    count: int
    multiple: bool = False
    complete: bool = True


class ListAtom(Frozen, cache_hash=True):
    """One atom about the 一覧 at `steps`. `need` is None for a count with no constant beside it; `crossing`
    are the other 一覧 whose elements it speaks of. `subject_matter` tells atoms apart."""

    steps: ListSteps
    limit: int | None
    need: int | None
    subject_matter: object
    crossing: tuple[ListSteps, ...] = ()
    adds_up: bool = False


class SlotPlan(Mutable):
    """Slots for every 一覧 among some atoms."""

    atoms: dict[ListSteps, list[ListAtom]]
    _found: dict[ListSteps, Slots] = field(default_factory=dict)

    def slots(self, steps: ListSteps) -> Slots:
        """What suffices for one 一覧. Asking while it is being found out means a circle, which only a declared
        limit breaks."""
        atoms = self.atoms.get(steps, [])
        limit = min((atom.limit for atom in atoms if atom.limit is not None), default=None)
        if steps not in self._found:
            self._found[steps] = Slots(count=1, complete=False) if limit is None else Slots(count=limit)
            self._found[steps] = self._find(atoms, limit)
        return self._found[steps]

    def _find(self, atoms: list[ListAtom], limit: int | None) -> Slots:
        enough = self._enough(atoms)
        if limit is not None and (limit <= enough.count or not enough.complete):
            return Slots(count=limit)
        return enough

    def _enough(self, atoms: list[ListAtom]) -> Slots:
        around = [[self.slots(steps) for steps in atom.crossing] for atom in atoms]
        times = [prod(slots.count for slots in crossing) for crossing in around]
        plain = sum((atom.need or 0) * n for atom, n in zip(atoms, times, strict=True))
        if any(atom.adds_up for atom in atoms):
            return Slots(count=plain + 1, complete=False)
        complete = all(slots.complete for crossing in around for slots in crossing)
        support = _support(sum(times))
        if any(atom.need is None for atom in atoms) or support < plain:
            return Slots(count=support, multiple=True, complete=complete)
        return Slots(count=plain, complete=complete)


def plan_slots(atoms: Iterable[ListAtom]) -> dict[ListSteps, Slots]:
    """Slots for each 一覧 that an atom speaks of."""
    grouped: dict[ListSteps, list[ListAtom]] = {}
    for atom in atoms:
        grouped.setdefault(atom.steps, []).append(atom)
    plan = SlotPlan(atoms=grouped)
    return {steps: plan.slots(steps) for steps in sorted(grouped, key=repr)}


def _support(conditions: int) -> int:
    """How many different elements, each any number of times, give every vector of counts."""
    if conditions < 5:
        return int(2**conditions)
    dimensions = conditions + 1
    return floor(2 * dimensions * log2(2 * sqrt(dimensions)))


def needs(compare: Compare) -> dict[Count, int | None]:
    """The counts compared, each with the number of elements that keeps the comparison true or false."""
    difference = _counts(compare.left, compare.right)
    if difference is None or len(difference.weights) != 1:
        return {}
    ((count, weight),) = difference.weights.items()
    return {count: _turning_point(compare.op, weight, Fraction(-difference.constant, weight))}


def _turning_point(op: Comparator, weight: int, limit: Fraction) -> int:
    """From this many elements on, the comparison of the count with the limit no longer changes."""
    rising = (Comparator.GE, Comparator.LT) if weight > 0 else (Comparator.LE, Comparator.GT)
    return max(0, ceil(limit) if op in rising else floor(limit) + 1)


def _counts(left: Expression, right: Expression) -> Affine[Count] | None:
    """left − right if it consists of counts and constants alone."""
    first, second = _linear(left), _linear(right)
    return None if first is None or second is None else _tidy(first - second)


def _linear(expression: Expression) -> Affine[Count] | None:
    match expression:
        case Number(value=value):
            return Affine.known(value)
        case Count():
            return Affine.of(expression)
        case Total(terms=terms):
            total = Affine[Count].known()
            for factor, inner in terms:
                part = _linear(inner)
                if part is None:
                    return None
                total = total + part.times(factor)
            return total
        case _:
            return None


def _tidy(value: Affine[Count]) -> Affine[Count]:
    weights = {count: weight for count, weight in value.weights.items() if weight}
    return Affine(constant=value.constant, weights=weights, denominator=value.denominator)
