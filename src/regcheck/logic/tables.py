"""Rows of a 区分表 as terms.

Owns: the condition of each kind of cell.
Refuses to know: hit policies and 対象範囲 (from_model.py), formulas.
"""

from __future__ import annotations

from typing import assert_never

from regcheck.logic.places import Fact, Place, fact_at, type_of
from regcheck.logic.terms import TRUE, Sum, Term
from regcheck.logic.variables import Variables
from regcheck.model.specification import (
    AnyCell,
    Cell,
    Column,
    OtherCell,
    RangeCell,
    Row,
    UnionCell,
    ValueCell,
)
from regcheck.model.types import BoolType, EnumSetType, ListType, ReferenceType, SeriesType

YES = "あり"
"""How a cell of a 真偽 column says that the fact is true; なし says false."""


def row_term(variables: Variables, columns: tuple[Column, ...], row: Row, place: Place) -> Term:
    """All cells of a row hold of the record at the place."""
    facts = [fact_at(variables.specification, column.path, {"": place}) for column in columns]
    cells = [cell_term(variables, fact, cell) for fact, cell in zip(facts, row.cells, strict=True)]
    return variables.terms.conjoin(cells)


def cell_term(variables: Variables, fact: Fact, cell: Cell) -> Term:
    """A cell holds of a fact."""
    match cell:
        case AnyCell():
            return TRUE
        case ValueCell(values=values):
            return variables.terms.disjoin([value_term(variables, fact, value) for value in values])
        case RangeCell():
            return _range_term(variables, fact, cell)
        case UnionCell(cells=cells):
            return variables.terms.disjoin([cell_term(variables, fact, inner) for inner in cells])
        case OtherCell(excluded=excluded):
            inner = [cell_term(variables, fact, other) for other in excluded]
            return variables.terms.negate(variables.terms.disjoin(inner))
        case _:
            assert_never(cell)


def value_term(variables: Variables, fact: Fact, value: str) -> Term:
    """A fact of 区分, 文字列, 真偽 or 区分の集合 is, or has, a value."""
    terms = variables.terms
    match type_of(variables.specification, fact):
        case BoolType():
            switch = variables.switch(fact)
            return switch if value == YES else terms.negate(switch)
        case EnumSetType():
            return variables.member(fact, value)
        case ListType() | ReferenceType() | SeriesType():
            raise AssertionError(fact.name)
        case _:
            code = Sum.of(variables.code(fact)).plus(-variables.code_of(fact, value))
            return terms.is_zero(code)


def _range_term(variables: Variables, fact: Fact, cell: RangeCell) -> Term:
    terms, number = variables.terms, variables.number(fact)
    parts: list[Term] = []
    if cell.low is not None:
        above = number.plus(-cell.low)
        parts.append(terms.positive(above) if cell.low_strict else terms.at_least_zero(above))
    if cell.high is not None:
        below = number.times(-1).plus(cell.high)
        parts.append(terms.positive(below) if cell.high_strict else terms.at_least_zero(below))
    return terms.conjoin(parts)
