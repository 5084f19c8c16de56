"""regcheck import-law FILE [FILE…] [--to FORM] [--fix].

Owns: options and output of the verb.
Refuses to know: how a law is read and what is looked for in it.
"""

from __future__ import annotations

from pathlib import Path

import click

from regcheck.app.exits import ExitCode
from regcheck.app.laws import FORMS, converted, import_laws, mend_law
from regcheck.law.reading import ReadLaw
from regcheck.render.law import law_page
from regcheck.render.law_json import laws_text
from regcheck.surface.cli.commands import OneOf, Verb
from regcheck.surface.cli.options import existing
from regcheck.surface.cli.output import answering
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import put_text, show, tell


def command() -> click.Command:
    """The verb."""
    params = [
        click.Argument(["files"], nargs=-1, required=True, metavar="FILE..."),
        click.Option(["--format", "format_"], type=OneOf(("full", "json"))),
        click.Option(["--to"], type=OneOf(FORMS)),
        click.Option(["--fix"], is_flag=True),
    ]
    return Verb("import-law", _import, params)


def _import(session: Session, files: tuple[str, ...], format_: str | None, to: str | None, fix: bool) -> int:
    if (to is not None or fix) and len(files) > 1:
        raise Mistake(session.texts.one_law)
    places = existing(files, session)
    if fix:
        return _mend(session, places[0], to)
    imported = import_laws(places)
    if to is not None:
        return _convert(session, imported[0], to)
    if format_ == "json":
        put_text(laws_text(imported, session.language))
    else:
        for one in imported:
            show(law_page(one, session.language))
    return ExitCode.FINDINGS if any(one.diagnostics for one in imported) else ExitCode.CLEAN


def _convert(session: Session, one: ReadLaw, to: str) -> int:
    if one.law is None:
        tell_problems(one.diagnostics, session.language, {one.source.name: one.source})
        return ExitCode.FINDINGS
    with answering(session):
        text = converted(one.law, to)
    put_text(text)
    return ExitCode.CLEAN


def _mend(session: Session, place: Path, to: str | None) -> int:
    """The mended law on stdout, in its own form or another; on stderr what was done and what is left to a drafter."""
    mended = mend_law(place)
    read = mended.read
    if read.diagnostics:
        tell_problems(read.diagnostics, session.language, {read.source.name: read.source})
    if read.law is None:
        return ExitCode.FINDINGS
    with answering(session):
        text = converted(read.law, to) if to is not None else read.source.text
    put_text(text)
    tell(session.texts.law_mended.format(count=mended.changes))
    return ExitCode.FINDINGS if read.diagnostics else ExitCode.CLEAN
