"""From options to a workspace, and from reports to stdout.

Owns: which renderer a format has; specifications that are not there.
Refuses to know: how a report was made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from regcheck.analysis.report import Report
from regcheck.app.config import Config
from regcheck.app.exits import ExitCode
from regcheck.app.projects import Project, find_projects
from regcheck.app.workspace import Workspace
from regcheck.diagnostics.wording import Language
from regcheck.render.concise import concise
from regcheck.render.full import full
from regcheck.render.machine import machine
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import progress, put_text, show


def workspace_for(config: Config, session: Session, baseline: str | None = None) -> Workspace:
    """The workspace that options and settings ask for; a baseline that was named must exist."""
    if baseline is not None and not Path(baseline).is_file():
        raise Mistake(session.texts.no_path.format(name=baseline))
    return Workspace(
        rlimit=config.rlimit,
        baseline=Path(baseline) if baseline is not None else None,
        progress=progress(session.texts.solving),
    )


def projects_of(places: Sequence[Path], session: Session) -> list[Project]:
    """The specifications at some paths. Exits with 2 if a path has none."""
    projects, problems = find_projects(places)
    if problems:
        tell_problems(problems, session.language)
        raise click.exceptions.Exit(ExitCode.USAGE)
    return projects


def one_project(place: Path, session: Session) -> Project:
    """The one specification at a path; more than one is a mistake."""
    projects = projects_of([place], session)
    if len(projects) > 1:
        raise Mistake(session.texts.one_specification.format(name=place, count=len(projects)))
    return projects[0]


def put_reports(reports: Mapping[str, Report], form: str, language: Language) -> None:
    """full and concise are painted on a terminal; json is bytes for programs."""
    if form == "json":
        put_text(machine(reports, language))
    elif form == "concise":
        show(concise(reports, language))
    else:
        show(full(reports, language))
