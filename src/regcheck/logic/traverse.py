"""Walks over formulas that know which record each root stands for.

Owns: the expressions directly in a formula and in one another, and the walk into every nested formula with
the places of its roots.
Refuses to know: terms, what the walk is for, other items' bodies (those are only named by a formula).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import assert_never

from regcheck.logic.places import Each, Place, list_at
from regcheck.model.formula import (
    And,
    AtLeast,
    Choice,
    Comparator,
    Compare,
    Contains,
    Count,
    Day,
    Except,
    Expression,
    Fact,
    Formula,
    Holds,
    Implies,
    IsOneOf,
    ListTotal,
    Not,
    Number,
    Or,
    OverList,
    Path,
    PeriodEnd,
    Rounded,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    Total,
    Truth,
    children,
)
from regcheck.model.procedures import Procedure, Rule
from regcheck.model.references import paths_in
from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    DecisionTable,
    OtherCell,
    RangeCell,
    Specification,
    UnionCell,
    ValueCell,
)

Places = Mapping[str, Place]

CONNECTIVES: frozenset[type] = frozenset((Truth, Not, And, Or, AtLeast, Except, Implies))
"""Formulas that speak of nothing but through those in them, with the same roots."""

_PLAIN: frozenset[type] = frozenset((Number, Day, Fact))
"""Expressions that nothing is in; most comparisons are of these alone."""


def own_fields(formula: Formula) -> tuple[str, ...] | None:
    """The fields of the record itself that a formula speaks of; None where it speaks of anything else."""
    match formula:
        case Compare(left=left, right=right):
            first, second = _own_fields(left), _own_fields(right)
            return None if first is None or second is None else first + second
        case Holds(path=path) | IsOneOf(path=path) | Contains(path=path):
            return path.steps if len(path.steps) == 1 and not path.root else None
        case _:
            return None


def _own_fields(value: Expression) -> tuple[str, ...] | None:
    if type(value) is Fact:
        return value.path.steps if len(value.path.steps) == 1 and not value.path.root else None
    return () if type(value) is Number or type(value) is Day else None


def walk(specification: Specification, formula: Formula, places: Places) -> list[tuple[Formula, Places]]:
    """The formula and all formulas in it, each with its roots; a bound element is Each."""
    found: list[tuple[Formula, Places]] = []
    _walk(specification, formula, places, found)
    return found


def _walk(
    specification: Specification, formula: Formula, places: Places, found: list[tuple[Formula, Places]]
) -> None:
    found.append((formula, places))
    if type(formula) is Compare:
        if not (type(formula.left) in _PLAIN and type(formula.right) in _PLAIN):
            _walk_conditions(specification, formula, places, found)
        return
    if type(formula) is OverList:
        places = bind(specification, formula.path, formula.variable, places)
    for child in children(formula):
        _walk(specification, child, places, found)


def _walk_conditions(
    specification: Specification, compare: Compare, places: Places, found: list[tuple[Formula, Places]]
) -> None:
    for expression, inner in walk_expressions(specification, compare, places):
        if isinstance(expression, Count | ListTotal) and expression.where is not None:
            bound = bind(specification, expression.path, expression.variable, inner)
            _walk(specification, expression.where, bound, found)
        elif isinstance(expression, Choice):
            _walk(specification, expression.condition, inner, found)


def walk_expressions(
    specification: Specification, compare: Compare, places: Places
) -> list[tuple[Expression, Places]]:
    """Both sides and all expressions in them (not those inside a nested condition), each with its roots."""
    found: list[tuple[Expression, Places]] = []
    for side in (compare.left, compare.right):
        _descend(specification, side, places, found)
    return found


def _descend(
    specification: Specification,
    expression: Expression,
    places: Places,
    found: list[tuple[Expression, Places]],
) -> None:
    found.append((expression, places))
    if type(expression) in _PLAIN:
        return
    match expression:
        case Total(terms=terms):
            for _, inner in terms:
                _descend(specification, inner, places, found)
        case ListTotal(path=path, variable=variable, value=value):
            _descend(specification, value, bind(specification, path, variable, places), found)
        case Rounded(value=value) | PeriodEnd(start=value):
            _descend(specification, value, places, found)
        case Choice(then=then, otherwise=otherwise):
            _descend(specification, then, places, found)
            _descend(specification, otherwise, places, found)
        case _:
            return


def bind(specification: Specification, path: Path, variable: str, places: Places) -> Places:
    """The roots with the variable at each slot of the 一覧."""
    fact, declared = list_at(specification, path, places)
    return {**places, variable: fact.slot(Each(variable=variable), declared.subject)}


def bodies(specification: Specification) -> Iterator[tuple[str, Formula]]:
    """Every formula of the specification that an obligation may ask about, with its 対象."""
    for assumption in specification.assumptions.values():
        yield assumption.subject, assumption.body
    for predicate in specification.predicates.values():
        yield predicate.subject, predicate.body
    for override in specification.overrides.values():
        yield override.subject, override.condition
    for plan in specification.plans.values():
        yield from ((plan.subject, stage.body) for stage in plan.stages)
    for table in specification.tables.values():
        if table.within is not None:
            yield table.subject, table.within
    for delegation in specification.delegations.values():
        if delegation.limit is not None:
            yield delegation.subject, delegation.limit
    for procedure in specification.procedures.values():
        yield from ((procedure.header.name, formula) for formula in said_in(procedure))
    for claim in specification.properties.values():
        yield from ((claim.subject, member) for member in claim.members)
        if claim.whole is not None:
            yield claim.subject, claim.whole


def said_in(procedure: Procedure) -> Iterator[Formula]:
    """Every condition of a 手続, and every day of it as a comparison that speaks of it."""
    for rule in procedure.rules.values():
        yield from said_by(rule)
    for event in procedure.events.values():
        yield from (day for within in event.within for day in _days(within.first, within.last))
    for period in procedure.periods.values():
        yield from _days(period.first, period.last, period.last_in_force)
    for limit in procedure.limits.values():
        yield from _days(limit.day)


def said_by(rule: Rule) -> Iterator[Formula]:
    """The conditions of one rule, and its days."""
    yield rule.when
    yield from rule.exceptions
    yield from (ground.formula for ground in rule.grounds)
    limit = None if rule.change is None else rule.change.limit
    yield from _days(rule.within.first, rule.within.last, limit, rule.in_force_from)
    yield from (day for ground in rule.grounds for day in _days(*ground.days))


def _days(*days: Expression | None) -> Iterator[Formula]:
    yield from (Compare(op=Comparator.EQ, left=day, right=day) for day in days if day is not None)


def cells_of(table: DecisionTable) -> Iterator[tuple[Column, ValueCell | RangeCell]]:
    """The simple cells of a table, each with its column."""
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            yield from ((column, simple) for simple in _simple_cells(cell))


def _simple_cells(cell: Cell) -> Iterator[ValueCell | RangeCell]:
    match cell:
        case ValueCell() | RangeCell():
            yield cell
        case UnionCell(cells=cells) | OtherCell(excluded=cells):
            yield from chain.from_iterable(map(_simple_cells, cells))
        case AnyCell():
            return
        case _:
            assert_never(cell)


def roots_in(node: Formula | Expression) -> frozenset[str]:
    """The roots that are free in a formula or expression."""
    own = frozenset(path.root for path in paths_in(node))
    inner = frozenset(root for part in _parts(node) for root in roots_in(part))
    variable = node.variable if isinstance(node, OverList | Count | ListTotal) else None
    return own | (inner - {variable})


def _parts(node: Formula | Expression) -> Iterator[Formula | Expression]:
    match node:
        case Compare(left=left, right=right):
            yield from (left, right)
        case Total(terms=terms):
            yield from (inner for _, inner in terms)
        case Rounded(value=value) | PeriodEnd(start=value):
            yield value
        case Choice(condition=condition, then=then, otherwise=otherwise):
            yield from (condition, then, otherwise)
        case Count(where=where):
            yield from () if where is None else (where,)
        case ListTotal(value=value, where=where):
            yield from (value,) if where is None else (value, where)
        case Number() | Day() | Fact() | SeriesAggregate() | SeriesItem() | SetSize():
            return
        case _:
            yield from children(node)
