"""regcheck baseline add FINGERPRINT --reason TEXT [PATHS].

Owns: options and talk of the verb.
Refuses to know: how findings are made and how the file is written.
"""

from __future__ import annotations

import click

from regcheck.app.accepting import add_line, findings_with, known_finding
from regcheck.app.exits import ExitCode
from regcheck.app.names import shown_name
from regcheck.app.problems import unwritable
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.surface.cli.commands import OneOf, Verb
from regcheck.surface.cli.options import (
    as_of_option,
    config_option,
    day_of,
    existing,
    paths_argument,
    settings,
)
from regcheck.surface.cli.output import answering, projects_of, workspace_for
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import tell


def command() -> click.Command:
    """The verb."""
    params: list[click.Parameter] = [
        click.Argument(["action"], metavar="add", type=OneOf(("add",)), expose_value=False),
        click.Argument(["fingerprint"], metavar="FINGERPRINT"),
        paths_argument(),
        click.Option(["--reason"], metavar="TEXT", required=True),
        config_option(),
        as_of_option(),
    ]
    return Verb("baseline", _baseline, params)


def _baseline(
    session: Session,
    fingerprint: str,
    paths: tuple[str, ...],
    reason: str,
    config: tuple[str, ...],
    as_of: str | None,
) -> int:
    if not reason.strip():
        raise Mistake(session.texts.missing_value.format(name="--reason"))
    places = existing(paths, session)
    chosen, session = settings(session, places[0], config)
    workspace = workspace_for(chosen, session, as_of=day_of(as_of, session))
    projects = {project.name: project for project in projects_of(places, session)}
    with answering(session):
        reports = workspace.check(list(projects.values()))
    if any(report.interrupted for report in reports.values()):
        raise KeyboardInterrupt
    name, diagnostic = _only(findings_with(reports, fingerprint), fingerprint, session)
    if reports[name].is_known(diagnostic):
        raise Mistake(session.texts.already_accepted)
    file = workspace.baseline_file(projects[name])
    try:
        add_line(file, known_finding(diagnostic, reason))
    except OSError:
        tell_problems([unwritable(shown_name(file))], session.language)
        return ExitCode.USAGE
    tell(session.texts.accepted.format(file=shown_name(file), code=diagnostic.code.id))
    return 0


def _only(found: list[tuple[str, Diagnostic]], fingerprint: str, session: Session) -> tuple[str, Diagnostic]:
    if not found:
        raise Mistake(session.texts.no_finding.format(name=fingerprint))
    if len(found) > 1:
        raise Mistake(session.texts.many_findings.format(name=fingerprint, count=len(found)))
    return found[0]
