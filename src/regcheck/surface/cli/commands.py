"""click commands that speak the user's language.

Owns: the group that loads a verb when it is called, a verb's help page, allowed words of an option.
Refuses to know: what a verb does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

import click

from regcheck.surface.cli.layout import definitions, paragraphs
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.words.texts import Texts

VERBS = ("check", "generate", "case", "explain", "fmt", "init", "baseline")
_COMMON = ("lang", "debug", "version", "_click_default_help", "help")


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
    """--lang and --debug, which every verb and the group itself take; both were read before parsing."""
    return [
        click.Option(["--lang"], type=OneOf(("ja", "en")), expose_value=False),
        click.Option(["--debug"], is_flag=True, expose_value=False),
    ]


class Verb(click.Command):
    """A command whose texts come from the catalogue and whose callback gets the session first."""

    def __init__(self, name: str, callback: Callable[..., int], params: Sequence[click.Parameter]) -> None:
        super().__init__(
            name,
            callback=callback,
            params=[*params, *common_options()],
            context_settings={"allow_extra_args": True},
        )

    def invoke(self, ctx: click.Context) -> int:
        if ctx.args:
            raise Mistake(session(ctx).texts.unexpected_argument.format(name=ctx.args[0]), ctx=ctx)
        assert self.callback is not None
        code: int = ctx.invoke(self.callback, session(ctx), **ctx.params)
        return code

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        texts = session(ctx).texts
        own = texts.verbs[str(self.name)]
        formatter.write("\n".join(_page(self, ctx, own.page, own.options, texts)) + "\n")


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
        )

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"regcheck.surface.cli.verbs.{cmd_name}").command()
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in VERBS:
            texts = session(ctx).texts
            near = get_close_matches(args[0], VERBS, n=1)
            hint = [texts.did_you_mean.format(name=near[0])] if near else []
            raise Mistake("\n".join([texts.unknown_verb.format(name=args[0]), *hint]), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        texts = session(ctx).texts
        briefs = [(name, texts.verbs[name].brief) for name in VERBS]
        lines = [
            *_page(self, ctx, texts.about, {}, texts),
            "",
            f"{texts.verbs_heading}:",
            *definitions(briefs),
        ]
        formatter.write("\n".join([*lines, "", *paragraphs(texts.footer)]) + "\n")


def _without_verb(ctx: click.Context) -> None:
    """regcheck alone: the page as talk, and the exit code of a mistake of usage."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help(), err=True)
        ctx.exit(2)


def _show_version(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from importlib.metadata import version

        click.echo(f"regcheck {version('regcheck')}")
        ctx.exit()


def _page(
    command: click.Command, ctx: click.Context, text: str, own: dict[str, str], texts: Texts
) -> Iterator[str]:
    params = command.get_params(ctx)
    pieces = " ".join(command.collect_usage_pieces(ctx))
    yield f"{texts.usage}: {ctx.command_path} {pieces}"
    yield ""
    yield from paragraphs(text)
    arguments = [(p.make_metavar(ctx), own[str(p.name)]) for p in params if isinstance(p, click.Argument)]
    if arguments:
        yield from ("", f"{texts.arguments}:")
        yield from definitions(arguments)
    options = [
        (_option_name(p, ctx), _option_text(p, own, texts)) for p in params if isinstance(p, click.Option)
    ]
    yield from ("", f"{texts.options}:")
    yield from definitions(options)


def _option_name(option: click.Option, ctx: click.Context) -> str:
    names = ", ".join(option.opts)
    return names if option.is_flag else f"{names} {option.make_metavar(ctx)}"


def _option_text(option: click.Option, own: dict[str, str], texts: Texts) -> str:
    common = {
        "--lang": texts.lang_option,
        "--debug": texts.debug_option,
        "--help": texts.help_option,
        "--version": texts.version_option,
    }
    return common.get(option.opts[0]) or own[str(option.name).rstrip("_")]
