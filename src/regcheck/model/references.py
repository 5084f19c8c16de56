"""What a formula mentions: the names of other items inside it, however deep.

Owns: walking formulas and expressions, those inside Count and ListTotal included, and the paths written in them.
Refuses to know: whether the names exist, what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeGuard, assert_never, get_args

from regcheck.model.formula import (
    INSIDE,
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
)


def subformulas(formula: Formula) -> Sequence[Formula]:
    """The formula itself and every formula inside it, also inside expressions; outermost first."""
    found, waiting = list[Formula](), [formula]
    while waiting:
        inner = waiting.pop()
        found.append(inner)
        inside = _INSIDE.get(type(inner))
        if inside is not None:
            waiting += inside(inner)[::-1]
    return found


def _conditions(comparison: Compare) -> tuple[Formula, ...]:
    left, right = comparison.left, comparison.right
    if type(left) in _PLAIN and type(right) in _PLAIN:
        return ()
    return (*conditions_in(left), *conditions_in(right))


_INSIDE: Mapping[type, Callable[[Any], tuple[Formula, ...]]] = {**INSIDE, Compare: _conditions}
"""How to reach the formulas directly inside a formula, those in its expressions included."""


def layers(formula: Formula) -> int:
    """How many formulas lie inside one another, this one included, at the deepest place."""
    count, layer = 0, [formula]
    while layer:
        count += 1
        holding = [outer for outer in layer if type(outer) in _INSIDE]
        layer = [inner for outer in holding for inner in _INSIDE[type(outer)](outer)]
    return count


def expressions(formula: Formula) -> tuple[Expression, ...]:
    """The expressions directly in a formula: both sides of a comparison."""
    return (formula.left, formula.right) if type(formula) is Compare else ()


def subexpressions(expression: Expression) -> Sequence[Expression]:
    """The expression itself and those it is made of (not those inside its conditions); outermost first."""
    if type(expression) in _PLAIN:
        return (expression,)
    found, waiting = list[Expression](), [expression]
    while waiting:
        part = waiting.pop()
        found.append(part)
        if type(part) not in _PLAIN:
            waiting += reversed(_made_of(part))
    return found


_PLAIN: frozenset[type] = frozenset((Number, Day, Fact, SeriesAggregate, SeriesItem, SetSize))
"""Expressions that are made of no others and ask no condition: most are."""


def _made_of(expression: Expression) -> tuple[Expression, ...]:
    match expression:
        case Total(terms=terms):
            return tuple([term for _, term in terms])
        case Rounded(value=value) | ListTotal(value=value) | PeriodEnd(start=value):
            return (value,)
        case Choice(then=then, otherwise=otherwise):
            return (then, otherwise)
        case Number() | Day() | Fact() | SeriesAggregate() | SeriesItem() | Count() | SetSize():
            return ()
        case _:
            assert_never(expression)


def conditions_in(expression: Expression) -> Sequence[Formula]:
    """The conditions of an expression and of those it is made of."""
    if type(expression) in _PLAIN:
        return ()
    found = list[Formula]()
    for part in subexpressions(expression):
        if type(part) is Choice:
            found.append(part.condition)
        elif (type(part) is Count or type(part) is ListTotal) and part.where is not None:
            found.append(part.where)
    return found


def paths_in(node: Formula | Expression) -> tuple[Path, ...]:
    """The paths written in a formula or expression itself, not in its parts."""
    if _has_path(node):
        return (node.path,)
    return (node.left, node.right) if type(node) is SameValue else ()


_WithPath = (
    Holds | HoldsIn | IsOneOf | Contains | OverList | Applies | StageApplies | OutcomeIs | Judged | Breaches | Lawful
    | Fact | SeriesAggregate | SeriesItem | Count | ListTotal | SetSize
)  # fmt: skip

_WITH_PATH: frozenset[type] = frozenset(get_args(_WithPath))


def _has_path(node: Formula | Expression) -> TypeGuard[_WithPath]:
    return type(node) in _WITH_PATH


def series_indices(formula: Formula) -> Iterator[str]:
    """The variables of enclosing OverSeries that the formula uses."""
    for inner in subformulas(formula):
        if isinstance(inner, HoldsIn):
            yield inner.index
        for expression in expressions(inner):
            for part in subexpressions(expression):
                if isinstance(part, SeriesItem):
                    yield part.index


def mentions(formula: Formula) -> Sequence[tuple[str, str]]:
    """(namespace, name) of every item named inside: term, plan, table, discretion, procedure, or rule (a rule_key())."""
    named = [_named(inner) for inner in subformulas(formula) if type(inner) in _NAMING]
    return [name for name in named if name is not None]


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
