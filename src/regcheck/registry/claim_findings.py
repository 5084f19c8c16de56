"""What is said about a claim that does not hold or cannot be decided.

Owns: claims in words, and the diagnostic that names the claim with its 出典 and the rows with their lines.
Refuses to know: how a claim is computed.
"""

from __future__ import annotations

from typing import assert_never

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.evaluation.kleene import TRUE, UNKNOWN, Kleene
from regcheck.evaluation.sentences import expression_text, formula_text, path_text, rounding_text, such
from regcheck.frozen import Frozen
from regcheck.model.claims import (
    Claim,
    EveryRowClaim,
    FigureClaim,
    GroupsWithoutClaim,
    Selection,
    Statistic,
)
from regcheck.model.formula import Path
from regcheck.model.provisions import item_title
from regcheck.model.specification import (
    Citation,
    FigureCheck,
    Specification,
)
from regcheck.registry.table import BoundRow, BoundTable

_SHOWN = 5
_STATISTICS = {
    Statistic.COUNT: "件数",
    Statistic.SUM: "合計",
    Statistic.MEAN: "平均",
    Statistic.MAX: "最大",
    Statistic.MIN: "最小",
    Statistic.DISTINCT: "種類の数",
}


class Finding(Frozen):
    """The outcome of a claim before it is put into words."""

    holds: Kleene
    actual: str
    expected: str
    rows: tuple[BoundRow, ...] = ()
    wrongly_named: tuple[str, ...] = ()
    not_named: tuple[str, ...] = ()


def claim_text(spec: Specification, claim: Claim) -> str:
    """「一覧」の病床数の平均, 「一覧」のうち承認があるものの件数: what is claimed, without the figure."""
    match claim:
        case FigureClaim(selection=selection, statistic=statistic, rounding=rounding):
            value = _value_text(spec, claim)
            places = "" if rounding is None else rounding_text(*rounding)
            return f"{selection_text(spec, selection)}の{value}{_STATISTICS[statistic]}{places}"
        case EveryRowClaim(selection=selection, condition=condition):
            return f"{selection_text(spec, selection)}の全てについて、{formula_text(spec, condition)}"
        case GroupsWithoutClaim(table=table, condition=condition, group=group):
            return f"「{table}」において{such(formula_text(spec, condition))}のない{path_text(group)}"
        case _:
            assert_never(claim)


def selection_text(spec: Specification, selection: Selection) -> str:
    """「一覧」のうち都道府県が東京都であるもの."""
    if selection.where is None:
        return f"「{selection.table}」"
    return f"「{selection.table}」のうち{such(formula_text(spec, selection.where))}"


def _value_text(spec: Specification, claim: FigureClaim) -> str:
    match claim.value:
        case None:
            return ""
        case Path():
            return f"{path_text(claim.value)}の"
        case _:
            return f"{expression_text(spec, claim.value)}の"


def citation_text(citation: Citation) -> str:
    """「法」第五十条第一項, or the name of a material."""
    return f"「{citation.source}」{citation.provision}" if citation.source else f"「{citation.provision}」"


def diagnose(
    spec: Specification, check: FigureCheck, claim: Claim, table: BoundTable, found: Finding
) -> Diagnostic | None:
    """The finding with both places. None if the claim holds, or is open because the file was not sound."""
    if found.holds is TRUE or (found.holds is UNKNOWN and not table.is_sound):
        return None
    text = claim_text(spec, claim)
    payload = _payload(check, claim, table, found, text)
    rows = [Annotation(span=row.span, label=row.key, primary=False) for row in found.rows[:_SHOWN]]
    place = () if rows else (Annotation(span=table.table.header.span, label=table.file, primary=False),)
    return Diagnostic(
        payload=payload,
        annotations=(Annotation(span=claim.span, label=found.expected), *rows, *place),
        provisions=(*check.header.provision, *map(citation_text, check.header.sources)),
        anchor=f"{item_title(check.header)}/{text}",
    )


def _payload(
    check: FigureCheck, claim: Claim, table: BoundTable, found: Finding, text: str
) -> codes.claims.ClaimProblem:
    name, file = check.header.name, table.file
    sources = tuple(map(citation_text, check.header.sources))
    keys = tuple(row.key for row in found.rows)
    if found.holds is UNKNOWN:
        return codes.claims.ClaimUndecided(check=name, claim=text, sources=sources, file=file, rows=keys)
    match claim:
        case FigureClaim():
            expected, actual = found.expected, found.actual
            return codes.claims.FigureDiffers(
                check=name, claim=text, sources=sources, file=file, expected=expected, actual=actual
            )
        case EveryRowClaim():
            return codes.claims.RowsAgainstClaim(
                check=name, claim=text, sources=sources, file=file, rows=keys
            )
        case GroupsWithoutClaim():
            return codes.claims.GroupsDiffer(
                check=name,
                claim=text,
                sources=sources,
                file=file,
                wrongly_named=found.wrongly_named,
                not_named=found.not_named,
            )
        case _:
            assert_never(claim)
