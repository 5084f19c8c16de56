"""The `full` format: every finding with its place in the text, then the ledger, then one sentence.

Owns: the order of the page for one or several reports.
Refuses to know: files, colours, how a finding or a ledger line looks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.analysis.report import Report
from regcheck.diagnostics.wording import Language
from regcheck.render.ledger import closing, known_findings, ledger
from regcheck.render.page import Line, Page, line

_EMPTY = line()


def full(reports: Mapping[str, Report], language: Language) -> Page:
    """The page for reports by the name of their project."""
    lines: list[Line] = []
    for name, report in reports.items():
        lines += _report(name, report, language)
    return (*lines, closing(tuple(reports.values()), language))


def _report(name: str, report: Report, language: Language) -> Iterator[Line]:
    blocks = (ledger(report, language, _title(name)), known_findings(report, language))
    for block in (_head(report, language), *_findings(report, language), *blocks):
        if block:
            yield from block
            yield _EMPTY


def _head(report: Report, language: Language) -> Page:
    if report.as_of is None:
        return ()
    from regcheck.render.as_of import as_of_page

    return as_of_page(report.as_of, report.assumed, language)[:1]


def _findings(report: Report, language: Language) -> Iterator[Page]:
    for diagnostic in report.diagnostics:
        if not report.is_known(diagnostic):
            from regcheck.render.finding import finding

            yield finding(diagnostic, report.sources, language)


def _title(name: str) -> str:
    """The folder we stand in needs no name."""
    return "" if name == "." else name
