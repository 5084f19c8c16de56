"""regcheck init FOLDER.

Owns: arguments and talk of the verb.
Refuses to know: what is in the example.
"""

from __future__ import annotations

from pathlib import Path

import click

from regcheck.app.exits import ExitCode
from regcheck.app.scaffold import make_example
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.problems import tell_problems
from regcheck.surface.cli.session import Session
from regcheck.surface.cli.terminal import tell


def command() -> click.Command:
    """The verb."""
    return Verb("init", _init, [click.Argument(["folder"], metavar="FOLDER")])


def _init(session: Session, folder: str) -> int:
    problem = make_example(Path(folder), folder)
    if problem is not None:
        tell_problems([problem], session.language)
        return ExitCode.USAGE
    tell(session.texts.made.format(folder=folder))
    return 0
