"""The façade: paths in, reports out. Everything with an effect goes through here or its helpers.

Owns: which specifications are checked, with which prover, baseline and progress.
Refuses to know: argv, how a check is done, how a report is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from regcheck.analysis import pipeline
from regcheck.analysis.report import Report
from regcheck.app.baseline import BASELINE_NAME, Baseline, read_baseline, unused
from regcheck.app.names import shown_name
from regcheck.app.problems import unreadable
from regcheck.app.projects import Project
from regcheck.app.reading import Loaded, load
from regcheck.frozen import Frozen, replace
from regcheck.model.specification import Specification
from regcheck.proof.question import Prover
from regcheck.source.span import SourceText

Progress = Callable[[int, int], None]


class Workspace(Frozen):
    """How specifications are checked: the solver's budget, the baseline (None: beside the specs), progress."""

    rlimit: int
    baseline: Path | None = None
    progress: Progress | None = None

    def check(self, projects: Sequence[Project]) -> dict[str, Report]:
        """A report for each project by its name."""
        return {project.name: self.check_project(project) for project in projects}

    def check_project(self, project: Project, loaded: Loaded | None = None) -> Report:
        """Read a project and check it; what is wrong with the baseline is part of the report."""
        loaded = loaded or load(project)
        baseline = self._baseline(project)
        inputs = pipeline.Inputs(
            own=loaded.own, files=loaded.files, facts=loaded.facts, known=dict(baseline.known)
        )
        report = pipeline.check(inputs, self.prover, self.progress)
        is_whole = project.own == project.files
        gone = unused(baseline, report.diagnostics) if is_whole else ()
        more = (*loaded.diagnostics, *baseline.diagnostics, *gone)
        return replace(
            report,
            diagnostics=(*report.diagnostics, *more),
            sources={**report.sources, **_source(baseline)},
        )

    def baseline_file(self, project: Project) -> Path:
        """The file that holds the known findings of a project."""
        return self.baseline or project.folder / BASELINE_NAME

    def _baseline(self, project: Project) -> Baseline:
        file = self.baseline_file(project)
        name = shown_name(file)
        try:
            return read_baseline(name, file.read_bytes()) if file.exists() else Baseline()
        except OSError:
            return Baseline(diagnostics=(unreadable(name),))

    def prover(self, specification: Specification) -> Prover:
        """A prover with the budget of this workspace."""
        from regcheck.proof.engine import Z3Prover  # loads the solver; only a check needs it

        return Z3Prover(specification, rlimit=self.rlimit)


def _source(baseline: Baseline) -> Mapping[str, SourceText]:
    return {} if baseline.source is None else {baseline.source.name: baseline.source}
