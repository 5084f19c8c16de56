"""regcheck fmt [--check --diff] PATHS.

Owns: options and output of the verb.
Refuses to know: how a file is laid out.
"""

from __future__ import annotations

from collections.abc import Sequence

import click

from regcheck.app.exits import ExitCode
from regcheck.app.formatting import Tidied, tidy, write
from regcheck.app.projects import all_spec_files
from regcheck.diagnostics.diagnostic import Diagnostic
from regcheck.render.differences import difference
from regcheck.render.page import line
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.options import existing, paths_argument, settings
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Session
from regcheck.surface.cli.terminal import show, tell


def command() -> click.Command:
    """The verb."""
    params = [
        paths_argument(),
        click.Option(["--check"], is_flag=True),
        click.Option(["--diff"], is_flag=True),
    ]
    return Verb("fmt", _fmt, params)


def _fmt(session: Session, paths: tuple[str, ...], check: bool, diff: bool) -> int:
    places = existing(paths, session)
    _, session = settings(session, places[0])
    files = tidy(all_spec_files(places))
    for file in files:
        tell_problems(file.diagnostics, session.language, {file.source.name: file.source})
    changed = [file for file in files if file.changes and not file.diagnostics]
    if check or diff:
        _show(changed, session, diff)
        problems: list[Diagnostic] = []
    else:
        problems = _write(changed, session)
        tell_problems(problems, session.language)
        tell(session.texts.format_summary.format(total=len(files), changed=len(changed) - len(problems)))
    left = changed if check or diff else problems
    return ExitCode.FINDINGS if left or any(file.diagnostics for file in files) else ExitCode.CLEAN


def _show(changed: Sequence[Tidied], session: Session, diff: bool) -> None:
    for file in changed:
        if diff:
            show(difference(file.source.name, file.source.text, file.text))
        else:
            show((line(session.texts.would_format.format(file=file.source.name)),))


def _write(changed: Sequence[Tidied], session: Session) -> list[Diagnostic]:
    problems: list[Diagnostic] = []
    for file in changed:
        problem = write(file)
        if problem is None:
            tell(session.texts.formatted.format(file=file.source.name))
        else:
            problems.append(problem)
    return problems
