"""regcheck generate SPEC [--out DIR] [--check] [--draft] [--final].

Owns: options and output of the verb, and where documents go by default.
Refuses to know: how documents are made.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from regcheck.app.config import Config
from regcheck.app.exits import ExitCode, exit_code
from regcheck.app.generating import Generated, generate
from regcheck.app.names import shown_name
from regcheck.app.projects import Project
from regcheck.app.publishing import compare, publish
from regcheck.render.full import full
from regcheck.render.page import line
from regcheck.surface.cli.caches import caches_for, tell_reuse
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.options import (
    as_of_option,
    baseline_option,
    config_option,
    day_of,
    existing,
    jobs_option,
    no_cache_option,
    settings,
)
from regcheck.surface.cli.output import answering, one_project, workspace_for
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Session
from regcheck.surface.cli.terminal import show, tell, tell_page


def command() -> click.Command:
    """The verb."""
    params = [
        click.Argument(["spec"], metavar="SPEC"),
        click.Option(["--out"], metavar="DIR"),
        click.Option(["--check"], is_flag=True),
        click.Option(["--draft"], is_flag=True),
        click.Option(["--final"], is_flag=True),
        baseline_option(),
        config_option(),
        no_cache_option(),
        jobs_option(),
        as_of_option(),
    ]
    return Verb("generate", _generate, params)


def _generate(
    session: Session,
    spec: str,
    out: str | None,
    check: bool,
    draft: bool,
    final: bool,
    baseline: str | None,
    config: tuple[str, ...],
    no_cache: bool,
    jobs: str | None,
    as_of: str | None,
) -> int:
    (place,) = existing([spec], session)
    options = {"--no-cache": "false" if no_cache else None, "--jobs": jobs}
    chosen, session = settings(session, place, config, options)
    project, caches = one_project(place, session), caches_for(chosen)
    day = day_of(as_of, session)
    workspace = workspace_for(chosen, session, baseline, caches, day)
    with answering(session):
        generated = generate(workspace, project, chosen.root, draft=draft, final=final)
    tell_reuse(caches, session)
    if generated.problems:
        return _refuse(project, generated, session)
    folder = Path(out) if out is not None else default_folder(chosen, project, day)
    if check:
        return _compare(folder, generated.documents, session)
    return _publish(folder, generated.documents, session)


def default_folder(config: Config, project: Project, day: date | None = None) -> Path:
    """generated/<name of the specification's folder, or of the one file>, below the root of the project; the law of
    one day does not take the place of that of all days."""
    whole = project.own == project.files
    name = project.folder.resolve().name if whole else project.own[0].stem
    return config.out / (name if day is None else f"{name}@{day.isoformat()}")


def _refuse(project: Project, generated: Generated, session: Session) -> int:
    """What the check found, and why there are no documents: all of it talk, for nothing was made."""
    report = generated.report
    if not report.is_green:
        tell_page(full({project.name: report}, session.language))
    tell_problems(generated.problems, session.language, report.sources)
    return exit_code([report]) or ExitCode.FINDINGS


def _publish(folder: Path, documents: Mapping[str, bytes], session: Session) -> int:
    problem = publish(folder, documents)
    if problem is not None:
        tell_problems([problem], session.language)
        return ExitCode.USAGE
    tell(session.texts.written.format(folder=shown_name(folder), count=len(documents)))
    return ExitCode.CLEAN


def _compare(folder: Path, documents: Mapping[str, bytes], session: Session) -> int:
    found, texts = compare(folder, documents), session.texts
    said = [texts.stale.format(file=shown_name(folder / name)) for name in found.stale]
    said += [texts.missing.format(file=shown_name(folder / name)) for name in found.missing]
    said += [texts.extra.format(file=shown_name(folder / name)) for name in found.extra]
    show(tuple(line(text) for text in said))
    if said:
        return ExitCode.FINDINGS
    tell(texts.fresh.format(folder=shown_name(folder), count=len(documents)))
    return ExitCode.CLEAN
