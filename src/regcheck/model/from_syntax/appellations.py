"""名称: the names that one body bears, one after the other.

Owns: ast.NameItem → Appellation.
Refuses to know: whether a name that is used on a day is the one borne on it.
"""

from __future__ import annotations

from datetime import date

from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.findings import Place, gather
from regcheck.model.specification import Appellation, BorneName, Header
from regcheck.syntax import ast


def build_appellation(context: Context, place: Place, header: Header, item: ast.NameItem) -> Appellation:
    """名称."""

    def borne(line: ast.NameLine) -> BorneName:
        since, until = gather(lambda day: _day(context, place, day), (line.since, line.until))
        return BorneName(name=line.name.text, since=since, until=until, span=line.span)

    return Appellation(header=header, names=gather(borne, item.names))


def _day(context: Context, place: Place, written: ast.DateLiteral | ast.Pending | None) -> date | str | None:
    match written:
        case ast.DateLiteral(value=value):
            return value
        case ast.Pending(name=name):
            return context.placeholder(place, name)
        case None:
            return None
