"""regcheck cache stats | clear.

Owns: arguments and output of the verb.
Refuses to know: how results are kept.
"""

from __future__ import annotations

from pathlib import Path

import click

from regcheck.app.cache import Verdicts
from regcheck.app.exits import ExitCode
from regcheck.app.problems import unwritable
from regcheck.app.runs import Runs
from regcheck.surface.cli.caches import cache_folder
from regcheck.surface.cli.commands import OneOf, Verb
from regcheck.surface.cli.options import config_option, settings
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Session
from regcheck.surface.cli.terminal import show_text, tell


def command() -> click.Command:
    """The verb."""
    action = click.Argument(["action"], metavar="stats|clear", type=OneOf(("stats", "clear")))
    return Verb("cache", _cache, [action, config_option()])


def _cache(session: Session, action: str, config: tuple[str, ...]) -> int:
    chosen, session = settings(session, Path(), config)
    folder = cache_folder(chosen)
    if folder is None:
        return ExitCode.CLEAN
    runs, verdicts = Runs(folder, b""), Verdicts(folder, b"")
    return _clear(runs, verdicts, session) if action == "clear" else _stats(runs, verdicts, session)


def _stats(runs: Runs, verdicts: Verdicts, session: Session) -> int:
    sizes = runs.sizes()
    said = session.texts.cache_stats.format(
        folder=verdicts.file.parent,
        runs=len(sizes),
        run_bytes=sum(sizes),
        verdicts=verdicts.count(),
        verdict_bytes=verdicts.size(),
    )
    show_text(said + "\n")
    return ExitCode.CLEAN


def _clear(runs: Runs, verdicts: Verdicts, session: Session) -> int:
    folder = verdicts.file.parent
    try:
        runs.clear()
        verdicts.clear()
    except OSError:
        tell_problems([unwritable(str(folder))], session.language)
        return ExitCode.USAGE
    tell(session.texts.cache_cleared.format(folder=folder))
    return ExitCode.CLEAN
