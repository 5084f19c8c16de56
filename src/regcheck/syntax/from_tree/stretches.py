"""Stretches of days: 審査期間内に限り、 回答期限までに、 導入の前に、 届出以後.

Owns: which stretch each wording gives, in a rule and behind an event.
Refuses to know: rules, events, which names there are.
"""

from __future__ import annotations

import re

from regcheck.diagnostics import codes
from regcheck.source.numerals import narrow
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.days import day
from regcheck.syntax.from_tree.expressions import limit_word
from regcheck.syntax.from_tree.reading import Reading, trees
from regcheck.syntax.tree import Node, Token

W = ast.WithinWord
EventBound = ast.BeforeText | tuple[ast.WithinText, ...] | ast.Expr
"""Another event, bounds of the day, or the day itself."""

_DAY, _FIRST_DAY, _LAST_DAY = "日", "初日", "末日"
_OF_LIMIT = {
    ast.CompareWord.SINCE: W.SINCE,
    ast.CompareWord.AFTER: W.AFTER,
    ast.CompareWord.UNTIL: W.UNTIL,
    ast.CompareWord.BEFORE: W.BEFORE,
}


def within(reading: Reading, tree: Node) -> ast.WithinText:
    """A stretch of a rule; that of あらかじめ has no value yet."""
    token, span = _word(tree), reading.span(tree)
    match token.kind:
        case "PROMPT":
            return ast.WithinText(word=W.PROMPT, span=span)
        case "IN_ADVANCE":
            return ast.WithinText(word=W.BEFORE, in_advance=True, span=span)
        case "DURING":
            return _during(reading, token)
        case _:
            return _stretch(reading, tree, token)


def event_bound(reading: Reading, tree: Node) -> EventBound:
    """What is said of the day of an event."""
    days = trees(tree)
    if len(days) > 1:
        since, until = (day(reading, part) for part in days)
        return (
            ast.WithinText(word=W.SINCE, value=since, span=since.span),
            ast.WithinText(word=W.UNTIL, value=until, span=until.span),
        )
    if tree.kind == "until_day":
        value = day(reading, days[0])
        return (ast.WithinText(word=_until(value), value=value, span=reading.span(tree)),)
    if days and len(tree.children) == 1:
        return _day_itself(day(reading, days[0]))
    token = _word(tree)
    found = _during(reading, token) if token.kind == "DURING" else _stretch(reading, tree, token)
    return _event_before(found) or (found,)


def _word(tree: Node) -> Token:
    return next(part for part in reversed(tree.children) if isinstance(part, Token))


def _day_itself(found: ast.Expr) -> EventBound:
    """指定の日から六月を経過した日 is a day, 一年六月を超えない範囲内 a stretch up to one."""
    if isinstance(found, ast.PeriodExpr) and not is_point(found):
        return (ast.WithinText(word=W.COUNTED, value=found, span=found.span),)
    return found


def is_point(found: ast.PeriodExpr) -> bool:
    """…を経過する日, 二週間前; not …以内, …間."""
    return found.words.endswith((_DAY, "前"))


def _event_before(found: ast.WithinText) -> ast.BeforeText | None:
    """届出以後, 届出の日以後: another event that comes first."""
    value = found.value
    if found.word not in (W.SINCE, W.AFTER) or not isinstance(value, ast.PathName):
        return None
    *before, last = value.steps
    if last.text in (_FIRST_DAY, _LAST_DAY):
        return None
    steps = tuple(before) if before and last.text == _DAY else value.steps
    if len(steps) > 1 and any(step.quoted for step in steps):
        return None
    span = steps[0].span.to(steps[-1].span)
    event = ast.Name(text="の".join(step.text for step in steps), quoted=steps[0].quoted, span=span)
    return ast.BeforeText(event=event, strict=found.word is W.AFTER, span=found.span)


# ------------------------------------------------------------ wordings


def _stretch(reading: Reading, tree: Node, token: Token) -> ast.WithinText:
    """A day and the word behind it."""
    value, text = day(reading, trees(tree)[0]), narrow(token.text)
    match token.kind:
        case "WITHIN":
            word = W.COUNTED
        case "UNTIL":
            word = _until(value)
        case "SINCE":
            word = W.SINCE
        case "BESIDE":
            word, value = _side(value, text)
        case _:
            word = _of_limit(reading, token)
    return ast.WithinText(word=word, value=value, span=reading.span(tree))


def _until(value: ast.Expr) -> ast.WithinWord:
    """受理の日から起算して三十日を経過する日まで is a stretch from one day to the other."""
    counted = isinstance(value, ast.PeriodExpr) and not value.period.backward
    return W.COUNTED if counted else W.UNTIL


def _side(value: ast.Expr, text: str) -> tuple[ast.WithinWord, ast.Expr]:
    """導入の日より前, 導入の後; 審査期間の経過後 is after its last day, 審査期間の満了前 by it."""
    if isinstance(value, ast.PathName):
        if text.startswith(("の経過", "の満了", "の終了")):
            return (W.AFTER if "後" in text else W.UNTIL), _of(value, _LAST_DAY)
        if text.startswith("の日"):
            value = _of(value, _DAY)
    return (W.AFTER if "後" in text else W.BEFORE), value


def _of(path: ast.PathName, step: str) -> ast.PathName:
    return ast.PathName(steps=(*path.steps, ast.Name(text=step, span=path.span)), span=path.span)


def _of_limit(reading: Reading, token: Token) -> ast.WithinWord:
    word = _OF_LIMIT.get(limit_word(token))
    if word is None:
        advice = {
            "advice_ja": "日の限りは「以後」「以前」「より後」「より前」で書いてください",
            "advice_en": "Days are limited by 以後, 以前, より後 and より前",
        }
        raise reading.refuse(codes.syntax.NotHere(found=reading.written(token), **advice), token)
    return word


_DURING = r"(?P<name>.+?)の?(?P<word>[中内間前後])(?:に限り|において|には|は|に)?"


def _during(reading: Reading, token: Token) -> ast.WithinText:
    """審査期間中は, 審査期間内に限り, 導入前に: the name is part of the word."""
    found = re.fullmatch(_DURING, token.text)
    assert found is not None
    path = names.path(reading, _path(token, found.end("name")))
    word = {"前": W.BEFORE, "後": W.AFTER}.get(found["word"], W.NAMED)
    return ast.WithinText(word=word, value=path, span=reading.span(token))


_OF = "(?<!そ)の"
"""の between names; その他 is one."""


def _path(token: Token, end: int) -> Node:
    """The name at the beginning of a word, as the tree of a path."""
    name = token.text[:end]
    steps = [name] if name[0] in "「｢" else re.split(_OF, name)
    at, found = token.start, list[Token]()
    for step in steps:
        kind = "QUOTED" if step[:1] in "「｢" else "NAME"
        found.append(Token(kind, step, at, at + len(step)))
        at += len(step) + 1
    return Node("path", found, token.start, token.start + end)
