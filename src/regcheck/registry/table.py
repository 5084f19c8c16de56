"""A fact table that has been read: rows as records, with their places in the file.

Owns: the shape of a bound table.
Refuses to know: files, formats, what is claimed of the rows.
"""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.diagnostics.diagnostic import Diagnostic, Severity
from regcheck.frozen import Frozen, field
from regcheck.model.case import Record
from regcheck.model.specification import FactTable
from regcheck.source.span import SourceText, Span


class BoundRow(Frozen):
    """One row. `key` names it (名称 as written, or 3行目); `cells` are the texts by heading, also of unused columns."""

    key: str
    record: Record
    line_number: int
    span: Span
    cells: Mapping[str, str] = field(default_factory=dict)


class BoundTable(Frozen):
    """The rows of a 事実表. `source` is the text that the spans of rows point into (of a workbook, a rendering)."""

    table: FactTable
    file: str
    rows: tuple[BoundRow, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    source: SourceText | None = None

    @property
    def is_sound(self) -> bool:
        """Whether the file was read without an error."""
        return not any(d.severity is Severity.ERROR for d in self.diagnostics)
