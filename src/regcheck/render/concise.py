"""The `concise` format: one line per open finding, for grep and for editors.

Owns: path:line:column: code name headline, and lines of the same form for further cases.
Refuses to know: ledgers, excerpts, colours.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from regcheck.analysis.report import Report
from regcheck.diagnostics.diagnostic import Diagnostic, Evidence, Severity
from regcheck.diagnostics.wording import Language, words
from regcheck.render.as_of import as_of_page
from regcheck.render.excerpt import location
from regcheck.render.finding import example_text
from regcheck.render.labels import Labels, labels
from regcheck.render.page import Line, Page, Piece, Role, line

_ROLES = {Severity.ERROR: Role.ERROR, Severity.WARNING: Role.WARNING, Severity.INFO: Role.INFO}


def concise(reports: Mapping[str, Report], language: Language) -> Page:
    """A line per open finding; a finding without a place names its project."""
    return tuple(one for name, report in reports.items() for one in _of_report(name, report, language))


def _of_report(name: str, report: Report, language: Language) -> Iterator[Line]:
    """The day as of which the law was read, if it is one, and the findings."""
    for head in as_of_page(report.as_of, report.assumed, language)[:1]:
        yield line(f"{name}: ", *head)
    for diagnostic in report.open_findings:
        yield from _lines(name, diagnostic, report, language)


def _lines(name: str, diagnostic: Diagnostic, report: Report, language: Language) -> Iterator[Line]:
    """The finding, with the row of a 事実表 that shows it; then a line for each further case."""
    place = location(diagnostic.place, report.sources) if diagnostic.place else name
    start = (
        Piece(place, Role.PLACE),
        ": ",
        Piece(f"{diagnostic.code.id} {diagnostic.code.name}", _ROLES[diagnostic.severity]),
    )
    headline, names = words(diagnostic.payload, language).headline, labels(language)
    evidence = diagnostic.evidence or Evidence()
    yield line(*start, f" {headline}{_example(evidence, names)}")
    for number, other in enumerate(evidence.further, 1):
        told = names.comma.join(" ".join(fact) for fact in other.facts)
        label = names.further.format(number=number)
        yield line(*start, f" {label}{names.colon}{told}{_example(other, names)}")


def _example(evidence: Evidence, names: Labels) -> str:
    told = example_text(evidence.example, names)
    return names.aside.format(text=f"{names.example}{names.colon}{told}") if told else ""
