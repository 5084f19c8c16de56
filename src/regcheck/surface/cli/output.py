"""From options to a workspace.

Owns: the workspace that settings ask for; specifications that are not there; questions that are refused.
Refuses to know: how a report was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from regcheck.app.config import Config
from regcheck.app.exits import ExitCode
from regcheck.app.projects import Project, find_projects
from regcheck.app.workspace import Workspace
from regcheck.diagnostics.refused import RefusedError
from regcheck.surface.cli.caches import Caches
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import progress


def workspace_for(
    config: Config,
    session: Session,
    baseline: str | None = None,
    caches: Caches | None = None,
    as_of: date | None = None,
) -> Workspace:
    """The workspace that options and settings ask for; a baseline that was named must exist."""
    if baseline is not None and not Path(baseline).is_file():
        raise Mistake(session.texts.no_path.format(name=baseline))
    return Workspace(
        rlimit=config.rlimit,
        baseline=Path(baseline) if baseline is not None else None,
        progress=progress(session.texts.solving),
        memory=caches.verdicts if caches is not None else None,
        jobs=config.jobs,
        kept=session.kept if caches is not None else None,
        more=config.more,
        as_of=as_of,
    )


@contextmanager
def answering(session: Session) -> Iterator[None]:
    """Around what may be refused: it is told, and the run ends as a mistake of usage."""
    try:
        yield
    except RefusedError as refused:
        from regcheck.surface.cli.problems import tell_problems

        tell_problems([refused.problem], session.language)
        raise click.exceptions.Exit(ExitCode.USAGE) from None


def projects_of(places: Sequence[Path], session: Session) -> list[Project]:
    """The specifications at some paths. Exits with 2 if a path has none."""
    projects, problems = find_projects(places)
    if problems:
        from regcheck.surface.cli.problems import tell_problems

        tell_problems(problems, session.language)
        raise click.exceptions.Exit(ExitCode.USAGE)
    return projects


def one_project(place: Path, session: Session) -> Project:
    """The one specification at a path; more than one is a mistake."""
    projects = projects_of([place], session)
    if len(projects) > 1:
        raise Mistake(session.texts.one_specification.format(name=place, count=len(projects)))
    return projects[0]
