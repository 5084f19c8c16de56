"""The solver-neutral term language: Booleans and linear constraints over exact integers.

Owns: the terms, their canonical form (every term is made once, constants are folded away), and the axioms
that come with a variable wherever it is mentioned.
Refuses to know: the model that is compiled, SMT-LIB, any solver.

Terms are compared by identity; `Terms` sees to it that equal terms are identical. There is no Real: a value
with fractions stands on a grid, and comparisons are multiplied out to integers (affine.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from math import gcd
from typing import TypeVar

from regcheck.frozen import Frozen, Mutable, field
from regcheck.logic.affine import Affine
from regcheck.logic.steps import Steps, straight
from regcheck.logic.stretches import Solve, Stretch, at_least, exactly, stretches


class Constant(Frozen, eq=False):
    """True or false."""

    value: bool


class Switch(Frozen, eq=False):
    """A Boolean variable."""

    name: str


class Whole(Frozen, eq=False):
    """An integer variable. An auxiliary one has no name: its axioms say what it is."""

    name: str


class Gated(Frozen, eq=False):
    """An integer: the unit (1 if there is none) where the condition holds, else 0."""

    condition: Term
    unit: Whole | None


class Stepped(Frozen, eq=False):
    """An integer: the value of steps at a variable, which lies within their stretch."""

    variable: Whole
    steps: Steps


class AtLeast(Frozen, eq=False):
    """Σ weight × unit ≥ least; the first weight is positive, the weights have no common divisor."""

    weights: tuple[tuple[Unit, int], ...]
    least: int


class Exactly(Frozen, eq=False):
    """Σ weight × unit = value; the first weight is positive, the weights have no common divisor."""

    weights: tuple[tuple[Unit, int], ...]
    value: int


class Negation(Frozen, eq=False):
    """Not; the body is neither a constant nor a negation."""

    body: Term


class Conjunction(Frozen, eq=False):
    """Two or more different parts that all hold; no part is a constant or a conjunction."""

    parts: tuple[Term, ...]


class Disjunction(Frozen, eq=False):
    """Two or more different parts of which one holds; no part is a constant or a disjunction."""

    parts: tuple[Term, ...]


class Definition(Frozen, eq=False):
    """A name for a body: one predicate of the specification on one record."""

    name: str
    body: Term


Unit = Whole | Gated | Stepped
Term = Constant | Switch | AtLeast | Exactly | Negation | Conjunction | Disjunction | Definition
Variable = Switch | Whole
Sum = Affine[Unit]
Made = TypeVar("Made", Switch, Whole, Gated, Stepped)

TRUE = Constant(value=True)
FALSE = Constant(value=False)


class Terms(Mutable):
    """Makes terms, each once, and keeps what every mention of a variable brings along."""

    axioms: dict[Variable, list[Term]] = field(default_factory=dict)
    limits: dict[Whole, tuple[int | None, int | None]] = field(default_factory=dict)
    _made: dict[tuple[object, ...], Term | Unit] = field(default_factory=dict)
    _spans: dict[tuple[Whole, tuple[Stretch, ...]], Term] = field(default_factory=dict)

    def switch(self, name: str) -> Switch:
        """The Boolean variable of this name."""
        made = self._made.get((Switch, name))
        return made if isinstance(made, Switch) else self._keep((Switch, name), Switch(name=name))

    def whole(self, name: str, low: int | None = None, high: int | None = None) -> Whole:
        """The integer variable of this name; the limits count when it is made."""
        made = self._made.get((Whole, name))
        if isinstance(made, Whole):
            return made
        variable = self._keep((Whole, name), Whole(name=name))
        self._limit(variable, low, high)
        return variable

    def variable(self, name: str) -> Variable | None:
        """The variable of this name, if there is one."""
        made = self._made.get((Whole, name)) or self._made.get((Switch, name))
        return made if isinstance(made, Switch | Whole) else None

    def auxiliary(self) -> Whole:
        """A new integer without a name; the caller adds the axioms that determine it."""
        return Whole(name="")

    def require(self, variable: Variable, axiom: Term) -> None:
        """Wherever the variable is mentioned, the axiom holds."""
        if axiom is not TRUE:
            self.axioms.setdefault(variable, []).append(axiom)

    def _limit(self, variable: Whole, low: int | None, high: int | None) -> None:
        self.limits[variable] = low, high
        if low is not None:
            self.require(variable, self.at_least_zero(Sum.of(variable).plus(-low)))
        if high is not None:
            self.require(variable, self.at_least_zero(Sum.of(variable, -1).plus(high)))

    def gated(self, condition: Term, value: Sum) -> Sum:
        """The value where the condition holds, else 0."""
        if condition is FALSE:
            return Sum.known()
        if condition is TRUE:
            return value
        total = Sum.known()
        for unit in value.weights:
            total = total + Sum.of(self._gate(condition, unit), value.weight(unit))
        if value.constant:
            total = total + Sum.of(self._gate(condition, None), Fraction(value.constant, value.denominator))
        return total

    def _gate(self, condition: Term, unit: Unit | None) -> Gated:
        if isinstance(unit, Gated):
            condition, unit = self.conjoin((condition, unit.condition)), unit.unit
        assert not isinstance(unit, Stepped)  # days are never added up
        key = (Gated, condition, unit)
        made = self._made.get(key)
        return made if isinstance(made, Gated) else self._keep(key, Gated(condition=condition, unit=unit))

    def through(self, value: Sum, steps: Callable[[int, int], Steps]) -> Sum:
        """The value of steps at a variable, at steps of one, or at a constant; `steps` are asked for on the exact
        stretch of that value."""
        if not value.weights:
            return Sum.known(steps(value.constant, value.constant).at(value.constant))
        ((unit, _),) = value.weights.items()
        assert not isinstance(unit, Gated)
        variable, inner = (
            (unit.variable, unit.steps) if isinstance(unit, Stepped) else (unit, self._itself(unit))
        )
        inner = inner.plus(value.constant)
        return self._stepped(variable, inner.then(steps(*inner.image)))

    def _itself(self, variable: Whole) -> Steps:
        low, high = self.limits[variable]
        assert low is not None and high is not None, variable.name
        return straight(low, high)

    def _stepped(self, variable: Whole, steps: Steps) -> Sum:
        if len(steps.turns) == 1:
            least = steps.values[0]
            return Sum.of(variable).plus(least - steps.first) if steps.rising[0] else Sum.known(least)
        apart = steps.values[0] - steps.first
        steps = steps.plus(-apart)  # a day after the end of a period is the same unit as that end
        key = (Stepped, variable, steps)
        made = self._made.get(key)
        unit = made if isinstance(made, Stepped) else self._keep(key, Stepped(variable=variable, steps=steps))
        return Sum.of(unit).plus(apart)

    def _of_one_number(self, weights: tuple[tuple[Unit, int], ...], solve: Solve) -> Term | None:
        """Where a sum of a variable and of steps of it does what is asked, as limits of that variable."""
        if not isinstance(weights[-1][0], Stepped):  # they come last, unless there are gated units
            return None
        weighted = [(unit, weight) for unit, weight in weights if isinstance(unit, Stepped)]
        variable = weighted[0][0].variable
        if any(unit.variable is not variable for unit, _ in weighted):
            return None
        plain = sum(weight for unit, weight in weights if unit is variable)
        if len(weighted) + (plain != 0) < len(weights):
            return None
        found = stretches(plain, tuple((unit.steps, weight) for unit, weight in weighted), solve)
        if (variable, found) not in self._spans:
            parts = [self._between(variable, *stretch) for stretch in found]
            self._spans[variable, found] = self.disjoin(parts)
        return self._spans[variable, found]

    def _between(self, variable: Whole, first: int, last: int) -> Term:
        low, high = self.limits[variable]
        from_first = TRUE if first == low else self.at_least_zero(Sum.of(variable).plus(-first))
        to_last = TRUE if last == high else self.at_least_zero(Sum.of(variable, -1).plus(last))
        return self.conjoin((from_first, to_last))

    def at_least_zero(self, value: Sum) -> Term:
        """value ≥ 0, over the integers."""
        weights, divisor = _coprime(value)
        if not weights:
            return constant(value.constant >= 0)
        limits = self._of_one_number(weights, at_least(-(value.constant // divisor)))
        if limits is not None:
            return limits
        if weights[0][1] > 0:
            return self._at_least(weights, -(value.constant // divisor))
        flipped = tuple((unit, -weight) for unit, weight in weights)
        return self.negate(self._at_least(flipped, value.constant // divisor + 1))

    def positive(self, value: Sum) -> Term:
        """value > 0, over the integers."""
        return self.negate(self.at_least_zero(value.times(-1)))

    def is_zero(self, value: Sum) -> Term:
        """value = 0, over the integers."""
        weights, divisor = _coprime(value)
        if not weights:
            return constant(value.constant == 0)
        target, rest = divmod(-value.constant, divisor)
        if rest:
            return FALSE
        limits = self._of_one_number(weights, exactly(target))
        if limits is not None:
            return limits
        if weights[0][1] < 0:
            weights, target = tuple((unit, -weight) for unit, weight in weights), -target
        return self._term((Exactly, weights, target), Exactly(weights=weights, value=target))

    def _at_least(self, weights: tuple[tuple[Unit, int], ...], least: int) -> Term:
        return self._term((AtLeast, weights, least), AtLeast(weights=weights, least=least))

    def negate(self, body: Term) -> Term:
        """Not."""
        match body:
            case Constant(value=value):
                return constant(not value)
            case Negation(body=inner):
                return inner
            case _:
                return self._term((Negation, body), Negation(body=body))

    def conjoin(self, parts: Iterable[Term]) -> Term:
        """All of the parts."""
        flat = self._flatten(parts, Conjunction, unit=TRUE, zero=FALSE)
        if len(flat) < 2:
            return flat[0] if flat else TRUE
        return self._term((Conjunction, flat), Conjunction(parts=flat))

    def disjoin(self, parts: Iterable[Term]) -> Term:
        """One of the parts."""
        flat = self._flatten(parts, Disjunction, unit=FALSE, zero=TRUE)
        if len(flat) < 2:
            return flat[0] if flat else FALSE
        return self._term((Disjunction, flat), Disjunction(parts=flat))

    def _flatten(
        self, parts: Iterable[Term], kind: type[Conjunction | Disjunction], *, unit: Constant, zero: Constant
    ) -> tuple[Term, ...]:
        """The different parts in their order; `zero` alone if it or a contradiction is among them."""
        flat: dict[Term, None] = {}
        for part in parts:
            for member in part.parts if isinstance(part, kind) else (part,):
                if member is zero or self.negate(member) in flat:
                    return (zero,)
                if member is not unit:
                    flat[member] = None
        return tuple(flat)

    def imply(self, premise: Term, conclusion: Term) -> Term:
        """Not the premise, or the conclusion."""
        return self.disjoin((self.negate(premise), conclusion))

    def same(self, left: Term, right: Term) -> Term:
        """Both or neither."""
        return self.conjoin((self.imply(left, right), self.imply(right, left)))

    def define(self, name: str, body: Term) -> Term:
        """The body under a name; what is already simple keeps its own."""
        if isinstance(body, Constant | Switch | Definition):
            return body
        return self._term((Definition, name, body), Definition(name=name, body=body))

    def _term(self, key: tuple[object, ...], new: Term) -> Term:
        made = self._made.setdefault(key, new)
        assert not isinstance(made, Whole | Gated | Stepped)
        return made

    def _keep(self, key: tuple[object, ...], new: Made) -> Made:
        self._made[key] = new
        return new


def constant(value: bool) -> Constant:
    """The term for a known truth."""
    return TRUE if value else FALSE


def _coprime(value: Sum) -> tuple[tuple[tuple[Unit, int], ...], int]:
    """The weights without their common divisor, in the order of names, and the divisor."""
    weights = [(unit, weight) for unit, weight in value.weights.items() if weight]
    divisor = gcd(*(weight for _, weight in weights))
    weights.sort(key=_rank)
    return tuple((unit, weight // divisor) for unit, weight in weights), divisor


def _rank(weighted: tuple[Unit, int]) -> tuple[int, str]:
    """Variables by name, then steps by that of their variable, then gated units as they came."""
    unit, _ = weighted
    if isinstance(unit, Gated):
        return 2, ""
    return (0, unit.name) if isinstance(unit, Whole) else (1, unit.variable.name)
