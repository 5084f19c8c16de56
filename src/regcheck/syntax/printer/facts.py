"""事例, 事実表, 確認 as lines.

Owns: facts, expectations, columns, claims about figures.
Refuses to know: files.
"""

from __future__ import annotations

from itertools import groupby
from typing import assert_never

from regcheck.frozen import replace
from regcheck.syntax import ast
from regcheck.syntax.printer import words
from regcheck.syntax.printer.items import day, head
from regcheck.syntax.printer.layout import GAP, Sheet
from regcheck.syntax.printer.sentences import Binding, Role, expression, literal, sentence
from regcheck.syntax.printer.words import Form


def scenario(sheet: Sheet, item: ast.ScenarioItem) -> None:
    """事例."""
    head(sheet, "事例", item.name, item.subject, item.header)
    for _, row in groupby(item.entries, key=lambda entry: entry.row):
        sheet.row(1, (_entry(entry) for entry in row))
    for line in item.expectations:
        sheet.comments(1, line.comments)
        sheet.line(1, f"→ {_expected(line)}")


def _entry(entry: ast.FactEntry | ast.JudgementEntry) -> str:
    if isinstance(entry, ast.JudgementEntry):
        judged = words.JUDGE.ending(Form.PLAIN, not entry.value)
        return f"{words.name(entry.authority)}は{words.name(entry.discretion)}{judged}"
    path, value = words.path(entry.path), entry.value
    if isinstance(value, bool):
        return path + ("あり" if value else "なし")
    if isinstance(value, tuple):
        return f"{path}は{_many(value)}"
    return f"{path}は{_value(value)}"


def _many(values: tuple[object, ...]) -> str:
    if not values:
        return "なし"
    if any(isinstance(value, tuple) for value in values):
        groups = (value for value in values if isinstance(value, tuple))
        return "、".join(f"（{'、'.join(_entry(entry) for entry in group)}）" for group in groups)
    return f"（{'、'.join(_value(value) for value in values)}）"


def _value(value: object) -> str:
    match value:
        case None:
            return "不明"
        case bool():
            return "あり" if value else "なし"
        case ast.Name():
            return words.name(value)
        case ast.NumberLiteral() | ast.DateLiteral():
            return value.text
        case _:
            raise TypeError(value)


def _expected(line: ast.ExpectationLine) -> str:
    body = line.body
    if line.only:
        return _only(body)
    affirmed = getattr(body, "negated", None) is False
    if line.expected == "該当" and (affirmed or not hasattr(body, "negated")):
        return sentence(body, Form.PLAIN, Binding.CHAIN)
    if line.expected == "非該当" and affirmed:
        return sentence(_denied(body), Form.PLAIN, Binding.CHAIN)
    if isinstance(body, ast.BelongsClause) and body.path is None and not body.negated:
        return f"{words.terms(body.terms, body.joiner)}は{line.expected}"
    return f"{sentence(body, Form.THAT, Binding.PLAIN)}は{line.expected}"


def _only(body: ast.Clause) -> str:
    """指定の日は令和七年五月一日に限る."""
    match body:
        case ast.CompareClause(left=left, bounds=(bound,)):
            return f"{expression(left, Role.ASKED)}は{expression(bound.value, Role.VALUE)}に限る"
        case ast.IsClause(path=path, values=(value,)):
            return f"{words.path(path)}は{words.name(value)}に限る"
        case _:
            raise TypeError(body)


def _denied(body: ast.Clause) -> ast.Clause:
    assert not isinstance(body, ast.ConnectiveClause | ast.ListClause | ast.ImpliesClause)
    assert not isinstance(body, ast.QuantifiedClause | ast.SeriesClause)
    return replace(body, negated=True)


def fact_table(sheet: Sheet, item: ast.FactTableItem) -> None:
    """事実表."""
    head(sheet, "事実表", item.name, item.subject, item.header)
    as_of = f"{GAP}時点{GAP}{day(item.as_of)}" if item.as_of else ""
    sheet.line(1, f"資料「{item.file}」{as_of}")
    if item.key:
        sheet.line(1, f"見出し{GAP}{words.path(item.key)}")
    for column in item.columns:
        sheet.comments(1, column.comments)
        used = words.path(column.path) if column.path else "用いない"
        sheet.line(1, f"列「{column.heading}」は{used}")


def figure_check(sheet: Sheet, item: ast.FigureCheckItem) -> None:
    """確認."""
    head(sheet, "確認", item.name, None, item.header)
    for claim in item.claims:
        sheet.comments(1, claim.comments)
        sheet.line(1, _claim(claim))


def _claim(claim: ast.ClaimLine) -> str:
    match claim:
        case ast.FigureClaimLine():
            return _figure(claim)
        case ast.EveryRowClaimLine():
            condition = sentence(claim.condition, Form.THAT, Binding.PLAIN)
            return f"{_selection(claim.selection)}の全てについて、{condition}"
        case ast.GroupsWithoutClaimLine():
            condition = sentence(claim.condition, Form.PLAIN, Binding.PLAIN)
            group = f"{words.name(claim.table)}において、{condition}もののない{words.path(claim.group)}"
            expected = words.names(claim.expected, ast.Joiner.AND) if claim.expected else ""
            return f"{group}が、{expected}" if expected else f"{group}がない"
        case _:
            assert_never(claim)


def _selection(found: ast.SelectionText) -> str:
    table = words.name(found.table)
    if found.where is None:
        return table
    return f"{table}のうち{sentence(found.where, Form.PLAIN, Binding.PLAIN)}もの"


def _figure(claim: ast.FigureClaimLine) -> str:
    of = f"の{words.path(claim.path)}" if claim.path else ""
    places, mode = claim.places, claim.mode
    rounded = words.rounding(places, mode) if places is not None and mode is not None else ""
    value = literal(claim.bound.value)
    limit = "を超える" if claim.bound.op is ast.CompareWord.GT else words.limit(claim.bound.op)
    return f"{_selection(claim.selection)}{of}の{claim.statistic}{rounded}が{value}{limit}"
