"""regcheck case SPEC FILE | --row NAME.

Owns: options and output of the verb.
Refuses to know: how facts are read and what follows from them.
"""

from __future__ import annotations

from datetime import date

import click

from regcheck.app.cases import (
    Found,
    cases_in_table,
    cases_in_text,
    cases_of_row,
    is_table,
    needs_subject,
    read_project,
    subjects_with_terms,
)
from regcheck.app.exits import ExitCode
from regcheck.app.names import shown_name
from regcheck.app.problems import unreadable
from regcheck.app.projects import Project
from regcheck.render.account import account
from regcheck.render.as_of import as_of_page
from regcheck.render.case_object import case_text
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.options import as_of_option, day_of, existing, format_option, settings
from regcheck.surface.cli.output import answering, one_project
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import put_text, show


def command() -> click.Command:
    """The verb."""
    params = [
        click.Argument(["spec"], metavar="SPEC"),
        click.Argument(["file"], metavar="[FILE]", required=False),
        click.Option(["--row"], metavar="NAME"),
        click.Option(["--subject"], metavar="NAME"),
        format_option("full", "json"),
        as_of_option(),
    ]
    return Verb("case", _case, params)


def _case(
    session: Session,
    spec: str,
    file: str | None,
    row: str | None,
    subject: str | None,
    format_: str | None,
    as_of: str | None,
) -> int:
    if (file is None) == (row is None):
        raise Mistake(session.texts.file_or_row)
    (place,) = existing([spec], session)
    config, session = settings(session, place)
    project, day = one_project(place, session), day_of(as_of, session)
    try:
        with answering(session):
            found = _find(project, session, file, row, subject, day)
    except OSError:
        tell_problems([unreadable(str(file))], session.language)
        return ExitCode.USAGE
    tell_problems(found.diagnostics, session.language, found.sources)
    form = format_ or ("json" if config.format == "json" else "full")
    if form == "json":
        put_text(case_text(found.specification, found.cases, day, found.assumed))
    else:
        head = as_of_page(day, found.assumed, session.language)
        show((*head, *account(found.specification, found.cases, session.language)))
    clean = not found.diagnostics and all(case.is_as_expected for case in found.cases)
    return ExitCode.CLEAN if clean else ExitCode.FINDINGS


def _find(
    project: Project,
    session: Session,
    file: str | None,
    row: str | None,
    subject: str | None,
    day: date | None,
) -> Found:
    if row is not None:
        found = cases_of_row(project, row, day)
        if not found.cases and not found.diagnostics:
            raise Mistake(session.texts.no_row.format(name=row))
        return found
    (path,) = existing([str(file)], session)
    about = _subject(project, session, subject, day) if needs_subject(path) else ""
    cases_in = cases_in_table if is_table(path) else cases_in_text
    return cases_in(project, path, about, day)


def _subject(project: Project, session: Session, given: str | None, day: date | None) -> str:
    """The 対象 that was named, or the only one that terms are about."""
    known = subjects_with_terms(read_project(project, as_of=day).specification)
    if given in known:
        return str(given)
    if given is None and len(known) == 1:
        return known[0]
    raise Mistake(session.texts.no_subject.format(choices="、".join(known) or shown_name(project.folder)))
