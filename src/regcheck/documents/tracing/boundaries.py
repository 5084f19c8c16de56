"""The limits that a specification sets, where each of them stands, and the cases just below, at and just above it.

Owns: which words set which limit of the ledger.
Refuses to know: how a case is run, where limits are printed.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from regcheck.analysis.report import Entry, Report
from regcheck.evaluation.sentences import expression_text
from regcheck.frozen import Frozen
from regcheck.model.formula import Comparator
from regcheck.model.specification import Cell as TableCell, Column as TableColumn, RangeCell
from regcheck.model.types import DateType, NumberType
from regcheck.proof.axes import leaves
from regcheck.proof.families.bodies import Text, texts
from regcheck.proof.families.made import Made
from regcheck.proof.limits import Limit, limits_here
from regcheck.proof.phrases import limit_text
from regcheck.source.span import Span


class Cut(Frozen):
    """Words that set a limit, its obligation, and what comes out around it: 病床数 399床は非該当、400床は該当."""

    span: Span
    entry: Entry
    words: str


def cuts_of(report: Report) -> tuple[Cut, ...]:
    """Every limit of the ledger, once for all words that set it."""
    entries = {entry.id: entry for entry in report.entries if entry.family == "boundary"}
    found = (*_in_texts(report, entries), *_in_tables(report, entries))
    return tuple({(cut.span, cut.entry.id, cut.words): cut for cut in found}.values())


def _in_texts(report: Report, entries: dict[str, Entry]) -> Iterator[Cut]:
    for text in texts(report.specification, Made(report.specification)):
        for limit in limits_here(text.label, text.formula):
            fact = expression_text(report.specification, limit.left)
            entry = entries.get(_id(text, fact, limit))
            if entry is not None:
                yield Cut(span=limit.span, entry=entry, words=f"{fact} {_outcome(entry, limit)}")


def _id(text: Text, fact: str, limit: Limit) -> str:
    """The id of the obligation of a limit."""
    return f"boundary:{text.subject}の{fact}/{limit_text(Comparator.EQ, limit.value, limit.unit)}"


def _outcome(entry: Entry, limit: Limit) -> str:
    """What comes of the provision in its own words; where they are not there, only the cases."""
    return _told(entry, f"{limit.label}{_quoted(limit.op, limit.value, limit.unit)}")


def _told(entry: Entry, words: str) -> str:
    if entry.witness is None:
        return ""
    outcomes = (outcome for said, outcome in entry.witness.outcomes if said.endswith(words))
    return next(outcomes, "") or "".join(values for _, values in entry.witness.facts)


def _quoted(op: Comparator, value: Fraction | date, unit: str) -> str:
    """「400床以上」."""
    return f"「{limit_text(op, value, unit)}」"


def _in_tables(report: Report, entries: dict[str, Entry]) -> Iterator[Cut]:
    for table in report.specification.tables.values():
        for at, column in enumerate(table.columns):
            entry = entries.get(f"boundary:{table.header.name}/{column.heading}")
            for row in table.rows if entry is not None else ():
                for words in _limits_of(column, row.cells[at]):
                    assert entry is not None
                    yield Cut(span=row.span, entry=entry, words=f"{column.heading} {_told(entry, words)}")


def _limits_of(column: TableColumn, cell: TableCell) -> Iterator[str]:
    """The limits of a cell in its own words."""
    unit = column.type.unit if isinstance(column.type, NumberType) else ""
    for leaf in leaves([cell]):
        for op, value in _ends(leaf) if isinstance(leaf, RangeCell) else ():
            is_day = isinstance(column.type, DateType)
            yield _quoted(op, date.fromordinal(int(value)) if is_day else value, unit)


def _ends(cell: RangeCell) -> Iterator[tuple[Comparator, Fraction]]:
    if cell.low is not None:
        yield (Comparator.GT if cell.low_strict else Comparator.GE), cell.low
    if cell.high is not None:
        yield (Comparator.LT if cell.high_strict else Comparator.LE), cell.high
