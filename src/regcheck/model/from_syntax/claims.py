"""事実表 and 確認: columns that lead to facts, claims that are typed.

Owns: ast.FactTableItem → FactTable, ast.FigureCheckItem → FigureCheck.
Refuses to know: the files, whether the claims hold.
"""

from __future__ import annotations

from typing import assert_never

from regcheck.diagnostics import codes
from regcheck.diagnostics.codes.nouns import Noun
from regcheck.diagnostics.codes.wants import Want
from regcheck.model.claims import (
    Claim,
    EveryRowClaim,
    FigureClaim,
    GroupsWithoutClaim,
    Selection,
    Statistic,
)
from regcheck.model.formula import Comparator, Expression, Formula, Number, Path
from regcheck.model.from_syntax.clauses import formula_of
from regcheck.model.from_syntax.comparisons import comparator, members
from regcheck.model.from_syntax.context import Context
from regcheck.model.from_syntax.expressions import ROUNDINGS, Measured, Measurer
from regcheck.model.from_syntax.findings import Place, gather
from regcheck.model.from_syntax.scope import Scope, locate, locate_given, mismatch, scope_of
from regcheck.model.specification import (
    FactTable,
    FigureCheck,
    Header,
)
from regcheck.model.types import NO_UNIT, EnumType, ListType, ReferenceType, SeriesType, TextType
from regcheck.syntax import ast

STATISTICS = {
    "件数": Statistic.COUNT,
    "合計": Statistic.SUM,
    "平均": Statistic.MEAN,
    "最大": Statistic.MAX,
    "最小": Statistic.MIN,
    "種類の数": Statistic.DISTINCT,
}
_COUNTS = (Statistic.COUNT, Statistic.DISTINCT)


def build_fact_table(context: Context, scope: Scope, header: Header, item: ast.FactTableItem) -> FactTable:
    """The binding of a file to a 対象."""
    seen: set[str] = set()

    def mapped(column: ast.ColumnMapping) -> tuple[str, tuple[str, ...] | None]:
        if column.heading in seen:
            repeated = codes.names.RepeatedPart(name=column.heading, kind=Noun.COLUMN, item=scope.place.item)
            raise context.findings.broken(scope.place, repeated, column.span)
        seen.add(column.heading)
        return column.heading, None if column.path is None else _column(context, scope, column.path)

    columns = dict(gather(mapped, item.columns))
    key = gather(lambda path: _column(context, scope, path), (item.key,) if item.key else ())
    return FactTable(
        header=header,
        subject=item.subject.text,
        file=item.file,
        as_of=item.as_of.value if item.as_of else None,
        columns=columns,
        key=key[0] if key else (),
    )


def _column(context: Context, scope: Scope, path: ast.PathName) -> tuple[str, ...]:
    located = locate_given(context, scope, path, Want.GIVEN)
    if isinstance(located.type, ReferenceType | ListType):
        raise mismatch(context, scope, located, Want.VALUE)
    return located.path.steps


def build_figure_check(
    context: Context, place: Place, header: Header, item: ast.FigureCheckItem
) -> FigureCheck:
    """Claims about fact tables, each typed against the 対象 of its table."""
    claims = gather(lambda line: _claim(context, place, line), item.claims)
    return FigureCheck(header=header, claims=claims)


def _claim(context: Context, place: Place, line: ast.ClaimLine) -> Claim:
    match line:
        case ast.FigureClaimLine():
            return _figure(context, place, line)
        case ast.EveryRowClaimLine(selection=selection, condition=condition, span=span):
            scope = _table_scope(context, place, selection.table)
            where, body = gather(
                lambda clause: None if clause is None else formula_of(context, scope, clause),
                (selection.where, condition),
            )
            assert body is not None
            chosen = Selection(table=selection.table.text, where=where)
            return EveryRowClaim(selection=chosen, condition=body, span=span)
        case ast.GroupsWithoutClaimLine():
            return _groups_without(context, place, line)
        case _:
            assert_never(line)


def _table_scope(context: Context, place: Place, table: ast.Name) -> Scope:
    return scope_of(place, context.fact_table(place, table))


def _figure(context: Context, place: Place, line: ast.FigureClaimLine) -> FigureClaim:
    scope = _table_scope(context, place, line.selection.table)
    statistic = STATISTICS[line.statistic]
    where = _where(context, scope, line.selection)
    measurer = Measurer(context=context, scope=scope, conditions=formula_of)
    value, expected = _value(measurer, line, statistic)
    rounding = None
    if line.places is not None and line.mode is not None:
        rounding = (line.places, ROUNDINGS[line.mode])
    return FigureClaim(
        selection=Selection(table=line.selection.table.text, where=where),
        statistic=statistic,
        value=value,
        op=_op(context, scope, line.bound),
        expected=expected.value,
        unit=expected.unit,
        rounding=rounding,
        span=line.span,
    )


def _op(context: Context, scope: Scope, bound: ast.Bound) -> Comparator:
    return comparator(context, scope, bound, is_date=False)


def _where(context: Context, scope: Scope, selection: ast.SelectionText) -> Formula | None:
    return None if selection.where is None else formula_of(context, scope, selection.where)


def _value(
    measurer: Measurer, line: ast.FigureClaimLine, statistic: Statistic
) -> tuple[Expression | Path | None, Number]:
    """What is counted or summed over the rows, and the figure claimed for it."""
    context, scope = measurer.context, measurer.scope
    claimed = measurer.measure(line.bound.value)
    if statistic in _COUNTS or line.path is None:
        path = None if line.path is None else _distinct(context, scope, line.path)
        return path, _figure_of(measurer, claimed, line)
    value = measurer.measure(line.path)
    if value.unit is None:
        raise mismatch(context, scope, locate(context, scope, line.path), Want.NUMBER)
    value, claimed = measurer.agree(value, claimed)
    return value.expression, _figure_of(measurer, claimed, line)


def _figure_of(measurer: Measurer, claimed: Measured, line: ast.FigureClaimLine) -> Number:
    """The figure, which must be a constant; counts may carry any counter (88件)."""
    figure = claimed.constant
    if figure is None:
        payload = codes.values.BadBound(what=line.statistic)
        raise measurer.context.findings.broken(measurer.scope.place, payload, line.bound.span)
    if line.path is None and figure.unit not in (NO_UNIT, "件", "人", "個", "所", "施設", "院"):
        mismatched = codes.types.UnitMismatch(left="件", right=figure.unit)
        raise measurer.context.findings.broken(measurer.scope.place, mismatched, claimed.span)
    return figure


def _distinct(context: Context, scope: Scope, path: ast.PathName) -> Path:
    located = locate_given(context, scope, path, Want.GIVEN)
    if isinstance(located.type, ReferenceType | ListType | SeriesType):
        raise mismatch(context, scope, located, Want.VALUE)
    return located.path


def _groups_without(context: Context, place: Place, line: ast.GroupsWithoutClaimLine) -> GroupsWithoutClaim:
    scope = _table_scope(context, place, line.table)
    located = locate(context, scope, line.group)
    if not isinstance(located.type, EnumType | TextType):
        raise mismatch(context, scope, located, Want.CHOICE)
    expected = tuple(name.text for name in line.expected)
    if isinstance(located.type, EnumType):
        expected = members(context, scope, line.expected, located.type.enum)
    return GroupsWithoutClaim(
        table=line.table.text,
        condition=formula_of(context, scope, line.condition),
        group=located.path,
        expected=expected,
        span=line.span,
    )
