"""click commands that speak the user's language.

Owns: the group that loads a verb when it is called, allowed words of an option.
Refuses to know: what a verb does, how a page of help looks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

import click

from regcheck.surface.cli.session import Mistake, Session

VERBS = (
    *("check", "generate", "case", "period", "timeline", "sensitivity", "mutate"),
    *("import-law", "compare", "explain", "fmt", "init", "baseline", "cache"),
)


class OneOf(click.ParamType):  # type: ignore[type-arg]  # generic since 8.5 only
    """One of some words; the mistake is told in the user's language."""

    name = "word"

    def __init__(self, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:  # noqa: ARG002
        return "|".join(self.choices)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if value in self.choices or ctx is None or param is None:
            return str(value)
        texts = session(ctx).texts
        said = texts.bad_value.format(name=param.opts[0], value=value, choices=", ".join(self.choices))
        raise Mistake(said, ctx=ctx)


def session(ctx: click.Context) -> Session:
    """The session of a run; a default one where click asks without a run (shell completion)."""
    found = ctx.find_object(Session)
    return found if found is not None else Session()


def common_options() -> list[click.Parameter]:
    """--lang, --debug and --help, which every verb and the group itself take; the first two were read before
    parsing. Commands have no --help of click's, whose words would come from gettext."""
    return [
        click.Option(["--lang"], type=OneOf(("ja", "en")), expose_value=False),
        click.Option(["--debug"], is_flag=True, expose_value=False),
        click.Option(["--help"], is_flag=True, expose_value=False, is_eager=True, callback=_show_help),
    ]


class Verb(click.Command):
    """A command whose texts come from the catalogue and whose callback gets the session first."""

    def __init__(self, name: str, callback: Callable[..., int], params: Sequence[click.Parameter]) -> None:
        super().__init__(
            name,
            callback=callback,
            params=[*params, *common_options()],
            context_settings={"allow_extra_args": True},
            add_help_option=False,
        )

    def invoke(self, ctx: click.Context) -> int:
        if ctx.args:
            raise Mistake(session(ctx).texts.unexpected_argument.format(name=ctx.args[0]), ctx=ctx)
        assert self.callback is not None
        code: int = ctx.invoke(self.callback, session(ctx), **ctx.params)
        return code

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from regcheck.surface.cli.pages import page_of_verb

        formatter.write(page_of_verb(self, ctx, session(ctx).texts))


class Root(click.Group):
    """regcheck itself: knows the names of the verbs, loads a verb when it is called."""

    def __init__(self) -> None:
        version = click.Option(
            ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_show_version
        )
        super().__init__(
            "regcheck",
            callback=click.pass_context(_without_verb),
            params=[version, *common_options()],
            invoke_without_command=True,
            add_help_option=False,
        )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(
            f"regcheck.surface.cli.verbs.{cmd_name.replace('-', '_')}"
        ).command()
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in VERBS:
            from difflib import get_close_matches

            texts = session(ctx).texts
            near = get_close_matches(args[0], VERBS, n=1)
            hint = [texts.did_you_mean.format(name=near[0])] if near else []
            raise Mistake("\n".join([texts.unknown_verb.format(name=args[0]), *hint]), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        from regcheck.surface.cli.pages import page_of_group

        formatter.write(page_of_group(self, ctx, VERBS, session(ctx).texts))


def _without_verb(ctx: click.Context) -> None:
    """regcheck alone: the page as talk, and the exit code of a mistake of usage."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


def _show_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        click.echo(ctx.get_help())
        ctx.exit()


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"regcheck {version('regcheck')}")
        ctx.exit()
