"""Days: 指定を受けた日, 受理の日から起算して三十日を経過する日, 変更の日の二週間前.

Owns: expressions for a day that only a period or an event gives.
Refuses to know: which day a period comes to; which names are events.
"""

from __future__ import annotations

import re

from regcheck.diagnostics import codes
from regcheck.source.numerals import narrow
from regcheck.source.span import Span
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.expressions import date_literal, first_token
from regcheck.syntax.from_tree.reading import DEEPEST, Reading, first, has, tokens
from regcheck.syntax.tree import Node


def day(reading: Reading, tree: Node) -> ast.Expr:
    """A path, a date, the day of an event, or a day counted from another one."""
    reading.depth += 1
    if reading.depth > DEEPEST:
        raise reading.too_deep(tree)
    found = _day(reading, tree)
    reading.depth -= 1
    return found


def _day(reading: Reading, tree: Node) -> ast.Expr:
    match tree.kind:
        case "path":
            _check_no_length(reading, tree)
            return names.path(reading, tree)
        case "date":
            return date_literal(reading, first_token(tree))
        case "event_day":
            return _event_day(reading, tree)
        case _:
            return _period(reading, tree)


_NUMERALS = "0123456789〇一二三四五六七八九十百千"
_LENGTH = rf"[{_NUMERALS}]+(?:年|[箇個かカヵケヶ]?月|週|日)[年月日間以内0-9一二三四五六七八九十]*"


def _check_no_length(reading: Reading, tree: Node) -> None:
    """三十日間 is a period, which begins somewhere, and no name of a day."""
    text = narrow(reading.written(tree))
    if text[:1] not in _NUMERALS or not re.fullmatch(_LENGTH, text):
        return
    if reading.text[: reading.span(tree).start].rstrip().endswith("から"):
        raise reading.refuse(codes.steps.OddPeriod(text=text), tree)
    raise reading.refuse(codes.steps.PeriodWithoutStart(text=text), tree)


_ACTED = r"を(?!受け|行[うっお]|し(?:た|よう)|する)(?P<event>.+?)(?P<anchor>(?:した|しようとする|する)日)"


def _event_day(reading: Reading, tree: Node) -> ast.EventDayExpr:
    """届出をした日 is the day of 届出, 届出を受理した日 that of 受理."""
    named, token = names.path(reading, first(tree)), tokens(tree, "ANCHOR")[0]
    span, text = reading.span(tree), narrow(token.text)
    acted = re.fullmatch(_ACTED, text)
    if acted is None:
        return ast.EventDayExpr(event=named, anchor=text, span=span)
    at = reading.span(token)
    place = Span(at.file, at.start + acted.start("event"), at.start + acted.end("event"))
    event = ast.PathName(steps=(ast.Name(text=acted["event"], span=place),), span=place)
    return ast.EventDayExpr(event=event, anchor=acted["anchor"], object=named, span=span)


def _period(reading: Reading, tree: Node) -> ast.PeriodExpr:
    from regcheck.calendar.period import Period
    from regcheck.calendar.wording import period_of

    token = tokens(tree, "PERIOD")[0]
    words = token.text.removeprefix("から").removeprefix("の")
    period = period_of(narrow(words), has(tree, "MOVES"))
    if not isinstance(period, Period):
        raise reading.refuse(codes.steps.OddPeriod(text=words), token)
    start = day(reading, first(tree))
    return ast.PeriodExpr(start=start, period=period, words=words, span=reading.span(tree))
