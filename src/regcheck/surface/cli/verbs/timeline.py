"""regcheck timeline SPEC --from EVENT=DAY [--procedure NAME] [--format FORMAT] [-o FILE].

Owns: options and output of the verb.
Refuses to know: how a plan is made and drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from regcheck.app.exits import ExitCode
from regcheck.app.timelines import Timelines, timelines
from regcheck.app.writing import replace_file
from regcheck.render.page import Page, plain
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.days import given_day
from regcheck.surface.cli.options import as_of_option, day_of, existing, format_option, settings
from regcheck.surface.cli.output import answering, one_project
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import put_text, show

_FORMATS = ("text", "svg", "json", "html")


def command() -> click.Command:
    """The verb."""
    params = [
        click.Argument(["spec"], metavar="SPEC"),
        click.Option(["--from", "days"], multiple=True, metavar="EVENT=DAY"),
        click.Option(["--procedure"], metavar="NAME"),
        format_option(*_FORMATS),
        click.Option(["--output", "-o"], metavar="FILE"),
        as_of_option(),
    ]
    return Verb("timeline", _timeline, params)


def _timeline(
    session: Session,
    spec: str,
    days: tuple[str, ...],
    procedure: str | None,
    format_: str | None,
    output: str | None,
    as_of: str | None,
) -> int:
    (place,) = existing([spec], session)
    config, session = settings(session, place)
    chosen, day = _chosen(days, session), day_of(as_of, session)
    with answering(session):
        found = timelines(one_project(place, session), chosen, procedure, day)
    if found.broken or found.refused:
        tell_problems((*found.broken, *found.refused), session.language, found.sources)
        return ExitCode.FINDINGS if found.broken else ExitCode.USAGE
    form = format_ or ("json" if config.format == "json" else "text")
    if form == "svg" and len(found.plans) > 1:
        names = "、".join(plan.procedure for plan in found.plans)
        raise Mistake(session.texts.one_procedure.format(choices=names))
    code = _put(_made(found, form, day, session), output, session)
    tell_problems(found.breaches, session.language)
    return code or (ExitCode.FINDINGS if found.breaches else ExitCode.CLEAN)


def _chosen(days: Sequence[str], session: Session) -> dict[str, date]:
    """The days by event; one event cannot have two."""
    chosen: dict[str, date] = {}
    for text in days:
        name, sign, day = text.partition("=")
        event = name.strip().removeprefix("「").removesuffix("」")
        if not sign or not event:
            raise Mistake(session.texts.not_event_day.format(text=text))
        if event in chosen:
            raise Mistake(session.texts.event_twice.format(name=event))
        chosen[event] = given_day("--from", day, session)
    return chosen


def _made(found: Timelines, form: str, day: date | None, session: Session) -> Page | str:
    """The product: a page for a terminal, or text."""
    match form:
        case "svg":
            from regcheck.render.figure import whole_svg

            return whole_svg(found.plans[0], "timeline-1")
        case "json":
            from regcheck.render.timeline_json import timeline_text

            return timeline_text(found.plans, day, found.assumed)
        case "html":
            from regcheck.app.drawings import page_of

            return page_of(found.plans)
        case _:
            from regcheck.render.as_of import as_of_page
            from regcheck.render.timeline_text import timeline_page

            head = as_of_page(day, found.assumed, session.language)
            return (*head, *timeline_page(found.plans, session.language))


def _put(made: Page | str, output: str | None, session: Session) -> int:
    """On stdout, or in a file."""
    if output is not None:
        return _write(output, made if isinstance(made, str) else plain(made), session)
    if isinstance(made, str):
        put_text(made)
    else:
        show(made)
    return ExitCode.CLEAN


def _write(output: str, text: str, session: Session) -> int:
    try:
        replace_file(Path(output), text.encode())
    except OSError:
        from regcheck.app.problems import unwritable

        tell_problems([unwritable(output)], session.language)
        return ExitCode.USAGE
    return ExitCode.CLEAN
