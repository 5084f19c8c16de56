"""Expressions: numbers and dates with their units, linear by construction.

Owns: ast.Expr → Expression with a unit, agreement of units, products, sums over lists and series.
Refuses to know: conditions (clauses.py builds those inside 数 and 合計, and is passed in).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import assert_never

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.wants import Want
from regcheck.diagnostics.diagnostic import Fix
from regcheck.frozen import Frozen, replace
from regcheck.model.formula import (
    Aggregate,
    Count,
    Day,
    Expression,
    Fact,
    Formula,
    ListTotal,
    Number,
    Path,
    Rounded,
    Rounding,
    SeriesAggregate,
    SeriesItem,
    SetSize,
    Total,
)
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.findings import Broken, gather
from regcheck.model.from_syntax.scope import (
    Located,
    Scope,
    first_fact,
    is_fact,
    locate,
    locate_through_list,
    mismatch,
)
from regcheck.model.from_syntax.words import path_words
from regcheck.model.types import (
    NO_UNIT,
    RATIO,
    DateType,
    EnumSetType,
    ListType,
    NumberType,
    ReferenceType,
    SeriesType,
)
from regcheck.source.numerals import narrow
from regcheck.source.span import Span
from regcheck.syntax import ast

Conditions = Callable[[Context, Scope, ast.Clause], Formula]
"""How a condition on the elements of a 一覧 is built."""

ROUNDINGS = {
    ast.RoundingWord.HALF_UP: Rounding.HALF_UP,
    ast.RoundingWord.DOWN: Rounding.DOWN,
    ast.RoundingWord.UP: Rounding.UP,
}
_AGGREGATES = {
    ast.AggregateWord.SUM: Aggregate.SUM,
    ast.AggregateWord.MEAN: Aggregate.MEAN,
    ast.AggregateWord.MAX: Aggregate.MAX,
    ast.AggregateWord.MIN: Aggregate.MIN,
}
_PERCENT = ("%", "％", "パーセント")
_MULTIPLIERS = (NO_UNIT, RATIO, "倍")


class Measured(Frozen):
    """An expression with its unit (None: a date), its words and its place."""

    expression: Expression
    unit: str | None
    words: str
    span: Span

    @property
    def constant(self) -> Number | None:
        return self.expression if isinstance(self.expression, Number) else None


class Measurer(Frozen):
    """Builds expressions at one point of a formula."""

    context: Context
    scope: Scope
    conditions: Conditions

    def measure(self, written: ast.Expr) -> Measured:
        """The expression, with its unit."""
        match written:
            case ast.PathName():
                return self._fact(locate(self.context, self.scope, written))
            case ast.NumberLiteral():
                return constant(written)
            case ast.DateLiteral(value=value, text=text, span=span):
                return Measured(expression=Day(value=value), unit=None, words=text, span=span)
            case ast.SumExpr(parts=parts, span=span):
                return self._total(parts, (Fraction(1),) * len(parts), span)
            case ast.DifferenceExpr(left=left, right=right, span=span):
                return self._total((left, right), (Fraction(1), Fraction(-1)), span)
            case ast.ProductExpr():
                return self._product(written)
            case ast.SeriesExpr() | ast.ListSumExpr():
                return self._aggregate(written)
            case ast.CountExpr():
                return self._count(written)
            case ast.RoundedExpr():
                return self._rounded(written)
            case ast.PeriodExpr() | ast.EventDayExpr():
                return self._day(written)
            case _:
                assert_never(written)

    def _day(self, written: ast.PeriodExpr | ast.EventDayExpr) -> Measured:
        from regcheck.model.from_syntax.days import counted, event_day  # few sentences count days

        return counted(self, written) if isinstance(written, ast.PeriodExpr) else event_day(self, written)

    def agree(self, left: Measured, right: Measured) -> tuple[Measured, Measured]:
        """Both sides in one unit; a bare number takes 割合 from the other side, and nothing else."""
        if left.unit == right.unit:
            return left, right
        if left.unit is None or right.unit is None:
            raise self._mixed_with_date(left, right)
        if left.constant and left.unit == NO_UNIT:
            return self._with_unit(left, right.unit), right
        if right.constant and right.unit == NO_UNIT:
            return left, self._with_unit(right, left.unit)
        raise self.context.findings.broken(
            self.scope.place, codes.types.UnitMismatch(left=left.unit, right=right.unit), right.span
        )

    def _with_unit(self, number: Measured, unit: str) -> Measured:
        assert number.constant is not None
        if unit == RATIO:
            return replace(number, expression=replace(number.constant, unit=RATIO), unit=RATIO)
        fix = Fix(span=number.span, replacement=f"{number.words}{unit}")
        payload = codes.types.MissingUnit(number=number.words, unit=unit)
        raise self.context.findings.broken(self.scope.place, payload, number.span, fixes=(fix,))

    def _mixed_with_date(self, left: Measured, right: Measured) -> Broken:
        number = right if left.unit is None else left
        located = Located(
            path=Path(), type=NumberType(unit=number.unit or NO_UNIT), words=number.words, span=number.span
        )
        return mismatch(self.context, self.scope, located, Want.DATE)

    def _fact(self, located: Located) -> Measured:
        path, words, span = located.path, located.words, located.span
        if located.day is not None:
            return Measured(expression=located.day, unit=None, words=words, span=span)
        match located.type:
            case NumberType(unit=unit):
                return Measured(expression=Fact(path=path), unit=unit, words=words, span=span)
            case DateType():
                return Measured(expression=Fact(path=path), unit=None, words=words, span=span)
            case SeriesType(element=NumberType(unit=unit)) if self.scope.year is not None:
                check_window(self.context, self.scope, located, self.scope.year.window)
                item = SeriesItem(path=path, index=self.scope.year.index)
                return Measured(expression=item, unit=unit, words=words, span=span)
            case _:
                raise mismatch(self.context, self.scope, located, Want.NUMBER_OR_DATE)

    def _numbers(self, parts: tuple[ast.Expr, ...]) -> tuple[Measured, ...]:
        """Several numbers of one unit; a date among them is an error."""
        measured = gather(self._number, parts)
        unit = next((m for m in measured if not (m.constant and m.unit == NO_UNIT)), measured[0])
        return gather(lambda each: self.agree(unit, each)[1], measured)

    def _number(self, written: ast.Expr) -> Measured:
        found = self.measure(written)
        if found.unit is None:
            raise self.context.findings.broken(
                self.scope.place, codes.types.DateArithmetic(what=found.words), found.span
            )
        return found

    def _total(self, parts: tuple[ast.Expr, ...], signs: tuple[Fraction, ...], span: Span) -> Measured:
        numbers = self._numbers(parts)
        terms = tuple((sign, n.expression) for sign, n in zip(signs, numbers, strict=True))
        words = "と".join(n.words for n in numbers)
        return Measured(expression=Total(terms=terms), unit=numbers[0].unit, words=words, span=span)

    def _product(self, written: ast.ProductExpr) -> Measured:
        left, right = gather(self._number, (written.left, written.right))
        factor, other = (right, left) if right.constant else (left, right)
        if factor.unit not in _MULTIPLIERS and other.constant:
            factor, other = other, factor
        words = f"{left.words}×{right.words}"
        if factor.constant is None:
            raise self._refuse(left, right, codes.types.Reason.NONLINEAR, written.span)
        if factor.unit not in _MULTIPLIERS:
            raise self._refuse(other, factor, codes.types.Reason.UNIT, factor.span)
        if other.constant is not None:
            value = factor.constant.value * other.constant.value
            product: Expression = Number(value=value, unit=other.constant.unit)
        else:
            product = Total(terms=((factor.constant.value, other.expression),))
        return Measured(expression=product, unit=other.unit, words=words, span=written.span)

    def _refuse(self, left: Measured, right: Measured, reason: codes.types.Reason, span: Span) -> Broken:
        payload = codes.types.BadProduct(left=left.words, right=right.words, reason=reason)
        return self.context.findings.broken(self.scope.place, payload, span)

    def _rounded(self, written: ast.RoundedExpr) -> Measured:
        value = self._number(written.value)
        rounded = Rounded(value=value.expression, places=written.places, mode=ROUNDINGS[written.mode])
        return replace(value, expression=rounded, span=written.span)

    def _aggregate(self, written: ast.SeriesExpr | ast.ListSumExpr) -> Measured:
        """…の合計 and its kin: over a 系列 or over a 一覧, as the type of the path says."""
        named = _as_fact(written.path, written.function)
        if is_whole_fact(self.context, self.scope, named):
            return replace(self._fact(locate(self.context, self.scope, named)), span=written.span)
        found = locate_through_list(self.context, self.scope, written.path)
        if isinstance(found.type, ListType):
            where = written.where if isinstance(written, ast.ListSumExpr) else None
            return self._list_total(written, found, found.type, where)
        where = written.where if isinstance(written, ast.ListSumExpr) else None
        if not isinstance(found.type, SeriesType) or where is not None:
            raise mismatch(self.context, self.scope, found, Want.SERIES if where is None else Want.LIST)
        return self._series_aggregate(written, found, found.type)

    def _series_aggregate(
        self, written: ast.SeriesExpr | ast.ListSumExpr, found: Located, type_: SeriesType
    ) -> Measured:
        window = written.window if isinstance(written, ast.SeriesExpr) else None
        if window is not None:
            check_window(self.context, self.scope, found, window)
        if not isinstance(type_.element, NumberType):
            raise mismatch(self.context, self.scope, found, Want.NUMBER)
        aggregate = SeriesAggregate(function=_AGGREGATES[written.function], path=found.path)
        words = f"{found.words}の{written.function}"
        return Measured(expression=aggregate, unit=type_.element.unit, words=words, span=written.span)

    def _list_total(
        self,
        written: ast.SeriesExpr | ast.ListSumExpr,
        found: Located,
        type_: ListType,
        where: ast.Clause | None,
    ) -> Measured:
        if written.function is not ast.AggregateWord.SUM:
            payload = codes.types.NoListAggregate(path=found.words, function=written.function)
            raise self.context.findings.broken(self.scope.place, payload, written.span)
        if not found.rest:
            raise mismatch(self.context, self.scope, found, Want.NUMBER)
        if type_.limit is None:
            unlimited = codes.types.UnlimitedListSum(path=found.words, subject=type_.subject)
            raise self.context.findings.broken(self.scope.place, unlimited, found.span)
        inner = replace(self, scope=self.scope.of_element(type_.subject))
        inner = replace(inner, scope=replace(inner.scope, frames=inner.scope.frames[:1]))
        value = inner._number(ast.PathName(steps=found.rest, span=found.rest[0].span))
        total = ListTotal(
            path=found.path,
            variable=self.scope.variable(),
            value=value.expression,
            where=self._where(type_, where),
        )
        words = f"{path_words(written.path)}の合計"
        return Measured(expression=total, unit=value.unit, words=words, span=written.span)

    def _count(self, written: ast.CountExpr) -> Measured:
        """…の数: of elements, of members of a set, or a fact that is called so."""
        words = f"{path_words(written.path)}の数"
        named = _as_fact(written.path, "数")
        if written.where is None and is_whole_fact(self.context, self.scope, named):
            return replace(self._fact(locate(self.context, self.scope, named)), span=written.span)
        found = locate(self.context, self.scope, written.path)
        match found.type:
            case ListType() as type_:
                count: Expression = Count(
                    path=found.path,
                    variable=self.scope.variable(),
                    where=self._where(type_, written.where),
                )
            case EnumSetType() if written.where is None:
                count = SetSize(path=found.path)
            case _:
                raise mismatch(self.context, self.scope, found, Want.COUNTABLE)
        return Measured(expression=count, unit=NO_UNIT, words=words, span=written.span)

    def _where(self, type_: ListType, where: ast.Clause | None) -> Formula | None:
        if where is None:
            return None
        return self.conditions(self.context, self.scope.of_element(type_.subject), where)


def constant(written: ast.NumberLiteral) -> Measured:
    """A number as written; a percentage is a 割合 by its sign, a bare fraction only beside a 割合."""
    unit = RATIO if written.text.endswith(_PERCENT) else written.unit
    number = Number(value=written.value, unit=unit)
    return Measured(expression=number, unit=unit, words=written.text, span=written.span)


def check_window(context: Context, scope: Scope, located: Located, window: ast.Window) -> None:
    """A 系列 is only asked for the window it is declared with."""
    assert isinstance(located.type, SeriesType)
    declared = located.type.window
    if located.type.length != window.length or _years(declared) != _years(window.text):
        payload = codes.types.WindowMismatch(path=located.words, declared=declared, written=window.text)
        raise context.findings.broken(scope.place, payload, window.span)


def _years(window: str) -> str:
    """The 事業年度 of 直近三事業年度, of 直近の３事業年度 and of 直近3事業年度."""
    return re.sub(r"^直近の?[0-9〇一二三四五六七八九十百千]+", "", narrow(window))


def _as_fact(path: ast.PathName, ending: str) -> ast.PathName:
    """設備の数 read as the name of a fact."""
    last = path.steps[-1]
    return replace(path, steps=(*path.steps, ast.Name(text=ending, span=last.span)))


def is_whole_fact(context: Context, scope: Scope, path: ast.PathName) -> bool:
    """Whether the last two steps of a path are together one fact (職員の数)."""
    if not is_fact(context, scope, path.steps):
        return False
    for frame in scope.frames:
        subject, rest = frame.subject, path.steps
        while count := first_fact(context.fields(subject), rest):
            if count == len(rest):
                return count > 1
            field = context.fields(subject)["の".join(n.text for n in rest[:count])]
            if field is None:
                raise Broken
            if not isinstance(field.type, ReferenceType):
                break
            subject, rest = field.type.subject, rest[count:]
    return False
