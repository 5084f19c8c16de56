"""regcheck sensitivity SPEC [--limit WORDS].

Owns: options and output of the verb.
Refuses to know: how break points are found.
"""

from __future__ import annotations

import click

from regcheck.app.exits import ExitCode
from regcheck.app.sensitivity import moved
from regcheck.render.sensitivity import sensitivity_page, sensitivity_text
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.options import existing, format_option, settings
from regcheck.surface.cli.output import one_project
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
    ]
    return Verb("sensitivity", _sensitivity, params)


def _sensitivity(session: Session, spec: str, words: str | None, format_: str | None) -> int:
    (place,) = existing([spec], session)
    config, session = settings(session, place)
    found = moved(one_project(place, session), words or "")
    if found.errors:
        tell_problems(found.errors, session.language, found.sources)
        return ExitCode.FINDINGS
    if words is not None and not found.limits:
        raise Mistake(session.texts.no_limit.format(words=words))
    form = format_ or ("json" if config.format == "json" else "full")
    if form == "json":
        put_text(sensitivity_text(found.limits))
    else:
        show(sensitivity_page(found.limits, session.language, _NEAREST if words is None else None))
    return ExitCode.CLEAN
