"""Stretches of days: 審査期間内に限り, 回答期限までに, 導入の前に, 勧告の日から起算して十日以内に.

Owns: ast.WithinText → Within, several stretches at once, the words for tables.
Refuses to know: whose stretch it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from regcheck.diagnostics.codes.nouns import Noun
from regcheck.model.formula import Choice, Comparator, Compare, Expression
from regcheck.model.from_syntax.days import day_at, shifted
from regcheck.model.from_syntax.expressions import Measurer
from regcheck.model.from_syntax.findings import Broken, gather
from regcheck.model.from_syntax.words import path_words
from regcheck.model.procedures import Within, first_day_of, last_day_of
from regcheck.syntax import ast

PROMPTLY = "遅滞なく"


def stretch_of(measurer: Measurer, written: Sequence[ast.WithinText]) -> Within:
    """The days that lie in all of some stretches; of none, all days."""
    stretches = gather(lambda each: stretch(measurer, each), written)
    if len(stretches) < 2:
        return stretches[0] if stretches else Within()
    return Within(
        first=_extreme([each.first for each in stretches], Comparator.GE),
        last=_extreme([each.last for each in stretches], Comparator.LE),
        words="、".join(each.words for each in stretches),
        span=written[0].span.to(written[-1].span),
    )


def _extreme(days: Sequence[Expression | None], op: Comparator) -> Expression | None:
    """The latest (GE) or the earliest (LE) of some days."""
    found: Expression | None = None
    for day in days:
        if found is None or day is None:
            found = found or day
        else:
            found = Choice(condition=Compare(op=op, left=found, right=day), then=found, otherwise=day)
    return found


def stretch(measurer: Measurer, written: ast.WithinText) -> Within:
    """The first and the last day of one stretch; a day that is left out is stepped over."""
    value, span = written.value, written.span
    match written.word:
        case ast.WithinWord.PROMPT:
            return Within(words=PROMPTLY, span=span)
        case ast.WithinWord.NAMED:
            return _named(measurer, written)
        case ast.WithinWord.COUNTED:
            return _counted(measurer, written)
    assert value is not None
    day = day_at(measurer, value)
    at = day.expression
    match written.word:
        case ast.WithinWord.UNTIL:
            return Within(last=at, words=f"{day.words}まで", span=span)
        case ast.WithinWord.BEFORE:
            return Within(last=shifted(at, -1), words=f"{day.words}の前", span=span)
        case ast.WithinWord.SINCE:
            return Within(first=at, words=f"{day.words}以後", span=span)
        case ast.WithinWord.AFTER:
            return Within(first=shifted(at, 1), words=f"{day.words}の後", span=span)
        case _:
            assert_never(written.word)


def _counted(measurer: Measurer, written: ast.WithinText) -> Within:
    """From the day that it is counted from to the day that it comes to."""
    assert isinstance(written.value, ast.PeriodExpr)
    start, end = day_at(measurer, written.value.start), day_at(measurer, written.value)
    return Within(first=start.expression, last=end.expression, words=end.words, span=written.span)


def _named(measurer: Measurer, written: ast.WithinText) -> Within:
    """The days of a 期間; a 期限 that is named so is the last day."""
    assert isinstance(written.value, ast.PathName)
    name, context, scope = path_words(written.value), measurer.context, measurer.scope
    run = context.signatures.procedures.get(scope.record.subject)
    if run is not None and name in run.periods:
        first, last = run.days[first_day_of(name)], run.days[last_day_of(name)]
        if first is None or last is None:
            raise Broken
        return Within(first=first, last=last, words=f"{name}内", span=written.span)
    if run is not None and name in run.days:
        limit = day_at(measurer, written.value)
        return Within(last=limit.expression, words=f"{name}内", span=written.span)
    periods = run.periods if run is not None else ()
    raise context.unknown(scope.place, name, written.value.span, Noun.PERIOD, periods, scope.record.subject)
