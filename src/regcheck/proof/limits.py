"""The limits that a specification compares with, and who compares.

Owns: collecting comparisons of a fact with a constant from formulas, through the terms and tables they name.
Refuses to know: cases, which limit matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from typing import TypeGuard

from regcheck.frozen import Frozen
from regcheck.model.formula import (
    INSIDE,
    Applies,
    Breaches,
    Comparator,
    Compare,
    Day,
    Expression,
    Fact,
    Formula,
    Lawful,
    Number,
    OutcomeIs,
    Path,
    StageApplies,
)
from regcheck.model.procedures import Rule
from regcheck.model.references import conditions_of
from regcheck.model.specification import Specification
from regcheck.proof.labels import label_of, stage_label
from regcheck.proof.parts import inside
from regcheck.source.span import Span

MIRRORED = {
    Comparator.LT: Comparator.GT,
    Comparator.LE: Comparator.GE,
    Comparator.GT: Comparator.LT,
    Comparator.GE: Comparator.LE,
    Comparator.EQ: Comparator.EQ,
    Comparator.NE: Comparator.NE,
}
"""What the right side is to the left one."""


class Limit(Frozen):
    """A comparison with a constant. `path` is the fact, or None where a sum, mean or number is compared; `left` is
    what is compared, the comparison turned so that the constant stands on the right."""

    path: Path | None
    left: Expression
    op: Comparator
    value: Fraction | date
    unit: str
    label: str
    span: Span


def is_plain(limit: Limit) -> bool:
    """Whether a fact of the record itself, or of what it 参照, is compared."""
    return limit.path is not None and not limit.path.root


def limits(spec: Specification, formulas: Iterable[tuple[str, Formula]]) -> Iterator[Limit]:
    """Every limit that labelled formulas reach, each text once, in the order in which they are met."""
    seen = set[Formula]()
    for label, formula in formulas:
        yield from _within(spec, label, formula, seen)


def limits_here(label: str, formula: Formula) -> list[Limit]:
    """The limits in the formula's own text, terms that it names not opened."""
    found = list[Limit]()
    _add_limits(label, formula, found)
    return found


def _add_limits(label: str, formula: Formula, found: list[Limit]) -> None:
    if type(formula) is Compare:
        found += _own(formula, label)
        for condition in conditions_of(formula):
            _add_limits(label, condition, found)
    elif type(formula) in INSIDE:
        for name, inner in inside(label, formula):
            _add_limits(name, inner, found)


def limits_at(
    label: str, formula: Formula, above: tuple[int, ...] = ()
) -> Iterator[tuple[tuple[int, ...], Limit]]:
    """The limits in the formula's own conditions, with their addresses (parts.py); not those inside a number."""
    yield from ((above, limit) for limit in _own(formula, label))
    for index, (name, child) in enumerate(inside(label, formula)):
        yield from limits_at(name, child, (*above, index))


def _within(spec: Specification, label: str, formula: Formula, seen: set[Formula]) -> Iterator[Limit]:
    yield from _own(formula, label)
    for inner_label, inner in (*_inside(label, formula), *_opened(spec, formula)):
        if isinstance(formula, Applies | StageApplies | OutcomeIs | Breaches | Lawful):
            if inner in seen:
                continue
            seen.add(inner)
        yield from _within(spec, inner_label, inner, seen)


def _own(formula: Formula, label: str) -> tuple[Limit, ...]:
    if type(formula) is not Compare:
        return ()
    op, left, right, span = formula.op, formula.left, formula.right, formula.span
    if _is_constant(right):
        return (_limit(op, left, right, label, span),)
    if _is_constant(left):
        return (_limit(MIRRORED[op], right, left, label, span),)
    return ()


def _is_constant(side: Expression) -> TypeGuard[Number | Day]:
    return type(side) is Number or type(side) is Day


def _limit(op: Comparator, left: Expression, constant: Number | Day, label: str, span: Span) -> Limit:
    path = left.path if isinstance(left, Fact) else None
    unit = constant.unit if isinstance(constant, Number) else ""
    return Limit(path=path, left=left, op=op, value=constant.value, unit=unit, label=label, span=span)


def _inside(label: str, formula: Formula) -> list[tuple[str, Formula]]:
    """The formulas directly inside a formula, those in its expressions included, each under its provision."""
    if type(formula) is Compare:
        return [(label, inner) for inner in conditions_of(formula)]
    return inside(label, formula)


def _opened(spec: Specification, formula: Formula) -> Iterator[tuple[str, Formula]]:
    """What decides a named term: its text and the 特例 on it; a stage; the rows of a table."""
    match formula:
        case Applies(term=term) if term in spec.predicates:
            predicate = spec.predicates[term]
            yield label_of(predicate.header), predicate.body
            for override in spec.overrides.values():
                if override.target == term:
                    yield label_of(override.header), override.condition
        case StageApplies(plan=name, number=number):
            plan = spec.plans[name]
            stage = next(s for s in plan.stages if s.number == number)
            yield stage_label(plan, stage), stage.body
        case OutcomeIs(table=name):
            from regcheck.evaluation.tables import row_condition

            table = spec.tables[name]
            yield from ((label_of(table.header), row_condition(table, row)) for row in table.rows)
        case Breaches(procedure=procedure, rule=rule):
            yield from _conditions_of(spec.procedures[procedure].rules[rule])
        case Lawful(procedure=procedure, rules=True):
            for each in spec.procedures[procedure].rules.values():
                yield from _conditions_of(each)
        case _:
            return


def _conditions_of(rule: Rule) -> Iterator[tuple[str, Formula]]:
    label = label_of(rule.header)
    yield from ((label, formula) for formula in (rule.when, *rule.exceptions))
