"""Formulas made ready to be asked of many records, without an account of the answer.

Owns: one case per formula of model/formula.py, each as a function that stops where the truth is settled.
Refuses to know: how rules are kept and remembered (truth.py); traces.

It gives the truths of evaluate.py. Three values are True, False, and None for UNKNOWN. What is made goes by the
identity of a formula, which never changes: what many formulas have in common is made once.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Protocol

from regcheck.evaluation.amounts import Ask, amount, as_interval, members, open_amount
from regcheck.evaluation.interval import Interval, days_between, holds, point, whole
from regcheck.evaluation.reading import Read, Records, Scope, finder, is_open, reader, year_reader
from regcheck.model.case import Record
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Breaches,
    Comparator,
    Compare,
    Contains,
    Day,
    Except,
    Fact,
    Formula,
    Holds,
    HoldsIn,
    Implies,
    IsOneOf,
    Judged,
    Lawful,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Path,
    Quantity,
    SameValue,
    StageApplies,
    Truth,
)
from regcheck.model.types import EnumType, ListType, Type

Rule = Callable[[Record], bool | None]

_FORMULAS = 16_384
"""How many formulas, parts of others included, are kept ready for one place."""


class Rules(Protocol):
    """The named rules of a specification, each as a question to a record."""

    def term(self, name: str) -> Rule: ...
    def stage(self, plan: str, number: int) -> Rule: ...
    def outcome(self, table: str, output: str, value: str) -> Rule: ...
    def breach(self, procedure: str, rule: str) -> Rule: ...
    def lawful(self, procedure: str, with_rules: bool) -> Rule: ...


class Asks:
    """Formulas that stand at one place, each made ready when it is first wanted."""

    def __init__(self, scope: Scope, rules: Rules) -> None:
        self.scope, self.rules = scope, rules
        self._ready: dict[int, tuple[Formula, Ask]] = {}

    def of(self, formula: Formula) -> Ask:
        """The formula as a function of records; it is held, so that no other one can come to have its id."""
        known = self._ready.get(id(formula))
        if known is None:
            if len(self._ready) >= _FORMULAS:
                self._ready.clear()
            known = self._ready[id(formula)] = formula, MAKERS[type(formula)](formula, self)
        return known[1]

    def inside(self, formula: Formula, scope: Scope) -> Ask:
        """A formula that stands here or about an element or a year that is bound here."""
        return self.of(formula) if scope is self.scope else Asks(scope, self.rules).of(formula)


def _named(rule: Rule, path: Path, asks: Asks) -> Ask:
    find = finder(asks.scope, path)
    return lambda records: rule(find(records))


# ---------------------------------------------------------------- leaves


def _flag(read: Read) -> Ask:
    def ask(records: Records) -> bool | None:
        value = read(records)
        return value if isinstance(value, bool) else None

    return ask


def _judged(formula: Judged, asks: Asks) -> Ask:
    find, discretion = finder(asks.scope, formula.path), formula.discretion
    return lambda records: find(records).judgements.get(discretion)


def _is_one_of(formula: IsOneOf, asks: Asks) -> Ask:
    read, values = reader(asks.scope, formula.path), formula.values
    if_open = _if_open(asks.scope, asks.scope.type_at(formula.path), values)

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


def _compare(formula: Compare, asks: Asks) -> Ask:
    left, right = formula.left, formula.right
    if type(left) is Fact and type(right) is Number:
        return _beside_number(formula.op, left.path, right.value, asks.scope)
    if type(left) is Fact and type(right) is Day:
        return _beside_day(formula.op, left.path, right.value, asks.scope)
    return _beside(formula, asks)


def _beside_number(op: Comparator, path: Path, limit: Fraction, scope: Scope) -> Ask:
    """Most comparisons are of this shape; two fractions are compared as whole numbers."""
    read, compare = reader(scope, path), _EXACTLY[op]
    above, below = limit.as_integer_ratio()
    if_open = holds(op, open_amount(scope.type_at(path)), point(whole(limit)))

    def ask(records: Records) -> bool | None:
        value = read(records)
        if type(value) is Fraction:
            over, under = value.as_integer_ratio()
            return compare(over * below, above * under)
        return if_open

    return ask


def _beside_day(op: Comparator, path: Path, limit: date, scope: Scope) -> Ask:
    read, compare = reader(scope, path), _EXACTLY[op]
    if_open = holds(op, open_amount(scope.type_at(path)), days_between(limit, limit))

    def ask(records: Records) -> bool | None:
        value = read(records)
        return compare(value, limit) if isinstance(value, date) else if_open

    return ask


def _beside(formula: Compare, asks: Asks) -> Ask:
    op, compare = formula.op, _EXACTLY[formula.op]
    left, right = (amount(side, asks.scope, asks.inside) for side in (formula.left, formula.right))

    def ask(records: Records) -> bool | None:
        first, second = left(records), right(records)
        if type(first) is Interval or type(second) is Interval:
            return holds(op, as_interval(first), as_interval(second))
        return compare(first, second)

    return ask


# ---------------------------------------------------------------- connectives and quantifiers


def negated(ask: Ask) -> Ask:
    """UNKNOWN stays UNKNOWN."""

    def ask_not(records: Records) -> bool | None:
        truth = ask(records)
        return None if truth is None else not truth

    return ask_not


def every(asks: Sequence[Ask]) -> Ask:
    """False as soon as one is."""
    if len(asks) == 1:
        return asks[0]

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
    if len(asks) == 1:
        return asks[0]

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


def _except(formula: Except, asks: Asks) -> Ask:
    return every([asks.of(formula.body), negated(some([asks.of(part.body) for part in formula.exceptions]))])


def _over_series(formula: OverSeries, asks: Asks) -> Ask:
    scope, index = asks.scope, formula.index
    years = [asks.inside(formula.body, scope.in_year(index, year)) for year in range(formula.length)]
    return some(years) if formula.quantity is Quantity.SOME else every(years)


def _over_list(formula: OverList, asks: Asks) -> Ask:
    """A 一覧 that is 不明 decides only if no conceivable element could satisfy (いずれか) or fail (全て) the body."""
    scope = asks.scope
    kind, read = scope.type_at(formula.path), reader(scope, formula.path)
    assert isinstance(kind, ListType)
    ask = asks.inside(formula.body, scope.with_element(formula.variable, kind.subject))
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


# ---------------------------------------------------------------- every formula

MAKERS: Mapping[type, Callable[[Any, Asks], Ask]] = {
    And: lambda formula, asks: every([asks.of(part.body) for part in formula.parts]),
    Or: lambda formula, asks: some([asks.of(part.body) for part in formula.parts]),
    Not: lambda formula, asks: negated(asks.of(formula.body)),
    Truth: lambda formula, _: _CONSTANTS[formula.value],
    Compare: _compare,
    Except: _except,
    AtLeast: lambda formula, asks: _at_least(formula.count, [asks.of(part.body) for part in formula.parts]),
    Implies: lambda formula, asks: some([negated(asks.of(formula.premise)), asks.of(formula.conclusion)]),
    Applies: lambda formula, asks: _named(asks.rules.term(formula.term), formula.path, asks),
    StageApplies: lambda formula, asks: _named(
        asks.rules.stage(formula.plan, formula.number), formula.path, asks
    ),
    OutcomeIs: lambda formula, asks: _named(
        asks.rules.outcome(formula.table, formula.output, formula.value), formula.path, asks
    ),
    Breaches: lambda formula, asks: _named(
        asks.rules.breach(formula.procedure, formula.rule), formula.path, asks
    ),
    Lawful: lambda formula, asks: _named(
        asks.rules.lawful(formula.procedure, formula.rules), formula.path, asks
    ),
    Holds: lambda formula, asks: _flag(reader(asks.scope, formula.path)),
    HoldsIn: lambda formula, asks: _flag(year_reader(asks.scope, formula.path, formula.index)[0]),
    IsOneOf: _is_one_of,
    Contains: lambda formula, asks: _contains(reader(asks.scope, formula.path), formula.value),
    SameValue: lambda formula, asks: _same(
        reader(asks.scope, formula.left), reader(asks.scope, formula.right)
    ),
    Judged: _judged,
    OverList: _over_list,
    OverSeries: _over_series,
}
"""One for each formula of model/formula.py: to go through cases one by one takes far longer."""

_CONSTANTS: Mapping[bool, Ask] = {True: lambda _: True, False: lambda _: False}
