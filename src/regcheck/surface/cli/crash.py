"""When the tool itself breaks.

Owns: a record of the crash in the folder for temporary files, and the short message that names it.
Refuses to know: what was being done.
"""

from __future__ import annotations

import platform
import tempfile
import traceback
from collections.abc import Sequence
from importlib.metadata import version

import click

from regcheck.surface.cli.session import Session


def tell_crash(error: Exception, args: Sequence[str], session: Session) -> None:
    """Write the record aside and say where; the traceback itself is shown with --debug only."""
    record = _record(error, args)
    if session.debug:
        click.echo(record, err=True)
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", errors="backslashreplace", prefix="regcheck-", suffix=".txt", delete=False
        ) as stream:
            stream.write(record)
        place = stream.name
    except OSError:
        place = "--debug"
    click.echo(session.texts.crashed.format(file=place), err=True)


def _record(error: Exception, args: Sequence[str]) -> str:
    head = f"regcheck {version('regcheck')}, Python {platform.python_version()}, {platform.platform()}"
    return "\n".join([head, f"argv: {list(args)!r}", "", *traceback.format_exception(error)])
