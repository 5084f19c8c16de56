"""regcheck sensitivity SPEC [--limit WORDS].

Owns: options and output of the verb.
Refuses to know: how break points are found.
"""

from __future__ import annotations

import click

from regcheck.app.exits import ExitCode
from regcheck.app.sensitivity import moved
from regcheck.render.as_of import as_of_page
from regcheck.render.sensitivity import sensitivity_page, sensitivity_text
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.options import as_of_option, day_of, existing, format_option, settings
from regcheck.surface.cli.output import answering, one_project
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import put_text, show

_NEAREST = 3
"""Turning points each way, unless limits are chosen."""


def command() -> click.Command:
    """The verb."""
    params = [
        click.Argument(["spec"], metavar="SPEC"),
        click.Option(["--limit", "words"], metavar="WORDS"),
        format_option("full", "json"),
        as_of_option(),
    ]
    return Verb("sensitivity", _sensitivity, params)


def _sensitivity(
    session: Session, spec: str, words: str | None, format_: str | None, as_of: str | None
) -> int:
    (place,) = existing([spec], session)
    config, session = settings(session, place)
    project, day = one_project(place, session), day_of(as_of, session)
    with answering(session):
        found = moved(project, words or "", day)
    if found.errors:
        tell_problems(found.errors, session.language, found.sources)
        return ExitCode.FINDINGS
    if words is not None and not found.limits:
        raise Mistake(session.texts.no_limit.format(words=words))
    form = format_ or ("json" if config.format == "json" else "full")
    if form == "json":
        put_text(sensitivity_text(found.limits, day, found.assumed))
    else:
        head = as_of_page(day, found.assumed, session.language)
        nearest = _NEAREST if words is None else None
        show((*head, *sensitivity_page(found.limits, session.language, nearest)))
    return ExitCode.CLEAN
