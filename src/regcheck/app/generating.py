"""From a project to its documents.

Owns: what goes into documents: the report, the fact tables, a prover, the ledger, and the bytes whose hashes they
carry.
Refuses to know: what a document looks like, when one is refused, where it is put.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from regcheck.analysis.facts import bind_tables
from regcheck.analysis.report import Report
from regcheck.app.cases import read_project
from regcheck.app.drawings import draw, shown_plans
from regcheck.app.ledger import Wanted, inputs_of, ledger_of, recorder_for
from regcheck.app.outlines import outline_beside
from regcheck.app.projects import Project
from regcheck.app.timelines import versions
from regcheck.app.workspace import Read, Workspace
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.build import build_documents
from regcheck.frozen import Frozen, replace


class Generated(Frozen):
    """The report of the check, and the documents by POSIX name or why there are none."""

    report: Report
    documents: Mapping[str, bytes]
    problems: tuple[Diagnostic, ...]


def generate(
    workspace: Workspace, project: Project, root: Path, *, draft: bool, final: bool = False
) -> Generated:
    """The documents of a project, or KeyboardInterrupt. Names in them are relative to `root`, so that they do not
    depend on where we stand."""
    read = workspace.read(project, root)
    recorder = recorder_for(Wanted(ledger=True), workspace.rlimit, workspace.memory)
    report = replace(workspace, recorder=recorder).check_read(read)
    if report.interrupted:
        raise KeyboardInterrupt  # half of a proof is no ground for documents
    inputs, name = _inputs(workspace, read), read.loaded.names.name_of(project.folder)
    is_whole = project.own == project.files
    beside = outline_beside(project.folder, read.loaded.names) if is_whole else None
    if beside is not None:
        report = replace(report, sources={**report.sources, **beside.sources})
        if beside.diagnostics:
            return Generated(report=report, documents={}, problems=beside.diagnostics)
    made = build_documents(
        report,
        bind_tables(report.specification, read.loaded.facts),
        workspace.prover(report.specification),
        draft,
        {**inputs, **(beside.files if beside else {})},
        ledger_of({name: report}, {name: inputs}),
        draw(shown_plans(versions(read_project(project, as_of=workspace.as_of), {})), draft=draft),
        beside.outline if beside else None,
        final=final,
    )
    return Generated(report=report, documents=made.files, problems=made.diagnostics)


def _inputs(workspace: Workspace, read: Read) -> dict[str, bytes]:
    """Everything that was read, under the names that documents give it."""
    baseline = read.loaded.names.name_of(workspace.baseline_file(read.project))
    return inputs_of(replace(read, baseline_name=baseline))
