"""Figures over the rows of a fact table: counts, sums, means, extremes, numbers of kinds.

Owns: each statistic as an interval, exact when everything it needs is known.
Refuses to know: claims, findings, files.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from regcheck.evaluation.interval import Interval, add, aggregate, point, with_zero
from regcheck.evaluation.kleene import TRUE, UNKNOWN
from regcheck.evaluation.reading import is_open
from regcheck.evaluation.truth import fact_of, number_of, truths_of
from regcheck.frozen import Frozen
from regcheck.model.claims import (
    FigureClaim,
    Selection,
    Statistic,
)
from regcheck.model.formula import Aggregate, Expression, Path
from regcheck.model.specification import (
    Specification,
)
from regcheck.registry.table import BoundRow


class Chosen(Frozen):
    """The rows that a selection surely takes, and those that it may take."""

    sure: tuple[BoundRow, ...]
    maybe: tuple[BoundRow, ...] = ()

    @property
    def all(self) -> tuple[BoundRow, ...]:
        return self.sure + self.maybe


def choose(spec: Specification, selection: Selection, rows: Sequence[BoundRow]) -> Chosen:
    """「一覧」のうち…であるもの."""
    if selection.where is None:
        return Chosen(sure=tuple(rows))
    truths = truths_of(spec, selection.where, [row.record for row in rows])
    return Chosen(
        sure=tuple(row for row, truth in zip(rows, truths, strict=True) if truth is TRUE),
        maybe=tuple(row for row, truth in zip(rows, truths, strict=True) if truth is UNKNOWN),
    )


def figure(spec: Specification, claim: FigureClaim, chosen: Chosen) -> Interval | None:
    """What the statistic can be; None for a mean or extreme of no rows."""
    value = claim.value
    match claim.statistic:
        case Statistic.COUNT:
            return Interval(point(len(chosen.sure)).low, point(len(chosen.all)).high)
        case Statistic.DISTINCT:
            assert isinstance(value, Path)
            return _kinds(spec, value, chosen)
        case _ if not chosen.all and claim.statistic is not Statistic.SUM:
            return None
        case Statistic.SUM | Statistic.MEAN | Statistic.MAX | Statistic.MIN as statistic:
            assert value is not None and not isinstance(value, Path)
            return _number(statistic, values(spec, value, chosen.sure), values(spec, value, chosen.maybe))
        case _:
            assert_never(claim.statistic)


def values(spec: Specification, value: Expression, rows: Sequence[BoundRow]) -> list[Interval]:
    """The number of each row."""
    return [number_of(spec, value, row.record) for row in rows]


def _number(statistic: Statistic, sure: list[Interval], maybe: list[Interval]) -> Interval:
    """Rows that may not count widen the interval; a mean over them is not bounded here."""
    if statistic is Statistic.SUM:
        return add([*sure, *map(with_zero, maybe)])
    function = {Statistic.MEAN: Aggregate.MEAN, Statistic.MAX: Aggregate.MAX, Statistic.MIN: Aggregate.MIN}
    if not maybe:
        return aggregate(function[statistic], sure)
    if not sure or statistic is Statistic.MEAN:
        return Interval()
    least, most = (aggregate(function[statistic], rows) for rows in (sure, sure + maybe))
    return Interval(least.low, most.high) if statistic is Statistic.MAX else Interval(most.low, least.high)


def _kinds(spec: Specification, path: Path, chosen: Chosen) -> Interval:
    """Unknown values may be new kinds or known ones."""
    sure = [fact_of(spec, path, row.record) for row in chosen.sure]
    every = sure + [fact_of(spec, path, row.record) for row in chosen.maybe]
    known = {value for value in sure if not is_open(value)}
    possible = {value for value in every if not is_open(value)}
    least = len(known) or min(len(sure), 1)
    most = len(possible) + sum(map(is_open, every))
    return Interval(least, most)
