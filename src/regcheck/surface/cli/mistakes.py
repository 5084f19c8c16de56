"""Mistakes of usage in words.

Owns: click's kinds of mistake, each said in the user's language.
Refuses to know: verbs, exit codes.
"""

from __future__ import annotations

from difflib import get_close_matches

import click

from regcheck.surface.cli.session import Mistake
from regcheck.surface.cli.words.texts import Texts


def told(mistake: click.UsageError, texts: Texts) -> str:
    """What is wrong, and where to read about the command."""
    lines = [f"{texts.usage_error}: {_what(mistake, texts)}"]
    if mistake.ctx is not None:
        lines.append(texts.see_help.format(command=mistake.ctx.command_path))
    return "\n".join(lines)


def _what(mistake: click.UsageError, texts: Texts) -> str:
    match mistake:
        case Mistake():
            return mistake.message
        case click.NoSuchOption():
            return _no_such_option(mistake, texts)
        case click.BadOptionUsage():
            return texts.missing_value.format(name=mistake.option_name)
        case click.MissingParameter():
            return texts.missing_argument.format(name=_name(mistake))
        case _:
            return mistake.format_message()


def _no_such_option(mistake: click.NoSuchOption, texts: Texts) -> str:
    known = [name for param in mistake.ctx.command.params for name in param.opts] if mistake.ctx else []
    near = get_close_matches(mistake.option_name, [*known, "--help"], n=1)
    hint = [texts.did_you_mean.format(name=near[0])] if near else []
    return "\n".join([texts.unknown_option.format(name=mistake.option_name), *hint])


def _name(mistake: click.MissingParameter) -> str:
    if mistake.param is None:
        return ""
    if isinstance(mistake.param, click.Argument):
        return (mistake.param.metavar or str(mistake.param.name).upper()).removesuffix("...")
    return mistake.param.opts[0]
