"""Every row of a fact table meets the 前提 of its 対象.

Owns: which rows break a 前提, and how many are open because facts are 不明.
Refuses to know: files, proofs that rest on the 前提.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics import codes
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene
from regcheck.evaluation.truth import truths_of
from regcheck.frozen import Frozen
from regcheck.model.case import Record
from regcheck.model.provisions import item_title, provision_label
from regcheck.model.specification import Assumption, Specification
from regcheck.registry.table import BoundRow, BoundTable

_SHOWN = 5


class AssumptionResult(Frozen):
    """One 前提 asked of all rows. `open_rows` lack facts; that is no fault."""

    assumption: Assumption
    broken_by: tuple[BoundRow, ...]
    open_rows: tuple[BoundRow, ...]
    diagnostic: Diagnostic | None = None

    @property
    def holds(self) -> Kleene:
        """FALSE if a row breaks it; UNKNOWN if none does but some are open."""
        return FALSE if self.broken_by else UNKNOWN if self.open_rows else TRUE


def check_assumptions(spec: Specification, table: BoundTable) -> tuple[AssumptionResult, ...]:
    """A result for each 前提 that speaks of a record that the rows contain."""
    inside = dict[str, list[tuple[BoundRow, Record]]]()
    for row in table.rows:
        for record in _records(row.record):
            inside.setdefault(record.subject, []).append((row, record))
    about = (a for a in spec.assumptions.values() if a.subject in inside)
    return tuple(_check(spec, a, table, inside[a.subject]) for a in about)


def _check(
    spec: Specification, assumption: Assumption, table: BoundTable, asked: list[tuple[BoundRow, Record]]
) -> AssumptionResult:
    """`asked` are the records that the 前提 speaks of, each with the row that it is or lies in."""
    truths = truths_of(spec, assumption.body, [record for _, record in asked])
    by_truth: dict[Kleene, dict[int, BoundRow]] = {FALSE: {}, UNKNOWN: {}, TRUE: {}}
    for (row, _), truth in zip(asked, truths, strict=True):
        by_truth[truth][row.line_number] = row
    broken = tuple(by_truth[FALSE].values())
    still = (row for number, row in by_truth[UNKNOWN].items() if number not in by_truth[FALSE])
    return AssumptionResult(
        assumption=assumption,
        broken_by=broken,
        open_rows=tuple(still),
        diagnostic=_diagnostic(assumption, table, broken) if broken else None,
    )


def _records(record: Record) -> Iterator[Record]:
    yield record
    for value in record.facts.values():
        if isinstance(value, Record):
            yield from _records(value)


def _diagnostic(assumption: Assumption, table: BoundTable, broken: tuple[BoundRow, ...]) -> Diagnostic:
    rows = [Annotation(span=r.span, label=r.key, primary=i == 0) for i, r in enumerate(broken[:_SHOWN])]
    payload = codes.claims.RowsAgainstAssumption(
        assumption=assumption.header.name,
        table=table.table.header.name,
        rows=tuple(row.key for row in broken),
        file=table.file,
    )
    place = Annotation(span=assumption.header.span, label=item_title(assumption.header), primary=False)
    return Diagnostic(
        payload=payload,
        annotations=(*rows, place),
        provisions=(provision_label(assumption.header),),
        anchor=f"{item_title(table.table.header)}/{item_title(assumption.header)}",
    )
