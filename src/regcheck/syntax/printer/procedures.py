"""手続 and 名称 as lines.

Owns: events, periods, limits, rules with their deeper lines, what is taken over, names and their days.
Refuses to know: conditions (sentences.py).
"""

from __future__ import annotations

from typing import assert_never

from regcheck.syntax import ast
from regcheck.syntax.printer import words
from regcheck.syntax.printer.items import (
    citation_lines,
    day as date_or_pending,
    head,
    header_lines,
    horizon,
    titled,
)
from regcheck.syntax.printer.layout import GAP, Sheet, list_below
from regcheck.syntax.printer.sentences import Binding, day, is_one_day, sentence
from regcheck.syntax.printer.words import Form

W = ast.WithinWord


def procedure(sheet: Sheet, item: ast.ProcedureItem) -> None:
    """手続."""
    head(sheet, "手続", item.name, item.subject, item.header)
    horizon(sheet, item.horizon)
    for line in item.lines:
        sheet.comments(1, line.comments)
        match line:
            case ast.EventLine():
                sheet.line(1, f"事象{GAP}{_event(line)}")
            case ast.PeriodLine():
                since = f"{day(line.first)}から" if line.first else ""
                until = "まで" if is_one_day(line.last) else ""
                sheet.line(1, f"{titled('期間', line.name)}{GAP}{since}{day(line.last)}{until}")
            case ast.LimitLine():
                sheet.line(1, f"{titled('期限', line.name)}{GAP}{day(line.value)}")
            case ast.RuleLine():
                _rule(sheet, line)
            case ast.AppliedLine():
                sheet.line(1, f"準用{GAP}{_applied(line)}")
                _deeper_lines(sheet, line)
            case _:
                assert_never(line)


# ------------------------------------------------------------ 事象


def _event(line: ast.EventLine) -> str:
    actor = f"：{words.name(line.actor)}" if line.actor else ""
    bounds = [day(line.day)] if line.day else []
    bounds += [words.name(found.event) + ("より後" if found.strict else "以後") for found in line.before]
    bounds += [_bound(found) for found in line.within]
    gap = GAP if bounds else ""
    return f"{words.name(line.name)}{actor}{gap}{'、'.join(bounds)}"


def _bound(found: ast.WithinText) -> str:
    if found.value is None:
        raise TypeError(found)
    told = day(found.value)
    match found.word:
        case W.COUNTED:
            return told + ("まで" if is_one_day(found.value) else "")
        case W.NAMED:
            return f"{told}内"
        case _:
            return told + _SIDES[found.word]


_SIDES = {W.SINCE: "以後", W.UNTIL: "以前", W.BEFORE: "より前", W.AFTER: "より後"}


# ------------------------------------------------------------ 義務, 禁止, 権限


def _rule(sheet: Sheet, line: ast.RuleLine) -> None:
    when = sentence(line.when, Form.PLAIN, Binding.CHAIN) + "ときは、" if line.when else ""
    within = "".join(_within(found, line.keyword) for found in line.within)
    act = words.name(line.event) + ast.RULE_VERBS[line.keyword]
    done = _change(line.event, line.change) if line.change else act
    sheet.line(1, f"{titled(line.keyword, line.name)}{GAP}{words.name(line.actor)}は、{when}{within}{done}")
    _deeper_lines(sheet, line)
    if line.penalty:
        cited = "、".join(citation_lines(line.penalty.sources))
        sheet.line(2, f"違反{GAP}「{line.penalty.words}」{GAP if cited else ''}{cited}")
    for item in list_below(line.when) if line.when else ():
        sheet.item(2, item)
    sheet.exceptions(2, line.exceptions, "ときは、この限りでない")


def _deeper_lines(sheet: Sheet, line: ast.RuleLine | ast.AppliedLine) -> None:
    sheet.comments(2, line.header.inner_comments)
    effective = line.header.effective
    starts = date_or_pending(effective) if effective else day(line.in_force) if line.in_force else ""
    header_lines(sheet, 2, line.header, starts)


def _change(event: ast.Name, change: ast.ChangeText) -> str:
    limit = f"{day(change.limit)}を限度として" if change.limit else ""
    verb = "延長" if change.extends else "短縮"
    return f"{words.name(event)}により、{words.name(change.period)}を{limit}{verb}することができる"


def _within(found: ast.WithinText, keyword: str) -> str:
    if found.word is W.PROMPT:
        return "遅滞なく、"
    if found.in_advance:
        return "あらかじめ、"
    assert found.value is not None
    told = day(found.value)
    match found.word:
        case W.NAMED:
            return told + _DURING[keyword]
        case W.COUNTED | W.UNTIL if is_one_day(found.value):
            return told + ("までは、" if keyword == "禁止" else "までに、")
        case W.COUNTED:
            return told + _FOR[keyword]
        case W.SINCE:
            return f"{told}以後に、"
        case W.BEFORE | W.AFTER:
            return _beside(found.value, "前" if found.word is W.BEFORE else "後")
        case _:
            raise TypeError(found)


_DURING = {"義務": "内に、", "禁止": "中は、", "権限": "内に限り、"}
_FOR = {"義務": "に、", "禁止": "は、", "権限": "に限り、"}


def _beside(value: ast.Expr, side: str) -> str:
    """導入の前に, 導入の日より前に, 審査期間の経過後に."""
    if isinstance(value, ast.PathName):
        *period, last = value.steps
        if side == "後" and period and last.text == "末日":
            return f"{words.path(ast.PathName(steps=tuple(period)))}の経過後に、"
        if not last.text.endswith(("日", "期限")):
            return f"{words.path(value)}の{side}に、"
    return f"{day(value)}より{side}に、"


# ------------------------------------------------------------ 準用, 名称


def _applied(line: ast.AppliedLine) -> str:
    told = words.name(line.procedure)
    if line.rules:
        told += "のうち" + "、".join(map(words.name, line.rules))
    if line.left_out:
        told += f"（{'、'.join(map(words.name, line.left_out))}を除く）"
    if not line.renamed:
        return told
    renamed = (f"{words.name(old)}は{words.name(new)}と" for old, new in line.renamed)
    return f"{told}、{'、'.join(renamed)}読み替える"


def naming(sheet: Sheet, item: ast.NameItem) -> None:
    """名称."""
    head(sheet, "名称", item.name, None, item.header)
    for line in item.names:
        sheet.comments(1, line.comments)
        since = f"{date_or_pending(line.since)}から" if line.since else ""
        until = f"{date_or_pending(line.until)}の前日まで" if line.until else ""
        sheet.line(1, words.name(line.name) + (GAP if since or until else "") + since + until)
