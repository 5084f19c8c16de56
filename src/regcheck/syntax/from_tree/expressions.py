"""Expressions: numbers, dates, sums, counts, series.

Owns: one function per kind of expression.
Refuses to know: types; whether 預金残高 is a series or a list.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from regcheck.diagnostics import codes
from regcheck.source.numerals import narrow
from regcheck.syntax import ast
from regcheck.syntax.from_tree import names
from regcheck.syntax.from_tree.reading import DEEPEST, Reading, first, has, tokens, trees
from regcheck.syntax.literals import (
    BadLiteralError,
    first_count,
    read_count,
    read_date,
    read_quantity,
)
from regcheck.syntax.tree import Node, Part, Token

T = TypeVar("T")
ClauseReader = Callable[[Reading, Part], ast.Clause]


def expression(reading: Reading, tree: Node, clause: ClauseReader) -> ast.Expr:
    """Any expression; `clause` reads the condition of a described thing."""
    reading.depth += 1
    if reading.depth > DEEPEST:
        raise reading.too_deep(tree)
    found = _expression(reading, tree, clause)
    reading.depth -= 1
    return found


def _expression(reading: Reading, tree: Node, clause: ClauseReader) -> ast.Expr:
    match tree.kind:
        case "path":
            return names.path(reading, tree)
        case "number":
            return number(reading, first_token(tree))
        case "date":
            return date_literal(reading, first_token(tree))
        case "paren":
            return expression(reading, first(tree), clause)
        case "series" | "aggregate" | "count" | "described_count" | "such_count":
            return _of_many(reading, tree, clause)
        case "period" | "event_day":
            from regcheck.syntax.from_tree import days

            return days.day(reading, tree)
        case "rounded":
            return _rounded(reading, tree, clause)
        case _:
            return _arithmetic(reading, tree, clause)


def _arithmetic(reading: Reading, tree: Node, clause: ClauseReader) -> ast.Expr:
    span = reading.span(tree)
    operands = tuple(expression(reading, part, clause) for part in trees(tree))
    if tree.kind == "sum":
        _only_sum(reading, tokens(tree, "AGGREGATE")[0])
        return ast.SumExpr(parts=operands, span=span)
    if tree.kind == "difference":
        return ast.DifferenceExpr(left=operands[0], right=operands[1], span=span)
    if has(tree, "TIMES"):
        return ast.ProductExpr(left=operands[0], right=_times(reading, tokens(tree, "TIMES")[0]), span=span)
    return ast.ProductExpr(left=operands[0], right=operands[1], span=span)


def _only_sum(reading: Reading, token: Token) -> None:
    if aggregate_word(token) is not ast.AggregateWord.SUM:
        raise reading.refuse(
            codes.syntax.NotHere(
                found=reading.written(token),
                advice_ja="「AとBの」に続けられるのは「合計」です",
                advice_en="Only 合計 can follow AとBの",
            ),
            token,
        )


def _times(reading: Reading, token: Token) -> ast.NumberLiteral:
    """The 二 of の二倍."""
    text = token.text.strip().removeprefix("の").strip().removesuffix("倍")
    quantity = value_of(reading, token, lambda: read_quantity(text))
    return ast.NumberLiteral(value=quantity.value, unit="", text=text, span=reading.span(token))


def _of_many(reading: Reading, tree: Node, clause: ClauseReader) -> ast.Expr:
    span = reading.span(tree)
    head = first(tree)
    match tree.kind:
        case "series":
            function = aggregate_word(tokens(tree, "AGGREGATE")[0])
            found = window(reading, tokens(tree, "WINDOW")[0])
            return ast.SeriesExpr(path=names.path(reading, head), function=function, window=found, span=span)
        case "aggregate":
            function, path = aggregate_word(tokens(tree, "AGGREGATE")[0]), names.path(reading, head)
            if len(path.steps) == 1:
                return ast.SeriesExpr(path=path, function=function, span=span)
            return ast.ListSumExpr(path=path, function=function, span=span)
        case "count":
            return ast.CountExpr(path=names.path(reading, head), span=span)
        case _:
            return _of_described(reading, tree, clause)


def _of_described(reading: Reading, tree: Node, clause: ClauseReader) -> ast.Expr:
    described, *element = trees(tree)
    path, where = thing(reading, described, clause)
    if element:
        path = names.path_from((*path.steps, *names.path(reading, element[0]).steps))
    span = reading.span(tree)
    if has(tree, "COUNT"):
        return ast.CountExpr(path=path, where=where, span=span)
    function = aggregate_word(tokens(tree, "AGGREGATE")[0])
    return ast.ListSumExpr(path=path, function=function, where=where, span=span)


def thing(reading: Reading, tree: Node, clause: ClauseReader) -> tuple[ast.PathName, ast.Clause | None]:
    """A thing and the condition it must meet, before it (described) or after it (such)."""
    if tree.kind == "path":
        return names.path(reading, tree), None
    if tree.kind == "described":
        where, path = trees(tree)
        return names.path(reading, path), clause(reading, where)
    path, where = trees(tree)
    return names.path(reading, path), clause(reading, where)


def bound(reading: Reading, tree: Node, clause: ClauseReader) -> ast.Bound:
    """四百床以上."""
    value, word = tree.children
    assert isinstance(value, Node)
    assert isinstance(word, Token)
    return ast.Bound(_limit(word.text), expression(reading, value, clause), reading.span(tree))


def no_clause(reading: Reading, part: Part) -> ast.Clause:
    """Where only plain values can stand."""
    raise reading.refuse(codes.syntax.NotHere(found=reading.written(part)), part)


# ------------------------------------------------------------ literals and words


def first_token(tree: Node) -> Token:
    """The first child, which the grammar makes a token."""
    child = tree.children[0]
    assert not isinstance(child, Node)
    return child


def value_of(reading: Reading, token: Token, read: Callable[[], T]) -> T:
    """The value of a literal, or a refusal at its place."""
    try:
        return read()
    except BadLiteralError as bad:
        raise reading.refuse(bad.payload, token) from None


def number(reading: Reading, token: Token) -> ast.NumberLiteral:
    """四百床, 25%."""
    try:
        found = read_quantity(token.text)
    except BadLiteralError as bad:
        raise reading.refuse(bad.payload, token) from None
    return ast.NumberLiteral(found.value, found.unit, token.text, reading.span(token))


def date_literal(reading: Reading, token: Token) -> ast.DateLiteral:
    """令和十年四月一日."""
    value = value_of(reading, token, lambda: read_date(token.text))
    return ast.DateLiteral(value=value, text=token.text, span=reading.span(token))


def window(reading: Reading, token: Token) -> ast.Window:
    """直近三事業年度."""
    counted = first_count(narrow(token.text))
    length = value_of(reading, token, lambda: read_count(counted))
    return ast.Window(text=token.text, length=length, span=reading.span(token))


def aggregate_word(token: Token) -> ast.AggregateWord:
    """の平均 → MEAN."""
    return ast.AggregateWord(token.text.strip().removeprefix("の").strip())


_LIMITS = (
    ("超えな", ast.CompareWord.LE),
    ("超えず", ast.CompareWord.LE),
    ("下回ら", ast.CompareWord.GE),
    ("上回ら", ast.CompareWord.LE),
    ("以上", ast.CompareWord.GE),
    ("以下", ast.CompareWord.LE),
    ("未満", ast.CompareWord.LT),
    ("満たない", ast.CompareWord.LT),
    ("下回", ast.CompareWord.LT),
    ("上回", ast.CompareWord.GT),
    ("超", ast.CompareWord.GT),
    ("以前", ast.CompareWord.UNTIL),
    ("以後", ast.CompareWord.SINCE),
    ("以降", ast.CompareWord.SINCE),
    ("前", ast.CompareWord.BEFORE),
    ("後", ast.CompareWord.AFTER),
)


def limit_word(token: Token) -> ast.CompareWord:
    """The limit a word stands for: に満たない is 未満, を超えない is 以下."""
    return _limit(token.text)


@lru_cache(maxsize=256)
def _limit(text: str) -> ast.CompareWord:
    return next(op for word, op in _LIMITS if word in text)


_ROUNDINGS = {"五入": ast.RoundingWord.HALF_UP, "捨て": ast.RoundingWord.DOWN, "上げ": ast.RoundingWord.UP}


def rounding(reading: Reading, token: Token) -> tuple[int, ast.RoundingWord]:
    """Decimal places kept, and how: 小数点以下二位未満を四捨五入 keeps two, 小数点以下二位を四捨五入 keeps one."""
    mode = next(mode for word, mode in _ROUNDINGS.items() if word in token.text)
    text = narrow(token.text).partition("小数点以下")[2]
    counted = first_count(text)
    if not counted or not text.startswith(f"{counted}位"):
        return 0, mode
    places = value_of(reading, token, lambda: read_count(counted))
    return (places if text.startswith(f"{counted}位未満") else places - 1), mode


def _rounded(reading: Reading, tree: Node, clause: ClauseReader) -> ast.RoundedExpr:
    places, mode = rounding(reading, tokens(tree, "ROUND")[0])
    value = expression(reading, first(tree), clause)
    return ast.RoundedExpr(value=value, places=places, mode=mode, span=reading.span(tree))
