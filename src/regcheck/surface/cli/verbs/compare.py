"""regcheck compare OLD NEW [--format FORMAT] [--review] [-o FILE].

Owns: options and output of the verb.
Refuses to know: how versions are read and compared, what a document looks like.
"""

from __future__ import annotations

from pathlib import Path

import click

from regcheck.app.comparing import Compared, compare_versions, is_specification
from regcheck.app.config import Config
from regcheck.app.exits import ExitCode
from regcheck.app.writing import replace_file
from regcheck.documents.instrument.emit import Format
from regcheck.documents.instrument.profile import PROFILES
from regcheck.frozen import Frozen
from regcheck.render.page import Page, plain
from regcheck.surface.cli.caches import caches_for, tell_reuse
from regcheck.surface.cli.commands import OneOf, Verb
from regcheck.surface.cli.options import (
    config_option,
    day_of,
    existing,
    format_option,
    jobs_option,
    no_cache_option,
    settings,
)
from regcheck.surface.cli.output import answering, workspace_for
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import put_text, show

_TEXTS = ("full", "json")
_BINARY = frozenset({Format.DOCX, Format.PDF})
_STYLES = ("mhlw", "houshiki")
_SIGNS = ("lined", "plain")


class _Wanted(Frozen):
    """What is to be made, and where it goes."""

    form: str
    is_review: bool
    profile: str
    style: str
    signs: str | None
    output: str | None
    is_draft: bool


def command() -> click.Command:
    """The verb."""
    params = [
        click.Argument(["old"], metavar="OLD"),
        click.Argument(["new"], metavar="NEW"),
        format_option(*_TEXTS, *Format),
        click.Option(["--review"], is_flag=True),
        click.Option(["--profile"], type=OneOf(tuple(PROFILES)), default="plain"),
        click.Option(["--style"], type=OneOf(_STYLES), default=_STYLES[0]),
        click.Option(["--signs"], type=OneOf(_SIGNS)),
        click.Option(["--output", "-o"], metavar="FILE"),
        click.Option(["--as-of-old"], metavar="DATE"),
        click.Option(["--as-of-new"], metavar="DATE"),
        click.Option(["--draft"], is_flag=True),
        config_option(),
        no_cache_option(),
        jobs_option(),
    ]
    return Verb("compare", _compare, params)


def _compare(
    session: Session,
    old: str,
    new: str,
    format_: str | None,
    review: bool,
    profile: str,
    style: str,
    signs: str | None,
    output: str | None,
    as_of_old: str | None,
    as_of_new: str | None,
    draft: bool,
    config: tuple[str, ...],
    no_cache: bool,
    jobs: str | None,
) -> int:
    places = existing([old, new], session)
    options = {"--no-cache": "false" if no_cache else None, "--jobs": jobs}
    chosen, session = settings(session, places[1], config, options)
    wanted = _Wanted(
        form=_form(format_, output, chosen, session),
        is_review=review,
        profile=profile,
        style=style,
        signs=signs,
        output=output,
        is_draft=draft,
    )
    found = _found(session, chosen, (places[0], places[1]), (as_of_old, as_of_new), draft=draft)
    if found.comparison is None:
        tell_problems(found.problems, session.language, found.sources)
        return ExitCode.USAGE
    with answering(session):
        made = _made(found, wanted, session)
    code = _put(made, output, session)
    if wanted.form not in _TEXTS:
        tell_problems(found.told, session.language, found.sources)
    return code or _exit(found)


def _exit(found: Compared) -> ExitCode:
    """A difference wins over what nobody knows."""
    if found.differs:
        return ExitCode.FINDINGS
    return ExitCode.UNDECIDED if found.is_undecided else ExitCode.CLEAN


def _found(
    session: Session,
    config: Config,
    places: tuple[Path, Path],
    days: tuple[str | None, str | None],
    *,
    draft: bool,
) -> Compared:
    for option, place, day in zip(("--as-of-old", "--as-of-new"), places, days, strict=True):
        if day is not None and not is_specification(place):
            raise Mistake(session.texts.day_of_law.format(option=option, name=place))
    caches = caches_for(config) if any(map(is_specification, places)) else None
    older, newer = (workspace_for(config, session, None, caches, day_of(day, session)) for day in days)
    with answering(session):
        found = compare_versions(places, (older, newer), draft=draft)
    tell_reuse(caches, session)
    return found


def _form(given: str | None, output: str | None, config: Config, session: Session) -> str:
    """The format that was asked for, by its name or by that of the file."""
    if given is None and output is not None:
        by_name = [form for form in (*Format, "json") if output.endswith(f".{form}")]
        if not by_name:
            raise Mistake(session.texts.unknown_suffix.format(name=output))
        return str(by_name[0])
    form = given or ("json" if config.format == "json" else "full")
    if form in set(_BINARY) and output is None:
        raise Mistake(session.texts.wants_file.format(format=form))
    return form


def _made(found: Compared, wanted: _Wanted, session: Session) -> Page | str | bytes:
    """The product: a page for a terminal, text for programs, or a file."""
    assert found.comparison is not None
    changes = found.meanings.changes if found.meanings else None
    match wanted.form:
        case "full":
            from regcheck.render.comparison import comparison_page

            return comparison_page(
                found.comparison, changes, found.told, found.forms, found.sources, session.language
            )
        case "json":
            from regcheck.render.comparison_json import comparison_text

            standing = found.meanings.new if found.meanings else {}
            return comparison_text(
                found.comparison,
                changes,
                standing,
                found.told,
                found.forms,
                found.sources,
                session.language,
            )
        case _:
            from regcheck.app.comparing import comparison_file

            return comparison_file(
                found,
                Format(wanted.form),
                PROFILES[wanted.profile],
                style=wanted.style,
                lines_signs=None if wanted.signs is None else wanted.signs == _SIGNS[0],
                review=wanted.is_review,
                draft=wanted.is_draft,
            )


def _put(made: Page | str | bytes, output: str | None, session: Session) -> ExitCode:
    """On stdout, or in a file."""
    if output is not None:
        return _write(output, made, session)
    if isinstance(made, bytes):
        put_text(made.decode())
    elif isinstance(made, str):
        put_text(made)
    else:
        show(made)
    return ExitCode.CLEAN


def _write(output: str, made: Page | str | bytes, session: Session) -> ExitCode:
    text = plain(made) if isinstance(made, tuple) else made
    try:
        replace_file(Path(output), text.encode() if isinstance(text, str) else text)
    except OSError:
        from regcheck.app.problems import unwritable

        tell_problems([unwritable(output)], session.language)
        return ExitCode.USAGE
    return ExitCode.CLEAN
