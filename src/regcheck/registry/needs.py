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
    Applies,
    Expression,
    Formula,
    Judged,
    OutcomeIs,
    Path,
    StageApplies,
)
from regcheck.model.references import conditions_in, expressions, paths_in, subexpressions, subformulas
from regcheck.model.specification import (
    FactTable,
    Specification,
)

_NAMING = (Applies, StageApplies, OutcomeIs, Judged)
"""What names an item of a record: its path is no fact."""


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
    """The facts that a formula names, those of elements too; not those that the items it names reach."""
    for inner in () if formula is None else subformulas(formula):
        if not isinstance(inner, _NAMING):
            yield from paths_in(inner)
        for expression in expressions(inner):
            yield from _written(expression)


def _measured(expression: Expression) -> Iterator[Path]:
    """The facts that an expression alone names, its where conditions included."""
    yield from _written(expression)
    for condition in conditions_in(expression):
        yield from _asked(condition)


def _written(expression: Expression) -> Iterator[Path]:
    return (path for part in subexpressions(expression) for path in paths_in(part))
