"""The `json` format: one object for programs, regcheck-report/1.

Owns: the shape that report-1.schema.json publishes, for one or several reports.
Refuses to know: terminals, files, how findings and verdicts are made.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from regcheck.analysis.report import Entry, Report
from regcheck.diagnostics.diagnostic import Diagnostic, Evidence, Example, Step
from regcheck.diagnostics.wording import Language, words
from regcheck.proof.verdict import Verdict, worst
from regcheck.render.as_of import as_of_keys
from regcheck.render.excerpt import position
from regcheck.render.page import visible

SCHEMA = "regcheck-report/1"

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def machine(reports: Mapping[str, Report], language: Language) -> str:
    """The object as text that ends with a line break; keys stand in the order of the schema."""
    return json.dumps(report_object(reports, language), ensure_ascii=False, indent=2) + "\n"


def report_object(reports: Mapping[str, Report], language: Language) -> dict[str, Json]:
    """The object itself."""
    return {
        "schema": SCHEMA,
        **_as_of(reports),
        "summary": _summary(reports),
        "obligations": [_obligation(entry) for report in reports.values() for entry in report.entries],
        "diagnostics": [
            _diagnostic(diagnostic, report, language)
            for report in reports.values()
            for diagnostic in report.diagnostics
        ],
    }


def _as_of(reports: Mapping[str, Report]) -> dict[str, Json]:
    """Every report of a run is of one day."""
    days = {report.as_of for report in reports.values()}
    assumed = dict.fromkeys(name for report in reports.values() for name in report.assumed)
    return dict(as_of_keys(next(iter(days)), list(assumed))) if days else {}


def _summary(reports: Mapping[str, Report]) -> dict[str, Json]:
    counts = Counter(entry.verdict for report in reports.values() for entry in report.entries)
    return {
        "projects": list(reports),
        "verdict": worst(report.verdict for report in reports.values()),
        "obligations": sum(counts.values()),
        "verdicts": {verdict: counts[verdict] for verdict in Verdict if counts[verdict]},
        "findings": sum(len(report.open_findings) for report in reports.values()),
        "known": sum(report.is_known(d) for report in reports.values() for d in report.diagnostics),
    }


def _obligation(entry: Entry) -> dict[str, Json]:
    return {
        "id": entry.id,
        "family": entry.family,
        "term": entry.term,
        "provisions": list(entry.provisions),
        "verdict": entry.verdict,
        "rests_on": list(entry.rests_on),
        "witness": _witness(entry.witness),
    }


def _witness(evidence: Evidence | None) -> Json:
    if evidence is None:
        return None
    return {
        **told_case(evidence),
        "run": [_step(step) for step in evidence.run],
        "absent": list(evidence.absent),
        "example": _example(evidence.example),
        "further": [_witness(other) for other in evidence.further],
        "is_all": evidence.is_all,
    }


def told_case(evidence: Evidence) -> dict[str, Json]:
    """The facts of a case, what follows from them, and the case as a 事例."""
    return {"facts": dict(evidence.facts), "outcomes": dict(evidence.outcomes), "snippet": evidence.snippet}


def _step(step: Step) -> Json:
    return {
        "day": step.day.isoformat(),
        "what": step.what,
        "who": step.who or None,
        "counts": dict(step.counts),
        "provisions": list(step.provisions),
    }


def _example(example: Example | None) -> Json:
    if example is None:
        return None
    return {"name": example.name, "facts": dict(example.facts), "others": example.others}


def _diagnostic(diagnostic: Diagnostic, report: Report, language: Language) -> dict[str, Json]:
    said = words(diagnostic.payload, language)
    file, line, column = _place(diagnostic, report)
    return {
        "code": diagnostic.code.id,
        "name": diagnostic.code.name,
        "severity": diagnostic.severity,
        "message": visible(said.headline),
        "file": file,
        "line": line,
        "column": column,
        "provisions": list(diagnostic.provisions),
        "advice": said.advice,
        "fingerprint": diagnostic.fingerprint,
        "known": report.known[diagnostic.fingerprint].reason if report.is_known(diagnostic) else None,
    }


def _place(diagnostic: Diagnostic, report: Report) -> tuple[str | None, int | None, int | None]:
    span = diagnostic.place
    if span is None:
        return None, None, None
    source = report.sources.get(span.file)
    return (span.file, None, None) if source is None else (span.file, *position(span, source))
