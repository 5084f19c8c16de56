"""Options that several verbs share, and what they turn into.

Owns: PATHS, --format, --baseline, --config, --no-cache, --jobs, --more, --as-of; settings from them; paths that do not exist.
Refuses to know: verbs.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import click

from regcheck.app.config import FORMATS, Config, ConfigError, Layer, load_config
from regcheck.app.exits import ExitCode
from regcheck.app.projects import default_paths
from regcheck.surface.cli.commands import OneOf
from regcheck.surface.cli.session import Mistake, Session


def paths_argument() -> click.Argument:
    """[PATHS]…"""
    return click.Argument(["paths"], nargs=-1, metavar="[PATHS]...")


def format_option(*choices: str) -> click.Option:
    """--format, without a default: the settings have it."""
    return click.Option(["--format", "format_"], type=OneOf(choices or FORMATS))


def config_option() -> click.Option:
    """--config KEY=VALUE, any number of times."""
    return click.Option(["--config"], multiple=True, metavar="KEY=VALUE")


def baseline_option() -> click.Option:
    """--baseline FILE."""
    return click.Option(["--baseline"], metavar="FILE")


def no_cache_option() -> click.Option:
    """--no-cache."""
    return click.Option(["--no-cache"], is_flag=True)


def jobs_option() -> click.Option:
    """--jobs N, without a default: the settings have it."""
    return click.Option(["--jobs"], metavar="N")


def more_option() -> click.Option:
    """--more N, without a default: the settings have it."""
    return click.Option(["--more"], metavar="N")


def as_of_option() -> click.Option:
    """--as-of DATE."""
    return click.Option(["--as-of"], metavar="DATE")


def day_of(as_of: str | None, session: Session) -> date | None:
    """The day that was given with --as-of, if one was."""
    if as_of is None:
        return None
    from regcheck.surface.cli.days import given_day

    return given_day("--as-of", as_of, session)


_KEYS = {
    "--format": "check.format",
    "--lang": "check.lang",
    "--no-cache": "cache.enabled",
    "--jobs": "prove.jobs",
    "--more": "check.more",
}
"""The settings that have an option of their own."""


def existing(names: Sequence[str], session: Session) -> list[Path]:
    """The paths, each of which must exist; the default ones for none."""
    for name in names:
        if not Path(name).exists():
            raise Mistake(session.texts.no_path.format(name=name))
    return [Path(name) for name in names] or default_paths()


def settings(
    session: Session, start: Path, pairs: Sequence[str] = (), options: Mapping[str, str | None] | None = None
) -> tuple[Config, Session]:
    """The settings for a run that starts at a path, and the session in their language. Exits with 2 on mistakes.

    `options` are those that were given (None: not given), by the name that the user wrote.
    """
    given = {**(options or {}), "--lang": str(session.language) if session.lang_given else None}
    overrides: list[Layer] = [_pair(text, session) for text in pairs]
    overrides += [(_KEYS[name], value, name) for name, value in given.items() if value is not None]
    folder = start.resolve()
    try:
        config = load_config(folder if folder.is_dir() else folder.parent, overrides, os.environ)
    except ConfigError as error:
        from regcheck.surface.cli.problems import tell_problems

        tell_problems(error.diagnostics, session.language)
        raise click.exceptions.Exit(ExitCode.USAGE) from None
    return config, session._replace(language=config.language)


def _pair(text: str, session: Session) -> tuple[str, str, str]:
    key, sign, value = text.partition("=")
    if not sign or not key.strip():
        raise Mistake(session.texts.not_key_value)
    return key.strip(), value.strip(), "--config"
