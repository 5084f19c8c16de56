"""From a project to its documents.

Owns: what goes into documents: the report, the fact tables, a prover, the ledger, and the bytes whose hashes they
carry.
Refuses to know: what a document looks like, when one is refused, where it is put.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from regcheck.analysis.facts import bind_tables
from regcheck.analysis.ledger_file import Recorder
from regcheck.analysis.report import Report
from regcheck.app.cases import read_project
from regcheck.app.config import Config
from regcheck.app.drawings import draw, shown_plans
from regcheck.app.ledger import Wanted, inputs_of, ledger_of, recorder_for
from regcheck.app.outlines import ReadOutline, outline_beside
from regcheck.app.projects import Project
from regcheck.app.timelines import versions
from regcheck.app.workspace import Read, Workspace
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.documents.build import Asked, Given, build_documents
from regcheck.documents.drawn import Drawn
from regcheck.documents.instrument.emit import Format
from regcheck.documents.instrument.profile import PROFILES
from regcheck.documents.planning.wanted import Wanted as WantedDocuments
from regcheck.frozen import Frozen, field, replace


class Generated(Frozen):
    """The report of the check, and the documents by POSIX name or why there are none."""

    report: Report
    documents: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Diagnostic, ...] = ()
    is_mistake: bool = False
    """Whether what was asked for is wrong, and not the specification."""
    remarks: tuple[Diagnostic, ...] = ()
    """What a drafter should look at; it refuses nothing."""


def asked_of(config: Config, *, draft: bool, final: bool, only: Sequence[str] = ()) -> Asked:
    """The documents that settings and options ask for."""
    wanted = WantedDocuments(
        formats=tuple(Format(name) for name in config.document_formats),
        profiles=tuple(PROFILES[name] for name in config.profiles),
        instruments=config.instruments,
    )
    return Asked(wanted=wanted, only=tuple(only), draft=draft, final=final)


def generate(workspace: Workspace, project: Project, root: Path, asked: Asked) -> Generated:
    """The documents of a project, or KeyboardInterrupt. Names in them are relative to `root`, so that they do not
    depend on where we stand."""
    checked = checked_for(workspace, project, root)
    if checked.report.interrupted:
        raise KeyboardInterrupt  # half of a proof is no ground for documents
    return documents_of(workspace, checked, asked)


class Checked(Frozen):
    """What was read of a project, what the check found, and what it was written down with."""

    read: Read
    report: Report
    recorder: Recorder


def checked_for(workspace: Workspace, project: Project, root: Path) -> Checked:
    """The check of a project with everything that documents tell of it."""
    read = workspace.read(project, root)
    recorder = recorder_for(Wanted(ledger=True), workspace.rlimit, workspace.memory)
    report = replace(workspace, recorder=lambda: recorder).check_read(read)
    return Checked(read=read, report=report, recorder=recorder)


def documents_of(workspace: Workspace, checked: Checked, asked: Asked) -> Generated:
    """The documents of what was checked."""
    read, project = checked.read, checked.read.project
    is_whole = project.own == project.files
    beside = (outline_beside(project.folder, read.loaded.names) if is_whole else None) or ReadOutline()
    report = replace(checked.report, sources={**checked.report.sources, **beside.sources})
    if beside.diagnostics:
        return Generated(report=report, problems=beside.diagnostics)
    given = _given(workspace, replace(checked, report=report), beside, asked)
    made = build_documents(given, workspace.prover(report.specification), asked)
    return Generated(
        report=report,
        documents=made.files,
        problems=made.diagnostics,
        is_mistake=made.is_mistake,
        remarks=made.remarks,
    )


def _given(workspace: Workspace, checked: Checked, beside: ReadOutline, asked: Asked) -> Given:
    read, report = checked.read, checked.report
    inputs, name = _inputs(workspace, read), read.loaded.names.name_of(read.project.folder)
    return Given(
        report=report,
        facts=bind_tables(report.specification, read.loaded.facts),
        inputs={**inputs, **beside.files},
        record=lambda printed: ledger_of({name: replace(report, printed=tuple(printed))}, {name: inputs}),
        recorder=checked.recorder,
        provers=workspace.prover,
        timelines=_timelines(workspace, read.project, asked),
        outline=beside.outline,
    )


def _timelines(workspace: Workspace, project: Project, asked: Asked) -> tuple[Drawn, ...]:
    found = versions(read_project(project, as_of=workspace.as_of), {})
    drawn = draw(shown_plans(found), draft=asked.draft)
    return tuple(replace(one, spec=version.spec) for one, version in zip(drawn, found, strict=True))


def _inputs(workspace: Workspace, read: Read) -> dict[str, bytes]:
    """Everything that was read, under the names that documents give it."""
    baseline = read.loaded.names.name_of(workspace.baseline_file(read.project))
    return inputs_of(replace(read, baseline_name=baseline))
