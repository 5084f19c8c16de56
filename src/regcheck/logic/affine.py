"""Exact affine sums: a constant plus rational weights of units.

Owns: sums and multiples with Fractions.
Refuses to know: what a unit is, comparisons, grids.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Generic, TypeVar

U = TypeVar("U")


@dataclass(frozen=True, slots=True, kw_only=True)
class Affine(Generic[U]):
    """constant + Σ weight × unit."""

    constant: Fraction = Fraction(0)
    weights: Mapping[U, Fraction] = field(default_factory=dict)

    @staticmethod
    def known(constant: Fraction | int = 0) -> Affine[U]:
        """A constant alone."""
        return Affine(constant=Fraction(constant))

    @staticmethod
    def of(unit: U, weight: Fraction = Fraction(1)) -> Affine[U]:
        """One unit alone."""
        return Affine(weights={unit: weight})

    def plus(self, constant: Fraction) -> Affine[U]:
        """The sum with a constant."""
        return Affine(constant=self.constant + constant, weights=self.weights)

    def __add__(self, other: Affine[U]) -> Affine[U]:
        weights = dict(self.weights)
        for unit, weight in other.weights.items():
            weights[unit] = weights.get(unit, Fraction(0)) + weight
        return Affine(constant=self.constant + other.constant, weights=weights)

    def __sub__(self, other: Affine[U]) -> Affine[U]:
        return self + other.times(Fraction(-1))

    def times(self, factor: Fraction) -> Affine[U]:
        """Every weight and the constant multiplied."""
        weights = {unit: weight * factor for unit, weight in self.weights.items()}
        return Affine(constant=self.constant * factor, weights=weights)
