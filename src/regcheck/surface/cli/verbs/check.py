"""regcheck check [PATHS].

Owns: options and output of the verb.
Refuses to know: how a specification is checked.
"""

from __future__ import annotations

import click

from regcheck.app.exits import exit_code
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.options import (
    baseline_option,
    config_option,
    existing,
    format_option,
    paths_argument,
    settings,
)
from regcheck.surface.cli.output import projects_of, put_reports, workspace_for
from regcheck.surface.cli.session import Session


def command() -> click.Command:
    """The verb."""
    params = [paths_argument(), format_option(), baseline_option(), config_option()]
    return Verb("check", _check, params)


def _check(
    session: Session,
    paths: tuple[str, ...],
    format_: str | None,
    baseline: str | None,
    config: tuple[str, ...],
) -> int:
    places = existing(paths, session)
    chosen, session = settings(session, places[0], config, format_)
    workspace = workspace_for(chosen, session, baseline)
    reports = workspace.check(projects_of(places, session))
    put_reports(reports, chosen.format, session.language)
    return exit_code(reports.values())
