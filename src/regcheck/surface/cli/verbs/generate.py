"""regcheck generate SPEC [--out DIR] [--only NAME] [--check] [--force] [--draft] [--final]
[--fix-provisions].

Owns: options and output of the verb, and where documents go by default.
Refuses to know: how documents are made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from regcheck.app.config import Config
from regcheck.app.differences import difference
from regcheck.app.exits import ExitCode, exit_code
from regcheck.app.generating import Generated, asked_of, generate
from regcheck.app.names import shown_name
from regcheck.app.problems import unreadable
from regcheck.app.projects import Project
from regcheck.app.publishing import Changed, Refusal, compare, publish, publish_some
from regcheck.app.restating import restate_provisions
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
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import show, tell, tell_page

_SHOWN = 5
"""Files of which it is shown what would be lost."""


def command() -> click.Command:
    """The verb."""
    params = [
        click.Argument(["spec"], metavar="SPEC"),
        click.Option(["--out"], metavar="DIR"),
        click.Option(["--only"], multiple=True, metavar="NAME"),
        click.Option(["--check"], is_flag=True),
        click.Option(["--force"], is_flag=True),
        click.Option(["--draft"], is_flag=True),
        click.Option(["--final"], is_flag=True),
        click.Option(["--fix-provisions"], is_flag=True),
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
    only: tuple[str, ...],
    check: bool,
    force: bool,
    draft: bool,
    final: bool,
    fix_provisions: bool,
    baseline: str | None,
    config: tuple[str, ...],
    no_cache: bool,
    jobs: str | None,
    as_of: str | None,
) -> int:
    if fix_provisions and check:
        raise Mistake(session.texts.fix_or_check)
    (place,) = existing([spec], session)
    options = {"--no-cache": "false" if no_cache else None, "--jobs": jobs}
    chosen, session = settings(session, place, config, options)
    project, caches = one_project(place, session), caches_for(chosen)
    day = day_of(as_of, session)
    workspace = workspace_for(chosen, session, baseline, caches, day)
    if fix_provisions and not _restate(project, day, session):
        return ExitCode.USAGE
    with answering(session):
        asked = asked_of(chosen, draft=draft, final=final, only=only)
        generated = generate(workspace, project, chosen.root, asked)
    tell_reuse(caches, session)
    if generated.problems:
        return _refuse(project, generated, session)
    tell_problems(generated.remarks, session.language, generated.report.sources)
    folder = Path(out) if out is not None else default_folder(chosen, project, day)
    if check:
        return _compare(folder, generated.documents, only, session)
    return _publish(folder, generated.documents, only, force, session)


def _restate(project: Project, day: date | None, session: Session) -> bool:
    """Rewrite 条項 and say what was changed; False if a file could not be written."""
    with answering(session):
        restated = restate_provisions(project, day)
    for one in restated.changes:
        tell(session.texts.restated.format(item=one.item, old=one.written, new=one.place))
    tell_problems(restated.problems, session.language)
    return not restated.problems


def _publish(
    folder: Path, documents: Mapping[str, bytes], only: Sequence[str], force: bool, session: Session
) -> int:
    refusal = (publish_some if only else publish)(folder, documents, force=force)
    if refusal is not None:
        return _not_written(refusal, session)
    tell(session.texts.written.format(folder=shown_name(folder), count=len(only or documents)))
    return ExitCode.CLEAN


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
    return ExitCode.USAGE if generated.is_mistake else exit_code([report]) or ExitCode.FINDINGS


def _not_written(refusal: Refusal, session: Session) -> int:
    tell_problems([refusal.problem], session.language)
    tell_page(tuple(line(text) for one in refusal.changed[:_SHOWN] for text in _difference(one, session)))
    return ExitCode.USAGE


def _difference(changed: Changed, session: Session) -> Iterator[str]:
    """What would be lost, line by line."""
    texts = session.texts
    if changed.wanted is None:
        yield texts.changed_gone.format(file=changed.name)
        return
    found = difference(changed.there, changed.wanted)
    if found is None:
        yield texts.changed_other.format(file=changed.name)
        return
    yield texts.changed.format(file=changed.name)
    yield from (f"  {text}" for text in found.lines)
    if found.more:
        yield texts.changed_more.format(count=found.more)


def _compare(folder: Path, documents: Mapping[str, bytes], only: Sequence[str], session: Session) -> int:
    try:
        found, texts = compare(folder, documents, only), session.texts
    except OSError:
        tell_problems([unreadable(shown_name(folder))], session.language)
        return ExitCode.USAGE
    said = [texts.stale.format(file=shown_name(folder / name)) for name in found.stale]
    said += [texts.missing.format(file=shown_name(folder / name)) for name in found.missing]
    said += [texts.extra.format(file=shown_name(folder / name)) for name in found.extra]
    show(tuple(line(text) for text in said))
    if said:
        return ExitCode.FINDINGS
    tell(texts.fresh.format(folder=shown_name(folder), count=len(only or documents)))
    return ExitCode.CLEAN
