"""The facts that the 確認 about a table speak of.

Owns: collecting the paths that claims name directly, not those inside the terms they apply.
Refuses to know: files; whether a claim holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from regcheck.model.claims import (
    Claim,
    EveryRowClaim,
    FigureClaim,
    GroupsWithoutClaim,
)
from regcheck.model.formula import (
    And,
    Applies,
    AtLeast,
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
    ListTotal,
    Not,
    Number,
    Or,
    OutcomeIs,
    OverList,
    OverSeries,
    Path,
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
from regcheck.model.references import subexpressions
from regcheck.model.specification import (
    FactTable,
    Specification,
)


def needed_facts(spec: Specification, table: FactTable) -> Iterator[tuple[str, ...]]:
    """Paths of facts, the 見出し first; a path may come more than once."""
    if table.key:
        yield table.key
    for check in spec.figure_checks.values():
        for claim in check.claims:
            if table_of(claim) == table.header.name:
                yield from (path.steps for path in _claimed(claim) if not path.root)


def table_of(claim: Claim) -> str:
    """The name of the 事実表 that a claim is about."""
    return claim.table if isinstance(claim, GroupsWithoutClaim) else claim.selection.table


def _claimed(claim: Claim) -> Iterator[Path]:
    match claim:
        case FigureClaim(selection=selection, value=value):
            yield from _asked(selection.where)
            if isinstance(value, Path):
                yield value
            elif value is not None:
                yield from _measured(value)
        case EveryRowClaim(selection=selection, condition=condition):
            yield from _asked(selection.where)
            yield from _asked(condition)
        case GroupsWithoutClaim(condition=condition, group=group):
            yield group
            yield from _asked(condition)
        case _:
            assert_never(claim)


def _asked(formula: Formula | None) -> Iterator[Path]:
    """The facts that a formula names, those of elements too."""
    match formula:
        case Holds(path=path) | HoldsIn(path=path) | IsOneOf(path=path) | Contains(path=path):
            yield path
        case SameValue(left=left, right=right):
            yield from (left, right)
        case Compare(left=first, right=second):
            yield from _measured(first)
            yield from _measured(second)
        case OverList(path=path, body=body):
            yield path
            yield from _asked(body)
        case Not() | And() | Or() | AtLeast() | Except() | Implies() | OverSeries():
            for inner in children(formula):
                yield from _asked(inner)
        case None | Truth() | Judged() | Applies() | StageApplies() | OutcomeIs():
            return
        case _:
            assert_never(formula)


def _measured(expression: Expression) -> Iterator[Path]:
    for part in subexpressions(expression):
        match part:
            case Fact(path=path) | SeriesItem(path=path) | SeriesAggregate(path=path) | SetSize(path=path):
                yield path
            case Count(path=path, where=where) | ListTotal(path=path, where=where):
                yield path
                yield from _asked(where)
            case Number() | Day() | Total() | Rounded():
                continue
            case _:
                assert_never(part)
