"""The `concise` format: one line per open finding, for grep and for editors.

Owns: path:line:column: severity[code name] headline.
Refuses to know: ledgers, excerpts, colours.
"""

from __future__ import annotations

from collections.abc import Mapping

from regcheck.analysis.report import Report
from regcheck.diagnostics.diagnostic import Diagnostic, Severity
from regcheck.diagnostics.wording import Language, words
from regcheck.render.excerpt import location
from regcheck.render.page import Line, Page, Piece, Role, line

_ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.INFO: Role.INFO}


def concise(reports: Mapping[str, Report], language: Language) -> Page:
    """A line per open finding; a finding without a place names its project."""
    return tuple(
        _line(name, diagnostic, report, language)
        for name, report in reports.items()
        for diagnostic in report.open_findings
    )


def _line(name: str, diagnostic: Diagnostic, report: Report, language: Language) -> Line:
    place = location(diagnostic.place, report.sources) if diagnostic.place else name
    code = Piece(f"{diagnostic.code.id} {diagnostic.code.name}", _ROLES[diagnostic.severity])
    headline = words(diagnostic.payload, language).headline
    return line(Piece(place, Role.PLACE), ": ", code, f" {headline}")
