"""From a project to its documents.

Owns: what goes into documents: the report, the fact tables, a prover, and the bytes whose hashes they carry.
Refuses to know: what a document looks like, when one is refused, where it is put.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from regcheck.analysis.facts import bind_tables
from regcheck.analysis.report import Report
from regcheck.app.projects import Project
from regcheck.app.reading import Loaded, load
from regcheck.app.workspace import Workspace
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.build import build_documents
from regcheck.frozen import Frozen


class Generated(Frozen):
    """The report of the check, and the documents by POSIX name or why there are none."""

    report: Report
    documents: Mapping[str, bytes]
    problems: tuple[Diagnostic, ...]


def generate(workspace: Workspace, project: Project, root: Path, *, draft: bool) -> Generated:
    """The documents of a project. Names in them are relative to `root`, so that they do not depend on where we stand."""
    loaded = load(project, root)
    report = workspace.check_project(project, loaded)
    made = build_documents(
        report,
        bind_tables(report.specification, loaded.facts),
        workspace.prover(report.specification),
        draft,
        _inputs(workspace, project, loaded),
    )
    return Generated(report=report, documents=made.files, problems=made.diagnostics)


def _inputs(workspace: Workspace, project: Project, loaded: Loaded) -> dict[str, bytes]:
    """Everything that was read: specs, fact files, and the baseline if there is one."""
    baseline = workspace.baseline_file(project)
    accepted = {loaded.names.name_of(baseline): baseline.read_bytes()} if baseline.is_file() else {}
    return {**loaded.files, **loaded.facts, **accepted}
