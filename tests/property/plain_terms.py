"""Terms read the plain way, one case at a time: what sampling, and the compilation of runs, are held against."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import assert_never

from regcheck.evaluation.kleene import FALSE, TRUE
from regcheck.evaluation.truth import truth_of
from regcheck.logic.layout import Planner
from regcheck.logic.places import Place
from regcheck.logic.terms import (
    AtLeast,
    Conjunction,
    Constant,
    Definition,
    Disjunction,
    Exactly,
    Gated,
    Negation,
    Stepped,
    Switch,
    Term,
    Unit,
    Whole,
)
from regcheck.model.case import Record
from regcheck.model.formula import Formula
from regcheck.model.specification import Specification

Truths = Mapping[str, bool]
Wholes = Mapping[str, int]


def holds(term: Term, truths: Truths, wholes: Wholes) -> bool:
    """A term in one case."""
    match term:
        case Constant(value=value):
            return value
        case Switch(name=name):
            return truths[name]
        case Definition(body=body):
            return holds(body, truths, wholes)
        case Negation(body=body):
            return not holds(body, truths, wholes)
        case Conjunction(parts=parts):
            return all(holds(part, truths, wholes) for part in parts)
        case Disjunction(parts=parts):
            return any(holds(part, truths, wholes) for part in parts)
        case AtLeast(weights=weights, least=least):
            return sum(w * size(u, truths, wholes) for u, w in weights) >= least
        case Exactly(weights=weights, value=value):
            return sum(w * size(u, truths, wholes) for u, w in weights) == value
        case _:
            assert_never(term)


def size(unit: Unit, truths: Truths, wholes: Wholes) -> int:
    match unit:
        case Whole(name=name):
            return wholes[name]
        case Gated(condition=condition, unit=inner):
            return holds(condition, truths, wholes) * (1 if inner is None else wholes[inner.name])
        case Stepped(variable=variable, steps=steps):
            return steps.at(wholes[variable.name])
        case _:
            assert_never(unit)


def otherwise_read(
    spec: Specification, formulas: Sequence[Formula], records: Iterable[Record]
) -> Iterator[tuple[Formula, Record]]:
    """Formulas on records of 真偽 and 日付 alone that the encoder reads otherwise than the evaluator."""
    listed = list(records)
    planner = Planner(spec)
    subject = listed[0].subject
    layout, _ = planner.plan(subject, formulas, assume=False)
    compiler = planner.compiler(layout)
    for formula in formulas:
        term, _ = compiler.compile(formula, Place(subject=subject))
        for record in listed:
            truth = truth_of(spec, formula, record)
            assert truth in (TRUE, FALSE)
            truths = {name: value for name, value in record.facts.items() if isinstance(value, bool)}
            days = {n: value.toordinal() for n, value in record.facts.items() if isinstance(value, date)}
            if holds(term, truths, days) is not (truth is TRUE):
                yield formula, record
