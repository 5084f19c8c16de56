"""Numbers and days that have to be found out, in words.

Owns: …の平均, …の数, …を乗じて得た数, …を合計して得た数, 端数, and the things with a condition in brackets.
Refuses to know: comparisons.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from regcheck.documents.to_statutory.connectives import enumerate_nouns, joint_around
from regcheck.documents.to_statutory.days import counted_words
from regcheck.documents.to_statutory.names import (
    item_path_words,
    name_words,
    owner,
    path_words,
)
from regcheck.documents.to_statutory.normal_form import positive
from regcheck.documents.to_statutory.numbers import day_words, factor_words, number_words
from regcheck.documents.to_statutory.refusal import Refusal, Unprintable
from regcheck.documents.to_statutory.writing import Context
from regcheck.model.formula import (
    Aggregate,
    Choice,
    Count,
    Day,
    Except,
    Expression,
    Fact,
    Formula,
    ListTotal,
    Not,
    Number,
    Path,
    PeriodEnd,
    Rounded,
    Rounding,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    Total,
    Truth,
)
from regcheck.model.types import DateType, NumberType, SeriesType
from regcheck.source.numerals import to_kanji

_AGGREGATES = {Aggregate.SUM: "合計", Aggregate.MEAN: "平均", Aggregate.MAX: "最大", Aggregate.MIN: "最小"}
_ROUNDINGS = {
    Rounding.HALF_UP: "四捨五入する",
    Rounding.DOWN: "切り捨てる",
    Rounding.UP: "切り上げる",
}


def expression_words(expression: Expression, context: Context) -> str:
    """病床数, 四百床, 設備（…に限る。）の出力の合計."""
    scope = context.scope
    match expression:
        case Number(value=value, unit=unit):
            return number_words(value, unit)
        case Day(value=value):
            return day_words(value)
        case Fact(path=path):
            return path_words(scope, path)
        case SeriesItem(path=path, index=index):
            return item_path_words(scope, path, index)
        case SeriesAggregate(function=function, path=path):
            return f"{_over_years(path, context)}の{_AGGREGATES[function]}"
        case SetSize(path=path):
            return f"{path_words(scope, path)}の数"
        case Count(path=path, variable=variable, where=where):
            return f"{listed_words(path, variable, where, context)}の数"
        case ListTotal():
            return _list_total(expression, context)
        case Rounded(value=value, places=places, mode=mode):
            return f"{_closed(value, context)}（{_rounding_words(places, mode)}）"
        case Total():
            whole, _ = _total(expression, context)
            return whole
        case PeriodEnd(start=start, period=period):
            return counted_words(expression_words(start, context), period)
        case Choice():
            raise Unprintable(Refusal.COUNTED_DAY, "変更された期間の末日")
        case _:
            assert_never(expression)


def listed_words(path: Path, variable: str, where: Formula | None, context: Context) -> str:
    """設備（出力が五十万キロワット以上であるものに限る。）."""
    words = path_words(context.scope, path)
    if where is None:
        return words
    inner = context.about(context.scope.inside(variable, path))
    return f"{words}（{_restriction(positive(where), inner)}）"


def _restriction(where: Formula, context: Context) -> str:
    """…ものに限る。, …ものを除く。, …ものに限り、…もの及び…ものを除く。"""
    match where:
        case Not(body=body):
            return _left_out((body,), context)
        case Except(body=Truth(value=True), exceptions=exceptions):
            return _left_out([part.body for part in exceptions], context)
        case Except(body=body, exceptions=exceptions):
            left_out = _left_out([part.body for part in exceptions], context)
            return f"{context.say(body, context)}ものに限り、{left_out}"
        case _:
            return f"{context.say(where, context)}ものに限る。"


def _left_out(formulas: Sequence[Formula], context: Context) -> str:
    words = [f"{context.say(formula, context)}もの" for formula in formulas]
    return f"{enumerate_nouns(words, joint_around(words))}を除く。"


def is_day(expression: Expression, context: Context) -> bool:
    """Whether the expression is a date."""
    match expression:
        case Day() | PeriodEnd() | Choice():
            return True
        case Fact(path=path):
            return isinstance(context.scope.type_at(path), DateType)
        case _:
            return False


def _over_years(path: Path, context: Context) -> str:
    """開設者の直近三事業年度の預金残高."""
    series = context.scope.type_at(path)
    assert isinstance(series, SeriesType)
    before = path_words(context.scope, owner(path))
    return f"{before}の{_last(series, path)}" if before else _last(series, path)


def _last(series: SeriesType, path: Path) -> str:
    return f"{series.window}の{name_words(path.steps[-1])}"


def _list_total(total: ListTotal, context: Context) -> str:
    listed = listed_words(total.path, total.variable, total.where, context)
    inner = context.about(context.scope.inside(total.variable, total.path))
    match total.value:
        case Fact(path=Path(root=root, steps=steps)) if root == total.variable and steps:
            return f"{listed}の{path_words(inner.scope, Path(root=root, steps=steps))}の合計"
        case value:
            return f"{listed}ごとの{expression_words(value, inner)}を総計して得た数"


def _rounding_words(places: int, mode: Rounding) -> str:
    unit = f"小数点以下{to_kanji(places)}位" if places > 0 else to_kanji(10 ** (-places))
    return f"{unit}未満の端数があるときは、これを{_ROUNDINGS[mode]}。"


def _closed(expression: Expression, context: Context) -> str:
    """The words, in brackets if they are a bare sum: what follows must not bind to its last member."""
    if isinstance(expression, Total):
        words, is_sum = _total(expression, context)
        return f"（{words}）" if is_sum else words
    return expression_words(expression, context)


def _total(total: Total, context: Context) -> tuple[str, bool]:
    """The words of a sum or difference, and whether they are an open sum: AとBとの合計."""
    terms = [(factor, part) for factor, part in _flat(total) if factor]
    added = [_product(factor, part, context) for factor, part in terms if factor > 0]
    taken = [_product(-factor, part, context) for factor, part in terms if factor < 0]
    if not added:
        added = [number_words(Fraction(0), _unit(total, context))]
    if not taken:
        return _sum(added), len(added) > 1
    return f"{_bracketed(added)}から{_bracketed(taken)}を控除して得た数", False


def _flat(total: Total) -> list[tuple[Fraction, Expression]]:
    """Sums inside sums multiplied out."""
    found: list[tuple[Fraction, Expression]] = []
    for factor, part in total.terms:
        inner = _flat(part) if isinstance(part, Total) else [(Fraction(1), part)]
        found += [(factor * own, piece) for own, piece in inner]
    return found


def _product(factor: Fraction, part: Expression, context: Context) -> str:
    words = _closed(part, context)
    return words if factor == 1 else f"{words}に{factor_words(factor)}を乗じて得た数"


def _sum(members: list[str]) -> str:
    return members[0] if len(members) == 1 else "と".join(members) + "との合計"


def _bracketed(members: list[str]) -> str:
    return f"（{_sum(members)}）" if len(members) > 1 else _sum(members)


def _unit(expression: Expression, context: Context) -> str:
    """The unit that a zero of the same kind has."""
    match expression:
        case Number(unit=unit):
            return unit
        case Fact(path=path) | SeriesAggregate(path=path) | SeriesItem(path=path):
            found = context.scope.type_at(path)
            found = found.element if isinstance(found, SeriesType) else found
            return found.unit if isinstance(found, NumberType) else ""
        case Total(terms=terms):
            return next((_unit(part, context) for _, part in terms), "")
        case Rounded(value=value):
            return _unit(value, context)
        case ListTotal(path=path, variable=variable, value=value):
            return _unit(value, context.about(context.scope.inside(variable, path)))
        case Day() | SetSize() | Count() | PeriodEnd() | Choice():
            return ""
        case _:
            assert_never(expression)
