"""The façade: paths in, reports out. Everything with an effect goes through here or its helpers.

Owns: which specifications are checked, with which prover, baseline and progress.
Refuses to know: argv, how a check is done, how a report is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from regcheck.app.ahead import Ahead
from regcheck.app.names import shown_name
from regcheck.app.projects import Project
from regcheck.app.reading import Loaded, load
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.frozen import Frozen, replace

if TYPE_CHECKING:  # a check that was made before needs none of this
    from concurrent.futures import Executor

    from regcheck.analysis.ledger_file import Recorder
    from regcheck.analysis.report import Report
    from regcheck.app.baseline import Baseline
    from regcheck.app.cache import Verdicts
    from regcheck.model.specification import Specification
    from regcheck.proof.libz3 import Context
    from regcheck.proof.question import Prover
    from regcheck.proof.work import Hands

BASELINE_NAME = "baseline.toml"

PAYS = 1_500
"""Weight of obligations above which more processes than one save time worth the work that is then done twice."""

_PAYS_ANEW = 400
"""Questions above which processes that begin anew save time."""

Progress = Callable[[int, int], None]


class Read(Frozen):
    """The files of a project, and its baseline, or what is wrong with that, or None if it has none."""

    project: Project
    loaded: Loaded
    baseline_name: str
    baseline: bytes | Diagnostic | None = None


class Workspace(Frozen):
    """How specifications are checked: the solver's budget, the baseline (None: beside the specs), progress."""

    rlimit: int
    baseline: Path | None = None
    progress: Progress | None = None
    memory: Verdicts | None = None
    """Where answers of earlier runs are."""
    jobs: int | None = 1
    """Processes that prove at the same time; None for as many as pay on this machine."""
    kept: list[object] | None = None
    """Where provers stay until the process ends: to take their terms apart costs time that nobody gains by."""
    more: int = 0
    """Counterexamples told of a finding, besides the first."""
    recorder: Callable[[], Recorder] | None = None
    """Makes what makes accounts of verdicts. It is called once the texts are read by another, for it may load a lot."""
    briefly: bool = False
    """Whether findings that are accepted are told by their headline alone."""
    as_of: date | None = None
    """The day as of which the law is read; None for every day."""

    def check(self, projects: Sequence[Project]) -> dict[str, Report]:
        """A report for each project by its name."""
        return {project.name: self.check_read(self.read(project)) for project in projects}

    def read(self, project: Project, base: Path | None = None) -> Read:
        """All that a check reads; names are relative to `base` (None: where we stand)."""
        file = self.baseline_file(project)
        name = shown_name(file)
        return Read(
            project=project, loaded=load(project, base), baseline_name=name, baseline=_content(file, name)
        )

    def check_read(self, read: Read) -> Report:
        """Check what was read; what is wrong with the baseline is part of the report. The texts are read by a copy of
        this process, if that pays, while the rest is loaded; the solver is set up while obligations are made."""
        from regcheck.app.forks import see_off
        from regcheck.app.shared_reading import SharedReading

        with SharedReading(read.loaded.files, self._processes()) as reading:
            recorder = self.recorder() if self.recorder is not None else None
            if reading.is_shared:
                _load()
                reading.finish()
        try:
            with Ahead(_unused_context) as ahead:
                return self._checked(read, recorder, lambda spec: self.prover(spec, ahead.take()))
        finally:
            see_off()

    def _checked(
        self, read: Read, recorder: Recorder | None, prover: Callable[[Specification], Prover]
    ) -> Report:
        from regcheck.analysis import pipeline
        from regcheck.app.baseline import unused

        loaded, baseline = read.loaded, accepted(read)
        inputs = pipeline.Inputs(
            own=loaded.own,
            files=loaded.files,
            facts=loaded.facts,
            known=dict(baseline.known),
            as_of=self.as_of,
        )
        report = pipeline.check(
            inputs,
            prover,
            self.progress,
            recorder,
            hands=self._hands(),
            more=self.more,
            briefly=self.briefly and recorder is None,
        )
        is_whole = read.project.own == read.project.files and not report.interrupted and self.as_of is None
        gone = unused(baseline, report.diagnostics) if is_whole else ()
        source = {} if baseline.source is None else {baseline.source.name: baseline.source}
        return replace(
            report,
            diagnostics=(*report.diagnostics, *loaded.diagnostics, *baseline.diagnostics, *gone),
            sources={**report.sources, **source},
        )

    def _hands(self) -> Hands:
        """Who proves: this process, and copies of it where there can be any."""
        from regcheck.app.crew import Crew

        return Crew(hands=self._processes(), memory=self.memory, pays=PAYS)

    def _processes(self) -> int:
        """How many work at the same time."""
        from regcheck.app.forks import processors

        return processors() if self.jobs is None else self.jobs

    def baseline_file(self, project: Project) -> Path:
        """The file that holds the known findings of a project."""
        return self.baseline or project.folder / BASELINE_NAME

    def prover(self, specification: Specification, context: Context | None = None) -> Prover:
        """A prover with the budget of this workspace, that remembers if the workspace does; with a context of the
        solver that was made for it."""
        from regcheck.app.forks import has_copies
        from regcheck.proof.engine import Z3Prover  # loads the solver; only a check needs it

        home = Z3Prover(specification, rlimit=self.rlimit, context=context)
        prover: Prover = home
        if self.jobs is not None and self.jobs > 1 and not has_copies():
            from regcheck.proof.pool import PooledProver

            prover = PooledProver(specification, self.rlimit, home, self.executors, least=_PAYS_ANEW)
        if self.memory is not None:
            from regcheck.proof.memory import RememberingProver

            prover = RememberingProver(prover, home, self.memory)
        if self.kept is not None:
            self.kept.append(prover)
        return prover

    def executors(self) -> Executor:
        """Processes of this machine."""
        from concurrent.futures import ProcessPoolExecutor

        return ProcessPoolExecutor(self.jobs, initializer=_leave_interruptions_alone)


def _unused_context() -> Context:
    from regcheck.proof.libz3 import Context

    return Context()


def _load() -> None:
    """What a check of more than a few items uses, up to what is printed of it."""
    import sqlite3  # noqa: F401  # with the next

    import regcheck.analysis.pipeline
    import regcheck.app.baseline
    import regcheck.app.crew
    import regcheck.proof.engine
    import regcheck.proof.families.property
    import regcheck.proof.keys
    import regcheck.proof.memory
    import regcheck.render.full  # noqa: F401


def _leave_interruptions_alone() -> None:
    """Ctrl-C reaches every process of a terminal; the one that prints decides what is made of it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _content(baseline: Path, name: str) -> bytes | Diagnostic | None:
    try:
        return baseline.read_bytes() if baseline.exists() else None
    except OSError:
        from regcheck.app.problems import unreadable

        return unreadable(name)


def accepted(read: Read) -> Baseline:
    """The findings that the baseline accepts."""
    from regcheck.app.baseline import Baseline, read_baseline

    match read.baseline:
        case None:
            return Baseline()
        case Diagnostic() as problem:
            return Baseline(diagnostics=(problem,))
        case data:
            return read_baseline(read.baseline_name, data)
