"""The slips that a node allows in its own words.

Owns: for a clause, cell, list, exception or header, every edit of that node itself.
Refuses to know: what is inside the node (walk.py goes there), whether an edit changes the meaning.

Every edit leaves a tree that could have been written: the printer prints it and the parser reads it back.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from regcheck.analysis.mutation.edit import Edit, Kind
from regcheck.analysis.mutation.steps import Fields, next_days, shifted
from regcheck.frozen import Frozen, replace
from regcheck.source.numerals import to_kanji
from regcheck.source.span import Span
from regcheck.syntax import ast
from regcheck.syntax.printer.sentences import sentence
from regcheck.syntax.printer.tables import cell_text
from regcheck.syntax.printer.words import Form

_FEWEST = 2
"""Members that a list must have for one to be dropped."""

_FLIPPED = {
    ast.CompareWord.GE: ast.CompareWord.GT,
    ast.CompareWord.GT: ast.CompareWord.GE,
    ast.CompareWord.LE: ast.CompareWord.LT,
    ast.CompareWord.LT: ast.CompareWord.LE,
    ast.CompareWord.SINCE: ast.CompareWord.AFTER,
    ast.CompareWord.AFTER: ast.CompareWord.SINCE,
    ast.CompareWord.UNTIL: ast.CompareWord.BEFORE,
    ast.CompareWord.BEFORE: ast.CompareWord.UNTIL,
}
_SWAPPED_MODE = {ast.ListMode.ALL: ast.ListMode.ANY, ast.ListMode.ANY: ast.ListMode.ALL}
_SWAPPED_QUANTITY = {
    ast.QuantityWord.SOME: ast.QuantityWord.ALL,
    ast.QuantityWord.ALL: ast.QuantityWord.SOME,
}
_SWAPPED_JOINER = {ast.Joiner.OR: ast.Joiner.AND, ast.Joiner.AND: ast.Joiner.OR}
_WORDS = {ast.Joiner.OR: "又は", ast.Joiner.AND: "かつ"}

Joined = ast.ContainsClause | ast.PossessClause | ast.BelongsClause


class Scope(Frozen):
    """Where a node stands: the 対象 it speaks of, and what its limits measure."""

    fields: Fields
    subject: str = ""
    measured: ast.Expr | None = None
    columns: tuple[ast.PathName, ...] = ()
    """Of the 区分表 around it."""


def edits_of(node: object, scope: Scope) -> Iterator[Edit]:
    """Every edit of a node itself, in the order of its text."""
    match node:
        case ast.CompareClause():
            yield from _of_limits(node, replace(scope, measured=node.left))
        case ast.CellText():
            yield from _of_limits(node, scope)
            yield from _without_member(node, "values")
            yield from _without_member(node, "alternatives")
        case ast.IsClause():
            yield from _without_member(node, "values")
        case ast.ContainsClause() | ast.PossessClause() | ast.BelongsClause():
            yield from _of_joined(node, "terms" if isinstance(node, ast.BelongsClause) else "values")
        case ast.QuantifiedClause() | ast.SeriesClause():
            changed = replace(node, quantity=_SWAPPED_QUANTITY[node.quantity])
            yield _reworded(Kind.CONNECTIVE, node, changed)
        case ast.ConnectiveClause():
            yield from _of_connective(node)
        case ast.ListClause():
            yield from _of_list(node)
        case ast.PredicateItem() | ast.StageLine() | ast.ListItem():
            yield from _of_exceptions(node)
        case _:
            yield from _of_lines(node)


def _of_lines(node: object) -> Iterator[Edit]:
    """Dates and rows: what stands on lines of its own."""
    match node:
        case ast.StageLine(start=ast.DateLiteral()):
            yield from _of_day(node, "start")
        case ast.HeaderLines():
            yield from _of_day(node, "effective")
            yield from _of_day(node, "expires")
        case ast.TableItem(rows=rows):
            for at, row in enumerate(rows if len(rows) >= _FEWEST else ()):
                cells = [*map(cell_text, row.cells), *(output.text for output in row.outputs)]
                fewer = replace(node, rows=_without(rows, at))
                yield _gone(Kind.DROP, fewer, row.span, f"| {' | '.join(cells)} |", f"{to_kanji(at + 1)}行目")
        case ast.OverrideItem(prevails_over=names):
            for at, name in enumerate(names):
                weaker = replace(node, prevails_over=_without(names, at))
                yield _gone(Kind.EXCEPTION, weaker, name.span, f"「{name.text}」に優先する")
        case _:
            return


# ---------------------------------------------------------------- limits


def _of_limits(node: ast.CompareClause | ast.CellText, scope: Scope) -> Iterator[Edit]:
    for at, bound in enumerate(node.bounds):
        for kind, changed in _of_bound(bound, scope):
            bounds = (*node.bounds[:at], changed, *node.bounds[at + 1 :])
            yield replace(_reworded(kind, node, replace(node, bounds=bounds)), span=bound.span)


def _of_bound(bound: ast.Bound, scope: Scope) -> Iterator[tuple[Kind, ast.Bound]]:
    if bound.op in _FLIPPED:
        yield Kind.STRICTNESS, replace(bound, op=_FLIPPED[bound.op])
    match bound.value:
        case ast.NumberLiteral() as number if scope.measured is not None:
            step = scope.fields.step_of(scope.subject, scope.measured)
            yield from ((Kind.LIMIT, replace(bound, value=other)) for other in shifted(number, step))
        case ast.DateLiteral() as day:
            yield from ((Kind.DATE, replace(bound, value=other)) for other in next_days(day))
        case _:
            return


def _of_day(node: ast.StageLine | ast.HeaderLines, name: str) -> Iterator[Edit]:
    day = getattr(node, name)
    for other in next_days(day) if isinstance(day, ast.DateLiteral) else ():
        changed = replace(node, **{name: other})
        yield Edit(kind=Kind.DATE, node=changed, span=day.span, before=day.text, after=other.text)


# ---------------------------------------------------------------- lists and connectives


def _of_joined(node: Joined, name: str) -> Iterator[Edit]:
    if len(getattr(node, name)) >= _FEWEST:
        yield _reworded(Kind.CONNECTIVE, node, replace(node, joiner=_SWAPPED_JOINER[node.joiner]))
    yield from _without_member(node, name)


def _without_member(node: Any, name: str) -> Iterator[Edit]:
    members = getattr(node, name)
    for at, member in enumerate(members if len(members) >= _FEWEST else ()):
        fewer = replace(node, **{name: _without(members, at)})
        yield replace(_reworded(Kind.DROP, node, fewer), span=member.span)


def _of_connective(node: ast.ConnectiveClause) -> Iterator[Edit]:
    joiner = _SWAPPED_JOINER[node.joiner]
    yield _reworded(Kind.CONNECTIVE, node, replace(node, joiner=joiner, word=_WORDS[joiner]))
    for at, part in enumerate(node.parts):
        rest = _without(node.parts, at)
        fewer = replace(node, parts=rest) if len(rest) >= _FEWEST else rest[0]
        yield _gone(Kind.DROP, fewer, _span_of(part), sentence(part, Form.PLAIN))


def _of_list(node: ast.ListClause) -> Iterator[Edit]:
    if node.mode in _SWAPPED_MODE:
        yield _reworded(Kind.CONNECTIVE, node, replace(node, mode=_SWAPPED_MODE[node.mode]))
    for count in (node.count + 1, node.count - 1) if node.mode is ast.ListMode.AT_LEAST else ():
        if 1 <= count <= len(node.items):
            yield _reworded(Kind.LIMIT, node, replace(node, count=count))
    if node.lead is not None:
        yield _gone(Kind.DROP, replace(node, lead=None), _span_of(node.lead), sentence(node.lead, Form.PLAIN))
    most = len(node.items) - 1
    for at, item in enumerate(node.items if most >= max(1, node.count) else ()):
        fewer = replace(node, items=_relabelled(node, _without(node.items, at)))
        yield replace(_gone(Kind.DROP, fewer, item.span, _item_words(item)), labels=(item.label,))


def _relabelled(node: ast.ListClause, rest: tuple[ast.ListItem, ...]) -> tuple[ast.ListItem, ...]:
    """What follows a dropped 号 moves up."""
    return tuple(replace(item, label=old.label) for item, old in zip(rest, node.items, strict=False))


def _item_words(item: ast.ListItem) -> str:
    return f"{item.label}\u3000{sentence(item.body, Form.THAT)}"


# ---------------------------------------------------------------- exceptions


def _of_exceptions(node: ast.PredicateItem | ast.StageLine | ast.ListItem) -> Iterator[Edit]:
    """Each ただし書 gone; moved from the whole to one 号, and from a 号 to the whole."""
    for at, exception in enumerate(node.exceptions):
        fewer = replace(node, exceptions=_without(node.exceptions, at))
        told = f"ただし、{sentence(exception.body, Form.PLAIN)}ものを除く"
        yield _gone(Kind.EXCEPTION, fewer, exception.span, told)
        for inner, item in enumerate(node.body.items if isinstance(node.body, ast.ListClause) else ()):
            moved = _with_exceptions(fewer, inner, (*item.exceptions, exception))
            yield _moved(moved, exception.span, told, f"{item.label}のただし書")
    for inner, item in enumerate(node.body.items if isinstance(node.body, ast.ListClause) else ()):
        for at, exception in enumerate(item.exceptions):
            fewer = _with_exceptions(node, inner, _without(item.exceptions, at))
            moved = replace(fewer, exceptions=(*fewer.exceptions, exception))
            told = f"ただし、{sentence(exception.body, Form.PLAIN)}ものを除く"
            yield _moved(moved, exception.span, told, "全体のただし書")
    yield from _of_lines(node) if isinstance(node, ast.StageLine) else ()


def _with_exceptions(node: Any, at: int, exceptions: tuple[ast.ExceptionClause, ...]) -> Any:
    items = node.body.items
    changed = replace(items[at], exceptions=exceptions)
    body = replace(node.body, items=(*items[:at], changed, *items[at + 1 :]))
    return replace(node, body=body)


def _moved(node: Any, span: Span, told: str, place: str) -> Edit:
    return Edit(kind=Kind.EXCEPTION, node=node, span=span, before=told, after=f"{told}（{place}とする）")


# ---------------------------------------------------------------- words


def _reworded(kind: Kind, node: Any, changed: Any) -> Edit:
    """The words of a node before and after; of a list its head."""
    return Edit(kind=kind, node=changed, span=_span_of(node), before=_words(node), after=_words(changed))


def _gone(kind: Kind, node: Any, span: Span, told: str, *labels: str) -> Edit:
    return Edit(kind=kind, node=node, span=span, before=told, after="", labels=labels)


def _words(node: Any) -> str:
    return cell_text(node) if isinstance(node, ast.CellText) else sentence(node, Form.PLAIN)


def _span_of(node: Any) -> Span:
    found: Span = node.span
    return found


def _without(members: tuple[Any, ...], at: int) -> tuple[Any, ...]:
    return members[:at] + members[at + 1 :]
