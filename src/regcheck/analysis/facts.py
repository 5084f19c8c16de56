"""What the 事実表 and 確認 owe: a line of the ledger for each file, 前提 and claim.

Owns: binding the files of an analysis, and the verdicts of claims about them.
Refuses to know: how a file is read, how a claim is worked out, the solver.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from regcheck.analysis.report import Entry
from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic, Severity
from regcheck.evaluation.kleene import Kleene
from regcheck.model.case import Record
from regcheck.model.provisions import item_title, provision_label
from regcheck.model.specification import FactTable, FigureCheck, Specification
from regcheck.proof.verdict import Verdict

if TYPE_CHECKING:  # a specification without 事実表 and 確認 needs none of this
    from regcheck.registry.assumptions import AssumptionResult
    from regcheck.registry.claims import ClaimResult
    from regcheck.registry.table import BoundTable

_VERDICTS = {
    Kleene.TRUE: Verdict.PROVED,
    Kleene.FALSE: Verdict.REFUTED,
    Kleene.UNKNOWN: Verdict.UNDECIDED,
}


def bind_tables(spec: Specification, files: Mapping[str, bytes]) -> dict[str, BoundTable]:
    """Every 事実表 with its rows, by name; one whose file is missing has none and says so."""
    return {name: _bind(spec, table, files) for name, table in spec.fact_tables.items()}


def _bind(spec: Specification, table: FactTable, files: Mapping[str, bytes]) -> BoundTable:
    from regcheck.registry.table import BoundTable
    from regcheck.source.paths import resolve_use

    path = resolve_use(table.header.span.file, table.file)
    if path in files:
        from regcheck.registry.bind import bind_table

        return bind_table(spec, table, files[path], path)
    finding = Diagnostic(
        payload=codes.files.MissingFactFile(path=table.file),
        annotations=(Annotation(span=table.header.span),),
        anchor=item_title(table.header),
    )
    return BoundTable(table=table, file=path, diagnostics=(finding,))


def rows_by_subject(tables: Mapping[str, BoundTable]) -> dict[str, list[tuple[str, Record]]]:
    """The rows of all files with the names of what they record, by 対象."""
    found = dict[str, list[tuple[str, Record]]]()
    for bound in tables.values():
        found.setdefault(bound.table.subject, []).extend((row.key, row.record) for row in bound.rows)
    return found


def fact_entries(spec: Specification, tables: Mapping[str, BoundTable], mark: str) -> Iterator[Entry]:
    """Settled by the evaluator: each file is readable, each row meets each 前提, each claim holds."""
    for name, bound in tables.items():
        if bound.table.header.span.file in spec.own:
            yield from _of_table(spec, name, bound, mark)
    for check in spec.figure_checks.values():
        if check.header.span.file in spec.own:
            yield from _of_check(spec, check, tables, mark)


def _of_table(spec: Specification, name: str, bound: BoundTable, mark: str) -> Iterator[Entry]:
    from regcheck.registry.assumptions import check_assumptions

    yield _of_file(name, bound, mark)
    yield from (_of_assumption(name, bound, result, mark) for result in check_assumptions(spec, bound))


def _of_check(
    spec: Specification, check: FigureCheck, tables: Mapping[str, BoundTable], mark: str
) -> Iterator[Entry]:
    from regcheck.registry.claims import check_claims

    yield from (_of_claim(check, result, mark) for result in check_claims(spec, check, tables))


def _of_file(name: str, bound: BoundTable, mark: str) -> Entry:
    wrong = [d for d in bound.diagnostics if d.severity is not Severity.INFO]
    verdict = Verdict.REFUTED if wrong else Verdict.PROVED
    return Entry(
        id=f"facts:{name}{mark}",
        family="facts",
        term=item_title(bound.table.header),
        provisions=(provision_label(bound.table.header),),
        verdict=verdict if bound.source is not None else Verdict.NOT_RUN,
        span=bound.table.header.span,
        diagnostic=wrong[0] if wrong else None,
        rests_on=(bound.file,) if bound.source is not None else (),
    )


def _of_assumption(name: str, bound: BoundTable, result: AssumptionResult, mark: str) -> Entry:
    """Rows that lack the facts to tell do not break the 前提; the note says how many."""
    title = item_title(result.assumption.header)
    lacking = f"{len(result.open_rows)}行は事実が不明" if result.open_rows else ""
    return Entry(
        id=f"facts:{name}/{title}{mark}",
        family="facts",
        term=item_title(bound.table.header),
        provisions=(item_title(bound.table.header), provision_label(result.assumption.header)),
        verdict=Verdict.REFUTED if result.broken_by else Verdict.PROVED,
        rests_on=(bound.file,),
        span=bound.table.header.span,
        diagnostic=result.diagnostic,
        note=lacking,
    )


def _of_claim(check: FigureCheck, result: ClaimResult, mark: str) -> Entry:
    unread = result.holds is Kleene.UNKNOWN and result.diagnostic is None
    return Entry(
        id=f"facts:{check.header.name}/{result.text}{mark}",
        family="facts",
        term=item_title(check.header),
        provisions=(provision_label(check.header),),
        verdict=Verdict.NOT_RUN if unread else _VERDICTS[result.holds],
        span=result.claim.span,
        diagnostic=result.diagnostic,
        note="事実表が読めないため" if unread else "",
    )
