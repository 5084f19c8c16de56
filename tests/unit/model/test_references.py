"""Protects: a name inside a condition of a count is seen, so that recursion cannot hide there."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, get_args

from regcheck.model.formula import (
    Applies,
    Comparator,
    Compare,
    Count,
    Expression,
    Formula,
    Judged,
    ListTotal,
    Not,
    Number,
    OutcomeIs,
    OverSeries,
    Path,
    Quantity,
    Rounded,
    Rounding,
    SeriesItem,
    StageApplies,
    Total,
)
from regcheck.model.references import mentions, paths_in, series_indices, subformulas

HERE = Path()
ONE = Number(value=Fraction(1), unit="")


def at_least_one(left: Expression) -> Formula:
    return Compare(op=Comparator.GE, left=left, right=ONE)


def test_names_inside_counts_and_sums_are_mentioned() -> None:
    inside = Applies(term="A", path=HERE)
    count = Count(path=HERE, variable="x", where=inside)
    nested = ListTotal(
        path=HERE, variable="y", value=count, where=StageApplies(plan="P", number=1, path=HERE)
    )
    rounded = Rounded(value=Total(terms=((Fraction(2), nested),)), places=0, mode=Rounding.UP)
    assert list(mentions(Not(body=at_least_one(rounded)))) == [("plan", "P"), ("term", "A")]


def test_tables_and_discretions_are_mentioned() -> None:
    assert list(mentions(OutcomeIs(table="T", output="o", value="v", path=HERE))) == [("table", "T")]
    assert list(mentions(Judged(discretion="D", path=HERE))) == [("discretion", "D")]


def test_the_year_used_inside_a_count_is_found() -> None:
    item = at_least_one(SeriesItem(path=HERE, index="y"))
    formula = at_least_one(Count(path=HERE, variable="x", where=item))
    assert list(series_indices(formula)) == ["y"]


def test_subformulas_go_through_binders() -> None:
    body = Applies(term="A", path=HERE)
    over = OverSeries(quantity=Quantity.SOME, window="w", length=3, index="y", body=body)
    assert list(subformulas(over)) == [over, body]


def test_every_path_that_a_formula_or_expression_has_is_found() -> None:
    kinds: tuple[Any, ...] = (*get_args(Formula), *get_args(Expression))
    for kind in kinds:
        paths = {name: Path(steps=(name,)) for name, told in kind.__annotations__.items() if told == "Path"}
        rest = dict.fromkeys(set(kind.__struct_fields__) - set(paths))
        assert paths_in(kind(**paths, **rest)) == tuple(paths.values()), kind
