"""Formulas made ready to be asked of many records, without an account of the answer.

Owns: one case per formula of model/formula.py, each as a function that stops where the truth is settled.
Refuses to know: how rules are kept and remembered (truth.py); traces.

It gives the truths of evaluate.py. Three values are True, False, and None for UNKNOWN. What is made goes by the
identity of a formula, which never changes: what many formulas have in common is made once.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Protocol, assert_never

from regcheck.evaluation.amounts import Ask, amount, as_interval, members, open_amount
from regcheck.evaluation.interval import Interval, days_between, holds, point, whole
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
    Part,
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
            known = self._ready[id(formula)] = formula, _made(formula, self)
        return known[1]

    def inside(self, formula: Formula, scope: Scope) -> Ask:
        """A formula that stands here or about an element or a year that is bound here."""
        return self.of(formula) if scope is self.scope else Asks(scope, self.rules).of(formula)


def _made(formula: Formula, asks: Asks) -> Ask:
    """Connectives first: of a check, most formulas are some."""
    scope, rules = asks.scope, asks.rules
    match formula:
        case And(parts=parts):
            return every(_each(parts, asks))
        case Not(body=body):
            return negated(asks.of(body))
        case Or(parts=parts):
            return some(_each(parts, asks))
        case Truth(value=constant):
            return lambda _: constant
        case Compare():
            return _compare(formula, asks)
        case Except(body=body, exceptions=exceptions):
            return every([asks.of(body), negated(some(_each(exceptions, asks)))])
        case AtLeast(count=count, parts=parts):
            return _at_least(count, _each(parts, asks))
        case Implies(premise=premise, conclusion=conclusion):
            return some([negated(asks.of(premise)), asks.of(conclusion)])
        case Applies(term=term, path=path):
            return _named(rules.term(term), finder(scope, path))
        case Holds() | HoldsIn() | IsOneOf() | Contains() | SameValue() | Judged():
            return _leaf(formula, scope)
        case StageApplies(plan=plan, number=number, path=path):
            return _named(rules.stage(plan, number), finder(scope, path))
        case OutcomeIs(table=table, output=output, value=value, path=path):
            return _named(rules.outcome(table, output, value), finder(scope, path))
        case Breaches(procedure=procedure, rule=rule, path=path):
            return _named(rules.breach(procedure, rule), finder(scope, path))
        case Lawful(procedure=procedure, path=path, rules=with_rules):
            return _named(rules.lawful(procedure, with_rules), finder(scope, path))
        case OverList() | OverSeries():
            return _over(formula, asks)
        case _:
            assert_never(formula)


def _each(parts: Sequence[Part], asks: Asks) -> list[Ask]:
    return [asks.of(part.body) for part in parts]


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


def _compare(formula: Compare, asks: Asks) -> Ask:
    match formula:
        case Compare(op=op, left=Fact(path=path), right=Number(value=limit)):
            return _beside_number(op, path, limit, asks.scope)
        case Compare(op=op, left=Fact(path=path), right=Day(value=limit)):
            return _beside_day(op, path, limit, asks.scope)
        case _:
            return _beside(formula, asks)


def _beside_number(op: Comparator, path: Path, limit: Fraction, scope: Scope) -> Ask:
    """Most comparisons are of this shape; two fractions are compared as whole numbers."""
    read, compare = reader(scope, path), _EXACTLY[op]
    above, below = limit.numerator, limit.denominator
    if_open = holds(op, open_amount(scope.type_at(path)), point(whole(limit)))

    def ask(records: Records) -> bool | None:
        value = read(records)
        if type(value) is Fraction:
            return compare(value.numerator * below, above * value.denominator)
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


def _over(formula: OverList | OverSeries, asks: Asks) -> Ask:
    match formula:
        case OverList():
            return _over_list(formula, asks)
        case OverSeries(quantity=quantity, index=index, body=body, length=length):
            years = [asks.inside(body, asks.scope.in_year(index, year)) for year in range(length)]
            return some(years) if quantity is Quantity.SOME else every(years)
        case _:
            assert_never(formula)


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
