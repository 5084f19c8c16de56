"""Wrong encoders: each function plants one bug that a reader of the model could make."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from typing import Any, TypeVar

import pytest

from regcheck.frozen import replace
from regcheck.logic import from_model, tables
from regcheck.logic.expressions import Expressions, Roots
from regcheck.logic.from_model import Compiler
from regcheck.logic.terms import FALSE, Sum, Term
from regcheck.logic.variables import Variables
from regcheck.model import formula as fm
from regcheck.model.formula import Comparator, Formula
from regcheck.model.specification import OtherCell, RangeCell, UnionCell

T = TypeVar("T")

Bug = Callable[[pytest.MonkeyPatch], None]


def _read(as_: Mapping[T, T], written: T) -> T:
    return as_.get(written, written)


def _rewriting(rewrite: Callable[[Formula], Formula]) -> Bug:
    """An encoder that reads one formula as another."""

    def plant(patch: pytest.MonkeyPatch) -> None:
        right = Compiler._build

        def wrong(self: Compiler, formula: Formula, roots: Roots) -> Term:
            return right(self, rewrite(formula), roots)

        patch.setattr(Compiler, "_build", wrong)

    return plant


def _comparing(read: dict[Comparator, Comparator]) -> Bug:
    def rewrite(formula: Formula) -> Formula:
        if isinstance(formula, fm.Compare):
            return replace(formula, op=read.get(formula.op, formula.op))
        return formula

    return _rewriting(rewrite)


def at_least_is_read_as_more_than(patch: pytest.MonkeyPatch) -> None:
    _comparing({Comparator.GE: Comparator.GT})(patch)


def below_is_read_as_at_most(patch: pytest.MonkeyPatch) -> None:
    _comparing({Comparator.LT: Comparator.LE})(patch)


def unequal_is_read_as_less(patch: pytest.MonkeyPatch) -> None:
    _comparing({Comparator.NE: Comparator.LT})(patch)


def exceptions_are_dropped(patch: pytest.MonkeyPatch) -> None:
    _rewriting(lambda f: f.body if isinstance(f, fm.Except) else f)(patch)


def only_the_first_exception_counts(patch: pytest.MonkeyPatch) -> None:
    _rewriting(lambda f: replace(f, exceptions=f.exceptions[:1]) if isinstance(f, fm.Except) else f)(patch)


def and_is_read_as_or(patch: pytest.MonkeyPatch) -> None:
    _rewriting(lambda f: fm.Or(parts=f.parts) if isinstance(f, fm.And) else f)(patch)


def or_is_read_as_and(patch: pytest.MonkeyPatch) -> None:
    _rewriting(lambda f: fm.And(parts=f.parts) if isinstance(f, fm.Or) else f)(patch)


def at_least_two_is_read_as_at_least_three(patch: pytest.MonkeyPatch) -> None:
    _rewriting(lambda f: replace(f, count=f.count + 1) if isinstance(f, fm.AtLeast) else f)(patch)


def an_implication_is_read_backwards(patch: pytest.MonkeyPatch) -> None:
    _rewriting(
        lambda f: fm.Implies(premise=f.conclusion, conclusion=f.premise) if isinstance(f, fm.Implies) else f
    )(patch)


def only_the_first_value_counts(patch: pytest.MonkeyPatch) -> None:
    _rewriting(lambda f: replace(f, values=f.values[:1]) if isinstance(f, fm.IsOneOf) else f)(patch)


def years_are_mixed(patch: pytest.MonkeyPatch) -> None:
    """∃year (A ∧ B) as ∃year A ∧ ∃year B."""

    def rewrite(formula: Formula) -> Formula:
        if isinstance(formula, fm.OverSeries) and isinstance(formula.body, fm.And):
            parts = (fm.Part(body=replace(formula, body=part.body)) for part in formula.body.parts)
            return fm.And(parts=tuple(parts))
        return formula

    _rewriting(rewrite)(patch)


def the_last_year_is_left_out(patch: pytest.MonkeyPatch) -> None:
    _rewriting(lambda f: replace(f, length=f.length - 1) if isinstance(f, fm.OverSeries) else f)(patch)


def quantities_are_swapped(patch: pytest.MonkeyPatch) -> None:
    other = {fm.Quantity.SOME: fm.Quantity.ALL, fm.Quantity.ALL: fm.Quantity.SOME}
    _rewriting(lambda f: replace(f, quantity=other[f.quantity]) if isinstance(f, fm.OverList) else f)(patch)


def unused_slots_count_as_elements(patch: pytest.MonkeyPatch) -> None:
    def wrong(self: Compiler, quantity: fm.Quantity, slots: Iterable[Any], body: Formula) -> Term:
        bodies = [self._term(body, inner) for _, inner in slots]
        some = quantity is fm.Quantity.SOME
        return self.terms.disjoin(bodies) if some else self.terms.conjoin(bodies)

    patch.setattr(Compiler, "_over_list", wrong)


def conditions_of_counts_are_ignored(patch: pytest.MonkeyPatch) -> None:
    right = Expressions._chosen
    patch.setattr(
        Expressions,
        "_chosen",
        lambda self, path, variable, where, roots: right(self, path, variable, None, roots),
    )


def an_average_is_read_as_a_sum(patch: pytest.MonkeyPatch) -> None:
    _aggregating({fm.Aggregate.MEAN: fm.Aggregate.SUM})(patch)


def the_greatest_is_read_as_the_least(patch: pytest.MonkeyPatch) -> None:
    _aggregating({fm.Aggregate.MAX: fm.Aggregate.MIN})(patch)


def _aggregating(read: dict[fm.Aggregate, fm.Aggregate]) -> Bug:
    def plant(patch: pytest.MonkeyPatch) -> None:
        right = Expressions._aggregate
        patch.setattr(
            Expressions,
            "_aggregate",
            lambda self, f, values: right(self, _read(read, f), values),
        )

    return plant


def rounding_up_is_read_as_rounding_down(patch: pytest.MonkeyPatch) -> None:
    _rounding({fm.Rounding.UP: fm.Rounding.DOWN})(patch)


def rounding_half_up_is_read_as_rounding_down(patch: pytest.MonkeyPatch) -> None:
    _rounding({fm.Rounding.HALF_UP: fm.Rounding.DOWN})(patch)


def _rounding(read: dict[fm.Rounding, fm.Rounding]) -> Bug:
    def plant(patch: pytest.MonkeyPatch) -> None:
        right = Expressions._rounded
        patch.setattr(
            Expressions,
            "_rounded",
            lambda self, v, places, mode: right(self, v, places, _read(read, mode)),
        )

    return plant


def bounds_of_a_type_are_not_scaled(patch: pytest.MonkeyPatch) -> None:
    def wrong(self: Variables, name: str, number: Any) -> Sum:
        low = None if number.low is None else int(number.low)
        high = None if number.high is None else int(number.high)
        return Sum.of(self.terms.whole(name, low, high), Fraction(1, self.grid.scale(number)))

    patch.setattr(Variables, "_scaled", wrong)


def overriding_rules_are_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Compiler, "_said", lambda self, outcome, overrides, applies: FALSE)


def the_order_of_overriding_rules_is_ignored(patch: pytest.MonkeyPatch) -> None:
    right = Compiler._said
    patch.setattr(
        Compiler,
        "_said",
        lambda self, outcome, overrides, applies: right(
            self, outcome, [replace(o, prevails_over=()) for o in overrides], applies
        ),
    )


def an_order_through_others_is_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        from_model,
        "_above",
        lambda name, overrides: [o.header.name for o in overrides if name in o.prevails_over],
    )


def the_order_of_rows_is_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        Compiler, "_first_row", lambda self, rows: self.terms.disjoin([term for term, hit in rows if hit])
    )


def the_range_of_a_table_is_ignored(patch: pytest.MonkeyPatch) -> None:
    right = Compiler._rows
    patch.setattr(
        Compiler, "_rows", lambda self, table, roots: right(self, replace(table, within=None), roots)
    )


def otherwise_is_read_as_the_cells_themselves(patch: pytest.MonkeyPatch) -> None:
    _celling(lambda c: UnionCell(cells=c.excluded) if isinstance(c, OtherCell) else c)(patch)


def strict_ends_of_cells_are_read_as_included(patch: pytest.MonkeyPatch) -> None:
    _celling(lambda c: replace(c, low_strict=False, high_strict=False) if isinstance(c, RangeCell) else c)(
        patch
    )


def _celling(rewrite: Callable[[Any], Any]) -> Bug:
    def plant(patch: pytest.MonkeyPatch) -> None:
        right = tables.cell_term
        patch.setattr(
            tables, "cell_term", lambda variables, fact, cell: right(variables, fact, rewrite(cell))
        )

    return plant


BUGS: tuple[Bug, ...] = (
    at_least_is_read_as_more_than,
    below_is_read_as_at_most,
    unequal_is_read_as_less,
    exceptions_are_dropped,
    only_the_first_exception_counts,
    and_is_read_as_or,
    or_is_read_as_and,
    at_least_two_is_read_as_at_least_three,
    an_implication_is_read_backwards,
    only_the_first_value_counts,
    years_are_mixed,
    the_last_year_is_left_out,
    quantities_are_swapped,
    unused_slots_count_as_elements,
    conditions_of_counts_are_ignored,
    an_average_is_read_as_a_sum,
    the_greatest_is_read_as_the_least,
    rounding_up_is_read_as_rounding_down,
    rounding_half_up_is_read_as_rounding_down,
    bounds_of_a_type_are_not_scaled,
    overriding_rules_are_ignored,
    the_order_of_overriding_rules_is_ignored,
    an_order_through_others_is_ignored,
    the_order_of_rows_is_ignored,
    the_range_of_a_table_is_ignored,
    otherwise_is_read_as_the_cells_themselves,
    strict_ends_of_cells_are_read_as_included,
)
