"""手続 and 名称.

Owns: one function per line of a 手続 (rules.py owns 義務, 禁止 and 権限), and the lines of 名称.
Refuses to know: the sentences of rules, which names are events.
"""

from __future__ import annotations

from datetime import date, timedelta

from regcheck.diagnostics import codes
from regcheck.source.eras import day_text
from regcheck.source.numerals import narrow
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.days import day
from regcheck.syntax.from_tree.headers import day as day_or_pending, finish, header, only, title, two_days
from regcheck.syntax.from_tree.reading import Reading, first, parts, tokens, trees
from regcheck.syntax.from_tree.rules import deeper_lines, rule
from regcheck.syntax.from_tree.stretches import event_bound
from regcheck.syntax.tree import Node


def procedure(reading: Reading, tree: Node) -> ast.ProcedureItem:
    """手続."""
    lines = header(reading, tree)
    _, *about = parts(tree, "path")
    horizon = only(reading, tree, "horizon", "「検査期間」")
    found = tuple(_line(reading, part) for part in trees(tree) if part.kind in _LINES)
    return ast.ProcedureItem(
        name=title(reading, tree),
        subject=names.name(reading, about[0]) if about else None,
        horizon=two_days(reading, horizon) if horizon else None,
        lines=found,
        header=finish(reading, lines),
        span=reading.whole,
    )


_LINES = ("event", "stretch", "time_limit", "rule", "applied")


def _line(reading: Reading, tree: Node) -> ast.ProcedureLine:
    match tree.kind:
        case "event":
            return _event(reading, tree)
        case "stretch":
            return _period(reading, tree)
        case "time_limit":
            return _limit(reading, tree)
        case "rule":
            return rule(reading, tree)
        case _:
            return _applied(reading, tree)


# ------------------------------------------------------------ 事象, 期間, 期限


def _event(reading: Reading, tree: Node) -> ast.EventLine:
    comments = reading.take_comments(tree)
    name, *actor = parts(tree, "path")
    before: list[ast.BeforeText] = []
    within: list[ast.WithinText] = []
    days: list[ast.Expr] = []
    bounds = [part for part in trees(tree) if part.kind in ("event_bound", "until_day")]
    for part in bounds:
        found = event_bound(reading, part)
        if isinstance(found, ast.BeforeText):
            before.append(found)
        elif isinstance(found, tuple):
            within += found
        else:
            days.append(found)
    if len(days) > 1:
        raise reading.refuse(
            codes.syntax.RepeatedLine(item="「事象」の行", line="日", line_en="a day"),
            bounds[-1],
        )
    return ast.EventLine(
        name=names.name(reading, name),
        actor=names.name(reading, actor[0]) if actor else None,
        before=tuple(before),
        within=tuple(within),
        day=days[0] if days else None,
        comments=comments,
        span=reading.span(tree),
    )


def _period(reading: Reading, tree: Node) -> ast.PeriodLine:
    """受理の日から起算して三十日を経過する日まで; 公布の日から施行の日まで."""
    _, *days = trees(tree)
    comments = reading.take_comments(tree)
    *first_day, last_day = [day(reading, part) for part in days]
    if not first_day and not isinstance(last_day, ast.PeriodExpr):
        raise reading.refuse(codes.steps.PeriodWithoutStart(text=reading.written(days[0])), days[0])
    return ast.PeriodLine(
        name=title(reading, tree),
        first=first_day[0] if first_day else None,
        last=last_day,
        comments=comments,
        span=reading.span(tree),
    )


def _limit(reading: Reading, tree: Node) -> ast.LimitLine:
    comments = reading.take_comments(tree)
    return ast.LimitLine(
        name=title(reading, tree),
        value=day(reading, trees(tree)[1]),
        comments=comments,
        span=reading.span(tree),
    )


# ------------------------------------------------------------ 準用


def _applied(reading: Reading, tree: Node) -> ast.AppliedLine:
    comments = reading.take_comments(tree)
    other, *rules = parts(tree, "path")
    header_lines, in_force = deeper_lines(reading, tree)
    left_out = [n for part in parts(tree, "left_out") for n in names.names(reading, first(part))]
    return ast.AppliedLine(
        procedure=names.name(reading, other),
        rules=tuple(names.name(reading, part) for part in rules),
        left_out=tuple(left_out),
        renamed=tuple(_replacing(reading, part) for part in parts(tree, "replacing")),
        header=header_lines,
        in_force=in_force,
        comments=comments,
        span=reading.span(tree),
    )


def _replacing(reading: Reading, tree: Node) -> tuple[ast.Name, ast.Name]:
    old, new = trees(tree)
    return names.name(reading, old), names.name(reading, new)


# ------------------------------------------------------------ 名称


def naming(reading: Reading, tree: Node) -> ast.NameItem:
    """名称."""
    lines = header(reading, tree)
    found = tuple(_borne(reading, part) for part in parts(tree, "borne"))
    if not found:
        missing = codes.syntax.MissingLine(item=reading.item, line="名前の行", line_en="a name")
        raise reading.refuse(missing, parts(tree, "path")[0])
    return ast.NameItem(
        name=title(reading, tree), names=found, header=finish(reading, lines), span=reading.whole
    )


def _borne(reading: Reading, tree: Node) -> ast.NameLine:
    since, until = parts(tree, "borne_since"), parts(tree, "borne_until")
    comments = reading.take_comments(tree)
    return ast.NameLine(
        name=names.name(reading, first(tree)),
        since=day_or_pending(reading, first(since[0])) if since else None,
        until=_end(reading, until[0]) if until else None,
        comments=comments,
        span=reading.span(tree),
    )


def _end(reading: Reading, tree: Node) -> ast.DateLiteral | ast.Pending | None:
    """The day from which on a name is not borne: …の前日まで names it, …まで the day before it. None behind all days."""
    named, word = day_or_pending(reading, first(tree)), narrow(tokens(tree, "ENDING")[0].text)
    if "前" in word:
        return named
    if isinstance(named, ast.Pending):
        advice = {
            "advice_ja": "決まらない日までの名前は「未確定「改称の日」の前日まで」のように書いてください",
            "advice_en": "Write 未確定「改称の日」の前日まで for a day that is not known yet",
        }
        raise reading.refuse(codes.syntax.NotHere(found=word, **advice), tokens(tree, "ENDING")[0])
    if named.value == date.max:
        return None
    after = named.value + timedelta(days=1)
    return ast.DateLiteral(value=after, text=day_text(after), span=named.span)
