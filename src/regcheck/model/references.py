"""What a formula mentions: the names of other items inside it, however deep.

Owns: walking formulas and expressions, those inside Count and ListTotal included, and the paths written in them.
Refuses to know: whether the names exist, what they mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import assert_never

from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Breaches,
    Choice,
    Compare,
    Contains,
    Count,
    Day,
    Except,
    Expression,
    Fact,
    Formula,
    Holds,
    HoldsIn,
    Implies,
    IsOneOf,
    Judged,
    Lawful,
    ListTotal,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Path,
    PeriodEnd,
    Rounded,
    SameValue,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    StageApplies,
    Total,
    Truth,
    children,
)


def subformulas(formula: Formula) -> Sequence[Formula]:
    """The formula itself and every formula inside it, also inside expressions; outermost first."""
    found, waiting = list[Formula](), [formula]
    while waiting:
        inner = waiting.pop()
        found.append(inner)
        waiting += reversed(_inside(inner))
    return found


def _inside(formula: Formula) -> Sequence[Formula]:
    """The formulas directly inside a formula, those in its expressions included."""
    if type(formula) is Compare:
        return [*conditions_in(formula.left), *conditions_in(formula.right)]
    return children(formula)


def layers(formula: Formula) -> int:
    """How many formulas lie inside one another, this one included, at the deepest place."""
    return 1 + max(map(layers, _inside(formula)), default=0)


def expressions(formula: Formula) -> Iterator[Expression]:
    """The expressions directly in a formula: both sides of a comparison."""
    if isinstance(formula, Compare):
        yield formula.left
        yield formula.right


def subexpressions(expression: Expression) -> Iterator[Expression]:
    """The expression itself and those it is made of (not those inside its conditions)."""
    yield expression
    match expression:
        case Total(terms=terms):
            for _, term in terms:
                yield from subexpressions(term)
        case Rounded(value=value) | ListTotal(value=value) | PeriodEnd(start=value):
            yield from subexpressions(value)
        case Choice(then=then, otherwise=otherwise):
            yield from subexpressions(then)
            yield from subexpressions(otherwise)
        case Number() | Day() | Fact() | SeriesAggregate() | SeriesItem() | Count() | SetSize():
            return
        case _:
            assert_never(expression)


def conditions_in(expression: Expression) -> Iterator[Formula]:
    """The conditions of an expression and of those it is made of."""
    for part in subexpressions(expression):
        if isinstance(part, Choice):
            yield part.condition
        elif isinstance(part, Count | ListTotal) and part.where is not None:
            yield part.where


def paths_in(node: Formula | Expression) -> tuple[Path, ...]:
    """The paths written in a formula or expression itself, not in its parts."""
    match node:
        case SameValue(left=left, right=right):
            return (left, right)
        case Holds() | HoldsIn() | IsOneOf() | Contains() | OverList():
            return (node.path,)
        case Applies() | StageApplies() | OutcomeIs() | Judged() | Breaches() | Lawful():
            return (node.path,)
        case Fact() | SeriesAggregate() | SeriesItem() | Count() | ListTotal() | SetSize():
            return (node.path,)
        case Truth() | Compare() | Not() | And() | Or() | AtLeast() | Except() | Implies() | OverSeries():
            return ()
        case Number() | Day() | Total() | Rounded() | PeriodEnd() | Choice():
            return ()
        case _:
            assert_never(node)


def series_indices(formula: Formula) -> Iterator[str]:
    """The variables of enclosing OverSeries that the formula uses."""
    for inner in subformulas(formula):
        if isinstance(inner, HoldsIn):
            yield inner.index
        for expression in expressions(inner):
            for part in subexpressions(expression):
                if isinstance(part, SeriesItem):
                    yield part.index


def mentions(formula: Formula) -> Iterator[tuple[str, str]]:
    """(namespace, name) of every item named inside: term, plan, table, discretion, procedure, or rule (a rule_key())."""
    for inner in subformulas(formula):
        named = _named(inner) if type(inner) in _NAMING else None
        if named is not None:
            yield named


_NAMING: frozenset[type] = frozenset((Applies, StageApplies, OutcomeIs, Judged, Breaches, Lawful))


def _named(formula: Formula) -> tuple[str, str] | None:
    match formula:
        case Applies(term=name):
            return "term", name
        case StageApplies(plan=name):
            return "plan", name
        case OutcomeIs(table=name):
            return "table", name
        case Judged(discretion=name):
            return "discretion", name
        case Breaches(procedure=procedure, rule=rule):
            return "rule", rule_key(procedure, rule)
        case Lawful(procedure=name):
            return "procedure", name
        case (
            Truth() | Holds() | HoldsIn() | Compare() | IsOneOf() | Contains() | SameValue()
            | Not() | And() | Or() | AtLeast() | Except() | Implies() | OverList() | OverSeries()
        ):  # fmt: skip
            return None
        case _:
            assert_never(formula)


def rule_key(procedure: str, rule: str) -> str:
    """The name of a rule among those of all 手続; rule_of() takes it apart."""
    return f"{procedure}\n{rule}"


def rule_of(key: str) -> tuple[str, str]:
    """The 手続 and the rule of a rule_key()."""
    procedure, _, rule = key.partition("\n")
    return procedure, rule
