"""What a formula mentions: the names of other items inside it, however deep.

Owns: walking formulas and expressions, those inside Count and ListTotal included, and the paths written in them.
Refuses to know: whether the names exist, what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeGuard, assert_never, get_args

from regcheck.frozen import Frozen
from regcheck.model.formula import (
    INSIDE,
    Applies,
    Breaches,
    Choice,
    Compare,
    Contains,
    Count,
    Day,
    Expression,
    Fact,
    Formula,
    Holds,
    HoldsIn,
    IsOneOf,
    Judged,
    Lawful,
    ListTotal,
    Number,
    OutcomeIs,
    OverList,
    Path,
    PeriodEnd,
    Rounded,
    SameValue,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    StageApplies,
    Total,
)

Name = tuple[str, str]
"""A namespace and a name in it."""


def subformulas(formula: Formula) -> Sequence[Formula]:
    """The formula itself and every formula inside it, also inside expressions; outermost first."""
    found, waiting = list[Formula](), [formula]
    while waiting:
        inner = waiting.pop()
        found.append(inner)
        inside = _INSIDE.get(type(inner))
        if inside is not None and (below := inside(inner)):
            waiting += below[::-1]
    return found


def conditions_of(comparison: Compare) -> tuple[Formula, ...]:
    """The conditions in the expressions of a comparison: few have any."""
    left, right = comparison.left, comparison.right
    if type(left) in _PLAIN and type(right) in _PLAIN:
        return ()
    return (*conditions_in(left), *conditions_in(right))


_INSIDE: Mapping[type, Callable[[Any], tuple[Formula, ...]]] = {**INSIDE, Compare: conditions_of}
"""How to reach the formulas directly inside a formula, those in its expressions included."""


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


def mentions(formula: Formula) -> Sequence[Name]:
    """(namespace, name) of every item named inside: term, plan, table, discretion, procedure, or rule (a rule_key())."""
    return [_named(inner) for inner in subformulas(formula) if type(inner) in _NAMING]


class Outline(Frozen, kw_only=False):
    """The items that a formula names, and how many formulas lie inside one another in it, itself included."""

    names: Sequence[Name]
    layers: int


def outline(formula: Formula) -> Outline:
    """Of a formula, its outline; the names in the order in which they are written."""
    names, layers, waiting = list[Name](), 1, [(formula, 1)]
    while waiting:
        inner, layer = waiting.pop()
        kind = type(inner)
        if kind in _NAMING:
            names.append(_named(inner))
        elif kind in _INSIDE and (below := _INSIDE[kind](inner)):
            layer += 1
            layers = max(layers, layer)
            waiting += [(each, layer) for each in below[::-1]]
    return Outline(names, layers)


_NAMING: frozenset[type] = frozenset((Applies, StageApplies, OutcomeIs, Judged, Breaches, Lawful))


def _named(formula: Formula) -> Name:
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
        case _:
            raise AssertionError(formula)


def rule_key(procedure: str, rule: str) -> str:
    """The name of a rule among those of all 手続; rule_of() takes it apart."""
    return f"{procedure}\n{rule}"


def rule_of(key: str) -> tuple[str, str]:
    """The 手続 and the rule of a rule_key()."""
    procedure, _, rule = key.partition("\n")
    return procedure, rule
