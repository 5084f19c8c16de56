"""The entry point: argv in, exit code out.

Owns: the exit codes of mistakes, interruptions and crashes, and what is said then.
Refuses to know: verbs (they are loaded when called), projects, findings.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from regcheck.cycles import look_for_cycles_seldom
from regcheck.seldom import wait_with_libraries

if TYPE_CHECKING:
    from regcheck.surface.cli.session import Session

USAGE, INTERNAL, INTERRUPTED, BROKEN_PIPE = 2, 101, 130, 141


def enter() -> NoReturn:
    """A process of its own: it ends at once, without taking apart what the system frees anyway."""
    kept: list[object] = []
    try:
        code = run(kept=kept)
    except KeyboardInterrupt:  # before there are words to say so
        code = INTERRUPTED
    sys.stderr.flush()
    os._exit(code)


def run(argv: Sequence[str] | None = None, kept: list[object] | None = None) -> int:
    """Run one command; every way it can end has an exit code, and no traceback reaches the user. Who ends the process
    afterwards gives a list for what may be left lying."""
    look_for_cycles_seldom()  # with the next, before anything is loaded
    wait_with_libraries()
    import click

    from regcheck.surface.cli.session import session_of

    args = list(sys.argv[1:] if argv is None else argv)
    session = session_of(args)._replace(kept=kept)
    try:
        return _perform(args, session)
    except click.UsageError as mistake:
        from regcheck.surface.cli.mistakes import told

        click.echo(told(mistake, session.texts), err=True)
        return USAGE
    except (KeyboardInterrupt, click.Abort):
        click.echo(session.texts.interrupted, err=True)
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE
    except Exception as error:
        from regcheck.surface.cli.crash import tell_crash

        tell_crash(error, args, session)
        return INTERNAL


def _perform(args: list[str], session: Session) -> int:
    import click

    from regcheck.surface.cli.commands import Root

    try:
        code = Root().main(args, prog_name="regcheck", standalone_mode=False, obj=session)
    except click.exceptions.Exit as done:
        code = done.exit_code
    sys.stdout.flush()
    return int(code or 0)
