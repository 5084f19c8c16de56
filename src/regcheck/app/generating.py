"""From a specification to its documents: check, print, prove the print, lay out.

Owns: the order of these steps, when they stop, and the hashes of what went in.
Refuses to know: what a document looks like, where it is put.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from regcheck.analysis.report import Report
from regcheck.app.problems import about
from regcheck.app.projects import Project
from regcheck.app.reading import Loaded, load
from regcheck.app.workspace import Workspace
from regcheck.diagnostics.codes.files import NotGreen
from regcheck.diagnostics.diagnostic import Diagnostic, Severity
from regcheck.documents.folder import document_files
from regcheck.documents.printed import print_specification
from regcheck.documents.prove_print import prove_print


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """The report of the check, and the documents by POSIX name or why there are none."""

    report: Report
    documents: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()


def generate(workspace: Workspace, project: Project, root: Path, *, draft: bool) -> Generated:
    """The documents of a project. Names in them are relative to `root`, so that they do not depend on where we stand.

    Without `draft` there are none unless the report is green. Words that are not proved are never printed.
    """
    loaded = load(project, root)
    report = workspace.check_project(project, loaded)
    if not report.is_green and not draft:
        return Generated(report=report, problems=(_not_green(project, report),))
    printed = print_specification(report.specification)
    prover = workspace.prover(report.specification)
    problems = (*printed.diagnostics, *prove_print(report.specification, printed, prover))
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Generated(report=report, problems=problems)
    documents = document_files(report, printed, inputs=hashes(loaded), draft=draft)
    return Generated(report=report, documents=dict(sorted(documents.items())))


def hashes(loaded: Loaded) -> dict[str, str]:
    """SHA-256 of every file that went in, by name."""
    data = {**loaded.files, **loaded.facts}
    return {name: sha256(data[name]).hexdigest() for name in sorted(data)}


def _not_green(project: Project, report: Report) -> Diagnostic:
    unproved = sum(
        not entry.verdict.is_green
        and not (entry.diagnostic is not None and report.is_known(entry.diagnostic))
        for entry in report.entries
    )
    return about(project.name, NotGreen(findings=len(report.open_findings), unproved=unproved))
