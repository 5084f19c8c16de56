"""regcheck check [PATHS].

Owns: options and output of the verb.
Refuses to know: how a specification is checked.
"""

from __future__ import annotations

import sys

import click

from regcheck.app.checking import Form, print_check
from regcheck.app.exits import ExitCode
from regcheck.surface.cli.caches import caches_for, tell_reuse
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.options import (
    as_of_option,
    baseline_option,
    config_option,
    day_of,
    existing,
    format_option,
    jobs_option,
    more_option,
    no_cache_option,
    paths_argument,
    settings,
)
from regcheck.surface.cli.output import answering, projects_of, workspace_for
from regcheck.surface.cli.records import Records, record_options
from regcheck.surface.cli.session import Session
from regcheck.surface.cli.terminal import has_colours, put_text, show_text, tell


def command() -> click.Command:
    """The verb."""
    params = [
        paths_argument(),
        format_option(),
        baseline_option(),
        config_option(),
        no_cache_option(),
        jobs_option(),
        more_option(),
        as_of_option(),
        *record_options(),
    ]
    return Verb("check", _check, params)


def _check(
    session: Session,
    paths: tuple[str, ...],
    format_: str | None,
    baseline: str | None,
    config: tuple[str, ...],
    no_cache: bool,
    jobs: str | None,
    more: str | None,
    as_of: str | None,
    ledger: str | None,
    certify: bool,
    dump_smt: str | None,
) -> int:
    places = existing(paths, session)
    enabled = "false" if no_cache else None
    options = {"--format": format_, "--no-cache": enabled, "--jobs": jobs, "--more": more}
    chosen, session = settings(session, places[0], config, options)
    caches = caches_for(chosen)
    records = Records(ledger, dump_smt, certify=certify)
    workspace = records.recording(
        workspace_for(chosen, session, baseline, caches, day_of(as_of, session)), session
    )
    read = [workspace.read(project) for project in projects_of(places, session)]
    colours = chosen.format != "json" and has_colours(sys.stdout)
    form = Form(name=chosen.format, language=session.language, colours=colours)
    kept = caches.runs if caches is not None and not records else None
    with answering(session):
        printed = print_check(workspace, read, form, kept)
    put = put_text if chosen.format == "json" else show_text
    put(printed.text)
    if printed.was_kept:
        tell(session.texts.kept.format(count=printed.obligations))
    tell_reuse(caches, session)
    if printed.interrupted:
        tell(session.texts.interrupted)
        return ExitCode.INTERRUPTED
    return records.leave(printed, read, session)
