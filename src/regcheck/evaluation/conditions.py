"""Formulas made ready to be asked of many records, without an account of the answer.

Owns: one case per formula of model/formula.py, each as a function that stops where the truth is settled.
Refuses to know: how rules are kept and remembered (truth.py); traces.

It gives the truths of evaluate.py. Three values are True, False, and None for UNKNOWN.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any, Protocol, assert_never

from regcheck.evaluation.amounts import Ask, amount, as_interval, members
from regcheck.evaluation.interval import Interval, holds
from regcheck.evaluation.reading import Find, Read, Records, Scope, finder, is_open, reader, year_reader
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Breaches,
    Comparator,
    Compare,
    Contains,
    Except,
    Formula,
    Holds,
    HoldsIn,
    Implies,
    IsOneOf,
    Judged,
    Lawful,
    Not,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Part,
    Quantity,
    SameValue,
    StageApplies,
    Truth,
)
from regcheck.model.types import EnumType, ListType, Type

Rule = Callable[[Record], bool | None]


class Rules(Protocol):
    """The named rules of a specification, each as a question to a record."""

    def term(self, name: str) -> Rule: ...
    def stage(self, plan: str, number: int) -> Rule: ...
    def outcome(self, table: str, output: str, value: str) -> Rule: ...
    def breach(self, procedure: str, rule: str) -> Rule: ...
    def lawful(self, procedure: str, with_rules: bool) -> Rule: ...
    def kept(self, formula: Formula, subject: str, make: Callable[[], Ask]) -> Ask: ...


def condition(formula: Formula, scope: Scope, rules: Rules) -> Ask:
    """The formula as a function of records; what many formulas have in common is made ready once."""
    if len(scope.subjects) > 1 or scope.years:
        return _made(formula, scope, rules)
    return rules.kept(formula, scope.subjects[0], lambda: _made(formula, scope, rules))


def _made(formula: Formula, scope: Scope, rules: Rules) -> Ask:
    match formula:
        case Truth(value=constant):
            return lambda _: constant
        case Holds() | HoldsIn() | IsOneOf() | Contains() | SameValue() | Judged():
            return _leaf(formula, scope)
        case Compare():
            return _compare(formula, scope, rules)
        case Applies(term=term, path=path):
            return _named(rules.term(term), finder(scope, path))
        case StageApplies(plan=plan, number=number, path=path):
            return _named(rules.stage(plan, number), finder(scope, path))
        case OutcomeIs(table=table, output=output, value=value, path=path):
            return _named(rules.outcome(table, output, value), finder(scope, path))
        case Breaches(procedure=procedure, rule=rule, path=path):
            return _named(rules.breach(procedure, rule), finder(scope, path))
        case Lawful(procedure=procedure, path=path, rules=with_rules):
            return _named(rules.lawful(procedure, with_rules), finder(scope, path))
        case Not(body=body):
            return negated(condition(body, scope, rules))
        case And() | Or() | AtLeast() | Except() | Implies():
            return _connective(formula, scope, rules)
        case OverList():
            return _over_list(formula, scope, rules)
        case OverSeries(quantity=quantity, index=index, body=body, length=length):
            years = [condition(body, scope.in_year(index, year), rules) for year in range(length)]
            return some(years) if quantity is Quantity.SOME else every(years)
        case _:
            assert_never(formula)


def _named(rule: Rule, find: Find) -> Ask:
    return lambda records: rule(find(records))


# ---------------------------------------------------------------- leaves

Leaf = Holds | HoldsIn | IsOneOf | Contains | SameValue | Judged


def _leaf(formula: Leaf, scope: Scope) -> Ask:
    match formula:
        case Holds(path=path):
            return _flag(reader(scope, path))
        case HoldsIn(path=path, index=index):
            read, _ = year_reader(scope, path, index)
            return _flag(read)
        case Judged(discretion=discretion, path=path):
            find = finder(scope, path)
            return lambda records: find(records).judgements.get(discretion)
        case IsOneOf(path=path, values=values):
            return _is_one_of(reader(scope, path), values, _if_open(scope, scope.type_at(path), values))
        case Contains(path=path, value=member):
            return _contains(reader(scope, path), member)
        case SameValue(left=left, right=right):
            return _same(reader(scope, left), reader(scope, right))
        case _:
            assert_never(formula)


def _flag(read: Read) -> Ask:
    def ask(records: Records) -> bool | None:
        value = read(records)
        return value if isinstance(value, bool) else None

    return ask


def _is_one_of(read: Read, values: tuple[str, ...], if_open: bool | None) -> Ask:
    def ask(records: Records) -> bool | None:
        value = read(records)
        return value in values if isinstance(value, str) else if_open

    return ask


def _if_open(scope: Scope, kind: Type, values: tuple[str, ...]) -> bool | None:
    """An unknown 区分 is still decided when all of its members are named, or none."""
    if not values:
        return False
    named = isinstance(kind, EnumType) and set(scope.spec.enumerations[kind.enum].members) <= set(values)
    return True if named else None


def _contains(read: Read, member: str) -> Ask:
    def ask(records: Records) -> bool | None:
        value = read(records)
        return member in value if isinstance(value, frozenset) else None

    return ask


def _same(left: Read, right: Read) -> Ask:
    def ask(records: Records) -> bool | None:
        first, second = left(records), right(records)
        return None if is_open(first) or is_open(second) else first == second

    return ask


# ---------------------------------------------------------------- comparisons

_EXACTLY: dict[Comparator, Callable[[Any, Any], bool]] = {
    Comparator.LT: operator.lt,
    Comparator.LE: operator.le,
    Comparator.EQ: operator.eq,
    Comparator.NE: operator.ne,
    Comparator.GE: operator.ge,
    Comparator.GT: operator.gt,
}


def _compare(formula: Compare, scope: Scope, rules: Rules) -> Ask:
    def inner(where: Formula, inside: Scope) -> Ask:
        return condition(where, inside, rules)

    op, compare = formula.op, _EXACTLY[formula.op]
    left, right = amount(formula.left, scope, inner), amount(formula.right, scope, inner)

    def ask(records: Records) -> bool | None:
        first, second = left(records), right(records)
        if type(first) is Interval or type(second) is Interval:
            return holds(op, as_interval(first), as_interval(second))
        return compare(first, second)

    return ask


# ---------------------------------------------------------------- connectives and quantifiers

Connective = And | Or | AtLeast | Except | Implies


def _connective(formula: Connective, scope: Scope, rules: Rules) -> Ask:
    match formula:
        case And(parts=parts):
            return every(_conditions(parts, scope, rules))
        case Or(parts=parts):
            return some(_conditions(parts, scope, rules))
        case AtLeast(count=count, parts=parts):
            return _at_least(count, _conditions(parts, scope, rules))
        case Except(body=body, exceptions=exceptions):
            taken_out = some(_conditions(exceptions, scope, rules))
            return every([condition(body, scope, rules), negated(taken_out)])
        case Implies(premise=premise, conclusion=conclusion):
            asks = [negated(condition(premise, scope, rules)), condition(conclusion, scope, rules)]
            return some(asks)
        case _:
            assert_never(formula)


def _conditions(parts: Sequence[Part], scope: Scope, rules: Rules) -> list[Ask]:
    return [condition(part.body, scope, rules) for part in parts]


def negated(ask: Ask) -> Ask:
    """UNKNOWN stays UNKNOWN."""

    def ask_not(records: Records) -> bool | None:
        truth = ask(records)
        return None if truth is None else not truth

    return ask_not


def every(asks: Sequence[Ask]) -> Ask:
    """False as soon as one is."""

    def ask_all(records: Records) -> bool | None:
        found: bool | None = True
        for ask in asks:
            truth = ask(records)
            if truth is False:
                return False
            if truth is None:
                found = None
        return found

    return ask_all


def some(asks: Sequence[Ask]) -> Ask:
    """True as soon as one is."""

    def ask_any(records: Records) -> bool | None:
        found: bool | None = False
        for ask in asks:
            truth = ask(records)
            if truth:
                return True
            if truth is None:
                found = None
        return found

    return ask_any


def _at_least(count: int, asks: Sequence[Ask]) -> Ask:
    def ask_enough(records: Records) -> bool | None:
        truths = [ask(records) for ask in asks]
        surely = truths.count(True)
        if surely >= count:
            return True
        return None if surely + truths.count(None) >= count else False

    return ask_enough


def _over_list(formula: OverList, scope: Scope, rules: Rules) -> Ask:
    """A 一覧 that is 不明 decides only if no conceivable element could satisfy (いずれか) or fail (全て) the body."""
    kind, read = scope.type_at(formula.path), reader(scope, formula.path)
    assert isinstance(kind, ListType)
    ask = condition(formula.body, scope.with_element(formula.variable, kind.subject), rules)
    closed, blank = formula.quantity is Quantity.ALL, Record(subject=kind.subject)

    def ask_over(records: Records) -> bool | None:
        found = members(read(records))
        if found is None:
            return closed if ask((*records, blank)) is closed else None
        truths = [ask((*records, element)) for element in found]
        if (not closed) in truths:
            return not closed
        return None if None in truths else closed

    return ask_over
