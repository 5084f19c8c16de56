"""Pages of help: what regcheck --help and regcheck check --help print.

Owns: the order of a page, the texts beside arguments and options.
Refuses to know: how texts are broken into lines, what a verb does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import click

from regcheck.surface.cli.layout import definitions, paragraphs
from regcheck.surface.cli.words.texts import Texts


def page_of_verb(command: click.Command, ctx: click.Context, texts: Texts) -> str:
    """The page of one verb."""
    own = texts.verbs[str(command.name)]
    return "\n".join(_page(command, ctx, own.page, own.options, texts)) + "\n"


def page_of_group(command: click.Command, ctx: click.Context, verbs: Sequence[str], texts: Texts) -> str:
    """The page of regcheck itself, with a line per verb."""
    briefs = [(name, texts.verbs[name].brief) for name in verbs]
    lines = [
        *_page(command, ctx, texts.about, {}, texts),
        "",
        f"{texts.verbs_heading}:",
        *definitions(briefs),
        "",
        *paragraphs(texts.footer),
    ]
    return "\n".join(lines) + "\n"


def _page(
    command: click.Command, ctx: click.Context, text: str, own: Mapping[str, str], texts: Texts
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


def _option_text(option: click.Option, own: Mapping[str, str], texts: Texts) -> str:
    common = {
        "--lang": texts.lang_option,
        "--debug": texts.debug_option,
        "--help": texts.help_option,
        "--version": texts.version_option,
    }
    return common.get(option.opts[0]) or own[str(option.name).rstrip("_")]
