"""確認: do the rows bear out what is claimed of them?

Owns: the outcome of each kind of claim, its actual value and the rows that matter to it.
Refuses to know: files, the words of findings (claim_findings.py).

A row whose facts leave a condition open makes the claim UNKNOWN, never silently false.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import assert_never

from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.evaluation.describe import number_text
from regcheck.evaluation.interval import Exact, Interval, compare, point, rounded
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.evaluation.reading import is_open
from regcheck.evaluation.sentences import limit_text
from regcheck.evaluation.truth import fact_of, number_of, truth_of
from regcheck.frozen import Frozen
from regcheck.model.claims import (
    Claim,
    EveryRowClaim,
    FigureClaim,
    GroupsWithoutClaim,
    Statistic,
)
from regcheck.model.formula import Expression, Path
from regcheck.model.specification import (
    FigureCheck,
    Specification,
)
from regcheck.model.types import EnumType
from regcheck.registry.claim_findings import Finding, claim_text, diagnose
from regcheck.registry.figures import Chosen, choose, figure
from regcheck.registry.headings import definition_at
from regcheck.registry.needs import table_of
from regcheck.registry.table import BoundRow, BoundTable


class ClaimResult(Frozen):
    """What became of a claim. `actual` and `expected` are in words; `rows` are those that decide or leave open."""

    claim: Claim
    text: str
    holds: Kleene
    actual: str
    expected: str
    rows: tuple[BoundRow, ...] = ()
    diagnostic: Diagnostic | None = None


def check_claims(
    spec: Specification, check: FigureCheck, tables: Mapping[str, BoundTable]
) -> tuple[ClaimResult, ...]:
    """A result for each claim; UNKNOWN without a finding where the table could not be read."""
    return tuple(_check(spec, check, claim, tables.get(table_of(claim))) for claim in check.claims)


def _check(spec: Specification, check: FigureCheck, claim: Claim, table: BoundTable | None) -> ClaimResult:
    if table is None or table.source is None:
        text = claim_text(spec, claim)
        return ClaimResult(claim=claim, text=text, holds=UNKNOWN, actual="", expected="")
    match claim:
        case FigureClaim():
            found = _figure(spec, claim, table)
        case EveryRowClaim():
            found = _every_row(spec, claim, table.rows)
        case GroupsWithoutClaim():
            found = _groups(spec, claim, table)
        case _:
            assert_never(claim)
    return ClaimResult(
        claim=claim,
        text=claim_text(spec, claim),
        holds=found.holds,
        actual=found.actual,
        expected=found.expected,
        rows=found.rows,
        diagnostic=diagnose(spec, check, claim, table, found),
    )


# ---------------------------------------------------------------- figures


def _figure(spec: Specification, claim: FigureClaim, table: BoundTable) -> Finding:
    chosen = choose(spec, claim.selection, table.rows)
    expected = limit_text(claim.op, number_text(claim.expected, claim.unit))
    actual = figure(spec, claim, chosen)
    if actual is None:
        return Finding(holds=FALSE, actual="該当する行なし", expected=expected)
    shown = actual if claim.rounding is None else rounded(actual, *claim.rounding)
    holds = compare(claim.op, shown, point(claim.expected))
    return Finding(
        holds=holds,
        actual=interval_text(shown, claim.unit),
        expected=expected,
        rows=_rows_that_matter(spec, claim, chosen, holds),
    )


def interval_text(found: Interval, unit: str) -> str:
    """88件, 2件以上5件以下, 不明."""
    if found.low is not None and found.low == found.high:
        return exact_text(found.low, unit)
    low = "" if found.low is None else f"{exact_text(found.low, unit)}以上"
    high = "" if found.high is None else f"{exact_text(found.high, unit)}以下"
    return low + high or "不明"


def exact_text(value: Exact, unit: str) -> str:
    """The number; with 約 and two decimals where it does not end."""
    if (value * 10**6).denominator == 1 or unit == "割合":
        return number_text(Fraction(value), unit)
    return f"約{number_text(Fraction(round(value * 100), 100), unit)}"


def _rows_that_matter(
    spec: Specification, claim: FigureClaim, chosen: Chosen, holds: Kleene
) -> tuple[BoundRow, ...]:
    """The open rows of an open claim; the counted rows; those that are the extreme."""
    value = claim.value
    if holds is UNKNOWN:
        unclear = tuple(row for row in chosen.sure if _is_open(spec, value, row))
        return chosen.maybe + unclear
    if claim.statistic is Statistic.COUNT:
        return chosen.sure if claim.selection.where is not None else ()
    if claim.statistic in (Statistic.MAX, Statistic.MIN) and not isinstance(value, Path | None):
        intervals = [(row, number_of(spec, value, row.record)) for row in chosen.sure]
        known = [(row, i.low) for row, i in intervals if i.low is not None and i.low == i.high]
        pick = max if claim.statistic is Statistic.MAX else min
        extreme = pick((number for _, number in known), default=None)
        return tuple(row for row, number in known if number == extreme)
    return ()


def _is_open(spec: Specification, value: Expression | Path | None, row: BoundRow) -> bool:
    match value:
        case None:
            return False
        case Path():
            return is_open(fact_of(spec, value, row.record))
        case _:
            found = number_of(spec, value, row.record)
            return found.low is None or found.low != found.high


# ---------------------------------------------------------------- all rows, groups


def _every_row(spec: Specification, claim: EveryRowClaim, rows: Sequence[BoundRow]) -> Finding:
    chosen = choose(spec, claim.selection, rows)
    truths = [(row, truth_of(spec, claim.condition, row.record)) for row in chosen.all]
    sure = {row.line_number for row in chosen.sure}
    against = tuple(row for row, truth in truths if truth is FALSE and row.line_number in sure)
    still = tuple(row for row, truth in truths if truth is not TRUE)
    holds = FALSE if against else UNKNOWN if still else TRUE
    right = sum(truth is TRUE for _, truth in truths)
    return Finding(
        holds=holds,
        actual=f"{len(truths)}件のうち{right}件",
        expected=f"{len(truths)}件の全て",
        rows=against or still,
    )


def _groups(spec: Specification, claim: GroupsWithoutClaim, table: BoundTable) -> Finding:
    """A group is without when the condition is false of all its rows; rows of an unknown group may be of any."""
    asked = [
        (row, _group(spec, claim, row), truth_of(spec, claim.condition, row.record)) for row in table.rows
    ]
    stray = tuple(row for row, group, truth in asked if group is None and truth is not FALSE)
    having = {group for _, group, truth in asked if truth is TRUE and group is not None}
    unclear = {group for _, group, truth in asked if truth is UNKNOWN and group is not None} - having
    universe = _universe(spec, claim, table)
    open_groups = unclear | (set(universe) - having if stray else set())
    without = [group for group in universe if group not in having | open_groups]
    named = set(claim.expected)
    wrong = tuple(group for group in claim.expected if group in having or group not in universe)
    missing = tuple(group for group in without if group not in named)
    bearing = tuple(row for row, group, truth in asked if group in wrong and truth is TRUE)
    bearing += tuple(row for row, group, _ in asked if group in missing)
    still = tuple(row for row, group, truth in asked if group in unclear and truth is UNKNOWN) + stray
    holds = FALSE if wrong or missing else UNKNOWN if open_groups else TRUE
    return Finding(
        holds=holds,
        actual="、".join(without) or "なし",
        expected="、".join(claim.expected) or "なし",
        rows=still if holds is UNKNOWN else bearing,
        wrongly_named=wrong,
        not_named=missing,
    )


def _group(spec: Specification, claim: GroupsWithoutClaim, row: BoundRow) -> str | None:
    value = fact_of(spec, claim.group, row.record)
    return value if isinstance(value, str) else None


def _universe(spec: Specification, claim: GroupsWithoutClaim, table: BoundTable) -> tuple[str, ...]:
    """Every member of a 区分; of a 文字列 the values that occur. None where there are no rows."""
    kind = definition_at(spec, table.table, claim.group.steps).type
    if table.rows and isinstance(kind, EnumType):
        return spec.enumerations[kind.enum].members
    groups = (_group(spec, claim, row) for row in table.rows)
    return tuple(dict.fromkeys(group for group in groups if group is not None))
