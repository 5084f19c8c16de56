"""Every row of a fact table meets the 前提 of its 対象.

Owns: which rows break a 前提, and how many are open because facts are 不明.
Refuses to know: files, proofs that rest on the 前提.
"""

from __future__ import annotations

from collections.abc import Iterator

from regcheck.diagnostics.codes.claims import RowsAgainstAssumption
from regcheck.diagnostics.diagnostic import Annotation, Diagnostic
from regcheck.evaluation.evaluate import evaluate
from regcheck.evaluation.kleene import FALSE, TRUE, UNKNOWN, Kleene, conjunction
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
    subjects = {record.subject for row in table.rows for record in _records(row.record)}
    return tuple(_check(spec, a, table) for a in spec.assumptions.values() if a.subject in subjects)


def _check(spec: Specification, assumption: Assumption, table: BoundTable) -> AssumptionResult:
    truths = [(row, _truth(spec, assumption, row.record)) for row in table.rows]
    broken = tuple(row for row, truth in truths if truth is FALSE)
    return AssumptionResult(
        assumption=assumption,
        broken_by=broken,
        open_rows=tuple(row for row, truth in truths if truth is UNKNOWN),
        diagnostic=_diagnostic(assumption, table, broken) if broken else None,
    )


def _truth(spec: Specification, assumption: Assumption, record: Record) -> Kleene:
    """Of the record and of those inside it that the 前提 speaks of."""
    about = [inner for inner in _records(record) if inner.subject == assumption.subject]
    return conjunction(evaluate(spec, assumption.body, inner).truth for inner in about)


def _records(record: Record) -> Iterator[Record]:
    yield record
    for value in record.facts.values():
        if isinstance(value, Record):
            yield from _records(value)


def _diagnostic(assumption: Assumption, table: BoundTable, broken: tuple[BoundRow, ...]) -> Diagnostic:
    rows = [Annotation(span=r.span, label=r.key, primary=i == 0) for i, r in enumerate(broken[:_SHOWN])]
    payload = RowsAgainstAssumption(
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
