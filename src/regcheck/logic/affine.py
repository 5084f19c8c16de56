"""Exact affine sums: a constant plus rational weights of units.

Owns: sums and multiples, kept as integers over one denominator.
Refuses to know: what a unit is, comparisons, grids.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import lcm
from typing import Generic, TypeVar

from regcheck.frozen import Frozen, field

U = TypeVar("U")
Exact = Fraction | int


class Affine(Frozen, Generic[U]):
    """(constant + Σ weight × unit) / denominator, the denominator positive. Its sign is that of the numerator."""

    constant: int = 0
    weights: Mapping[U, int] = field(default_factory=dict)
    denominator: int = 1

    @staticmethod
    def known(constant: Exact = 0) -> Affine[U]:
        """A constant alone."""
        return Affine(constant=constant.numerator, denominator=constant.denominator)

    @staticmethod
    def of(unit: U, weight: Exact = 1) -> Affine[U]:
        """One unit alone."""
        return Affine(weights={unit: weight.numerator}, denominator=weight.denominator)

    @staticmethod
    def total(parts: Iterable[Affine[U]]) -> Affine[U]:
        """The sum of some; of none, 0."""
        listed = list(parts)
        denominator = lcm(*(part.denominator for part in listed))
        constant, weights = 0, dict[U, int]()
        for part in listed:
            factor = denominator // part.denominator
            constant += part.constant * factor
            for unit, weight in part.weights.items():
                weights[unit] = weights.get(unit, 0) + weight * factor
        return Affine(constant=constant, weights=weights, denominator=denominator)

    def weight(self, unit: U) -> Fraction:
        """The weight of a unit."""
        return Fraction(self.weights.get(unit, 0), self.denominator)

    def plus(self, constant: Exact) -> Affine[U]:
        """The sum with a constant."""
        return self + Affine.known(constant)

    def times(self, factor: Exact) -> Affine[U]:
        """Every weight and the constant multiplied."""
        number = factor.numerator
        weights = {unit: weight * number for unit, weight in self.weights.items()}
        denominator = self.denominator * factor.denominator
        return Affine(constant=self.constant * number, weights=weights, denominator=denominator)

    def __add__(self, other: Affine[U]) -> Affine[U]:
        if other.weights or other.denominator != self.denominator:
            return Affine.total((self, other))
        constant = self.constant + other.constant
        return Affine(constant=constant, weights=self.weights, denominator=self.denominator)

    def __sub__(self, other: Affine[U]) -> Affine[U]:
        if not other.weights and other.denominator == self.denominator:  # as in most comparisons
            constant = self.constant - other.constant
            return Affine(constant=constant, weights=self.weights, denominator=self.denominator)
        return self + other.times(-1)
