"""Heads of items and the lines that every item may have.

Owns: 条項, 出典, 施行, 失効, 改正, 備考; finding the one line of a kind among the lines of an item.
Refuses to know: the body of any item.
"""

from __future__ import annotations

from regcheck.diagnostics import codes
from regcheck.frozen import replace
from regcheck.source.span import Span
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.clauses import clause
from regcheck.syntax.from_tree.expressions import date_literal, first_token
from regcheck.syntax.from_tree.lists import body
from regcheck.syntax.from_tree.reading import Reading, RefusedError, first, parts, tokens, trees
from regcheck.syntax.tree import Node

_DAYS = {"effective": "「施行」", "expires": "「失効」"}


def header(reading: Reading, tree: Node) -> ast.HeaderLines:
    """The header of an item; finish() adds the inner comments."""
    comments = reading.take_comments(tree)
    cited: dict[str, tuple[ast.CitationText, ...]] = {"provisions": (), "sources": ()}
    places: list[Span] = []
    days: dict[str, ast.DateLiteral | ast.Pending] = {}
    amended: list[str] = []
    remarks: list[str] = []
    for line in trees(tree):
        kind = line.kind
        if kind in cited:
            cited[kind] += names.citations(reading, first(line))
            places += [reading.span(first(line))] if kind == "provisions" else []
        elif kind in _DAYS:
            if kind in days:
                raise reading.refuse(codes.syntax.RepeatedLine(item=reading.item, line=_DAYS[kind]), line)
            days[kind] = day(reading, first(line))
        elif kind == "amended":
            amended += [names.unquote(law) for law in tokens(line, "QUOTED")]
        elif kind == "remark":
            remarks.append(names.unquote(tokens(line, "QUOTED")[0]))
    return ast.HeaderLines(
        provisions=cited["provisions"],
        provision_lines=tuple(places),
        sources=cited["sources"],
        effective=days.get("effective"),
        expires=days.get("expires"),
        amended_by=tuple(amended),
        remarks=tuple(remarks),
        comments=comments,
    )


def day(reading: Reading, tree: Node) -> ast.DateLiteral | ast.Pending:
    """A date, or 未確定「…」 in its place."""
    if tree.kind == "date":
        return date_literal(reading, first_token(tree))
    pending = names.quoted_name(reading, tokens(tree, "QUOTED")[0])
    return ast.Pending(name=pending, span=reading.span(tree))


def two_days(reading: Reading, line: Node) -> tuple[ast.DateLiteral, ast.DateLiteral]:
    """令和五年十一月十七日から令和十五年十一月十六日まで."""
    since, until = (date_literal(reading, first_token(part)) for part in parts(line, "date"))
    return since, until


def title(reading: Reading, tree: Node) -> ast.Name:
    """The name of an item."""
    return names.name(reading, parts(tree, "path")[0])


def subject(reading: Reading, tree: Node) -> ast.Name:
    """The 対象 an item is about; remembered for 「病院であって、…」."""
    found = names.name(reading, parts(tree, "path")[1])
    reading.subject = found.text
    return found


def finish(reading: Reading, found: ast.HeaderLines) -> ast.HeaderLines:
    """The header with the comments that no line of the item has taken; call it last."""
    inner = reading.take_other_comments()
    return replace(found, inner_comments=inner) if inner else found


def only(reading: Reading, tree: Node, rule: str, line: str, line_en: str = "") -> Node | None:
    """The one line of a kind, or None; two are an error."""
    found = parts(tree, rule)
    if len(found) > 1:
        raise reading.refuse(
            codes.syntax.RepeatedLine(item=reading.item, line=line, line_en=line_en), found[1]
        )
    return found[0] if found else None


def needed(reading: Reading, tree: Node, rule: str, line: str, line_en: str = "") -> Node:
    """The one line of a kind that the item must have."""
    found = only(reading, tree, rule, line, line_en)
    if found is None:
        raise reading.refuse(
            codes.syntax.MissingLine(item=reading.item, line=line, line_en=line_en), parts(tree, "path")[0]
        )
    return found


def plain_body(reading: Reading, tree: Node) -> ast.Clause:
    """A body that takes no ただし."""
    found, exceptions = body(reading, tree, clause)
    if exceptions:
        raise RefusedError(codes.sentences.NoExceptionHere(item=reading.item), exceptions[0].span)
    return found
