"""The solver-neutral term language: Booleans and linear constraints over exact integers.

Owns: the terms, their canonical form (every term is made once, constants are folded away), and the axioms
that come with a variable wherever it is mentioned.
Refuses to know: the model that is compiled, SMT-LIB, any solver.

Terms are compared by identity; `Terms` sees to it that equal terms are identical. There is no Real: a value
with fractions stands on a grid, and comparisons are multiplied out to integers (affine.py).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import gcd
from typing import TYPE_CHECKING

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
Weights = tuple[tuple[Unit, int], ...]

if TYPE_CHECKING:
    Sum = Affine[Unit]
else:
    Sum = Affine  # through an alias with a parameter every call takes twice as long

TRUE = Constant(value=True)
FALSE = Constant(value=False)

_SIMPLE: frozenset[type] = frozenset((Constant, Switch, Definition))
"""Terms that need no name."""


class Terms(Mutable):
    """Makes terms, each once, and keeps what every mention of a variable brings along."""

    axioms: dict[Variable, list[Term]] = field(default_factory=dict)
    limits: dict[Whole, tuple[int | None, int | None]] = field(default_factory=dict)
    _switches: dict[str, Switch] = field(default_factory=dict)
    _wholes: dict[str, Whole] = field(default_factory=dict)
    _gates: dict[tuple[Term, Unit | None], Gated] = field(default_factory=dict)
    _steps: dict[tuple[Whole, Steps], Stepped] = field(default_factory=dict)
    _least: dict[tuple[Weights, int], AtLeast] = field(default_factory=dict)
    _exact: dict[tuple[Weights, int], Exactly] = field(default_factory=dict)
    _opposites: dict[Term, Term] = field(default_factory=lambda: {TRUE: FALSE, FALSE: TRUE})
    """Terms and their negations, both ways."""
    _all: dict[tuple[Term, ...], Conjunction] = field(default_factory=dict)
    _some: dict[tuple[Term, ...], Disjunction] = field(default_factory=dict)
    _named: dict[tuple[str, Term], Definition] = field(default_factory=dict)
    _spans: dict[tuple[Whole, tuple[Stretch, ...]], Term] = field(default_factory=dict)

    def switch(self, name: str) -> Switch:
        """The Boolean variable of this name."""
        made = self._switches.get(name)
        if made is None:
            made = self._switches[name] = Switch(name=name)
        return made

    def whole(self, name: str, low: int | None = None, high: int | None = None) -> Whole:
        """The integer variable of this name; the limits count when it is made."""
        made = self._wholes.get(name)
        if made is None:
            made = self._wholes[name] = Whole(name=name)
            self._limit(made, low, high)
        return made

    def variable(self, name: str) -> Variable | None:
        """The variable of this name, if there is one."""
        return self._wholes.get(name) or self._switches.get(name)

    def auxiliary(self) -> Whole:
        """A new integer without a name; the caller adds the axioms that determine it."""
        return Whole(name="")

    def comparisons(self) -> list[AtLeast | Exactly]:
        """Every comparison that was made."""
        return [*self._least.values(), *self._exact.values()]

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
        units = [*value.weights.items(), (None, value.constant)] if value.constant else value.weights.items()
        common = gcd(value.denominator, value.constant, *value.weights.values())
        weights: dict[Unit, int] = {}
        for unit, weight in units:
            gate = self._gate(condition, unit)
            weights[gate] = weights.get(gate, 0) + weight // common
        return Sum(weights=weights, denominator=value.denominator // common)

    def number_of(self, parts: Iterable[Term]) -> Sum:
        """How many of the parts hold."""
        surely, weights = 0, dict[Unit, int]()
        for part in parts:
            if part is TRUE:
                surely += 1
            elif part is not FALSE:
                gate = self._gate(part, None)
                weights[gate] = weights.get(gate, 0) + 1
        return Sum(constant=surely, weights=weights)

    def _gate(self, condition: Term, unit: Unit | None) -> Gated:
        if type(unit) is Gated:
            condition, unit = self.conjoin((condition, unit.condition)), unit.unit
        assert unit is None or type(unit) is Whole  # days are never added up
        made = self._gates.get((condition, unit))
        if made is None:
            made = self._gates[condition, unit] = Gated(condition=condition, unit=unit)
        return made

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
        made = self._steps.get((variable, steps))
        if made is None:
            made = self._steps[variable, steps] = Stepped(variable=variable, steps=steps)
        return Sum.of(made).plus(apart)

    def _of_one_number(self, weights: Weights, asked: Callable[[int], Solve], number: int) -> Term | None:
        """Where a sum of a variable and of steps of it does what is asked, as limits of that variable."""
        if type(weights[-1][0]) is not Stepped:  # they come last, unless there are gated units
            return None
        weighted = [(unit, weight) for unit, weight in weights if isinstance(unit, Stepped)]
        variable = weighted[0][0].variable
        if any(unit.variable is not variable for unit, _ in weighted):
            return None
        plain = sum(weight for unit, weight in weights if unit is variable)
        if len(weighted) + (plain != 0) < len(weights):
            return None
        found = stretches(plain, tuple((unit.steps, weight) for unit, weight in weighted), asked(number))
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
        least = -(value.constant // divisor)
        limits = self._of_one_number(weights, at_least, least)
        if limits is not None:
            return limits
        if weights[0][1] > 0:
            return self._at_least(weights, least)
        return self.negate(self._at_least(_flipped(weights), 1 - least))

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
        limits = self._of_one_number(weights, exactly, target)
        if limits is not None:
            return limits
        return (
            self._exactly(weights, target) if weights[0][1] > 0 else self._exactly(_flipped(weights), -target)
        )

    def _at_least(self, weights: Weights, least: int) -> AtLeast:
        made = self._least.get((weights, least))
        if made is None:
            made = self._least[weights, least] = AtLeast(weights=weights, least=least)
        return made

    def _exactly(self, weights: Weights, value: int) -> Exactly:
        made = self._exact.get((weights, value))
        if made is None:
            made = self._exact[weights, value] = Exactly(weights=weights, value=value)
        return made

    def negate(self, body: Term) -> Term:
        """Not."""
        made = self._opposites.get(body)
        if made is None:
            made = self._opposites[body] = Negation(body=body)
            self._opposites[made] = body
        return made

    def conjoin(self, parts: Iterable[Term]) -> Term:
        """All of the parts."""
        flat = self._flatten(parts, Conjunction, unit=TRUE, zero=FALSE)
        if len(flat) < 2:
            return flat[0] if flat else TRUE
        made = self._all.get(flat)
        if made is None:
            made = self._all[flat] = Conjunction(parts=flat)
        return made

    def disjoin(self, parts: Iterable[Term]) -> Term:
        """One of the parts."""
        flat = self._flatten(parts, Disjunction, unit=FALSE, zero=TRUE)
        if len(flat) < 2:
            return flat[0] if flat else FALSE
        made = self._some.get(flat)
        if made is None:
            made = self._some[flat] = Disjunction(parts=flat)
        return made

    def _flatten(
        self, parts: Iterable[Term], kind: type[Conjunction | Disjunction], *, unit: Constant, zero: Constant
    ) -> tuple[Term, ...]:
        """The different parts in their order; `zero` alone if it or a contradiction is among them."""
        flat: dict[Term, None] = {}
        for part in parts:
            for member in part.parts if type(part) is kind else (part,):
                if member is zero or self._opposites.get(member) in flat:
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
        if type(body) in _SIMPLE:
            return body
        made = self._named.get((name, body))
        if made is None:
            made = self._named[name, body] = Definition(name=name, body=body)
        return made


def constant(value: bool) -> Constant:
    """The term for a known truth."""
    return TRUE if value else FALSE


def _coprime(value: Sum) -> tuple[Weights, int]:
    """The weights without their common divisor, in the order of names, and the divisor."""
    divisor = gcd(*value.weights.values())
    weights = [(unit, weight // divisor) for unit, weight in value.weights.items() if weight]
    if len(weights) > 1:
        weights.sort(key=_rank)
    return tuple(weights), divisor


def _flipped(weights: Weights) -> Weights:
    return tuple((unit, -weight) for unit, weight in weights)


def _rank(weighted: tuple[Unit, int]) -> tuple[int, str]:
    """Variables by name, then steps by that of their variable, then gated units as they came."""
    unit, _ = weighted
    if type(unit) is Whole:
        return 0, unit.name
    return (1, unit.variable.name) if type(unit) is Stepped else (2, "")
