"""Truth without the account: what a formula comes to, for those who ask many times.

Owns: making formulas ready once for a specification, and keeping what was made while it is used.
Refuses to know: why a formula is true (evaluate.py says that, and must always say the same truth).

What is kept goes by the identity of a specification, formula or record, none of which ever changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from regcheck.evaluation.amounts import Measure, amount, as_interval
from regcheck.evaluation.conditions import Asks
from regcheck.evaluation.interval import Interval
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.evaluation.reading import Read, reader
from regcheck.evaluation.rules import Rulebook
from regcheck.model.case import Record, Value
from regcheck.model.formula import Expression, Formula, Implies, Path
from regcheck.model.specification import Specification

K = TypeVar("K")
M = TypeVar("M")

_KLEENE = {True: TRUE, False: FALSE, None: UNKNOWN}

_EXPRESSIONS = 4_096
"""How many expressions or paths are kept ready for one specification."""
_SPECIFICATIONS = 8
"""How many specifications are kept ready: the epochs of a check, and variants that are tried out."""


def truth_of(spec: Specification, formula: Formula, record: Record) -> Kleene:
    """What the formula comes to for the record: evaluate(spec, formula, record).truth."""
    return _ready(spec).truth(formula, record)


def is_false(spec: Specification, formula: Formula, record: Record) -> bool:
    """Whether the formula surely fails; where the premise of a ならば is open, no more is asked."""
    if isinstance(formula, Implies):
        return truth_of(spec, formula.premise, record) is TRUE and is_false(spec, formula.conclusion, record)
    return truth_of(spec, formula, record) is FALSE


def all_true(spec: Specification, formulas: Iterable[Formula], record: Record) -> bool:
    """Whether every formula is TRUE of the record."""
    return _ready(spec).all_true(formulas, record)


def keeps_assumptions(spec: Specification, record: Record) -> bool:
    """Whether every 前提 about its 対象 is TRUE of the record; asked once of each record."""
    return _ready(spec).keeps_assumptions(record)


def truths_of(spec: Specification, formula: Formula, records: Sequence[Record]) -> list[Kleene]:
    """The same for many records of one 対象."""
    return _ready(spec).truths(formula, records)


def number_of(spec: Specification, expression: Expression, record: Record) -> Interval:
    """What a number or date (as its ordinal) over the record can be."""
    return _ready(spec).number(expression, record)


def fact_of(spec: Specification, path: Path, record: Record) -> Value:
    """The fact at a path of one or more steps of the record."""
    return _ready(spec).fact(path, record)


class Truths:
    """A specification that is ready to be asked."""

    def __init__(self, spec: Specification) -> None:
        self.spec = spec
        self._rules = Rulebook(spec)
        self._measures = _Kept[Expression, Measure](lambda e, asks: amount(e, asks.scope, asks.inside))
        self._readers = _Kept[Path, Read](lambda path, asks: reader(asks.scope, path))

    def truth(self, formula: Formula, record: Record) -> Kleene:
        return _KLEENE[self._rules.condition(formula, record.subject)((record,))]

    def all_true(self, formulas: Iterable[Formula], record: Record) -> bool:
        asks, records = self._rules.asks(record.subject), (record,)
        return all(asks.of(formula)(records) for formula in formulas)

    def keeps_assumptions(self, record: Record) -> bool:
        return self._rules.assumed(record.subject)(record) is True

    def truths(self, formula: Formula, records: Sequence[Record]) -> list[Kleene]:
        if not records:
            return []
        ask = self._rules.condition(formula, records[0].subject)
        return [_KLEENE[ask((record,))] for record in records]

    def number(self, expression: Expression, record: Record) -> Interval:
        return as_interval(self._measures.of(expression, self._rules.asks(record.subject))((record,)))

    def fact(self, path: Path, record: Record) -> Value:
        return self._readers.of(path, self._rules.asks(record.subject))((record,))


class _Kept(Generic[K, M]):
    """What was made of expressions or paths, each for one 対象."""

    def __init__(self, make: Callable[[K, Asks], M]) -> None:
        self._make = make
        self._made = dict[tuple[int, str], tuple[K, M]]()

    def of(self, wanted: K, asks: Asks) -> M:
        """The wanted thing is held, so that no other one can come to have its id."""
        key = id(wanted), asks.scope.subjects[0]
        found = self._made.get(key)
        if found is None:
            if len(self._made) >= _EXPRESSIONS:
                self._made.clear()
            found = self._made[key] = wanted, self._make(wanted, asks)
        return found[1]


_kept_ready: dict[int, Truths] = {}
"""By the identity of the specification, which Truths holds; the oldest goes first."""


def _ready(spec: Specification) -> Truths:
    found = _kept_ready.get(id(spec))
    if found is None:
        while len(_kept_ready) >= _SPECIFICATIONS:
            _kept_ready.pop(next(iter(_kept_ready)), None)
        found = _kept_ready[id(spec)] = Truths(spec)
    return found
