"""regcheck explain CODE.

Owns: arguments of the verb; the list of all codes.
Refuses to know: what a page says.
"""

from __future__ import annotations

import click

from regcheck.diagnostics.registry import all_kinds, find_kind, help_page, help_title
from regcheck.diagnostics.wording import Language
from regcheck.render.page import Line, Page, Piece, Role, columns, line
from regcheck.surface.cli.commands import Verb
from regcheck.surface.cli.session import Mistake, Session
from regcheck.surface.cli.terminal import show


def command() -> click.Command:
    """The verb."""
    return Verb("explain", _explain, [click.Argument(["code"], required=False, metavar="[CODE]")])


def _explain(session: Session, code: str | None) -> int:
    if code is None:
        show(_list(session.language))
        return 0
    kind = find_kind(code)
    if kind is None:
        raise Mistake(session.texts.no_code.format(name=code))
    show(tuple(_painted(one) for one in help_page(kind, session.language).rstrip().split("\n")))
    return 0


def _list(language: Language) -> Page:
    rows = [(f"{k.CODE.id} {k.CODE.name}", help_title(k, language)) for k in all_kinds().values()]
    return tuple(line(left, right) for left, right in columns(rows))


def _painted(text: str) -> Line:
    role = Role.HEADLINE if text.startswith("#") else Role.DIM if text.startswith("```") else Role.PLAIN
    return line(Piece(text, role))
