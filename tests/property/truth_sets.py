"""Formulas as sets of records: bit n stands for the n-th record of the world.

Leaves are asked of the evaluator, one record at a time. Connectives, 特例, 段階 and 区分表 are read here once more,
from their definitions.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import assert_never

from tests.property.small_worlds import MAIN, World

from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.frozen import Frozen
from regcheck.model.case import Record, Value
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
    Except,
    Formula,
    Implies,
    Not,
    Or,
    Path,
    StageApplies,
)
from regcheck.model.references import mentions
from regcheck.model.specification import (
    AnyCell,
    Cell,
    DecisionTable,
    OtherCell,
    Override,
    RangeCell,
    Row,
    Specification,
    UnionCell,
    ValueCell,
)

SELF = Path()


class Split(Frozen):
    """Where a formula is true and where it is false; elsewhere the rules contradict each other."""

    true: int
    false: int

    def denied(self) -> Split:
        return Split(true=self.false, false=self.true)


def conjoined(splits: Sequence[Split], everywhere: int) -> Split:
    true, false = everywhere, 0
    for split in splits:
        true, false = true & split.true, false | split.false
    return Split(true=true, false=false)


def disjoined(splits: Sequence[Split], everywhere: int) -> Split:
    return conjoined([split.denied() for split in splits], everywhere).denied()


class Truths:
    """The formulas of a specification over every record of a 対象."""

    def __init__(self, world: World, spec: Specification, subject: str = MAIN) -> None:
        self.world, self.spec, self.subject = world, spec, subject
        self.records = world.records[subject]
        self.all = (1 << len(self.records)) - 1
        self._found = dict[Formula, Split]()
        self.allowed = self._within_assumptions()

    def of(self, formula: Formula) -> Split:
        if formula not in self._found:
            self._found[formula] = self._split(formula)
        return self._found[formula]

    def _split(self, formula: Formula) -> Split:
        match formula:
            case Not(body=body):
                return self.of(body).denied()
            case And(parts=parts):
                return conjoined([self.of(part.body) for part in parts], self.all)
            case Or(parts=parts):
                return disjoined([self.of(part.body) for part in parts], self.all)
            case Except(body=body, exceptions=exceptions):
                removed = [self.of(part.body).denied() for part in exceptions]
                return conjoined([self.of(body), *removed], self.all)
            case Implies(premise=premise, conclusion=conclusion):
                return disjoined([self.of(premise).denied(), self.of(conclusion)], self.all)
            case AtLeast(count=count, parts=parts):
                splits = [self.of(part.body) for part in parts]
                return Split(
                    true=_at_least(count, [s.true for s in splits], self.all),
                    false=_at_least(len(splits) - count + 1, [s.false for s in splits], self.all),
                )
            case Applies(term=term, path=path) if path == SELF:
                target = self.spec.predicates[term]
                rivals = [o for o in self.spec.overrides.values() if o.target == term]
                return self.outcome(target.body, rivals)
            case StageApplies(plan=plan, number=number, path=path) if path == SELF:
                return self.of(self.spec.plans[plan].stages[number - 1].body)
            case _:
                return self._leaf(formula)

    def _leaf(self, formula: Formula) -> Split:
        """As the evaluator says; what names no rule is the same in every specification of the world."""
        key = (self.subject, formula)
        if key not in self.world.known:
            true = false = 0
            for index, record in enumerate(self.records):
                truth = evaluate(self.spec, formula, record).truth
                true |= (truth is TRUE) << index
                false |= (truth is FALSE) << index
            found = Split(true=true, false=false)
            if any(mentions(formula)):
                return found
            self.world.known[key] = found
        known = self.world.known[key]
        assert isinstance(known, Split)
        return known

    def outcome(self, body: Formula, rivals: Sequence[Override]) -> Split:
        """A 特例 that applies, and to which no other one that applies is preferred, decides; else the text."""
        conditions = {o.header.name: self.of(o.condition) for o in rivals}
        clear = self.all
        for split in conditions.values():
            clear &= split.true | split.false
        said = {True: 0, False: 0}
        for rival in rivals:
            beaten = 0
            for other in rivals:
                if rival.header.name in losers_of(other, rivals):
                    beaten |= conditions[other.header.name].true
            said[rival.outcome] |= conditions[rival.header.name].true & ~beaten
        text, free = self.of(body), clear & ~(said[True] | said[False])
        return Split(
            true=clear & said[True] & ~said[False] | free & text.true,
            false=clear & said[False] & ~said[True] | free & text.false,
        )

    def _within_assumptions(self) -> int:
        """Records on which, and on all records inside which, every 前提 holds."""
        found = 0
        for index, record in enumerate(self.records):
            held = all(
                evaluate(self.spec, a.body, inner).truth is TRUE
                for inner in with_inner(record)
                for a in self.spec.assumptions.values()
                if a.subject == inner.subject
            )
            found |= held << index
        return found

    # ------------------------------------------------------------ 区分表

    def row(self, table: DecisionTable, row: Row) -> Split:
        """Where a row applies: inside the 対象範囲, every cell has the fact of its column."""
        met = 0
        for index, record in enumerate(self.records):
            pairs = zip(row.cells, table.columns, strict=True)
            met |= all(has(cell, value_at(record, column.path)) for cell, column in pairs) << index
        cells = Split(true=met, false=self.all & ~met)
        within = [] if table.within is None else [self.of(table.within)]
        return conjoined([cells, *within], self.all)


def _at_least(count: int, sets: Sequence[int], everywhere: int) -> int:
    """Members of `count` or more of the sets, by counting up."""
    reached = [everywhere] + [0] * max(count, 0)
    for members in sets:
        for level in range(len(reached) - 1, 0, -1):
            reached[level] |= reached[level - 1] & members
    return reached[-1]


def losers_of(winner: Override, rivals: Sequence[Override]) -> set[str]:
    """What a 特例 prevails over, also through others."""
    by_name = {o.header.name: o for o in rivals}
    found, queue = set[str](), list(winner.prevails_over)
    while queue:
        name = queue.pop()
        if name not in found:
            found.add(name)
            queue += by_name[name].prevails_over if name in by_name else ()
    return found


def with_inner(record: Record) -> list[Record]:
    """The record and every record inside it."""
    found = [record]
    for value in record.facts.values():
        for inner in value if isinstance(value, tuple) else (value,):
            found += with_inner(inner) if isinstance(inner, Record) else []
    return found


def value_at(record: Record, path: Path) -> Value:
    value: Value = record
    for step in path.steps:
        assert isinstance(value, Record)
        value = value.facts[step]
    return value


def has(cell: Cell, value: Value) -> bool:
    """Whether a cell takes a value."""
    match cell:
        case AnyCell():
            return True
        case ValueCell(values=values):
            said = {True: "あり", False: "なし"}[value] if isinstance(value, bool) else value
            return said in values
        case RangeCell(low=low, low_strict=low_strict, high=high, high_strict=high_strict):
            place = Fraction(value.toordinal()) if isinstance(value, date) else value
            assert isinstance(place, Fraction)
            above = low is None or place > low or (place == low and not low_strict)
            return above and (high is None or place < high or (place == high and not high_strict))
        case UnionCell(cells=cells):
            return any(has(inner, value) for inner in cells)
        case OtherCell(excluded=excluded):
            return not any(has(inner, value) for inner in excluded)
        case _:
            assert_never(cell)
